import {expect} from '@open-wc/testing';
import {mail as withLook} from '../../../src/elements/message/mail.js';
import {MarkdownSheet} from '../../../src/internal/markdown-sheet.js';
import {richText} from '../../../src/internal/rich-text.js';
import type {SanitizeOptions} from '../../../src/internal/sanitize-html.js';
import {emptyPng} from '../../support/empty-png.js';
import {until} from '../../support/until.js';

const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
const boxes: HTMLElement[] = [];

/** A mail as it stands in a page 600 px wide. */
function mail(html: string, options: SanitizeOptions = {remote: 'block'}) {
  const sheet = withLook(html, richText, options, 'Show it');
  const box = document.createElement('div');
  box.style.cssText = 'inline-size: 600px; color: rgb(1 2 3); --secret: lime';
  sheet.element.style.cssText = 'container-type: inline-size; contain: paint; overflow: auto hidden';
  box.append(sheet.element);
  document.body.append(box);
  boxes.push(box);
  const body = sheet.element.shadowRoot!.querySelector('body')!;
  const find = (selector: string) => body.querySelector<HTMLElement>(selector)!;
  return {sheet, element: sheet.element, quotedLines: sheet.quotedLines, body, find, look: (selector: string) => getComputedStyle(find(selector))};
}

/** Notes which pictures are asked for from now on. */
function askedFor(): () => readonly string[] {
  const asked: string[] = [];
  const {prototype} = HTMLImageElement;
  const source = Object.getOwnPropertyDescriptor(prototype, 'src')!;
  const set = (address: string) => void asked.push(address);
  Object.defineProperty(prototype, 'src', {...source, set});
  restore = () => Object.defineProperty(prototype, 'src', source);
  return () => asked;
}

let restore: (() => void) | undefined;
afterEach(() => {
  restore?.();
  boxes.splice(0).forEach((box) => box.remove());
});

describe('pictures that are left out', () => {
  it('are their words, as wide and high as those, with the look that they had', () => {
    const {body, find, look} = mail(
      '<style>.logo { color: red; height: 300px }</style><p>a <img class="logo" src="https://a.example/1.gif" alt="Our logo" width="500" height="200" style="display: block; min-height: 90px; font-weight: bold"> b</p><img src="https://a.example/2.gif" alt=""><img src="https://a.example/3.gif" width="9" height="900">',
    );
    expect(body.innerText.trim().split(/\s*\n\s*/)).to.deep.equal(['a', 'Our logo', 'b']);
    expect([look('.logo').color, look('.logo').fontWeight, look('.logo').display]).to.deep.equal(['rgb(255, 0, 0)', '700', 'block']);
    expect(find('.logo').offsetHeight).to.be.lessThan(60);
    expect(body.offsetHeight).to.be.lessThan(200);
  });

  it('are their words in Markdown too', () => {
    const {element} = new MarkdownSheet('a ![Our logo](https://a.example/1.gif) b', (slice) => richText.markdown(slice, {remote: 'block'}));
    expect(element.innerHTML.trim()).to.equal('<p>a <span data-left-out="">Our logo</span> b</p>');
  });

  it('are themselves once they are allowed', () => {
    const {find} = mail(`<img src="${picture}" alt="Our logo">`);
    expect(find('img').getAttribute('alt')).to.equal('Our logo');
  });
});

describe('a mail’s look', () => {
  it('is kept where it is inline', () => {
    const {look} = mail('<p style="color: #c00; font: bold 20px/30px Georgia; padding: 4px 8px; text-align: right">Hi</p>');
    expect(look('p').color).to.equal('rgb(204, 0, 0)');
    expect([look('p').fontSize, look('p').lineHeight, look('p').fontWeight, look('p').paddingInlineStart, look('p').textAlign]).to.deep.equal(['20px', '30px', '700', '8px', 'right']);
  });

  it('is kept where it is in a stylesheet in its head, also for its body', () => {
    const {look, body} = mail('<html><head><style><!-- body { background: #eee } .a > b, #c { color: red } --></style></head><body><p class="a"><b>x</b></p><i id="c">y</i></body></html>');
    expect(getComputedStyle(body).backgroundColor).to.equal('rgb(238, 238, 238)');
    expect([look('b').color, look('#c').color]).to.deep.equal(['rgb(255, 0, 0)', 'rgb(255, 0, 0)']);
  });

  it('is kept where it is said by attributes', () => {
    const {look, find} = mail('<body bgcolor="#112233"><table bgcolor="yellow" width="200" cellpadding="7" align="center"><tr><td><font color="green" size="5">x</font></td></tr></table></body>');
    expect(look('table').backgroundColor).to.equal('rgb(255, 255, 0)');
    expect([find('table').offsetWidth, look('td').paddingLeft, look('font').color, look('font').fontSize]).to.deep.equal([200, '7px', 'rgb(0, 128, 0)', '24px']);
  });

  it('is kept where its body says the colour of its links, which colours no other', () => {
    const ours = document.createElement('a');
    ours.href = 'https://a.example';
    document.body.append(ours);
    const before = getComputedStyle(ours).color;
    const {look} = mail('<style>.b { color: green }</style><body link="FF4500" bgcolor="white"><a href="https://a.example">x</a><a class="b" href="https://a.example">y</a></body>');
    expect([look('a').color, look('.b').color]).to.deep.equal(['rgb(255, 69, 0)', 'rgb(0, 128, 0)']);
    expect(getComputedStyle(ours).color).to.equal(before);
    ours.remove();
  });

  it('is kept where a browser knows it by its parts', () => {
    const {look} = mail('<table style="border-spacing: 7px"><tr><td style="vertical-align: top">x</td></tr></table><style>u { vertical-align: middle } table { border-spacing: 3px }</style><u>y</u><table></table>');
    expect([look('table').borderSpacing, look('table:last-child').borderSpacing, look('td').verticalAlign, look('u').verticalAlign]).to.deep.equal(['7px', '3px', 'top', 'middle']);
  });

  it('is kept where a rule of no weight says it', () => {
    const {look} = mail('<style>code { font-size: 20px } p { margin: 3px } * { vertical-align: top }</style><p>a <code>b</code></p>');
    expect([look('code').fontSize, look('p').marginTop, look('code').verticalAlign]).to.deep.equal(['20px', '3px', 'top']);
    expect(mail('<h1 style="font-size: 30px"><code>a</code></h1>').look('code').fontSize).to.equal('30px');
  });

  it('is as wide as its box where it would be as wide as its window', () => {
    const {look} = mail('<style>.a { font-size: clamp(10px, 5vw, 96px) }</style><p class="a">x</p><div style="width: 100vw">y</div><p style="font-size: 5vmin">z</p>');
    expect([look('.a').fontSize, look('div').width, look('p:last-child').fontSize]).to.deep.equal(['30px', '600px', `${Math.min(600, innerHeight) / 20}px`]);
  });

  it('is read over each other by no two lines, whatever the page says of them', () => {
    const {element, body} = mail('<font size="6">a<br>b</font>');
    element.style.lineHeight = '20px';
    expect(body.offsetHeight).to.be.greaterThan(2 * 32);
  });

  it('has a ground for light words where the picture behind them is not shown', () => {
    const behind = 'background="https://a.example/1.png"';
    const {look} = mail(
      `<table id="a" ${behind}><tr><td style="color: #fff">x</td></tr></table><div id="b" style="background: #123 url(https://a.example/1.png) center; color: white">x</div><div id="c" style="background-image: url(https://a.example/1.png); color: #333">x</div>` +
        `<table id="d" ${behind}><tr><td style="color: #fff; background: navy">x</td></tr></table>`,
    );
    expect(['#a', '#b', '#c', '#d'].map((each) => look(each).backgroundColor)).to.deep.equal(['rgb(89, 89, 89)', 'rgb(17, 34, 51)', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  });

  it('has it where stylesheets say of them, too', () => {
    const behind = 'background: url(https://a.example/1.png) center / cover';
    const {look} = mail(
      `<style>#a { ${behind} } #a h1, #b, #d, #e p { color: #fff } #b { ${behind} } #c { ${behind}; color: #222 } .e { ${behind} } .navy { background: navy } @media (max-width: 100px) { #f { ${behind}; color: white } }</style>` +
        '<div id="a"><h1>x</h1></div><div id="b">x</div><div id="c">x</div><div id="d">x</div><div id="e" class="e"><p class="navy">x</p></div><div id="f">x</div>',
    );
    expect(['#a', '#b', '#c', '#d', '#e', '#f'].filter((each) => look(each).backgroundColor === 'rgb(89, 89, 89)')).to.deep.equal(['#a', '#b']);
    expect(getComputedStyle(mail(`<style>body { ${behind}; color: white }</style><p>x</p>`).body).backgroundColor).to.equal('rgb(89, 89, 89)');
  });

  it('goes on where a stylesheet before it was not ended', () => {
    const {look} = mail('<style>p { color: red } /* b { color: red }</style><style>i { color: lime }</style><style>@media print { u { color: red }</style><style>u { color: blue }</style><p>p</p><i>i</i><u>u</u>');
    expect(['p', 'i', 'u'].map((each) => look(each).color)).to.deep.equal(['rgb(255, 0, 0)', 'rgb(0, 255, 0)', 'rgb(0, 0, 255)']);
  });

  it('answers for the width of its box when it asks for that of its window', () => {
    const sheet = '<style>@media only screen and (max-width: 620px) { p { color: red } } @media (max-width: 400px) { p { color: blue } }</style>';
    expect(mail(`${sheet}<p>x</p>`).look('p').color).to.equal('rgb(255, 0, 0)');
  });

  it('answers in the letters of a page of its own when it asks in those', () => {
    const {look, element} = mail('<style>@media (max-width: 38em) { p { color: red } } @media (max-width: 37em) { b { color: red } } @media (min-width: 37rem) { i { color: red } } @media (30rem <= width <= 38rem) { u { color: red } }</style><p>a</p><b>b</b><i>c</i><u>d</u>');
    element.style.fontSize = '10px';
    expect(['p', 'b', 'i', 'u'].map((each) => look(each).color)).to.deep.equal(['rgb(255, 0, 0)', 'rgb(1, 2, 3)', 'rgb(255, 0, 0)', 'rgb(255, 0, 0)']);
  });

  it('answers what else it asks of its window as a browser would on light paper', () => {
    const asked = ['screen', 'not print', '(width >= 200px)', '(200px <= width <= 900px)', '(prefers-color-scheme: light)', '(min-resolution: 0.1dppx)', 'screen and (min-color: 1)'];
    for (const media of asked) expect(mail(`<style>@media ${media} { p { color: red } }</style><p>x</p>`).look('p').color, media).to.equal('rgb(255, 0, 0)');
    for (const media of ['print', 'not screen', '(width > 900px)', '(prefers-color-scheme: dark)', '(height > 1px)', '(min-resolution: 99dppx)'])
      expect(mail(`<style>@media ${media} { p { color: red } }</style><p>x</p>`).look('p').color, media).to.equal('rgb(1, 2, 3)');
  });

  it('is kept where it has names for its colours and sizes', () => {
    const {look} = mail(
      '<style>:root { --ink: #17324d; --size: 18px; --same: var(--ink) } p { color: var(--same); font-size: calc(var(--size) * 1.5); background: var(--none, #fdf3e7); border: 2px solid var(--ink); padding: var(--size) }</style><p>x</p><div style="--c: purple; color: var(--c)">y</div>',
    );
    expect([look('p').color, look('p').fontSize, look('p').backgroundColor, look('p').borderTopColor, look('p').paddingTop, look('div').color]).to.deep.equal([
      'rgb(23, 50, 77)', '27px', 'rgb(253, 243, 231)', 'rgb(23, 50, 77)', '18px', 'rgb(128, 0, 128)',
    ]);
  });

  it('is kept where its sizes are parts of the size at its root, whatever that of the page is', () => {
    document.documentElement.style.fontSize = '10px';
    const {look} = mail('<p style="font-size: 1.25rem; padding-top: calc(1rem + 4px)">x</p>');
    expect([look('p').fontSize, look('p').paddingTop]).to.deep.equal(['20px', '20px']);
    const small = mail('<style>html { font-size: 62.5% } p { font-size: 3rem }</style><p>x</p><b>y</b>');
    expect([small.look('p').fontSize, small.look('b').fontSize]).to.deep.equal(['30px', '10px']);
    document.documentElement.style.fontSize = '';
  });

  it('is kept where rules stand in rules or in a layer', () => {
    const {look} = mail('<style>.a { color: red; & b { color: green } i { color: blue } font-weight: 700 } @layer x { u { color: red } }</style><p class="a">x <b>y</b> <i>z</i></p><u>u</u>');
    expect([look('p').color, look('p').fontWeight, look('b').color, look('i').color, look('u').color]).to.deep.equal(['rgb(255, 0, 0)', '700', 'rgb(0, 128, 0)', 'rgb(0, 0, 255)', 'rgb(255, 0, 0)']);
  });

  it('is kept where a rule speaks of more than what is shown here', () => {
    const {look} = mail('<style>a:hover, b, i::before, u:is(.a, :not(.b)), p[title=","] { color: red }</style><b>x</b><u>y</u><p title=",">z</p><i>i</i>');
    expect([look('b').color, look('u').color, look('p').color, look('i').color]).to.deep.equal(['rgb(255, 0, 0)', 'rgb(255, 0, 0)', 'rgb(255, 0, 0)', 'rgb(1, 2, 3)']);
  });

  it('is kept where it is that of an element that may not stay', () => {
    const {body, look} = mail('<at id="a" style="color: red">@Ann</at> <x-y id="b" style="color: red">y</x-y> <fieldset id="c" style="color: red"><button id="d" style="font-size: 20px" onclick="x()">z</button></fieldset><loop-inbox id="e">i</loop-inbox>');
    expect(['#a', '#b', '#c', '#d'].map((each) => look(each).color)).to.deep.equal(Array(4).fill('rgb(255, 0, 0)'));
    expect(look('#d').fontSize).to.equal('20px');
    expect(body.querySelector('at, x-y, fieldset, button, loop-inbox, [onclick]')).to.equal(null);
    expect(body.textContent.trim()).to.equal('@Ann y zi');
  });

  it('is kept in what its reader unfolds', () => {
    const {find, look} = mail('<details open ontoggle="x()"><summary style="color: red">More</summary><p>x</p></details>');
    expect([look('summary').color, look('p').display, find('details').hasAttribute('open')]).to.deep.equal(['rgb(255, 0, 0)', 'block', true]);
    find('summary').click();
    expect(find('p').checkVisibility()).to.equal(false);
  });

  it('is kept behind a sheet that it would fetch', () => {
    const {look} = mail('<style>@import url("https://fonts.example/css2?family=A:wght@400;700&display=swap"); p { color: red } @import "a;b"; b { color: green } @import url(c;d) screen; i { color: blue }</style><p>x</p><b>y</b><i>z</i>');
    expect([look('p').color, look('b').color, look('i').color]).to.deep.equal(['rgb(255, 0, 0)', 'rgb(0, 128, 0)', 'rgb(0, 0, 255)']);
  });

  it('is that of its body where its root has another', () => {
    const {body} = mail('<style>body { background: white; color: green } html { background: silver; color: red }</style><p>x</p>');
    expect([getComputedStyle(body).backgroundColor, getComputedStyle(body).color]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 128, 0)']);
  });

  it('stands on paper when it has colours of its own, and takes those of the inbox when not', () => {
    expect(mail('<p style="color: black">x</p>').element.hasAttribute('data-paper')).to.equal(false);
    expect(mail('<p style="font-size: 12px">x</p>').element.hasAttribute('data-paper')).to.equal(false);
    expect(mail('<p style="color: #0a0">x</p>').element.hasAttribute('data-paper')).to.equal(true);
    expect(mail('<p style="background: white">x</p>').element.hasAttribute('data-paper')).to.equal(true);
    expect(mail('<style>p { background: #eef }</style><p>x</p>').element.hasAttribute('data-paper')).to.equal(true);
  });

  it('shows black letters in light ones on dark ground', () => {
    const {look, element} = mail('<p style="color: black">x</p>');
    element.style.colorScheme = 'light';
    expect(look('p').color).to.equal('rgb(0, 0, 0)');
    element.style.colorScheme = 'dark';
    expect(look('p').color).to.equal('rgb(1, 2, 3)');
  });
});

describe('a mail’s styles can’t', () => {
  const refused: readonly (readonly [string, string, keyof CSSStyleDeclaration, string])[] = [
    ['leave the flow', 'position: fixed; inset: 0', 'position', 'static'],
    ['stick', 'position: sticky; top: 0', 'position', 'static'],
    ['stand above others', 'z-index: 2147483648; position: relative', 'zIndex', 'auto'],
    ['move', 'transform: translate(-500px)', 'transform', 'none'],
    ['cover what is before', 'margin-top: -400px', 'marginTop', '0px'],
    ['be without end', 'height: 100000px', 'height', '18px'],
    ['be as high as the window', 'min-height: 100vh', 'minHeight', '0px'],
    ['fetch', 'background-image: url(https://evil.example/a.png)', 'backgroundImage', 'none'],
    ['fetch by another name', 'background: image-set("https://evil.example/a.png" 1x)', 'backgroundImage', 'none'],
    ['fetch in other letters', 'background: \\75\\72\\6C(https://evil.example/a.png)', 'backgroundImage', 'none'],
    ['fetch a list', 'list-style-image: url(https://evil.example/a.png)', 'listStyleImage', 'none'],
    ['fetch a pointer', 'cursor: url(https://evil.example/a.cur), auto', 'cursor', 'auto'],
    ['read what the page sets', 'color: var(--secret)', 'color', 'rgb(1, 2, 3)'],
    ['fetch by a name', '--a: url(https://evil.example/a.png); background: var(--a)', 'backgroundImage', 'none'],
    ['fetch by a name in other letters', '--a: u\\72l(https://evil.example/a.png); background-image: var(--a)', 'backgroundImage', 'none'],
    ['fetch from a name', '--a: "https://evil.example/a.png"; background: src(var(--a))', 'backgroundImage', 'none'],
    ['be without end by names', '--a: 199px; padding-top: calc(var(--a) * 99)', 'paddingTop', '0px'],
    ['be without end by a name', '--a: 9999px; padding-top: var(--a)', 'paddingTop', '0px'],
    ['cover what is before by a name', '--a: -199px; margin-top: var(--a)', 'marginTop', '0px'],
    ['be drawn over and over by shadows', `text-shadow: ${Array(40).fill('0 0 9px red').join(', ')}`, 'textShadow', 'none'],
    ['be drawn far around by a shadow', 'box-shadow: 0 0 900px red', 'boxShadow', 'none'],
    ['filter', 'filter: url(https://evil.example/a.svg#a)', 'filter', 'none'],
    ['move by time', 'animation: x 1s infinite', 'animationName', 'none'],
  ];
  for (const [name, style, property, value] of refused) {
    it(`${name}: inline`, () => {
      expect(mail(`<div style="line-height: 18px; font-size: 12px; ${style.replaceAll('"', '&quot;')}">x</div>`).look('div')[property]).to.equal(value);
    });
    it(`${name}: by a rule`, () => {
      expect(mail(`<style>div { line-height: 18px; font-size: 12px; ${style} }</style><div>x</div>`).look('div')[property]).to.equal(value);
    });
  }

  it('speak of the box they are in', () => {
    const {element} = mail('<style>&, :scope, :host, :root, html, :host(*) , :host-context(body) { color: red !important; display: none !important } ::slotted(*) { color: red }</style><p>x</p>');
    expect(getComputedStyle(element).display).to.equal('block');
    expect(getComputedStyle(element).color).to.equal('rgb(1, 2, 3)');
  });

  it('bring letters, other sheets or content', () => {
    const {element} = mail('<style>@import "https://evil.example/a.css"; @font-face { font-family: x; src: url(https://evil.example/a.woff) } p::before { content: "y" } p { color: red }</style><p>x</p>');
    const rules = [...element.shadowRoot!.adoptedStyleSheets[1]!.cssRules].map((rule) => rule.cssText).join('\n');
    expect(rules).to.contain('color: red');
    expect(rules).not.to.match(/import|font-face|content|evil/);
  });

  it('show a picture behind words but one that travels along or comes from a named server', async () => {
    const named = `${location.origin}/a.png`;
    const shown = [
      mail(`<p style="background-image: url('${picture}')">x</p>`),
      mail(`<style>p { background: url("${picture}") }</style><p>x</p>`),
      mail('<p style="background-image: url(cid:a@b)">x</p>', {remote: 'block', contentUrl: () => picture}),
    ];
    for (const {look} of shown) await until(() => look('p').backgroundImage.includes('data:image/gif'));
    const asked = askedFor();
    mail(`<p style="background-image: url(${named})">x</p>`, {remote: 'block', origins: [location.origin]});
    expect(asked()).to.contain(named);
    const far = mail('<table background="https://evil.example/a.png"><tr><td>x</td></tr></table>', {remote: 'allow'});
    expect(asked().join(' ')).not.to.contain('evil');
    await new Promise((done) => setTimeout(done, 50));
    expect(far.look('table').backgroundImage).to.equal('none');
  });

  it('break the mail by an address behind words that is written as no address should be', async () => {
    const drawing = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'><rect width='50%' height='9'/></svg>`;
    const inSheet = mail(`<style>p { background: url('${drawing.replaceAll("'", '"')}'); color: red }</style><p>x</p>`);
    const inline = mail(`<p style="background: url(&quot;${drawing}&quot;); color: red">x</p>`);
    for (const {look} of [inSheet, inline]) {
      expect(look('p').color).to.equal('rgb(255, 0, 0)');
      await until(() => look('p').backgroundImage.includes('svg'));
    }
    expect(decodeURIComponent(inSheet.look('p').backgroundImage.replace(/%(?![\da-f]{2})/gi, '%25'))).to.contain(drawing.replaceAll("'", '"'));
  });

  it('draw a very large picture before its size is known, however they say it', async () => {
    const large = await emptyPng(8_000, 8_000);
    const {element} = mail(`<style>#a#a#a { visibility: visible !important; display: block !important }</style><img id="a" src="${large}"><img style="visibility: visible !important" src="${large}">`);
    const images = () => [...element.shadowRoot!.querySelectorAll('img')];
    expect(images().map((image) => getComputedStyle(image).visibility)).to.deep.equal(['hidden', 'hidden']);
  });

  it('hold up the page by cells that go over many rows and columns', () => {
    const {body} = mail(`<table><tr><td colspan="12" rowspan="2">x</td></tr></table><table>${'<tr><td colspan="1000" rowspan="65534">x</td></tr>'.repeat(300)}</table><table><tr><td rowspan="0">x</td></tr></table>`);
    const cells = [...body.querySelectorAll('td')];
    expect([cells[0]!.colSpan, cells[0]!.rowSpan]).to.deep.equal([12, 2]);
    expect(cells.slice(1).reduce((sum, {colSpan, rowSpan}) => sum + colSpan * (rowSpan || 65_534), 0)).to.be.lessThan(21_000);
  });

  it('hold up the page by rules in each other', () => {
    const {look} = mail(`<style>p, b, i { & { & { & { color: red } } } } ${'p, b, i { & '.repeat(40)}{ color: lime }${'}'.repeat(40)}</style><p>x</p>`);
    expect(look('p').color).to.equal('rgb(255, 0, 0)');
  });

  it('show a picture that was left out, or fill its place', () => {
    const {body} = mail('<img style="display: block !important" width="300" height="200" src="https://a.example/1.gif"><img alt="Logo" style="display: block; height: 200px !important" src="https://a.example/2.gif">');
    expect(body.offsetHeight).to.be.lessThan(60);
  });

  it('draw a very large picture behind words before it is asked for', async () => {
    const {element, look} = mail(`<style>i { background: url("${await emptyPng(8_000, 8_000)}") }</style><p style="background: url('${await emptyPng(7_000, 7_000)}')">x</p><i>y</i>`);
    const button = () => element.shadowRoot!.querySelector<HTMLButtonElement>('[data-large]');
    await until(() => button() && look('p').backgroundImage.includes('data:image/png'));
    expect(look('i').backgroundImage).to.equal('none');
    expect(button()!.textContent).to.equal('Show it');
    button()!.click();
    expect(look('i').backgroundImage).to.contain('data:image/png');
    expect(button()).to.equal(null);
  });
});

describe('what a mail repeats', () => {
  const quoted = (html: string): string | undefined => {
    const {body, quotedLines} = mail(html);
    const parts = [...body.querySelectorAll('[data-quoted]')];
    expect(quotedLines > 0).to.equal(parts.length > 0);
    return parts.map((part) => part.textContent!.replace(/\s+/g, ' ').trim()).join('|') || undefined;
  };

  it('is folded as Gmail writes it, with the line above it', () => {
    expect(quoted('<div dir="ltr">Thanks</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon Ann wrote:<br></div><blockquote class="gmail_quote">Old</blockquote></div>')).to.equal('On Mon Ann wrote:Old');
  });

  it('is folded as Thunderbird and Apple Mail write it', () => {
    expect(quoted('<p>Thanks</p><div class="moz-cite-prefix">Am 3.4. schrieb Ann:</div><blockquote type="cite">Old</blockquote>')).to.equal('Am 3.4. schrieb Ann:|Old');
    expect(quoted('Thanks<br>On 3 Apr, Ann wrote:<br><blockquote type="cite">Old</blockquote>')).to.equal('On 3 Apr, Ann wrote:||Old');
  });

  it('is folded as Outlook writes it: from the head on', () => {
    expect(quoted('<div>Thanks</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Ann<br><b>Sent:</b> Monday</div><div>Old</div>')).to.contain('Old');
    expect(quoted('<div class="WordSection1"><p>Thanks</p><div><div style="border-top: solid #E1E1E1 1pt"><p><b>From:</b> Ann<br><b>Sent:</b> Monday<br><b>To:</b> us</p></div></div><p>Old</p></div>')).to.contain('Old');
  });

  it('stays where answers stand between it, where it is all there is, and where a mail was passed on', () => {
    expect(quoted('<blockquote>Old</blockquote><p>My answer</p><blockquote>Older</blockquote><p>Another</p>')).to.equal(undefined);
    expect(quoted('<div class="gmail_quote">All of it</div>')).to.equal(undefined);
    expect(quoted('<p>Look</p><div class="gmail_quote">---------- Forwarded message ---------<br>From: Ann</div>')).to.equal(undefined);
  });

  it('leaves a signature alone', () => {
    expect(quoted('<p>Thanks</p><div class="gmail_signature">--<br>Ann</div>')).to.equal(undefined);
  });
});

describe('a very long mail', () => {
  const cells = (count: number) => Array.from({length: count}, (_, index) => `<tr><td>${index}</td></tr>`).join('');

  it('is there in slices, all of it in the end', () => {
    const {sheet} = mail(`<body bgcolor="#eeffee"><table>${cells(3_000)}</table></body>`);
    const begin = sheet.bodies.length;
    expect([begin, sheet.isWhole]).to.deep.equal([1, false]);
    while (!sheet.isWhole) sheet.goOn();
    expect(sheet.bodies.map((body) => [...body.querySelectorAll('td')].map(({textContent}) => textContent)).flat().join() === [...Array(3_000).keys()].join()).to.equal(true);
    expect(new Set(sheet.bodies.map((body) => getComputedStyle(body).backgroundColor)).size).to.equal(1);
  });

  it('is cleaned in each slice, and counts the pictures of each', () => {
    const {sheet} = mail(`${'<p>x</p>'.repeat(2_000)}<img src="https://tracker.example/a.gif" onerror="alert(1)"><script>alert(1)</script>`);
    expect(sheet.blocked).to.equal(0);
    while (!sheet.isWhole) sheet.goOn();
    expect(sheet.blocked).to.equal(1);
    expect(sheet.element.shadowRoot!.querySelectorAll('script, [onerror]').length).to.equal(0);
  });

  it('shows its words where frames would stand in their place', () => {
    const frames = '<frameset cols="50%,*"><frame src="https://a.example/"><noframes><body><p style="color: red">No frames</p></body></noframes></frameset>';
    const {body, look} = mail(`<html><head><title>x</title></head>${frames}<p>after</p></html>`);
    expect(body.innerText.trim().split(/\s+/).join(' ')).to.equal('No frames after');
    expect(look('p').color).to.equal('rgb(255, 0, 0)');
    const {sheet, element} = mail(`${'<p>words</p>'.repeat(8_000)}${frames.repeat(3)}`);
    while (!sheet.isWhole) sheet.goOn();
    expect(element.shadowRoot!.textContent.match(/No frames/g)).to.have.lengthOf(3);
  });

  it('keeps its look in later slices, also by rules', () => {
    const {sheet} = mail(`<style>p { color: red }</style>${'<p>x</p>'.repeat(2_000)}<p class="last" style="font-size: 20px">y</p>`);
    while (!sheet.isWhole) sheet.goOn();
    const last = getComputedStyle(sheet.element.shadowRoot!.querySelector('.last')!);
    expect([last.color, last.fontSize]).to.deep.equal(['rgb(255, 0, 0)', '20px']);
  });

  it('has no slices of tags alone after the first, which without a height would all be in sight at once', () => {
    const {sheet} = mail(`<p>x</p>${'<p></p>'.repeat(20_000)}<p id="picture"><img src="${picture}"></p>${'<p></p>'.repeat(20_000)}<p>y</p>`);
    while (!sheet.isWhole) sheet.goOn();
    expect(sheet.bodies.length).to.be.within(2, 3);
    expect(sheet.element.shadowRoot!.querySelector('#picture img')).not.to.equal(null);
    expect(sheet.bodies.at(-1)!.textContent).to.equal('y');
  });

  it('goes on being quoted where it was', () => {
    const {sheet} = mail(`<p>Thanks</p><div class="gmail_quote">On Monday Ann wrote:<blockquote>${'<p>Old</p>'.repeat(3_000)}</blockquote></div>`);
    while (!sheet.isWhole) sheet.goOn();
    expect(sheet.endsQuoted).to.equal(true);
    expect(sheet.bodies.slice(1).every((body) => body.hasAttribute('data-quoted'))).to.equal(true);
  });
});

describe('the rules of a mail', () => {
  const red = 'rgb(255, 0, 0)';
  const coloured = (rules: string, body: string) => {
    const {body: box, look} = mail(`<style>${rules}</style>${body}`);
    return [...box.querySelectorAll('[id]')].filter(({id}) => look(`#${id}`).color === red).map(({id}) => id);
  };

  it('do not look through a mail for long: for others inside or far before, for the n-th of some, through dozens of steps', () => {
    const steps = (count: number) => `${'div > '.repeat(count)}i`;
    const rules = ['b:has(u)', ':nth-child(1 of .c)', ':nth-last-child(2n+1 of #d)', ...[9, 30].map(steps)].map((where) => `${where} { color: red }`).join('');
    const within = (count: number, inside: string) => `${'<div>'.repeat(count)}${inside}${'</div>'.repeat(count)}`;
    expect(coloured(rules, `<p><b id="b"><u></u></b></p><p><b id="c" class="c"></b></p><p><b id="d"></b></p>${within(9, '<i id="nine">x</i>')}`)).to.deep.equal(['nine']);
    expect(coloured(`${steps(30)} { color: red }`, within(30, '<i id="thirty">x</i>'))).to.deep.equal([]);
  });

  it('ask for the n-th and for what stands right behind another', () => {
    expect(coloured('p:nth-child(2), p + b, p ~ i, [class~=x] { color: red }', '<p>a</p><p id="a">b</p><b id="b">c</b><i id="c">d</i><i id="d" class="x y">d</i>')).to.deep.equal(['a', 'b', 'd']);
  });

  it('are so many at most, in all of it, each word of a selector counted', () => {
    const many = (count: number) => 'u { color: blue }'.repeat(count);
    expect(coloured(`${many(300)} i { color: red }`, '<i id="a">x</i>')).to.deep.equal(['a']);
    expect(coloured(`${many(800)} i { color: red }`, '<i id="a">x</i>')).to.deep.equal([]);
    expect(coloured(`${'b u, '.repeat(1_000)} u { color: blue } i { color: red }`, '<i id="a">x</i>')).to.deep.equal([]);
    const {sheet} = mail(`<style>${many(800)}</style>${'<p>x</p>'.repeat(2_000)}<style>p { color: red }</style><p>y</p>`);
    while (!sheet.isWhole) sheet.goOn();
    expect(sheet.bodies.map((each) => getComputedStyle(each.lastElementChild!).color)).not.to.include(red);
  });
});

describe('a mail that does not say from which side it is read', () => {
  /** Does what ends a line stand right of what begins it? */
  const isReadFromLeft = (element: HTMLElement): boolean => {
    const words = element.firstChild as Text;
    const left = (at: number) => {
      const range = document.createRange();
      range.setStart(words, at);
      range.setEnd(words, at + 1);
      return range.getBoundingClientRect().left;
    };
    return left(words.length - 1) > left(0);
  };

  it('is read line by line as its words are, but where it does say so', () => {
    const {find} = mail('<p>שלום</p><p id="english">Hello.</p><pre id="code">a;</pre><p id="hebrew">שלום.</p><div dir="rtl"><p id="said">Hello.</p></div><p id="styled" style="direction: rtl">Hello.</p>');
    expect(['#english', '#code', '#hebrew', '#said', '#styled'].map((each) => isReadFromLeft(find(each)))).to.deep.equal([true, true, false, false, false]);
  });
});

describe('a very long Markdown', () => {
  it('is formatted as far as a page can carry it, and stands there as it was typed from there on', () => {
    const sheet = new MarkdownSheet('a\n-\n'.repeat(30_000), (slice) => richText.markdown(slice, {remote: 'block'}));
    expect(sheet.element.querySelectorAll('h2').length).to.be.lessThan(500);
    while (!sheet.isWhole) sheet.goOn();
    const formatted = sheet.element.querySelectorAll('h2').length;
    expect(formatted).to.be.greaterThan(9_000);
    expect(formatted).to.be.lessThan(11_000);
    expect([...sheet.element.querySelectorAll('.text')].map(({textContent}) => textContent).join('')).to.equal('a\n-\n'.repeat(30_000 - formatted));
  });
});

describe('links of a mail', () => {
  it('say where they lead when their words name another place', () => {
    const {find} = mail('<a href="https://evil.example/x">https://bank.example</a>', {remote: 'block', leadsTo: (host) => `leads to ${host}`});
    expect(find('a').textContent).to.equal('https://bank.example leads to evil.example');
    expect(find('a').title).to.equal('https://evil.example/x');
  });

  it('say so whatever the mail says of what says it', () => {
    const hiding = 'display: none !important; visibility: hidden !important; opacity: 0 !important; font-size: 0 !important; color: white !important; background: white !important; margin-left: 5000px !important; width: 0 !important; overflow: hidden !important';
    const {find, look} = mail(`<style>#a#a#a bdi, #a#a#a [data-host] { ${hiding} } #a { display: inline-block; width: 150px; height: 20px; white-space: nowrap; overflow: hidden !important }</style><a id="a" style="overflow: hidden !important" href="https://evil.example/x">https://bank.example</a>`);
    const {display, visibility, opacity, marginLeft, fontSize, color, backgroundColor} = look('[data-host]');
    expect([display, visibility, opacity, marginLeft]).to.deep.equal(['inline', 'visible', '1', '0px']);
    expect(fontSize).not.to.equal('0px');
    expect(color).not.to.equal(backgroundColor);
    expect(look('#a').overflow).to.equal('visible');
    expect(find('[data-host]').textContent).to.contain('evil.example');
  });

  it('say so when the other place is named by a picture that is left out, or beside words that nobody sees', () => {
    const told = ['<img src="https://a.example/1.gif" alt="https://bank.example">', 'bank.example<span style="display: none"> or not</span>', '<b style="font-size: 0">Words </b>https://bank.example/login', 'Log in at www.bank.example'].map((words) =>
      mail(`<a href="https://evil.example/x">${words}</a>`).find('[data-host]')?.textContent.trim(),
    );
    expect(told).to.deep.equal(['evil.example', 'evil.example', 'evil.example', 'evil.example']);
  });

  it('say nothing more when they are honest', () => {
    expect(mail('<a href="https://bank.example/x">bank.example</a>').find('a').textContent).to.equal('bank.example');
  });
});
