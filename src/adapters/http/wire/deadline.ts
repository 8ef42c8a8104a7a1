import type {Clock} from '../../../contract/index.js';

/** A time that something has, by the clock that was given; may be put off. */
export class Deadline {
  readonly #clock: Clock;
  readonly #over = new AbortController();
  readonly #stopped = new AbortController();
  #at: number;

  constructor(clock: Clock, ms: number) {
    this.#clock = clock;
    this.#at = clock.now() + ms;
    void this.#wait().catch(() => undefined); // stopped
  }

  /** Aborted when the time is over. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** From now on it has so many ms. */
  putOff(ms: number): void {
    this.#at = this.#clock.now() + ms;
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #wait(): Promise<void> {
    for (;;) {
      const left = this.#at - this.#clock.now();
      if (left <= 0) return this.#over.abort();
      await this.#clock.sleep(left, {signal: this.#stopped.signal});
    }
  }
}
