import {ContextEvent, type Context} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {providerTags} from './inbox-context.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly for?: string | undefined};

/**
 * The value of the nearest provider, or of the one that the host's `for` names by id. Providers that are defined, or put into the
 * page, after the host are found too.
 */
export class NearestValue<T> implements ReactiveController {
  readonly #host: Host;
  readonly #context: Context<unknown, T | undefined>;
  #value: T | undefined;
  #unsubscribe: (() => void) | undefined;
  #askedFor: string | undefined;
  /** Where the provider that `for` names will turn up. */
  #waiting: Node | undefined;

  constructor(host: Host, context: Context<unknown, T | undefined>) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#ask();
    for (const tag of providerTags) {
      if (customElements.get(tag)) continue;
      void customElements.whenDefined(tag).then(() => this.#host.isConnected && this.#ask());
    }
  }

  hostUpdate(): void {
    if ((this.#host.for ?? '') !== this.#askedFor) this.#ask();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #ask(): void {
    this.#release();
    this.#askedFor = this.#host.for ?? '';
    const target = this.#askedFor ? this.#byId(this.#askedFor) : this.#host;
    if (!target) {
      this.#waiting = this.#host.getRootNode();
      this.#waiting.addEventListener('context-provider', this.#again);
      return this.#set(undefined);
    }
    let answered = false;
    target.dispatchEvent(
      new ContextEvent(
        this.#context,
        this.#host,
        (value, unsubscribe) => {
          answered = true;
          if (unsubscribe !== this.#unsubscribe) {
            this.#release();
            this.#unsubscribe = unsubscribe;
          }
          this.#set(value);
        },
        true,
      ),
    );
    if (!answered) this.#set(undefined);
  }

  #byId(id: string): Element | undefined {
    const root = this.#host.getRootNode();
    return root instanceof Document || root instanceof DocumentFragment ? (root.getElementById(id) ?? undefined) : undefined;
  }

  /** Another provider has come into the page: it may be the one that `for` names. */
  readonly #again = (): void => this.#ask();

  #release(): void {
    this.#waiting?.removeEventListener('context-provider', this.#again);
    this.#waiting = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #set(value: T | undefined): void {
    if (value === this.#value) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
