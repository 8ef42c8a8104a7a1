/**
 * The JSON of plain data. On a page whose old library gives arrays or objects a `toJSON` of its own (Prototype.js before 1.7), the platform's would
 * make text of them.
 */
export function jsonOf(value: unknown): string {
  if (!('toJSON' in []) || typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => jsonOf(one ?? null)).join()}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${jsonOf(one)}`).join()}}`;
}
