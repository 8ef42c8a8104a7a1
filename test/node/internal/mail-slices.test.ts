import {describe, expect, it} from 'vitest';
import {mailSlices} from '../../../src/internal/mail-slices.js';

const slices = (html: string) => [...mailSlices(html)];
const only = (html: string) => {
  const [slice, ...more] = slices(html);
  expect(more).toEqual([]);
  return slice!;
};
/** The words of all slices, without their tags. */
const words = (html: string): string => slices(html).map((slice) => slice.html.replace(/<[^>]*>/g, '')).join('');

describe('styles and handlers of a mail', () => {
  it.each([
    ['<p style="color: red">a</p>', '<p data-style="color: red">a</p>'],
    ["<P\n STYLE = 'a'>x", "<P\n data-style = 'a'>x"],
    ['<p title="a style=b > c" style=x>', '<p title="a style=b > c" data-style=x>'],
    ["<p a='>'style=x/>", "<p a='>'data-style=x/>"],
    ['a < b style="x"', 'a < b style="x"'],
    ['<!-- <p style="x"> --><p style="y">', '<p data-style="y">'],
    ['<!--><p style="y">', '<p data-style="y">'],
    ['<!-- a --!><p style="y">', '<p data-style="y">'],
    ['<title><p style="x"></title><p style="y">', '<title><p style="x"></title><p data-style="y">'],
    ['<p class="style" data-style-x="1">', '<p class="style" data-style-x="1">'],
    ['<p style="unclosed', '<p data-style="unclosed'],
    ['<p style', '<p data-style'],
    ['', ''],
  ])('are set aside: %j is parsed as %j', (html, taken) => {
    expect(only(html)).toEqual({html: taken, sheets: []});
  });

  it.each([
    ['<p onclick="x()" class=a>b', '<p  class=a>b'],
    ["<body ONLOAD = 'x > y'>b", '<body >b'],
    ['<p a=1 onclick>b', '<p a=1 >b'],
    ['<p class="onclick=x" title=on>b', '<p class="onclick=x" title=on>b'],
  ])('lose what would run on an event: %j is parsed as %j', (html, taken) => {
    expect(only(html).html).toBe(taken);
  });

  it.each([
    ['a<style type="text/css">p > b { x: "</b>" }</style>b', 'ab', ['p > b { x: "</b>" }']],
    ['<STYLE>a</STYLE ><style>b', '', ['a', 'b']],
    ['<!--[if mso]><style>a</style><![endif]-->b', 'b', []],
    ['<style type="text/css" style="display:none;"> P {a} </style><p>b', '<p>b', [' P {a} ']],
    ['<style media="print">a</style><style media=screen>b</style>c', 'c', ['@media print{a}', '@media screen{b}']],
  ])('in stylesheets are handed over: those of %j', (html, taken, sheets) => {
    expect(only(html)).toEqual({html: taken, sheets});
  });

  it('beyond measure are left out, and nothing else', () => {
    expect(only(`<style>${'a'.repeat(300_000)}</style><p>x`).sheets).toEqual([]);
    expect(only(`<title style="a">${'a'.repeat(30_000)}</title><p>x`).html).toBe('<p>x');
    expect(only('<title style="a">b</title><p>x').html).toBe('<title data-style="a">b</title><p>x');
  });
});

describe('what makes a parser slow', () => {
  it('is not seen by it: tags deeper in each other than mails have them', () => {
    const {html} = only(`${'<div>'.repeat(600)}x${'</div>'.repeat(600)}<p>y`);
    expect(html.match(/<div>/g)).toHaveLength(200);
    expect(html.match(/<\/div>/g)).toHaveLength(200);
    expect(html).toContain('x</div>');
    expect(html).toContain('<p>y');
  });

  it('is not seen by it: formats that never end', () => {
    const {html} = only(Array.from({length: 300}, (_, index) => `<b class=c${index}><p>x`).join(''));
    expect(html.match(/<b /g)).toHaveLength(12);
    expect(html.match(/x/g)).toHaveLength(300);
  });

  it('is not seen by it: hundreds of attributes', () => {
    const {html} = only(`<p ${Array.from({length: 500}, (_, index) => `a${index}=1`).join(' ')}>x`);
    expect(html).toContain('a59=1');
    expect(html).not.toContain('a60=1');
    expect(html).toContain('>x');
  });

  it.each([
    ['paragraphs that nobody closes', '<p>a<b>b</b>'],
    ['items that nobody closes', '<ul><li>a<li>b</ul>'],
    ['cells that nobody closes', '<table><tr><td><b>a<td>b<tr><th>c</table>'],
    ['line breaks', 'a<br>'],
    ['links', '<a href="x">a</a>'],
    ['terms', '<dl><dt>a<dd>b</dl>'],
  ])('is not among them: %s', (_name, piece) => {
    const {html} = only(piece.repeat(60));
    expect(html === piece.repeat(60)).toBe(true);
  });
});

describe('a very long mail', () => {
  it('comes in slices that open again what was open', () => {
    const [first, second] = slices(`<body bgcolor="red"><table width=9 style="x">${'<tr><td>cell</td></tr>'.repeat(3_000)}</table>`);
    expect(first!.html.endsWith('</tr>')).toBe(true);
    expect(second!.html.startsWith('<body bgcolor="red"><table width=9 data-style="x"><tr><td>cell')).toBe(true);
  });

  it('keeps every word of it, in order', () => {
    const numbered = Array.from({length: 20_000}, (_, index) => index).join(' ');
    expect(words(`<div><p>${numbered}</p></div>`) === numbered).toBe(true);
    expect(words(numbered.replaceAll('7 ', '7 <i>&amp;</i>')) === numbered.replaceAll('7 ', '7 &amp;')).toBe(true);
    expect(words('&amp;'.repeat(20_000)) === '&amp;'.repeat(20_000)).toBe(true);
    expect(slices('&amp;'.repeat(20_000)).every(({html}) => html.endsWith(';'))).toBe(true);
  });

  const pieces = ['<a "', "<a style='", '<style>', '<!--', '<p style=x ', '< ', '<p a=b c=d style="x">', '</style', '<title>', '<div>', '</div>', '<b><p>', '<table><tr><td>', '<ul><li>', 'x', '<p>word ', '<a href=x>y</a>', '<br>', '&amp;', '<div></b>', '<xyz:'];

  it('costs twice as much for twice as much, however it is written', () => {
    for (const piece of pieces) {
      const work = (size: number) => slices(piece.repeat(size / piece.length)).reduce((sum, {html, sheets}) => sum + html.length + sheets.join('').length + 100, 0);
      const [half, whole] = [work(200_000), work(400_000)];
      expect(whole / Math.max(half, 1_000), piece).toBeLessThanOrEqual(2.5);
    }
  });

  it('comes in slices of bounded work', () => {
    for (const piece of pieces) {
      const found = slices(piece.repeat(300_000 / piece.length));
      const most = Math.max(...found.map(({html}) => html.match(/<[a-z]/gi)?.length ?? 0));
      expect(most, piece).toBeLessThanOrEqual(1_600);
      if (piece === 'x' || piece === '<p>word ') expect(Math.max(...found.map(({html}) => html.length))).toBeLessThan(100_000);
    }
  });
});

describe('how many slices there are', () => {
  const million = (piece: string) => slices(piece.repeat(1_000_000 / piece.length)).length;

  it('does not grow with what is left out of them: it is not parsed, and what is open costs each of them', () => {
    expect(million('<table><tr><td>')).toBeLessThan(250);
  });

  it('grows slower than the mail: each costs a little in every frame that follows', () => {
    expect(million('<p>')).toBeLessThan(700);
    expect(million('<b><p>')).toBeLessThan(450);
  });
});
