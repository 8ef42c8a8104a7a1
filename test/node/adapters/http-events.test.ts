import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import type {AdapterError, EventBatch, LoopEvent} from '../../../src/contract/index.js';
import {settle} from '../../support/fake-clock.js';
import {connectTo, conversation, failure, json, message, problem, session as sessionAnswer, type Connected} from '../../support/http-answers.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const frame = (event: string, data: unknown, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
const phase = (is: 'live' | 'catching-up', id?: string): string => frame('phase', {phase: is}, id);
const upserted = (id: string, value = 'On its way'): LoopEvent =>
  ({type: 'message.upserted', message: {...message, id, body: {format: 'text', value}}}) as LoopEvent;
const touched = (id: string): LoopEvent => ({type: 'conversation.touched', id});
const told = (event: LoopEvent, id?: string): string => frame(event.type, event, id);

/** The server's end of one stream. */
class Wire {
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  isCancelled = false;
  readonly response = new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#controller = controller),
      cancel: () => void (this.isCancelled = true),
    }),
    {headers: {'content-type': 'text/event-stream; charset=utf-8'}},
  );
  async say(...parts: readonly (string | Uint8Array)[]): Promise<void> {
    for (const part of parts) this.#controller?.enqueue(typeof part === 'string' ? bytes(part) : part);
    await settle();
  }
  async end(): Promise<void> {
    this.#controller?.close();
    await settle();
  }
}

/** Reads `events()` in the background. */
class Reader {
  readonly batches: EventBatch[] = [];
  error: AdapterError | undefined;
  isOver = false;
  readonly stop = new AbortController();
  constructor({session}: Connected, after?: string) {
    void (async () => {
      try {
        for await (const batch of session.events({after, signal: this.stop.signal})) this.batches.push(batch);
      } catch (error) {
        this.error = error as AdapterError;
      }
      this.isOver = true;
    })();
  }
  get events(): readonly LoopEvent[] {
    return this.batches.flatMap(({events}) => events);
  }
}

let open: Connected | undefined;
afterEach(async () => {
  await open?.session.close();
  await settle();
  // Whatever a test did, nothing sleeps on.
  expect(open?.clock.pending ?? 0).toBe(0);
  open = undefined;
});

async function streaming(after?: string, settings: Parameters<typeof connectTo>[1] = {}) {
  const wire = new Wire();
  open = await connectTo({'GET events': () => wire.response}, settings);
  const reader = new Reader(open, after);
  await settle();
  return {...open, wire, reader};
}

describe('a stream of events', () => {
  it('is opened at the position that is given, with the token, and brings its first batch at once', async () => {
    const {wire, reader, asked} = await streaming('42');
    await wire.say(phase('live', '42'));
    expect(reader.batches).toEqual([{events: [], phase: 'live', cursor: '42'}]);
    expect([asked[0]?.what, asked[0]?.query.get('after'), asked[0]?.headers.get('accept')]).toEqual(['GET events', '42', 'text/event-stream']);
  });

  it('begins where the session did, and the next one without a position now', async () => {
    const {asked, session} = await streaming();
    const second = session.events({})[Symbol.asyncIterator]();
    void second.next().catch(() => undefined);
    await settle();
    expect(asked.map(({query}) => query.get('after'))).toEqual(['10', null]);
  });

  it('tells the events of one transaction together, once the last of them is there', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'), told(upserted('m2')), told(touched('k1')));
    expect(reader.events).toEqual([]);
    await wire.say(told(touched('k2'), '5'));
    expect(reader.batches.at(-1)).toEqual({events: [upserted('m2'), touched('k1'), touched('k2')], phase: 'live', cursor: '5'});
  });

  it('tells what is over in a moment at once, also in the middle of a transaction', async () => {
    const {wire, reader} = await streaming('1');
    const typing: LoopEvent = {type: 'typing', conversationId: 'k1', author: {kind: 'contact'}, kind: 'reply', on: true, ttlMs: 6_000};
    await wire.say(phase('live', '1'), told(upserted('m2')), told(typing));
    expect(reader.batches.at(-1)).toEqual({events: [typing], phase: 'live'});
  });

  it('tells at once that counts changed: that belongs to no transaction', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'), told({type: 'counts.changed'}));
    expect(reader.batches.at(-1)).toEqual({events: [{type: 'counts.changed'}], phase: 'live'});
  });

  it('moves no position while it catches up but by what was told', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('catching-up', '9'), told(touched('k1'), '4'));
    expect(reader.batches).toEqual([
      {events: [], phase: 'catching-up'},
      {events: [touched('k1')], phase: 'catching-up', cursor: '4'},
    ]);
    await wire.say(phase('live', '9'));
    expect(reader.batches.at(-1)).toEqual({events: [], phase: 'live', cursor: '9'});
  });

  it('tells each event as it comes where the server resumes nothing', async () => {
    const capabilities = {...sessionAnswer.capabilities, events: {...sessionAnswer.capabilities.events, resume: 'none'}};
    const wire = new Wire();
    open = await connectTo({'GET session': json({...sessionAnswer, cursor: undefined, capabilities}), 'GET events': () => wire.response});
    const reader = new Reader(open);
    await settle();
    await wire.say(phase('live'), told(touched('k1')));
    expect(reader.events).toEqual([touched('k1')]);
  });

  it('is read the same wherever it is cut, whatever ends its lines, with comments, unknown fields and data in several lines', async () => {
    const lines = [
      '\ufeff: hello', '', 'event: phase', 'data: {"phase":', 'data: "live"}', 'id: 1', '', ': ping', '',
      'retry: 10', 'mood: good', 'event: message.upserted', `data: ${JSON.stringify(upserted('m2', 'Zoë 🎉 مرحبا'))}`, '',
      'event:conversation.touched', 'data:{"type":"conversation.touched","id":"k1"}', 'id:2', '', ':', '',
    ];
    const whole = [
      {events: [], phase: 'live', cursor: '1'},
      {events: [upserted('m2', 'Zoë 🎉 مرحبا'), touched('k1')], phase: 'live', cursor: '2'},
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat(700), {maxLength: 40}), async (ending, cuts) => {
        const all = bytes(lines.join(ending) + ending);
        const at = [...new Set([0, ...cuts.filter((cut) => cut < all.length), all.length])].sort((a, b) => a - b);
        const {wire, reader, session} = await streaming();
        await wire.say(...at.slice(1).map((end, index) => all.slice(at[index], end)));
        const batches = reader.batches.filter((batch) => batch.events.length > 0 || batch.cursor !== undefined);
        expect(batches).toEqual(whole);
        await session.close();
      }),
      {numRuns: 40},
    );
  });

  it('goes on after an event of a type that this version does not know', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'), frame('mood.changed', {type: 'mood.changed'}, '2'), told(touched('k1'), '3'));
    expect([reader.events, reader.batches.at(-1)?.cursor]).toEqual([[touched('k1')], '3']);
  });

  it.each<[string, string, object]>([
    ['a message that is none', frame('message.upserted', {type: 'message.upserted', message: {conversationId: 'k7', id: 'm'}}, '2'), {conversationIds: ['k7']}],
    ['a conversation that is none', frame('conversation.upserted', {type: 'conversation.upserted', conversation: {...conversation, id: 'k8', state: 'lost'}}, '2'), {conversationIds: ['k8']}],
    ['an escalation that is none', frame('escalation.removed', {type: 'escalation.removed', conversationId: 'k9'}, '2'), {conversationIds: ['k9']}],
  ])('answers %s by reading its conversation again', async (_name, bad, scope) => {
    const {wire, reader, logged} = await streaming('1');
    await wire.say(phase('live', '1'), bad);
    expect(reader.batches.at(-1)).toEqual({events: [{type: 'reset', reason: 'gap', scope}], phase: 'live', cursor: '2'});
    expect(logged).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'id: 2\nevent: message.upserted\ndata: {"type"\n\n'],
    ['no object', 'id: 2\nevent: message.upserted\ndata: 7\n\n'],
    ['nobody’s contact', frame('contact.upserted', {type: 'contact.upserted', contact: {name: 'x'}}, '2')],
    ['a reset that is none', frame('reset', {type: 'reset', reason: 'mood'}, '2')],
  ])('answers what belongs to nobody (%s) by reading everything again', async (_name, bad) => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'), bad, told(touched('k1'), '3'));
    expect(reader.events).toEqual([{type: 'reset', reason: 'gap', scope: 'all'}, touched('k1')]);
  });

  it('leaves out what would be over in a moment and cannot be read, and asks for counts that cannot', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'), frame('typing', {type: 'typing'}), frame('counts.changed', {type: 'counts.changed', counts: {views: 3}}, '2'));
    expect(reader.events).toEqual([{type: 'counts.changed'}]);
  });

  it('ends with `protocol` when its phases are none, or when it is no stream at all', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(frame('phase', {phase: 'asleep'}));
    expect([reader.error?.code, wire.isCancelled]).toEqual(['protocol', true]);
    const page = await connectTo({'GET events': () => new Response('<p>', {headers: {'content-type': 'text/html'}})});
    const other = new Reader(page);
    await settle();
    expect(other.error?.code).toBe('protocol');
    await page.session.close();
  });

  it('ends with `network` when the server ends it, or the way breaks', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'));
    await wire.end();
    expect(reader.error?.init).toMatchObject({code: 'network'});
  });

  it('is dead after 35 s of silence; a comment is none', async () => {
    const {wire, reader, clock} = await streaming('1');
    await wire.say(phase('live', '1'));
    for (let beat = 0; beat < 6; beat++) {
      await clock.advance(15_000);
      await wire.say(': ping\n\n');
    }
    expect(reader.isOver).toBe(false);
    await clock.advance(36_000);
    expect(reader.error?.init).toMatchObject({code: 'network', message: 'The stream of events fell silent'});
    expect(wire.isCancelled).toBe(true);
  });

  it('ends with the reason of its signal, and without an error when the session is closed', async () => {
    const {wire, reader} = await streaming('1');
    await wire.say(phase('live', '1'));
    const reason = new Error('left');
    reader.stop.abort(reason);
    await settle();
    expect([reader.error, wire.isCancelled]).toEqual([reason, true]);
    const second = await streaming('1');
    await second.wire.say(phase('live', '1'));
    await second.session.close();
    await settle();
    expect([second.reader.isOver, second.reader.error]).toEqual([true, undefined]);
  });

  it('is opened with a fresh token when the old one is refused, and ends with `auth` when that one is too', async () => {
    const wire = new Wire();
    const answers = {
      'GET events': ({headers}: {headers: Headers}) => (headers.get('authorization') === 'Bearer t1' ? wire.response : problem(401)),
    };
    open = await connectTo(answers, {context: {getToken: (why) => (why === 'initial' ? 't0' : 't1')}});
    const reader = new Reader(open);
    await settle();
    await wire.say(phase('live', '10'));
    expect(reader.batches).toHaveLength(1);
    const refused = await connectTo({'GET events': () => problem(401)});
    const other = new Reader(refused);
    await settle();
    expect(other.error?.code).toBe('auth');
    await refused.session.close();
  });

  it('tells how long a server asks to wait', async () => {
    open = await connectTo({'GET events': () => problem(503, {}, {'retry-after': '9'})});
    const reader = new Reader(open);
    await settle();
    expect(reader.error?.init).toMatchObject({code: 'unavailable', retryAfterMs: 9_000});
  });
});

describe('events that are asked for', () => {
  /** A log that answers from a list, then waits for ever. */
  const log = (...answers: readonly object[]) => {
    const left = [...answers];
    return () => {
      const next = left.shift();
      return next ? json(next) : new Promise<Response>(() => {});
    };
  };

  it('take over when a stream is held back on the way, for the rest of the session', async () => {
    const wire = new Wire();
    const answers = {
      'GET events': () => wire.response,
      'GET events/log': log({items: [touched('k1')], cursor: '11', phase: 'live'}, {items: [touched('k2')], cursor: '12', phase: 'live'}),
    };
    open = await connectTo(answers);
    const reader = new Reader(open);
    await open.clock.advance(4_000);
    expect(open.asked.map(({what}) => what)).toEqual(['GET events']);
    await open.clock.advance(2_000);
    expect(reader.events).toEqual([touched('k1'), touched('k2')]);
    expect([wire.isCancelled, reader.batches.at(-1)?.cursor]).toEqual([true, '12']);
    expect(open.asked.slice(1).map(({query}) => [query.get('after'), query.get('wait')])).toEqual([['10', '0'], ['11', '25'], ['12', '25']]);
    open.asked.length = 0;
    const again = new Reader(open, '12');
    await settle();
    expect(open.asked.map(({what}) => what)).toEqual(['GET events/log']);
    again.stop.abort();
    reader.stop.abort();
    await settle();
  });

  it('do not take over for good when nothing answers at all', async () => {
    open = await connectTo({'GET events': () => new Promise<Response>(() => {}), 'GET events/log': () => Promise.reject(new TypeError('Failed to fetch'))});
    const reader = new Reader(open);
    await open.clock.advance(6_000);
    expect(reader.error?.code).toBe('network');
    open.asked.length = 0;
    const again = new Reader(open);
    await settle();
    expect(open.asked.map(({what}) => what)).toEqual(['GET events']);
    again.stop.abort();
    await settle();
  });

  it.each([404, 405, 406, 501])('take over at once where the server answers a stream with %i', async (status) => {
    open = await connectTo({'GET events': () => problem(status), 'GET events/log': log({items: [], cursor: '1', phase: 'live'})});
    const reader = new Reader(open);
    await settle();
    expect(reader.batches).toEqual([{events: [], cursor: '1', phase: 'live'}]);
  });

  it('never take over where only a stream is wanted', async () => {
    open = await connectTo({'GET events': () => new Wire().response}, {options: {transport: 'stream'}});
    const reader = new Reader(open);
    await open.clock.advance(34_000);
    expect(reader.isOver).toBe(false);
    await open.clock.advance(2_000);
    expect([reader.error?.code, open.asked.map(({what}) => what)]).toEqual(['network', ['GET events']]);
  });

  it('are all there is where a stream is not wanted, and nothing is promised that the log does not tell', async () => {
    open = await connectTo({'GET events/log': log({items: [], cursor: '1', phase: 'live'})}, {options: {transport: 'poll'}});
    expect(open.session.capabilities.events).toMatchObject({transport: 'poll', types: ['message.upserted', 'reset']});
    new Reader(open);
    await settle();
    expect(new Set(open.asked.map(({what}) => what))).toEqual(new Set(['GET events/log']));
  });

  it('catch up without waiting, and then wait', async () => {
    const answers = log(
      {items: [touched('k1')], cursor: '1', phase: 'catching-up'},
      {items: [touched('k2')], cursor: '2', phase: 'live'},
    );
    open = await connectTo({'GET events/log': answers}, {options: {transport: 'poll'}});
    const reader = new Reader(open, '0');
    await open.clock.advance(300);
    expect(reader.batches.map(({phase: is, cursor}) => [is, cursor])).toEqual([['catching-up', '1'], ['live', '2']]);
    expect(open.asked.map(({query}) => query.get('wait'))).toEqual(['0', '0', '25']);
  });

  it('mean that counts have to be read again, where the server tells of counts', async () => {
    const events = {...sessionAnswer.capabilities.events, types: ['counts.changed', 'conversation.touched']};
    const facts = json({...sessionAnswer, capabilities: {...sessionAnswer.capabilities, events}});
    const answers = log({items: [], cursor: '1', phase: 'live'}, {items: [touched('k1')], cursor: '2', phase: 'live'});
    open = await connectTo({'GET session': facts, 'GET events/log': answers}, {options: {transport: 'poll'}});
    const reader = new Reader(open);
    await settle();
    expect(reader.events).toEqual([touched('k1'), {type: 'counts.changed'}]);
  });

  it('are asked for four times a second at most, however much happens', async () => {
    let cursor = 0;
    open = await connectTo({'GET events/log': () => json({items: [touched('k1')], cursor: String(++cursor), phase: 'live'})}, {options: {transport: 'poll'}});
    new Reader(open);
    await open.clock.advance(10_000);
    expect(open.asked.length).toBeLessThanOrEqual(42);
    expect(open.asked.length).toBeGreaterThan(30);
  });

  it('are asked for once a second at most where the server does not wait', async () => {
    open = await connectTo({'GET events/log': () => json({items: [], cursor: '1', phase: 'live'})}, {options: {transport: 'poll'}});
    new Reader(open);
    await open.clock.advance(10_000);
    expect(open.asked.length).toBeLessThanOrEqual(13);
    expect(open.asked.length).toBeGreaterThan(8);
  });

  it('that cannot be read are answered as those of a stream; an answer that is none ends it', async () => {
    const items = [{type: 'message.removed', conversationId: 'k5'}, 'what?', touched('k1')];
    open = await connectTo({'GET events/log': log({items, cursor: '1', phase: 'live'}, {cursor: '2'})}, {options: {transport: 'poll'}});
    const reader = new Reader(open);
    await open.clock.advance(300);
    expect(reader.events).toEqual([
      {type: 'reset', reason: 'gap', scope: {conversationIds: ['k5']}},
      {type: 'reset', reason: 'gap', scope: 'all'},
      touched('k1'),
    ]);
    expect(reader.error?.code).toBe('protocol');
  });

  it('are given up when an answer does not come long after it should', async () => {
    open = await connectTo({'GET events/log': log({items: [], cursor: '1', phase: 'live'})}, {options: {transport: 'poll'}});
    const reader = new Reader(open);
    await open.clock.advance(39_000);
    expect(reader.isOver).toBe(false);
    await open.clock.advance(2_000);
    expect(reader.error?.code).toBe('network');
  });
});

describe('events of a closed session', () => {
  it('are refused', async () => {
    const {session} = await connectTo();
    await session.close();
    expect((await failure(session.events({})[Symbol.asyncIterator]().next())).code).toBe('network');
  });
});
