import type {Clock} from '../../contract/index.js';

interface Job {
  readonly at: number;
  readonly run: () => void;
}

/** Longest single sleep: browsers misread timers of more than 24 days, and a laptop may be put to sleep. */
const longestSleepMs = 3_600_000;

/**
 * Everything that happens by itself, in order of time: one sleep of the clock at most, none while stopped.
 * Jobs stay in it over a stop and run at the next start.
 */
export class Schedule {
  readonly #clock: () => Clock;
  readonly #jobs: Job[] = [];
  #running: AbortController | undefined;
  #sleep: AbortController | undefined;

  constructor(clock: () => Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#jobs.length;
  }

  /** Runs it `ms` from now. The answer takes it out again. */
  in(ms: number, run: () => void): () => void {
    const job: Job = {at: this.#clock().now() + Math.max(0, ms), run};
    let place = this.#jobs.length;
    while (place > 0 && (this.#jobs[place - 1]?.at ?? 0) > job.at) place--;
    this.#jobs.splice(place, 0, job);
    if (place === 0) this.#sleep?.abort();
    return () => {
      const index = this.#jobs.indexOf(job);
      if (index >= 0) this.#jobs.splice(index, 1);
    };
  }

  start(): void {
    if (this.#running) return;
    this.#running = new AbortController();
    void this.#loop(this.#running.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#sleep?.abort();
  }

  async #loop(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      this.#runDue();
      const next = this.#jobs[0];
      this.#sleep = new AbortController();
      const {signal} = this.#sleep;
      // Cut short by an earlier job or by `stop`: both are no failure.
      if (next) await this.#clock().sleep(Math.min(next.at - this.#clock().now(), longestSleepMs), {signal}).catch(() => {});
      else await aborted(signal);
    }
  }

  #runDue(): void {
    for (let job = this.#jobs[0]; job && job.at <= this.#clock().now(); job = this.#jobs[0]) {
      this.#jobs.shift();
      job.run();
    }
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), {once: true}));
