import {OpenTags} from './open-tags.js';
import {TextReader} from './text-reader.js';

/** A part of an HTML text that can be parsed alone: what was open where it begins is opened in it again. */
export interface MailSlice {
  /** Without stylesheets, comments and handlers of events, and with `data-style` in the place of `style`. */
  readonly html: string;
  /** The stylesheets that stood in it. */
  readonly sheets: readonly string[];
}

/** Elements whose content is text to a parser, up to their end. */
const rawText: ReadonlySet<string> = new Set(['style', 'script', 'title', 'textarea', 'xmp', 'iframe', 'noembed']);

/** They would stand in the place of all words. What is for those who see no frames is for everybody here. */
const frames: ReadonlySet<string> = new Set(['frameset', 'frame', 'noframes']);

/** Work of the first slice, which holds whole what most mails are, and of each that follows, in characters: a tag weighs as much as some of them, what stands in its attributes less. */
const firstWeight = 80_000;
const nextWeight = 15_000;
const tagWeight = 60;
const attributeShare = 0.1;
/** One that is left out is read, not parsed. */
const leftOutWeight = 4;
/** Each slice costs a little in every frame from then on: after as many as this they hold twice as much, after twice as many three times, up to so many times. */
const slicesUntilMore = 150;
const mostTimes = 4;

/** No good place to end: before the end of something, between the cells of a row. */
const amid = /^<(?:\/|t[dh]\b)/i;

/** Characters of text, of what is not shown anyway, and of stylesheets, in one slice. */
const longestText = 20_000;
const longestRaw = 20_000;
const longestSheets = 200_000;

/** Characters; the longest name that HTML has is 10. */
const longestName = 60;
/** Attributes of one tag; parsers compare each with all. */
const mostAttributes = 60;
/** The name of an attribute that is code. */
const handler = /^on/i;

/**
 * Reads an HTML text once, before it is parsed, and hands it over in slices that cost no more than a moment each.
 *
 * - Styles and what would run on an event are taken out: a strict policy reports each one that a parser meets, in a document that is
 *   never shown too.
 * - What makes parsers slow beyond measure is left out: tags deeper in each other than any mail has them, formats that never end,
 *   hundreds of attributes. Words never are.
 *
 * What it fails to see costs time or a report, not more: the sanitiser comes after it.
 */
export function* mailSlices(html: string): Generator<MailSlice, void, undefined> {
  const reader = new TextReader(html);
  const open = new OpenTags();
  let sheets: string[] = [];
  let sheetsLeft = longestSheets;
  /** Tags that open the slice again, and what was copied so far, of what stands before `from`. */
  let again = '';
  let taken = '';
  let from = 0;
  let weight = 0;
  let count = 0;

  /** What is from here to `end` goes, for `instead`. */
  const leaveOut = (start: number, end: number, instead = ''): void => {
    taken += html.slice(from, start) + instead;
    from = end;
  };
  const cut = (at: number): MailSlice => {
    leaveOut(at, at);
    const slice = {html: again + taken, sheets};
    again = open.again();
    taken = '';
    sheets = [];
    sheetsLeft = longestSheets;
    weight = 0;
    count++;
    return slice;
  };

  while (reader.at < html.length) {
    const next = html.indexOf('<', reader.at);
    const end = next < 0 ? html.length : next;
    // Words without a tag for long are cut between two of them.
    while (end - reader.at > longestText) {
      reader.at = wordEnd(html, reader.at + longestText);
      yield cut(reader.at);
    }
    weight += end - reader.at;
    reader.at = end;
    if (next < 0) break;
    const most = count === 0 ? firstWeight : nextWeight * Math.min(mostTimes, 1 + count / slicesUntilMore);
    if (weight > most && (weight > 2 * most || !amid.test(html.slice(end, end + 4)))) yield cut(end);

    reader.at = end + 1;
    if (html.startsWith('<!--', end)) {
      if (!reader.take(/!--(?:-?>)/y)) reader.pass(/--!?>/g);
      leaveOut(end, reader.at);
      continue;
    }
    const isEnd = reader.take(/\//y) !== '';
    const name = reader.take(/[a-z][^\s/>]*/iy).toLowerCase();
    if (!name) continue;
    if (isEnd) {
      reader.skip('>');
      if (frames.has(name) || !open.close(name)) {
        leaveOut(end, reader.at);
        weight += leftOutWeight;
      }
      continue;
    }
    const tag = readTag(reader, end);
    if (name.length > longestName || frames.has(name)) {
      leaveOut(end, reader.at);
      continue;
    }
    if (!rawText.has(name) && !open.open(name, tag)) {
      leaveOut(end, reader.at);
      weight += leftOutWeight + tag.length * attributeShare;
      continue;
    }
    weight += tagWeight + tag.length * attributeShare;
    if (!rawText.has(name)) {
      if (tag !== html.slice(end, reader.at)) leaveOut(end, reader.at, tag);
      continue;
    }
    const begin = reader.at;
    const close = reader.pass(new RegExp(`</${name}(?=[\\s/>])`, 'gi'));
    reader.skip('>');
    if (name === 'style') {
      if (close - begin <= sheetsLeft) sheets.push(asked(tag, html.slice(begin, close)));
      sheetsLeft -= close - begin;
      leaveOut(end, reader.at);
    } else if (close - begin > longestRaw) leaveOut(end, reader.at);
    else if (tag !== html.slice(end, begin)) leaveOut(end, begin, tag);
  }
  if (count === 0 || taken !== '' || from < html.length || sheets.length > 0) yield cut(html.length);
}

/** A stylesheet for what its tag says that it is for. */
function asked(tag: string, sheet: string): string {
  const [, double, single, bare] = /\smedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? [];
  const media = double ?? single ?? bare;
  return media ? `@media ${media}{${sheet}}` : sheet;
}

/** Reads on to the end of a tag. Answers the tag without what must not be parsed. @param begin where its name's `<` stands. */
function readTag(reader: TextReader, begin: number): string {
  const {text} = reader;
  let tag = '';
  let from = begin;
  let count = 0;
  while (reader.at < text.length) {
    reader.take(/[\s/]+/y);
    if (reader.take(/>/y)) break;
    const start = reader.at;
    const name = reader.take(/=?[^\s/>=]*/y);
    const nameEnd = reader.at;
    if (reader.take(/\s*=\s*/y)) {
      const quote = reader.take(/["']/y);
      if (quote) reader.skip(quote);
      else reader.take(/[^\s>]*/y);
    }
    if (++count > mostAttributes || handler.test(name)) [tag, from] = [tag + text.slice(from, start), reader.at];
    else if (name.toLowerCase() === 'style') [tag, from] = [`${tag}${text.slice(from, start)}data-style`, nameEnd];
  }
  return tag + text.slice(from, reader.at);
}

/** Near `at`: behind a space, else where no character and no entity is cut in two. */
function wordEnd(text: string, at: number): number {
  const begin = at - 200;
  const near = text.slice(begin, at);
  const space = near.search(/\s\S*$/);
  if (space >= 0) return begin + space + 1;
  const entity = near.lastIndexOf('&');
  if (entity >= near.length - 12 && entity >= 0) return begin + entity;
  return /[\ud800-\udbff]$/.test(near) ? at - 1 : at;
}
