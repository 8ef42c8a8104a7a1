import {adoptStyles, type LitElement} from 'lit';
import {isRefused} from './html-policy.js';
import {codeOf, insist, type LatePart} from './late.js';
import {version} from './version.js';
import {warnOnce} from './warn.js';

/** Registers an element. The first registration of a tag wins; another version of it is told about once. Does nothing in Node. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  if (isRefused) void insist('The refusal', () => import('./refusal.js')).then(({isEnforced, refuse}) => (isEnforced() ? refuse(tag) : register(tag, element)));
  else register(tag, element);
}

/**
 * A browser takes its stylesheets from a shadow root that goes to another document, where they would not fit. Back here it has them again,
 * and what was made once with a look of its own, as a mail, is made again.
 */
function dressAgain(this: LitElement): void {
  if (this.ownerDocument !== document || !this.shadowRoot) return;
  adoptStyles(this.shadowRoot, (this.constructor as typeof LitElement).elementStyles);
  this.requestUpdate('locale');
}

function register(tag: string, element: CustomElementConstructor): void {
  const present: (CustomElementConstructor & {loopVersion?: string}) | undefined = customElements.get(tag);
  if (!present) {
    Object.defineProperty(element, 'loopVersion', {value: version, configurable: true});
    Object.assign(element.prototype as object, {adoptedCallback: dressAgain});
    try {
      customElements.define(tag, element);
    } catch (error) {
      warnOnce(`<${tag}> could not be registered: ${String(error)}`);
    }
  } else if (present !== element) {
    const owner = present.loopVersion ? `by version ${present.loopVersion}` : 'by something else on this page';
    warnOnce(`<${tag}> is already registered ${owner}; version ${version} is not used.`);
  }
}

/**
 * Registers an element whose code comes with a later file: what is in the page meanwhile is upgraded then. For elements that a first
 * look does without; their places are kept by their parents' styles.
 */
export function defineLate(tag: string, load: () => Promise<CustomElementConstructor>): void {
  if (typeof customElements === 'undefined') return;
  void insist(`<${tag}>`, load).then((element) => define(tag, element));
}

/** Registers an element that is asked for just now; false when its code did not come, and the next time asks again. */
export async function defineAsked(tag: string, load: () => Promise<CustomElementConstructor>): Promise<boolean> {
  const element = await codeOf(`<${tag}>`, load);
  if (element) define(tag, element);
  return element !== undefined;
}

/** Begins to load what elements that are there do without at first; see `LatePart`. */
export function loadLate(...parts: readonly LatePart<unknown>[]): void {
  if (typeof customElements === 'undefined') return;
  for (const part of parts) void part.load();
}
