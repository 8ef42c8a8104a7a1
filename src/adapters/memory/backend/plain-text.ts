import type {MessageBody} from '../../../contract/index.js';

const unseen = /^<(style|script|head|title|template)\b/i;
const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' '};

/** The words of a body without its marks, in one line. For previews and search only: what it gives is text, never HTML. */
export function plainText({format, value}: MessageBody): string {
  if (format === 'html') return oneLine(decode(withoutTags(value)));
  return oneLine(format === 'markdown' ? withoutMarks(value) : value);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** One pass, so that a hostile mail costs no more than its length. */
function withoutTags(html: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) return text + html.slice(at);
    text += html.slice(at, open);
    if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      text += '<';
      at = open + 1;
      continue;
    }
    const close = endOf(html, open);
    if (close < 0) return text;
    text += ' ';
    at = close + 1;
  }
}

function endOf(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end < 0 ? -1 : end + 2;
  }
  const element = unseen.exec(html.slice(open, open + 12))?.[1];
  if (!element) return html.indexOf('>', open);
  const close = new RegExp(`</${element}`, 'gi');
  close.lastIndex = open;
  const found = close.exec(html);
  return found ? html.indexOf('>', found.index) : -1;
}

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const withoutMarks = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\][]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,3}[.)]) +/gm, '')
    .replace(/(\*\*|__|~~|`+)/g, '');
