import {describe, expect, it} from 'vitest';
import {takeStyles} from '../../../src/internal/mail-styles.js';

describe('takeStyles', () => {
  it.each([
    ['<p style="color: red">a</p>', '<p data-style="color: red">a</p>'],
    ["<P\n STYLE = 'a'>x", "<P\n data-style = 'a'>x"],
    ['<p title="a style=b > c" style=x>', '<p title="a style=b > c" data-style=x>'],
    ["<p a='>'style=x/>", "<p a='>'data-style=x/>"],
    ['a < b style="x"', 'a < b style="x"'],
    ['<!-- <p style="x"> --><p style="y">', '<!-- <p style="x"> --><p data-style="y">'],
    ['<!--><p style="y">', '<!--><p data-style="y">'],
    ['<title><p style="x"></title><p style="y">', '<title><p style="x"></title><p data-style="y">'],
    ['<p class="style" data-style-x="1">', '<p class="style" data-style-x="1">'],
    ['<p style="unclosed', '<p data-style="unclosed'],
    ['<p style', '<p data-style'],
  ])('turns %j into %j', (html, taken) => {
    expect(takeStyles(html)).toEqual({html: taken, sheets: []});
  });

  it.each([
    ['a<style type="text/css">p > b { x: "</b>" }</style>b', 'ab', ['p > b { x: "</b>" }']],
    ['<STYLE>a</STYLE ><style>b', '', ['a', 'b']],
    ['<!--[if mso]><style>a</style><![endif]-->b', '<!--[if mso]><style>a</style><![endif]-->b', []],
  ])('takes the stylesheets of %j', (html, taken, sheets) => {
    expect(takeStyles(html)).toEqual({html: taken, sheets});
  });

  it('takes twice as long for twice as much, however it is written', () => {
    for (const piece of ['<a "', "<a style='", '<style>', '<!--', '<p style=x ', '< ', '<p a=b c=d style="x">', '</style', '<title>']) {
      const began = performance.now();
      takeStyles(piece.repeat(100_000));
      expect(performance.now() - began, piece).toBeLessThan(2_000);
    }
  });
});
