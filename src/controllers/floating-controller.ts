import type {Placement} from '@floating-ui/dom';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {codeOf} from '../internal/late.js';

export interface Floating {
  /** What the popover belongs to. */
  readonly anchor: () => Element | null | undefined;
  /** An element with `popover="auto"`, rendered also while closed. */
  readonly panel: () => HTMLElement | null | undefined;
  readonly placement?: Placement;
}

/**
 * Opens a native popover beside its anchor. The browser closes it (Escape, a click outside, another popover) and gives the focus
 * back; its place comes from Floating UI, loaded on the first opening.
 */
export class FloatingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: Floating;
  #open = false;
  #stop: (() => void) | undefined;
  #listening: HTMLElement | undefined;
  #button: HTMLButtonElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: Floating) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  get open(): boolean {
    return this.#open;
  }

  readonly toggle = (): void => {
    if (this.#open) this.hide();
    else this.show();
  };

  show(): void {
    const panel = this.#parts.panel();
    if (!panel || this.#open) return;
    if (panel !== this.#listening) {
      this.#listening?.removeEventListener('beforetoggle', this.#onToggle);
      panel.addEventListener('beforetoggle', this.#onToggle);
      this.#listening = panel;
    }
    panel.showPopover();
    void this.#place(panel);
    this.#nameButton(panel);
  }

  /**
   * The browser closes a popover on a press outside it, and the click that ends the press would open it again: unless the button is
   * known to be the popover's own. Told in the next frame, or the click that opened it would act on it too.
   */
  #nameButton(panel: HTMLElement): void {
    const anchor = this.#parts.anchor();
    if (!(anchor instanceof HTMLButtonElement)) return;
    requestAnimationFrame(() => {
      if (!this.#open) return;
      anchor.popoverTargetElement = panel;
      anchor.popoverTargetAction = 'hide';
      this.#button = anchor;
    });
  }

  hide(): void {
    if (this.#open) this.#parts.panel()?.hidePopover();
  }

  hostDisconnected(): void {
    this.#closed();
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') {
      this.#open = true;
      this.#host.requestUpdate();
    } else {
      if (this.#parts.panel()?.matches(':focus-within')) queueMicrotask(this.#keepFocus);
      this.#closed();
    }
  };

  /** Not every way to close gives the focus back, and then it would be at the top of the page. */
  readonly #keepFocus = (): void => {
    const anchor = this.#parts.anchor();
    if (!(anchor instanceof HTMLElement) || this.#open) return;
    // Whoever closed it may have given the focus to something else already.
    const {activeElement, body} = anchor.ownerDocument;
    const isLost = this.#parts.panel()?.matches(':focus-within') || !activeElement || activeElement === body;
    if (isLost) anchor.focus({preventScroll: true});
  };

  #closed(): void {
    if (this.#button) this.#button.popoverTargetElement = null;
    this.#button = undefined;
    this.#stop?.();
    this.#stop = undefined;
    if (!this.#open) return;
    this.#open = false;
    this.#host.requestUpdate();
  }

  async #place(panel: HTMLElement): Promise<void> {
    // Unseen (but focusable) for the moment in which the first opening waits for its code.
    panel.style.opacity = '0';
    try {
      const code = await codeOf('The place of menus', () => import('@floating-ui/dom'));
      const anchor = this.#parts.anchor();
      if (!code || !anchor || !this.#open) return;
      const {autoUpdate, computePosition, flip, offset, shift} = code;
      const place = async (): Promise<void> => {
        const {x, y} = await computePosition(anchor, panel, {
          placement: this.#parts.placement ?? 'bottom-start',
          strategy: 'fixed',
          middleware: [offset(4), flip({padding: 8}), shift({padding: 8, crossAxis: true})],
        });
        // Physical on purpose: the coordinates are.
        panel.style.setProperty('left', `${x}px`);
        panel.style.setProperty('top', `${y}px`);
      };
      this.#stop?.();
      this.#stop = autoUpdate(anchor, panel, () => void place());
      await place();
    } finally {
      panel.style.opacity = '';
    }
  }
}
