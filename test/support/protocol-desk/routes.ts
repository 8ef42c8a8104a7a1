import type {
  Availability,
  ConversationFilter,
  ConversationQuery,
  ConversationState,
  Doing,
  FileInput,
  Id,
  MessageBody,
  MessageQuery,
  NewMessage,
  NewTicket,
  Priority,
  SearchHit,
  Session,
  WriteOptions,
  WrittenKind,
} from '../../../src/contract/index.js';
import {problemOf} from './problem.js';

export interface Call {
  readonly session: Session;
  /** What stands at the stars of the path. */
  readonly ids: readonly Id[];
  readonly query: URLSearchParams;
  // Whatever was sent: the adapter behind checks what matters.
  readonly body: unknown;
  file(): Promise<FileInput>;
  readonly options: WriteOptions;
}

type Handler = (call: Call) => Promise<unknown>;
type Route = readonly [method: string, path: string, handle: Handler];

const text = (query: URLSearchParams, name: string): string | undefined => query.get(name) ?? undefined;
const number = (query: URLSearchParams, name: string): number | undefined => (query.has(name) ? Number(query.get(name)) : undefined);
const flag = (query: URLSearchParams, name: string): boolean | undefined => (query.has(name) ? query.get(name) === 'true' : undefined);
const items = async <T>(found: Promise<readonly T[]>): Promise<{readonly items: readonly T[]}> => ({items: await found});

function filterOf(query: URLSearchParams): ConversationFilter | undefined {
  const words = ['assignee', 'team', 'channel', 'inbox', 'contact', 'priority', 'topic', 'updatedSince'].map((key) => [key, text(query, key)]);
  const flags = ['unread', 'escalated'].map((key) => [key, flag(query, key)]);
  const given = [...words, ...flags, ['tags', query.has('tag') ? query.getAll('tag') : undefined]].filter(([, value]) => value !== undefined);
  return given.length > 0 ? (Object.fromEntries(given) as ConversationFilter) : undefined;
}

interface Patch {
  readonly state?: ConversationState;
  readonly until?: string;
  readonly undo?: string;
  readonly tags?: {readonly add?: readonly Id[]; readonly remove?: readonly Id[]};
  readonly assign?: {readonly agentId?: Id | null; readonly teamId?: Id | null};
  readonly priority?: Priority | null;
}

async function change({session, ids: [id = ''], body, options}: Call): Promise<unknown> {
  const {state, until, undo, tags, assign, priority} = body as Patch;
  if (state) return session.setState(id, state, {...options, until, undo});
  if (tags) return {conversation: await session.tags!.set(id, tags, options)};
  if (assign) return {conversation: await session.assignment!.assign(id, assign, options)};
  return {conversation: await session.priority!.set(id, priority ?? null, options)};
}

async function inBulk({session, body, options}: Call): Promise<unknown> {
  const {ids, state} = body as {readonly ids: readonly Id[]; readonly state: ConversationState};
  const results = await session.bulk!.setState(ids, state, options);
  return {items: results.map(({id, ok, error}) => ({id, ok, ...(error && {problem: problemOf(error)})}))};
}

export const routes: readonly Route[] = [
  ['GET', 'conversations', ({session, query, options}) => {
    const asked: ConversationQuery = {
      view: text(query, 'view') ?? '',
      filter: filterOf(query),
      sort: text(query, 'sort') as ConversationQuery['sort'],
      cursor: text(query, 'cursor'),
      limit: number(query, 'limit'),
    };
    return session.listConversations(asked, options);
  }],
  ['POST', 'conversations/bulk', inBulk],
  ['GET', 'conversations/*', ({session, ids: [id = ''], options}) => session.getConversation(id, options)],
  ['PATCH', 'conversations/*', change],
  ['GET', 'conversations/*/messages', ({session, ids: [id = ''], query, options}) => {
    const [before, after, around] = [text(query, 'before'), text(query, 'after'), text(query, 'around')];
    return session.listMessages(id, {limit: number(query, 'limit'), before, after, around} as MessageQuery, options);
  }],
  ['POST', 'conversations/*/messages', ({session, ids: [id = ''], body, options}) =>
    session.sendMessage({...(body as NewMessage), conversationId: id}, options)],
  ['PATCH', 'conversations/*/messages/*', ({session, ids: [id = '', messageId = ''], body, options}) =>
    session.editMessage!.edit(id, messageId, (body as {readonly body: MessageBody}).body, options)],
  ['DELETE', 'conversations/*/messages/*', ({session, ids: [id = '', messageId = ''], options}) =>
    session.deleteMessage!.remove(id, messageId, options)],
  ['GET', 'conversations/*/sent/*', async ({session, ids: [id = '', clientId = ''], options}) => {
    const sent = await session.lookup!.sent(id, clientId, options);
    return sent ?? session.getConversation(`no message ${clientId}`, options);
  }],
  ['POST', 'conversations/*/read', ({session, ids: [id = ''], body, options}) =>
    session.readState!.markRead(id, (body as {readonly upTo?: Id}).upTo, options)],
  ['POST', 'conversations/*/unread', ({session, ids: [id = ''], body, options}) =>
    session.readState!.markUnread!(id, (body as {readonly from?: Id}).from, options)],
  ['GET', 'conversations/*/assignees', ({session, ids: [id = ''], options}) => items(session.assignment!.candidates(id, options))],
  ['GET', 'conversations/*/tickets', ({session, ids: [id = ''], options}) => items(session.tickets!.list(id, options))],
  ['GET', 'conversations/*/escalations', ({session, ids: [id = ''], options}) => items(session.escalations!.list(id, options))],
  ['POST', 'conversations/*/escalations', ({session, ids: [id = ''], body, options}) => session.escalations!.raise(id, body as object, options)],
  ['DELETE', 'escalations/*', ({session, ids: [id = ''], options}) => session.escalations!.clear(id, options)],
  ['POST', 'conversations/*/hand-off', ({session, ids: [id = ''], body, options}) =>
    session.automation!.handOff(id, (body as {readonly to: 'agent' | 'bot'}).to, options)],
  ['POST', 'conversations/*/typing', ({session, ids: [id = ''], body, options}) => {
    const {on, kind} = body as {readonly on: boolean; readonly kind: WrittenKind};
    return session.typing!.set(id, on, kind, options);
  }],
  ['POST', 'conversations/*/presence', ({session, ids: [id = ''], body, options}) =>
    session.presence!.set(id, (body as {readonly doing: Doing}).doing, options)],
  ['GET', 'counts', ({session, options}) => session.counts!.get(options)],
  ['GET', 'search', ({session, query, options}) => {
    const scope = query.has('scope') ? (query.getAll('scope') as SearchHit['scope'][]) : undefined;
    return session.search!.query(text(query, 'text') ?? '', {scope, cursor: text(query, 'cursor'), limit: number(query, 'limit')}, options);
  }],
  ['GET', 'tags', ({session, options}) => items(session.tags!.list(options))],
  ['POST', 'tags', ({session, body, options}) => session.tags!.create!((body as {readonly name: string}).name, options)],
  ['GET', 'contacts', ({session, query, options}) => items(session.contacts!.search!(text(query, 'text') ?? '', options))],
  ['GET', 'contacts/*', ({session, ids: [id = ''], options}) => session.contacts!.get(id, options)],
  ['PATCH', 'contacts/*', ({session, ids: [id = ''], body, options}) => session.contacts!.update!(id, body as object, options)],
  ['GET', 'contacts/*/conversations', ({session, ids: [id = ''], query, options}) =>
    session.contacts!.conversations(id, {cursor: text(query, 'cursor'), limit: number(query, 'limit')}, options)],
  ['GET', 'tickets/form', ({session, query, options}) => session.tickets!.form(text(query, 'conversationId'), options)],
  ['POST', 'tickets', ({session, body, options}) => session.tickets!.create(body as NewTicket, options)],
  ['GET', 'notifications', ({session, query, options}) =>
    session.notifications!.list({unread: flag(query, 'unread'), cursor: text(query, 'cursor'), limit: number(query, 'limit')}, options)],
  ['POST', 'notifications/read', ({session, body, options}) =>
    session.notifications!.markRead((body as {readonly ids: readonly Id[] | 'all'}).ids, options)],
  ['POST', 'notifications/remove', ({session, body, options}) =>
    session.notifications!.remove!((body as {readonly ids: readonly Id[]}).ids, options)],
  ['POST', 'notifications/*/unread', ({session, ids: [id = ''], options}) => session.notifications!.markUnread!(id, options)],
  ['POST', 'uploads', async ({session, file, options}) => session.upload!.put(await file(), options)],
  ['DELETE', 'uploads/*', ({session, ids: [ref = ''], options}) => session.upload!.discard!({ref, name: '', mime: '', bytes: 0}, options)],
  ['GET', 'canned', ({session, query, options}) => {
    const asked = {conversationId: text(query, 'conversationId'), kind: text(query, 'kind') as WrittenKind};
    return items(session.canned!.find(text(query, 'text') ?? '', asked, options));
  }],
  ['GET', 'macros', ({session, options}) => items(session.macros!.list(options))],
  ['POST', 'macros/*/run', ({session, ids: [id = ''], body, options}) =>
    session.macros!.run(id, (body as {readonly conversationId: Id}).conversationId, options)],
  ['PUT', 'availability', ({session, body, options}) =>
    session.availability!.set((body as {readonly availability: Availability}).availability, options)],
  ['GET', 'agents', ({session, query, options}) => {
    const asked = {text: text(query, 'text'), conversationId: text(query, 'conversationId'), limit: number(query, 'limit')};
    return items(session.directory!.agents(asked, options));
  }],
  ['GET', 'views', ({session, options}) => items(session.views!.list(options))],
  ['POST', 'views', ({session, body, options}) => session.views!.save!(body as {label: string; filter: ConversationFilter}, options)],
  ['PUT', 'views/*', ({session, ids: [id = ''], body, options}) =>
    session.views!.save!({...(body as {label: string; filter: ConversationFilter}), id}, options)],
  ['DELETE', 'views/*', ({session, ids: [id = ''], options}) => session.views!.remove!(id, options)],
  ['GET', 'profile', ({session, options}) => session.profile!.get(options)],
  ['PATCH', 'profile', ({session, body, options}) => session.profile!.update!(body as object, options)],
  ['PUT', 'profile/avatar', async ({session, file, options}) => session.profile!.setAvatar!(await file(), options)],
  ['DELETE', 'profile/avatar', ({session, options}) => session.profile!.setAvatar!(null, options)],
];
