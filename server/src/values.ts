import {createHash, randomBytes} from 'node:crypto';

/** The same record without what is null or undefined: on the wire an absent value has no key. */
export function present<T extends object>(record: T): {[K in keyof T]: Exclude<T[K], null> | (null extends T[K] ? undefined : never)} {
  const kept = Object.entries(record).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as ReturnType<typeof present<T>>;
}

export const iso = (at: number): string => new Date(at).toISOString();
export const isoOr = (at: number | null): string | undefined => (at === null ? undefined : iso(at));

/** Begins with the time, so that new rows stand together in their index. */
export const newId = (kind: string): string => `${kind}_${Date.now().toString(36)}${randomBytes(8).toString('hex')}`;

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

const wordChars = 60;

/** What is searched for and found: runs of letters and digits, in lower case. */
export const wordsOf = (text: string): string[] => [
  ...new Set((text.toLowerCase().normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => word.slice(0, wordChars))),
];
