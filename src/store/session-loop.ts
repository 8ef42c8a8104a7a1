import {
  AdapterError,
  type Adapter,
  type AdapterContext,
  type EventBatch,
  type EventCursor,
  type Feature,
  type Session,
} from '../contract/index.js';
import type {InboxSettings} from './inbox.js';
import {callTimeoutMs, toAdapterError, type Runtime} from './runtime.js';
import type {SessionFact} from './state.js';
import {backOff} from './timers.js';
import {expectWhole} from './whole.js';

/** What the loop tells the rest of the store. */
export interface SessionHooks {
  /** A session is open; called before its events are read. */
  opened(session: SessionFact): void;
  /** The stream stands: calls can be made. `gap` when something may have been missed. */
  connected(gap: boolean): void;
  /** At once, or when what takes it is there: then `failed` hears what is thrown. */
  apply(batch: EventBatch, failed: (error: unknown) => void): void;
  /** The session's stream, or another tab's. */
  events(session: Session, options: {readonly signal: AbortSignal; readonly after?: EventCursor}): AsyncIterable<EventBatch>;
  lost(error: AdapterError): void;
  /** The agent may no longer see what is kept. */
  revoked(): Promise<void>;
}

/** Features that a host has to ask for; the others are on unless it says no. */
const offByDefault: ReadonlySet<Feature> = new Set<Feature>(['automation']);

const featureNames: readonly Feature[] = [
  'counts', 'search', 'readState', 'tags', 'assignment', 'priority', 'contacts', 'tickets', 'notifications', 'escalations',
  'automation', 'upload', 'download', 'canned', 'macros', 'typing', 'availability', 'presence', 'directory', 'lookup', 'views',
  'profile', 'bulk', 'editMessage', 'deleteMessage',
];

/** What the adapter has and the host allows. */
export function offeredFeatures(session: Session, allowed: InboxSettings['features'] = {}): ReadonlySet<Feature> {
  const isAllowed = (name: Feature) => (offByDefault.has(name) ? allowed[name] === true : allowed[name] !== false);
  return new Set(featureNames.filter((name) => session[name] !== undefined && isAllowed(name)));
}

/**
 * Keeps one connection to the backend: connects, reads the stream, waits and comes back after a loss, stops while the agent is signed
 * out. The only place that reconnects; adapters never do.
 */
export class SessionLoop {
  readonly #runtime: Runtime;
  readonly #adapter: Adapter;
  readonly #settings: () => InboxSettings;
  readonly #hooks: SessionHooks;
  readonly #ending = new AbortController();
  /** Ends the present stream or wait, to try again at once. */
  #wake = new AbortController();
  #cursor: EventCursor | undefined;
  /** Whose stream the cursor belongs to. */
  #owner: string | undefined;
  #attempt = 0;
  #token: Promise<string | undefined> | undefined;

  constructor(runtime: Runtime, adapter: Adapter, settings: () => InboxSettings, hooks: SessionHooks) {
    this.#runtime = runtime;
    this.#adapter = adapter;
    this.#settings = settings;
    this.#hooks = hooks;
  }

  start(): void {
    void this.#run();
  }

  /** Tries again now: after a sign-in, or instead of waiting. */
  retry(): void {
    const {status} = this.#runtime.state.connection;
    if (status === 'signed-out') this.#dropSession();
    if (status === 'waiting' || status === 'signed-out' || status === 'failed') {
      this.#attempt = 0;
      this.#wake.abort();
    }
  }

  /** A call was answered with `auth`: the stream is of no use either. */
  onAuthError(error: AdapterError): void {
    if (this.#runtime.state.connection.status === 'signed-out') return;
    this.#wake.abort(error);
  }

  async stop(): Promise<void> {
    this.#ending.abort(new Error('The inbox was closed'));
    const {session} = this.#runtime;
    this.#runtime.session = undefined;
    await this.#close(session);
  }

  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      this.#wake = new AbortController();
      try {
        await this.#connect();
        await this.#readStream();
        throw new AdapterError({code: 'network', message: 'The stream of events ended'});
      } catch (thrown) {
        if (this.#ending.signal.aborted) return;
        const woken = this.#wake.signal.aborted && AdapterError.is(this.#wake.signal.reason);
        await this.#afterLoss(toAdapterError(woken ? this.#wake.signal.reason : thrown));
      }
    }
  }

  async #connect(): Promise<void> {
    if (this.#runtime.session) return;
    this.#runtime.commit((state) => (state.connection = {status: 'connecting'}));
    const {signal} = this.#ending;
    const connecting = this.#adapter.connect(this.#context(), {signal});
    const session = await Promise.race([connecting, this.#runtime.ports.clock.sleep(callTimeoutMs, {signal})]);
    if (!session) {
      connecting.then((late) => this.#close(late), () => undefined);
      throw new AdapterError({code: 'network', message: 'No answer to connect'});
    }
    if (this.#ending.signal.aborted) {
      await this.#close(session);
      return;
    }
    expectWhole(session.me.id, session.capabilities);
    const serverNow = session.serverNow === undefined ? Number.NaN : Date.parse(session.serverNow);
    const fact: SessionFact = {
      me: session.me,
      adapterName: this.#adapter.name,
      capabilities: session.capabilities,
      features: offeredFeatures(session, this.#settings().features),
      identity: session.identity,
      fileOrigins: session.fileOrigins,
    };
    const owner = `${session.identity ?? ''} ${session.me.id}`;
    if (owner !== this.#owner) this.#cursor = undefined;
    this.#owner = owner;
    this.#runtime.session = session;
    this.#runtime.commit((state) => {
      state.serverOffsetMs = Number.isNaN(serverNow) ? 0 : serverNow - this.#runtime.now();
    });
    this.#hooks.opened(fact);
  }

  async #readStream(): Promise<void> {
    const {session} = this.#runtime;
    if (!session || this.#ending.signal.aborted) return;
    const signal = AbortSignal.any([this.#ending.signal, this.#wake.signal]);
    const hadCursor = this.#cursor !== undefined;
    const stream = this.#hooks.events(session, {signal, ...(this.#cursor !== undefined && {after: this.#cursor})});
    const iterator = stream[Symbol.asyncIterator]();
    // An adapter that ignores the signal must not keep the loop.
    let stop = (): void => undefined;
    signal.addEventListener('abort', () => stop(), {once: true});
    let first = true;
    try {
      for (;;) {
        // Not a race with one promise for all: that would keep something of every batch for as long as the connection lasts.
        const next = await new Promise<IteratorResult<EventBatch>>((resolve, reject) => {
          stop = () => reject(toAdapterError(signal.reason));
          if (signal.aborted) stop();
          Promise.resolve(iterator.next()).then(resolve, reject);
        });
        if (next.done) return;
        this.#takeBatch(next.value, first, hadCursor);
        first = false;
      }
    } finally {
      iterator.return?.().then(undefined, () => undefined);
      // A joined signal that somebody still listens to would live, with all that listens, as long as the inbox.
      this.#wake.abort();
    }
  }

  #takeBatch(batch: EventBatch, first: boolean, hadCursor: boolean): void {
    this.#attempt = 0;
    if (first || this.#runtime.state.connection.status !== batch.phase) {
      this.#runtime.commit((state) => (state.connection = {status: batch.phase}));
    }
    this.#hooks.apply(batch, (error) => {
      // Nobody knows how much of it was taken.
      this.#cursor = undefined;
      this.#wake.abort(toAdapterError(error));
    });
    if (batch.cursor !== undefined) this.#cursor = batch.cursor;
    // Told from the beginning of the first connection on, or from a cursor: no gap. Otherwise nobody knows.
    if (first) this.#hooks.connected(!hadCursor);
  }

  async #afterLoss(error: AdapterError): Promise<void> {
    if (error.init.code === 'auth') return this.#signOut(error.init.reason ?? 'expired');
    this.#hooks.lost(error);
    if (!error.retryable && error.code !== 'protocol') {
      this.#dropSession();
      this.#runtime.commit((state) => (state.connection = {status: 'failed', error}));
      return this.#pause(undefined);
    }
    this.#attempt++;
    const waitMs = backOff(this.#attempt, this.#runtime.ports.random, error.retryAfterMs);
    const retryAt = this.#runtime.now() + waitMs;
    this.#runtime.commit((state) => (state.connection = {status: 'waiting', error, retryAt}));
    await this.#pause(waitMs);
  }

  async #signOut(reason: 'missing' | 'expired' | 'revoked'): Promise<void> {
    this.#dropSession();
    this.#token = undefined;
    this.#runtime.commit((state) => (state.connection = {status: 'signed-out', reason}));
    this.#runtime.tell({type: 'sign-in-needed', reason});
    // From here on: whoever signs in while what is kept is wiped need not do so again.
    const paused = this.#pause(undefined);
    if (reason === 'revoked') await this.#hooks.revoked();
    await paused;
  }

  /** Waits so long, or until `retry` (undefined: only for it). */
  async #pause(ms: number | undefined): Promise<void> {
    this.#wake = new AbortController();
    const signal = AbortSignal.any([this.#ending.signal, this.#wake.signal]);
    if (ms !== undefined) {
      await this.#runtime.ports.clock.sleep(ms, {signal}).catch(() => undefined);
      return;
    }
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), {once: true}));
  }

  #dropSession(): void {
    const {session} = this.#runtime;
    this.#runtime.session = undefined;
    void this.#close(session);
  }

  async #close(session: Session | undefined): Promise<void> {
    try {
      await session?.close();
    } catch (error) {
      this.#runtime.ports.log('warn', 'The session could not be closed', error);
    }
  }

  #context(): AdapterContext {
    const {ports} = this.#runtime;
    const {getToken, locale = 'en'} = this.#settings();
    return {
      fetch: ports.fetch,
      clock: ports.clock,
      locale,
      log: ports.log,
      // Ten calls that find the token expired make one sign-in.
      ...(getToken && {
        getToken: (why, options) => {
          if (why === 'initial') return getToken(why, options);
          this.#token ??= Promise.resolve(getToken(why, options)).finally(() => (this.#token = undefined));
          return this.#token;
        },
      }),
    };
  }
}
