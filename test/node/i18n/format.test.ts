import {describe, expect, it} from 'vitest';
import {formatBytes} from '../../../src/i18n/format-sizes.js';
import {Format} from '../../../src/i18n/format.js';
import {createLocale, englishFor} from '../../../src/i18n/locale.js';
import {en} from '../../../src/i18n/locales/en.js';

const now = Date.parse('2026-03-24T14:30:00Z');
const british = new Format('en-GB', en.time, 'UTC');
const american = new Format('en-US', en.time, 'UTC');

describe('Format', () => {
  it.each([
    ['2026-03-24T09:05:00Z', '09:05'],
    ['2026-03-23T23:59:00Z', 'Mon'],
    ['2026-03-18T10:00:00Z', 'Wed'],
    ['2026-03-17T10:00:00Z', '17 Mar'],
    ['2025-03-17T10:00:00Z', '17 Mar 2025'],
  ])('writes %s as short as a row allows', (moment, text) => {
    expect(british.short(moment, now)).toBe(text);
  });

  it('counts days by the calendar of its time zone, not by 24 hours', () => {
    const auckland = new Format('en-GB', en.time, 'Pacific/Auckland');
    expect(auckland.day('2026-03-24T10:00:00Z', now)).toBe('Yesterday');
    expect(british.day('2026-03-24T10:00:00Z', now)).toBe('Today');
  });

  it('leaves out a leading zero where the half of the day is told', () => {
    expect(american.time('2026-03-24T09:05:00Z').replace(/\s/gu, ' ')).toBe('9:05 AM');
  });

  it.each([
    [20_000, 'now'],
    [12 * 60_000, '12 min'],
    [134 * 60_000, '2 h 14 min'],
    [120 * 60_000, '2 h'],
    [3 * 86_400_000, '3 d'],
    [-5, 'now'],
  ])('writes %d ms as a duration', (ms, text) => {
    expect(british.duration(ms)).toBe(text);
  });

  it('counts down in seconds, rounded up, and never below zero', () => {
    expect([british.countdown(7001), british.countdown(-50), british.countdown(60_000)]).toEqual(['8 s', '0 s', '1 min']);
  });

  it('names the day of a moment to come', () => {
    expect(british.until('2026-03-24T18:00:00Z', now)).toBe('18:00');
    expect(british.until('2026-03-26T09:00:00Z', now)).toMatch(/^Thu,? 09:00$/);
  });

  it('writes bytes in steps of a thousand', () => {
    expect([formatBytes('en-GB', 340_000), formatBytes('en-GB', 1_250_000)]).toEqual(['340 kB', '1.3 MB']);
  });

  it('keeps names of the other direction in their order, and leaves others as they are', () => {
    expect(british.list(['Ann', 'Ben'])).toBe('Ann and Ben');
    expect(british.list(['أمل', 'Ben'])).toBe('\u2068أمل\u2069 and Ben');
  });

  it('gives nothing for a moment that cannot be read', () => {
    expect(british.time('soon')).toBe('');
  });
});

describe('createLocale', () => {
  it('writes Arabic from right to left', () => {
    expect([createLocale('ar-EG', en).dir, createLocale('en', en).dir]).toEqual(['rtl', 'ltr']);
  });

  it('takes the English that the browser names first, and plain English where it names none', () => {
    expect(englishFor(['de-AT', 'en-GB', 'en-US']).tag).toBe('en-GB');
    expect(englishFor(['de-AT', 'not a tag']).tag).toBe('en');
  });
});
