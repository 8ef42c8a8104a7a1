import {describe, expect, it} from 'vitest';
import {attributeDate} from '../../../src/i18n/attribute-date.js';

describe('a date among the attributes', () => {
  it('is said in the words of the language, with its year', () => {
    expect(attributeDate('2026-03-26', 'en-GB')).toBe('26 Mar 2026');
    expect(attributeDate('2021-05-14T10:00:00Z', 'en-GB')).toBe('14 May 2021');
    expect(attributeDate(Date.parse('2021-05-14T10:00:00Z'), 'en-GB')).toBe('14 May 2021');
  });

  it('is the same day in every time zone when it has no time', () => {
    const {TZ} = process.env;
    try {
      for (const zone of ['America/Los_Angeles', 'Asia/Tokyo']) {
        process.env['TZ'] = zone;
        expect(attributeDate('2026-03-26', 'en-GB'), zone).toBe('26 Mar 2026');
      }
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  });

  it('stays as it is when it is none', () => expect(attributeDate('soon', 'en')).toBe('soon'));
});
