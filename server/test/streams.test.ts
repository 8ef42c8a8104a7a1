import {get, type IncomingMessage} from 'node:http';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import type {LoopEvent} from '../../src/contract/index.js';
import type {LoopServer} from '../src/index.js';
import type {Database} from '../src/ports/database.js';
import {openPglite} from '../src/ports/pglite.js';
import {listen} from './support/sockets.js';
import {removeAgent, setVisibleTo} from '../src/desk/admin.js';
import {Upkeep} from '../src/upkeep.js';
import {endpoint, newDesk, seedOf, startServer, tokenFor} from './support/desk.js';
import {asAgent, frames, until, type Frame} from './support/raw.js';

let db: Database;
let server: LoopServer;
let account = '';

beforeAll(async () => {
  db = await openPglite();
  server = await startServer(db, {limits: {maxStreamBacklogBytes: 20_000, pingMs: 200, maxStreams: 3}});
});
beforeAll(async () => void (account = await newDesk(server.services)));
afterAll(async () => {
  await server.close();
  await db.close();
});

interface Following {
  readonly seen: Frame[];
  readonly events: () => LoopEvent[];
  readonly isOver: () => boolean;
  readonly status: number;
  stop(): void;
}

async function follow(agent: string, {after, seconds}: {after?: string; seconds?: number} = {}): Promise<Following> {
  const stop = new AbortController();
  const request = new Request(`${endpoint}/events${after === undefined ? '' : `?after=${after}`}`, {
    headers: {authorization: `Bearer ${await tokenFor(account, agent, seconds)}`},
    signal: stop.signal,
  });
  const answer = await server.fetch(request);
  const seen: Frame[] = [];
  let over = false;
  void (async () => {
    try {
      if (answer.ok) for await (const frame of frames(answer)) seen.push(frame);
    } catch {
      // Aborted by the test.
    }
    over = true;
  })();
  const events = () => seen.flatMap(({data}) => (data && 'type' in data ? data : []));
  return {seen, events, isOver: () => over, status: answer.status, stop: () => stop.abort()};
}

const tellsMessage = (id: string) => (event: LoopEvent) => event.type === 'message.upserted' && event.message.id === id;

describe('a stream of events', () => {
  it('begins with the phase and the present position', async () => {
    const reader = await follow('ann');
    await until('the first frame', () => reader.seen[0]);
    expect(reader.seen[0]).toMatchObject({event: 'phase', data: {phase: 'live'}});
    expect(reader.seen[0]?.id).toMatch(/^\w+\.\d+$/);
    reader.stop();
  });

  it('names a position only with the last event of a transaction', async () => {
    const reader = await follow('ben');
    await until('the first frame', () => reader.seen[0]);
    const {body} = await asAgent(server, account, 'ann').send('first', 'Hello', 'position-1');
    await until('the message is told', () => reader.events().some(tellsMessage(body.message.id)));
    await until('its conversation is told', () => reader.events().some(({type}) => type === 'conversation.upserted'));
    const sequenced = reader.seen.filter(({event}) => event === 'message.upserted' || event === 'conversation.upserted');
    expect(sequenced.map(({id}) => id !== undefined)).toEqual([false, true]);
    reader.stop();
  });

  it('ends with the credentials of its reader', async () => {
    const reader = await follow('ann', {seconds: 1});
    expect(reader.status).toBe(200);
    await until('the stream has ended', () => reader.isOver());
  });

  it('is refused where one agent has too many, with the time to wait', async () => {
    const readers = [await follow('ann'), await follow('ann'), await follow('ann')];
    const late = await follow('ann');
    expect(late.status).toBe(429);
    for (const reader of readers) reader.stop();
    await until('the streams are given up', async () => {
      const again = await follow('ann');
      again.stop();
      return again.status === 200;
    });
  });

  it('cuts off a reader who does not read, and the others hear on', async () => {
    const request = new Request(`${endpoint}/events`, {headers: {authorization: `Bearer ${await tokenFor(account, 'ben')}`}});
    const sluggish = await server.fetch(request);
    const reader = await follow('ben');
    const ann = asAgent(server, account, 'ann');
    const open = () => /^loop_streams (\d+)$/m.exec(server.services.metrics.text())?.[1];
    const before = Number(open());
    let last = '';
    for (let index = 0; index < 60; index++) last = (await ann.send('first', `long ${'x'.repeat(500)} ${index}`, `slow-${index}`)).body.message.id;
    await until('the reader who reads has heard all', () => reader.events().some(tellsMessage(last)));
    expect(Number(open())).toBe(before - 1);
    await sluggish.body?.cancel();
    reader.stop();
  });

  it('leaves no timer behind where its reader was gone before it began', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    const caller = {account, agent: 'ann', author: {kind: 'agent', id: 'ann'}, email: null} as const;
    const hour = 3_600_000;
    await server.services.hub.open(caller, undefined, Date.now() + hour, {signal: AbortSignal.abort()});
    const long = timers.mock.calls.flatMap(([, ms], index) => (ms !== undefined && ms > hour / 2 ? [timers.mock.results[index]?.value as unknown] : []));
    expect(long).toHaveLength(1);
    expect(cleared.mock.calls.map(([timer]) => timer as unknown)).toContain(long[0]);
    vi.restoreAllMocks();
  });

  it('is forgotten when its reader dies', async () => {
    const reader = await follow('ann');
    await until('the first frame', () => reader.seen[0]);
    reader.stop();
    await until('no stream of the reader is left', () => /^loop_streams 0$/m.test(server.services.metrics.text()));
  });

  it('answers a forgotten position by reset, with the present one, and only then says live', async () => {
    const {body} = await asAgent(server, account, 'ann').call<{cursor: string}>('GET', '/session');
    await asAgent(server, account, 'ann').send('first', 'Soon forgotten', 'forgotten-1');
    const late = {...server.services, clock: {...server.services.clock, now: () => Date.now() + 30 * 86_400_000}};
    await new Upkeep(late).tidy();
    const reader = await follow('ben', {after: body.cursor});
    await until('live', () => reader.seen.some(({data}) => data && 'phase' in data && data.phase === 'live'));
    expect(reader.seen.map(({event}) => event)).toEqual(['phase', 'reset', 'phase']);
    expect(reader.seen[1]?.data).toMatchObject({type: 'reset', reason: 'cursor-expired', scope: 'all'});
    expect(reader.seen[1]?.id).toBe(reader.seen[2]?.id);
    reader.stop();
  });

  it('tells as plain JSON what it tells as a stream, and waits for it', async () => {
    const ann = asAgent(server, account, 'ann');
    const {body: session} = await ann.call<{cursor: string}>('GET', '/session');
    const waiting = asAgent(server, account, 'ben').call<{items: LoopEvent[]; cursor: string; phase: string}>('GET', `/events/log?after=${session.cursor}&wait=50`);
    const {body: sent} = await ann.send('first', 'While you wait', 'poll-1');
    const {body: log} = await waiting;
    expect(log.items.some(tellsMessage(sent.message.id))).toBe(true);
    const {body: rest} = await asAgent(server, account, 'ben').call<{items: LoopEvent[]; cursor: string}>('GET', `/events/log?after=${log.cursor}`);
    expect(rest.items).toEqual([]);
  });
});

describe('a stream of events on a socket', () => {
  it('cuts off a reader who does not read, keeps nothing for them, and the others hear on', async () => {
    const {endpoint: address, close} = await listen(server);
    const headers = {authorization: `Bearer ${await tokenFor(account, 'ben')}`};
    // Answered, and then never read from: what the system between the two can hold is soon full.
    const sluggish = await new Promise<IncomingMessage>((resolve, reject) => get(`${address}/events`, {headers}, resolve).on('error', reject));
    sluggish.pause();
    sluggish.on('error', () => {});
    const reader = await follow('ben');
    await until('both are there', () => /^loop_streams 2$/m.test(server.services.metrics.text()));
    const ann = asAgent(server, account, 'ann');
    let last = '';
    for (let index = 0; !/^loop_streams 1$/m.test(server.services.metrics.text()); index++) {
      expect(index, 'messages that a reader who does not read is behind').toBeLessThan(200);
      last = (await ann.send('first', `long ${'x'.repeat(90_000)} ${index}`, `socket-${index}`)).body.message.id;
    }
    await until('the reader who reads has heard all', () => reader.events().some(tellsMessage(last)));
    sluggish.destroy();
    reader.stop();
    await close();
  });
});

describe('rights', () => {
  it('takes a conversation that is no longer visible out of the stream, whatever is read afterwards', async () => {
    const seed = seedOf(server.services, account);
    const {id} = await seed.conversation({contact: 'robin', text: 'For both, at first'});
    const {body: session} = await asAgent(server, account, 'ann').call<{cursor: string}>('GET', '/session');
    await seed.incoming(id, 'a word before');
    await setVisibleTo(server.services, account, id, ['agent:ben']);
    await seed.incoming(id, 'a word after');
    const reader = await follow('ann', {after: session.cursor});
    await until('she is told that it is gone', () => reader.events().some((event) => event.type === 'conversation.removed' && event.id === id));
    await until('live', () => reader.seen.some(({data}) => data && 'phase' in data && data.phase === 'live'));
    // Also what happened while she was still allowed: she could no longer read it in a list.
    expect(JSON.stringify(reader.seen)).not.toMatch(/a word (before|after)/);
    reader.stop();
  });

  it('ends for an agent who was removed: no row, no event', async () => {
    const reader = await follow('ben');
    await until('the first frame', () => reader.seen[0]);
    await removeAgent(server.services, account, 'ben');
    const before = reader.events().length;
    const marker = await follow('ann');
    await until('the first frame', () => marker.seen[0]);
    const {id} = await seedOf(server.services, account).incoming('first', 'After you left');
    await until('others hear it', () => marker.events().some(tellsMessage(id)));
    expect(reader.events().slice(before).filter(({type}) => type !== 'counts.changed')).toEqual([]);
    expect((await asAgent(server, account, 'ben').call('GET', '/conversations?view=active')).status).toBe(401);
    await db.query('update agent set active = true where account = $1', [account]);
    reader.stop();
    marker.stop();
  });
});
