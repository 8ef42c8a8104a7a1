import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What of its host a thread's window works on. */
export interface ThreadWindowParts {
  /** The element that scrolls; its rows carry `data-key`. */
  readonly scroller: () => HTMLElement | null | undefined;
  /** Is the newest message among the rows? */
  readonly hasEnd: () => boolean;
  /** The reader comes near an end of what is loaded. */
  readonly onNear: (edge: 'start' | 'end') => void;
  /** The rows are where they belong: `atEnd` now says what is in view. */
  readonly onSettled: () => void;
}

/** Where the reader is: at the end, or with one row at a distance (px) from the top of what is seen. */
type Anchor = 'end' | {readonly key: string; readonly offset: number};

/** px from an end within which more is loaded, and within which a reader counts as being at the end. */
const nearPx = 600;
const atEndPx = 24;
/** px left free around what got the focus. */
const revealPx = 8;

/**
 * Keeps what is read in its place while messages come, are put before it, or change their height: own anchoring, because one engine
 * has none. Rows are all there; windowing them is this controller's business alone.
 */
export class ThreadWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: ThreadWindowParts;
  #anchor: Anchor = 'end';
  #atEnd = true;
  /** The rows have changed and were not yet put right: what a scroll event says now is not the reader's doing. */
  #unsettled = false;
  /** The next scroll is the reader's, also while rows are being put right. */
  #readerScrolls = false;
  #frame: number | undefined;
  #observer: ResizeObserver | undefined;
  #observed: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: ThreadWindowParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** True while the newest message is in view. */
  get atEnd(): boolean {
    return this.#atEnd && this.#parts.hasEnd();
  }

  /** True while the thread has a size: it may be in a part of the page that is not shown. */
  get shown(): boolean {
    return (this.#parts.scroller()?.clientHeight ?? 0) > 0;
  }

  /** Stays at the newest message from now on. */
  toEnd(): void {
    this.#anchor = 'end';
    this.#settleSoon();
  }

  /** Puts a row at a share of the height from the top: 0 at the top, 0.5 in the middle. */
  toRow(key: string, share: number): void {
    this.#anchor = {key, offset: (this.#parts.scroller()?.clientHeight ?? 0) * share};
    this.#settleSoon();
  }

  /**
   * Brings what got the focus into view, in the row of this key. The browser scrolls by itself, before or after; what it did would be
   * taken back when the rows are put right, so it is made the place of the reader here.
   */
  reveal(key: string, focused: Element): void {
    const scroller = this.#parts.scroller();
    const row = this.row(key);
    if (!scroller || !row || !this.shown) return;
    const view = scroller.getBoundingClientRect();
    const {top, bottom} = focused.getBoundingClientRect();
    const above = top - view.top - revealPx;
    const by = above < 0 ? above : Math.min(above, bottom - view.bottom + revealPx);
    if (above >= 0 && by <= 0) return this.#capture();
    const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    this.#anchor = by >= below - atEndPx && this.#parts.hasEnd() ? 'end' : {key, offset: this.#distance(scroller, row) - by};
    this.#settleSoon();
  }

  row(key: string): HTMLElement | undefined {
    return this.#parts.scroller()?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? undefined;
  }

  readonly onScroll = (): void => {
    const byReader = this.#readerScrolls;
    this.#readerScrolls = false;
    // A scroll of our own, or of the browser's after a change of the rows, says nothing of where the reader wants to be.
    if (this.#unsettled && !byReader) return;
    this.#capture();
    this.#askForMore();
    this.#parts.onSettled();
  };

  hostUpdated(): void {
    const scroller = this.#parts.scroller();
    if (!scroller || !this.#host.isConnected) return;
    this.#observe(scroller);
    this.#settleSoon();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = undefined;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#unsettled = false;
  }

  readonly #onReaderScrolls = (): void => {
    this.#readerScrolls = true;
  };

  /** Rows and pictures get their sizes after the render that brought them. */
  #observe(scroller: HTMLElement): void {
    if (scroller === this.#observed) return;
    this.#observer ??= new ResizeObserver(() => this.#settle());
    this.#observer.disconnect();
    this.#observer.observe(scroller);
    for (const child of scroller.children) this.#observer.observe(child);
    scroller.addEventListener('wheel', this.#onReaderScrolls, {passive: true});
    scroller.addEventListener('touchmove', this.#onReaderScrolls, {passive: true});
    this.#observed = scroller;
  }

  #settleSoon(): void {
    this.#unsettled = true;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#settle();
      this.#askForMore();
    });
  }

  #settle(): void {
    const scroller = this.#parts.scroller();
    if (!scroller || !this.shown) return;
    if (this.#anchor === 'end') scroller.scrollTop = scroller.scrollHeight;
    else {
      const row = this.row(this.#anchor.key);
      if (row) scroller.scrollTop += this.#distance(scroller, row) - this.#anchor.offset;
    }
    this.#unsettled = this.#frame !== undefined;
    this.#judgeEnd(scroller);
    if (!this.#unsettled) this.#parts.onSettled();
  }

  #capture(): void {
    const scroller = this.#parts.scroller();
    if (!scroller || !this.shown) return;
    this.#judgeEnd(scroller);
    if (this.atEnd) {
      this.#anchor = 'end';
      return;
    }
    const row = this.#firstVisible(scroller);
    if (row?.dataset.key) this.#anchor = {key: row.dataset.key, offset: this.#distance(scroller, row)};
  }

  #firstVisible(scroller: HTMLElement): HTMLElement | undefined {
    const rows = scroller.querySelectorAll<HTMLElement>('[data-key]');
    const {top} = scroller.getBoundingClientRect();
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
      else low = middle + 1;
    }
    return rows[low];
  }

  #distance(scroller: HTMLElement, row: HTMLElement): number {
    return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }

  #judgeEnd(scroller: HTMLElement): void {
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= atEndPx;
    if (atEnd === this.#atEnd) return;
    this.#atEnd = atEnd;
    this.#host.requestUpdate();
  }

  #askForMore(): void {
    const scroller = this.#parts.scroller();
    if (!scroller || !this.shown) return;
    if (scroller.scrollTop < nearPx) this.#parts.onNear('start');
    if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearPx) this.#parts.onNear('end');
  }
}
