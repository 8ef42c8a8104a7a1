import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {Conversation, Message, Page} from '../../src/contract/index.js';
import {isSigned, sign} from '../src/channels/signature.js';
import {deadDeliveries, putChannel, reviveDelivery} from '../src/desk/admin.js';
import type {LoopServer} from '../src/index.js';
import type {Database} from '../src/ports/database.js';
import {openPglite} from '../src/ports/pglite.js';
import {endpoint, newDesk, startServer} from './support/desk.js';
import {asAgent, until} from './support/raw.js';

const secret = 'the secret of a channel';

interface Told {
  readonly url: string;
  readonly signed: boolean;
  readonly body: {readonly id: string; readonly type: string; readonly message: Message; readonly thread?: readonly Message[]; readonly channel: {readonly conversation?: string; readonly contact?: string}};
}

let db: Database;
let server: LoopServer;
let account = '';
let channel = '';
let told: Told[] = [];
/** What the world outside answers. */
let answer: (told: Told) => Response = () => new Response(null, {status: 204});

beforeAll(async () => {
  db = await openPglite();
  const outside: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    const one: Told = {url: request.url, signed: isSigned(secret, text, request.headers.get('loop-signature'), Date.now()), body: JSON.parse(text) as Told['body']};
    told.push(one);
    return answer(one);
  };
  server = await startServer(db, {fetch: outside, limits: {deliveryAttempts: 2, deliveryMaxWaitMs: 50}});
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  account = await newDesk(server.services);
  channel = `${account}-shop`;
  told = [];
  answer = () => new Response(null, {status: 204});
  await putChannel(server.services, account, {id: channel, kind: 'whatsapp', name: 'Shop', secret, deliverUrl: 'https://channel.example/out'});
});

async function post(path: string, body: unknown, signature?: string) {
  const text = JSON.stringify(body);
  const headers = {'loop-signature': signature ?? sign(secret, text, Date.now()), 'content-type': 'application/json'};
  const response = await server.fetch(new Request(`${endpoint}/channels/${channel}/${path}`, {method: 'POST', body: text, headers}));
  const said = await response.text();
  return {status: response.status, headers: response.headers, body: (said ? JSON.parse(said) : undefined) as {conversationId: string; messageId: string}};
}

const hello = (id: string, text: string, more: object = {}) => ({id, contact: {id: '+49170', name: 'Kim', phone: '+49170'}, body: {format: 'text', value: text}, ...more});

describe('a message that comes in', () => {
  it('begins a conversation, goes on in it, and is taken once', async () => {
    const first = await post('messages', hello('m1', 'Hello?'));
    expect(first.status).toBe(201);
    const again = await post('messages', hello('m1', 'Hello?'));
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([first.body, 'true']);
    const second = await post('messages', hello('m2', 'Anybody there?'));
    expect(second.body.conversationId).toBe(first.body.conversationId);
    const {body} = await asAgent(server, account, 'ann').call<Conversation>('GET', `/conversations/${first.body.conversationId}`);
    expect(body).toMatchObject({channel: {kind: 'whatsapp', name: 'Shop', inboxId: channel}, contact: {name: 'Kim'}, unread: 2, state: 'active'});
  });

  it('is taken once, however often it comes at the same moment', async () => {
    const answers = await Promise.all(Array.from({length: 6}, () => post('messages', hello('same', 'At once'))));
    expect(new Set(answers.map(({body}) => body.messageId)).size).toBe(1);
  });

  it('brings its files, which are served as downloads that nobody runs', async () => {
    const base64 = Buffer.from('a,b\n1,2\n').toString('base64');
    const {body} = await post('messages', hello('m1', 'See the list', {attachments: [{name: 'list.csv', mime: 'text/csv', base64}]}));
    const ann = asAgent(server, account, 'ann');
    const {body: page} = await ann.call<Page<Message>>('GET', `/conversations/${body.conversationId}/messages`);
    const file = page.items[0]?.attachments[0];
    const {body: link} = await ann.call<{href: string}>('GET', `/attachments/${file?.id}/link`);
    const served = await server.fetch(new Request(`${endpoint}/${link.href}`));
    expect(await served.text()).toBe('a,b\n1,2\n');
    expect(served.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    const forged = link.href.replace(/until=\d+/, `until=${Date.now() + 9e9}`);
    expect((await server.fetch(new Request(`${endpoint}/${forged}`))).status).toBe(404);
    const page2 = await post('messages', hello('m2', 'A page', {attachments: [{name: 'x.html', mime: 'text/html', base64}]}));
    expect(page2.status).toBe(422);
  });

  it.each([
    ['a wrong signature', () => `t=${Math.floor(Date.now() / 1_000)},v1=${'0'.repeat(64)}`],
    ['no signature', () => ''],
    ['an old signature', () => sign(secret, JSON.stringify(hello('m1', 'Hello?')), Date.now() - 3_600_000)],
  ])('with %s is refused', async (_name, signature) => {
    expect((await post('messages', hello('m1', 'Hello?'), signature())).status).toBe(403);
  });
});

describe('a reply that goes out', () => {
  it('is told to the channel, signed, in the words of the channel, and a note never is', async () => {
    const {body} = await post('messages', hello('m1', 'Hello?', {conversation: {id: 'thread 7'}}));
    const ann = asAgent(server, account, 'ann');
    answer = () => Response.json({delivery: 'delivered'});
    await ann.call('POST', `/conversations/${body.conversationId}/messages`, {kind: 'note', body: {format: 'text', value: 'Between us'}}, {'idempotency-key': 'n1'});
    const {body: sent} = await ann.send(body.conversationId, 'Hi Kim', 'r1');
    await until('the channel is told', () => told[0]);
    expect(told.map(({url, signed, body: one}) => [url, signed, one.type, one.message.body.value, one.channel.conversation, one.channel.contact])).toEqual([
      ['https://channel.example/out', true, 'message', 'Hi Kim', 'thread 7', '+49170'],
    ]);
    const delivery = async () => (await ann.call<Page<Message>>('GET', `/conversations/${body.conversationId}/messages`)).body.items.find(({id}) => id === sent.message.id)?.delivery;
    await until('it is delivered', async () => (await delivery()) === 'delivered');
    await post('receipts', {messageId: sent.message.id, delivery: 'read'});
    expect(await delivery()).toBe('read');
  });

  it('is tried again, then given up, told as failed, and can be revived', async () => {
    const {body} = await post('messages', hello('m1', 'Hello?'));
    const ann = asAgent(server, account, 'ann');
    answer = () => new Response('no', {status: 500});
    const {body: sent} = await ann.send(body.conversationId, 'Hi Kim', 'r1');
    const stored = async () => (await ann.call<Page<Message>>('GET', `/conversations/${body.conversationId}/messages`)).body.items.find(({id}) => id === sent.message.id);
    await until('it has failed', async () => (await stored())?.delivery === 'failed');
    expect((await stored())?.deliveryError).toBe('HTTP 500');
    expect(told.map(({body: one}) => one.id)).toHaveLength(2);
    const [dead] = (await deadDeliveries(server.services)).filter((row) => row['account'] === account);
    answer = () => Response.json({delivery: 'delivered'});
    await reviveDelivery(server.services, String(dead?.['id']));
    await until('it is delivered after all', async () => (await stored())?.delivery === 'delivered');
  });
});

describe('the automated responder', () => {
  beforeEach(() => putChannel(server.services, account, {id: channel, kind: 'web-chat', secret, deliverUrl: 'https://channel.example/out', responderUrl: 'https://bot.example/ask'}));

  const state = async (id: string) => (await asAgent(server, account, 'ann').call<Conversation>('GET', `/conversations/${id}`)).body.state;

  it('is asked about a new conversation, answers, and its answer goes out', async () => {
    answer = ({url}) => (url.includes('bot') ? Response.json({reply: {format: 'text', value: 'We open at nine.'}}) : new Response(null, {status: 204}));
    const {body} = await post('messages', hello('m1', 'When do you open?'));
    await until('the answer goes out', () => told.some(({url, body: one}) => url.includes('channel') && one.message.body.value === 'We open at nine.'));
    expect(await state(body.conversationId)).toBe('automated');
    const asked = told.find(({url}) => url.includes('bot'));
    expect([asked?.signed, asked?.body.thread?.map(({body: one}) => one.value)]).toEqual([true, ['When do you open?']]);
  });

  it('hands over to people, and is asked no more', async () => {
    answer = ({url}) => (url.includes('bot') ? Response.json({handOver: true, note: 'Wants a person'}) : new Response(null, {status: 204}));
    const {body} = await post('messages', hello('m1', 'A person, please'));
    await until('people have it', async () => (await state(body.conversationId)) === 'active');
    const asked = told.length;
    await post('messages', hello('m2', 'Thank you'));
    const {body: bell} = await asAgent(server, account, 'ann').call<{items: {kind: string; conversationId: string}[]}>('GET', '/notifications');
    expect(bell.items.some(({kind, conversationId}) => kind === 'new-conversation' && conversationId === body.conversationId)).toBe(true);
    expect(told.length).toBe(asked);
  });

  it('that does not answer does not keep a customer waiting: people get the conversation', async () => {
    answer = ({url}) => new Response(null, {status: url.includes('bot') ? 503 : 204});
    const {body} = await post('messages', hello('m1', 'Hello?'));
    await until('people have it', async () => (await state(body.conversationId)) === 'active');
  });

  it('may say something later, once, but not in what people have taken over', async () => {
    const {body} = await post('messages', hello('m1', 'Where is my order?'));
    await until('it was asked', () => told.length > 0);
    const later = {id: 'l1', conversationId: body.conversationId, reply: {format: 'text', value: 'On its way.'}};
    expect((await post('responses', later)).status).toBe(204);
    await post('responses', later);
    const ann = asAgent(server, account, 'ann');
    const bots = async () => (await ann.call<Page<Message>>('GET', `/conversations/${body.conversationId}/messages`)).body.items.filter(({author}) => author.kind === 'bot');
    expect((await bots()).map(({body: one}) => one.value)).toEqual(['On its way.']);
    await ann.call('POST', `/conversations/${body.conversationId}/hand-off`, {to: 'agent'});
    await post('responses', {...later, id: 'l2'});
    expect(await bots()).toHaveLength(1);
  });
});
