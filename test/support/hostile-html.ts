import type {Chance} from './simulator/chance.js';

/** Hostile HTML by chance: pieces that have broken sanitisers, put together and damaged. One seed, one text. */

const deeds = [
  '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<svg><script>alert(1)</script>', '<svg><animate onbegin=alert(1) attributeName=x dur=1s>', '<a href="javascript:alert(1)">x</a>', '<svg><a xlink:href="javascript:alert(1)"><text>x',
  '<math href="javascript:alert(1)">x', '<iframe srcdoc="<script>parent.alert(1)</script>">', '<iframe src="javascript:parent.alert(1)">', '<details open ontoggle=alert(1)>', '<input autofocus onfocus=alert(1)>', '<form><button formaction=javascript:alert(1)>x',
  '<object data="javascript:alert(1)">', '<embed src="javascript:alert(1)">', '<video><source onerror=alert(1)>', '<body onload=alert(1)>', '<style>@import "https://fuzz.example/a.css"; p{background:url(https://fuzz.example/b)}</style>', '<p style="background:url(https://fuzz.example/c)">',
  '<link rel=stylesheet href=https://fuzz.example/d.css>', '<img src=https://fuzz.example/e.gif srcset="https://fuzz.example/f.gif 2x">', '<table background=https://fuzz.example/g.gif>', '<base href=https://fuzz.example/>', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">', '<script>alert(1)</script>',
  '<p data-style="background:url(https://fuzz.example/h)">', '<img data-drawn src=x onerror=alert(1)>', '<video poster=https://fuzz.example/i.gif>', '<input type=image src=https://fuzz.example/j.gif>', '<svg><image href=https://fuzz.example/k.gif>', '<p is=loop-inbox demo>', '<loop-inbox demo endpoint=https://fuzz.example>',
];
/** What makes a parser change its mind about what stands inside. */
const turns = [
  'svg', 'math', 'template', 'noscript', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'select', 'option', 'table', 'tr', 'td', 'caption', 'colgroup', 'foreignObject', 'desc', 'mtext', 'mglyph', 'malignmark', 'annotation-xml encoding="text/html"', 'mi', 'ms',
  'form', 'p', 'b', 'a', 'font color=red', 'body', 'html', 'head', 'frameset', 'plaintext', 'script', 'object', 'nobr', 'dd', 'li', 'h1', 'ruby', 'rt', 'image', 'isindex', 'br', 'div id=attributes', 'div name=childNodes',
];
const breaks = ['<!--', '-->', '--!>', '<![CDATA[', ']]>', '<!', '<?x ', '</', '<', '>', '"', "'", '`', '=', '/', '&lt;', '&quot;', '&#x3c;', '&#0;', '\0', '\n', '\t', '\u2028', '\ufeff', '<!doctype html>', '<!--[if mso]>', '<![endif]-->', '%00', 'x'.repeat(70), '<div>'.repeat(210), '<b>'.repeat(15)];

/** @param more deeds beside our own, e.g. of a collection. */
export function hostileHtml(chance: Chance, more: readonly string[] = []): string {
  const random = (): number => chance.next();
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const deed = (): string => (more.length > 0 && random() < 0.5 ? one(more) : one(deeds));
  const part = (depth: number): string => {
    const kind = random();
    if (depth > 5 || kind < 0.25) return deed();
    if (kind < 0.4) return one(breaks) + part(depth + 1);
    if (kind < 0.5) return part(depth + 1) + part(depth + 1);
    if (kind < 0.6) return `<${one(turns)} title="${part(depth + 1)}">${part(depth + 1)}`;
    const tag = one(turns);
    const end = random() < 0.7 ? `</${random() < 0.8 ? tag.split(' ')[0] : one(turns)}>` : '';
    return `<${tag}>${part(depth + 1)}${end}`;
  };
  let text = part(0);
  // Damaged: a piece lost, doubled, put elsewhere, or in other letters.
  for (let count = Math.floor(random() * 4); count > 0; count--) {
    const [from, to] = [Math.floor(random() * text.length), Math.floor(random() * text.length)].sort((a, b) => a - b) as [number, number];
    const [before, cut, after] = [text.slice(0, from), text.slice(from, Math.min(to, from + 40)), text.slice(Math.min(to, from + 40))];
    const how = random();
    text = how < 0.3 ? before + after : how < 0.5 ? before + cut + cut + after : how < 0.7 ? before + one(breaks) + cut + after : how < 0.85 ? before + cut.toUpperCase() + after : after + cut + before;
  }
  return text;
}
