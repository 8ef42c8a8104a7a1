import {isAttribution, isHead} from './quotes.js';

/** Boxes that mail programs put round what they repeat. */
const boxes = '.gmail_quote_container, .gmail_quote, .yahoo_quoted, .protonmail_quote, .zmail_extra, blockquote';

/** Marks after which everything is repeated. */
const marks = '#divRplyFwdMsg, #appendonsend, .OutlookMessageHeader, #OLK_SRC_BODY_SECTION';

const passedOn = /forwarded message|begin forwarded|weitergeleitete|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd/i;

/** Looked at for a head in words alone. */
const mostBlocks = 2_000;

const wordsBetween = (body: Element, from: Node | undefined, to: Node | undefined): string => {
  const range = body.ownerDocument.createRange();
  range.selectNodeContents(body);
  if (from) range.setStartAfter(from);
  if (to) range.setEndBefore(to);
  return range.toString().trim();
};

const isBlank = (node: Node): boolean => node.textContent?.trim() === '' && !(node instanceof Element && node.querySelector('img'));

/** 'From: Ann<br>Sent: …' as lines. */
function headOf(block: Element): string {
  const copy = block.cloneNode(true) as Element;
  for (const line of copy.querySelectorAll('br, p, div')) line.before('\0');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').replaceAll('\0', '\n');
}

/** The first block of words that is the head of a repeated mail. */
function writtenHead(body: Element): Element | undefined {
  const blocks = [...body.querySelectorAll('div, p')].slice(0, mostBlocks);
  return blocks.find((block) => {
    const begin = block.textContent?.trimStart().slice(0, 60) ?? '';
    return (begin.includes(':') || begin.startsWith('__') || begin.startsWith('--')) && (block.textContent?.length ?? 0) < 2_000 && isHead(headOf(block).trim());
  });
}

/** The line or rule before a repeated part that belongs to it. */
function leadOf(start: Element): Element {
  let lead = start;
  for (let before = start.previousSibling; before; before = before.previousSibling) {
    if (isBlank(before) && !(before instanceof HTMLElement && before.localName === 'hr')) continue;
    if (!(before instanceof Element)) {
      if (!isAttribution(before.textContent ?? '')) break;
      const line = before.ownerDocument?.createElement('span');
      if (line) {
        before.replaceWith(line);
        line.append(before);
        lead = line;
      }
      break;
    }
    if (before.localName === 'hr' || before.matches('.moz-cite-prefix, .gmail_attr') || isAttribution(before.textContent ?? '')) lead = before;
    break;
  }
  return lead;
}

/** Marks `start` and what follows it in the same box. */
function mark(start: Node | null, marked: Element[]): void {
  for (let node = start; node; node = node.nextSibling) {
    if (node instanceof Element) marked.push(node);
    else if (node.textContent?.trim()) {
      const words = start?.ownerDocument?.createElement('span');
      if (!words) continue;
      node.parentNode?.insertBefore(words, node);
      words.append(node);
      node = words;
      marked.push(words);
    }
  }
}

/** The repeated part of a mail at its end, as the elements to hide; none where a mail is all repeated or answers between the lines. */
export function quotedParts(body: HTMLElement): readonly Element[] {
  const marked = body.querySelector(marks) ?? writtenHead(body);
  const box = [...body.querySelectorAll(boxes)].find((each) => !marked || each.contains(marked) || Boolean(each.compareDocumentPosition(marked) & Node.DOCUMENT_POSITION_FOLLOWING));
  const start = box && (!marked || box.contains(marked) || wordsBetween(body, box, undefined) === '') ? box : marked;
  if (!start) return [];
  const lead = leadOf(start);
  if (wordsBetween(body, undefined, lead) === '' || passedOn.test(start.textContent?.slice(0, 300) ?? '')) return [];
  const parts: Element[] = [];
  if (start === box) {
    if (wordsBetween(body, box, undefined) !== '' && box.localName === 'blockquote') return [];
    for (let node: Element | null = lead; node; node = node === box ? null : node.nextElementSibling) parts.push(node);
    return parts;
  }
  mark(lead, parts);
  for (let parent = lead.parentElement; parent && parent !== body; parent = parent.parentElement) mark(parent.nextSibling, parts);
  return parts;
}
