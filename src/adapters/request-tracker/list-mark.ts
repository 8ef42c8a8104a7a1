import {AdapterError, type ConversationSort, type Cursor} from '../../contract/index.js';
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
  const [made, at, id, seen, ...more] = cursor.split('|');
  const isOurs = made === sort && at !== undefined && id !== undefined && /^\d+$/.test(id) && seen !== undefined && /^[1-9]\d*$/.test(seen);
  if (isOurs && more.length === 0) return {at, id, seen: Number(seen)};
  const message = 'This position was not made by this adapter, or for another order';
  throw new AdapterError({code: 'validation', issues: [{path: 'cursor', message}], message});
}

/** Does the row stand below the marked one? */
export function isAfter(row: RtTicket, mark: Mark, sort: Sort): boolean {
  const at = timeOf(row, sort);
  const below = at === mark.at ? Number(row.id) - Number(mark.id) : at < mark.at ? -1 : 1;
  return sorts[sort].order === 'ASC' ? below > 0 : below < 0;
}
