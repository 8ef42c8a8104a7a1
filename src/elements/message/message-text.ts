import {html, nothing, type TemplateResult} from 'lit';
import type {RichText} from '../../internal/rich-text.js';
import type {TextLink} from '../../internal/text-links.js';

type LeadsTo = (host: string) => string;

/** The text in pieces: every second one names somebody, with the @ before it. */
function splitMentions(text: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [text];
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(@(?:${any}))`, 'gu'));
}

/**
 * Plain text as it was written, with those who are named in it marked.
 *
 * @param rich adds the links; undefined until that part is there.
 * @param leadsTo says where a link leads whose words name another place.
 */
export function messageText(text: string, names: readonly string[], rich: RichText | undefined, leadsTo: LeadsTo): unknown {
  return splitMentions(text, names).map((piece, index): unknown => {
    if (index % 2 === 1) return html`<span class="mention">${piece}</span>`;
    return rich ? rich.links(piece).map((part) => (typeof part === 'string' ? part : link(part, leadsTo))) : piece;
  });
}

const link = ({href, text, host}: TextLink, leadsTo: LeadsTo): TemplateResult =>
  html`<a href=${href} title=${href} target="_blank" rel="noopener noreferrer nofollow" dir="auto">${text}${host === undefined
    ? nothing
    : html`<bdi data-host=${host}> ${leadsTo(host)}</bdi>`}</a>`;

/** More characters or lines than this are folded. */
const foldedChars = 3_000;
const foldedLines = 40;

/** Where a very long text is cut while it is folded; undefined when it is short enough. */
export function foldAt(text: string): number | undefined {
  let end = -1;
  for (let line = 0; line < foldedLines; line++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) break;
  }
  const cut = Math.min(end < 0 ? text.length : end, foldedChars);
  // A little more is not worth a button.
  if (text.length - cut < 200) return undefined;
  // Never between the two halves of one character.
  return /[\ud800-\udbff]/.test(text[cut - 1] ?? '') ? cut - 1 : cut;
}
