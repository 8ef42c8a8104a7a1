import {fits, unfit, type Declaration} from './mail-values.js';
import {fromVariables, ownVariable} from './mail-variables.js';
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

/** A part of the window's width is one of the box's. */
const windowWidth = /(\d)[sld]?v(?:w|i)\b/gi;
const windowLess = /(\d)[sld]?vmin\b/gi;

/** A part of what a page calls its size of letters, which is not the mail's. */
const rootSizes = /(\d*\.?\d+)rem\b/gi;

/** px: that size in a page of a mail's own. */
export const usualRem = 16;

export interface CssOptions {
  /** Origins whose pictures need no consent. */
  readonly origins?: readonly string[] | undefined;
  readonly contentUrl?: ((contentId: string) => string | undefined) | undefined;
  /** px of the letters at the root of the mail. */
  readonly rem?: number | undefined;
  /** The value that draws the picture of an address which may be fetched. */
  readonly behind: (address: string) => string;
}

/** A picture behind words: only one that travels with the page or comes from a named server, since no style can hide who asks for it. */
function background(value: string, {origins, contentUrl, behind}: CssOptions): string | undefined {
  const [, address] = /^url\("((?:[^"\\]|\\.)*)"\)$/.exec(value) ?? [];
  if (address === undefined) return /^(?:none|initial|(?:repeating-)?(?:linear|radial|conic)-gradient\([^;{}]*\))$/.test(value) && !unfit.test(value) ? value : undefined;
  const written = address.replace(/\\(.)/g, '$1');
  const contentId = /^cid:(.+)$/i.exec(written)?.[1];
  const found = contentId === undefined ? written : contentUrl?.(contentId);
  return found !== undefined && imageVerdict(found, origins) === 'show' ? behind(new URL(found).href.replace(/["\\()]/g, escape)) : undefined;
}

const escape = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;

/** Those declarations of a style that may stay, one for each single property. */
export function safeDeclarations(style: CSSStyleDeclaration, options: CssOptions): Declaration[] {
  const {rem = usualRem} = options;
  const read = (name: string): string =>
    style.getPropertyValue(name).replace(windowWidth, '$1cqi').replace(windowLess, '$1cqmin').replace(rootSizes, (_, times: string) => `${+(Number(times) * rem).toFixed(4)}px`);
  const kept: Declaration[] = [];
  for (const name of style) {
    const own = name.startsWith('--') ? ownVariable(name, read(name)) : undefined;
    if (own) kept.push({...own, priority: style.getPropertyPriority(name)});
    const written = allowed.test(name) ? read(name) : '';
    if (written === '' || written.includes('var(')) continue;
    const value = name === 'background-image' ? background(written, options) : fits(name, written) ? written : undefined;
    if (value !== undefined) kept.push({name, value, priority: style.getPropertyPriority(name)});
  }
  if (style.cssText.includes('var(')) kept.push(...fromVariables(style, read));
  return kept;
}
