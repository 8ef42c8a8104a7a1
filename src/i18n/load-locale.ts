import {firstEnglish} from './locales/en/first.js';
import {createLocale, languageOf, regional, type Locale} from './locale.js';
import type {Messages} from './messages.js';

/** Languages besides English, by their subtag. Each comes when it is asked for. */
const translations: ReadonlyMap<string, (tag: string) => Promise<Messages>> = new Map([
  ['ar', async (tag: string) => (await import('./locales/ar.js')).arabic(tag)],
]);

/** What an agent can choose from, by subtag. */
export const languages: readonly string[] = ['en', ...translations.keys()];

/** The tag by which a wish such as 'ar-EG' can be met: English where there is no translation. */
function tagFor(wish: string, others: readonly string[]): string {
  const language = languageOf(wish);
  return regional(translations.has(language) ? language : 'en', wish.includes('-') ? [wish, ...others] : others);
}

/**
 * The locale for a wish such as 'en-GB'; English where there is no translation.
 *
 * @param others the browser's own languages: say which English it is when the page only says 'en'.
 * @throws what `import()` throws when the sentences cannot be had.
 */
export async function loadLocale(wish: string, others: readonly string[]): Promise<Locale> {
  const tag = tagFor(wish, others);
  return createLocale(tag, (await translations.get(languageOf(tag))?.(tag)) ?? firstEnglish);
}

/** What to begin with: in language, direction and formats what `loadLocale` brings, so that nothing turns round; its words are English. */
export const localeToBeginWith = (wish: string, others: readonly string[]): Locale => createLocale(tagFor(wish, others), firstEnglish);
