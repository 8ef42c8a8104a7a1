import {describe, expect, it} from 'vitest';
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
