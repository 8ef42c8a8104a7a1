/** Characters of one slice: what parsers of Markdown do with marks that never end grows with the square of them. */
const longestSlice = 1_500;

/** A fence of code: it begins with one, and ends with one as long, of the same kind. */
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * Markdown in slices that can each be parsed in a moment. They end between paragraphs where there are any, else between lines, else
 * between words; code that goes on is fenced again.
 */
export function* markdownSlices(markdown: string): Generator<string, void, undefined> {
  let from = 0;
  let fenced = '';
  do {
    const end = sliceEnd(markdown, from);
    const slice = (fenced && `${fenced}\n`) + markdown.slice(from, end);
    fenced = openFence(slice);
    yield fenced && end < markdown.length ? `${slice}\n${/^ {0,3}(`+|~+)/.exec(fenced)?.[1] ?? ''}` : slice;
    from = end;
  } while (from < markdown.length);
}

function sliceEnd(text: string, from: number): number {
  const most = from + longestSlice;
  if (most >= text.length) return text.length;
  const slice = text.slice(from, most);
  for (const end of ['\n\n', '\n', ' ']) {
    const at = slice.lastIndexOf(end);
    if (at > longestSlice / 4) return from + at + end.length;
  }
  // Never between the two halves of one character.
  return /[\ud800-\udbff]$/.test(slice) ? most - 1 : most;
}

/** The line that opened the code in which a text ends; empty: it ends in none. */
function openFence(text: string): string {
  let open = '';
  let mark = '';
  for (const line of text.split('\n')) {
    const [, found = '', rest = ''] = fence.exec(line) ?? [];
    if (!found) continue;
    if (!open) {
      if (found.startsWith('`') && rest.includes('`')) continue;
      [open, mark] = [line.slice(0, 200), found];
    } else if (found.startsWith(mark) && rest.trim() === '') open = '';
  }
  return open;
}
