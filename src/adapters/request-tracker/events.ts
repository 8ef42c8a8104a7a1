import {type CallOptions, type EventBatch, type EventCursor, type Id, type LoopEvent} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {messagesOf, showsAsEntry} from './messages.js';
import {Position} from './position.js';
import type {RtTransaction} from './records.js';
import {searchTransactions} from './thread.js';
import {all, any, isId} from './ticket-sql.js';
import {conversationOf, readTickets} from './tickets.js';

const defaultPollMs = 5_000;

/** Enough to know a row that is older than the newest by `Position.overlap`. */
const rowsAtStart = 50;

/** More pages of history than this are not caught up with: reading the lists again is cheaper. */
const maxPages = 20;

/** Looks again and again for transactions that are new; ends when the session is closed. */
export async function* follow(
  desk: Desk,
  {after, signal}: CallOptions & {readonly after?: EventCursor},
): AsyncGenerator<EventBatch> {
  const {client, context, options} = desk;
  client.assertMayBegin(signal);
  const both = signal ? AbortSignal.any([signal, client.closing]) : client.closing;
  try {
    let position = after === undefined ? undefined : Position.read(after);
    if (position === undefined) {
      position = await present(desk, {signal});
      const events: LoopEvent[] = after === undefined ? [] : [{type: 'reset', reason: 'cursor-expired', scope: 'all'}];
      yield {events, cursor: position.cursor, phase: 'live'};
    } else {
      const caughtUp = await next(desk, position, 'cursor-expired', {signal});
      ({position} = caughtUp);
      if (caughtUp.events.length > 0) yield {events: caughtUp.events, cursor: position.cursor, phase: 'catching-up'};
      yield {events: [], cursor: position.cursor, phase: 'live'};
    }
    for (;;) {
      await context.clock.sleep(options.pollMs ?? defaultPollMs, {signal: both});
      const {events, position: reached} = await next(desk, position, 'gap', {signal});
      position = reached;
      if (events.length > 0) yield {events, cursor: position.cursor, phase: 'live'};
    }
  } catch (error) {
    if (signal?.aborted || !client.closing.aborted) throw error;
  }
}

/** The newest transaction as it stands. */
async function present(desk: Desk, options: CallOptions): Promise<Position> {
  return Position.at(await searchTransactions(desk, ofQueues(desk), {order: 'DESC', rows: rowsAtStart}, options));
}

async function next(
  desk: Desk,
  position: Position,
  reason: 'gap' | 'cursor-expired',
  options: CallOptions,
): Promise<{readonly events: readonly LoopEvent[]; readonly position: Position}> {
  const rows = await rowsFrom(desk, position.anchor, options);
  if (rows === undefined) return {events: [{type: 'reset', reason, scope: 'all'}], position: await present(desk, options)};
  const fresh = rows.filter(({id}) => !position.knows(id));
  return {events: await eventsOf(desk, fresh, options), position: position.with(rows)};
}

/**
 * Transactions from the anchor on, oldest first; undefined when there may be a gap.
 *
 * Read from the newest back: what the agent may not see is taken out of a page, so a short page proves nothing. Meeting the anchor
 * does.
 */
async function rowsFrom(desk: Desk, anchor: Id, options: CallOptions): Promise<readonly RtTransaction[] | undefined> {
  const rows: RtTransaction[] = [];
  for (let page = 0; page < maxPages; page++) {
    const oldest = rows.at(-1);
    const condition = all(ofQueues(desk), `id >= ${anchor}`, oldest && `id < ${oldest.id}`);
    const some = await searchTransactions(desk, condition, {order: 'DESC'}, options);
    rows.push(...some);
    if (some.at(-1)?.id === anchor || (some.length === 0 && anchor === Position.beginning)) return rows.toReversed();
    if (some.length === 0) return undefined;
  }
  return undefined;
}

/** What happens in the queues, and what leaves them. Mail that was sent is no event of its own. */
const ofQueues = ({queues}: Desk): string =>
  all(
    any([...queues.map(({id}) => isId('TicketQueue', id)), `Field = 'Queue'`]),
    `Type != 'EmailRecord'`,
    `Type != 'CommentEmailRecord'`,
  );

async function eventsOf(desk: Desk, rows: readonly RtTransaction[], options: CallOptions): Promise<readonly LoopEvent[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ticketId}) => ticketId))];
  const visible = new Set(desk.queues.map(({id}) => id));
  const tickets = (await readTickets(desk, ids, options)).filter(({queue}) => visible.has(queue.id));
  const there = new Set(tickets.map(({id}) => id));
  const entries = rows.filter((row) => there.has(row.ticketId) && showsAsEntry(desk, row));
  const messages = await messagesOf(desk, entries, tickets, options);
  return [
    ...ids.filter((id) => !there.has(id)).map((id): LoopEvent => ({type: 'conversation.removed', id})),
    ...tickets.map((ticket): LoopEvent => ({type: 'conversation.upserted', conversation: conversationOf(desk, ticket)})),
    ...messages.map((message): LoopEvent => ({type: 'message.upserted', message})),
  ];
}
