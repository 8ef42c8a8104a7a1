import {AdapterError, type CallOptions, type Session} from '../contract/index.js';
import {defaultChoices} from './choices.js';
import {EntityTable} from './entity-table.js';
import type {Fact, FactListener} from './facts.js';
import {OrderedKeys} from './ordered-keys.js';
import type {Ports} from './ports.js';
import type {InboxState, Notice} from './state.js';
import {Store, type Unsubscribe} from './store.js';
import {after, NamedTimers} from './timers.js';

/** The state as the store's own modules write it. */
export type WritableState = {-readonly [Key in keyof InboxState]: InboxState[Key]};

/** A call the backend has not answered by then is given up; whether it was applied nobody knows. */
export const callTimeoutMs = 45_000;

export function emptyState(): WritableState {
  return {
    connection: {status: 'idle'},
    session: undefined,
    views: [],
    counts: undefined,
    choices: defaultChoices,
    profile: undefined,
    can: new Set(),
    conversations: new EntityTable(),
    contacts: new EntityTable(),
    lists: new EntityTable(),
    threads: new EntityTable(),
    drafts: new EntityTable(),
    draftsKept: new EntityTable(),
    composing: new EntityTable(),
    draftsElsewhere: new EntityTable(),
    outbox: new EntityTable(),
    changes: new EntityTable(),
    undoables: new EntityTable(),
    typing: new EntityTable(),
    presence: new EntityTable(),
    escalations: new EntityTable(),
    tickets: new EntityTable(),
    notifications: {
      status: 'idle',
      items: new EntityTable(),
      ids: new OrderedKeys((a, b) => b - a),
      version: 0,
      unread: null,
      loadingMore: false,
      derived: false,
    },
    notices: new EntityTable(),
    serverOffsetMs: 0,
    keeps: false,
  };
}

/** What an adapter threw, as an `AdapterError`: anything else it throws is its own mistake. */
export function toAdapterError(error: unknown): AdapterError {
  if (AdapterError.is(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AdapterError({code: 'protocol', message, cause: error});
}

const notConnected = () =>
  new AdapterError({code: 'network', applied: 'no', message: 'There is no connection to the backend'});

/** The cause of an error that this side made: the request may still be on its way. */
export const gaveUp = 'gave up';

/** A call under way. */
export interface RunningCall {
  /** Something of it has moved: the time it has for an answer begins anew. @param moreMs it may take so much longer. */
  moves(moreMs?: number): void;
  /** Nobody waits for it any more. */
  stop(): void;
}

/** What every module of the store shares: the state, the ports, the session while there is one, and the telling of facts. */
export class Runtime {
  readonly store = new Store<WritableState>(emptyState());
  readonly #factListeners = new Set<FactListener>();
  #session: Session | undefined;
  /** Calls under way; ended when the session is given up. */
  readonly #calls = new Set<AbortController>();
  /** Called when a call is answered with `auth`. */
  onAuthError: (error: AdapterError) => void = () => undefined;

  /** Every timer of the store by name; cleared when the inbox is closed. */
  readonly timers: NamedTimers;

  constructor(readonly ports: Ports) {
    this.timers = new NamedTimers(ports.clock);
  }

  get state(): WritableState {
    return this.store.state;
  }

  /** Runs a write on the state; listeners hear of it once per microtask. */
  commit(write: (state: WritableState) => void): void {
    this.store.commit(write);
  }

  /** The open session; undefined while there is no connection. */
  get session(): Session | undefined {
    return this.#session;
  }

  set session(session: Session | undefined) {
    if (session === this.#session) return;
    this.#session = session;
    for (const call of this.#calls) call.abort(notConnected());
  }

  /** True while calls can be made. */
  get connected(): boolean {
    const {status} = this.state.connection;
    return this.#session !== undefined && (status === 'live' || status === 'catching-up');
  }

  now(): number {
    return this.ports.clock.now();
  }

  /**
   * Makes one call to the backend.
   *
   * @param work is also handed the call itself, where it may take longer than most or be given up.
   * @throws {AdapterError} always of this type, also when the adapter throws something else or never answers.
   */
  async call<T>(work: (session: Session, options: Required<CallOptions>, self: RunningCall) => Promise<T>): Promise<T> {
    const session = this.#session;
    if (!session) throw notConnected();
    const call = new AbortController();
    const ended = new Promise<never>((_resolve, reject) => {
      call.signal.addEventListener('abort', () => reject(endedCall(call.signal.reason)), {once: true});
    });
    const startTimer = (ms: number) => after(this.ports.clock, ms, () =>
      call.abort(new AdapterError({code: 'network', applied: 'maybe', message: `No answer in ${Math.round(ms / 1000)} s`, cause: gaveUp})),
    );
    let stopTimer = startTimer(callTimeoutMs);
    const moves = (moreMs = 0) => {
      stopTimer();
      stopTimer = startTimer(callTimeoutMs + moreMs);
    };
    this.#calls.add(call);
    try {
      return await Promise.race([work(session, {signal: call.signal}, {moves, stop: () => call.abort(notConnected())}), ended]);
    } catch (thrown) {
      const error = toAdapterError(thrown);
      if (error.code === 'auth') this.onAuthError(error);
      throw error;
    } finally {
      stopTimer();
      this.#calls.delete(call);
    }
  }

  tell(fact: Fact): void {
    for (const listener of [...this.#factListeners]) {
      try {
        listener(fact);
      } catch (error) {
        this.ports.log('error', `A listener of the fact '${fact.type}' threw`, error);
      }
    }
  }

  listen(listener: FactListener): Unsubscribe {
    this.#factListeners.add(listener);
    return () => void this.#factListeners.delete(listener);
  }

  notice(about: Notice['about']): void {
    const id = this.ports.newId();
    this.commit((state) => state.notices.put(id, {id, about}));
  }
}

/** A session that ended under a call: the request may have left. */
function endedCall(reason: unknown): AdapterError {
  const cause = toAdapterError(reason);
  return cause.applied === 'maybe' ? cause : new AdapterError({code: 'network', applied: 'maybe', message: cause.message, cause: gaveUp});
}
