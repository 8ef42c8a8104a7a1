import {AdapterError, type AdapterContext, type CallOptions} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import type {MemoryFaults} from './faults.js';
import type {Keeper} from './persist.js';
import type {Random} from './random.js';
import {goodToken} from './sign-in.js';

export type Latency = number | readonly [min: number, max: number];

interface GateSettings {
  readonly context: AdapterContext;
  readonly desk: MemoryBackend;
  readonly keeper: Keeper | undefined;
  readonly faults: MemoryFaults;
  readonly latencyMs: Latency;
  readonly random: Random;
  readonly token: string;
}

/** Stands where the network would: every call passes it on its way in and out. */
export class Gate {
  readonly #settings: GateSettings;
  readonly #closing = new AbortController();
  #token: string;

  constructor(settings: GateSettings) {
    this.#settings = settings;
    this.#token = settings.token;
  }

  get closed(): boolean {
    return this.#closing.signal.aborted;
  }

  close(): void {
    this.#closing.abort(closedError('maybe'));
  }

  /** Runs one call. Before `run` nothing has happened in the backend; after it everything has. */
  async pass<T>(method: string, {signal}: CallOptions, run: () => T | Promise<T>): Promise<T> {
    const {faults} = this.#settings;
    signal?.throwIfAborted();
    this.#assertOpen('no');
    const planned = faults.begin(method);
    const wait = this.#latency();
    await this.#sleep(wait / 2, signal);
    await this.#authenticate(signal);
    const answer = await run();
    await this.written();
    await this.#sleep(wait / 2, signal);
    signal?.throwIfAborted();
    faults.finish(planned);
    return answer;
  }

  /** Nobody is told what a page that dies now would take with it. */
  async written(): Promise<void> {
    await this.#settings.keeper?.written();
  }

  async authenticate(signal: AbortSignal | undefined): Promise<void> {
    this.#assertOpen('no');
    await this.#authenticate(signal);
  }

  /** One try with a fresh token per call, as the contract wants of every adapter. */
  async #authenticate(signal: AbortSignal | undefined): Promise<void> {
    const {desk, faults, context} = this.#settings;
    this.#token = await goodToken(desk, faults, context, this.#token, signal);
  }

  #latency(): number {
    const {latencyMs, random, faults} = this.#settings;
    const [min, max] = typeof latencyMs === 'number' ? [latencyMs, latencyMs] : latencyMs;
    return random.between(min, max) + faults.delayMs;
  }

  async #sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (ms > 0) {
      const closing = this.#closing.signal;
      await this.#settings.desk.clock.sleep(ms, {signal: signal ? AbortSignal.any([signal, closing]) : closing});
    }
    this.#assertOpen('maybe');
  }

  #assertOpen(applied: 'no' | 'maybe'): void {
    if (this.closed) throw closedError(applied);
  }
}

const closedError = (applied: 'no' | 'maybe'): AdapterError =>
  new AdapterError({code: 'network', applied, message: 'The session is closed'});
