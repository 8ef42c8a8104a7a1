import {describe, expect, it} from 'vitest';
import {imageVerdict, safeDownload, safeLink} from '../../../src/internal/url-policy.js';

describe('safeLink', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    ['mailto:ann@example.com', 'mailto:ann@example.com'],
    ['tel:+4930123', 'tel:+4930123'],
    ['HTTPS://EXAMPLE.com/Ä', 'https://example.com/%C3%84'],
  ])('lets a reader follow %s', (address, href) => {
    expect(safeLink(address)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'ftp://example.com',
    '/relative',
    '//example.com/x',
    'example.com',
    '',
    'https://',
    'https:logout',
    'http:/logout',
    'ht\ntp:logout',
    undefined,
  ])('makes no link of %j', (address) => {
    expect(safeLink(address)).toBeUndefined();
  });
});

describe('safeDownload', () => {
  it.each(['https://example.com/a.pdf', 'data:application/pdf;base64,AA==', 'blob:https://example.com/1'])('offers %s', (address) => {
    expect(safeDownload(address)).toBe(address);
  });

  it.each(['javascript:alert(1)', 'mailto:ann@example.com', 'a.pdf', undefined])('does not offer %j', (address) => {
    expect(safeDownload(address)).toBeUndefined();
  });
});

describe('imageVerdict', () => {
  it('shows what travels with the page', () => {
    expect(imageVerdict('data:image/png;base64,AA==')).toBe('show');
    expect(imageVerdict('blob:https://example.com/1')).toBe('show');
  });

  it('asks before it fetches from a stranger', () => {
    expect(imageVerdict('https://tracker.example/pixel.gif')).toBe('ask');
    expect(imageVerdict('http://tracker.example/pixel.gif', ['https://tracker.example'])).toBe('ask');
  });

  it('fetches nothing from an address that a page would read as one of its own', () => {
    expect(imageVerdict('https:files.example/a.png', ['https://files.example'])).toBe('refuse');
    expect(imageVerdict('http:/logout')).toBe('refuse');
    expect(imageVerdict('https:\\\\files.example\\a.png', ['https://files.example'])).toBe('show');
  });

  it('shows what comes from a trusted origin', () => {
    expect(imageVerdict('https://files.example/a.png', ['https://files.example'])).toBe('show');
  });

  it.each(['data:text/html,<b>', 'javascript:alert(1)', 'file:///a.png', 'a.png', '//x.example/a.png', '', undefined])(
    'refuses %j',
    (address) => {
      expect(imageVerdict(address)).toBe('refuse');
    },
  );
});
