import type {Activity, Author, CallOptions, Id, Message, MessageKind} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {noContent, readContents} from './parts.js';
import {agentOf, contactOf} from './people.js';
import type {RtTicket, RtTransaction} from './records.js';
import {stateOf} from './statuses.js';
import {any, quoted} from './ticket-sql.js';

const writtenTypes = ['Create', 'Correspond', 'Comment'];

const isWritten = ({type}: RtTransaction): boolean => writtenTypes.includes(type);

/** The entries of a history that are shown. The others (mail sent, dates, links …) have no place in a thread. */
export const isEntry = ({tagsField}: Desk): string =>
  any([
    ...writtenTypes.map((type) => `Type = ${quoted(type)}`),
    `Type = 'Status'`,
    // A change of owner is told twice, as it was in the version before.
    `(Field = 'Owner' AND Type != 'SetWatcher')`,
    ...(tagsField ? [`(Type = 'CustomField' AND Field = '${tagsField.id}')`] : []),
  ]);

/** The same, of a transaction at hand. */
export const showsAsEntry = ({tagsField}: Desk, {type, field}: RtTransaction): boolean =>
  writtenTypes.includes(type) ||
  type === 'Status' ||
  (field === 'Owner' && type !== 'SetWatcher') ||
  (type === 'CustomField' && field === tagsField?.id);

/** Ids grow through the whole of Request Tracker, and 999,999,999,999 will do. */
const orderOf = (id: Id): string => id.padStart(12, '0');

/**
 * Entries of histories as messages.
 *
 * @param tickets those that the entries belong to; an entry of another is left out.
 */
export async function messagesOf(
  desk: Desk,
  entries: readonly RtTransaction[],
  tickets: readonly RtTicket[],
  options: CallOptions,
): Promise<readonly Message[]> {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const contents = await readContents(desk, entries.filter(isWritten).map(({id}) => id), options);
  const messages: Message[] = [];
  for (const entry of entries) {
    const ticket = byId.get(entry.ticketId);
    if (!ticket) continue;
    const base = {id: entry.id, conversationId: ticket.id, order: orderOf(entry.id), createdAt: entry.created};
    const author = await authorOf(desk, entry, ticket, options);
    if (isWritten(entry)) {
      const kind = kindOf(entry, author);
      const delivery = kind === 'incoming' ? undefined : 'sent';
      messages.push({...base, kind, author, clientId: clientIdOf(desk, entry), delivery, ...(contents.get(entry.id) ?? noContent)});
    } else {
      messages.push({...base, kind: 'activity', author, activity: await activityOf(desk, entry, options), ...noContent});
    }
  }
  return messages;
}

const clientIdOf = ({clientIdField}: Desk, {fields}: RtTransaction): string | undefined =>
  clientIdField && fields.get(clientIdField.name)?.[0];

/** A ticket begins with what its requestor asks, whoever typed it in. */
function kindOf({type}: RtTransaction, author: Author): MessageKind {
  if (type === 'Comment') return 'note';
  return author.kind === 'contact' ? 'incoming' : 'reply';
}

async function authorOf(desk: Desk, {creator, type}: RtTransaction, ticket: RtTicket, options: CallOptions): Promise<Author> {
  const {me, people} = desk;
  const [requestor] = ticket.requestors;
  if (type === 'Create' && requestor) return contactAuthor(requestor);
  if (creator.name === 'RT_System') return {kind: 'system', id: creator.id, name: creator.realName ?? creator.name};
  if (ticket.requestors.some(({id}) => id === creator.id)) return contactAuthor(creator);
  const isAgent = creator.id === me.id || creator.id === ticket.owner?.id || (await people.find(creator.id, options))?.isPrivileged;
  return isAgent ? {kind: 'agent', id: creator.id, name: agentOf(creator).name} : contactAuthor(creator);
}

function contactAuthor(user: RtTicket['creator']): Author {
  const {id, name, email} = contactOf(user);
  return {kind: 'contact', id, name: name ?? email};
}

async function activityOf(desk: Desk, {type, from, to}: RtTransaction, options: CallOptions): Promise<Activity> {
  const {statuses} = desk.options;
  if (type === 'Status') return {type: 'state', from: stateOf(statuses, from), to: stateOf(statuses, to)};
  if (type === 'CustomField') {
    const tags = (name: string) => (name === '' ? undefined : [{id: name, name}]);
    return {type: 'tagged', added: tags(to), removed: tags(from)};
  }
  const owner = await desk.people.find(to, options);
  return {type: 'assigned', to: owner && owner.name !== 'Nobody' ? agentOf(owner) : null};
}
