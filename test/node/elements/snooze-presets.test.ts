import {describe, expect, it} from 'vitest';
import {snoozePresets} from '../../../src/elements/conversation/snooze-presets.js';

const local = (year: number, month: number, day: number, hour = 0, minute = 0) => new Date(year, month - 1, day, hour, minute).getTime();

describe('snoozePresets', () => {
  it('offers three hours on, rounded up to the quarter', () => {
    expect(snoozePresets(local(2026, 3, 24, 14, 32)).laterToday).toBe(local(2026, 3, 24, 17, 45));
  });

  it('offers no later today when that is tomorrow', () => {
    expect(snoozePresets(local(2026, 3, 24, 21, 30)).laterToday).toBeUndefined();
  });

  it('offers nine o’clock tomorrow, over the end of a month', () => {
    expect(snoozePresets(local(2026, 3, 31, 14)).tomorrow).toBe(local(2026, 4, 1, 9));
  });

  it.each([
    [local(2026, 3, 23, 8), local(2026, 3, 30, 9)], // a Monday
    [local(2026, 3, 24, 8), local(2026, 3, 30, 9)],
    [local(2026, 3, 28, 8), local(2026, 3, 30, 9)],
    [local(2026, 3, 29, 8), local(2026, 3, 30, 9)], // a Sunday
  ])('offers the next Monday (%d)', (now, monday) => {
    expect(snoozePresets(now).monday).toBe(monday);
  });
});
