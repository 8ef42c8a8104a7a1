import type {AdapterContext} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import {snapshot} from './backend/snapshot.js';
import type {PersistPort} from './options.js';

type Log = AdapterContext['log'];

/** Keeps a desk: writes it down at each change. A store that fails costs the keeping, never the desk. */
export class Keeper {
  readonly #port: PersistPort;
  readonly #log: Log;
  #isPlanned = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(port: PersistPort, log: Log) {
    this.#port = port;
    this.#log = log;
  }

  async load(): Promise<unknown> {
    try {
      return await this.#port.load();
    } catch (error) {
      this.#log?.('warn', 'The kept desk could not be read', error);
      return undefined;
    }
  }

  /** One writing after the other, so that an older state never replaces a newer one; what changes during one is in the next. */
  follow(desk: MemoryBackend): void {
    desk.onChange = () => {
      if (this.#isPlanned) return;
      this.#isPlanned = true;
      this.#saving = this.#saving.then(() => this.#save(desk));
    };
  }

  /** Resolves when what has changed until now is written down. */
  written(): Promise<void> {
    return this.#saving;
  }

  async #save(desk: MemoryBackend): Promise<void> {
    this.#isPlanned = false;
    try {
      await this.#port.save(snapshot(desk));
    } catch (error) {
      this.#log?.('warn', 'The desk could not be kept', error);
    }
  }
}

/** A port as given, or the browser's own under this name. */
export async function portOf(persist: PersistPort | string): Promise<PersistPort> {
  if (typeof persist !== 'string') return persist;
  const {browserPort} = await import('./persist-in-browser.js');
  return browserPort(persist);
}
