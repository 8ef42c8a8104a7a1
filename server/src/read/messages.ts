import type {Attachment, Author, Cursor, Message, MessageBody, MessageKind, Page} from '../../../src/contract/index.js';
import {invalid, notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import {iso, isoOr, present} from '../values.js';
import {pageSize} from './paging.js';

/** What only some messages have. */
export type MessageMore = Pick<Message, 'mail' | 'mentions' | 'activity' | 'replyTo' | 'sentiment' | 'deliveryError'>;

export interface MessageRow {
  readonly id: string;
  readonly conversation: string;
  readonly ord: number;
  readonly kind: MessageKind;
  readonly author: Author;
  readonly client_id: string | null;
  readonly format: MessageBody['format'];
  readonly body: string;
  readonly quoted: string | null;
  readonly attachments: readonly Attachment[];
  readonly more: MessageMore;
  readonly delivery: Message['delivery'] | null;
  readonly created_at: number;
  readonly edited_at: number | null;
  readonly deleted: boolean;
  readonly rev: number;
}

/** Columns of a message with this alias, as `MessageRow` names them. */
export const messageColumns = (m: string): string =>
  ['id', 'conversation', 'ord', 'kind', 'author', 'client_id', 'format', 'body', 'quoted', 'attachments', 'more', 'delivery', 'created_at', 'edited_at', 'deleted', 'rev']
    .map((column) => `${m}.${column}`)
    .join(', ');

const orderDigits = 12;

/** Padded, so that the tenth message stands after the ninth. */
export const orderOf = (ord: number): string => String(ord).padStart(orderDigits, '0');

export function messageOf(row: MessageRow): Message {
  const {quoted} = row;
  return {
    id: row.id,
    version: String(row.rev),
    rev: row.rev,
    conversationId: row.conversation,
    kind: row.kind,
    order: orderOf(row.ord),
    author: row.author,
    body: {format: row.format, value: row.body, ...(quoted !== null && {quoted})},
    attachments: row.attachments,
    createdAt: iso(row.created_at),
    ...present({
      clientId: row.client_id,
      editedAt: isoOr(row.edited_at),
      deleted: row.deleted || undefined,
      delivery: row.delivery,
    }),
    ...row.more,
  };
}

/** @throws {AdapterError} `not-found`. */
export async function messageIn(db: Queries, account: string, conversation: string, id: string): Promise<MessageRow> {
  const [row] = await db.query<MessageRow>(
    `select ${messageColumns('m')} from message m where m.account = $1 and m.conversation = $2 and m.id = $3`,
    [account, conversation, id],
  );
  if (!row) throw notFound('message');
  return row;
}

export interface ThreadQuery {
  readonly limit?: number;
  readonly before?: Cursor;
  readonly after?: Cursor;
  readonly around?: string;
}

/** One page of a thread, oldest first. The caller has asked whether the conversation may be seen. */
export async function threadPage(db: Queries, account: string, conversation: string, query: ThreadQuery): Promise<Page<Message>> {
  const count = pageSize(query.limit);
  const from = (condition: string, way: 'asc' | 'desc', ord: number, limit: number) =>
    db.query<MessageRow>(
      `select ${messageColumns('m')} from message m
       where m.account = $1 and m.conversation = $2 and m.ord ${condition} $3 order by m.ord ${way} limit $4`,
      [account, conversation, ord, limit],
    );
  if (query.after !== undefined) {
    const rows = await from('>', 'asc', readCursor(query.after, 'after'), count + 1);
    return pageOf(rows.slice(0, count), 'more', rows.length > count ? 'more' : 'end', readCursor(query.after, 'after'));
  }
  if (query.around !== undefined) {
    const {ord} = await messageIn(db, account, conversation, query.around);
    const back = Math.floor(count / 2);
    const [earlier, later] = await Promise.all([from('<', 'desc', ord, count), from('>=', 'asc', ord, count + 1)]);
    const behind = Math.min(later.length, count - Math.min(back, earlier.length));
    const ahead = Math.min(earlier.length, count - behind);
    const shown = [...earlier.slice(0, ahead).toReversed(), ...later.slice(0, behind)];
    return pageOf(shown, earlier.length > ahead ? 'more' : 'end', later.length > behind ? 'more' : 'end', ord);
  }
  const before = query.before === undefined ? Number.MAX_SAFE_INTEGER : readCursor(query.before, 'before');
  const rows = await from('<', 'desc', before, count + 1);
  const isLatest = query.before === undefined;
  return pageOf(rows.slice(0, count).toReversed(), rows.length > count ? 'more' : 'end', isLatest ? 'end' : 'more', before);
}

function pageOf(rows: readonly MessageRow[], back: 'more' | 'end', on: 'more' | 'end', at: number): Page<Message> {
  const first = rows[0]?.ord ?? at;
  const last = rows.at(-1)?.ord ?? at;
  return {
    items: rows.map(messageOf),
    ...(back === 'more' && {prev: `m1.${first}`}),
    ...(on === 'more' && {next: `m1.${last}`}),
  };
}

function readCursor(cursor: Cursor, path: string): number {
  const ord = /^m1\.(\d{1,15})$/.exec(cursor)?.[1];
  if (ord === undefined) throw invalid(path, 'not a cursor of this thread', 'cursor');
  return Number(ord);
}
