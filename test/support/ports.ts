import 'fake-indexeddb/auto';
import {idbStorage} from '../../src/internal/browser-ports/idb-storage.js';
import type {ChannelPort, LockPort, PageEvent, PagePort, Ports, StoragePort} from '../../src/store/ports.js';
import {FakeClock} from './fake-clock.js';

/** One browser with several tabs: they share storage, locks and channels. */
export class FakeBrowser {
  readonly clock: FakeClock;
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #channels = new Map<string, Set<(message: unknown) => void>>();
  #ids = 0;

  constructor(clock = new FakeClock()) {
    this.clock = clock;
  }

  /** Ports of one more tab. */
  tab(change: Partial<Ports> = {}): Ports & {page: FakePage; warnings: string[]} {
    const warnings: string[] = [];
    return {
      clock: this.clock,
      fetch: () => Promise.reject(new Error('no network in this test')),
      newId: () => `id-${String(++this.#ids).padStart(4, '0')}`,
      random: () => 0.5,
      storage: idbStorage as StoragePort | undefined,
      locks: this.#locks as LockPort | undefined,
      channel: this.#channel as ChannelPort | undefined,
      log: (level, message) => void (level !== 'debug' && warnings.push(`${level}: ${message}`)),
      ...change,
      page: new FakePage(),
      warnings,
    };
  }

  readonly #locks: LockPort = {
    request: (name, {signal}, work) => {
      const turn = this.#queues.get(name) ?? Promise.resolve();
      const held = turn.then(() => {
        signal?.throwIfAborted();
        return work();
      });
      this.#queues.set(name, held.catch(() => undefined));
      return held;
    },
  };

  readonly #channel: ChannelPort = {
    open: (name, onMessage) => {
      const all = this.#channels.get(name) ?? new Set();
      this.#channels.set(name, all);
      all.add(onMessage);
      return {
        post: (message) => {
          const copy: unknown = structuredClone(message);
          for (const listener of all) if (listener !== onMessage) queueMicrotask(() => listener(copy));
        },
        close: () => void all.delete(onMessage),
      };
    },
  };
}

/** A page whose events a test sends. */
export class FakePage implements PagePort {
  readonly #listeners = new Set<(event: PageEvent) => void>();
  isOnline = true;
  isVisible = true;

  online(): boolean {
    return this.isOnline;
  }

  visible(): boolean {
    return this.isVisible;
  }

  subscribe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  send(event: PageEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
