import type {Keeper} from './keeper.js';
import type {LockPort} from './ports.js';
import type {Runtime} from './runtime.js';

/** Longer than any call to the backend may take. */
const leaseMs = 90_000;
const askAgainMs = 2_000;

/** Told by a browser that lets a page keep nothing: its locks are no locks then. */
export const isDenied = (error: unknown): boolean => error instanceof Error && error.name === 'SecurityError';

/**
 * Runs work that only one tab may do at a time. By a lock where the page has them, by a lease in the storage where it has not
 * (insecure pages) or they are denied, directly where nothing is kept and so nothing is shared.
 */
export class Exclusive {
  readonly #runtime: Runtime;
  readonly #keeper: Keeper;
  readonly #owner: string;
  #isRefused = false;

  constructor(runtime: Runtime, keeper: Keeper) {
    this.#runtime = runtime;
    this.#keeper = keeper;
    this.#owner = runtime.ports.newId();
  }

  /**
   * True for the first tab that asks, for good: also for tabs whose leases overlap, because the clock was set or one of them slept. The storage takes
   * one transaction after the other. A lock never overlaps, and a storage that fails tells nothing: true as well.
   */
  async claim(name: string): Promise<boolean> {
    const {clock} = this.#runtime.ports;
    return this.#locks !== undefined || ((await this.#keeper.vault?.lease(name, this.#owner, -Infinity, clock.now()).catch(() => true)) ?? true);
  }

  /** @throws `signal.reason` when it is aborted before the turn came. */
  async run(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const locks = this.#locks;
    const identity = this.#runtime.state.session?.identity;
    // Also once the storage has let this tab down: the other tabs still have what was kept.
    if (!locks || identity === undefined) return this.#runLeased(name, signal, work);
    let isHeld = false;
    try {
      await locks.request(`loop-inbox ${identity} ${name}`, {signal}, () => {
        isHeld = true;
        return work();
      });
    } catch (error) {
      if (isHeld || !isDenied(error)) throw error;
      this.#isRefused = true;
      await this.#runLeased(name, signal, work);
    }
  }

  /** A browser that denies a page its storage has locks that refuse. */
  get #locks(): LockPort | undefined {
    return this.#isRefused ? undefined : this.#runtime.ports.locks;
  }

  async #runLeased(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const {clock} = this.#runtime.ports;
    const {vault} = this.#keeper;
    if (!vault) return work();
    let waitedMs = 0;
    // Whoever waited longer than any lease may last takes it: the clock was set back meanwhile.
    const now = () => (waitedMs > leaseMs ? Infinity : clock.now());
    const lease = (forMs: number) => vault.lease(name, this.#owner, now(), clock.now() + forMs).catch(() => true);
    for (; !(await lease(leaseMs)); waitedMs += askAgainMs) await clock.sleep(askAgainMs, {signal});
    try {
      return await work();
    } finally {
      await lease(0);
    }
  }
}
