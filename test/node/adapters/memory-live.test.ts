import 'fake-indexeddb/auto';
import {describe, expect, it} from 'vitest';
import {createFaults, createMemoryAdapter, type Failure, type PersistPort} from '../../../src/adapters/memory/index.js';
import {sampleDesk} from '../../../src/adapters/memory/sample/index.js';
import type {AdapterContext, Session} from '../../../src/contract/index.js';
import {FakeClock} from '../../support/fake-clock.js';
import {context, follow, openDesk, reply, settle, smallDesk} from './memory-support.js';

const bodies = async (session: Session, id: string) =>
  (await session.listMessages(id, {limit: 200}, {})).items.filter(({kind}) => kind !== 'activity').map(({body}) => body.value);

/** What an agent sees of a live desk in so many ms. */
async function watchLive(seed: number, ms: number) {
  const clock = new FakeClock();
  const adapter = createMemoryAdapter({data: sampleDesk, live: true, latencyMs: 0, seed});
  const session = await adapter.connect(context(clock), {});
  const events = follow(session);
  await settle();
  await clock.advance(ms);
  await session.close();
  await settle();
  return {events, clock, session};
}

describe('a live desk', () => {
  it('shows the same events for the same seed, and others for another', async () => {
    const [one, same, other] = [await watchLive(7, 240_000), await watchLive(7, 240_000), await watchLive(8, 240_000)];
    expect(one.events.events.length).toBeGreaterThan(30);
    expect(same.events.events).toEqual(one.events.events);
    expect(other.events.events).not.toEqual(one.events.events);
  });

  it('begins within six seconds', async () => {
    const {events} = await watchLive(3, 6_000);
    expect(events.events.length).toBeGreaterThan(0);
  });

  it('stays calm: in ten minutes something is said now and then, by customers and colleagues', async () => {
    const {events, session} = await watchLive(1, 600_000);
    const messages = events.of('message.upserted').map(({message}) => message);
    const said = new Set(messages.filter(({kind}) => kind !== 'activity').map(({id}) => id));
    expect(said.size).toBeGreaterThan(15);
    expect(said.size).toBeLessThan(120);
    expect(new Set(messages.map(({kind}) => kind))).toEqual(new Set(['incoming', 'reply', 'note', 'activity']));
    expect(messages.some(({author}) => author.kind === 'agent' && author.id === session.me.id)).toBe(false);
    expect(events.types).toEqual(expect.arrayContaining(['typing', 'presence', 'notification.upserted', 'counts.changed']));
  });

  it('leaves no timer behind when the last session closes, and goes on with the next', async () => {
    const clock = new FakeClock();
    const adapter = createMemoryAdapter({data: sampleDesk, live: true, latencyMs: 0});
    const first = await adapter.connect(context(clock), {});
    await clock.advance(30_000);
    expect(clock.pending).toBe(1);
    await first.close();
    await settle();
    expect(clock.pending).toBe(0);
    const second = await adapter.connect(context(clock), {});
    const events = follow(second);
    await settle();
    await clock.advance(30_000);
    expect(events.events.length).toBeGreaterThan(0);
    await second.close();
    await settle();
    expect(clock.pending).toBe(0);
  });

  it('takes a reply to its contact step by step, each with a newer rev, and has it answered', async () => {
    const {ann, clock, close} = await openDesk({live: true, latencyMs: 0, seed: 2});
    const events = follow(ann);
    await settle();
    const {message} = await ann.sendMessage(reply('invoice', 'Sent today.'), {});
    await clock.advance(90_000);
    const steps = events.of('message.upserted').flatMap((event) => (event.message.id === message.id ? event.message : []));
    expect(steps.map(({delivery}) => delivery)).toEqual(['sent', 'delivered', 'read']);
    expect(steps.map(({rev}) => rev)).toEqual(steps.map(({rev}) => rev ?? 0).sort((a, b) => a - b));
    const thread = await ann.listMessages('invoice', {}, {});
    expect(thread.items.findLast(({kind}) => kind === 'incoming')?.order ?? '').toSatisfy((order: string) => order > message.order);
    await close();
  });

  it('fails a reply to a contact who is blocked, and says why', async () => {
    const {ann, clock, close} = await openDesk({live: true, latencyMs: 0});
    const {message} = await ann.sendMessage(reply('parcel', 'Hello'), {});
    await clock.advance(5_000);
    const {items} = await ann.listMessages('parcel', {}, {});
    expect(items.find(({id}) => id === message.id)).toMatchObject({delivery: 'failed', deliveryError: 'The contact is blocked'});
    await close();
  });
});

describe('the automated responder', () => {
  it('answers what it knows', async () => {
    const {ann, backend, clock} = await openDesk();
    await backend.incoming('robot', 'When are you open?');
    await clock.advance(3_000);
    const {items} = await ann.listMessages('robot', {}, {});
    expect(items.at(-1)).toMatchObject({kind: 'reply', author: {kind: 'bot'}, body: {value: expect.stringContaining('Monday')}});
    expect((await ann.getConversation('robot', {})).state).toBe('automated');
  });

  it('gives up after two misses and hands over, telling the team', async () => {
    const {ann, ben, backend, clock} = await openDesk();
    for (const words of ['Xyzzy', 'Plugh']) {
      await backend.incoming('robot', words);
      await clock.advance(3_000);
    }
    expect(await ann.getConversation('robot', {})).toMatchObject({state: 'active', handledBy: 'agent', waitingSince: expect.any(String)});
    expect((await ben.notifications?.list({}, {}))?.items[0]).toMatchObject({kind: 'new-conversation', conversationId: 'robot'});
  });

  it('is silent once an agent has taken over, and answers again when it is handed back', async () => {
    const {ann, backend, clock} = await openDesk();
    await backend.incoming('robot', 'I want my money back');
    await ann.automation?.handOff('robot', 'agent', {});
    await clock.advance(3_000);
    expect((await bodies(ann, 'robot')).at(-1)).toBe('I want my money back');
    const back = await ann.automation?.handOff('robot', 'bot', {});
    expect(back).toMatchObject({state: 'automated', handledBy: 'bot'});
    await clock.advance(3_000);
    expect((await bodies(ann, 'robot')).at(-1)).toContain('30 days');
  });
});

describe('faults', () => {
  it.each<[string, Failure, object, boolean]>([
    ['is lost before it arrives', 'drop-before', {code: 'network', applied: 'no'}, false],
    ['is lost after it was stored', 'drop-after', {code: 'network', applied: 'maybe'}, true],
    ['is answered with an error', {code: 'unavailable', status: 503, applied: 'no'}, {code: 'unavailable', applied: 'no'}, false],
    ['is stored and answered with an error', {code: 'unavailable', status: 500, committed: true}, {code: 'unavailable', applied: 'maybe'}, true],
    ['is put off', {code: 'rate-limited', retryAfterMs: 500}, {code: 'rate-limited', retryAfterMs: 500, applied: 'no'}, false],
  ])('a send that %s', async (_what, how, error, isStored) => {
    const faults = createFaults();
    const {ann} = await openDesk({faults});
    faults.failNext(1, how, 'sendMessage');
    await ann.getConversation('invoice', {});
    const message = reply('invoice', 'Hello');
    await expect(ann.sendMessage(message, {})).rejects.toMatchObject(error);
    expect((await bodies(ann, 'invoice')).includes('Hello')).toBe(isStored);
    await ann.sendMessage(message, {});
    expect((await bodies(ann, 'invoice')).filter((body) => body === 'Hello')).toHaveLength(1);
  });

  it('offline fails every call and every stream, until it is over; nothing is lost by then', async () => {
    const faults = createFaults();
    const {ann, backend} = await openDesk({faults});
    const events = follow(ann);
    await settle();
    faults.offline(true);
    await settle();
    expect(events.outcome.error).toMatchObject({code: 'network', applied: 'no'});
    await expect(ann.getConversation('invoice', {})).rejects.toMatchObject({code: 'network', applied: 'no'});
    await backend.incoming('invoice', 'While you were gone');
    faults.offline(false);
    const again = follow(ann, events.cursor);
    await settle();
    expect(again.of('message.upserted').map(({message}) => message.body.value)).toEqual(['While you were gone']);
    await again.stop();
  });

  it('a cut ends the stream, an expired cursor is met with a reset, and twice means twice', async () => {
    const faults = createFaults();
    const {ann, backend} = await openDesk({faults});
    const cut = follow(ann);
    await settle();
    faults.expireCursor();
    await settle();
    expect(cut.outcome.error).toMatchObject({code: 'network'});
    faults.duplicateEvents(true);
    const again = follow(ann, cut.cursor);
    await settle();
    expect(again.events[0]).toMatchObject({type: 'reset', reason: 'cursor-expired'});
    await backend.incoming('invoice', 'Twice');
    await settle();
    expect(again.of('message.upserted')).toHaveLength(2);
    await again.stop();
  });

  it('a delay makes calls slower', async () => {
    const faults = createFaults();
    const {ann, clock} = await openDesk({faults});
    faults.delay(1_000);
    let isDone = false;
    const call = ann.getConversation('invoice', {}).then(() => (isDone = true));
    await clock.advance(900);
    expect(isDone).toBe(false);
    await clock.advance(200);
    await call;
  });

  /** A host that hands out one token after the other. */
  const signedIn = async (faults: ReturnType<typeof createFaults>, tokens: (string | undefined)[]) => {
    const asked: string[] = [];
    const clock = new FakeClock();
    const host: AdapterContext = {...context(clock), getToken: (why) => (asked.push(why), tokens.shift())};
    const session = await createMemoryAdapter({data: smallDesk, faults}).connect(host, {});
    return {session, asked};
  };

  it('an expired token is renewed once, without the caller noticing', async () => {
    const faults = createFaults();
    const {session, asked} = await signedIn(faults, ['ann', 'ann#2']);
    faults.expireToken();
    await session.getConversation('invoice', {});
    await session.getConversation('invoice', {});
    expect(asked).toEqual(['initial', 'expired']);
  });

  it.each([
    ['no fresh token comes', 'expired' as const, undefined, 2],
    ['the fresh one is the old one', 'expired' as const, 'ann', 2],
    ['it is another agent’s', 'expired' as const, 'ben', 2],
    ['it was revoked', 'revoked' as const, 'ann#2', 1],
  ])('a call fails when %s, ends the stream, and works again once it is restored', async (_what, reason, fresh, times) => {
    const faults = createFaults();
    const {session, asked} = await signedIn(faults, ['ann', fresh]);
    const events = follow(session);
    await settle();
    faults.expireToken(reason);
    await settle();
    expect(events.outcome.error).toMatchObject({code: 'auth', init: {reason}});
    await expect(session.getConversation('invoice', {})).rejects.toMatchObject({code: 'auth', init: {reason}});
    expect(asked).toHaveLength(times);
    faults.restoreToken();
    expect((await session.getConversation('invoice', {})).id).toBe('invoice');
  });
});

describe('a desk that is kept', () => {
  /** Keeps a clone in a map, as a database would. */
  const portIn = (kept: Map<string, unknown>): PersistPort => ({
    name: 'shop',
    load: () => Promise.resolve(structuredClone(kept.get('shop'))),
    save: (snapshot) => Promise.resolve(void kept.set('shop', structuredClone(snapshot))),
  });

  const work = async (adapter: ReturnType<typeof createMemoryAdapter>, clock: FakeClock) => {
    const session = await adapter.connect(context(clock), {});
    const events = follow(session);
    await settle();
    const sent = reply('invoice', 'Kept?', {attachments: [{name: 'a.txt', mime: 'text/plain', blob: new Blob(['kept'])}]});
    await session.sendMessage(sent, {});
    await session.setState('parcel', 'snoozed', {until: new Date(clock.now() + 60_000).toISOString()});
    await session.readState?.markRead('invoice', undefined, {});
    await session.tickets?.create({clientId: 't', conversationId: 'invoice', title: 'Broken', fields: {area: 'web'}}, {});
    await settle();
    const {cursor} = events;
    await session.close();
    return {sent, cursor, identity: session.identity};
  };

  it('comes back whole: threads, states, marks, files, tickets, ids', async () => {
    const kept = new Map<string, unknown>();
    const clock = new FakeClock();
    const {sent, cursor, identity} = await work(createMemoryAdapter({data: smallDesk, persist: portIn(kept)}), clock);
    const again = await createMemoryAdapter({data: smallDesk, persist: portIn(kept)}).connect(context(clock), {});
    expect([identity, again.identity]).toEqual(['memory:shop:ann', 'memory:shop:ann']);
    expect((await bodies(again, 'invoice')).at(-1)).toBe('Kept?');
    expect(await again.getConversation('invoice', {})).toMatchObject({unread: 0});
    expect((await again.tickets?.list('invoice', {}))?.map(({title}) => title)).toEqual(['Broken']);
    const {message} = await again.sendMessage(sent, {});
    expect((await bodies(again, 'invoice')).filter((body) => body === 'Kept?')).toHaveLength(1);
    const [attachment] = message.attachments;
    const link = attachment && (await again.download?.url(attachment, {}));
    expect(await (await fetch(link?.href ?? '')).text()).toBe('kept');
    const events = follow(again, cursor);
    await settle();
    expect(events.types).not.toContain('reset');
    await clock.advance(61_000);
    expect((await again.getConversation('parcel', {})).state).toBe('active');
    await again.close();
  });

  it('is written down before a change is answered or told: a page that dies takes nothing with it that was acknowledged', async () => {
    const writing: (() => void)[] = [];
    const port: PersistPort = {load: () => Promise.resolve(undefined), save: () => new Promise((done) => writing.push(done))};
    const session = await createMemoryAdapter({data: smallDesk, persist: port}).connect(context(new FakeClock()), {});
    const events = follow(session);
    await settle();
    let answered = false;
    void session.sendMessage(reply('invoice', 'Kept?'), {}).then(() => (answered = true));
    await settle();
    expect([writing.length, answered, events.types.includes('message.upserted')]).toEqual([1, false, false]);
    writing[0]!();
    await settle();
    expect([answered, events.types.includes('message.upserted')]).toEqual([true, true]);
    await session.close();
  });

  it('meets a cursor from after it was last written with a reset', async () => {
    const kept = new Map<string, unknown>();
    const clock = new FakeClock();
    const adapter = createMemoryAdapter({data: smallDesk, persist: portIn(kept)});
    await work(adapter, clock);
    const before = structuredClone(kept.get('shop'));
    const {cursor} = await work(createMemoryAdapter({data: smallDesk, persist: portIn(kept)}), clock);
    kept.set('shop', before);
    const session = await createMemoryAdapter({data: smallDesk, persist: portIn(kept)}).connect(context(clock), {});
    const events = follow(session, cursor);
    await settle();
    expect(events.events[0]).toMatchObject({type: 'reset'});
    await session.close();
  });

  it.each([
    ['is of another version', () => Promise.resolve({format: 'loop-inbox/memory', version: 99})],
    ['cannot be read', () => Promise.reject(new Error('broken disk'))],
  ])('starts from the file when what was kept %s, and works when nothing can be written', async (_what, load) => {
    const save = () => Promise.reject(new Error('full'));
    const session = await createMemoryAdapter({data: smallDesk, persist: {load, save}}).connect(context(new FakeClock()), {});
    await session.setState('invoice', 'archived', {});
    await session.close();
    expect(session.identity).toBe('memory:desk:ann');
  });

  it('is in the browser under its name', async () => {
    const clock = new FakeClock();
    await work(createMemoryAdapter({data: smallDesk, persist: 'demo'}), clock);
    const same = await createMemoryAdapter({data: smallDesk, persist: 'demo'}).connect(context(clock), {});
    const other = await createMemoryAdapter({data: smallDesk, persist: 'other'}).connect(context(clock), {});
    expect([(await bodies(same, 'invoice')).at(-1), same.identity]).toEqual(['Kept?', 'memory:demo:ann']);
    expect((await bodies(other, 'invoice')).at(-1)).toBe('Any news?');
    await Promise.all([same.close(), other.close()]);
  });
});
