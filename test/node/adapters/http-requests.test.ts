import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import type {Core, Feature, OptionalFeatures, Session} from '../../../src/contract/index.js';
import {
  capabilities,
  connectTo,
  contact,
  conversation,
  endpoint,
  escalation,
  json,
  message,
  notification,
  nothing,
  session as sessionAnswer,
  ticket,
} from '../../support/http-answers.js';

/** One use of a method of a session, what it asks for, and what the server's answer becomes. */
interface Use {
  readonly call: (session: Session) => Promise<unknown>;
  /** As in the table of the document, with the ids of `call` filled in. */
  readonly request: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer?: unknown;
  /** What the call resolves with; absent: the answer itself. */
  readonly gives?: unknown;
}

type MethodOf<G> = {[M in keyof G & string]-?: NonNullable<G[M]> extends (...given: never[]) => unknown ? M : never}[keyof G & string];
type CoreMethod = Exclude<MethodOf<Core>, 'events' | 'watch'>;
type Name = CoreMethod | {[F in Feature]: `${F}.${MethodOf<OptionalFeatures[F]>}`}[Feature];

const body = {format: 'text', value: 'Hello'} as const;
const stateChange = {conversation, removed: {notifications: ['n1']}, undo: 'u1'};
const person = {id: 'ben', name: 'Ben Okafor'};
const profile = {name: 'Ann Keller', signature: 'A.'};
const upload = {ref: 'r1', name: 'a.txt', mime: 'text/plain', bytes: 5};
const file = {name: 'a & b.txt', mime: 'text/plain', blob: new Blob(['hello'])};
const view = {id: 'v1', role: 'saved', label: 'Mine', filter: {assignee: 'me'}};
const list = <T>(item: T) => ({answer: {items: [item]}, gives: [item]});

/** Every method that there is: one that is missing does not compile. */
const uses: Readonly<Record<Name, Use>> = {
  listConversations: {
    call: (s) =>
      s.listConversations({view: 'active', filter: {assignee: 'me', tags: ['a', 'b'], unread: true}, sort: 'activity-desc', cursor: 'c&1', limit: 20}, {}),
    request: 'GET conversations',
    query: {view: 'active', assignee: 'me', tag: ['a', 'b'], unread: 'true', sort: 'activity-desc', cursor: 'c&1', limit: '20'},
    answer: {items: [conversation], next: 'c2', total: 1},
  },
  getConversation: {call: (s) => s.getConversation('k1', {}), request: 'GET conversations/k1', answer: conversation},
  listMessages: {
    call: (s) => s.listMessages('k1', {around: 'm1', limit: 10}, {}),
    request: 'GET conversations/k1/messages',
    query: {around: 'm1', limit: '10'},
    answer: {items: [message], prev: 'p1'},
  },
  sendMessage: {
    call: (s) =>
      s.sendMessage({conversationId: 'k1', clientId: 'x1', kind: 'reply', body, attachments: [upload], thenState: 'archived', lastSeen: 'm0'}, {}),
    request: 'POST conversations/k1/messages',
    body: {conversationId: 'k1', clientId: 'x1', kind: 'reply', body, attachments: [upload], thenState: 'archived', lastSeen: 'm0'},
    headers: {'idempotency-key': 'x1', 'content-type': 'application/json'},
    answer: {message, state: stateChange},
  },
  setState: {
    call: (s) => s.setState('k1', 'active', {undo: 'u1', ifVersion: 'v7'}),
    request: 'PATCH conversations/k1',
    body: {state: 'active', undo: 'u1'},
    headers: {'if-match': '"v7"'},
    answer: stateChange,
  },
  'counts.get': {call: (s) => s.counts!.get({}), request: 'GET counts', answer: {views: {active: 3, archived: null}, mine: 1}},
  'search.query': {
    call: (s) => s.search!.query('late order', {scope: ['message', 'contact'], limit: 5}, {}),
    request: 'GET search',
    query: {text: 'late order', scope: ['message', 'contact'], limit: '5'},
    answer: {items: [{scope: 'message', conversationId: 'k1', messageId: 'm1', title: 'Order'}]},
  },
  'readState.markRead': {
    call: (s) => s.readState!.markRead('k1', 'm1', {}),
    request: 'POST conversations/k1/read',
    body: {upTo: 'm1'},
  },
  'readState.markUnread': {call: (s) => s.readState!.markUnread!('k1', undefined, {}), request: 'POST conversations/k1/unread', body: {}},
  'tags.list': {call: (s) => s.tags!.list({}), request: 'GET tags', ...list({id: 't1', name: 'Billing', color: '#aa0000'})},
  'tags.set': {
    call: (s) => s.tags!.set('k1', {add: ['t1']}, {}),
    request: 'PATCH conversations/k1',
    body: {tags: {add: ['t1'], remove: []}},
    answer: stateChange,
    gives: conversation,
  },
  'tags.create': {call: (s) => s.tags!.create!('New', {}), request: 'POST tags', body: {name: 'New'}, answer: {id: 't2', name: 'New'}},
  'assignment.candidates': {
    call: (s) => s.assignment!.candidates('k1', {}),
    request: 'GET conversations/k1/assignees',
    answer: {items: [person, {type: 'team', id: 'repairs', name: 'Repairs'}]},
    gives: [person, {type: 'team', id: 'repairs', name: 'Repairs'}],
  },
  'assignment.assign': {
    call: (s) => s.assignment!.assign('k1', {agentId: null}, {ifVersion: 'v1'}),
    request: 'PATCH conversations/k1',
    body: {assign: {agentId: null}},
    headers: {'if-match': '"v1"'},
    answer: stateChange,
    gives: conversation,
  },
  'priority.set': {
    call: (s) => s.priority!.set('k1', null, {}),
    request: 'PATCH conversations/k1',
    body: {priority: null},
    answer: stateChange,
    gives: conversation,
  },
  'contacts.get': {call: (s) => s.contacts!.get('c1', {}), request: 'GET contacts/c1', answer: contact},
  'contacts.update': {
    call: (s) => s.contacts!.update!('c1', {phone: '1'}, {ifVersion: 'v1'}),
    request: 'PATCH contacts/c1',
    body: {phone: '1'},
    headers: {'if-match': '"v1"'},
    answer: contact,
  },
  'contacts.conversations': {
    call: (s) => s.contacts!.conversations('c1', {limit: 3}, {}),
    request: 'GET contacts/c1/conversations',
    query: {limit: '3'},
    answer: {items: [conversation]},
  },
  'contacts.search': {call: (s) => s.contacts!.search!('robin', {}), request: 'GET contacts', query: {text: 'robin'}, ...list(contact)},
  'tickets.form': {
    call: (s) => s.tickets!.form('k1', {}),
    request: 'GET tickets/form',
    query: {conversationId: 'k1'},
    answer: {fields: [{key: 'product', label: 'Product', kind: 'select', options: [{value: 'a', label: 'A'}]}]},
  },
  'tickets.create': {
    call: (s) => s.tickets!.create({clientId: 'y1', title: 'Broken kettle'}, {}),
    request: 'POST tickets',
    body: {clientId: 'y1', title: 'Broken kettle'},
    headers: {'idempotency-key': 'y1'},
    answer: ticket,
  },
  'tickets.list': {call: (s) => s.tickets!.list('k1', {}), request: 'GET conversations/k1/tickets', ...list(ticket)},
  'notifications.list': {
    call: (s) => s.notifications!.list({unread: true}, {}),
    request: 'GET notifications',
    query: {unread: 'true'},
    answer: {items: [notification], unread: 4},
  },
  'notifications.markRead': {call: (s) => s.notifications!.markRead('all', {}), request: 'POST notifications/read', body: {ids: 'all'}},
  'notifications.markUnread': {call: (s) => s.notifications!.markUnread!('n1', {}), request: 'POST notifications/n1/unread'},
  'notifications.remove': {call: (s) => s.notifications!.remove!(['n1'], {}), request: 'POST notifications/remove', body: {ids: ['n1']}},
  'escalations.list': {call: (s) => s.escalations!.list('k1', {}), request: 'GET conversations/k1/escalations', ...list(escalation)},
  'escalations.raise': {
    call: (s) => s.escalations!.raise('k1', {reason: 'Angry'}, {}),
    request: 'POST conversations/k1/escalations',
    body: {reason: 'Angry'},
    answer: escalation,
  },
  'escalations.clear': {call: (s) => s.escalations!.clear('e1', {}), request: 'DELETE escalations/e1'},
  'automation.handOff': {
    call: (s) => s.automation!.handOff('k1', 'bot', {}),
    request: 'POST conversations/k1/hand-off',
    body: {to: 'bot'},
    answer: conversation,
  },
  'upload.put': {
    call: (s) => s.upload!.put(file, {}),
    request: 'POST uploads',
    query: {name: 'a & b.txt'},
    body: file.blob,
    headers: {'content-type': 'text/plain'},
    answer: upload,
  },
  'upload.discard': {call: (s) => s.upload!.discard!(upload, {}), request: 'DELETE uploads/r1'},
  'download.url': {
    call: (s) => s.download!.url(message.attachments[0]!, {}),
    request: 'GET attachments/f1/link',
    answer: {href: 'files/f1?sig=1'},
    gives: {href: 'https://desk.example/v1/files/f1?sig=1'},
  },
  'canned.find': {
    call: (s) => s.canned!.find('hi', {kind: 'reply', conversationId: 'k1'}, {}),
    request: 'GET canned',
    query: {text: 'hi', kind: 'reply', conversationId: 'k1'},
    ...list({id: 'a1', shortcut: 'hi', body}),
  },
  'macros.list': {call: (s) => s.macros!.list({}), request: 'GET macros', ...list({id: 'a1', name: 'Refund'})},
  'macros.run': {call: (s) => s.macros!.run('a1', 'k1', {}), request: 'POST macros/a1/run', body: {conversationId: 'k1'}},
  'typing.set': {
    call: (s) => s.typing!.set('k1', true, 'note', {}),
    request: 'POST conversations/k1/typing',
    body: {on: true, kind: 'note'},
  },
  'availability.set': {call: (s) => s.availability!.set('busy', {}), request: 'PUT availability', body: {availability: 'busy'}},
  'presence.set': {call: (s) => s.presence!.set('k1', 'away', {}), request: 'POST conversations/k1/presence', body: {doing: 'away'}},
  'directory.agents': {call: (s) => s.directory!.agents({text: 'be'}, {}), request: 'GET agents', query: {text: 'be'}, ...list(person)},
  'lookup.sent': {call: (s) => s.lookup!.sent('k1', 'x1', {}), request: 'GET conversations/k1/sent/x1', answer: message},
  'views.list': {call: (s) => s.views!.list({}), request: 'GET views', ...list(view)},
  'views.save': {
    call: (s) => s.views!.save!({id: 'v1', label: 'Mine', filter: {assignee: 'me'}}, {}),
    request: 'PUT views/v1',
    body: {label: 'Mine', filter: {assignee: 'me'}},
    answer: view,
  },
  'views.remove': {call: (s) => s.views!.remove!('v1', {}), request: 'DELETE views/v1'},
  'profile.get': {call: (s) => s.profile!.get({}), request: 'GET profile', answer: profile},
  'profile.update': {call: (s) => s.profile!.update!({signature: 'A.'}, {}), request: 'PATCH profile', body: {signature: 'A.'}, answer: profile},
  'profile.setAvatar': {call: (s) => s.profile!.setAvatar!(null, {}), request: 'DELETE profile/avatar', answer: profile},
  'bulk.setState': {
    call: (s) => s.bulk!.setState(['k1'], 'archived', {}),
    request: 'POST conversations/bulk',
    body: {ids: ['k1'], state: 'archived'},
    answer: {items: [{id: 'k1', ok: true}]},
    gives: [{id: 'k1', ok: true}],
  },
  'editMessage.edit': {
    call: (s) => s.editMessage!.edit('k1', 'm1', body, {ifVersion: 'v1'}),
    request: 'PATCH conversations/k1/messages/m1',
    body: {body},
    headers: {'if-match': '"v1"'},
    answer: message,
  },
  'deleteMessage.remove': {call: (s) => s.deleteMessage!.remove('k1', 'm1', {}), request: 'DELETE conversations/k1/messages/m1'},
};

const withLookup = json({...sessionAnswer, capabilities: {...capabilities, idempotentSend: 'lookup'}});

describe.each(Object.entries(uses))('%s', (_name, use) => {
  it(`asks ${use.request} and gives what is answered`, async () => {
    const answer = () => (use.answer === undefined ? nothing() : json(use.answer));
    const {session, asked} = await connectTo({'GET session': withLookup, [use.request]: answer});
    expect(await use.call(session)).toEqual(use.gives ?? use.answer);
    expect(asked.map(({what}) => what)).toEqual([use.request]);
    const [{query, body: sent, headers}] = asked as [(typeof asked)[0]];
    const given = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]));
    expect(given).toEqual(Object.fromEntries(Object.entries(use.query ?? {}).map(([key, value]) => [key, [value].flat()])));
    expect(sent).toEqual(use.body);
    expect(headers.get('authorization')).toBe('Bearer token');
    expect(headers.get('accept-language')).toBe('en-GB');
    for (const [name, value] of Object.entries(use.headers ?? {})) expect(headers.get(name)).toBe(value);
    if (!use.headers?.['if-match']) expect(headers.get('if-match')).toBeNull();
    if (!use.headers?.['idempotency-key']) expect(headers.get('idempotency-key')).toBeNull();
  });
});

describe('the table of docs/protocol.md', () => {
  const text = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- methods -->([^]*?)<!-- \/methods -->/.exec(text) ?? [];
  const rows = new Map(
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .map(([, name = '', request = '', ...more]) => [name.replaceAll('`', ''), {request, more: more.join('|')}]),
  );

  it('has a row for each method of the contract, and no other', () => {
    expect([...rows.keys()].sort()).toEqual(['connect', 'events', 'watch', 'close', ...Object.keys(uses)].sort());
  });

  it.each(Object.entries(uses))('says of %s what the adapter asks', (name, {request, query, body: sent}) => {
    const row = rows.get(name);
    const patterns = [...(row?.request ?? '').matchAll(/`([A-Z]+) P\/([^`]+)`/g)].map(([, method = '', path = '']) =>
      new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[a-z0-9]+')}$`),
    );
    expect(patterns.some((pattern) => pattern.test(request))).toBe(true);
    const keys = sent instanceof Blob || typeof sent !== 'object' || sent === null || /`(NewMessage|NewTicket)`|what changes/.test(row?.more ?? '') ? [] : Object.keys(sent);
    for (const key of [...Object.keys(query ?? {}), ...keys]) expect(row?.more).toContain(key);
  });
});

describe('views.save', () => {
  it('of a new view makes one', async () => {
    const {session, asked} = await connectTo({'POST views': json(view, 201)});
    await session.views!.save!({label: 'Mine', filter: {}}, {});
    expect(asked[0]?.what).toBe('POST views');
  });
});

describe('profile.setAvatar', () => {
  it('puts the bytes of a picture', async () => {
    const {session, asked} = await connectTo({'PUT profile/avatar': json(profile)});
    await session.profile!.setAvatar!({name: 'me.png', mime: 'image/png', blob: file.blob}, {});
    expect([asked[0]?.body, asked[0]?.headers.get('content-type')]).toEqual([file.blob, 'image/png']);
  });
});

describe('fileOrigins', () => {
  it('is the place of the endpoint alone', async () => {
    const {session} = await connectTo();
    expect(session.fileOrigins).toEqual([new URL(endpoint).origin]);
  });
});
