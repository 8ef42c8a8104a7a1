import createDOMPurify, {type Config, type DOMPurify} from 'dompurify';
import {imageVerdict, safeLink} from './url-policy.js';

export interface SanitizeOptions {
  /** May pictures be fetched from servers that nobody named? */
  readonly remote: 'block' | 'allow';
  /** Origins whose pictures need no consent. */
  readonly origins?: readonly string[];
  /** Where the picture of a `cid:` address is. */
  readonly contentUrl?: (contentId: string) => string | undefined;
}

export interface SanitizedHtml {
  readonly fragment: DocumentFragment;
  /** Pictures that were left out and would appear under `remote: 'allow'`. */
  readonly blocked: number;
}

/** The part of the Trusted Types API used here. */
interface PolicyFactory {
  createPolicy(name: string, rules: {createHTML(html: string): string; createScriptURL(url: string): string}): NonNullable<Config['TRUSTED_TYPES_POLICY']>;
}

/** Below the days of a thread: what a sender calls a first heading is none of the host's page. */
const headingLevel = 4;

const allowedTags =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
  'figcaption figure footer font h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section ' +
  'small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr';
const allowedAttributes = 'align alt colspan datetime dir height href lang reversed rowspan src start title valign width';

const config = {
  ALLOWED_TAGS: allowedTags.split(' '),
  ALLOWED_ATTR: allowedAttributes.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

/**
 * The one place where HTML of a message becomes nodes. Keeps words, structure and links; drops script, styles, forms, frames, drawings,
 * names and ids, and pictures that would be fetched from a stranger.
 */
export class HtmlSanitizer {
  readonly #purify: DOMPurify;
  readonly #policy: Config['TRUSTED_TYPES_POLICY'];
  #options: SanitizeOptions = {remote: 'block'};
  #blocked = 0;

  /** @param view the window whose documents the nodes are for. One sanitiser per page: its Trusted Types policy exists once. */
  constructor(view: Window & typeof globalThis) {
    // An instance of its own: hooks are kept per instance, and the host may use the same library.
    this.#purify = createDOMPurify(view);
    this.#policy = createPolicy(view);
    this.#purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
      if (attribute.attrName === 'href' && safeLink(attribute.attrValue) === undefined) attribute.keepAttr = false;
    });
    this.#purify.addHook('afterSanitizeAttributes', (node) => {
      if (node.localName === 'a') openApart(node);
      if (node.localName === 'img') this.#judgePicture(node);
      if (/^h[1-6]$/.test(node.localName)) node.setAttribute('aria-level', String(headingLevel));
    });
  }

  sanitize(html: string, options: SanitizeOptions): SanitizedHtml {
    this.#options = options;
    this.#blocked = 0;
    const given = this.#policy ? {...config, TRUSTED_TYPES_POLICY: this.#policy} : config;
    const fragment = this.#purify.sanitize(html, given);
    return {fragment, blocked: this.#blocked};
  }

  #judgePicture(image: Element): void {
    const source = image.getAttribute('src') ?? '';
    const {remote, origins, contentUrl} = this.#options;
    const contentId = /^cid:(.+)$/i.exec(source.trim())?.[1];
    const address = contentId === undefined ? source : contentUrl?.(decode(contentId));
    const verdict = imageVerdict(address, origins);
    if (verdict === 'ask' && remote === 'block') this.#blocked++;
    if (address !== undefined && (verdict === 'show' || (verdict === 'ask' && remote === 'allow'))) {
      image.setAttribute('src', address);
      image.setAttribute('referrerpolicy', 'no-referrer');
    } else {
      image.removeAttribute('src');
    }
  }
}

/** Without an address an anchor is only words. */
function openApart(anchor: Element): void {
  if (!anchor.hasAttribute('href')) return;
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noopener noreferrer nofollow');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The sanitiser makes its own policy unless it is given one; a page with a list of policies knows only this name. */
function createPolicy(view: Window): Config['TRUSTED_TYPES_POLICY'] {
  const {trustedTypes} = view as {trustedTypes?: PolicyFactory};
  return trustedTypes?.createPolicy('loop-inbox#html', {createHTML: (html) => html, createScriptURL: () => ''});
}
