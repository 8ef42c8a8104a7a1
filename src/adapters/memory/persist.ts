import type {AdapterContext} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import {snapshot} from './backend/snapshot.js';
import type {PersistPort} from './options.js';

/** How long changes are gathered before they are written down. */
const gatherMs = 500;

type Log = AdapterContext['log'];

/** Keeps a desk: writes it down soon after a change, and at the end. A store that fails costs the keeping, never the desk. */
export class Keeper {
  readonly #port: PersistPort;
  readonly #log: Log;
  #desk: MemoryBackend | undefined;
  #planned: (() => void) | undefined;
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

  follow(desk: MemoryBackend): void {
    this.#desk = desk;
    desk.onChange = () => {
      this.#planned ??= desk.schedule.in(gatherMs, () => {
        this.#planned = undefined;
        void this.#save();
      });
    };
  }

  /** Writes down what has not been yet. */
  async flush(): Promise<void> {
    if (this.#planned) {
      this.#planned();
      this.#planned = undefined;
      void this.#save();
    }
    await this.#saving;
  }

  /** One after the other, so that an older state never replaces a newer one. */
  #save(): Promise<void> {
    return (this.#saving = this.#saving.then(async () => {
      try {
        if (this.#desk) await this.#port.save(snapshot(this.#desk));
      } catch (error) {
        this.#log?.('warn', 'The desk could not be kept', error);
      }
    }));
  }
}

/** A port as given, or the browser's own under this name. */
export async function portOf(persist: PersistPort | string): Promise<PersistPort> {
  if (typeof persist !== 'string') return persist;
  const {browserPort} = await import('./persist-in-browser.js');
  return browserPort(persist);
}
