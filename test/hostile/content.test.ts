import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {HTTPRequest, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {strictPolicy} from '../../scripts/strict-policy.mjs';
import type {FileAttachment, FileMessage} from '../../src/adapters/memory/conversation-file.js';
import {ask, deskOf, mailMessage, openDesk, show, steady} from './support/desk-page.js';
import {openChromium, openFirefox, type Engine} from './support/engines.js';
import {figure} from './support/figures.js';
import {areMailsGiven, arePayloadsGiven, batches, escapes, isFirefoxAsked, isLong, mails, naughty, payloads, type Mail, type Payload} from './support/inputs.js';
import {longestTasks} from './support/main-thread.js';

const root = join(import.meta.dirname, '../..');
const origin = inject('origin');
const strict = strictPolicy();

const engines: Engine[] = [];
let chromium: Engine;
beforeAll(async () => {
  chromium = await openChromium();
  engines.push(chromium);
  const firefox = isFirefoxAsked ? await openFirefox() : undefined;
  if (firefox) engines.push(firefox);
  else figure('engines', 'not run: Firefox', isFirefoxAsked ? 'it is not installed' : 'only with --firefox or --long');
});
afterAll(() => Promise.all(engines.map((each) => each.close())));

const all = payloads();
/** Payloads that have to run where nobody cleans them, for the rest to say anything. */
const rawAtLeast = 300;
/** Whether there is a collection that shows what the harness sees. */
const isCollection = (armed: readonly Payload[]): boolean => armed.length >= rawAtLeast;
const isArmed = ({armed}: Payload): boolean => armed.length > 0;
const tried = isLong || arePayloadsGiven || !all.some(isArmed) ? all : all.filter(isArmed);

const attribute = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One payload in every place that a sender can write to. */
function placesOf({payload, kind}: Payload): Omit<FileMessage, 'at'>[] {
  const attachments: FileAttachment[] = [
    {name: payload, mime: 'application/pdf', url: 'data:application/pdf;base64,AA=='},
    {name: 'drawing.svg', mime: 'image/svg+xml', url: `data:image/svg+xml,${encodeURIComponent(kind === 'svg-file' ? payload : `<svg xmlns="http://www.w3.org/2000/svg">${payload}</svg>`)}`},
    {name: 'far.pdf', mime: 'application/pdf', url: payload},
  ];
  return [
    {...mailMessage(payload, payload), attachments},
    {...mailMessage(`<a href="${attribute(payload)}" title="${attribute(payload)}">${attribute(payload)}</a><img src="${attribute(payload)}"><p style="${attribute(payload)}" background="${attribute(payload)}">x</p>`)},
    {kind: 'incoming', text: payload, quoted: payload},
    {kind: 'reply', by: 'lena', markdown: `${payload}\n\n[x](${payload})\n\n![x](${payload})`},
  ];
}

function hostileDesk(batch: readonly Payload[]) {
  const joined = batch.map(({payload}) => payload).join(' ');
  return deskOf(batch.flatMap(placesOf), {
    contacts: [{id: 'c', name: joined, company: joined}, ...batch.map(({payload}, index) => ({id: `c${index}`, name: payload}))],
    tags: batch.map(({payload}, index) => ({id: `t${index}`, name: payload})),
    conversations: [
      {id: 'k', subject: joined, channel: {kind: 'email', name: joined}, contact: 'c', tags: batch.map((_, index) => `t${index}`), messages: batch.flatMap(placesOf).map((each, index) => ({...each, at: new Date(1_774_360_000_000 + index * 1000).toISOString()})),
        tickets: batch.map(({payload}, index) => ({id: `k${index}`, number: '1', title: payload, status: payload, open: true, url: payload, at: '2026-03-24T14:00:00Z'}))},
      ...batch.map(({payload}, index) => ({id: `l${index}`, subject: payload, channel: {kind: payload}, contact: `c${index}`, messages: [{kind: 'incoming' as const, text: payload, at: '2026-03-24T14:00:00Z'}]})),
    ],
  });
}

const sinks = 'HTML mail, text, Markdown, preview, subject, names, file name, link, quote, draft and paste';

describe('S1: what runs', () => {
  it('is seen by the harness when it is put raw, and is nothing in the inbox', async () => {
    for (const engine of engines) {
      const page = await engine.open();
      await openDesk(page, origin);
      const armed = all.filter(({armed: where}) => where.some((each) => each.toLowerCase().startsWith(engine.name.toLowerCase())));
      const raw = new Set<string>();
      const runRaw = async (some: readonly Payload[], atOnce: number) => {
        for (const batch of batches(some, atOnce)) for (const id of await ask<string[]>(page, 'raw', batch)) raw.add(id);
      };
      const missing = () => armed.filter(({id}) => !raw.has(id));
      const ran = () => armed.length - missing().length;
      // Which of a file that somebody gave run is not known.
      await runRaw(arePayloadsGiven ? all : armed, 24);
      // A busy machine may be too slow for some: those are given more of it.
      for (let tries = 1; tries < 5 && ran() < Math.min(armed.length, rawAtLeast); tries++) await runRaw(missing(), 6);
      await page.close();
      if (arePayloadsGiven) figure('S1', `${engine.name}: ${raw.size} of ${all.length} payloads run raw`, raw.size > 0 ? 'some' : 'none does: nothing is proven');
      figure('S1', `${engine.name}: ${ran()} of ${armed.length} armed payloads run raw`, isCollection(armed) ? `at least ${rawAtLeast}` : `fewer than ${rawAtLeast} are armed: told, not demanded`);
      if (isCollection(armed)) expect(ran()).toBeGreaterThanOrEqual(rawAtLeast);

      const desk = await engine.open();
      await openDesk(desk, origin);
      const runs: string[] = [];
      const active: string[] = [];
      let seen = 0;
      for (const batch of batches(tried, 12)) {
        seen += await show(desk, hostileDesk(batch));
        runs.push(...(await ask<string[]>(desk, 'provoke', batch.map(({payload}) => payload))));
        for (const [href, rel, target] of await ask<[string, string, string][]>(desk, 'links')) {
          if (!/^(https?:|mailto:|tel:)/.test(href) || (/^https?:/.test(href) && !(rel.includes('noopener') && rel.includes('noreferrer') && target === '_blank'))) active.push(href);
        }
      }
      await desk.close();
      figure('S1', `${engine.name}: ${runs.length} runs of ${tried.length} payloads in 10 places (${sinks}), ${seen} messages`, '0');
      figure('S5', `${engine.name}: ${active.length} links that are not http, https, mailto or tel, or tell where one comes from`, '0');
      expect(runs).toEqual([]);
      expect(active).toEqual([]);
      expect(seen).toBeGreaterThanOrEqual(tried.length * 3);
    }
  });
});

const isForeign = (request: HTTPRequest): boolean => !/^(http:\/\/127\.0\.0\.1|data:|blob:|about:)/.test(request.url());

/** Firefox's driver does not tell what a request is for; what it would like in answer does. */
const isForPicture = (request: HTTPRequest, {name}: Engine): boolean =>
  name === 'Firefox' ? /^image\//.test(request.headers()['accept'] ?? '') : request.resourceType() === 'image';

describe('S3: what leaves the page', () => {
  it('is nothing before the agent allows it, then pictures alone, without telling where from', async () => {
    // What somebody gave may leak, whatever it is called.
    const leaks = all.filter(({kind}) => arePayloadsGiven || kind === 'http-leak').map(({id, payload}): Mail => ({id, html: payload}));
    const texts = naughty();
    for (const engine of engines) {
      const page = await engine.open();
      const asked: HTTPRequest[] = [];
      page.on('request', (request) => isForeign(request) && asked.push(request));
      await openDesk(page, origin);
      const given = [...mails(), ...leaks];
      let allowed = 0;
      const wrong: string[] = [];
      const judge = () => {
        for (const request of asked.splice(0)) {
          allowed++;
          if (!isForPicture(request, engine) || request.headers()['referer']) wrong.push(request.url());
        }
      };
      for (const batch of batches(given, 10)) {
        await show(page, deskOf(batch.map(({html}) => mailMessage(html))));
        expect(asked.map((request) => request.url())).toEqual([]);
        if ((await ask<number>(page, 'press', 'Show once')) === 0) continue;
        await ask(page, 'picturesAsked');
        // A page that has gone asks for nothing more that could be taken for the next one's.
        await openDesk(page, origin);
        judge();
      }
      for (const batch of batches(texts, 40)) await show(page, deskOf(batch.map((text) => ({kind: 'incoming', text}))));
      expect(asked.map((request) => request.url())).toEqual([]);
      await page.close();
      figure('S3', `${engine.name}: 0 requests before consent for ${given.length - leaks.length} mails, ${leaks.length} ${arePayloadsGiven ? 'payloads' : 'leak vectors'}, ${texts.length} strings; ${allowed} pictures after, ${wrong.length} of another kind or with a referrer`, '0; 0');
      expect(wrong).toEqual([]);
      if (!areMailsGiven) expect(allowed).toBeGreaterThan(0);
    }
  });
});

/** Pixels that differ between two pictures outside of boxes. */
async function differing(page: Page, before: string, after: string, boxes: readonly number[][]): Promise<number> {
  return page.evaluate(
    async (a, b, inside) => {
      const read = async (base64: string) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [first, second] = [await read(a), await read(b)];
      let count = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        if (first.data[at] === second.data[at] && first.data[at + 1] === second.data[at + 1] && first.data[at + 2] === second.data[at + 2]) continue;
        const x = (at / 4) % first.width;
        const y = Math.floor(at / 4 / first.width);
        if (!inside.some(([left = 0, top = 0, right = 0, bottom = 0]) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1)) count++;
      }
      return count;
    },
    before,
    after,
    boxes,
  );
}

/**
 * Pixels outside of their boxes that come and go with what mails paint. What changes by itself, such as a mark of what is unread, does not
 * come back: then all is looked at anew.
 */
async function paintedOutside(page: Page, judge: Page): Promise<number> {
  const shoot = async (isPainted: boolean) => {
    await ask(page, 'setPainted', isPainted);
    return page.screenshot({encoding: 'base64'});
  };
  for (let tries = 0; tries < 5; tries++) {
    // A page behind another one is not painted.
    await page.bringToFront();
    await ask(page, 'settled');
    const boxes = await ask<number[][]>(page, 'boxes');
    const [before, without, again] = [await shoot(true), await shoot(false), await shoot(true)];
    await judge.bringToFront();
    const count = await differing(judge, before, without, boxes);
    if (count === 0 || (await differing(judge, before, again, boxes)) === 0) return count;
  }
  throw new Error('The page does not come to rest');
}

describe('S4: mails in their boxes', () => {
  it('paint nothing outside', async () => {
    const page = await chromium.open();
    const judge = await chromium.open();
    await page.setViewport({width: 1100, height: 3_000});
    await openDesk(page, origin, strict);
    const given = [...escapes, ...mails().filter(({html}) => html.trim() !== '')];
    const outside: string[] = [];
    for (const batch of batches(given, 4)) {
      // A page behind another one is not painted.
      await page.bringToFront();
      await show(page, deskOf(batch.map(({html}) => mailMessage(html))));
      const count = await paintedOutside(page, judge);
      if (count > 0) outside.push(`${count} px of ${batch.map(({id}) => id).join(', ')}`);
    }
    const violations = await ask<string[]>(page, 'violations');
    figure('S4', `${outside.length} batches with pixels outside, of ${given.length} mails and escapes`, '0');
    figure('S2', `${violations.length} reports of the documented policy over these mails`, '0');
    await page.close();
    await judge.close();
    expect(outside).toEqual([]);
    expect(violations).toEqual([]);
  });

  it('keep their colours and sizes under the documented policy', async () => {
    const styled = mails().filter(({html}) => /\sstyle\s*=/i.test(html) && html.length < 400_000);
    const page = await chromium.open();
    const plain = await chromium.open();
    await page.setViewport({width: 1100, height: 2_000});
    await openDesk(page, origin, strict);
    await openDesk(plain, origin);
    const lost: string[] = [];
    const wordless: string[] = [];
    let compared = 0;
    for (const batch of batches(styled, 4)) {
      await show(page, deskOf(batch.map(({html}) => mailMessage(html))));
      const [box = []] = await ask<number[][]>(page, 'boxes');
      const ours = await steady(() => ask<string[][][]>(page, 'looks'));
      const theirs = await ask<string[][][][]>(plain, 'reference', batch.map(({html}) => html), Math.round((box[2] ?? 0) - (box[0] ?? 0)));
      batch.forEach(({id, html}, index) => {
        const found = ours[index] ?? [];
        let at = 0;
        const [one = [], two = []] = theirs[index] ?? [];
        const wrong = one.flatMap(([words, colour, size], row) => {
          const place = found.findIndex(([text], position) => position >= at && text === words);
          if (place < 0) return [];
          at = place + 1;
          compared++;
          const [, otherColour, otherSize] = two[row] ?? [];
          const [, ourColour, ourSize] = found[place] ?? [];
          return (colour === otherColour && colour !== ourColour) || (size === otherSize && size !== ourSize) ? [`${words?.slice(0, 20)}: ${colour} ${size}, is ${ourColour} ${ourSize}`] : [];
        });
        // All of what is no longer than the slice that is there at once.
        const missing = one.filter(([words]) => !found.some(([text]) => text === words));
        if (missing.length > 0 && html.length < 40_000) wordless.push(`${id} ${missing.length} of ${one.length}, ${missing[0]?.[0]?.slice(0, 60)}`);
        if (wrong.length > 0) lost.push(`${id} ${wrong.length} of ${one.length}, ${wrong[0]}`);
      });
    }
    await page.close();
    await plain.close();
    const share = 100 * (1 - lost.length / Math.max(1, styled.length));
    const seen = styled.length > 0 ? `${share.toFixed(1)} % of ${styled.length} styled mails keep all colours and sizes (${compared} stretches of words)` : 'no mail has a style in a tag: nothing is compared';
    figure('S4', seen, 'at least 95 %, or all but one');
    figure('S4', `${wordless.length} of them lose words`, '0');
    if (lost.length > 0) console.log(lost.join('\n'));
    if (wordless.length > 0) console.log(wordless.join('\n'));
    expect(lost.length).toBeLessThanOrEqual(Math.max(1, styled.length * 0.05));
  });
});

const controls = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];

describe('S6: characters that turn what follows', () => {
  it('move no neighbour and hide no ending', async () => {
    const page = await chromium.open();
    await openDesk(page, origin);
    const deskWith = (control: string) =>
      deskOf([{...mailMessage('<p>x</p>', `Ann${control}`), attachments: [{name: `${'a-long-name-'.repeat(20)}invoice${control}fdp.exe`, mime: 'application/x-msdownload', bytes: 2_000, url: 'data:application/octet-stream;base64,AA=='}]}], {
        contacts: [{id: 'c', name: `Ann 12${control}`, company: `Acme 3${control}`}],
        tags: [{id: 'a', name: `tag 1${control}`}, {id: 'b', name: 'tag 2'}],
      }, {subject: `Subject 12${control}`, tags: ['a', 'b']});
    const places = async (control: string) => {
      await show(page, deskWith(control));
      return ask<[string, number, number][]>(page, 'neighbours');
    };
    // Twice the same: what is loaded late is there then.
    const still = await steady(() => places(''));
    const moved: string[] = [];
    for (const control of controls) {
      const now = await places(control);
      const name = `U+${control.charCodeAt(0).toString(16)}`;
      if (now.length !== still.length) moved.push(`${name}: ${now.length} of ${still.length} neighbours`);
      now.forEach(([what, left], index) => Math.abs(left - (still[index]?.[1] ?? 0)) > 1 && moved.push(`${name}: ${what} by ${left - (still[index]?.[1] ?? 0)} px`));
      const ends = await ask<string[]>(page, 'endings');
      if (!ends.every((end) => end.endsWith('.exe') && !/[\u202a-\u202e\u2066-\u2069]/.test(end))) moved.push(`${name}: ${ends.join(' ')}`);
    }
    await page.close();
    figure('S6', `${moved.length} of ${still.length} neighbours moved by ${controls.length} characters`, '0');
    expect(still.length).toBeGreaterThan(5);
    expect(moved).toEqual([]);
  });
});

describe('S7: very long messages', () => {
  const repeated = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));
  const text = (piece: string) => (size: number): Omit<FileMessage, 'at'> => ({kind: 'incoming', text: repeated(piece, size)});
  const markdown = (piece: string) => (size: number): Omit<FileMessage, 'at'> => ({kind: 'reply', by: 'lena', markdown: repeated(piece, size)});
  const html = (piece: string) => (size: number): Omit<FileMessage, 'at'> => mailMessage(repeated(piece, size));
  const nested = (tag: string) => (size: number): Omit<FileMessage, 'at'> => {
    const count = size / (2 * tag.length + 5);
    return mailMessage(`${repeated(`<${tag}>`, count * (tag.length + 2))}x${repeated(`</${tag}>`, count * (tag.length + 3))}`);
  };
  const ruled = (rule: string, piece: string) => (size: number): Omit<FileMessage, 'at'> => mailMessage(`<style>${repeated(rule, Math.min(190_000, size / 2))}</style>${repeated(piece, size / 2)}`);
  const always = {
    'text of words': text('word www.example.com '),
    'text in one word': text('a.b@'),
    'Markdown of marks': markdown('*a **b _c `'),
    'HTML of links': html('<a href="https://a.example">b</a> '),
    'HTML in each other': nested('div'),
  };
  const inLong = {
    'text without a space': text('x'), 'text of lines': text('a line\n'), 'text in a tangle': text('http://a/('), 'emoji': text('😀👩‍👩‍👧'), 'text from right to left': text('שלום עולם '),
    'Markdown quotes in each other': markdown('> '), 'Markdown of brackets': markdown('['), 'Markdown of headings': markdown('a\n-\n'), 'Markdown of paragraphs': markdown('Some *words*.\n\n'),
    'HTML of rows': html('<tr><td>a<td>b'), 'HTML tables in each other': html('<table><tr><td>'), 'HTML tables in each other with words': html('<table><tr><td>a'),
    'HTML formats without end': html('<b><p>'), 'HTML formats without end with words': html('<b><p>a'), 'HTML of styles': html('<p style="color:red;font-size:20px">a</p>'),
    'HTML of rules': ruled('i{color:red}', '<i>a</i>'), 'HTML of rules for the n-th': ruled(':nth-last-child(3n+1 of .a),i:nth-last-child(3n+1):nth-of-type(2n){color:red}', '<i>a</i>'),
    'HTML of rules that look far': ruled(`${'* ~ '.repeat(100)}i,b + * ~ i{color:red}`, '<i>a</i>'), 'HTML of rules in many steps': ruled(`${'* + '.repeat(9)}i{color:red}`, '<i>a</i>'),
    'HTML of high boxes': html('<div style="height:9999px;border:1px solid">a</div>'),
  };
  /** ms of a processor: below that, which is the target, a task may grow as it likes. */
  const noise = 100;
  /** What a message of 1 MB may take, in longest tasks of one of 250 kB. */
  const growthAtMost = 2.5;
  interface Longest {
    readonly opened: number;
    readonly unfolded: number;
    readonly nodes: number;
  }
  const growth = (seen: readonly Longest[], part: 'opened' | 'unfolded'): number => seen.at(-1)![part] / Math.max(noise, seen[0]![part]);
  const isTooLong = (seen: readonly Longest[]): boolean => growth(seen, 'opened') >= growthAtMost || growth(seen, 'unfolded') >= growthAtMost;
  const shorter = (one: Longest, two: Longest): Longest => ({opened: Math.min(one.opened, two.opened), unfolded: Math.min(one.unfolded, two.unfolded), nodes: two.nodes});

  it('keep the page free, however long they are', async () => {
    const page = await chromium.open();
    await openDesk(page, origin);
    for (const [name, make] of Object.entries({...always, ...(isLong && inLong)})) {
      const seen: Longest[] = [];
      const watch = async (size: number): Promise<Longest> => {
        const file = deskOf([{kind: 'incoming', text: 'x'}]);
        const big = {id: 'big', subject: 'Big', channel: {kind: 'email'}, contact: 'c', messages: [{...make(size), at: '2026-03-24T13:00:00Z'}]};
        // In the short form it is watched for a while, not until its end.
        let nodes = 0;
        const [opened = 0, unfolded = 0] = await longestTasks(page, ['open', 'unfold', 'whole'], async () => {
          nodes = await ask(page, 'unfold', {...file, conversations: [...file.conversations, big]}, isLong ? 60_000 : 1_000);
        });
        return {opened, unfolded, nodes};
      };
      for (const size of isLong ? [250_000, 500_000, 1_000_000] : [250_000, 1_000_000]) seen.push(await watch(size));
      // A machine that is in a hurry elsewhere only makes a task longer: the shortest of three counts, where one would be too long.
      for (let tries = 1; tries < 3 && isTooLong(seen); tries++) seen.push(shorter(seen.pop()!, await watch(1_000_000)));
      const told = (part: 'opened' | 'unfolded') => seen.map((each) => `${each[part].toFixed(0)}`).join(', ');
      figure('S7', `${name}: longest task ${told('opened')} ms when it is opened, ${told('unfolded')} ms while all of it is shown, at 250${isLong ? ', 500' : ''} and 1,000 kB`, '100 ms of a processor; no more for more');
      expect(growth(seen, 'opened'), `${name}, opened`).toBeLessThan(growthAtMost);
      expect(growth(seen, 'unfolded'), `${name}, unfolded`).toBeLessThan(growthAtMost);
      // Where it was watched to its end: work by what is there.
      const large = seen.at(-1)!;
      if (isLong) expect(large.nodes / Math.max(1_000, seen[1]!.nodes), `${name}, nodes for twice as much`).toBeLessThanOrEqual(2.5);
    }
    await page.close();
  });

  it('show 10,000 emoji whole', async () => {
    const page = await chromium.open();
    await openDesk(page, origin);
    await show(page, deskOf([{kind: 'incoming', text: '👩‍👩‍👧'.repeat(10_000)}]));
    await ask(page, 'press', 'Show all');
    await page.waitForFunction(() => (globalThis as unknown as {desk: {words(): string}}).desk.words() === '👩‍👩‍👧'.repeat(10_000));
    await page.close();
  });
});

describe('S9: the published file', () => {
  it('makes no code of text and writes no style into markup', () => {
    const built = join(root, 'node_modules/.cache/loop-journeys');
    const files = readdirSync(built).filter((name) => name.endsWith('.js') && !name.includes('sample'));
    const bad = files.filter((name) => /\beval\(|new Function\(|<[a-z]+[^<>`]* style="/.test(readFileSync(join(built, name), 'utf8')));
    const {version} = JSON.parse(readFileSync(join(root, 'node_modules/dompurify/package.json'), 'utf8')) as {version: string};
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    figure('S9', `${bad.length} of ${files.length} files with eval, new Function or a style attribute; DOMPurify ${version}`, '0; 3.4.7 or newer');
    expect(bad).toEqual([]);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_004_007);
  });
});
