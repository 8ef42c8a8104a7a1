import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {strictPolicy} from '../../scripts/strict-policy.mjs';
import {openContext, sees, visit} from '../journeys/support/visit.js';
import {interpretingBrowser} from './support/interpreted.js';
import {chance, figure, long, Memory, percent} from './support/measure.js';

// Few conversations are full sooner: the sample has no time to warm up with many.
const conversations = long ? 200 : 50;
const warmUp = long ? 5000 : 2000;
const events = long ? 50_000 : 2000;
const perStep = 25;
const dayMs = 24 * 60 * 60_000;
const growthPercent = 10;
/** Of nodes: they don't depend on what the engine has made of the page's code. */
const nodesPercent = 2;
/** Messages in the page at once. */
const rowsAtMost = 400;

/** The page starts its backend, a worker, by a policy of its own. */
const policy = `${strictPolicy()} day-backend`;

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
  const context = await openContext({}, await interpretingBrowser());
  const {page, problems} = await visit({context, path: `/soak/day.html?conversations=${conversations}&policy=${encodeURIComponent(policy)}`, before: (it) => it.clock.install()});
  await page.clock.runFor(2000);
  await sees(page.getByRole('grid'));
  const memory = await Memory.of(page);
  let text = 0;
  let rows = 0;

  async function step(): Promise<void> {
    const batch = Array.from({length: perStep}, () => {
      const kind = pick(['incoming', 'incoming', 'incoming', 'reply', 'note', 'typing', 'archive']);
      return [`k${Math.floor(random() * random() * conversations)}`, kind, texts[text++ % texts.length]!] as const;
    });
    await page.evaluate((all) => globalThis.happen(all).then(() => undefined), batch);
    // The agent goes elsewhere, begins to write, answers, or archives; what asks whether it may leave does.
    if (random() < 1 / 8) {
      await page.evaluate(
        ([conversationId, act]) => {
          const {inbox} = globalThis;
          inbox.conversationId = conversationId;
          const {commands, state} = inbox.currentInbox!;
          for (const {clientId, question} of state.outbox.values()) if (question) commands.sendAnyway(clientId);
          if (act === 'draft') commands.setDraft(conversationId, 'reply', {text: 'Half a sentence'});
          if (act === 'send') {
            commands.setDraft(conversationId, 'reply', {text: 'On its way to you.'});
            commands.send(conversationId, 'reply');
          }
          if (act === 'archive') commands.archive(conversationId);
        },
        [`k${Math.floor(random() * 40)}`, pick(['look', 'draft', 'send', 'send', 'archive'])] as const,
      );
    }
    await page.clock.fastForward(Math.round(dayMs / (events / perStep)));
    await page.clock.runFor(50);
    rows = Math.max(rows, await page.locator('loop-message').count());
  }

  /** Heap and nodes with the same on the screen each time: the conversation that rests. */
  async function atRest(): Promise<readonly [bytes: number, nodes: number]> {
    await page.evaluate((resting) => void (globalThis.inbox.conversationId = resting), `k${conversations}`);
    for (let time = 0; time < 4; time++) {
      await page.clock.runFor(10_000);
      await page.evaluate(() => globalThis.answered());
    }
    return [await memory.heapBytes(), await memory.nodes()];
  }

  for (let done = 0; done < warmUp; done += perStep) await step();
  const before = await atRest();
  for (let done = 0; done < events; done += perStep) await step();
  const after = await atRest();
  const [grown, more] = before.map((each, index) => percent(each, after[index]!)) as [number, number];
  figure(`growth of the heap over ${events} events`, `${grown.toFixed(1)} %`, `${growthPercent} %`);
  figure('growth of the number of nodes in the page', `${more.toFixed(1)} %`, `${nodesPercent} %`);
  figure('messages in the page at most', String(rows), String(rowsAtMost));
  figure('errors and warnings in the console', String(problems.size), '0');
  expect(grown).toBeLessThanOrEqual(growthPercent);
  expect(more).toBeLessThanOrEqual(nodesPercent);
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThanOrEqual(rowsAtMost);
  expect([...problems]).toEqual([]);
});
