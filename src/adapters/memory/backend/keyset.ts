import type {Cursor, Page} from '../../../contract/index.js';
import {jsonOf} from '../../../contract/json.js';
import {invalid} from './errors.js';
import {pageSize} from './lists.js';

/**
 * A page of a short list, newest first. `key` names a record's place: its time, then what makes it unique.
 *
 * @throws {AdapterError} `validation` for a cursor that is not one.
 */
export function keysetPage<T>(
  records: readonly T[],
  key: (record: T) => readonly [time: string, unique: string],
  cursor: Cursor | undefined,
  limit: number | undefined,
): Page<T> & {readonly total: number} {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const sorted = records
    .map((record) => ({record, at: key(record)}))
    .sort((a, b) => compare(a.at, b.at))
    .filter(({at}) => !after || compare(at, after) > 0);
  const shown = sorted.slice(0, pageSize(limit));
  const last = shown.at(-1);
  return {
    items: shown.map(({record}) => record),
    next: last && shown.length < sorted.length ? `k1:${jsonOf(last.at)}` : undefined,
    total: records.length,
  };
}

const compare = ([timeA, idA]: readonly [string, string], [timeB, idB]: readonly [string, string]): number =>
  timeA !== timeB ? (timeA > timeB ? -1 : 1) : idA < idB ? -1 : idA > idB ? 1 : 0;

function readCursor(cursor: Cursor): readonly [string, string] {
  try {
    const [time, unique] = JSON.parse(cursor.slice(3)) as unknown[];
    if (cursor.startsWith('k1:') && typeof time === 'string' && typeof unique === 'string') return [time, unique];
  } catch {
    // Told below, like every other cursor that is not ours.
  }
  throw invalid('cursor', 'not a cursor of this list', 'cursor');
}
