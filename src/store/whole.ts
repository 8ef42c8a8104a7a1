/** @throws when a record lacks a part that everything shows of it: what reads it fails then, and says so, not what shows it. */
export function expectWhole(...parts: readonly unknown[]): void {
  if (!parts.every(Boolean)) throw new TypeError('A record is not whole');
}
