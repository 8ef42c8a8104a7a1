import {createRequestTrackerAdapter, type RequestTrackerOptions} from '../../src/adapters/request-tracker/index.js';
import type {AdapterContext, Session} from '../../src/contract/index.js';
import {FakeClock} from './fake-clock.js';

type Json = Readonly<Record<string, unknown>>;

/** One request as Request Tracker saw it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly headers: Headers;
  readonly credentials: RequestCredentials;
}

/** Answers JSON with status 200, or a Response as it is; undefined: not found. */
export type Route = (asked: Asked) => unknown;

export const answer = (status: number, body: unknown = {message: 'as told'}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers});

export const page = (items: readonly Json[], total: number | null = items.length): Json => ({items, total, count: items.length, page: 1, per_page: 20});

export const userRef = (id: number, name: string, more: Json = {}): Json => ({type: 'user', id, Name: name, RealName: '', EmailAddress: '', ...more});

export const ana = userRef(28, 'agent1', {RealName: 'Ana Agent'});
export const dora = userRef(38, 'dora@example.net', {RealName: 'Dora', EmailAddress: 'dora@example.net'});
const nobody = userRef(6, 'Nobody');

const linksFor = (...refs: readonly string[]): readonly Json[] => refs.map((ref) => ({ref}));

/** A row of /tickets. Numbers come as digits here and as numbers there, as Request Tracker has it. */
export const ticket = (id: number, more: Json = {}): Json => ({
  type: 'ticket',
  id: String(id),
  Subject: `Ticket ${id}`,
  Status: 'open',
  Queue: {type: 'queue', id: 3, Name: 'Inbox'},
  Owner: nobody,
  Requestor: [dora],
  Creator: dora,
  CustomFields: [{id: '2', name: 'Tags', values: []}],
  Created: '2026-03-23T09:00:00Z',
  LastUpdated: '2026-03-23T09:00:00Z',
  _hyperlinks: linksFor('self', 'correspond', 'comment', 'lifecycle'),
  ...more,
});

export const readOnly = {_hyperlinks: linksFor('self', 'comment')};

export const withTags = (...values: readonly string[]): Json => ({CustomFields: [{id: '2', name: 'Tags', values}]});

export const transaction = (id: number, type: string, more: Json = {}): Json => ({
  type: 'transaction',
  id: String(id),
  Type: type,
  Field: '',
  OldValue: '',
  NewValue: '',
  ObjectId: '1',
  Creator: dora,
  Created: '2026-03-23T09:00:00Z',
  CustomFields: [{id: '6', name: 'ClientId', values: []}],
  ...more,
});

/** A row of /attachments, for its list and for its content. */
export const part = (id: number, transactionId: number, content: string, more: Json = {}): Json => ({
  type: 'attachment',
  id: String(id),
  TransactionId: String(transactionId),
  ContentType: 'text/plain',
  Filename: '',
  ContentLength: String(new TextEncoder().encode(content).length),
  Headers: '',
  Content: content,
  ...more,
});

const desk: Readonly<Record<string, Route>> = {
  'GET rt': () => ({Version: '5.0.3'}),
  'GET user/28': () => ({...ana, Privileged: 1}),
  'GET user/38': () => ({...dora, Privileged: 0}),
  'GET user/1': () => ({Privileged: 1, Name: 'RT_System', RealName: 'The RT System itself'}),
  'GET queue/Inbox': () => ({
    id: 3,
    Name: 'Inbox',
    TicketCustomFields: [{id: '2', name: 'Tags'}],
    TicketTransactionCustomFields: [{id: '6', name: 'ClientId'}],
  }),
  'GET tickets': () => page([ticket(1)]),
  'GET attachments': () => page([]),
};

export interface FakeRt {
  readonly session: Session;
  readonly clock: FakeClock;
  /** Everything since the session was open. */
  readonly asked: Asked[];
  readonly context: AdapterContext;
}

/** A session on answers that a test writes down; what it does not name is a small desk. */
export async function connectTo(
  routes: Readonly<Record<string, Route>> = {},
  {options = {}, context = {}}: {readonly options?: Partial<RequestTrackerOptions>; readonly context?: Partial<AdapterContext>} = {},
): Promise<FakeRt> {
  const asked: Asked[] = [];
  const clock = new FakeClock();
  const all = {...desk, ...routes};
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const path = url.pathname.replace('/rt/REST/2.0/', '');
    const text = await request.text();
    const body = (text === '' ? {} : JSON.parse(text)) as Json;
    const one: Asked = {method: request.method, path, query: url.searchParams, body, headers: request.headers, credentials: request.credentials};
    asked.push(one);
    const given = await all[`${one.method} ${path}`]?.(one);
    if (given === undefined) return answer(404, {message: 'Not Found'});
    return given instanceof Response ? given : answer(200, given);
  };
  const full: AdapterContext = {getToken: () => '1-28-c0ffee', fetch, clock, locale: 'en', ...context};
  const adapter = createRequestTrackerAdapter({endpoint: 'https://desk.example/rt/', queues: ['Inbox'], ...options});
  const session = await adapter.connect(full, {});
  asked.length = 0;
  return {session, clock, asked, context: full};
}

/** Rows of a table as Request Tracker pages them. */
export const paged = (rows: readonly Json[], {query}: Asked, total: number | null = rows.length): Json => {
  const size = Number(query.get('per_page') ?? 20);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return page(rows.slice(start, start + size), total);
};

/** Transactions as a query by ids asks for them; what is not in `visible` is taken out after the page was cut. */
export function history(rows: readonly Json[], {query}: Asked, visible: (row: Json) => boolean = () => true): Json {
  const sql = query.get('query') ?? '';
  const bounds = [...sql.matchAll(/\bid (>=|<|>|=) (\d+)/g)].map(([, sign, id]) => [sign, Number(id)] as const);
  const holds = (id: number) =>
    bounds.every(([sign, bound]) => (sign === '>=' ? id >= bound : sign === '>' ? id > bound : sign === '<' ? id < bound : id === bound));
  const found = rows.filter((row) => holds(Number(row['id'])));
  if (query.get('order') === 'DESC') found.reverse();
  return page(found.slice(0, Number(query.get('per_page'))).filter(visible), null);
}

/** Parts of the messages that a query names, or those with these ids. */
export function partsOf(rows: readonly Json[], {query}: Asked): Json {
  const [condition] = JSON.parse(query.get('query') ?? '[]') as readonly {readonly field: string; readonly value: readonly string[]}[];
  const key = condition?.field ?? 'id';
  return page(rows.filter((row) => condition?.value.includes(String(row[key]))), null);
}
