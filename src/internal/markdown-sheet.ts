import {leaveWords} from './left-out-pictures.js';
import {markdownSlices} from './markdown-slices.js';
import type {SanitizedHtml} from './sanitize-html.js';

/** Slices that are there at once: more than is seen before somebody asks for all. */
const first = 3;
/** Elements after which no more of them is there at once. */
const firstElements = 300;

/** The newest slices are drawn: there may be as many new ones in one frame. */
const stillDrawn = 4;

/** Nobody formats more than this; so many in one page make each frame of it long. */
const mostElements = 10_000;

/** Markdown as nodes, as far as a page can carry them: what comes after that stands there as it was typed. Of a very long one the begin is there, and `goOn` adds one more slice. */
export class MarkdownSheet {
  readonly element = document.createElement('div');
  /** Pictures that were left out. */
  blocked = 0;
  readonly quotedLines = 0;
  readonly endsQuoted = false;

  readonly #slices: Iterator<string, void, undefined>;
  readonly #clean: (slice: string) => SanitizedHtml;
  #next: string | undefined;
  #elements = 0;

  /** @param clean makes nodes that are safe to show of a slice. */
  constructor(text: string, clean: (slice: string) => SanitizedHtml) {
    this.element.className = 'rich';
    this.element.dir = 'auto';
    this.#clean = clean;
    this.#slices = markdownSlices(text);
    this.#read();
    for (let count = 0; count < first && this.#elements < firstElements; count++) this.#add(this.element);
  }

  get isWhole(): boolean {
    return this.#next === undefined;
  }

  goOn(): boolean {
    const before = this.blocked;
    const {children} = this.element;
    // What was drawn in the frame before has its height from now on: what is out of sight costs nothing.
    const drawn = children[children.length - stillDrawn];
    if (drawn?.className === 'slice') drawn.className = 'slice drawn';
    const box = document.createElement('div');
    box.className = 'slice';
    this.#add(box);
    this.element.append(box);
    return this.isWhole || before !== this.blocked;
  }

  #add(box: HTMLElement): void {
    if (this.#next === undefined) return;
    if (this.#elements > mostElements) {
      box.append(asTyped(this.#next));
      return this.#read();
    }
    const {fragment, blocked} = this.#clean(this.#next);
    this.blocked += blocked;
    leaveWords(fragment);
    this.#elements += fragment.querySelectorAll('*').length;
    box.append(fragment);
    this.#read();
  }

  #read(): void {
    const read = this.#slices.next();
    this.#next = read.done === true ? undefined : read.value;
  }
}

function asTyped(slice: string): HTMLElement {
  const words = document.createElement('div');
  words.className = 'text';
  words.dir = 'auto';
  words.textContent = slice;
  return words;
}
