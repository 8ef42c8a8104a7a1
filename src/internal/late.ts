import {unsafeCSS, type CSSResult} from 'lit';
import {warnOnce} from './warn.js';

/**
 * Code that is asked for just now, as by a press of a button: undefined when it did not come, and the next press asks again.
 *
 * @param name ends the sentence "... could not be loaded", which the console is told once.
 */
export const codeOf = <T>(name: string, load: () => Promise<T>): Promise<T | undefined> =>
  load().catch((error: unknown) => void warnOnce(`${name} could not be loaded: ${String(error)}`));

/** Code that is needed: asked for until it comes, after one second, two, four … at most a minute, for a connection that was lost comes back. */
export async function insist<T>(name: string, load: () => Promise<T>, waitMs = 1000): Promise<T> {
  const code = await codeOf(name, load);
  if (code) return code;
  await new Promise((done) => setTimeout(done, waitMs));
  return insist(name, load, Math.min(2 * waitMs, 60_000));
}

/**
 * A part of the code that comes with a later file.
 *
 * The rule: late is what a first look at list, messages and composer does without: menus, buttons that appear under the pointer or the
 * focus, states that are rare, sending. Its place is there before it, so that nothing moves when it comes: an empty box of its size in
 * the first template, or in the first stylesheet. The `define/*` module of an element begins to load its late parts at once, beside the
 * data that a first look waits for anyway; whoever uses an element without that module loads them with the first render. What most
 * agents never open is loaded when it is asked for.
 *
 * Two ways: an element of its own comes by `defineLate`; what belongs to an element that is there comes by this class. Either is asked for until
 * it comes. What only a press asks for comes by `defineAsked` or `codeOf`.
 */
export class LatePart<T> {
  readonly #name: string;
  readonly #import: () => Promise<T>;
  #value: T | undefined;
  #loading: Promise<T> | undefined;

  /** @param name ends the sentence "... could not be loaded". */
  constructor(name: string, load: () => Promise<T>) {
    this.#name = name;
    this.#import = load;
  }

  /** Undefined until it is there. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Loads it once; resolves when it is there, however often its file had to be asked for. */
  load(): Promise<T> {
    return (this.#loading ??= insist(this.#name, this.#import).then((value) => (this.#value = value)));
  }

  /** For renders: what is there, and another render of `host` once it is. */
  for(host: {requestUpdate(): void}): T | undefined {
    if (!this.#value) void this.load().then(() => host.requestUpdate());
    return this.#value;
  }
}

/** The stylesheet of a late part: empty, in its place among an element's styles, until it is there. */
export function lateStyles(part: LatePart<{readonly styles: CSSResult}>): CSSResult {
  let sheet: CSSStyleSheet | undefined;
  const fill = () => {
    const filled = new CSSStyleSheet();
    void part.load().then(({styles}) => filled.replaceSync(styles.cssText));
    return filled;
  };
  // Asked for with the first element that adopts it.
  return Object.defineProperty(unsafeCSS(''), 'styleSheet', {get: () => (sheet ??= fill())});
}
