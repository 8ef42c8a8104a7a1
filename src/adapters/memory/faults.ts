import {AdapterError, type AdapterErrorInit} from '../../contract/index.js';

type WithoutMessage<T> = T extends unknown ? Omit<T, 'message'> & {readonly message?: string} : never;

/**
 * How a call fails. 'drop-before': the request never leaves. 'drop-after': the backend does what was asked, the answer is lost.
 * An error: what the backend answers instead; with `committed` it has done it all the same.
 */
export type Failure = 'drop-before' | 'drop-after' | (WithoutMessage<AdapterErrorInit> & {readonly committed?: true});

interface Planned {
  left: number;
  readonly how: Failure;
  readonly method: string | undefined;
}

type Ended = (error: AdapterError) => void;

/** Makes a memory adapter fail on purpose. A test or a demo steers it; the adapter asks it before and after every call. */
export class MemoryFaults {
  readonly #planned: Planned[] = [];
  readonly #streams = new Set<Ended>();
  readonly #tokens = new Set<string>();
  #bad: ReadonlySet<string> = new Set();
  #reason: 'expired' | 'revoked' = 'expired';
  #isOffline = false;
  #delayMs = 0;
  #repeats = false;
  readonly #onExpireCursor = new Set<() => void>();

  /**
   * The next `n` calls fail.
   *
   * @param method only calls of this one count: 'sendMessage', 'tags.set' …; absent: all.
   */
  failNext(n: number, how: Failure, method?: string): void {
    this.#planned.push({left: n, how, method});
  }

  /** While on, every call fails before it leaves and every stream of events has ended. */
  offline(on: boolean): void {
    this.#isOffline = on;
    if (on) this.#endStreams(gone());
  }

  /** Ends the open streams of events as a lost connection does. */
  cutEvents(): void {
    this.#endStreams(new AdapterError({code: 'network', message: 'The connection was lost'}));
  }

  /** No token given so far is accepted any more; with 'expired' a fresh, other one is. */
  expireToken(reason: 'expired' | 'revoked' = 'expired'): void {
    this.#bad = new Set(this.#tokens);
    this.#reason = reason;
    this.#endStreams(this.#refusal());
  }

  /** The old tokens are good again. */
  restoreToken(): void {
    this.#bad = new Set();
  }

  /** Every event cursor handed out so far is too old. */
  expireCursor(): void {
    for (const expire of this.#onExpireCursor) expire();
    this.cutEvents();
  }

  /** While on, every event is told twice. */
  duplicateEvents(on: boolean): void {
    this.#repeats = on;
  }

  /** Every call takes this much longer, in ms. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Asked by the adapter. */
  get delayMs(): number {
    return this.#delayMs;
  }

  /** Asked by the adapter. */
  get repeatsEvents(): boolean {
    return this.#repeats;
  }

  /** Given by the adapter: makes the cursors of its desk too old. */
  onExpireCursor(expire: () => void): void {
    this.#onExpireCursor.add(expire);
  }

  /** Asked by the adapter when a call begins: throws, or says how it is to end. */
  begin(method: string): Failure | undefined {
    if (this.#isOffline) throw gone();
    const planned = this.#planned.find((plan) => plan.left > 0 && (plan.method === undefined || plan.method === method));
    if (!planned) return undefined;
    planned.left--;
    const {how} = planned;
    if (how === 'drop-before') throw gone();
    if (how !== 'drop-after' && !how.committed) throw this.#error(how);
    return how;
  }

  /** Asked by the adapter once it has done what the call wanted. */
  finish(how: Failure | undefined): void {
    if (how === 'drop-after') throw new AdapterError({code: 'network', applied: 'maybe', message: 'The answer was lost'});
    if (how !== undefined && how !== 'drop-before') throw this.#error(how);
  }

  /** Asked by the adapter: the error a token is refused with; undefined for one that is good. */
  tokenError(token: string): AdapterError | undefined {
    this.#tokens.add(token);
    return this.#bad.has(token) ? this.#refusal() : undefined;
  }

  /** May a fresh token help? Asked by the adapter. */
  get mayRefresh(): boolean {
    return this.#reason === 'expired';
  }

  /** Asked by the adapter for each open stream; the answer takes it back. */
  onStreamsEnd(end: Ended): () => void {
    this.#streams.add(end);
    return () => void this.#streams.delete(end);
  }

  #endStreams(error: AdapterError): void {
    for (const end of [...this.#streams]) end(error);
  }

  #refusal(): AdapterError {
    return new AdapterError({code: 'auth', reason: this.#reason, message: `The sign-in has been ${this.#reason}`});
  }

  #error({committed: _done, ...init}: Exclude<Failure, string>): AdapterError {
    return new AdapterError({message: `Planned failure: ${init.code}`, ...init});
  }
}

/** @returns faults for `createMemoryAdapter({faults})`; nothing fails until it is told to. */
export const createFaults = (): MemoryFaults => new MemoryFaults();

const gone = (): AdapterError => new AdapterError({code: 'network', applied: 'no', message: 'There is no connection'});
