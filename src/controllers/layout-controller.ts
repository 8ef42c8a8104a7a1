import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** `one`: one pane at a time; `drawer`: the contact details lie over the conversation; `wide`: they stand beside it. */
export type Layout = 'one' | 'drawer' | 'wide';

/** In em of the host, as the container queries of its stylesheet: larger text narrows it too. */
const oneBelowEm = 55;
const drawerBelowEm = 80;

/** How much room the host has. The look follows by container queries; this is for what differs in behaviour. */
export class LayoutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;
  #layout: Layout = 'wide';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Layout {
    return this.#layout;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const em = this.#host.clientWidth / parseFloat(getComputedStyle(this.#host).fontSize);
    const layout = em < oneBelowEm ? 'one' : em < drawerBelowEm ? 'drawer' : 'wide';
    // No room at all: hidden, and soon back as it was.
    if (layout === this.#layout || this.#host.clientWidth === 0) return;
    this.#layout = layout;
    this.#host.requestUpdate();
  }
}
