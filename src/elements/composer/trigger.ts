/** What opens the list of suggestions: a sign at the start of a word. */
export type Sign = '/' | '@' | ':';

/** A sign before the caret, with what was typed behind it. */
export interface Trigger {
  readonly sign: Sign;
  readonly query: string;
  /** Where the sign stands in the text. */
  readonly start: number;
  /** The caret. */
  readonly end: number;
}

/**
 * Names have two words, shortcuts one, and a colon is followed by two letters: ':)' and '10:30' are none. A letter of a writing without blanks
 * may stand before a name.
 */
const patterns: readonly RegExp[] = [
  /(?:^|[\s([{])(\/)([^\s/]{0,40})$/u,
  /(?:^|[\s([{،。、\p{Lo}])(@)([^\s@]{0,30}(?: [^\s@]{0,30})?)$/u,
  /(?:^|[\s([{])(:)([a-z][a-z_+-]{1,30})$/iu,
];

/** The sign that is being typed at the caret; undefined when there is none of `signs`. */
export function triggerAt(text: string, caret: number, signs: ReadonlySet<Sign>): Trigger | undefined {
  // Nothing longer than a line of names has to be looked at, however long the text is.
  const before = text.slice(Math.max(0, caret - 100), caret);
  for (const pattern of patterns) {
    const [, sign, query = ''] = pattern.exec(before) ?? [];
    if (!sign || !signs.has(sign as Sign)) continue;
    return {sign: sign as Sign, query, start: caret - query.length - 1, end: caret};
  }
  return undefined;
}
