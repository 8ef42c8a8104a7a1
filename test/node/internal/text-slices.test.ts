import {describe, expect, it} from 'vitest';
import {textSlices} from '../../../src/internal/text-slices.js';

describe('a very long text', () => {
  it('is one slice when it is as long as people write', () => {
    expect(textSlices('a line\nand one more')).toEqual(['a line\nand one more']);
    expect(textSlices('')).toEqual([]);
  });

  it('is cut behind a line, else behind a word, else between two characters', () => {
    // What stood before the end of the line would be seen as an empty line at the head of the next slice.
    for (const piece of ['some words\n', 'word ']) expect(textSlices(piece.repeat(3_000)).every((slice) => slice.endsWith(piece)), piece).toBe(true);
    for (const character of ['😀', '👩‍👩‍👧', 'กี่']) expect(textSlices(character.repeat(9_000)).every((slice) => slice.length % character.length === 0), character).toBe(true);
  });

  it('has no more lines in a slice than a browser lays out in a moment', () => {
    const lines = textSlices('\n'.repeat(5_000)).map((slice) => slice.length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(600);
  });

  it('loses no letter', () => {
    for (const text of ['word www.example.com '.repeat(2_000), 'a\n\n\n'.repeat(5_000), 'x'.repeat(9_999), '😀'.repeat(9_001), `e${'\u0301'.repeat(9_001)}`]) expect(textSlices(text).join('')).toBe(text);
  });

  it('costs no more for a letter than in a short text, whatever it is made of', () => {
    for (const piece of ['x', 'word ', 'a line\n', '\n']) {
      const text = new Watched(piece.repeat(1_000_000 / piece.length));
      textSlices(text as unknown as string);
      expect(text.read, piece).toBeLessThanOrEqual(10_000_000);
    }
  });
});

/** A text that counts how much of it is handed out, and can't be searched from end to end. */
class Watched {
  read = 0;

  constructor(readonly text: string) {}

  get length(): number {
    return this.text.length;
  }

  slice(from: number, to: number): string {
    this.read += to - from;
    return this.text.slice(from, to);
  }
}
