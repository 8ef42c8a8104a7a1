/** Characters and lines of text that stand in one box: browsers lay out a very long one in more than its share of time. */
const longestSlice = 4_000;
const mostLines = 600;
/** Nobody writes one that is longer. */
const longestCharacter = 100;

/** A plain text in slices that end where a line or a word does, if there is one. What stands beyond a slice is not looked at for it. */
export function textSlices(text: string): string[] {
  const slices: string[] = [];
  for (let from = 0; from < text.length; ) {
    const most = text.slice(from, from + longestSlice);
    const isLast = from + most.length === text.length;
    const slice = most.slice(0, Math.min(lastLineEnd(most), isLast ? most.length : lastWordEnd(most)));
    slices.push(slice);
    from += slice.length;
  }
  return slices;
}

function lastLineEnd(text: string): number {
  let end = 0;
  for (let line = 0; line < mostLines; line++) {
    end = text.indexOf('\n', end) + 1;
    if (end === 0) return text.length;
  }
  return end;
}

function lastWordEnd(text: string): number {
  const at = [text.lastIndexOf('\n'), text.lastIndexOf(' ')].find((found) => found > text.length / 2);
  if (at !== undefined) return at + 1;
  // Never within what is seen as one: a family of emoji, a letter with its marks. The last of them may go on in the next slice.
  const near = text.slice(-longestCharacter);
  const last = [...new Intl.Segmenter().segment(near)].at(-1)?.index ?? 0;
  if (last > 0) return text.length - near.length + last;
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}
