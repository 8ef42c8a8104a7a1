import {createHttpAdapter, type HttpAdapterOptions} from '../../src/adapters/http/index.js';
import type {AdapterContext, AdapterError, Capabilities, Feature, Session} from '../../src/contract/index.js';
import {FakeClock} from './fake-clock.js';

export const endpoint = 'https://desk.example/v1';

/** What reached the wire. */
export interface Asked {
  /** 'GET conversations/k1', below the endpoint. */
  readonly what: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

type Answer = Response | ((asked: Asked) => Response | Promise<Response>);

export const json = (body: unknown, status = 200, headers: HeadersInit = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

export const problem = (status: number, body: object = {}, headers: HeadersInit = {}): Response =>
  json({status, ...body}, status, {'content-type': 'application/problem+json', ...headers});

export const nothing = (): Response => new Response(null, {status: 204});

export const time = '2026-03-24T14:00:00.000Z';
const versioned = {version: 'v1', rev: 3};
export const contact = {id: 'c1', ...versioned, name: 'Robin Meyer', email: 'robin@example.org'};
export const message = {
  id: 'm1',
  ...versioned,
  conversationId: 'k1',
  clientId: 'x1',
  kind: 'reply',
  order: '0001',
  author: {kind: 'agent', id: 'ann', name: 'Ann Keller'},
  body: {format: 'text', value: 'On its way'},
  attachments: [{id: 'f1', name: 'a.pdf', mime: 'application/pdf', bytes: 12}],
  createdAt: time,
  delivery: 'sent',
};
export const conversation = {
  id: 'k1',
  ...versioned,
  subject: 'Order 1001',
  state: 'active',
  channel: {kind: 'email', name: 'Help desk'},
  contact,
  assignee: null,
  tags: [{id: 't1', name: 'Billing'}],
  unread: 1,
  lastMessage: message,
  createdAt: time,
  activityAt: time,
  deny: {reply: 'The window is over.'},
};
export const notification = {id: 'n1', kind: 'mention', conversationId: 'k1', title: 'Ben named you', createdAt: time};
export const escalation = {id: 'e1', conversationId: 'k1', reason: 'Angry', raisedAt: time};
export const ticket = {id: 'i1', title: 'Broken kettle', status: 'open', open: true};

export const capabilities: Capabilities = {
  views: [
    {id: 'active', role: 'active'},
    {id: 'archived', role: 'archived'},
  ],
  filters: ['assignee', 'tags'],
  sorts: ['activity-desc'],
  kinds: ['reply', 'note'],
  bodyFormats: ['text'],
  events: {transport: 'push', resume: 'cursor', ordering: 'per-conversation', types: ['message.upserted', 'typing', 'reset']},
  idempotentSend: 'server',
  states: ['active', 'archived'],
  archive: {clearsNotifications: 'server', reopenOnReply: false, reopenOnIncoming: true, undo: 'restore'},
  send: {thenState: true, replyTo: false, mentions: true, mail: false, staleGuard: 'server'},
  attachments: {mode: 'upload-first', maxBytes: 1_000, progress: true},
  totals: 'exact',
};

export const everyFeature: readonly Feature[] = [
  'counts', 'search', 'readState', 'tags', 'assignment', 'priority', 'contacts', 'tickets', 'notifications', 'escalations',
  'automation', 'upload', 'download', 'canned', 'macros', 'typing', 'availability', 'presence', 'directory', 'lookup', 'views',
  'profile', 'bulk', 'editMessage', 'deleteMessage',
];

export const session = {
  me: {id: 'ann', name: 'Ann Keller'},
  identity: 'desk.example/acme/ann',
  capabilities,
  features: everyFeature,
  optional: [
    'readState.markUnread', 'tags.create', 'contacts.update', 'contacts.search', 'notifications.markUnread', 'notifications.remove',
    'upload.discard', 'views.save', 'views.remove', 'profile.update', 'profile.setAvatar',
  ],
  profileEditable: ['name', 'signature'],
  cursor: '10',
  serverNow: time,
};

export interface Connected {
  readonly session: Session;
  readonly asked: Asked[];
  readonly clock: FakeClock;
  readonly logged: string[];
}

interface Settings {
  readonly options?: Partial<HttpAdapterOptions>;
  readonly context?: Partial<AdapterContext>;
}

/** An adapter whose server answers as `answers` says; the session by itself, everything else with 404. */
export function adapterWith(answers: Readonly<Record<string, Answer>>, {options, context}: Settings = {}) {
  const asked: Asked[] = [];
  const logged: string[] = [];
  const clock = new FakeClock();
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input as string, 'https://page.example');
    const {body} = init;
    const one: Asked = {
      what: `${init.method ?? 'GET'} ${url.pathname.replace(/^\/v1\//, '')}`,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : body,
      init,
    };
    asked.push(one);
    init.signal?.throwIfAborted();
    const answer = answers[one.what] ?? (one.what === 'GET session' ? json(session) : problem(404));
    return typeof answer === 'function' ? answer(one) : answer.clone();
  };
  const full: AdapterContext = {
    fetch,
    clock,
    locale: 'en-GB',
    log: (_level, text) => void logged.push(text),
    getToken: () => 'token',
    ...context,
  };
  const adapter = createHttpAdapter({endpoint, ...options});
  return {connect: () => adapter.connect(full, {}), asked, clock, logged};
}

/** A session whose first request is forgotten. */
export async function connectTo(answers: Readonly<Record<string, Answer>> = {}, settings: Settings = {}): Promise<Connected> {
  const {connect, ...around} = adapterWith(answers, settings);
  const opened = await connect();
  around.asked.length = 0;
  return {session: opened, ...around};
}

/** The error that a call ends with. */
export const failure = (call: Promise<unknown>): Promise<AdapterError> =>
  call.then(
    (value) => {
      throw new Error(`accepted: ${JSON.stringify(value)}`);
    },
    (error: unknown) => error as AdapterError,
  );
