import {describe, expect, it} from 'vitest';
import {loadLocale} from '../../../src/i18n/load-locale.js';
import {englishFor} from '../../../src/i18n/locale.js';
import {en} from '../../../src/i18n/locales/en.js';

describe('English', () => {
  it('is complete as a locale of its own', () => {
    expect(en.toast.undo).toBe('Undo');
    expect(en.list.active).toBe('Active');
  });

  it('says with its first file what a first look needs, and no more', () => {
    const {messages} = englishFor(['en-GB']);
    expect(messages.list).toBe(en.list);
    expect(messages.toast).toBeUndefined();
  });
});

describe('loadLocale', () => {
  it('takes the region that is asked for, else the one that the browser names', async () => {
    const tags = await Promise.all([loadLocale('ar-MA', ['ar-EG']), loadLocale('ar', ['en-GB', 'ar-EG']), loadLocale('ar', []), loadLocale('en', ['ar', 'en-GB'])]);
    expect(tags.map(({tag}) => tag)).toEqual(['ar-MA', 'ar-EG', 'ar', 'en-GB']);
  });

  it('speaks a language all the same where its tag is not well formed', async () => {
    const {tag, messages} = await loadLocale('ar-no such region', []);
    expect([tag, messages.composer.send]).toEqual(['ar', 'إرسال']);
  });
});
