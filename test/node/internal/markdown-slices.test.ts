import {describe, expect, it} from 'vitest';
import {isTooDeep} from '../../../src/internal/markdown-depth.js';
import {markdownSlices} from '../../../src/internal/markdown-slices.js';

const slices = (text: string) => [...markdownSlices(text)];

describe('Markdown', () => {
  it('is one slice when it is as long as people write', () => {
    expect(slices('a\n\n- b\n- c')).toEqual(['a\n\n- b\n- c']);
    expect(slices('')).toEqual(['']);
  });

  it('is cut between paragraphs, else between lines, else between words', () => {
    const paragraphs = 'Some words of it.\n\n'.repeat(400);
    expect(slices(paragraphs).every((slice) => slice.endsWith('it.\n\n'))).toBe(true);
    expect(slices('- one line\n'.repeat(400)).every((slice) => slice.endsWith('line\n'))).toBe(true);
    expect(slices('word '.repeat(2_000)).every((slice) => slice.endsWith('word '))).toBe(true);
    expect(slices('😀'.repeat(4_000)).every((slice) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(slice))).toBe(true);
  });

  it('loses no letter in slices', () => {
    for (const text of ['*a **b _c `'.repeat(1_000), '[a](b)\n'.repeat(2_000), 'x'.repeat(9_999)]) expect(slices(text).join('')).toBe(text);
  });

  it('fences code again that goes on', () => {
    const code = 'let x = 1;\n'.repeat(400);
    const found = slices(`Look:\n\n~~~~js\n${code}~~~~\n\nEnd`);
    expect(found.length).toBeGreaterThan(2);
    expect(found[0]).toMatch(/\n~~~~$/);
    expect(found[1]).toMatch(/^~~~~js\nlet x/);
    expect(found.at(-1)).toMatch(/~~~~\n\nEnd$/);
    expect(found.join('').match(/let x = 1;/g)).toHaveLength(400);
  });

  it('costs twice as much for twice as much', () => {
    for (const piece of ['*a **b _c `', '```\n', '> ', '\n', 'x', '~~~ '.repeat(60), 'a\n\n']) {
      const work = (size: number) => slices(piece.repeat(size / piece.length)).reduce((sum, slice) => sum + slice.length, 0);
      expect(work(1_000_000) / work(500_000), piece).toBeLessThanOrEqual(2.5);
    }
  });

  it.each(['> '.repeat(30), '- '.repeat(30), '1. '.repeat(30), `a\n${'> - '.repeat(20)}x`])('is not followed down: %j', (text) => {
    expect(isTooDeep(text)).toBe(true);
  });

  it.each(['> > > a', '- a\n  - b\n    - c', '-'.repeat(60), '*'.repeat(60), '> quoted\n'.repeat(40)])('is followed: %j', (text) => {
    expect(isTooDeep(text)).toBe(false);
  });
});
