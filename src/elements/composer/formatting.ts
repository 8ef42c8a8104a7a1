/** A way of writing that has a mark in Markdown. */
export type Mark = 'bold' | 'italic' | 'strike' | 'code' | 'link' | 'bullets' | 'numbers' | 'quote';

/** A stretch of text to be put in the place of another, and what is selected then. Offsets count from the start of the field. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: readonly [from: number, to: number];
}

const around: Partial<Record<Mark, string>> = {bold: '**', italic: '_', strike: '~~', code: '`'};
const before: Partial<Record<Mark, (index: number) => string>> = {
  bullets: () => '- ',
  numbers: (index) => `${index + 1}. `,
  quote: () => '> ',
};
const marked: Partial<Record<Mark, RegExp>> = {bullets: /^[-*+] /, numbers: /^\d+[.)] /, quote: /^> ?/};

/** Puts a mark on what is selected in `value`, or takes it away where it is already. */
export function withMark(mark: Mark, value: string, from: number, to: number): Change {
  const sign = around[mark];
  if (sign) return wrapped(sign, value, from, to);
  return mark === 'link' ? linked(value, from, to) : inLines(mark, value, from, to);
}

/** Blanks at the ends stay outside: '** bold**' is no bold. */
function trimmed(value: string, from: number, to: number): readonly [number, number] {
  const text = value.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return [Math.min(start, to), Math.max(Math.min(start, to), to - (text.length - text.trimEnd().length))];
}

function wrapped(sign: string, value: string, givenFrom: number, givenTo: number): Change {
  const [from, to] = trimmed(value, givenFrom, givenTo);
  const text = value.slice(from, to);
  const {length} = sign;
  if (value.slice(from - length, from) === sign && value.slice(to, to + length) === sign)
    return {from: from - length, to: to + length, text, select: [from - length, to - length]};
  if (text.length >= 2 * length && text.startsWith(sign) && text.endsWith(sign))
    return {from, to, text: text.slice(length, -length), select: [from, to - 2 * length]};
  return {from, to, text: `${sign}${text}${sign}`, select: [from + length, to + length]};
}

/** An address that is selected becomes the link's goal, words become its text; what is missing is selected. */
function linked(value: string, givenFrom: number, givenTo: number): Change {
  const [from, to] = trimmed(value, givenFrom, givenTo);
  const text = value.slice(from, to);
  if (/^(https?:\/\/|mailto:|www\.)\S+$/i.test(text)) return {from, to, text: `[](${text})`, select: [from + 1, from + 1]};
  const goal = from + text.length + 3;
  return {from, to, text: `[${text}](https://)`, select: [goal, goal + 8]};
}

function inLines(mark: Mark, value: string, givenFrom: number, givenTo: number): Change {
  const from = value.lastIndexOf('\n', givenFrom - 1) + 1;
  const end = value.indexOf('\n', givenTo);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split('\n');
  const has = marked[mark];
  const isMarked = has !== undefined && lines.every((line) => has.test(line));
  const text = lines
    .map((line, index) => (isMarked ? line.replace(has, '') : `${before[mark]?.(index) ?? ''}${line}`))
    .join('\n');
  return {from, to, text, select: lines.length > 1 ? [from, from + text.length] : [from + text.length, from + text.length]};
}
