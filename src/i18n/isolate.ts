const embeddings = /[\u202a-\u202e\u2066-\u2069]/g;

/** Words without the characters that turn what follows them, or end an isolation early. Marks that only help a neighbour stay. */
export const unturned = (words: string): string => String(words).replace(embeddings, '');

/** A name or other words of unknown direction, kept from turning the sentence that they are put into (U+2068 and U+2069). */
export const isolate = (words: string): string => `\u2068${unturned(words)}\u2069`;

/** The same for English, where words in Latin letters turn nothing: those stay as they are, character by character. */
export const isolateTurning = (words: string): string => (/[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/.test(words) ? isolate(words) : words);
