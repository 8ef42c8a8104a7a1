import type {CheckId, OpenInbox, Setup, Target} from '../../../src/conformance/index.js';
import type {Adapter, AdapterContext, LoopEvent, Message, Page, Session} from '../../../src/contract/index.js';
import type {MemoryAdapterOptions} from '../../../src/adapters/memory/index.js';
import {memorySetup} from '../memory-target.js';

/** One way not to keep the contract, put on a healthy adapter, and the check that has to notice. */
export interface Sin {
  /** What the adapter does wrong; reads on from 'an adapter that …'. */
  readonly that: string;
  readonly caughtBy: CheckId;
  /** Words of the failure that name the sin. */
  readonly saying: RegExp;
  /** Of the healthy adapter underneath. */
  readonly options?: MemoryAdapterOptions;
  /** Alters each session. */
  readonly session?: (session: Session, context: AdapterContext, setup: Setup) => Session | Promise<Session>;
  /** Alters the adapter as a whole. */
  readonly adapter?: (adapter: Adapter, setup: Setup) => Adapter;
  /** Alters the inbox that is tried with it, where the promise is the inbox's. */
  readonly inbox?: (open: OpenInbox) => OpenInbox;
}

/** The memory adapter that commits a sin. */
export function brokenTarget(sin: Sin): Target {
  return {
    name: `an adapter that ${sin.that}`,
    // What is awaited here never comes, so there is no use in patience.
    timing: {settleMs: 400, pollMs: 5, checkMs: 3_000},
    setup: () => {
      const setup = memorySetup(sin.options);
      const base = sin.adapter?.(setup.adapter, setup) ?? setup.adapter;
      const {session: commit} = sin;
      const adapter: Adapter = {
        name: base.name,
        contract: 1,
        connect: async (context, options) => {
          const session = await base.connect(context, options);
          return commit ? commit(session, context, setup) : session;
        },
      };
      const inbox = setup.inbox && (sin.inbox?.(setup.inbox) ?? setup.inbox);
      return Promise.resolve({...setup, adapter, inbox});
    },
  };
}

/** The same page with other items. */
export const withItems = <T>(page: Page<T>, items: readonly T[]): Page<T> => ({...page, items});

/** A session whose messages are altered wherever they are told: in threads, in answers and in the stream. */
export function withMessages(session: Session, alter: (message: Message) => Message): Session {
  return {
    ...session,
    listMessages: async (...given) => {
      const page = await session.listMessages(...given);
      return withItems(page, page.items.map(alter));
    },
    sendMessage: async (...given) => {
      const result = await session.sendMessage(...given);
      return {...result, message: alter(result.message)};
    },
    events: (options) =>
      eachEvent(session, options, (event) =>
        event.type === 'message.upserted' ? [{...event, message: alter(event.message)}] : [event],
      ),
  };
}

/** The stream with each event replaced by those that `alter` makes of it. */
export async function* eachEvent(
  session: Session,
  options: Parameters<Session['events']>[0],
  alter: (event: LoopEvent) => readonly LoopEvent[],
): ReturnType<Session['events']> extends AsyncIterable<infer Batch> ? AsyncGenerator<Batch> : never {
  for await (const batch of session.events(options)) yield {...batch, events: batch.events.flatMap(alter)};
}
