import {safeDeclarations, usualRem, type CssOptions} from './mail-css.js';
import type {SaidByRule} from './lent-grounds.js';
import type {Declaration} from './mail-values.js';

/** Rules of one mail and words of their selectors: what comes after them is left out. Most have a few hundred. */
export const mostRules = 1_500;

/** Characters of a list of selectors and of one, and words of one; no mail comes near. */
const longestList = 20_000;
const longestSelector = 200;
const mostWords = 20;

/** One that counts its siblings weighs more. */
const wordsOf = (selector: string): number => selector.split(/ |:nth/).length;

/** Rules in each other: a browser tries every way through their selectors. */
const deepest = 4;

/** As the root of a page of its own has it. */
const root = ':where(body)';

/** A mail's stylesheets in the words of the browser's own parser. Each by itself: what one does not end goes on in no other. */
export const readSheets = (texts: readonly string[]): CSSRule[] =>
  texts.flatMap((text) => {
    const sheet = new CSSStyleSheet();
    // It fetches nothing: such a sheet knows no import, and a picture is asked for only where it is used.
    sheet.replaceSync(text.replace(/<!--|-->/g, '').replace(/@import\s*(?:url\([^)]*\)|"[^"]*"|'[^']*')?[^;{}]*;?/gi, ''));
    return Array.from(sheet.cssRules).slice(0, mostRules);
  });

/** px of the letters at the root, where a mail says so. */
export function rootSize(rules: Iterable<CSSRule>): number | undefined {
  let size: number | undefined;
  for (const rule of rules) {
    if (!(rule instanceof CSSStyleRule) || !parts(rule.selectorText).some((each) => selector(each) === root)) continue;
    const [, number, unit = ''] = /^([\d.]+)(px|pt|%|r?em)$/.exec(rule.style.fontSize) ?? [];
    const px = Number(number) * ({px: 1, pt: 4 / 3, '%': usualRem / 100}[unit] ?? usualRem);
    if (px >= 1 && px <= 100) size = px;
  }
  return size;
}

/** The selectors of a list. */
function parts(list: string): string[] {
  if (list.length > longestList) return [];
  const found = [''];
  let depth = 0;
  for (const [piece] of list.matchAll(/"(?:[^"\\]|\\.)*"|\\.|[^"\\]/gs)) {
    if (piece === '(' || piece === '[') depth++;
    if (piece === ')' || piece === ']') depth--;
    if (piece === ',' && depth === 0) found.push('');
    else found[found.length - 1] += piece;
  }
  return found.map((each) => each.trim());
}

/** A rule may speak of its mail alone, which has a body and nothing above it, and of nothing that a browser looks for long. */
function selector(written: string): string | undefined {
  if (/::|:host|:scope|:before|:after|:first-l|:slotted|:has\(|:hover|\bpart\(|:nth-[^)]* of |~(?!=)/i.test(written)) return undefined;
  if (written.length > longestSelector || wordsOf(written) > mostWords) return undefined;
  if (/^(?:html|:root)$/i.test(written)) return root;
  return written.replace(/:root\b/gi, 'html').replace(/(^|[\s>+~,(])html\s*>?\s+(?=body\b)/gi, '$1').replace(/(^|[\s>+~,(])html(?=$|[\s>+~.:#[,)])/gi, '$1body');
}

/** A term that asks for a width. */
const width = /^\((?:\d+(?:\.\d+)?px [<>]=? )?width [<>]=? \d+(?:\.\d+)?px\)$/;
const letters = /(\d*\.?\d+)r?em\b/g;

/** A width of the window that a sender asks about is one of the box that the mail is shown in; the rest is the browser's to answer, of light paper. */
function condition(media: string): string | undefined {
  const asked = media.toLowerCase().replace(letters, (_, times: string) => `${Number(times) * usualRem}px`);
  if (asked.startsWith('not ')) return !/width|height|scheme/.test(asked) && matchMedia(asked).matches ? '' : undefined;
  const kept: string[] = [];
  for (const term of asked.split(/\s+and\s+/)) {
    if (/^(?:only\s+)?(?:screen|all)$/.test(term) || term === '(prefers-color-scheme: light)') continue;
    const [, edge, size] = /^\((max|min)-(?:device-)?width:\s*(\d+(?:\.\d+)?px)\)$/.exec(term) ?? [];
    if (edge && size) kept.push(`(${edge}-width: ${size})`);
    else if (width.test(term)) kept.push(term);
    else if (!/^\([^()]*\)$/.test(term) || /width|height|scheme/.test(term) || !matchMedia(term).matches) return undefined;
  }
  return kept.join(' and ');
}

/** Where a rule stands: alone, behind a question about the width, in another rule. */
type Held = 'always' | 'sometimes' | 'inside';

const asText = (declarations: readonly Declaration[]): string => declarations.map(({name, value, priority}) => `${name}:${value}${priority ? ' !important' : ''};`).join('');

/** The rules of a mail's own stylesheets that may stay, as text. */
export class MailRules {
  readonly #options: CssOptions;
  readonly #map: (declarations: readonly Declaration[]) => readonly Declaration[];
  #depth = 0;
  /** How many rules and words of selectors may still come. */
  left: number;
  /** Those that hold whatever the width is, in their order. */
  readonly said: SaidByRule[] = [];

  constructor(options: CssOptions, map: (declarations: readonly Declaration[]) => readonly Declaration[], left: number) {
    this.#options = options;
    this.#map = map;
    this.left = left;
  }

  of(rules: Iterable<CSSRule>): string {
    return this.#rules(rules, 'always');
  }

  #rules(rules: Iterable<CSSRule>, held: Held): string {
    let text = '';
    for (const rule of rules) {
      if (this.left-- <= 0) break;
      if (rule instanceof CSSStyleRule) text += this.#rule(rule, held);
      else if (rule instanceof CSSMediaRule) text += this.#media(rule, held);
      else if (rule instanceof CSSLayerBlockRule || (rule instanceof CSSSupportsRule && CSS.supports(rule.conditionText))) text += this.#rules(rule.cssRules, held);
      // What stands in a rule behind the rules inside it.
      else if (held === 'inside' && 'CSSNestedDeclarations' in globalThis && rule instanceof CSSNestedDeclarations) text += `${asText(this.#declarations(rule.style))}\n`;
    }
    return text;
  }

  /** Is there room for it? */
  readonly #fits = (where: string): boolean => (this.left -= wordsOf(where)) >= 0;

  #rule(rule: CSSStyleRule, held: Held): string {
    if (this.#depth >= deepest) return '';
    const where = parts(rule.selectorText).flatMap((each) => (held === 'inside' || !each.includes('&') ? (selector(each) ?? []) : [])).filter(this.#fits);
    if (where.length === 0) return '';
    const size = where.includes(root) && rootSize([rule]);
    const declarations = this.#declarations(rule.style);
    const leavesOut = rule.style.backgroundImage.includes('url(') && !declarations.some(({name}) => name === 'background-image');
    if (held === 'always') this.said.push({where: where.join(', '), declarations, leavesOut});
    this.#depth++;
    const inner = asText(declarations) + (size ? `font-size:${size}px;` : '') + this.#rules(rule.cssRules, 'inside');
    this.#depth--;
    return inner && `${where.join(', ')}{${inner}}\n`;
  }

  #declarations(style: CSSStyleDeclaration): readonly Declaration[] {
    return this.#map(safeDeclarations(style, this.#options));
  }

  #media({media, cssRules}: CSSMediaRule, held: Held): string {
    return (media.length > 0 ? [...media] : ['all'])
      .map(condition)
      .filter((asked) => asked !== undefined)
      .map((asked) => (asked ? `@container ${asked}{${this.#rules(cssRules, held === 'always' ? 'sometimes' : held)}}` : this.#rules(cssRules, held)))
      .join('');
  }
}
