import LinkifyIt from 'linkify-it';
import {Marked} from 'marked';
import type {MessageBody} from '../model/index.js';
import {HtmlSanitizer, type SanitizedHtml, type SanitizeOptions} from './sanitize-html.js';
import {safeLink} from './url-policy.js';

/** A stretch of plain text that leads somewhere. */
export interface TextLink {
  readonly href: string;
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** What only rich messages need: finding links, Markdown, HTML. */
export class RichText {
  readonly #linkify = new LinkifyIt();
  // Tags in Markdown are shown as they were typed: 'List<String>' must not lose its second word.
  readonly #marked = new Marked({gfm: true, breaks: true, async: false, renderer: {html: ({text}) => escapeHtml(text)}});
  readonly #sanitizer: HtmlSanitizer;

  constructor(view: Window & typeof globalThis) {
    this.#sanitizer = new HtmlSanitizer(view);
  }

  /** The text in pieces, in order: as it is, or a link. Joined, the pieces are the text. */
  links(text: string): readonly (string | TextLink)[] {
    const pieces: (string | TextLink)[] = [];
    let end = 0;
    for (const match of this.#linkify.match(text) ?? []) {
      const href = safeLink(match.url);
      if (!href) continue;
      if (match.index > end) pieces.push(text.slice(end, match.index));
      pieces.push({href, text: text.slice(match.index, match.lastIndex)});
      end = match.lastIndex;
    }
    if (end < text.length) pieces.push(text.slice(end));
    return pieces;
  }

  /** Markdown or HTML as nodes that are safe to show. */
  nodes(body: MessageBody, options: SanitizeOptions): SanitizedHtml {
    const html = body.format === 'html' ? body.value : this.#marked.parse(body.value, {async: false});
    return this.#sanitizer.sanitize(html, options);
  }
}

/** One for all inboxes of a page: a page's list of Trusted Types policies lets each name be made once. Keeps nothing between calls. */
export const richText = new RichText(window);
