import type {CallOptions, Conversation, Cursor, Id, OptionalFeatures, Page} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {foreignCursor} from './failures.js';
import type {RtTicket} from './records.js';
import {all, any, isId, quoted} from './ticket-sql.js';
import {conversationOf, inQueues, maxRows, searchTickets} from './tickets.js';

const defaultLimit = 20;

interface PageQuery {
  readonly cursor?: Cursor;
  readonly limit?: number;
}

/** Words in subjects, messages, and names and addresses of who asked. `%` and `_` stand for any signs: nothing escapes them. */
export function searchOf(desk: Desk): OptionalFeatures['search'] {
  return {
    query: async (text, query, options) => {
      desk.client.assertMayBegin(options.signal);
      const words = text.trim();
      if (words === '' || (query.scope && !query.scope.includes('conversation'))) return {items: []};
      const fields = ['Subject', 'Content', 'Requestor.EmailAddress', 'Requestor.RealName'];
      const condition = any(fields.map((field) => `${field} LIKE ${quoted(words)}`));
      const page = await newestFirst(desk, condition, query, options);
      const items = page.items.map((ticket) => ({
        scope: 'conversation' as const,
        conversationId: ticket.id,
        title: ticket.subject ?? `#${ticket.id}`,
        at: ticket.updated,
      }));
      return {...page, items};
    },
  };
}

/** All conversations of a contact. */
export async function conversationsOf(
  desk: Desk,
  contactId: Id,
  query: PageQuery,
  options: CallOptions,
): Promise<Page<Conversation>> {
  const page = await newestFirst(desk, isId('Requestor.id', contactId), query, options);
  return {...page, items: page.items.map((ticket) => conversationOf(desk, ticket))};
}

async function newestFirst(
  desk: Desk,
  condition: string,
  {cursor, limit = defaultLimit}: PageQuery,
  options: CallOptions,
): Promise<Page<RtTicket>> {
  const count = Math.max(1, Math.min(limit, maxRows - 1));
  const before = cursor === undefined ? undefined : `id < ${readCursor(cursor)}`;
  const asked = {orderby: 'id', order: 'DESC', per_page: count + 1};
  const {items, total} = await searchTickets(desk, all(inQueues(desk), condition, before), asked, options);
  const last = items[count - 1];
  const next = items.length > count && last ? `below${last.id}` : undefined;
  return {items: items.slice(0, count), next, total: before ? undefined : total};
}

function readCursor(cursor: Cursor): Id {
  const id = /^below(\d{1,18})$/.exec(cursor)?.[1];
  if (id === undefined) throw foreignCursor();
  return id;
}
