import {describe, expect, it} from 'vitest';
import type {FileInput} from '../../../src/contract/index.js';
import {sortFiles} from '../../../src/elements/composer/file-limits.js';

const file = (name: string, type = 'text/plain', size = 4): File => new File(['x'.repeat(size)], name, {type});
const present = (...names: string[]): FileInput[] => names.map((name) => ({name, mime: 'text/plain', blob: new Blob()}));
const names = ({taken}: ReturnType<typeof sortFiles>) => taken.map(({name}) => name);

describe('files that are given to a composer', () => {
  it('are all taken where there are no limits', () => {
    const sorted = sortFiles({files: [file('a.txt'), file('b.bin', '')]}, [], {});
    expect(sorted.taken.map(({name, mime}) => `${name} ${mime}`)).toEqual(['a.txt text/plain', 'b.bin application/octet-stream']);
    expect(sorted.refused).toEqual([]);
  });

  it('are refused one by one when too large, and the rest stays', () => {
    const sorted = sortFiles({files: [file('small', '', 5), file('large', '', 6), file('tiny', '', 1)]}, [], {maxBytes: 5});
    expect(names(sorted)).toEqual(['small', 'tiny']);
    expect(sorted.refused).toEqual([{name: 'large', why: 'tooLarge'}]);
  });

  it('are counted together with those that are there', () => {
    const sorted = sortFiles({files: [file('b'), file('c'), file('d')]}, present('a'), {maxCount: 3});
    expect(names(sorted)).toEqual(['b', 'c']);
    expect(sorted.refused).toEqual([{name: 'd', why: 'tooMany'}]);
  });

  it('that are refused take nobody’s place', () => {
    expect(names(sortFiles({files: [file('large', '', 9), file('b')]}, [], {maxBytes: 5, maxCount: 1}))).toEqual(['b']);
  });

  it.each([
    ['photo.png', 'image/png', ['image/*'], true],
    ['photo.png', 'image/png', ['image/jpeg', 'image/png'], true],
    ['Report.PDF', '', ['.pdf'], true],
    ['report.pdf.exe', 'application/x-msdownload', ['.pdf', 'application/pdf'], false],
    ['song.mp3', 'audio/mpeg', ['image/*'], false],
    ['anything', '', ['*/*'], true],
    ['anything', '', [], true],
  ])('of the kind %s %s are measured by accept %s: %s', (name, type, accept, fits) => {
    expect(names(sortFiles({files: [file(name, type)]}, [], {accept}))).toEqual(fits ? [name] : []);
  });

  it('keep their names apart', () => {
    expect(names(sortFiles({files: [file('image.png'), file('image.png'), file('notes')]}, present('image.png', 'notes'), {}))).toEqual([
      'image (2).png', 'image (3).png', 'notes (2)',
    ]);
  });

  it('are no folders', () => {
    expect(sortFiles({files: [], folders: ['Holiday']}, [], {}).refused).toEqual([{name: 'Holiday', why: 'folder'}]);
  });
});
