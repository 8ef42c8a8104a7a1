import type {Cursor, Page} from '../../../src/contract/index.js';
import {invalid} from '../errors.js';

export const defaultLimit = 50;
export const maxLimit = 500;

export const pageSize = (limit: number | undefined): number => Math.min(limit ?? defaultLimit, maxLimit);

type Key = number | string | boolean;

/** A cursor names a place by its values, not by its number: rows that come and go in between shift nothing. */
export const cursorAt = (mark: string, keys: readonly Key[]): Cursor =>
  Buffer.from(JSON.stringify([mark, ...keys])).toString('base64url');

/**
 * @param mark names the list, e.g. its sort: a cursor of another one is refused.
 * @param kinds what each key has to be.
 */
export function readCursor(cursor: Cursor, mark: string, kinds: readonly ('number' | 'string' | 'boolean')[]): readonly Key[] {
  try {
    const [madeFor, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly Key[];
    if (madeFor === mark && keys.length === kinds.length && kinds.every((kind, index) => typeof keys[index] === kind && isSane(keys[index]))) return keys;
  } catch {
    // Told below, like every other cursor that is not ours.
  }
  throw invalid('cursor', 'not a cursor of this list', 'cursor');
}

const isSane = (key: Key | undefined): boolean =>
  typeof key === 'number' ? Number.isSafeInteger(key) : typeof key !== 'string' || !key.includes('\0');

/** Cuts what was read one too many, and says so by a cursor. */
export function cut<Row, Item>(
  rows: readonly Row[],
  count: number,
  toItem: (row: Row) => Item,
  toCursor: (row: Row) => Cursor,
): Page<Item> {
  const shown = rows.slice(0, count);
  const last = shown.at(-1);
  return {items: shown.map(toItem), ...(rows.length > count && last !== undefined && {next: toCursor(last)})};
}
