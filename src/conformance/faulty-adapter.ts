import {AdapterError, type Adapter, type AdapterErrorInit, type CallOptions, type Clock, type EventBatch, type Session} from '../contract/index.js';

type WithoutMessage<T> = T extends unknown ? Omit<T, 'message'> & {readonly message?: string} : never;

/**
 * What becomes of one call. 'refused': it never leaves, and that is known. 'lost-before', 'lost-after': it leaves and no answer comes; the
 * backend has not, or has, done what was asked. 'silent-before', 'silent-after': the same, and nobody ever says so. 'garbled': done, and
 * the answer makes no sense. An error: what is answered instead; with `committed` the backend has done it all the same.
 */
export type CallFate =
  | 'answered'
  | 'refused'
  | 'lost-before'
  | 'lost-after'
  | 'silent-before'
  | 'silent-after'
  | 'garbled'
  | (WithoutMessage<AdapterErrorInit> & {readonly committed?: true});

/** How one call fares on its way. */
export interface CallWay {
  readonly fate: CallFate;
  /** ms until the backend hears of it. */
  readonly outMs?: number;
  /** ms from there to the answer. */
  readonly backMs?: number;
}

/** A copy of a batch on its way; the plan may make none, several, or change their order by their delays. */
export interface BatchWay {
  readonly batch: EventBatch;
  readonly delayMs: number;
}

/** The trouble between an inbox and its backend: asked for each call and each batch of events. */
export interface FaultPlan {
  /** @param method 'connect', 'sendMessage', 'tags.set' … */
  call?(method: string): CallWay;
  batch?(batch: EventBatch): readonly BatchWay[];
  /** Called with a function that cuts a stream when it opens; returns what is to be done when it ends. */
  streamOpened?(cut: (error: AdapterError) => void): () => void;
  /** What the network takes time by; absent: the clock of the inbox. */
  readonly clock?: Clock;
}

const answered: CallWay = {fate: 'answered'};

/**
 * Puts trouble of every kind between an inbox and any adapter: lost and late answers, errors after the deed, calls that never end, events
 * twice, late or out of order, cut streams.
 *
 * @example
 * ```ts
 * const flaky = withFaults(adapter, {call: (method) => ({fate: method === 'sendMessage' ? 'lost-after' : 'answered'})});
 * ```
 */
export function withFaults(adapter: Adapter, plan: FaultPlan): Adapter {
  return {
    name: adapter.name,
    contract: 1,
    connect: async (context, options) => {
      const wire = new Wire(plan, plan.clock ?? context.clock);
      const session = await wire.pass('connect', options, () => adapter.connect(context, options));
      return faulty(session, wire, plan);
    },
  };
}

class Wire {
  readonly clock: Clock;
  readonly #plan: FaultPlan;

  constructor(plan: FaultPlan, clock: Clock) {
    this.#plan = plan;
    this.clock = clock;
  }

  async pass<T>(method: string, {signal}: CallOptions, run: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    const {fate, outMs = 0, backMs = 0} = this.#plan.call?.(method) ?? answered;
    if (fate === 'refused') throw lost('no');
    // What has left arrives, whoever still waits for the answer.
    if (outMs > 0) await this.clock.sleep(outMs);
    if (fate === 'silent-before') return never();
    if (fate === 'lost-before') throw await this.#late(backMs, lost('maybe'));
    if (typeof fate === 'object' && !fate.committed) throw await this.#late(backMs, planned(fate));
    const answer = await run().finally(() => (backMs > 0 ? this.clock.sleep(backMs) : undefined));
    signal?.throwIfAborted();
    if (fate === 'silent-after') return never();
    if (fate === 'lost-after') throw lost('maybe');
    if (fate === 'garbled') throw new AdapterError({code: 'protocol', message: `The answer of ${method} makes no sense`});
    if (typeof fate === 'object') throw planned(fate);
    return answer;
  }

  async #late(ms: number, error: AdapterError): Promise<AdapterError> {
    if (ms > 0) await this.clock.sleep(ms);
    return error;
  }
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

const lost = (applied: 'no' | 'maybe'): AdapterError =>
  new AdapterError({code: 'network', applied, message: applied === 'no' ? 'There is no connection' : 'The answer was lost'});

const planned = ({committed: _done, ...init}: Exclude<CallFate, string>): AdapterError =>
  new AdapterError({message: `Planned failure: ${init.code}`, ...init});

/** Every method of a session and of its groups goes over the wire; the last argument of each is its options. */
function faulty(session: Session, wire: Wire, plan: FaultPlan): Session {
  const over = (target: object, group: string): object =>
    new Proxy(target, {
      get: (known, name) => {
        const member: unknown = Reflect.get(known, name);
        const path = group + String(name);
        if (path === 'events') return (options: Parameters<Session['events']>[0]) => faultyEvents(session.events(options), wire, plan);
        if (path === 'close' || path === 'watch') return typeof member === 'function' ? (member.bind(known) as unknown) : member;
        if (typeof member === 'function') {
          return (...given: unknown[]) =>
            wire.pass(path, (given.at(-1) ?? {}), async () => (await (member as (...given: unknown[]) => unknown).apply(known, given)));
        }
        return group === '' && isGroup(member) ? over(member, `${path}.`) : member;
      },
    });
  return over(session, '') as Session;
}

/** A group has methods; capabilities and people have none. */
const isGroup = (member: unknown): member is object =>
  typeof member === 'object' && member !== null && Object.values(member).some((value) => typeof value === 'function');

async function* faultyEvents(source: AsyncIterable<EventBatch>, wire: Wire, plan: FaultPlan): AsyncGenerator<EventBatch, void> {
  const arrived: EventBatch[] = [];
  let wake = () => {};
  let ended: {readonly error: Error | undefined} | undefined;
  const iterator = source[Symbol.asyncIterator]();
  const end = (error: unknown) => {
    if (ended) return;
    ended = {error: error instanceof Error ? error : undefined};
    forget();
    iterator.return?.(undefined).then(undefined, () => undefined);
    wake();
  };
  let forget = () => {};
  forget = plan.streamOpened?.(end) ?? forget;
  const arrive = (batch: EventBatch) => {
    arrived.push(batch);
    wake();
  };
  const pump = async () => {
    for (;;) {
      const next = await iterator.next();
      if (next.done) return end(undefined);
      for (const {batch, delayMs} of plan.batch?.(next.value) ?? [{batch: next.value, delayMs: 0}]) {
        if (delayMs > 0) void wire.clock.sleep(delayMs).then(() => arrive(batch));
        else arrive(batch);
      }
    }
  };
  pump().catch(end);
  try {
    for (;;) {
      const batch = arrived.shift();
      if (ended) {
        if (ended.error !== undefined) throw ended.error;
        return;
      }
      if (batch) yield batch;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    end(undefined);
  }
}
