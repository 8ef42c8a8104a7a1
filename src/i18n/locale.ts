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

const rightToLeft = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

export const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** @param tag a language the browser does not know falls back to the sentences' own. */
export function createLocale(tag: string, messages: SpokenMessages, timeZone?: string): Locale {
  return {
    tag,
    dir: rightToLeft.test(tag) ? 'rtl' : 'ltr',
    messages,
    format: new Format(tag, messages.time, timeZone),
  };
}

/** A language in the region the agent reads it in: of `tags` (as `navigator.languages`) the first in it, else the language alone. */
export const regional = (language: string, tags: readonly string[]): string =>
  tags.find((tag) => languageOf(tag) === language && isKnown(tag)) ?? language;

export const englishFor = (tags: readonly string[]): Locale => createLocale(regional('en', tags), firstEnglish);

function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
