/** They hold nothing, so they are never open. */
const empty: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Formats that a parser goes on with in the next block until they are closed, so that each block can cost as much as all of them. */
const lasting: ReadonlySet<string> = new Set('b big code em font i s small strike strong tt u'.split(' '));

/** What the begin of one closes without a word. */
const paragraph = ['p'];
const cell = ['td', 'th'];
const term = ['dd', 'dt'];
const tablePart = ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'];
const closing: ReadonlyMap<string, readonly string[]> = new Map([
  ...'address article aside blockquote center div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name): [string, readonly string[]] => [name, paragraph]),
  ['li', ['li']],
  ['dd', term],
  ['dt', term],
  ['td', cell],
  ['th', cell],
  ['tr', ['td', 'th', 'tr']],
  ['tbody', tablePart],
  ['thead', tablePart],
  ['tfoot', tablePart],
  ['option', ['option']],
]);

/** What is open around them is closed by nothing inside. */
const walls: ReadonlySet<string> = new Set(['table', 'td', 'th', 'ul', 'ol', 'dl', 'caption', 'select', 'template', 'object']);

/** Their begin and end pass through walls, up to the next table. */
const tableParts: ReadonlySet<string> = new Set([...walls, 'tr', 'tbody', 'thead', 'tfoot']);

/** Tags in each other. Real mails stay below 100; parsers take a hundred times as long for a hundred times as deep. */
const deepest = 200;
/** Formats that were begun and not ended. */
const mostLasting = 12;
/** Characters; a longer tag is opened again without what it says of itself. */
const longestTag = 1_000;

interface Open {
  readonly name: string;
  /** As it is written. */
  readonly tag: string;
  /** Lasting formats when it was opened. */
  readonly formats: number;
}

/** Which tags of an HTML text are open at a place, nearly as a parser would say, and which of them it should not see. */
export class OpenTags {
  readonly #open: Open[] = [];
  readonly #formats: string[] = [];
  /** How many of a name are open, and how many were left out inside of the innermost open one. */
  readonly #counts = new Map<string, number>();
  readonly #leftOut = new Map<string, number>();

  /** A tag begins. @param tag as it is written. @returns false: it is better left out. */
  open(name: string, tag: string): boolean {
    const closed = closing.get(name);
    if (closed) this.#closeSilently(closed, name);
    if (empty.has(name)) return true;
    const isFormat = lasting.has(name);
    if (this.#open.length >= deepest || (isFormat && this.#formats.length >= mostLasting)) {
      add(this.#leftOut, name, 1);
      return false;
    }
    add(this.#counts, name, 1);
    this.#open.push({name, tag: tag.length > longestTag ? `<${name}>` : tag, formats: this.#formats.length});
    if (isFormat) this.#formats.push(name);
    return true;
  }

  /** A tag ends. @returns false: its begin was left out, so its end is too. */
  close(name: string): boolean {
    if (this.#leftOut.get(name)) {
      add(this.#leftOut, name, -1);
      return false;
    }
    const format = lasting.has(name) ? this.#formats.lastIndexOf(name) : -1;
    if (format >= 0) this.#formats.splice(format, 1);
    const at = this.#find([name], name);
    if (at >= 0) this.#cutTo(at);
    return true;
  }

  /** The tags that open again what is open now. */
  again(): string {
    return this.#open.map(({tag}) => tag).join('');
  }

  #closeSilently(names: readonly string[], by: string): void {
    for (;;) {
      const at = this.#find(names, by);
      if (at < 0) return;
      this.#cutTo(at);
    }
  }

  /** The innermost open tag with one of these names; -1 when there is none on this side of a wall. */
  #find(names: readonly string[], by: string): number {
    if (names.every((name) => !this.#counts.get(name))) return -1;
    const passes = tableParts.has(by);
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const name = this.#open[at]?.name ?? '';
      if (names.includes(name)) return at;
      if (name === 'table' || (!passes && walls.has(name))) return -1;
    }
    return -1;
  }

  #cutTo(length: number): void {
    this.#leftOut.clear();
    for (const {name, formats} of this.#open.splice(length).reverse()) {
      add(this.#counts, name, -1);
      // A format that was begun in a cell ends with it.
      if (cell.includes(name) || name === 'caption') this.#formats.length = Math.min(this.#formats.length, formats);
    }
  }
}

const add = (counts: Map<string, number>, name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
