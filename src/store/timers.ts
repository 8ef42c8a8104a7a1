import type {Clock} from '../contract/index.js';

export type Cancel = () => void;

/** Given as it is: making an exception for every timer that is not needed any more costs more than the timer. */
const cancelled = new Error('cancelled');

/** Calls `callback` once, `ms` from now, unless cancelled before. */
export function after(clock: Clock, ms: number, callback: () => void): Cancel {
  const controller = new AbortController();
  const ignoreAbort = () => undefined;
  void clock.sleep(ms, {signal: controller.signal}).then(callback, ignoreAbort);
  return () => controller.abort(cancelled);
}

/** One timer per name: setting it again replaces the earlier one. */
export class NamedTimers {
  readonly #clock: Clock;
  readonly #running = new Map<string, Cancel>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(name: string): boolean {
    return this.#running.has(name);
  }

  set(name: string, ms: number, callback: () => void): void {
    this.cancel(name);
    this.#running.set(
      name,
      after(this.#clock, ms, () => {
        this.#running.delete(name);
        callback();
      }),
    );
  }

  cancel(name: string): void {
    this.#running.get(name)?.();
    this.#running.delete(name);
  }

  clear(): void {
    for (const cancel of this.#running.values()) cancel();
    this.#running.clear();
  }
}

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/**
 * How long to wait before try `attempt` (1 = the first repeat), in ms: doubling, at most half a minute, with full jitter over its
 * upper half so that a thousand inboxes don't come back at once. What the backend asks for is a floor.
 */
export function backOff(attempt: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, attempt - 1));
  return Math.max(retryAfterMs, ceiling / 2 + random() * (ceiling / 2));
}
