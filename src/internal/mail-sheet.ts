import {leaveWords} from './left-out-pictures.js';
import {lendGrounds} from './lent-grounds.js';
import {MailBackgrounds} from './mail-backgrounds.js';
import {safeDeclarations, type CssOptions} from './mail-css.js';
import {quotedParts} from './mail-quotes.js';
import {MailRules, mostRules, readSheets, rootSize} from './mail-rules.js';
import type {MailSlice} from './mail-slices.js';
import type {Declaration} from './mail-values.js';
import type {SanitizedMail} from './sanitize-html.js';
import {boundSpans} from './table-spans.js';

/** The newest slices are drawn: there may be as many new ones in one frame. */
const stillDrawn = 4;

/** What a style that stands in a tag says of these with importance would go before what we say. */
const ours = /^(?:display|visibility|overflow)/;

/** Characters of one inline style. */
const longestStyle = 10_000;

const colourless = /^(?:transparent|inherit|initial|unset|revert|currentcolor|rgba\(\d+, \d+, \d+, 0\))$/i;
const ink = /^(?:black|windowtext|canvastext)$/i;
const colourOf = /^rgb\((\d+), (\d+), (\d+)\)$/;

/** Black or nearly: what a mail program writes because paper is white. */
function isInk(value: string): boolean {
  const [, ...parts] = colourOf.exec(value) ?? [];
  const values = parts.map(Number);
  return ink.test(value) || (values.length === 3 && Math.max(...values) <= 100 && Math.max(...values) - Math.min(...values) <= 30);
}

/** Does this make the mail one that needs white paper under it? */
const needsPaper = ({name, value}: Declaration): boolean =>
  (name === 'background-image' && value !== 'none' && value !== 'initial') ||
  (name === 'background-color' && !colourless.test(value)) ||
  (name === 'color' && !colourless.test(value) && !isInk(value));

/** On dark ground ink is light. */
const onAnyGround = (declarations: readonly Declaration[]): readonly Declaration[] =>
  declarations.map((each) => (each.name === 'color' && isInk(each.value) ? {...each, value: `light-dark(${each.value}, currentcolor)`} : each));

const hasColouredAttribute = (body: HTMLElement): boolean =>
  [body, ...body.querySelectorAll('[bgcolor], [text], font[color]')].some(
    (each) => each.hasAttribute('bgcolor') || ['text', 'color'].some((name) => each.hasAttribute(name) && !/^#?0*$|^black$/i.test(each.getAttribute(name) ?? '')),
  );

/** As a mail's stylesheet would say it, below all else that it says of links. Old mails leave the # away. */
const linkRule = (colour: string): string => (colour ? `:where(a[href]) { color: ${colour.replace(/^[\da-f]{6}$/i, '#$&')} }\n` : '');

const linesOf = (parts: readonly Element[]): number =>
  parts.reduce((sum, part) => sum + Math.max(1, part.querySelectorAll('br, p, li, tr').length), 0);

/** Tags alone, thousands of them without any height, would all be in sight at once. */
const says = (body: HTMLElement): boolean => /\S/.test(body.textContent) || body.querySelector('img, hr, button') !== null;

export interface MailSheetOptions extends Omit<CssOptions, 'behind' | 'rem'> {
  /** Makes nodes that are safe to show of a slice. */
  readonly clean: (html: string) => SanitizedMail;
  /** The stylesheet under that of the mail, and the one that it can't change. */
  readonly base: CSSStyleSheet;
  readonly over: CSSStyleSheet;
  /** Words of the button in the place of a very large picture. */
  readonly largeImage: string;
}

/**
 * Puts a mail into a tree of its own and gives it its look back: under a strict policy styles live only where a script sets them, one by
 * one. A mail that brings colours stands on white paper, whatever the theme; one without takes those of the inbox. Of a very long one the
 * first slice is there, and `goOn` adds one more.
 */
export class MailSheet {
  /** A box of its own: nothing of the mail reaches out of it, nothing of the page into it but the letters. */
  readonly element = document.createElement('div');
  /** Pictures that were left out. */
  blocked = 0;
  /** Of what it repeats of earlier mails; 0: nothing. */
  quotedLines = 0;

  readonly #root = this.element.attachShadow({mode: 'open'});
  readonly #slices: Iterator<MailSlice, void, undefined>;
  #options: MailSheetOptions & CssOptions;
  #next: MailSlice | undefined;
  #paper = false;
  #rulesLeft = mostRules;
  /** What comes next repeats too: the quote goes on. */
  #endsQuoted = false;

  constructor(slices: Iterator<MailSlice, void, undefined>, options: MailSheetOptions) {
    this.element.className = 'sheet';
    const {of: behind} = new MailBackgrounds(this.element, (button) => this.#root.firstElementChild?.prepend(button), options.largeImage);
    this.#options = {...options, behind};
    this.#slices = slices;
    this.#root.adoptedStyleSheets = [options.base, options.over];
    this.#read();
    this.goOn();
  }

  /** All of it is there. */
  get isWhole(): boolean {
    return this.#next === undefined;
  }

  /** What is there ends in what is folded. */
  get endsQuoted(): boolean {
    return this.#endsQuoted;
  }

  /** The boxes of what is there, one for each slice. */
  get bodies(): readonly HTMLElement[] {
    return [...this.#root.children] as HTMLElement[];
  }

  /** Adds what comes next. Answers whether there is more to say of it than before. */
  goOn(): boolean {
    if (!this.#next) return false;
    const before = [this.blocked, this.quotedLines];
    const {html, sheets} = this.#next;
    const mail = this.#options.clean(html);
    this.blocked += mail.blocked;
    boundSpans(mail.body);
    this.#dress(mail, sheets);
    if (this.#root.childElementCount === 0 || says(mail.body)) {
      this.#put(mail.body);
      this.#fold(mail.body);
      leaveWords(mail.body);
    }
    this.#read();
    return this.isWhole || before[0] !== this.blocked || before[1] !== this.quotedLines;
  }

  #read(): void {
    const read = this.#slices.next();
    this.#next = read.done === true ? undefined : read.value;
  }

  #put(body: HTMLElement): void {
    const first = this.#root.firstElementChild;
    if (!body.hasAttribute('dir')) body.dir = first ? getComputedStyle(first).direction : 'auto';
    if (first) body.setAttribute('data-slice', '');
    // What was drawn in the frame before has its height from now on: what is out of sight costs nothing.
    const drawn = this.#root.children[this.#root.childElementCount - stillDrawn];
    if (drawn?.hasAttribute('data-slice')) drawn.setAttribute('data-slice', 'drawn');
    this.#root.append(body);
  }

  #dress({body, inline: written, linkColour}: SanitizedMail, own: readonly string[]): void {
    // Later slices stand in the same body.
    const sheets = readSheets([this.#root.childElementCount === 0 ? linkRule(linkColour) : '', ...own]);
    const options = (this.#options = {...this.#options, rem: rootSize(sheets) ?? this.#options.rem});
    const scratch = document.createElement('span').style;
    const leftOut: HTMLElement[] = [];
    const inline = [...written].flatMap(([target, text]): [HTMLElement, Declaration[]][] => {
      if (!body.contains(target) || text.length > longestStyle) return [];
      scratch.cssText = text;
      const kept = safeDeclarations(scratch, options);
      if (scratch.backgroundImage.includes('url(') && !kept.some(({name}) => name === 'background-image')) leftOut.push(target);
      return [[target, kept]];
    });
    let paper = this.#paper || hasColouredAttribute(body) || inline.some(([, declarations]) => declarations.some(needsPaper));
    const look = (declarations: readonly Declaration[]) => {
      paper ||= declarations.some(needsPaper);
      return declarations;
    };
    const read = new MailRules(options, look, this.#rulesLeft);
    let rules = read.of(sheets);
    if (!paper) rules = new MailRules(options, onAnyGround, this.#rulesLeft).of(sheets);
    this.#rulesLeft = read.left;
    for (const [target, declarations] of inline) {
      for (const {name, value, priority} of paper ? declarations : onAnyGround(declarations)) target.style.setProperty(name, value, ours.test(name) ? '' : priority);
    }
    lendGrounds(body, read.said, inline, leftOut);
    this.#paper = paper;
    this.element.toggleAttribute('data-paper', paper);
    if (rules === '') return;
    const rulesSheet = new CSSStyleSheet();
    rulesSheet.replaceSync(rules);
    const {over} = this.#options;
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets.filter((each) => each !== over), rulesSheet, over];
  }

  #fold(body: HTMLElement): void {
    const quoted = this.#endsQuoted ? [body] : quotedParts(body);
    for (const part of quoted) part.setAttribute('data-quoted', '');
    this.quotedLines += linesOf(quoted);
    this.#endsQuoted ||= quoted.length > 0;
  }
}
