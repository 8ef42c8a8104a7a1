/** `value` in [0, 1]. @param locale BCP 47, as in the functions below. */
export const formatPercent = (locale: string, value: number): string =>
  new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 0}).format(value);

/** '340 kB', '1.2 MB'. */
export function formatBytes(locale: string, count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const value = count / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value);
}
