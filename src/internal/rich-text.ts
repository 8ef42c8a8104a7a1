import {Marked} from 'marked';
import {isTooDeep} from './markdown-depth.js';
import {HtmlSanitizer, type SanitizedHtml, type SanitizedMail, type SanitizeOptions} from './sanitize-html.js';
import {findLinks, type TextLink} from './text-links.js';

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** What only rich messages need: finding links, Markdown, HTML. */
export class RichText {
  // Tags in Markdown are shown as they were typed: 'List<String>' must not lose its second word.
  readonly #marked = new Marked({gfm: true, breaks: true, async: false, renderer: {html: ({text}) => escapeHtml(text)}});
  readonly #sanitizer: HtmlSanitizer;

  constructor(view: Window & typeof globalThis) {
    this.#sanitizer = new HtmlSanitizer(view);
  }

  /** The text in pieces, in order: as it is, or a link. */
  links(text: string): readonly (string | TextLink)[] {
    return findLinks(text);
  }

  /** Markdown, or a slice of it, as nodes that are safe to show. */
  markdown(text: string, options: SanitizeOptions): SanitizedHtml {
    const html = isTooDeep(text) ? `<p>${escapeHtml(text)}</p>` : this.#marked.parse(text, {async: false});
    return this.#sanitizer.sanitize(html, options);
  }

  /** A mail in HTML, or a slice of one, without its look: `MailSheet` gives that back. */
  mail(html: string, options: SanitizeOptions): SanitizedMail {
    return this.#sanitizer.mail(html, options);
  }
}

/** One for all inboxes of a page. Keeps nothing between calls. */
export const richText = new RichText(window);
