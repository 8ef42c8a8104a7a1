import type {Clock} from '../contract/index.js';
import {after} from './timers.js';

export const beatEveryMs = 2_000;
/** A leader that was not heard for so long is asked: in a hidden page its beats come as late as any timer, its answers do not. */
const askAfterMs = 2 * beatEveryMs;
const answerWithinMs = beatEveryMs;
/** A visible page that has done nothing for so long was frozen. */
export const patienceMs = askAfterMs + answerWithinMs;
/** Each waits up to so much longer, so that not all take the leader's place. */
const staggerMs = 400;

interface Parts {
  readonly clock: Clock;
  readonly random: () => number;
  /** Asks the leader for a word at once. */
  readonly ask: () => void;
  /** It gave none. */
  readonly onSilent: () => void;
}

/** A follower's eye on the leader: asks one that has become silent, and tells when it does not answer. */
export class LeaderWatch {
  readonly #parts: Parts;
  #heardAt: number;
  /** Since the leader was heard last. */
  #asked: {readonly at: number; readonly waitMs: number; readonly times: number} | undefined;
  #cancel = () => {};

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#heardAt = parts.clock.now();
  }

  /** ms since the leader was heard last. */
  get silentMs(): number {
    return this.#parts.clock.now() - this.#heardAt;
  }

  heard(): void {
    this.#heardAt = this.#parts.clock.now();
    this.#asked = undefined;
  }

  /** Waits for the moment at which patience ends. Few timers in a row: those of hidden pages are all late. */
  begin(): void {
    this.end();
    const {clock} = this.#parts;
    const {at, waitMs} = this.#asked ?? {at: this.#heardAt, waitMs: askAfterMs};
    // A clock that was set back makes no wait longer.
    this.#cancel = after(clock, Math.min(waitMs, at + waitMs - clock.now()), () => this.#look());
  }

  end(): void {
    this.#cancel();
  }

  /** Doubts the leader now: the page has come into view, and its timers are on time again. */
  doubt(): void {
    this.#ask(1);
    this.begin();
  }

  #look(): void {
    // A clock that was set back tells as little as a sleep.
    const waitedMs = Math.abs(this.#parts.clock.now() - (this.#asked?.at ?? this.#heardAt));
    if (!this.#asked) {
      if (waitedMs >= askAfterMs) this.#ask(1);
    } else if (waitedMs >= this.#asked.waitMs) {
      // Much later than it was to look: this page slept too, and may not have read the answer yet.
      const slept = waitedMs > patienceMs;
      if (!slept || this.#asked.times > 1) return this.#parts.onSilent();
      this.#ask(2);
    }
    this.begin();
  }

  #ask(times: number): void {
    const {clock, random, ask} = this.#parts;
    this.#asked = {at: clock.now(), waitMs: answerWithinMs + Math.floor(random() * staggerMs), times};
    ask();
  }
}
