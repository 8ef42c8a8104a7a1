import {AdapterError, type CallOptions, type Conversation, type Id} from '../../contract/index.js';
import type {Query} from './client.js';
import type {Desk} from './desk.js';
import {agentOf, contactOf} from './people.js';
import {decodePage, decodeTicket, ticketFields, type RtPage, type RtTicket} from './records.js';
import {any, isId} from './ticket-sql.js';
import {isNumericId} from './shape.js';
import {stateOf} from './statuses.js';

/** Request Tracker answers at most so many rows at once. */
export const maxRows = 100;

/** Ids in one query: its address has to stay short. */
const idsAtOnce = 50;

export const noTicket = (): AdapterError =>
  new AdapterError({code: 'not-found', what: 'conversation', message: 'There is no such ticket, or this agent may not see it'});

export async function searchTickets(desk: Desk, query: string, more: Query, options: CallOptions): Promise<RtPage<RtTicket>> {
  return decodePage(await desk.client.get('tickets', {query, ...more, ...ticketFields}, options), 'tickets', decodeTicket);
}

/** One ticket, found as rows of a list are: it says the same in both places. */
export async function readTicket(desk: Desk, id: Id, options: CallOptions): Promise<RtTicket> {
  desk.client.assertMayBegin(options.signal);
  if (!isNumericId(id)) throw noTicket();
  const {items} = await searchTickets(desk, isId('id', id), {}, options);
  const [ticket] = items;
  if (!ticket) throw noTicket();
  return ticket;
}

/** Those of them that are there for this agent. */
export async function readTickets(desk: Desk, ids: readonly Id[], options: CallOptions): Promise<readonly RtTicket[]> {
  const found: RtTicket[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const some = ids.slice(start, start + idsAtOnce).map((id) => isId('id', id));
    found.push(...(await searchTickets(desk, any(some), {per_page: idsAtOnce}, options)).items);
  }
  return found;
}

export const inQueues = ({queues}: Desk): string => any(queues.map(({id}) => isId('Queue', id)));

export function conversationOf({options, tagsField}: Desk, ticket: RtTicket): Conversation {
  const {id, queue, requestors, creator} = ticket;
  const deny = denials(options.deny, ticket);
  return {
    id,
    number: id,
    subject: ticket.subject,
    state: stateOf(options.statuses, ticket.status),
    channel: {kind: 'email', name: queue.name || undefined, inboxId: queue.id},
    contact: contactOf(requestors[0] ?? creator),
    assignee: ticket.owner ? agentOf(ticket.owner) : null,
    tags: (tagsField ? (ticket.fields.get(tagsField.name) ?? []) : []).map((name) => ({id: name, name})),
    unread: null,
    createdAt: ticket.created,
    activityAt: ticket.updated,
    deny,
    url: options.webUrl === undefined ? undefined : `${options.webUrl}/Ticket/Display.html?id=${id}`,
  };
}

/** Rights that Request Tracker tells with the ticket. Which statuses may follow, it tells in part: a refused one is told when tried. */
function denials(
  {
    reply = 'You may not reply to tickets of this queue.',
    note = 'You may not comment on tickets of this queue.',
  }: Partial<Record<'reply' | 'note', string>> = {},
  {mayReply, mayNote}: RtTicket,
): Conversation['deny'] {
  if (mayReply && mayNote) return undefined;
  return {...(mayReply ? {} : {reply}), ...(mayNote ? {} : {note})};
}
