/** What to do with the picture behind an address. */
export type ImageVerdict = 'show' | 'ask' | 'refuse';

const linkSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const fileSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'blob:', 'data:']);

/** Only whole addresses: what a record calls '/x', or 'https:x', would become an address of the host's page. */
export function wholeUrl(address: string | undefined): URL | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address);
    return new URL(address, `${url.protocol}//a`).href === url.href ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The address as a link a reader may follow (http, https, mailto, tel), undefined when it must not become one. */
export function safeLink(address: string | undefined): string | undefined {
  const url = wholeUrl(address);
  return url && linkSchemes.has(url.protocol) ? url.href : undefined;
}

/**
 * The address as something to save (http, https, blob, data), undefined when it must not be offered. Use it with `download` only:
 * a `data:` page that is opened instead of saved would run in a tab of its own.
 */
export function safeDownload(address: string | undefined): string | undefined {
  const url = wholeUrl(address);
  return url && fileSchemes.has(url.protocol) ? url.href : undefined;
}

/**
 * Whether a picture may be fetched. What travels with the page is shown; a server elsewhere would learn who read what and when, so
 * those wait for consent.
 *
 * @param origins whose pictures need no consent, e.g. 'https://files.example'.
 */
export function imageVerdict(address: string | undefined, origins: readonly string[] = []): ImageVerdict {
  const url = wholeUrl(address);
  if (!url) return 'refuse';
  if (url.protocol === 'blob:') return 'show';
  if (url.protocol === 'data:') return /^data:image\//i.test(url.href) ? 'show' : 'refuse';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'refuse';
  return origins.includes(url.origin) ? 'show' : 'ask';
}
