import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {sees, visit} from '../journeys/support/visit.js';
import {chance, figure, long, Memory, percent} from './support/measure.js';

const warmUp = 5000;
const events = long ? 50_000 : 10_000;
const perStep = 25;
const dayMs = 24 * 60 * 60_000;
/** Messages in the page at once. */
const rowsAtMost = 400;

/** What people really wrote to a support desk where the larger set of texts is there, else lines of our own. */
function sentences(): readonly string[] {
  const folder = process.env.LOOP_TEST_DATA;
  if (!folder) return Array.from({length: 500}, (_, index) => `Line ${index}: ${'the pole of my tent broke in the wind, and we leave on Friday. '.repeat(1 + (index % 4))}`);
  const dialogues = JSON.parse(readFileSync(join(folder, 'dialogues.json'), 'utf8')) as readonly {readonly turns: readonly {readonly text: string}[]}[];
  return dialogues.flatMap(({turns}) => turns.map(({text}) => text)).slice(0, 20_000);
}

it(`a day of ${events} events, with an agent at work, leaves the page as it was`, async () => {
  const texts = sentences();
  const random = chance(Number(process.env.SEED ?? 1));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const {page} = await visit({path: '/soak/day.html', before: (it) => it.clock.install()});
  await page.clock.runFor(2000);
  await sees(page.getByRole('grid'));
  const memory = await Memory.of(page);
  let text = 0;
  let rows = 0;

  async function step(): Promise<void> {
    const batch = Array.from({length: perStep}, () => {
      const kind = pick(['incoming', 'incoming', 'incoming', 'reply', 'note', 'typing', 'archive']);
      return [`k${Math.floor(random() * random() * 200)}`, kind, texts[text++ % texts.length]!] as const;
    });
    await page.evaluate((all) => all.forEach(([id, kind, words]) => globalThis.happen(id, kind, words)), batch);
    // One in eight steps the agent goes elsewhere, begins to write, answers, or archives.
    if (random() < 1 / 8) {
      const id = `k${Math.floor(random() * 40)}`;
      await page.evaluate(
        ([conversationId, act]) => {
          const {inbox} = globalThis;
          inbox.conversationId = conversationId;
          const {commands} = inbox.currentInbox!;
          if (act === 'draft') commands.setDraft(conversationId, 'reply', {text: 'Half a sentence'});
          if (act === 'send') {
            commands.setDraft(conversationId, 'reply', {text: 'On its way to you.'});
            commands.send(conversationId, 'reply');
          }
          if (act === 'archive') commands.archive(conversationId);
        },
        [id, pick(['look', 'draft', 'send', 'send', 'archive'])] as const,
      );
    }
    await page.clock.fastForward(Math.round(dayMs / (events / perStep)));
    await page.clock.runFor(50);
    rows = Math.max(rows, await page.evaluate(() => {
      const within = (root: ParentNode): number => [...root.querySelectorAll('*')].reduce((sum, each) => sum + (each.localName === 'loop-message' ? 1 : 0) + (each.shadowRoot ? within(each.shadowRoot) : 0), 0);
      return within(document);
    }));
  }

  for (let done = 0; done < warmUp; done += perStep) await step();
  const before = await memory.heapBytes();
  for (let done = 0; done < events; done += perStep) await step();
  const grown = percent(before, await memory.heapBytes());
  figure(`growth of the heap over ${events} events`, `${grown.toFixed(1)} %`, '10 %');
  figure('messages in the page at most', String(rows), String(rowsAtMost));
  expect(grown).toBeLessThanOrEqual(10);
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThanOrEqual(rowsAtMost);
});
