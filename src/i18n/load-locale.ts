import {englishFor, type Locale} from './locale.js';

/**
 * The locale for a wish such as 'en-GB'; English where there is no translation.
 *
 * @param others the browser's own languages: say which English it is when the page only says 'en'.
 */
export async function loadLocale(tag: string, others: readonly string[]): Promise<Locale> {
  return englishFor(tag.includes('-') ? [tag, ...others] : others);
}
