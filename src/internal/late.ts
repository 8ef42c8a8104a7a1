import {unsafeCSS, type CSSResult} from 'lit';
import {warnOnce} from './warn.js';

/**
 * A part of the code that comes with a later file.
 *
 * The rule: late is what a first look at list, messages and composer does without: menus, buttons that appear under the pointer or the
 * focus, states that are rare, sending. Its place is there before it, so that nothing moves when it comes: an empty box of its size in
 * the first template, or in the first stylesheet. The `define/*` module of an element begins to load its late parts at once, beside the
 * data that a first look waits for anyway; whoever uses an element without that module loads them with the first render. What most
 * agents never open is loaded when it is asked for.
 *
 * Two ways: an element of its own comes by `defineLate`; what belongs to an element that is there comes by this class.
 */
export class LatePart<T> {
  readonly #name: string;
  readonly #import: () => Promise<T>;
  #value: T | undefined;
  #loading: Promise<T | undefined> | undefined;
  #begun = false;

  /** @param name ends the sentence "... could not be loaded". */
  constructor(name: string, load: () => Promise<T>) {
    this.#name = name;
    this.#import = load;
  }

  /** Undefined until it is there. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Loads it once; undefined when that failed, of which the console is told, and the next call tries again. */
  load(): Promise<T | undefined> {
    this.#begun = true;
    return (this.#loading ??= this.#import().then(
      (value) => (this.#value = value),
      (error: unknown) => {
        this.#loading = undefined;
        warnOnce(`${this.#name} could not be loaded: ${String(error)}`);
        return undefined;
      },
    ));
  }

  /** For renders: what is there, and another render of `host` once it is. A failure is not tried again. */
  for(host: {requestUpdate(): void}): T | undefined {
    if (!this.#value && (!this.#begun || this.#loading)) void this.load().then((value) => value && host.requestUpdate());
    return this.#value;
  }
}

/** The stylesheet of a late part: empty, in its place among an element's styles, until it is there. */
export function lateStyles(part: LatePart<{readonly styles: CSSResult}>): CSSResult {
  let sheet: CSSStyleSheet | undefined;
  const fill = () => {
    const filled = new CSSStyleSheet();
    void part.load().then((value) => value && filled.replaceSync(value.styles.cssText));
    return filled;
  };
  // Asked for with the first element that adopts it.
  return Object.defineProperty(unsafeCSS(''), 'styleSheet', {get: () => (sheet ??= fill())});
}
