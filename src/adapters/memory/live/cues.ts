import type {MemoryBackend} from '../backend/backend.js';

/** What is still to come in a simulation, so that it can be ended as a whole. */
export class Cues {
  readonly #desk: MemoryBackend;
  readonly #pace: number;
  readonly #pending = new Set<() => void>();

  constructor(desk: MemoryBackend, pace: number) {
    this.#desk = desk;
    this.#pace = pace;
  }

  /** Runs it between `fromMs` and `toMs` from now, by chance. */
  after(fromMs: number, toMs: number, run: () => void): void {
    const cancel = this.#desk.schedule.in(this.#desk.random.between(fromMs, toMs) / this.#pace, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
  }

  stop(): void {
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }
}
