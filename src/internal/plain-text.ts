const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};

const unseen = /<(style|script|head|title|template)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const breaks = /<(?:br|hr|\/p|\/div|\/tr|\/h[1-6]|\/li|\/blockquote|\/table)\b[^<>]*>/gi;

/** A character by its number; what is no character stays as it was written. */
function character(code: number, written: string): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : written;
}

/**
 * The words of an HTML text, to be shown as text until the sanitiser is there. Not safe as HTML, and not meant to be.
 *
 * @param html up to the first 20,000 characters are looked at: enough for what is seen before the rest arrives.
 */
export function wordsOf(html: string): string {
  return html
    .slice(0, 20_000)
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .replace(breaks, '\n')
    .replace(/<\/?[a-z!?][^<>]*>/gi, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (written: string, decimal?: string, hex?: string, name?: string) => {
      if (name) return entities[name.toLowerCase()] ?? written;
      return character(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16), written);
    })
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}

/** May a text hold something to link? Cheap and generous: it only decides whether the rich part is worth loading. */
export const mayHaveLinks = (text: string): boolean => /:\/\/|\S[.@]\p{L}|mailto:|www\./iu.test(text);
