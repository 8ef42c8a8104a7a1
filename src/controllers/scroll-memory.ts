import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface Remembered {
  readonly scroller: () => HTMLElement | null;
  /** Names what is scrolled; undefined: nothing yet. */
  readonly key: () => string | undefined;
  /** More of it can be loaded, and is when the end is near. */
  readonly hasMore: () => boolean;
}

/** In px, some four hundred rows: to bring anybody farther, too much would have to be loaded first. */
const farthest = 30_000;

/** Brings a reader back to where they were in a list that they left for another one. What is not loaded again yet is waited for. */
export class ScrollMemory implements ReactiveController {
  readonly #place: Remembered;
  readonly #tops = new Map<string, number>();
  #key: string | undefined;
  /** Where the reader is being brought; undefined: they are there. */
  #wanted: number | undefined;
  #heard: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost, place: Remembered) {
    this.#place = place;
    host.addController(this);
  }

  hostUpdated(): void {
    const key = this.#place.key();
    if (key !== this.#key) {
      // The first list is shown where it is: it may have been scrolled before this code came.
      if (this.#key !== undefined) this.#wanted = (key === undefined ? undefined : this.#tops.get(key)) ?? 0;
      this.#key = key;
    }
    this.#listen(this.#place.scroller() ?? undefined);
    // The host gives the rows their height once its controllers are done.
    if (this.#wanted !== undefined) queueMicrotask(this.#bring);
  }

  hostDisconnected(): void {
    this.#listen(undefined);
  }

  #listen(scroller: HTMLElement | undefined): void {
    if (scroller === this.#heard) return;
    this.#heard?.removeEventListener('scroll', this.#onScroll);
    this.#heard?.removeEventListener('wheel', this.#giveUp);
    this.#heard?.removeEventListener('pointerdown', this.#giveUp);
    this.#heard?.removeEventListener('keydown', this.#giveUp);
    this.#heard = scroller;
    scroller?.addEventListener('scroll', this.#onScroll, {passive: true});
    scroller?.addEventListener('wheel', this.#giveUp, {passive: true});
    scroller?.addEventListener('pointerdown', this.#giveUp);
    scroller?.addEventListener('keydown', this.#giveUp);
  }

  readonly #bring = (): void => {
    const scroller = this.#heard;
    if (!scroller || this.#wanted === undefined) return;
    scroller.scrollTop = this.#wanted;
    if (scroller.scrollTop >= this.#wanted - 1 || !this.#place.hasMore()) this.#wanted = undefined;
  };

  readonly #onScroll = (): void => {
    if (this.#wanted !== undefined || this.#key === undefined || !this.#heard) return;
    const {scrollTop} = this.#heard;
    if (scrollTop <= farthest) this.#tops.set(this.#key, scrollTop);
    else this.#tops.delete(this.#key);
  };

  /** Whoever moves by themselves is where they want to be. */
  readonly #giveUp = (): void => {
    this.#wanted = undefined;
  };
}
