import {Format} from './format.js';
import {firstEnglish} from './locales/en/first.js';
import type {SpokenMessages} from './messages.js';

/** A language with its sentences and formats. Immutable: another language is another object. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: SpokenMessages;
  readonly format: Format;
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** @param tag a language the browser does not know falls back to the sentences' own. */
export function createLocale(tag: string, messages: SpokenMessages, timeZone?: string): Locale {
  return {
    tag,
    dir: rightToLeft.has(languageOf(tag)) ? 'rtl' : 'ltr',
    messages,
    format: new Format(tag, messages.time, timeZone),
  };
}

/** English, in the region the agent reads it in: of `tags` (as `navigator.languages`) the first English one. */
export function englishFor(tags: readonly string[]): Locale {
  const tag = tags.find((candidate) => languageOf(candidate) === 'en' && isKnown(candidate));
  return createLocale(tag ?? 'en', firstEnglish);
}

function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
