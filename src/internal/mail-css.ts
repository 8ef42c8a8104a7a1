import {imageVerdict} from './url-policy.js';

/**
 * What a sender's style may set: how words, boxes and tables look, never where they stand on the page or what they run. Browsers name some by their
 * parts, each another way.
 */
const allowed = new RegExp(
  `^(?:${[
    'color|background-(?:color|image|repeat|position|position-x|position-y|size|clip|origin)',
    'border(?:-(?:top|right|bottom|left|(?:block|inline)(?:-(?:start|end))?))?-(?:color|style|width)|border-[a-z-]*radius|border-(?:collapse|spacing)|-webkit-border-(?:horizontal|vertical)-spacing',
    '(?:margin|padding)-[a-z-]+|(?:min-|max-)?(?:width|height|inline-size|block-size)|box-sizing|overflow|overflow-[xy]|float|clear|display|visibility|opacity',
    'font-[a-z-]+|line-height|(?:letter|word)-spacing|white-space(?:-collapse)?|word-break|overflow-wrap|tab-size|direction|unicode-bidi|vertical-align|baseline-s(?:hift|ource)|alignment-baseline',
    'text-(?:align|align-last|indent|transform|shadow|overflow|wrap|wrap-mode|wrap-style)|text-decoration[a-z-]*|text-underline-(?:offset|position)',
    'list-style-(?:type|position)|table-layout|caption-side|empty-cells|object-fit|object-position|aspect-ratio|hyphens|writing-mode|box-shadow|outline-[a-z]+',
    'flex-[a-z]+|align-(?:items|content|self)|justify-(?:items|content|self)|row-gap|column-gap',
  ].join('|')})$`,
);

/** Functions that fetch, read the page, or can't be judged before they are used; lengths of the window instead of the box. */
const unfit = /url\(|image|cross-fade\(|element\(|paint\(|expression|var\(|env\(|attr\(|\d(?:[sld]?v(?:w|h|i|b|min|max))\b/i;

/** A part of the window's width is one of the box's. */
const windowWidth = /(\d)[sld]?vw\b/gi;

/** px, or whatever the unit is: what is larger than this was not meant to be read. */
const largest = 10_000;
const largestFont = 200;

const numbers = /-?\d*\.?\d+(?:e[+-]?\d+)?/gi;

export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly priority: string;
}

export interface CssOptions {
  /** Origins whose pictures need no consent. */
  readonly origins?: readonly string[] | undefined;
  readonly contentUrl?: ((contentId: string) => string | undefined) | undefined;
  /** The value that draws the picture of an address which may be fetched. */
  readonly behind: (address: string) => string;
}

/** A picture behind words: only one that travels with the page or comes from a named server, since no style can hide who asks for it. */
function background(value: string, {origins, contentUrl, behind}: CssOptions): string | undefined {
  const [, address] = /^url\("((?:[^"\\]|\\.)*)"\)$/.exec(value) ?? [];
  if (address === undefined) return /^(?:none|initial|(?:repeating-)?(?:linear|radial|conic)-gradient\([^;{}]*\))$/.test(value) && !unfit.test(value) ? value : undefined;
  const contentId = /^cid:(.+)$/i.exec(address)?.[1];
  const found = contentId === undefined ? address : contentUrl?.(contentId);
  return found !== undefined && imageVerdict(found, origins) === 'show' ? behind(encodeURI(decodeURI(found)).replace(/["\\()]/g, escape)) : undefined;
}

const escape = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;

function fits(name: string, value: string): boolean {
  if (value === '' || unfit.test(value)) return false;
  const limit = name === 'font-size' || name === 'letter-spacing' || name === 'word-spacing' ? largestFont : largest;
  for (const [number] of value.matchAll(numbers)) if (Math.abs(Number(number)) > limit) return false;
  // Nothing is drawn over what stands before it.
  return !(name.startsWith('margin') && value.includes('-') && /-\s*\.?\d/.test(value));
}

/** Those declarations of a style that may stay, one for each single property. */
export function safeDeclarations(style: CSSStyleDeclaration, options: CssOptions): Declaration[] {
  const kept: Declaration[] = [];
  for (const name of style) {
    if (!allowed.test(name)) continue;
    const written = style.getPropertyValue(name).replace(windowWidth, '$1cqi');
    const value = name === 'background-image' ? background(written, options) : fits(name, written) ? written : undefined;
    if (value !== undefined) kept.push({name, value, priority: style.getPropertyPriority(name)});
  }
  return kept;
}

/** A width of the window that a sender asks about is one of the box that the mail is shown in. */
function condition(media: string): string | undefined {
  const terms = media.toLowerCase().split(/\s+and\s+/);
  const kept: string[] = [];
  for (const term of terms) {
    if (/^(?:only\s+)?(?:screen|all)$/.test(term)) continue;
    const [, edge, size] = /^\((max|min)-(?:device-)?width:\s*(\d+(?:\.\d+)?(?:px|em))\)$/.exec(term) ?? [];
    if (!edge || !size) return undefined;
    kept.push(`(${edge}-width: ${size})`);
  }
  return kept.join(' and ');
}

/** A rule may speak of its mail alone, which has a body and nothing above it. */
function selector(written: string): string | undefined {
  if (/::|:host|:before|:after|:first-l|:slotted|:has\(|:hover|\bpart\(/i.test(written)) return undefined;
  return written.replace(/:root\b/gi, 'html').replace(/(^|[\s>+~,(])html\s*>?\s+(?=body\b)/gi, '$1').replace(/(^|[\s>+~,(])html(?=$|[\s>+~.:#[,)])/gi, '$1body');
}

/** Rules beyond this are left out. */
const mostRules = 2_000;

/** The rules of a mail's own stylesheets that may stay, as text, in the words of the browser's own parser. */
export class MailRules {
  readonly #options: CssOptions;
  readonly #map: (declarations: readonly Declaration[]) => readonly Declaration[];
  #left = mostRules;

  constructor(options: CssOptions, map: (declarations: readonly Declaration[]) => readonly Declaration[]) {
    this.#options = options;
    this.#map = map;
  }

  of(text: string): string {
    const sheet = new CSSStyleSheet();
    // It fetches nothing: such a sheet knows no import, and a picture is asked for only where it is used.
    sheet.replaceSync(text.replace(/<!--|-->/g, '').replace(/@import[^;]*;?/gi, ''));
    return this.#rules(sheet.cssRules);
  }

  #rules(rules: CSSRuleList): string {
    let text = '';
    for (const rule of rules) {
      if (this.#left-- <= 0) break;
      if (rule instanceof CSSStyleRule) text += this.#rule(rule);
      else if (rule instanceof CSSMediaRule) text += this.#media(rule);
      else if (rule instanceof CSSSupportsRule && CSS.supports(rule.conditionText)) text += this.#rules(rule.cssRules);
    }
    return text;
  }

  #rule(rule: CSSStyleRule): string {
    const where = selector(rule.selectorText);
    const kept = where === undefined ? [] : this.#map(safeDeclarations(rule.style, this.#options));
    if (kept.length === 0) return '';
    return `${where}{${kept.map(({name, value, priority}) => `${name}:${value}${priority ? ' !important' : ''}`).join(';')}}\n`;
  }

  #media(rule: CSSMediaRule): string {
    return [...rule.media]
      .map(condition)
      .filter((asked) => asked !== undefined)
      .map((asked) => (asked ? `@container ${asked}{${this.#rules(rule.cssRules)}}` : this.#rules(rule.cssRules)))
      .join('');
  }
}
