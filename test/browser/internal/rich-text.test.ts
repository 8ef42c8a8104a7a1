import {expect} from '@open-wc/testing';
import {richText} from '../../../src/internal/rich-text.js';

/** Pieces as 'text' or 'text -> href'. */
const pieces = (text: string) =>
  richText.links(text).map((piece) => (typeof piece === 'string' ? piece : `${piece.text} -> ${piece.href}`));

function shown(value: string): string {
  const box = document.createElement('div');
  box.append(richText.markdown(value, {remote: 'block'}).fragment);
  return box.innerHTML.trim();
}

describe('RichText', () => {
  it('finds addresses in a text and loses no letter of it', () => {
    expect(pieces('See https://example.com/a, or mail ann@example.com. Bye')).to.deep.equal([
      'See ',
      'https://example.com/a -> https://example.com/a',
      ', or mail ',
      'ann@example.com -> mailto:ann@example.com',
      '. Bye',
    ]);
  });

  it('leaves a text without addresses whole', () => {
    expect(pieces('It costs 1.50 and <b>no</b> more')).to.deep.equal(['It costs 1.50 and <b>no</b> more']);
  });

  it('shows the marks of Markdown, and lines as they were broken', () => {
    expect(shown('a **b**\nc')).to.equal('<p>a <strong>b</strong><br>c</p>');
  });

  it('shows tags in Markdown as they were typed', () => {
    expect(shown('a List<String> and <img src=x onerror=alert(1)>')).to.equal(
      '<p>a List&lt;String&gt; and &lt;img src=x onerror=alert(1)&gt;</p>',
    );
  });

  it('lets no script address of Markdown through', () => {
    expect(shown('[x](javascript:alert(1))')).to.equal('<p><a>x</a></p>');
  });

  it('tells where a link leads whose letters can be mistaken', () => {
    const [link] = richText.links('https://аррӏе.com/login');
    expect(link).to.include({host: 'xn--80ak6aa92e.com'});
  });

  it('leaves a word of hundreds of addresses as it is', () => {
    expect(pieces('http://a/('.repeat(300))).to.deep.equal(['http://a/('.repeat(300)]);
    expect(richText.links('http://a.example/b '.repeat(300)).filter((piece) => typeof piece !== 'string')).to.have.length(300);
  });

  it('shows quotes deeper than anybody writes as they were typed', () => {
    expect(shown('> '.repeat(500) + 'x')).to.contain('&gt; &gt;');
  });

  it('loses no letter of a text longer than what is looked at in one go', () => {
    const text = `${'word '.repeat(5_000)}https://example.com/${'a'.repeat(50)} ${'x'.repeat(20_000)} end`;
    expect(richText.links(text).map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).to.equal(text);
    expect(richText.links(text).filter((piece) => typeof piece !== 'string')).to.have.length(1);
  });
});
