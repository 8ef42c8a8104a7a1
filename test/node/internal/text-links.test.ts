import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {findLinks} from '../../../src/internal/text-links.js';

const found = (text: string) => findLinks(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));
const words = (text: string): readonly string[] => found(text).map((link) => link.text);

describe('links in a text', () => {
  it.each([
    ['https://shop.example/a?b=c#d.', ['https://shop.example/a?b=c#d']],
    ['(see https://shop.example/a_(b))', ['https://shop.example/a_(b)']],
    ['"https://shop.example/x", said Ann', ['https://shop.example/x']],
    ['www.shop.com/sale!', ['www.shop.com/sale']],
    ['shop.com', ['shop.com']],
    ['Ann <ann@shop.com>; ben@shop.com', ['ann@shop.com', 'ben@shop.com']],
    ['mailto:ann@shop.com', ['mailto:ann@shop.com']],
    ['https://bücher.example/ü', ['https://bücher.example/ü']],
    ['https://例え.jp/パス', ['https://例え.jp/パス']],
    ['http://127.0.0.1:8080/x', ['http://127.0.0.1:8080/x']],
    ['https://a.example/,https://b.example/', ['https://a.example/,https://b.example/']],
  ])('are found in %j', (text, links) => {
    expect(words(text)).toEqual(links);
  });

  it.each([
    'javascript:alert(1)', 'JavaScript://shop.example/%0aalert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'ftp://shop.example/a', 'blob:https://shop.example/1',
    'version 1.2.3', 'e.g. this', 'a@b', 'main.ts', 'Hello.World', '12.50', 'localhost', '@ann', '#tag',
  ])('are none of what must not or need not be one: %j', (text) => {
    expect(found(text).map(({href}) => href).filter((href) => !/^(?:https?|mailto|tel):/.test(href))).toEqual([]);
    if (!/shop\.example/.test(text)) expect(words(text)).toEqual([]);
  });

  it('say where they lead when their letters can be mistaken', () => {
    expect(found('https://аррӏе.com')[0]?.host).toBe('xn--80ak6aa92e.com');
    expect(found('https://bank.com@evil.com/')[0]?.host).toBe('evil.com');
    expect(found('https://shop.example/a')[0]?.host).toBeUndefined();
  });

  it('lose no letter of the text', () => {
    for (const text of ['a https://shop.example b', 'http://a/('.repeat(400), 'x@y.com'.repeat(3_000)])
      expect(findLinks(text).map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('') === text).toBe(true);
  });
});

const data = process.env['LOOP_TEST_DATA'];
const links = data === undefined ? undefined : join(data, 'links');
const isThere = links !== undefined && existsSync(links);
if (!isThere) console.log('not run: collections of links (LOOP_TEST_DATA is not set)');

/** 'text' and below it what is to be found, blocks parted by an empty line; behind ' % ' is a remark. */
function blocks(file: string): readonly (readonly [text: string, link: string])[] {
  const lines = readFileSync(join(links ?? '', file), 'utf8').split('\n').filter((line) => !line.startsWith('%'));
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const [text = '', link] = block.split('\n').map((line) => line.replace(/\s+%\s.*$/, '').trim()).filter(Boolean);
      return text ? [[text, link ?? text] as const] : [];
    });
}

describe.runIf(isThere)('collections of links', () => {
  it('of one tool are found as they are there, but for schemes that lead nowhere here', () => {
    const all = blocks('linkify-it-links.txt').filter(([, link]) => !/^(?:ftp|git|\/\/)/i.test(link));
    const missed = all.filter(([text, link]) => !words(text).includes(link));
    console.log(`S5       ${all.length - missed.length} of ${all.length} links of the first collection found as they are there   [at least 97 %]`);
    expect(all.length).toBeGreaterThan(60);
    expect(missed.length / all.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.03);
  });

  it('of what is none are none', () => {
    const lines = readFileSync(join(links ?? '', 'linkify-it-not_links.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('%'));
    const wrong = lines.map((line) => line.replace(/\s+%\s.*$/, '').trim()).filter((line) => line && words(line).length > 0);
    expect(lines.length).toBeGreaterThan(10);
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(1);
  });

  it('of another tool lead nowhere but to the web and to mail', () => {
    const text = readFileSync(join(links ?? '', 'twitter-text-extract.yml'), 'utf8') + readFileSync(join(links ?? '', 'twitter-text-autolink.yml'), 'utf8');
    const all = text.split('\n').flatMap((line) => found(line));
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({href}) => !/^(?:https?|mailto|tel):/.test(href))).toEqual([]);
  });

  it('with addresses that run script lead nowhere', () => {
    const all = JSON.parse(readFileSync(join(data ?? '', 'xss-payloads.json'), 'utf8')) as readonly {readonly kind: string; readonly payload: string}[];
    const urls = all.filter(({kind}) => kind === 'url');
    const active = urls.flatMap(({payload}) => found(payload)).filter(({href}) => !/^(?:https?|mailto|tel):/.test(href));
    console.log(`S5       ${active.length} active links outside http, https, mailto and tel of ${urls.length} addresses   [0]`);
    expect(active).toEqual([]);
    expect(urls.length).toBeGreaterThan(100);
  });
});
