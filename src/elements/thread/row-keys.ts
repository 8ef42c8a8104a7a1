const steps: Readonly<Record<string, number>> = {ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity};

/** Arrows, Home and End go from row to row. */
export function moveInRows(event: KeyboardEvent, scroller: HTMLElement | null): void {
  const step = steps[event.key];
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
  if (step === undefined || !row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rows = [...(scroller?.querySelectorAll<HTMLElement>('[data-key][tabindex]') ?? [])];
  const at = Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + step));
  event.preventDefault();
  rows[at]?.focus();
}
