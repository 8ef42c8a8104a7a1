import {describe, expect, it} from 'vitest';
import {mayHaveLinks, wordsOf} from '../../../src/internal/plain-text.js';

describe('wordsOf', () => {
  it('keeps words and paragraphs of a mail', () => {
    expect(wordsOf('<p>Hello,</p>\n<p>two <b>words</b> &amp; a\n line</p><br>Bye')).toBe('Hello,\ntwo words & a line\nBye');
  });

  it('drops what is never seen', () => {
    expect(wordsOf('<head><title>x</title></head><style>p{color:red}</style><!-- no --><script>a<b</script>Seen')).toBe('Seen');
  });

  it('reads characters by name and by number, and leaves what is none', () => {
    expect(wordsOf('&lt;&#65;&#x42;&gt; &unknown; &#0; &#xD800; &#99999999;')).toBe('<AB> &unknown; &#0; &#xD800; &#99999999;');
  });

  it('does not take a comparison for a tag', () => {
    expect(wordsOf('1 < 2 and 3 > 2')).toBe('1 < 2 and 3 > 2');
  });

  it('stays quick on a text made to be slow', () => {
    const began = process.cpuUsage();
    wordsOf('<style>'.repeat(20_000));
    wordsOf(' \n'.repeat(20_000));
    for (let count = 0; count < 4; count++) for (const tag of ['<br', '<a', '<!-- <b']) wordsOf(tag.repeat(20_000));
    // Microseconds of the processor: what else the machine does is not what this is about.
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  });
});

describe('mayHaveLinks', () => {
  it.each(['see https://a.example', 'mail ann@example.com', 'go to example.com/x', 'www.example.com'])('says yes to %j', (text) => {
    expect(mayHaveLinks(text)).toBe(true);
  });

  it.each(['Hello there. How are you?', 'It costs 1.50', 'Thanks!', '03-24 @ noon'])('says no to %j', (text) => {
    expect(mayHaveLinks(text)).toBe(false);
  });
});
