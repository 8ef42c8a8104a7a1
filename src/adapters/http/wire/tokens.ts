import {AdapterError, type AdapterContext} from '../../../contract/index.js';
import {abortable} from './abortable.js';

/** The token in use. However many calls want one, or a fresh one, the host is asked once. */
export class Tokens {
  readonly #getToken: AdapterContext['getToken'];
  readonly #closing: AbortSignal;
  readonly #check: (fresh: string) => Promise<void>;
  #current: Promise<string | undefined> | undefined;
  #fresh: Promise<string | undefined> | undefined;

  /** @param check throws for a fresh token that is not to be used. */
  constructor(getToken: AdapterContext['getToken'], closing: AbortSignal, check: (fresh: string) => Promise<void>) {
    this.#getToken = getToken;
    this.#closing = closing;
    this.#check = check;
  }

  /** Undefined where there is none, e.g. because cookies say who the agent is. */
  current(signal: AbortSignal): Promise<string | undefined> {
    this.#current ??= this.#ask('initial');
    return abortable(this.#current, signal);
  }

  /** @param used the token that was refused. Another call may have fetched a fresh one meanwhile. */
  async fresh(used: string | undefined, signal: AbortSignal): Promise<string | undefined> {
    const current = await this.current(signal);
    if (current !== used) return current;
    this.#fresh ??= this.#renew(used);
    return abortable(this.#fresh, signal);
  }

  async #renew(used: string | undefined): Promise<string | undefined> {
    try {
      const token = await this.#ask('expired');
      if (token !== undefined && token !== used) await this.#check(token);
      this.#current = Promise.resolve(token);
      return token;
    } finally {
      this.#fresh = undefined;
    }
  }

  /** One caller that gives up takes the token from no other, so only closing stops it. */
  async #ask(why: 'initial' | 'expired'): Promise<string | undefined> {
    try {
      return await this.#getToken?.(why, {signal: this.#closing});
    } catch (cause) {
      if (why === 'initial') this.#current = undefined;
      if (AdapterError.is(cause)) throw cause;
      throw new AdapterError({code: 'unavailable', applied: 'no', message: 'getToken of the host page failed', cause});
    }
  }
}
