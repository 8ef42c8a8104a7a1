import {AdapterError} from '../../../contract/index.js';

/**
 * A path below the endpoint; what stands in it is one segment each, whatever signs it holds.
 *
 * An id that no address can hold (`..` would lead to another route) is one that the server cannot have made.
 */
export function path(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return String.raw({raw: parts}, ...ids.map(segment));
}

function segment(id: string): string {
  try {
    if (!/^\.{0,2}$/.test(id)) return encodeURIComponent(id);
  } catch {
    // Half a pair of surrogates.
  }
  throw new AdapterError({code: 'not-found', message: 'There is no such record'});
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Beginning with '?', or empty. */
export function search(query: Query = {}): string {
  const found = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      if (one !== undefined) found.append(key, String(one));
    }
  }
  const text = found.toString();
  return text && `?${text}`;
}
