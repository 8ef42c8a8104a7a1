import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface Window {
  /** First index in the document. */
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Rows beyond each edge, so that a flick of the wheel or one key shows no gap. */
const overscan = 6;

/**
 * Says which of many rows of one height are near the visible part of a scroller, and renders its host again when that changes.
 * Its cost depends on the height of the scroller alone: 100,000 rows are as fast as ten.
 */
export class WindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scroller: () => HTMLElement | null;
  #observed: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #blockSize = 0;
  #scrollTop = 0;
  #rowSize = 76;
  #shown: Window = {first: 0, end: 0};

  constructor(host: ReactiveControllerHost & HTMLElement, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /** Height of a row in px. */
  get rowSize(): number {
    return this.#rowSize;
  }

  /** The rows to have in the document, of `count`. */
  of(count: number): Window {
    // Before the first measurement a screenful is assumed, so that the first paint has its rows.
    const size = this.#blockSize || 900;
    const first = Math.max(0, Math.min(count, Math.floor(this.#scrollTop / this.#rowSize)) - overscan);
    const end = Math.min(count, Math.ceil((this.#scrollTop + size) / this.#rowSize) + overscan);
    this.#shown = {first, end};
    return this.#shown;
  }

  /** How many rows fit whole: what Page Up and Page Down move by. */
  get pageRows(): number {
    return Math.max(1, Math.floor((this.#blockSize || 900) / this.#rowSize) - 1);
  }

  /** Scrolls so that the row is seen whole. */
  reveal(index: number): void {
    const scroller = this.#scroller();
    if (!scroller) return;
    const start = index * this.#rowSize;
    if (start < scroller.scrollTop) scroller.scrollTop = start;
    else if (start + this.#rowSize > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = start + this.#rowSize - scroller.clientHeight;
    this.#read();
  }

  toStart(): void {
    const scroller = this.#scroller();
    if (scroller) scroller.scrollTop = 0;
    this.#read();
  }

  hostUpdated(): void {
    const scroller = this.#scroller() ?? undefined;
    if (!this.#host.isConnected || scroller === this.#observed) return;
    this.#unobserve();
    if (!scroller) return;
    this.#observed = scroller;
    scroller.addEventListener('scroll', this.#read, {passive: true});
    this.#observer = new ResizeObserver(this.#read);
    this.#observer.observe(scroller);
    // The probe changes with the density and with the size of the text.
    const probe = this.#probe();
    if (probe) this.#observer.observe(probe);
    this.#read();
  }

  hostDisconnected(): void {
    this.#unobserve();
  }

  #unobserve(): void {
    this.#observer?.disconnect();
    this.#observed?.removeEventListener('scroll', this.#read);
    this.#observed = undefined;
  }

  /** An unseen element in the scroller that is as high as a row: a custom property would give an unresolved `calc()`. */
  #probe(): HTMLElement | null | undefined {
    return this.#observed?.querySelector<HTMLElement>('[data-row-probe]');
  }

  readonly #read = (): void => {
    const scroller = this.#observed;
    if (!scroller) return;
    this.#blockSize = scroller.clientHeight;
    this.#scrollTop = scroller.scrollTop;
    const rowSize = this.#probe()?.getBoundingClientRect().height || this.#rowSize;
    const resized = rowSize !== this.#rowSize;
    this.#rowSize = rowSize;
    const first = Math.floor(this.#scrollTop / rowSize);
    const end = Math.ceil((this.#scrollTop + this.#blockSize) / rowSize);
    const {first: from, end: to} = this.#shown;
    // Half of the overscan may be used up before new rows are rendered.
    const near = overscan / 2;
    if (resized || first - near < from || end + near > to || first - from > 2 * overscan || to - end > 2 * overscan)
      this.#host.requestUpdate();
  };
}
