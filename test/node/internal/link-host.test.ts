import {describe, expect, it} from 'vitest';
import {hiddenHost} from '../../../src/internal/link-host.js';

describe('hiddenHost', () => {
  it.each([
    ['Our shop', 'https://shop.example/a'],
    ['shop.example', 'https://shop.example/'],
    ['www.shop.example', 'https://shop.example/a?b'],
    ['https://shop.example/sale', 'https://news.shop.example/r/1'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['日本語.jp', 'https://xn--wgv71a119e.jp/'],
    ['почта.рф', 'https://xn--80a1acny.xn--p1ai/'],
    ['ann@shop.example', 'mailto:ann@shop.example'],
    ['1.2.3.4.', 'https://shop.example/'],
    ['e.g. this', 'https://shop.example/'],
    ['See https://shop.example/sale, today', 'https://shop.example/'],
    ['Our shop (www.shop.example)', 'https://shop.example/'],
    ['https://shop.example: our shop', 'https://shop.example/'],
  ])('trusts %j for %s', (text, href) => {
    expect(hiddenHost([text], href)).toBeUndefined();
  });

  it.each([
    ['https://bank.example', 'https://evil.example/bank.example', 'evil.example'],
    ['bank.example/login', 'http://evil.example:8080/', 'evil.example:8080'],
    ['www.bank.example', 'https://bank.example.evil.example/', 'bank.example.evil.example'],
    ['аррӏе.com', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
    ['http://paypаl.com', 'http://xn--paypl-7ve.com/', 'xn--paypl-7ve.com'],
    ['Log in at https://bank.example/login.', 'https://evil.example/', 'evil.example'],
    ['Your bank, www.bank.example', 'https://evil.example/', 'evil.example'],
    ['https://evil.example or https://bank.example', 'https://evil.example/', 'evil.example'],
    ['Log in', 'https://bank.example@evil.example/', 'evil.example'],
    ['https://bank.example∕login.evil.example', 'https://evil.example/', 'evil.example'],
  ])('tells of %j that it leads to %s', (text, href, host) => {
    expect(hiddenHost([text], href)).toBe(host);
  });
});
