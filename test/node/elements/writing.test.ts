import {describe, expect, it} from 'vitest';
import {findEmoji} from '../../../src/elements/composer/emoji.js';
import {withMark, type Mark} from '../../../src/elements/composer/formatting.js';
import {toned} from '../../../src/elements/composer/skin-tone.js';
import {triggerAt, type Sign} from '../../../src/elements/composer/trigger.js';

const all = new Set<Sign>(['/', '@', ':']);
const at = (text: string, signs: ReadonlySet<Sign> = all) => {
  const found = triggerAt(text, text.length, signs);
  return found && `${found.sign}${found.query}`;
};

describe('a sign at the caret', () => {
  it.each([
    ['/', '/'],
    ['Hello /re', '/re'],
    ['one\n/re', '/re'],
    ['(/re', '/re'],
    ['@', '@'],
    ['Ask @cl', '@cl'],
    ['Ask @Claire Du', '@Claire Du'],
    ['اسأل، @خا', '@خا'],
    ['请问@王', '@王'],
    ['Done :tad', ':tad'],
  ])('of %j opens the list for %j', (text, expected) => expect(at(text)).toBe(expected));

  it.each(['and/or', 'http://', '1/2', '/usr/bin', 'a@b.example', '@Claire Dubois said', '10:30', ':)', 'Note: a', ':t', ': tada', ''])(
    'of %j opens nothing',
    (text) => expect(at(text)).toBeUndefined(),
  );

  it('opens only what is offered', () => expect(at('/re', new Set<Sign>(['@']))).toBeUndefined());

  it('counts from the start of the text', () => expect(triggerAt(`${'x'.repeat(500)} /re and more`, 504, all)).toEqual({sign: '/', query: 're', start: 501, end: 504}));
});

describe('a mark', () => {
  /** '[…]' stands for what is selected. */
  function marked(mark: Mark, text: string): string {
    const from = text.indexOf('[');
    const to = text.indexOf(']') - 1;
    const value = text.replace('[', '').replace(']', '');
    const change = withMark(mark, value, from, to);
    const after = value.slice(0, change.from) + change.text + value.slice(change.to);
    const [start, end] = change.select;
    return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`;
  }

  it.each<[Mark, string, string]>([
    ['bold', 'a [b] c', 'a **[b]** c'],
    ['bold', 'a **[b]** c', 'a [b] c'],
    ['bold', 'a [**b**] c', 'a [b] c'],
    ['bold', 'a[ b ]c', 'a **[b]** c'],
    ['italic', '[]', '_[]_'],
    ['code', 'run [npm]', 'run `[npm]`'],
    ['strike', '[no]', '~~[no]~~'],
    ['bullets', 'a\n[b\nc]', 'a\n[- b\n- c]'],
    ['bullets', '[- b\n- c]', '[b\nc]'],
    ['numbers', '[b\nc]', '[1. b\n2. c]'],
    ['quote', 'a[]', '> a[]'],
  ])('%s of %j gives %j', (mark, before, after) => expect(marked(mark, before)).toBe(after));

  it('of a link makes words its text and an address its goal', () => {
    expect(withMark('link', 'see here', 4, 8)).toEqual({from: 4, to: 8, text: '[here](https://)', select: [11, 19]});
    expect(withMark('link', 'https://a.example', 0, 17)).toMatchObject({text: '[](https://a.example)', select: [1, 1]});
  });
});

describe('emoji', () => {
  it('are found by the start of a name, by words of it, by what people type between colons', () => {
    expect(findEmoji('red hea')[0]?.emoji).toBe('❤️');
    expect(findEmoji('thumbsup')[0]?.emoji).toBe('👍️');
    expect(findEmoji('tada')[0]?.emoji).toBe('🎉');
    expect(findEmoji('joy').map(({emoji}) => emoji)).toContain('😂');
    expect(findEmoji('', 5)).toEqual([]);
    expect(findEmoji('zzzz')).toEqual([]);
  });
});

describe('an emoji in a skin tone', () => {
  const dark = '\u{1F3FF}';
  it.each([
    ['👋', '👋🏿'],
    ['☝️', '☝🏿'],
    ['👩‍🚒', '👩🏿‍🚒'],
    ['🕵️‍♂️', '🕵🏿‍♂️'],
  ])('is %s as %s', (plain, expected) => expect(toned(plain, dark)).toBe(expected));

  it.each(['🎉', '👨‍👩‍👧', '❤️', '🇳🇴', '1️⃣'])('is %s as it is: nobody, or several people', (plain) => expect(toned(plain, dark)).toBe(plain));

  it('is as it is where none was chosen', () => expect(toned('👋', '')).toBe('👋'));
});
