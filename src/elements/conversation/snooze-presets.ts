const hourMs = 3_600_000;
const wakeHour = 9;

export interface SnoozePresets {
  /** Three hours from now, on the quarter; undefined when that is tomorrow already. */
  readonly laterToday: number | undefined;
  /** Tomorrow at nine. */
  readonly tomorrow: number;
  /** Next Monday at nine; never today. */
  readonly monday: number;
}

/** Times to wake a conversation at, in ms since the epoch, by the calendar of the one who looks. */
export function snoozePresets(now: number): SnoozePresets {
  const at = (daysOn: number) => {
    const date = new Date(now);
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysOn, wakeHour).getTime();
  };
  const quarter = hourMs / 4;
  const later = Math.ceil((now + 3 * hourMs) / quarter) * quarter;
  const weekday = new Date(now).getDay();
  return {
    laterToday: new Date(later).getDate() === new Date(now).getDate() ? later : undefined,
    tomorrow: at(1),
    monday: at((8 - weekday) % 7 || 7),
  };
}
