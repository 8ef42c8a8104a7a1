export interface TakenStyles {
  /** The text without stylesheets, and with `data-style` in the place of `style`. */
  readonly html: string;
  readonly sheets: readonly string[];
}

/** Elements whose content is text to a parser, up to their end. */
const rawText: ReadonlySet<string> = new Set(['style', 'script', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/** Reads a text once, from its begin to its end. */
class Reader {
  at = 0;

  constructor(readonly text: string) {}

  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  /** To behind the next `end`, or to the end of all. */
  skip(end: string): void {
    const found = this.text.indexOf(end, this.at);
    this.at = found < 0 ? this.text.length : found + end.length;
  }
}

/**
 * Takes the styles out of an HTML text before it is parsed: a strict policy reports each one that a parser meets, in a document that is
 * never shown too. What it fails to see is reported, not more: the sanitiser comes after it.
 */
export function takeStyles(html: string): TakenStyles {
  const reader = new Reader(html);
  const sheets: string[] = [];
  let taken = '';
  let from = 0;
  const leaveOut = (start: number, end: number, instead: string) => {
    taken += html.slice(from, start) + instead;
    from = end;
  };
  for (;;) {
    const open = html.indexOf('<', reader.at);
    if (open < 0) break;
    reader.at = open + 1;
    if (html.startsWith('<!--', open)) {
      if (!reader.take(/!--(?:-?>)/y)) reader.skip('-->');
      continue;
    }
    const name = reader.take(/[a-z][^\s/>]*/iy).toLowerCase();
    if (!name) continue;
    readAttributes(reader, (start, end) => name !== 'style' && leaveOut(start, end, 'data-style'));
    if (!rawText.has(name)) continue;
    const begin = reader.at;
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = begin;
    const end = closing.exec(html)?.index ?? html.length;
    reader.at = end;
    reader.skip('>');
    if (name !== 'style') continue;
    sheets.push(html.slice(begin, end));
    leaveOut(open, reader.at, '');
  }
  return {html: taken + html.slice(from), sheets};
}

/** To behind the end of a tag. @param onStyle hears where the name of a `style` begins and ends. */
function readAttributes(reader: Reader, onStyle: (start: number, end: number) => void): void {
  while (reader.at < reader.text.length) {
    reader.take(/[\s/]+/y);
    if (reader.take(/>/y)) return;
    const start = reader.at;
    const name = reader.take(/=?[^\s/>=]*/y);
    if (name.toLowerCase() === 'style') onStyle(start, reader.at);
    if (!reader.take(/\s*=\s*/y)) continue;
    const quote = reader.take(/["']/y);
    if (quote) reader.skip(quote);
    else reader.take(/[^\s>]*/y);
  }
}
