/**
 * A date among the attributes of a contact or conversation, in words. One without a time is that day everywhere; what is no date stays as it is.
 *
 * @param tag BCP 47. @param value ISO 8601, or milliseconds since the epoch.
 */
export function attributeDate(value: string | number, tag: string): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return String(value);
  return new Intl.DateTimeFormat(tag, {day: 'numeric', month: 'short', year: 'numeric', ...(isDay && {timeZone: 'UTC'})}).format(at);
}
