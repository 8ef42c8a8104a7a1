import type {ConversationSort, Cursor} from '../../contract/index.js';
import {foreignCursor} from './failures.js';
import type {RtTicket} from './records.js';

export const sorts = {
  'activity-desc': {field: 'LastUpdated', order: 'DESC'},
  'activity-asc': {field: 'LastUpdated', order: 'ASC'},
  'created-desc': {field: 'Created', order: 'DESC'},
  'created-asc': {field: 'Created', order: 'ASC'},
} as const satisfies Partial<Record<ConversationSort, {readonly field: 'LastUpdated' | 'Created'; readonly order: 'ASC' | 'DESC'}>>;

export type Sort = keyof typeof sorts;

/** The last row that was seen of a list, and how many were seen up to it. */
export interface Mark {
  readonly at: string;
  readonly id: string;
  readonly seen: number;
}

const timeOf = (row: RtTicket, sort: Sort): string => (sorts[sort].field === 'Created' ? row.created : row.updated);

export const markAfter = (row: RtTicket, sort: Sort, seen: number): Cursor => [sort, timeOf(row, sort), row.id, seen].join('|');

/** @throws `validation` for one of another list's order, or of elsewhere. */
export function readMark(cursor: Cursor, sort: Sort): Mark {
  const [, made, at, id, seen] = /^([a-z-]+)\|([^|]+)\|(\d+)\|([1-9]\d*)$/.exec(cursor) ?? [];
  if (made !== sort || at === undefined || id === undefined) throw foreignCursor();
  return {at, id, seen: Number(seen)};
}

/** Does the row stand below the marked one? */
export function isAfter(row: RtTicket, mark: Mark, sort: Sort): boolean {
  const at = timeOf(row, sort);
  const below = at === mark.at ? Number(row.id) - Number(mark.id) : at < mark.at ? -1 : 1;
  return sorts[sort].order === 'ASC' ? below > 0 : below < 0;
}
