import {describe, expect, it} from 'vitest';
import {isolate, isolateTurning, unturned} from '../../../src/i18n/isolate.js';

const controls = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];

describe('names in sentences', () => {
  it.each(controls)('lose the character %j, which would turn the rest or end the isolation', (control) => {
    expect(unturned(`a${control}b`)).toBe('ab');
    expect(isolate(`a${control}b`)).toBe('\u2068ab\u2069');
    expect(isolateTurning(`invoice${control}fdp.exe`)).toBe('\u2068invoicefdp.exe\u2069');
  });

  it('keep the marks that only help their neighbours', () => {
    expect(unturned('a\u200eb\u200fc\u061c')).toBe('a\u200eb\u200fc\u061c');
  });

  it('stay as they are in English where nothing in them turns', () => {
    expect(isolateTurning('Lena Brandt')).toBe('Lena Brandt');
    expect(isolateTurning('خالد')).toBe('\u2068خالد\u2069');
  });
});
