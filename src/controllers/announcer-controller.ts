import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Politeness = 'polite' | 'assertive';

/** Says sentences through live regions in its host's root, each of them once. The host adopts the base stylesheet. */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #regions = new Map<Politeness, HTMLElement>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A region has to be there before its text comes, or nothing is said. */
  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!root || this.#regions.size > 0) return;
    for (const politeness of ['polite', 'assertive'] as const) {
      const region = document.createElement('div');
      region.className = 'visually-hidden';
      region.setAttribute('role', politeness === 'polite' ? 'status' : 'alert');
      region.setAttribute('aria-live', politeness);
      root.append(region);
      this.#regions.set(politeness, region);
    }
  }

  say(text: string, politeness: Politeness = 'polite'): void {
    const region = this.#regions.get(politeness);
    if (!region) return;
    // A new node is news even when its words are the same as before.
    const line = document.createElement('p');
    line.textContent = text;
    region.replaceChildren(line);
  }
}
