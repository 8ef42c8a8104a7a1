import LinkifyIt from 'linkify-it';
import {hiddenHost} from './link-host.js';
import {safeLink} from './url-policy.js';

/** A stretch of plain text that leads somewhere. */
export interface TextLink {
  readonly href: string;
  readonly text: string;
  /** Where it leads, when its words let a reader expect another place. */
  readonly host: string | undefined;
}

/** Characters that are looked at in one go: what takes longer the more there is never gets more. */
const stretch = 8_000;
/** More links than this are left as words. */
const mostLinks = 2_000;

/** It keeps nothing between calls. */
const linkify = new LinkifyIt();

/** The text in pieces, in order: as it is, or a link. Joined, the pieces are the text. */
export function findLinks(text: string): readonly (string | TextLink)[] {
  const pieces: (string | TextLink)[] = [];
  let end = 0;
  let found = 0;
  for (const [from, to] of stretches(text)) {
    if (found >= mostLinks) break;
    const looked = text.slice(from, to);
    if (isTangled(looked)) continue;
    for (const match of linkify.match(looked) ?? []) {
      const href = safeLink(match.url);
      if (!href || ++found > mostLinks) continue;
      const at = from + match.index;
      if (at > end) pieces.push(text.slice(end, at));
      end = from + match.lastIndex;
      const words = text.slice(at, end);
      pieces.push({href, text: words, host: hiddenHost([words], href)});
    }
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** Bounds of stretches that end between words, where there are any. */
function* stretches(text: string): Generator<readonly [from: number, to: number]> {
  for (let from = 0, to; from < text.length; from = to) {
    to = from + stretch;
    if (to < text.length) {
      const space = text.slice(from, to).search(/\s\S*$/);
      if (space > 0) to = from + space;
    }
    yield [from, to];
  }
}

/** Is this one word of many addresses? Nobody's writing, and each of them is looked for to the end of the word. */
const isTangled = (text: string): boolean => text.match(/\S{1000,}/g)?.some((word) => word.split('/').length > 60) ?? false;
