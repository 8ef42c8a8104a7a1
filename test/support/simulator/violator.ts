import type {Adapter, AdapterContext, CallOptions, EventBatch, Session} from '../../../src/contract/index.js';
import type {Chance} from './chance.js';

const hugeText = 'x'.repeat(10_000_000);

/** What an adapter that does not keep the contract gives in place of an answer, by what it is. */
export const nonsense: Readonly<Record<string, (honest: unknown) => unknown>> = {
  'null': () => null,
  'nothing': () => undefined,
  'a text': () => 'not an object',
  'a number': () => 42,
  'a list': () => [],
  'an empty object': () => ({}),
  'no items': () => ({items: null}),
  'items of any type': () => ({items: [null, undefined, 7, {}]}),
  'items with odd parts': () => ({items: [{id: 1, order: null, body: null}]}),
  'an odd message': () => ({message: {id: 5}}),
  'ten megabytes': () => ({items: [{id: 'huge', conversationId: 'k1', kind: 'incoming', order: '9', author: {kind: 'contact'}, body: {format: 'text', value: hugeText}, attachments: [], createdAt: 'never'}]}),
  'a text for items': (honest) => ({...(honest as object), items: 'many'}),
  'no id': (honest) => ({...(honest as object), id: undefined}),
  'no end': () => new Promise(() => undefined),
  'an error at once': () => {
    throw new TypeError('a mistake');
  },
  'a rejection': () => Promise.reject(new Error('rejected')),
  'a rejection without an error': () => Promise.reject(undefined),
};

const answers = Object.values(nonsense);

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
export class Violator {
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
    return this.#chance.pick(answers)(honest);
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
