import {fits, type Declaration} from './mail-values.js';

/**
 * What a mail calls by a name of its own is kept under a longer one, so that it reads nothing of the page. Where a value ends is known only when it is
 * used: names stand for plain values, and are used where no plain value can do harm.
 */
const prefix = '--_sent-';

const readable = /^--[\w-]+$/;
const alias = /^var\(--[\w-]+\)$/;
/** Words, numbers, names of letters: no function. */
const plain = /^[\w\s#"'%.,+-]+$/;

/** In a name a length is no longer than this; where names are reckoned with, they are taken so many times at most. */
const longest = 200;
const mostTimes = 20;

const colours = /^(?:color|background-color|outline-color|text-decoration-color|border(?:-[a-z-]+)?-color)$/;
const sizes = /^(?:font-(?:size|family|weight)|line-height|padding(?:-[a-z-]+)?|border(?:-[a-z-]+)?-(?:radius|width)|(?:max-)?width|(?:row-|column-)?gap)$/;
/** Said at once for several properties, which then have no value each. */
const together = ['background', 'border', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-color', 'border-width', 'border-radius', 'padding', 'gap'];
/** One name and what stands for it where it is not set. */
const alone = /^var\(\s*--[\w-]+\s*(?:,(?:[^()]|\([^()]*\))*)?\)$/;

const rename = (value: string): string => value.replace(/var\(\s*--/g, `var(${prefix}`);

/** A name that a mail gives to a value. */
export function ownVariable(name: string, written: string): Omit<Declaration, 'priority'> | undefined {
  const value = written.trim();
  const isFit = alias.test(value) || (CSS.supports('color', value) ? fits('color', value) && !value.includes('var(') : plain.test(value) && fits('', value, longest));
  return readable.test(name) && isFit ? {name: prefix + name.slice(2), value: rename(value)} : undefined;
}

/** What a style takes from such names. @param read the value of a property. */
export function fromVariables(style: CSSStyleDeclaration, read: (name: string) => string): Declaration[] {
  return [...new Set([...together, ...style])].flatMap((name): Declaration[] => {
    const value = name.startsWith('--') ? '' : read(name).trim();
    if (!value.includes('var(') || /var\(\s*(?!--[\w-]+\s*[,)])/.test(value)) return [];
    const declared = (what: string, kept: string): Declaration[] => [{name: what, value: rename(kept), priority: style.getPropertyPriority(name)}];
    if (name === 'background') return alone.test(value) && fits(name, value) ? declared('background-color', value) : [];
    if (colours.test(name) || (name.startsWith('border') && together.includes(name))) return fits(name, value) ? declared(name, value) : [];
    if (!sizes.test(name)) return [];
    if (alone.test(value)) return fits(name, value) ? declared(name, value) : [];
    if (!fits(name, value, mostTimes)) return [];
    return declared(name, name === 'font-size' ? `min(${longest}px, ${value})` : value);
  });
}
