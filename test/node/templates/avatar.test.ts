import {describe, expect, it} from 'vitest';
import {initialsOf} from '../../../src/templates/avatar.js';
import {tagHue} from '../../../src/templates/tag.js';

describe('initialsOf', () => {
  it.each([
    ['Lena Brandt', 'LB'],
    ['María del Carmen Ruiz', 'MR'],
    ['田中 由紀', '田由'],
    ['خالد المنصوري', 'خم'],
    ['@trail.hund', 'TH'],
    ['+49 151 0175 223', '42'],
    ['Élodie', 'É'],
    ['🎈', ''],
    ['', ''],
  ])('takes the first letters of %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('tagHue', () => {
  it('is the same for a tag wherever it is shown, and one of six', () => {
    const ids = Array.from({length: 200}, (_, index) => `tag-${index}`);
    expect(ids.map(tagHue)).toEqual(ids.map(tagHue));
    expect(new Set(ids.map(tagHue))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});
