/** A name or other words of unknown direction, kept from turning the sentence that they are put into (U+2068 and U+2069). */
export const isolate = (words: string): string => `\u2068${words}\u2069`;
