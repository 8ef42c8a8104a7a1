import {noChange, render} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive, type ElementPart} from 'lit/directive.js';

/** Steps of one frame, as long as they take no more than this. */
const mostSteps = 4;
const stepsMs = 4;
/** What is added is drawn too, which may take longer than to add it: after a frame of more than this there is one step. */
const longFrameMs = 40;

type OnError = (error: unknown) => void;

/** Does a long work in steps, a few in each frame, so that keys and scrolling come between. */
class Steps {
  #frame: number | undefined;
  #began = 0;
  #most = 1;

  /** @param step does the next of it. @param isDone asked before each. @param onError told what was thrown in one, which is the last. */
  constructor(
    readonly step: () => void,
    readonly isDone: () => boolean,
    readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    if (this.#frame !== undefined || this.isDone()) return;
    this.#frame = requestAnimationFrame((began) => {
      this.#frame = undefined;
      this.#most = began - this.#began > longFrameMs ? 1 : Math.min(this.#most + 1, mostSteps);
      this.#began = began;
      const end = Math.max(began, performance.now()) + stepsMs;
      for (let count = 0; count < this.#most && !this.isDone(); count++) {
        if (!this.take()) return;
        if (performance.now() > end) break;
      }
      this.start();
    });
  }

  /** Does one now. Answers whether it went well. */
  take(): boolean {
    try {
      this.step();
      return true;
    } catch (error) {
      this.onError(error);
      return false;
    }
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }
}

/** Something long, of which some is there. */
export interface Growing {
  readonly isWhole: boolean;
  /** Adds what comes next. Answers whether more is to be said of it now than before. */
  goOn(): boolean;
}

/** Slices of text that are there with the first render, and that are drawn at any time. */
const first = 2;
const stillDrawn = mostSteps;

/** A text in boxes, one for each slice. */
class TextSheet implements Growing {
  readonly element = document.createElement('div');
  #count = 0;

  constructor(
    readonly slices: readonly string[],
    readonly given: readonly unknown[],
    readonly show: (slice: string) => unknown,
  ) {}

  get isWhole(): boolean {
    return this.#count >= this.slices.length;
  }

  goOn(): boolean {
    const slice = this.slices[this.#count++];
    if (slice === undefined) return false;
    const {children} = this.element;
    // What was drawn in the frame before has its height from now on: what is out of sight costs nothing.
    children[children.length - stillDrawn]?.classList.add('drawn');
    const box = document.createElement('div');
    box.className = 'slice';
    box.dir = 'auto';
    render(this.show(slice), box);
    this.element.append(box);
    return false;
  }

  shows(slices: readonly string[], given: readonly unknown[]): boolean {
    return isSame(slices, this.slices) && isSame(given, this.given);
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((each, index) => each === other[index]);

class InSlices extends AsyncDirective {
  #sheet: TextSheet | undefined;
  #onError: OnError = () => undefined;
  readonly #steps = new Steps(
    () => void this.#sheet?.goOn(),
    () => this.#sheet?.isWhole ?? true,
    (error) => this.#onError(error),
  );

  render(slices: readonly string[], given: readonly unknown[], show: (slice: string) => unknown, onError: OnError): HTMLElement {
    this.#onError = onError;
    if (!this.#sheet?.shows(slices, given)) {
      this.#sheet = new TextSheet(slices, given, show);
      for (let count = 0; count < first; count++) if (!this.#steps.take()) return this.#sheet.element;
    }
    if (this.isConnected) this.#steps.start();
    return this.#sheet.element;
  }

  protected override disconnected(): void {
    this.#steps.stop();
  }

  protected override reconnected(): void {
    this.#steps.start();
  }
}

/** A very long text, slice by slice. @param given what `show` depends on beside the slice. @param onError told what is thrown in a slice. */
export const inSlices = directive(InSlices);

class Grows extends AsyncDirective {
  #growing: Growing | undefined;
  #onGrown: () => void = () => undefined;
  #onError: OnError = () => undefined;
  readonly #steps = new Steps(
    () => {
      if (this.#growing?.goOn()) this.#onGrown();
    },
    () => this.#growing?.isWhole ?? true,
    (error) => this.#onError(error),
  );

  render(_growing: Growing | undefined, _onGrown: () => void, _onError: OnError): unknown {
    return noChange;
  }

  override update(_part: ElementPart, [growing, onGrown, onError]: Parameters<this['render']>): unknown {
    [this.#growing, this.#onGrown, this.#onError] = [growing, onGrown, onError];
    if (this.isConnected) this.#steps.start();
    return noChange;
  }

  protected override disconnected(): void {
    this.#steps.stop();
  }

  protected override reconnected(): void {
    this.#steps.start();
  }
}

/** Lets something grow until it is whole or throws, while its box is in the page; undefined: it stays as it is. */
export const grows = directive(Grows);
