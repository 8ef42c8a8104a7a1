import createDOMPurify, {type Config, type DOMPurify} from 'dompurify';
import {htmlPolicy, isRefused} from './html-policy.js';
import {isEnforced} from './is-enforced.js';
import {hiddenHost} from './link-host.js';
import {standIn} from './stand-ins.js';
import {imageVerdict, safeLink} from './url-policy.js';

export interface SanitizeOptions {
  /** May pictures be fetched from servers that nobody named? */
  readonly remote: 'block' | 'allow';
  /** Origins whose pictures need no consent. */
  readonly origins?: readonly string[];
  /** Where the picture of a `cid:` address is. */
  readonly contentUrl?: (contentId: string) => string | undefined;
  /** Says where a link leads whose words name another place. */
  readonly leadsTo?: (host: string) => string;
}

export interface SanitizedHtml {
  readonly fragment: DocumentFragment;
  /** Pictures that were left out and would appear under `remote: 'allow'`. */
  readonly blocked: number;
}

/** A mail without its styles, and what it had of them: not judged yet. */
export interface SanitizedMail {
  readonly body: HTMLElement;
  readonly blocked: number;
  /** Inline styles by element, as they were written. */
  readonly inline: ReadonlyMap<HTMLElement, string>;
  /** The colour of its links, as its body says it; empty: it says none. */
  readonly linkColour: string;
}

/** Below the days of a thread: what a sender calls a first heading is none of the host's page. */
const headingLevel = 4;

const allowedTags =
  'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure footer font h1 h2 h3 h4 h5 h6 header hr i img ins kbd label li main mark nav ol p pre q rp rt ruby s samp section ' +
  'small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr';
const allowedAttributes = 'align alt colspan datetime dir height href lang open reversed rowspan src start title valign width';
/** What mails say of their look without a style, and what their styles speak of. The element they stand in has a tree of its own. */
const lookAttributes = 'background bgcolor border cellpadding cellspacing class color face hspace id nowrap size text type vspace';

const config = {
  ALLOWED_TAGS: allowedTags.split(' '),
  ALLOWED_ATTR: allowedAttributes.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

const mailConfig = {
  ...config,
  ALLOWED_ATTR: [...config.ALLOWED_ATTR, ...lookAttributes.split(' ')],
  // With its head, where its stylesheets are, and its body, which has a look too.
  WHOLE_DOCUMENT: true,
} satisfies Config;

/** The sanitiser makes one of its own unless it is given one. Its type is that of another description of the same API. */
const policy = (htmlPolicy && {createHTML: (html: string) => htmlPolicy?.createHTML(html), createScriptURL: () => ''}) as Config['TRUSTED_TYPES_POLICY'];

/**
 * The one place where HTML of a message becomes nodes. Keeps words, structure and links; drops script, forms, frames, drawings, and
 * pictures that would be fetched from a stranger. Styles are handed over as text.
 */
export class HtmlSanitizer {
  readonly #purify: DOMPurify;
  #options: SanitizeOptions = {remote: 'block'};
  #blocked = 0;
  #inline = new Map<HTMLElement, string>();
  #linkColour = '';
  #isMail = false;

  /** @param view the window whose documents the nodes are for. */
  constructor(view: Window & typeof globalThis) {
    if (isRefused && isEnforced()) throw new Error('The page does not allow our Trusted Types policy');
    // An instance of its own: hooks are kept per instance, and the host may use the same library.
    this.#purify = createDOMPurify(view);
    this.#purify.addHook('uponSanitizeElement', (node, {tagName, allowedTags}) => {
      if (this.#isMail && !allowedTags[tagName]) standIn(node);
    });
    this.#purify.addHook('uponSanitizeAttribute', (element, attribute) => {
      const {attrName, attrValue} = attribute;
      if (attrName === 'data-style') this.#add(element as HTMLElement, attrValue);
      if (attrName === 'background') this.#add(element as HTMLElement, `background-image: url(${JSON.stringify(attrValue)})`);
      // As an attribute it would colour the links of the page.
      if (attrName === 'link' && element.localName === 'body') this.#linkColour = attrValue;
      if (attrName === 'background' || (attrName === 'href' && safeLink(attrValue) === undefined)) attribute.keepAttr = false;
    });
    this.#purify.addHook('afterSanitizeAttributes', (node) => {
      if (node.localName === 'img') this.#judgePicture(node);
      if (/^h[1-6]$/.test(node.localName)) node.setAttribute('aria-level', String(headingLevel));
    });
  }

  sanitize(html: string, options: SanitizeOptions): SanitizedHtml {
    const fragment = this.#run(html, options, config);
    return {fragment, blocked: this.#blocked};
  }

  /** A whole mail with the attributes of its look, and beside it what it has as `data-style`: `mailSlices` makes that of `style`. */
  mail(html: string, options: SanitizeOptions): SanitizedMail {
    const fragment = this.#run(html, options, mailConfig);
    const body = fragment.querySelector('body') ?? document.createElement('body');
    return {body, blocked: this.#blocked, inline: this.#inline, linkColour: this.#linkColour};
  }

  #run(html: string, options: SanitizeOptions, asked: Config & {RETURN_DOM_FRAGMENT: true}): DocumentFragment {
    this.#options = options;
    this.#blocked = 0;
    this.#inline = new Map();
    this.#linkColour = '';
    this.#isMail = asked === mailConfig;
    const fragment = this.#purify.sanitize(html, policy ? {...asked, TRUSTED_TYPES_POLICY: policy} : asked) as DocumentFragment | null;
    if (!fragment) throw new Error('There are frames in the place of words');
    openApart(fragment, options);
    return fragment;
  }

  #add(element: HTMLElement, style: string): void {
    const before = this.#inline.get(element);
    this.#inline.set(element, before ? `${before};${style}` : style);
  }

  #judgePicture(image: Element): void {
    const source = image.getAttribute('src') ?? '';
    const {remote, origins, contentUrl} = this.#options;
    const contentId = /^cid:(.+)$/i.exec(source.trim())?.[1];
    const address = contentId === undefined ? source : contentUrl?.(decode(contentId));
    const verdict = imageVerdict(address, origins);
    if (verdict === 'ask' && remote === 'block') this.#blocked++;
    if (address !== undefined && (verdict === 'show' || (verdict === 'ask' && remote === 'allow'))) {
      image.setAttribute('referrerpolicy', 'no-referrer');
      image.setAttribute('decoding', 'async');
      image.setAttribute('src', address);
    } else {
      image.removeAttribute('src');
    }
  }
}

/** Looked at in one link, tags too. */
const mostStretches = 100;

/** Links leave the page without a word of it. One whose words name another place says where it leads. */
function openApart(fragment: DocumentFragment, {leadsTo = (host) => host}: SanitizeOptions): void {
  for (const anchor of fragment.querySelectorAll('a[href]')) {
    const href = anchor.getAttribute('href') ?? '';
    anchor.setAttribute('target', '_blank');
    anchor.setAttribute('rel', 'noopener noreferrer nofollow');
    // The address as it is, in letters that can't be mistaken.
    anchor.setAttribute('title', safeLink(href) ?? '');
    const host = hiddenHost(wordsOf(anchor), href);
    if (host === undefined) continue;
    const told = anchor.ownerDocument.createElement('bdi');
    told.setAttribute('data-host', host);
    told.textContent = ` ${leadsTo(host)}`;
    anchor.append(told);
  }
}

/** What may be read of a link: all of its words, and each stretch of them, also those of its pictures, since the rest may not be seen. */
function wordsOf(anchor: Element): readonly string[] {
  const found = [anchor.textContent ?? ''];
  const nodes = document.createNodeIterator(anchor);
  for (let node; found.length < mostStretches && (node = nodes.nextNode()); ) found.push((node as Partial<HTMLImageElement>).alt ?? node.nodeValue ?? '');
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
