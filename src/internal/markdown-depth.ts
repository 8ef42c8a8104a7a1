/** Deeper quotes and lists than this are nobody's writing; a parser goes down into each of them. */
const tooDeep = /^[ \t]*(?:(?:>[ \t]*)|(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)){20}/m;

/** Is this a text whose quotes and lists no parser should follow? */
export const isTooDeep = (markdown: string): boolean => tooDeep.test(markdown);
