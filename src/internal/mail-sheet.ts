import {MailRules, safeDeclarations, type CssOptions, type Declaration} from './mail-css.js';
import {quotedParts} from './mail-quotes.js';
import type {SanitizedMail} from './sanitize-html.js';

export interface MailSheet {
  /** A box of its own: nothing of the mail reaches out of it, nothing of the page into it but the letters. */
  readonly element: HTMLElement;
  /** Pictures that were left out. */
  readonly blocked: number;
  /** Of what it repeats of earlier mails; 0: nothing. */
  readonly quotedLines: number;
}

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

const linesOf = (parts: readonly Element[]): number =>
  parts.reduce((sum, part) => sum + Math.max(1, part.querySelectorAll('br, p, li, tr').length), 0);

/**
 * Puts a mail into a tree of its own and gives it its look back: under a strict policy styles live only where a script sets them, one by
 * one. A mail that brings colours stands on white paper, whatever the theme; one without takes those of the inbox.
 *
 * @param sheets its own, as they were written. @param base the stylesheet under that of the mail. @param over the one that it can't change.
 */
export function mailSheet(mail: SanitizedMail, sheets: readonly string[], options: CssOptions, base: CSSStyleSheet, over: CSSStyleSheet): MailSheet {
  const {body, blocked} = mail;
  const element = document.createElement('div');
  element.className = 'sheet';
  const root = element.attachShadow({mode: 'open'});
  if (!body.hasAttribute('dir')) body.dir = 'auto';
  root.append(body);

  const scratch = document.createElement('span').style;
  const inline = [...mail.inline].flatMap(([target, text]): [HTMLElement, Declaration[]][] => {
    if (!body.contains(target) || text.length > longestStyle) return [];
    scratch.cssText = text;
    return [[target, safeDeclarations(scratch, options)]];
  });
  let paper = hasColouredAttribute(body) || inline.some(([, declarations]) => declarations.some(needsPaper));
  const look = (declarations: readonly Declaration[]) => {
    paper ||= declarations.some(needsPaper);
    return declarations;
  };
  const written = sheets.join('\n');
  let rules = new MailRules(options, look).of(written);
  if (!paper) rules = new MailRules(options, onAnyGround).of(written);
  for (const [target, declarations] of inline) {
    for (const {name, value, priority} of paper ? declarations : onAnyGround(declarations)) target.style.setProperty(name, value, priority);
  }

  const own = new CSSStyleSheet();
  own.replaceSync(rules);
  root.adoptedStyleSheets = [base, own, over];
  element.toggleAttribute('data-paper', paper);
  const quoted = quotedParts(body);
  for (const part of quoted) part.setAttribute('data-quoted', '');
  return {element, blocked, quotedLines: linesOf(quoted)};
}
