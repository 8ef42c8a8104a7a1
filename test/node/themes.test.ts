import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {tokensLater} from '../../src/styles/tokens-later.js';
import {tokens} from '../../src/styles/tokens.js';
import {contrast, defaultPalette, lowest, rules, themePalette, type Palette, type Scheme} from '../support/contrast.js';

/** In the order in which elements adopt them. */
const defaults = `${tokens.cssText}${tokensLater.cssText}`;

const schemes: readonly Scheme[] = ['light', 'dark'];
const folder = new URL('../../src/themes/', import.meta.url);
const themes = readdirSync(folder).map((name) => ({name, css: readFileSync(new URL(name, folder), 'utf8')}));

/** The default roles with those of a theme over them, as a page sees them. */
const withDefaults = (palette: Palette, scheme: Scheme): Palette => new Map([...defaultPalette(defaults, scheme), ...palette]);

/** The part of a stylesheet that holds for agents who ask for more contrast. */
const moreContrast = (css: string): string => css.slice(css.indexOf('@media (prefers-contrast: more)'));

const sets = [
  {name: 'the defaults', of: (scheme: Scheme) => defaultPalette(defaults, scheme)},
  {
    name: 'the defaults with more contrast',
    of: (scheme: Scheme) => {
      // There `text-muted` is the text itself and the quiet surface the plain one.
      const plain = defaultPalette(defaults, scheme);
      const more = defaultPalette(moreContrast(defaults), scheme);
      const role = (value: string) => /^var\(--_color-([\w-]+)\)$/.exec(value)?.[1];
      return new Map([...plain, ...[...more].map(([name, value]) => [name, plain.get(role(value) ?? '') ?? value] as const)]);
    },
  },
  ...themes.flatMap(({name, css}) => [
    {name, of: (scheme: Scheme) => withDefaults(themePalette(css, scheme), scheme)},
    {
      name: `${name} with more contrast`,
      of: (scheme: Scheme) => withDefaults(new Map([...themePalette(css, scheme), ...themePalette(moreContrast(css), scheme)]), scheme),
    },
  ]),
].flatMap(({name, of}) => schemes.map((scheme) => ({name: `${name}, ${scheme}`, palette: of(scheme)})));

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', 'oklch(100% 0 0)')).toBeCloseTo(21, 5);
    expect(contrast('#2c5fdd', '#2c5fdd')).toBe(1);
  });

  it('reads OKLCH as browsers paint it', () => {
    // Painted by a browser: oklch(53% 0.2 264) is #2c5fdd; #767676 on white is the well-known 4.54.
    expect(contrast('oklch(53% 0.2 264)', '#2c5fdd')).toBeLessThan(1.01);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(sets)('colours of $name', ({palette}) => {
  it.each(rules)('$foreground can be told from every plane it stands on', (rule) => {
    const {plane, contrast: least} = lowest(palette, rule);
    expect(least, `${rule.foreground} on ${plane}`).toBeGreaterThanOrEqual(rule.floor);
  });
});

describe.each(themes)('theme $name', ({css}) => {
  it('sets every colour, so that none of the defaults shows through', () => {
    const missing = [...defaultPalette(defaults, 'light').keys()].filter((role) => !themePalette(css, 'light').has(role));
    expect(missing).toEqual([]);
  });

  it('uses nothing but tokens that there are', () => {
    const declared = [...css.matchAll(/^\s+([\w-]+):/gm)].map(([, name]) => name);
    const known = new Set([...defaults.matchAll(/var\((--loop-[\w-]+)/g)].map(([, name]) => name));
    expect(declared.filter((name) => !known.has(name))).toEqual([]);
  });

  it('holds its pairs of colours where no tool may rewrite them', () => {
    const rules = css.replace(/\/\*[^]*?\*\//g, '').trim();
    expect(rules).toMatch(/^@supports \(color: light-dark\(#fff, #000\)\) \{[^]*\}$/);
  });

  it('answers the wish for more contrast wherever the defaults do', () => {
    const asked = [...defaultPalette(moreContrast(defaults), 'light').keys()];
    expect(asked.filter((role) => !themePalette(moreContrast(css), 'light').has(role))).toEqual([]);
  });
});
