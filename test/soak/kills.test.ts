import type {Page} from 'playwright-core';
import {expect, it} from 'vitest';
import {message, open, openContext, until, visit} from '../journeys/support/visit.js';
import {kill} from './support/kill.js';
import {brief, chance, figure, long} from './support/measure.js';

const kills = long ? 1000 : brief ? 7 : 50;
const lossMs = 1000;
const path = '/pages/desk.html?persist=kills';
const customers = [
  ['Marta Kowalczyk', 'Pole snapped on the second day'],
  ['Oliver Grant', 'Invoice with the old address'],
  ['Ingrid Solheim', 'Seam of the backpack'],
] as const;
const fields = {reply: 'Reply to the contact', note: 'Note, only your team sees this'} as const;
type Kind = keyof typeof fields;

it(`${kills} pages killed while an agent types lose at most ${lossMs} ms of it, and mix up nothing`, async () => {
  const random = chance(Number(process.env.SEED ?? 1));
  const context = await openContext();
  const written = new Map<string, string>();
  /** Index of the customer by text. */
  const sent = new Map<string, number>();
  let worstMs = 0;
  let resurrected = 0;

  const choose = async (page: Page, index: number, kind: Kind) => {
    const [customer, subject] = customers[index]!;
    await open(page, customer, subject);
    await page.getByRole('tab', {name: kind === 'reply' ? 'Reply' : 'Note'}).click();
    return page.getByRole('textbox', {name: fields[kind]});
  };

  let {page} = await visit({path, context});
  for (let round = 0; round < kills; round++) {
    const index = Math.floor(random() * customers.length);
    const kind: Kind = random() < 0.5 ? 'reply' : 'note';
    const key = `${index} ${kind}`;
    const field = await choose(page, index, kind);
    await until(() => field.inputValue()).toBe(written.get(key) ?? '');
    await field.press('Control+End');
    /** Each text that the field held, and when. */
    const stages = [{text: written.get(key) ?? '', at: -Infinity}];
    let text = stages[0]!.text;
    const letters = Math.floor(5 + random() * 60);
    for (let letter = 0; letter < letters; letter++) {
      const next = String.fromCharCode(97 + Math.floor(random() * 26));
      await page.keyboard.type(next);
      text += next;
      stages.push({text, at: performance.now()});
      if (random() < 0.05) await page.waitForTimeout(random() * 700);
    }
    const sends = random() < 0.25;
    if (sends) await field.press('Enter');
    const killedAt = performance.now();
    await kill(page);

    ({page} = await visit({path, context}));
    const found = await choose(page, index, kind);
    const kept = await settled(() => found.inputValue(), sends ? '' : text);
    const isMessage = sends && (await message(page, text).count()) > 0;
    if (isMessage) {
      if (kept !== '') resurrected++;
      sent.set(text, index);
      written.delete(key);
    } else {
      const stage = stages.findIndex((each) => each.text === kept);
      expect(stage, `'${kept}' was never typed there`).toBeGreaterThanOrEqual(0);
      const firstLost = stages[stage + 1];
      if (firstLost) worstMs = Math.max(worstMs, killedAt - firstLost.at);
      written.set(key, kept);
    }
    for (const [other, expected] of written) {
      if (other === key) continue;
      const [at, otherKind] = other.split(' ') as [string, Kind];
      const there = await choose(page, Number(at), otherKind);
      await until(() => there.inputValue()).toBe(expected);
    }
  }
  let copies = 0;
  for (const [text, index] of sent) {
    await choose(page, index, 'reply');
    // The thread may come a moment after its heading.
    copies += await settled(() => message(page, text).count(), 1);
  }
  figure(`typing lost in ${kills} kills, worst`, `${Math.round(worstMs)} ms`, `${lossMs} ms`);
  figure('sent texts that came back as drafts', `${resurrected} of ${sent.size}`, '0');
  expect(worstMs).toBeLessThanOrEqual(lossMs);
  expect(resurrected).toBe(0);
  figure('messages made of them', String(copies), String(sent.size));
  expect(copies).toBe(sent.size);
  expect(sent.size).toBeGreaterThan(0);
});

/** What the page says once it has had the time to say it: drafts come out of the storage a moment after the page. */
async function settled<T>(read: () => Promise<T>, hoped: T): Promise<T> {
  let seen = await read();
  for (let time = 0; time < 20 && seen !== hoped; time++) {
    await new Promise((done) => setTimeout(done, 25));
    seen = await read();
  }
  return seen;
}
