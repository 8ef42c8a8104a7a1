import type {Adapter, AdapterContext, CallOptions, EventBatch, Session} from '../../../src/contract/index.js';
import {createInbox} from '../../../src/store/create-inbox.js';
import '../../../src/store/later.js';
import {OracleBackend} from './backend.js';
import {Breach} from './breach.js';
import {Chance} from './chance.js';
import type {Tally} from './series.js';
import {Timeline} from './timeline.js';

const hugeText = 'x'.repeat(10_000_000);

/** What an adapter that does not keep the contract gives in place of an answer. */
const nonsense: readonly ((honest: unknown) => unknown)[] = [
  () => null,
  () => undefined,
  () => 'not an object',
  () => 42,
  () => [],
  () => ({}),
  () => ({items: null}),
  () => ({items: [null, undefined, 7, {}]}),
  () => ({items: [{id: 1, order: null, body: null}]}),
  () => ({message: {id: 5}}),
  () => ({items: [{id: 'huge', conversationId: 'k1', kind: 'incoming', order: '9', author: {kind: 'contact'}, body: {format: 'text', value: hugeText}, attachments: [], createdAt: 'never'}]}),
  (honest) => ({...(honest as object), items: 'many'}),
  (honest) => ({...(honest as object), id: undefined}),
  () => new Promise(() => undefined),
  () => {
    throw new TypeError('a mistake');
  },
  () => Promise.reject(new Error('rejected')),
  () => Promise.reject(undefined),
];

const wrongBatches: readonly unknown[] = [
  null,
  undefined,
  7,
  {},
  {events: null, phase: 'live'},
  {events: [null], phase: 'live'},
  {events: [{type: 'no such event'}], phase: 'live'},
  {events: [{type: 'message.upserted'}], phase: 'live'},
  {events: [{type: 'conversation.upserted', conversation: null}], phase: 'live'},
  {events: [{type: 'message.upserted', message: {id: 'm', conversationId: 'k1'}}], phase: 'odd'},
];

/** Each call of this adapter may break the contract, as chance has it, until `honest` is set. */
class Violator {
  honest = false;
  violations = 0;
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  adapter(inner: Adapter): Adapter {
    return {
      ...inner,
      connect: async (context: AdapterContext, options: CallOptions) => {
        const session = await inner.connect(context, options);
        // A session that can never be used has nothing to be tried on: connecting fails one time in four.
        const given = this.#chance.hits(0.25) ? this.#answer(session) : session;
        return (await given) === session ? this.#session(session) : ((await given) as Session);
      },
    };
  }

  #session(session: Session): Session {
    return new Proxy(session, {
      get: (known, name) => {
        const member: unknown = Reflect.get(known, name);
        if (name === 'events') return (options: Parameters<Session['events']>[0]) => this.#events(session.events(options));
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          const honest = (member as (...given: unknown[]) => unknown)(...given);
          return this.honest ? honest : this.#perhaps(honest);
        };
      },
    });
  }

  #perhaps(honest: unknown): unknown {
    return this.#chance.hits(0.5) ? this.#answer(honest) : honest;
  }

  #answer(honest: unknown): unknown {
    if (this.honest) return honest;
    this.violations++;
    Promise.resolve(honest).catch(() => undefined);
    return this.#chance.pick(nonsense)(honest);
  }

  async *#events(source: AsyncIterable<EventBatch>): AsyncGenerator<EventBatch, void> {
    for await (const batch of source) {
      if (!this.honest && this.#chance.hits(0.3)) {
        this.violations++;
        yield this.#chance.pick(wrongBatches) as EventBatch;
      }
      yield batch;
    }
  }
}

const settled = ['ready', 'failed'];

/** @throws {Breach} */
export async function playViolations(seed: number, count: number): Promise<Tally> {
  const uncaught: unknown[] = [];
  const onUncaught = (error: unknown) => void uncaught.push(error);
  process.on('unhandledRejection', onUncaught);
  process.on('uncaughtException', onUncaught);
  const chance = new Chance(seed);
  let violations = 0;
  try {
    for (let played = 0; played < count; played++) violations += await playOne(chance);
  } finally {
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', onUncaught);
    process.off('uncaughtException', onUncaught);
  }
  if (uncaught.length > 0) throw new Breach('uncaught', uncaught.map((error) => (error instanceof Error ? error.stack : String(error))).slice(0, 3).join('\n'));
  return {schedules: count, violations};
}

async function playOne(chance: Chance): Promise<number> {
  const timeline = new Timeline();
  const backend = new OracleBackend(timeline, {}, 3, 5);
  const violator = new Violator(chance);
  const inbox = createInbox({
    adapter: violator.adapter(backend.adapter()),
    getToken: () => 'ann',
    ports: {clock: timeline.clock(), fetch: () => Promise.reject(new Error('no network')), newId: () => `id ${chance.next()}`, random: () => chance.next(), log: () => undefined},
  });
  inbox.connect();
  const {commands} = inbox;
  commands.openList({view: 'active'});
  commands.openThread('k1');
  const acts = [
    () => commands.loadMore({view: 'active'}),
    () => commands.loadEarlier('k1'),
    () => commands.reloadThread('k1'),
    () => commands.archive('k2'),
    () => commands.undo('k2'),
    () => commands.markRead('k1'),
    () => commands.setDraft('k1', 'reply', {text: `text ${chance.next()}`}),
    () => commands.send('k1', chance.pick(['reply', 'note'] as const)),
    () => commands.loadNotifications(),
    () => backend.incoming('k1', 'news'),
    () => inbox.retry(),
  ];
  await timeline.advance(100);
  for (let act = 0; act < 12; act++) {
    try {
      chance.pick(acts)();
    } catch (error) {
      throw new Breach('thrown at the host', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    await timeline.advance(chance.pick([0, 50, 2_000, 46_000]));
  }
  // Whatever never answered is given up by now.
  await timeline.advance(120_000);
  const {connection, lists, threads} = inbox.state;
  const states = [...[...lists.values()].map(({status}) => status), ...[...threads.values()].map(({status}) => status)];
  const reads = connection.status === 'live' || connection.status === 'catching-up';
  if (connection.status === 'connecting') throw new Breach('unreadable state', 'connects for ever');
  if (reads && states.some((status) => !settled.includes(status))) throw new Breach('unreadable state', states.join());
  violator.honest = true;
  inbox.retry();
  await timeline.advance(120_000);
  if (inbox.state.connection.status !== 'live') throw new Breach('does not recover', inbox.state.connection.status);
  commands.reloadList({view: 'active'});
  commands.reloadThread('k1');
  await timeline.advance(1_000);
  const after = [...inbox.state.lists.values(), ...inbox.state.threads.values()].map(({status}) => status);
  if (after.some((status) => status !== 'ready')) throw new Breach('does not recover', after.join());
  await inbox.close();
  return violator.violations;
}
