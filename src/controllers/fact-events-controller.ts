import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LatePart} from '../internal/late.js';
import type {Fact} from '../store/facts.js';
import type {Inbox} from '../store/inbox.js';

/** The events themselves, and alerts: nobody has heard of anything before the first look. */
export const factEvents = new LatePart('Events for the host', () => import('./facts-later.js'));

/** Tells the host's page what happened, as DOM events of the one element that stands for an inbox. */
export class FactEventsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inbox: () => Inbox | undefined;
  readonly #concerns: (fact: Fact) => boolean;
  #followed: Inbox | undefined;
  #stop: (() => void) | undefined;

  /**
   * @param inbox the one to tell of; undefined where another element does.
   * @param concerns which facts to tell: an element of one conversation leaves out the others.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    inbox: () => Inbox | undefined,
    concerns: (fact: Fact) => boolean = () => true,
  ) {
    this.#host = host;
    this.#inbox = inbox;
    this.#concerns = concerns;
    host.addController(this);
  }

  /** Before the first render, so that nothing is missed. */
  hostUpdate(): void {
    const inbox = this.#host.isConnected ? this.#inbox() : undefined;
    if (inbox === this.#followed) return;
    this.#stop?.();
    this.#followed = inbox;
    this.#stop = inbox?.listen((fact) => {
      if (!this.#concerns(fact)) return;
      if (factEvents.value) this.#tell(factEvents.value, fact);
      else void factEvents.load().then((code) => this.#tell(code, fact));
    });
  }

  #tell({eventOf}: typeof import('./facts-later.js'), fact: Fact): void {
    const event = eventOf(fact);
    if (event) this.#host.dispatchEvent(event);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#followed = undefined;
  }
}
