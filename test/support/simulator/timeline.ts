import type {CallOptions, Clock} from '../../../src/contract/index.js';

interface Happening {
  readonly at: number;
  readonly turn: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** Timers of hidden pages run once a second. */
const hiddenEveryMs = 1_000;

interface ClockOptions {
  /** Runs what is due in the tab that the clock belongs to. */
  readonly enter?: (run: () => void) => void;
  /** How far it is off. */
  readonly skewMs?: () => number;
  readonly hidden?: () => boolean;
}

/** Lets all promises that can go on do so. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One virtual time for a whole world: whatever waits, waits here, and one thing happens after the other. */
export class Timeline {
  #now = Date.parse('2026-03-24T14:30:00Z');
  #turn = 0;
  readonly #heap: Happening[] = [];

  now(): number {
    return this.#now;
  }

  /** Runs once, `ms` from now, unless cancelled before. */
  in(ms: number, run: () => void): () => void {
    const happening: Happening = {at: this.#now + Math.max(0, ms), turn: this.#turn++, run, cancelled: false};
    this.#push(happening);
    return () => void (happening.cancelled = true);
  }

  /** Lets `ms` pass: everything that is due happens at its moment. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await rest();
    for (let next = this.#heap[0]; next && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.cancelled) continue;
      this.#now = next.at;
      next.run();
      await rest();
    }
    this.#now = end;
  }

  /** A clock of this time. */
  clock({enter = (run: () => void) => run(), skewMs = () => 0, hidden = () => false}: ClockOptions = {}): Clock {
    return {
      now: () => this.#now + skewMs(),
      sleep: (ms, {signal}: CallOptions = {}) =>
        new Promise((resolve, reject) => {
          if (signal?.aborted) return reject(signal.reason as Error);
          const wake = () =>
            enter(() => {
              signal?.removeEventListener('abort', abort);
              resolve();
            });
          let cancel = this.in(ms, () => {
            if (hidden()) cancel = this.in(hiddenEveryMs - (this.#now % hiddenEveryMs), wake);
            else wake();
          });
          const abort = () => {
            cancel();
            reject(signal?.reason as Error);
          };
          signal?.addEventListener('abort', abort, {once: true});
        }),
    };
  }

  #push(happening: Happening): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(happening);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(happening, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = happening;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
  }
}

const isBefore = (a: Happening, b: Happening): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);
