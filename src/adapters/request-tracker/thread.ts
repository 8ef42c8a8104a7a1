import type {CallOptions, Cursor, Id, Message, MessageQuery, Page} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {foreignCursor, missing} from './failures.js';
import {isEntry, messagesOf} from './messages.js';
import {decodePage, decodeTransaction, transactionFields, type RtTransaction} from './records.js';
import {isNumericId} from './shape.js';
import {all, isId} from './ticket-sql.js';
import {maxRows, readTicket} from './tickets.js';

const defaultLimit = 30;

export type Direction = 'ASC' | 'DESC';

export async function searchTransactions(
  desk: Desk,
  query: string,
  {order, rows = maxRows}: {readonly order: Direction; readonly rows?: number},
  options: CallOptions,
): Promise<readonly RtTransaction[]> {
  const asked = {query, orderby: 'id', order, per_page: Math.min(rows, maxRows), ...transactionFields};
  return decodePage(await desk.client.get('transactions', asked, options), 'transactions', decodeTransaction).items;
}

/** One page of a thread, oldest first. */
export async function listMessages(desk: Desk, id: Id, query: MessageQuery, options: CallOptions): Promise<Page<Message>> {
  const limit = Math.max(1, Math.min(query.limit ?? defaultLimit, maxRows - 1));
  const [ticket, slice] = await Promise.all([readTicket(desk, id, options), sliceOf(desk, id, query, limit, options)]);
  const items = await messagesOf(desk, slice.entries, [ticket], options);
  const first = slice.entries[0];
  const last = slice.entries.at(-1);
  return {
    items,
    prev: slice.hasPrev && first ? positionAt(first.id) : undefined,
    next: slice.hasNext && last ? positionAt(last.id) : undefined,
  };
}

interface Slice {
  readonly entries: readonly RtTransaction[];
  readonly hasPrev: boolean;
  readonly hasNext: boolean;
}

async function sliceOf(desk: Desk, id: Id, query: MessageQuery, limit: number, options: CallOptions): Promise<Slice> {
  desk.client.assertMayBegin(options.signal);
  if (query.around !== undefined) return sliceAround(desk, id, query.around, limit, options);
  if (query.after !== undefined) {
    const found = await walk(desk, id, 'ASC', readPosition(query.after), limit + 1, options);
    return {entries: found.slice(0, limit), hasPrev: true, hasNext: found.length > limit};
  }
  const before = query.before === undefined ? undefined : readPosition(query.before);
  const found = await walk(desk, id, 'DESC', before, limit + 1, options);
  return {entries: found.slice(0, limit).toReversed(), hasPrev: found.length > limit, hasNext: before !== undefined};
}

async function sliceAround(desk: Desk, id: Id, around: Id, limit: number, options: CallOptions): Promise<Slice> {
  if (!isNumericId(around)) throw missing('message');
  const back = Math.ceil((limit + 1) / 2);
  const [upTo, on] = await Promise.all([
    walk(desk, id, 'DESC', String(BigInt(around) + 1n), back + 1, options),
    walk(desk, id, 'ASC', around, limit - back + 1, options),
  ]);
  if (upTo[0]?.id !== around) throw missing('message');
  const entries = [...upTo.slice(0, back).toReversed(), ...on.slice(0, limit - back)];
  return {entries, hasPrev: upTo.length > back, hasNext: on.length > limit - back};
}

/**
 * Entries of a history from a position on; at least `count`, or all there are.
 *
 * What the agent may not see is taken out after Request Tracker has cut the page, and is not counted: a page that is not full does not
 * mean the end. Back in time the entry that created the ticket does; else that the largest page holds nothing to see.
 */
async function walk(
  desk: Desk,
  id: Id,
  order: Direction,
  from: Id | undefined,
  count: number,
  options: CallOptions,
): Promise<readonly RtTransaction[]> {
  const ofTicket = all(`ObjectType = 'RT::Ticket'`, isId('ObjectId', id), isEntry(desk));
  const found: RtTransaction[] = [];
  let position = from;
  for (let size = count; ; size = maxRows) {
    const beyond = position === undefined ? undefined : `id ${order === 'DESC' ? '<' : '>'} ${position}`;
    const rows = await searchTransactions(desk, all(ofTicket, beyond), {order, rows: size}, options);
    found.push(...rows);
    const isOver = rows.length === 0 ? size === maxRows : order === 'DESC' && rows.some(({type}) => type === 'Create');
    if (isOver || found.length >= count) return found;
    position = rows.at(-1)?.id ?? position;
  }
}

const positionAt = (id: Id): Cursor => `at${id}`;

function readPosition(cursor: Cursor): Id {
  const id = /^at(\d{1,18})$/.exec(cursor)?.[1];
  if (id === undefined) throw foreignCursor();
  return id;
}
