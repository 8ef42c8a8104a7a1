import {describe, expect, it} from 'vitest';
import type {EventBatch, LoopEvent, Session} from '../../../src/contract/index.js';
import {settle} from '../../support/fake-clock.js';
import {ana, answer, connectTo, history, page, ticket, transaction, type FakeRt, type Route} from '../../support/request-tracker-answers.js';

type Row = Readonly<Record<string, unknown>>;

/** A history that a test writes on, and a session that follows it. */
async function follow(rows: Row[], routes: Readonly<Record<string, Route>> = {}) {
  const rt = await connectTo({
    'GET transactions': (one) => history(rows.toSorted((a, b) => Number(a['id']) - Number(b['id'])), one),
    'GET tickets': ({query}) => page((query.get('query') ?? '').split('OR').map((one) => ticket(Number(/\d+/.exec(one)?.[0])))),
    ...routes,
  });
  return {...rt, listen: (after?: string) => listen(rt, after)};
}

function listen({session, clock}: FakeRt, after?: string) {
  const batches: EventBatch[] = [];
  const leave = new AbortController();
  const over = (async (s: Session) => {
    for await (const batch of s.events({after, signal: leave.signal})) batches.push(batch);
  })(session).then(() => 'ended', (error: unknown) => error);
  return {
    batches,
    over,
    leave: (reason: unknown) => leave.abort(reason),
    events: (): readonly LoopEvent[] => batches.flatMap((batch) => batch.events),
    poll: async () => {
      await clock.advance(5_000);
      await settle();
    },
  };
}

const messageIds = (events: readonly LoopEvent[]): readonly string[] => events.flatMap((event) => (event.type === 'message.upserted' ? [event.message.id] : []));
const range = (from: number, to: number): Row[] => Array.from({length: to - from + 1}, (_, index) => transaction(from + index, 'Correspond'));

describe('events of Request Tracker', () => {
  it('begins with an empty batch that names where to resume, without telling the past', async () => {
    const {listen} = await follow(range(1, 40));
    const stream = listen();
    await settle();
    expect(stream.batches).toEqual([{events: [], cursor: 'from20', phase: 'live'}]);
  });

  it('tells a new message and its conversation, once', async () => {
    const rows = range(1, 40);
    const {listen} = await follow(rows);
    const stream = listen();
    await settle();
    rows.push(transaction(41, 'Correspond', {Creator: ana, CustomFields: [{id: '6', name: 'ClientId', values: ['c-9']}]}));
    await stream.poll();
    await stream.poll();
    expect(stream.events()).toMatchObject([
      {type: 'conversation.upserted', conversation: {id: '1'}},
      {type: 'message.upserted', message: {id: '41', kind: 'reply', clientId: 'c-9'}},
    ]);
  });

  it('tells what appears below the newest id, in the order of ids', async () => {
    const rows = range(1, 40);
    const {listen} = await follow(rows);
    const stream = listen();
    await settle();
    rows.push(...range(43, 44));
    await stream.poll();
    rows.push(transaction(42, 'Comment', {Creator: ana}), transaction(45, 'Comment', {Creator: ana}));
    await stream.poll();
    expect(messageIds(stream.events())).toEqual(['43', '44', '42', '45']);
  });

  it('resumes from a cursor over any number of pages', async () => {
    const rows = range(1, 40);
    const {listen, asked} = await follow(rows);
    rows.push(...range(41, 340));
    const stream = listen('from20');
    await settle(200);
    expect(stream.batches.map(({phase}) => phase)).toEqual(['catching-up', 'live']);
    expect(messageIds(stream.events())).toEqual(range(21, 340).map(({id}) => id));
    expect(asked.filter(({path}) => path === 'tickets')).toHaveLength(1);
  });

  it.each(['from20', 'of another backend'])("answers the cursor '%s' with `reset` when it leads nowhere", async (cursor) => {
    const {listen} = await follow(range(21, 60));
    const stream = listen(cursor);
    await settle();
    expect(stream.batches[0]?.events).toEqual([{type: 'reset', reason: 'cursor-expired', scope: 'all'}]);
    expect(stream.batches[0]?.cursor).toBe('from40');
  });

  it('says `reset` while listening when the anchor is gone', async () => {
    const rows = range(1, 40);
    const {listen} = await follow(rows);
    const stream = listen();
    await settle();
    rows.splice(0, 30);
    await stream.poll();
    expect(stream.events()).toEqual([{type: 'reset', reason: 'gap', scope: 'all'}]);
  });

  it('finds the first ticket of a desk where nothing had happened', async () => {
    const rows: Row[] = [];
    const {listen} = await follow(rows);
    const stream = listen();
    await settle();
    rows.push(transaction(5, 'Create'));
    await stream.poll();
    expect(messageIds(stream.events())).toEqual(['5']);
  });

  it('tells a ticket that left the queues, or that the agent may not see any more, as removed', async () => {
    const rows = range(1, 40);
    const {listen} = await follow(rows, {'GET tickets': ({query}) => page(query.get('query')?.includes('id = 2') ? [ticket(2, {Queue: {type: 'queue', id: 9, Name: 'Sales'}})] : [])});
    const stream = listen();
    await settle();
    rows.push(transaction(41, 'Set', {Field: 'Queue', ObjectId: '2'}), transaction(42, 'Correspond', {ObjectId: '3'}));
    await stream.poll();
    expect(stream.events()).toEqual([{type: 'conversation.removed', id: '2'}, {type: 'conversation.removed', id: '3'}]);
  });

  it('throws what went wrong: the inbox connects again', async () => {
    let works = true;
    const rows = range(1, 40);
    const {listen} = await follow(rows, {'GET transactions': (one) => (works ? history(rows, one) : answer(500))});
    const stream = listen();
    await settle();
    works = false;
    await stream.poll();
    expect(await stream.over).toMatchObject({code: 'unavailable'});
  });

  it('ends without an error when the session is closed, and with its reason when it is aborted', async () => {
    const {listen, session, clock} = await follow(range(1, 40));
    const left = listen();
    const open = listen();
    await settle();
    const reason = new Error('the page is being left');
    left.leave(reason);
    expect(await left.over).toBe(reason);
    await session.close();
    expect(await open.over).toBe('ended');
    expect(clock.pending).toBe(0);
  });
});
