import {describe, expect, it} from 'vitest';
import {splitQuoted} from '../../../src/internal/quotes.js';

describe('splitQuoted', () => {
  it.each([
    ['Thanks!\n\nOn Mon, 3 Apr 2026 at 10:00, Ann <ann@a.example> wrote:\n> Old\n> older', 'Thanks!'],
    ['Thanks!\n\nOn Mon, 3 Apr 2026 at 10:00, Ann\n<ann@a.example> wrote:\n\n> Old\n\n> older\n', 'Thanks!'],
    ['Danke\n\nAm 3. April 2026 schrieb Ann:\n> Alt', 'Danke'],
    ['Merci\n\nLe 3 avril 2026 à 10:00, Ann <a@a.example> a écrit :\n> Vieux', 'Merci'],
    ['شكرًا\n\nكتب خالد:\n> قديم', 'شكرًا'],
    ['Thanks\n-- \nAnn\n\n> Old', 'Thanks\n-- \nAnn'],
    ['Thanks\n\n-----Original Message-----\nFrom: Ann\nOld', 'Thanks'],
    ['Thanks\n\nFrom: Ann <a@a.example>\nSent: Monday\nTo: us\n\nOld', 'Thanks'],
    ['Danke\n\nVon: Ann\nGesendet: Montag\nAn: uns\n\nAlt', 'Danke'],
  ])('parts %j', (text, own) => {
    const parted = splitQuoted(text);
    expect(parted.own).toBe(own);
    expect(parted.quoted).toMatch(/Old|Alt|Vieux|قديم/);
  });

  it.each([
    'Hello there',
    'She wrote:\nnothing at all',
    '> Do you?\nYes.\n> Really?\nYes.',
    '> all of it is quoted',
    'From: the beginning it was clear\nthat nothing helps',
    '3 > 2 and 2 > 1',
    '',
  ])('leaves %j whole', (text) => {
    expect(splitQuoted(text)).toEqual({own: text, quoted: undefined});
  });

  it('stays quick on a text made to be slow', () => {
    const began = process.cpuUsage();
    for (const text of ['wrote '.repeat(100_000), `x\n${'>\n'.repeat(200_000)}`, 'From: a\n'.repeat(100_000), `${' '.repeat(500_000)}:`]) splitQuoted(text);
    // Microseconds of the processor: what else the machine does is not what this is about.
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  });
});
