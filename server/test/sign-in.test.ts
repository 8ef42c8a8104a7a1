import {SignJWT, UnsecuredJWT, generateKeyPair} from 'jose';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {LoopServer} from '../src/index.js';
import type {Database} from '../src/ports/database.js';
import {openPglite} from '../src/ports/pglite.js';
import {audience, endpoint, issuer, newDesk, secret, startServer, tokenFor} from './support/desk.js';
import {asAgent, rawCalls} from './support/raw.js';

let db: Database;
let server: LoopServer;
let mine = '';
let theirs = '';
/** Made once: finding the primes of one pair takes a slow machine seconds. */
let ownKeys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  ownKeys = await generateKeyPair('RS256');
  db = await openPglite();
  server = await startServer(db, {limits: {callsPerSecond: 1, callsAtOnce: 100}, origins: ['https://crm.example']});
  mine = await newDesk(server.services);
  theirs = await newDesk(server.services);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const inOneHour = Math.floor(Date.now() / 1_000) + 3_600;
const claims = (alg = 'HS256') => new SignJWT({account: mine}).setProtectedHeader({alg}).setSubject('ann').setIssuer(issuer).setAudience(audience).setExpirationTime(inOneHour);

const bad: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['none', () => ''],
  ['not a token', () => 'open sesame'],
  ['an expired one', () => tokenFor(mine, 'ann', -3_600)],
  ['one of another issuer', () => claims().setIssuer('https://elsewhere.example').sign(secret)],
  ['one for another audience', () => claims().setAudience('another product').sign(secret)],
  ['one signed with another secret', () => claims().sign(new TextEncoder().encode('another secret, long enough for HS256'))],
  ['one without an end', () => new SignJWT({account: mine}).setProtectedHeader({alg: 'HS256'}).setSubject('ann').setIssuer(issuer).setAudience(audience).sign(secret)],
  ['one of an algorithm that is not listed', () => claims('HS512').sign(secret)],
  ['one that is signed by nobody', () => new UnsecuredJWT({account: mine}).setSubject('ann').setIssuer(issuer).setAudience(audience).setExpirationTime(inOneHour).encode()],
  ['one of a key pair of its own', () => claims('RS256').sign(ownKeys.privateKey)],
  ['one of an agent who is not there', () => tokenFor(mine, 'mallory')],
  ['one of an account that is not there', () => tokenFor('nowhere', 'ann')],
];

describe('a bad token', () => {
  it.each(bad)('%s gets no row and no event', async (_name, token) => {
    const raw = rawCalls((input, init) => server.fetch(new Request(input, init)), endpoint, token);
    for (const path of ['/session', '/conversations?view=active', '/conversations/first', '/conversations/first/messages', '/counts', '/search?text=order', '/events', '/events/log', '/notifications', '/contacts/robin']) {
      const {status, body} = await raw.call('GET', path);
      expect([path, status]).toEqual([path, 401]);
      expect(JSON.stringify(body)).not.toMatch(/Robin|order|Ann/);
    }
    expect((await raw.send('first', 'Let me in', 'x')).status).toBe(401);
  });

  it('is answered with a problem that says so', async () => {
    const {body, headers} = await rawCalls((input, init) => server.fetch(new Request(input, init)), endpoint, () => tokenFor(mine, 'ann', -3_600)).call('GET', '/session');
    expect(body).toMatchObject({code: 'auth', reason: 'expired', status: 401, applied: 'no'});
    expect(headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('another account', () => {
  it('is out of reach by every address that names a record', async () => {
    const {body: made} = await asAgent(server, theirs, 'ann').call<{id: string}>('POST', '/conversations/first/escalations', {reason: 'theirs'});
    const {body: sent} = await asAgent(server, theirs, 'ann').send('first', 'Of the other account', 'theirs-1');
    const ann = asAgent(server, mine, 'ann');
    for (const [method, path, body] of [
      ['DELETE', `/escalations/${made.id}`, undefined],
      ['PATCH', `/conversations/first/messages/${sent.message.id}`, {body: {format: 'text', value: 'changed'}}],
      ['GET', `/conversations/first/messages?around=${sent.message.id}`, undefined],
      ['GET', `/attachments/${made.id}/link`, undefined],
    ] as const) {
      expect([path, (await ann.call(method, path, body)).status]).toEqual([path, 404]);
    }
    expect(JSON.stringify((await ann.call('GET', '/search?text=Of the other account')).body)).not.toContain('Of the other');
    expect(JSON.stringify((await ann.call('GET', '/conversations/first/messages')).body)).not.toContain('Of the other');
    expect(JSON.stringify((await ann.call('GET', '/events/log')).body)).not.toContain('Of the other');
  });

  it('has cursors of its own: those of another are met with a reset', async () => {
    const {body} = await asAgent(server, theirs, 'ann').call<{cursor: string}>('GET', '/session');
    const {body: log} = await asAgent(server, mine, 'ann').call<{items: unknown[]}>('GET', `/events/log?after=${body.cursor}`);
    expect(log.items).toEqual([{type: 'reset', reason: 'server-restart', scope: 'all'}]);
  });
});

describe('what browsers and proxies are told', () => {
  it('allows the pages it was told of, and shows them the headers they need', async () => {
    const ask = (origin: string) => server.fetch(new Request(`${endpoint}/session`, {method: 'OPTIONS', headers: {origin, 'access-control-request-method': 'GET'}}));
    expect((await ask('https://crm.example')).headers.get('access-control-allow-origin')).toBe('https://crm.example');
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBe(null);
    const answer = await server.fetch(new Request(`${endpoint}/session`, {headers: {origin: 'https://crm.example', authorization: `Bearer ${await tokenFor(mine, 'ben')}`}}));
    expect(answer.headers.get('access-control-expose-headers')?.split(',').map((name) => name.trim())).toEqual(['ETag', 'Retry-After', 'X-Request-Id', 'Idempotency-Replayed']);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
  });

  it('shows a refusal to the page too', async () => {
    const answer = await server.fetch(new Request(`${endpoint}/session`, {headers: {origin: 'https://crm.example'}}));
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, 'https://crm.example']);
  });

  it('asks an agent who calls too often to wait, and no other', async () => {
    const ben = asAgent(server, theirs, 'ben');
    let last = await ben.call('GET', '/tags');
    for (let index = 0; index < 150 && last.status !== 429; index++) last = await ben.call('GET', '/tags');
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.body).toMatchObject({code: 'rate-limited', applied: 'no'});
    expect((await asAgent(server, mine, 'ben').call('GET', '/tags')).status).toBe(200);
  });

  it('says whether it works, and counts, without a name or a word of anybody', async () => {
    expect((await server.fetch(new Request('http://server.test/health'))).status).toBe(200);
    const text = await (await server.fetch(new Request('http://server.test/metrics'))).text();
    expect(text).toMatch(/loop_requests_total\{method="GET",status="401"\} \d+/);
    expect(text).not.toMatch(/Robin|ann@|order/i);
  });
});
