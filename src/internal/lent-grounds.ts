import type {Declaration} from './mail-values.js';

type Styled = readonly (readonly [HTMLElement, readonly Declaration[]])[];

/** A rule of a mail that holds whatever its width is. */
export interface SaidByRule {
  readonly where: string;
  readonly declarations: readonly Declaration[];
  /** It had a picture that is not shown. */
  readonly leavesOut: boolean;
}

/** White words are read on it, and a light picture around is not lost. */
const ground = 'rgb(89, 89, 89)';

/** Grounds of one slice; no mail has more that are pictures. And rules that speak of colours. */
const most = 20;
const mostRules = 500;

const isLight = ({value}: Declaration): boolean => {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value) ?? [];
  return parts.length === 3 ? parts.every((part) => Number(part) >= 190) : /^(?:white|ivory|snow|whitesmoke)$/i.test(value);
};

const isGround = ({name, value}: Declaration): boolean =>
  (name === 'background-image' || name === 'background-color') && !/^(?:none|initial|transparent|inherit|unset|rgba\(.*, 0\))$/.test(value);

/** Light words that were written over a picture which is not shown would stand white on white. @param leftOut what it was behind of, by the styles in tags. */
export function lendGrounds(body: HTMLElement, rules: readonly SaidByRule[], inline: Styled, leftOut: readonly HTMLElement[]): void {
  // A list of its own is never wrong as a whole.
  const speakOf = ({where}: SaidByRule) => [...(body.matches(`:is(${where})`) ? [body] : []), ...body.querySelectorAll<HTMLElement>(`:is(${where})`)];
  const pictures = [...leftOut, ...rules.filter(({leavesOut}) => leavesOut).flatMap(speakOf)].slice(0, most);
  if (pictures.length === 0) return;
  const byRules = rules
    .filter(({declarations}) => declarations.some((each) => each.name === 'color' || isGround(each)))
    .slice(0, mostRules)
    .flatMap((rule) => speakOf(rule).map((element) => [element, rule.declarations] as const));
  const grounds = new Set(body.querySelectorAll('[bgcolor]'));
  const light = new Map<HTMLElement, boolean>();
  for (const [element, declarations] of [...byRules, ...inline]) {
    if (declarations.some(isGround)) grounds.add(element);
    for (const each of declarations) if (each.name === 'color') light.set(element, isLight(each));
  }
  for (const target of pictures) {
    if (grounds.has(target)) continue;
    const inside = [...grounds].filter((each) => target.contains(each));
    const isLost = ([element, isSo]: readonly [HTMLElement, boolean]) => isSo && target.contains(element) && !inside.some((each) => each.contains(element));
    if ([...light].some(isLost)) target.style.setProperty('background-color', ground);
  }
}
