/** Functions that fetch, read the page, or can't be judged before they are used; lengths of the window instead of the box. */
export const unfit = /\\|url\(|image|cross-fade\(|element\(|paint\(|expression|env\(|attr\(|(?:^|[^\w-])(?:src|if)\(|\d(?:[sld]?v(?:w|h|i|b|min|max))\b/i;

/** px, or whatever the unit is: what is larger than this was not meant to be read. */
const largest = 10_000;
const largestFont = 200;
const largestShadow = 100;

/** Characters: each shadow of a list is drawn by itself, and blurred. */
const longestShadows = 250;

const numbers = /-?\d*\.?\d+(?:e[+-]?\d+)?/gi;

export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly priority: string;
}

/** May this be the value of that property, as far as one sees without what it takes from elsewhere? */
export function fits(name: string, value: string, most = largest): boolean {
  if (value === '' || unfit.test(value)) return false;
  const isShadow = name.endsWith('-shadow');
  if (isShadow && value.length > longestShadows) return false;
  const limit = name === 'font-size' || name === 'letter-spacing' || name === 'word-spacing' ? Math.min(most, largestFont) : isShadow ? largestShadow : most;
  for (const [number] of value.replace(/#[\da-f]+/gi, '').matchAll(numbers)) if (Math.abs(Number(number)) > limit) return false;
  // Nothing is drawn over what stands before it.
  return !(name.startsWith('margin') && value.includes('-') && /-\s*\.?\d/.test(value));
}
