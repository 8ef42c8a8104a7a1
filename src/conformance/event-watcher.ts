import type {EventBatch, EventCursor, LoopEvent, Session} from '../contract/index.js';
import {ClaimFailed, show} from './claims.js';
import {within} from './waiting.js';

/** Reads one `events()` iterator in the background and lets a check wait for what it brings. */
export class EventWatcher {
  readonly batches: EventBatch[] = [];
  /** Settles when the iterator is over: with the error it threw, or undefined. */
  readonly over: Promise<{readonly error?: unknown}>;
  readonly #settleMs: number;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<() => void>();
  #isOver = false;

  constructor(session: Session, settleMs: number, after?: EventCursor) {
    this.#settleMs = settleMs;
    this.over = this.#read(session, after);
  }

  get events(): readonly LoopEvent[] {
    return this.batches.flatMap((batch) => batch.events);
  }

  /** The newest position told so far. */
  get cursor(): EventCursor | undefined {
    return this.batches.findLast((batch) => batch.cursor !== undefined)?.cursor;
  }

  first(): Promise<EventBatch> {
    return this.#wait(() => this.batches[0], 'the first batch of events arrives, even when it is empty,');
  }

  /** @returns the first event that fits, of all that came so far or will come. */
  event<T extends LoopEvent>(fits: (event: LoopEvent) => event is T, sentence: string): Promise<T>;
  event(fits: (event: LoopEvent) => boolean, sentence: string): Promise<LoopEvent>;
  event(fits: (event: LoopEvent) => boolean, sentence: string): Promise<LoopEvent> {
    return this.#wait(() => this.events.find(fits), sentence);
  }

  until(holds: () => boolean, sentence: string): Promise<true> {
    return this.#wait(() => holds() || undefined, sentence);
  }

  /** Aborts the iterator, as leaving the page does. */
  async stop(reason?: unknown): Promise<{readonly error?: unknown}> {
    this.#stop.abort(reason);
    return within(this.over, this.#settleMs, 'events() ends when its signal is aborted');
  }

  async #read(session: Session, after: EventCursor | undefined): Promise<{readonly error?: unknown}> {
    try {
      for await (const batch of session.events({after, signal: this.#stop.signal})) {
        this.batches.push(batch);
        this.#tell();
      }
      return {};
    } catch (error) {
      return {error};
    } finally {
      this.#isOver = true;
      this.#tell();
    }
  }

  #tell(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  #wait<T>(look: () => T | undefined, sentence: string): Promise<T> {
    const found = (async () => {
      for (;;) {
        const seen = look();
        if (seen !== undefined) return seen;
        if (this.#isOver) {
          const {error} = await this.over;
          throw new ClaimFailed(`Expected: ${sentence}. events() was over before${error ? `: ${show(error)}` : ''}`);
        }
        await new Promise<void>((resolve) => void this.#waiting.add(resolve));
      }
    })();
    return within(found, this.#settleMs, sentence);
  }
}
