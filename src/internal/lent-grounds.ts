import type {Declaration} from './mail-values.js';

type Styled = readonly (readonly [HTMLElement, readonly Declaration[]])[];

/** White words are read on it, and a light picture around is not lost. */
const ground = 'rgb(89, 89, 89)';

/** Grounds of one slice; no mail has more that are pictures. */
const most = 20;

const isLight = ({name, value}: Declaration): boolean => {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value) ?? [];
  return name === 'color' && (parts.length === 3 ? parts.every((part) => Number(part) >= 190) : /^(?:white|ivory|snow|whitesmoke)$/i.test(value));
};

const isGround = ({name, value}: Declaration): boolean =>
  (name === 'background-image' || name === 'background-color') && !/^(?:none|initial|transparent|inherit|unset|rgba\(.*, 0\))$/.test(value);

/** Light words that were written over a picture which is not shown would stand white on white. @param leftOut what it was behind of. */
export function lendGrounds(inline: Styled, leftOut: readonly HTMLElement[]): void {
  if (leftOut.length === 0) return;
  const grounds = inline.filter(([element, declarations]) => element.hasAttribute('bgcolor') || declarations.some(isGround)).map(([element]) => element);
  const light = inline.filter(([, declarations]) => declarations.some(isLight)).map(([element]) => element);
  for (const target of leftOut.slice(0, most)) {
    if (grounds.includes(target)) continue;
    const inside = grounds.filter((each) => target.contains(each));
    if (light.some((element) => target.contains(element) && !inside.some((each) => each.contains(element)))) target.style.setProperty('background-color', ground);
  }
}
