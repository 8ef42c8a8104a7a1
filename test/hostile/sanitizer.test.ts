import {join} from 'node:path';
import {build} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openChromium, type Engine} from './support/engines.js';
import {figure} from './support/figures.js';
import {isLong, payloads} from './support/inputs.js';

/** The sanitiser and what is made for it, as one script for a page. */
async function fuzzScript(): Promise<string> {
  const entry = join(import.meta.dirname, 'support/fuzz-page.ts');
  const built = await build({configFile: false, logLevel: 'error', build: {write: false, minify: false, lib: {entry, formats: ['iife'], name: 'fuzzing'}, rolldownOptions: {output: {codeSplitting: false}}}});
  const [{output} = {output: []}] = [built].flat() as {output: {code?: string}[]}[];
  const code = output[0]?.code;
  if (!code) throw new Error('The page of the fuzz could not be built');
  return code;
}

const seed = Number(process.env['HOSTILE_SEED'] ?? 20_260_324);
const count = isLong ? 100_000 : 1_000;
/** Texts that stand in the page together. */
const atOnce = 500;

let chromium: Engine;
beforeAll(async () => (chromium = await openChromium()));
afterAll(() => chromium.close());

type Fuzzing = Record<'fuzz' | 'raw', (payloads: readonly string[], seed: number, count: number) => Promise<unknown>>;

describe('S1b: HTML that is made to be misread', () => {
  it('runs nothing, keeps nothing else than what is allowed, fetches nothing, and is the same when it is cleaned again', async () => {
    const page = await chromium.open();
    const asked: string[] = [];
    page.on('request', (request) => /leak\.example/.test(request.url()) && asked.push(request.url()));
    // A frame that a text brings has an `alert` of its own, which would hold the page.
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    // A page without a policy: nothing but the sanitiser is in the way.
    await page.evaluate(await fuzzScript());
    const call = (name: 'fuzz' | 'raw', from: number, some: number) =>
      page.evaluate((called, given, first, all) => (globalThis as unknown as Fuzzing)[called as 'fuzz'](given, first, all), name, known, from, some);
    const known = payloads().filter(({kind}) => kind === 'html').map(({payload}) => payload);

    const found: unknown[] = [];
    for (let done = 0; done < count && found.length === 0; done += atOnce) {
      const breach = await call('fuzz', seed + done, atOnce);
      if (breach !== undefined && breach !== null) found.push(breach);
    }
    expect(found).toEqual([]);
    expect(asked).toEqual([]);
    expect(dialogs).toEqual([]);

    const raw = (await call('raw', seed, atOnce)) as number;
    figure('S1b', `Chromium: 0 runs, 0 requests, 0 elements or attributes that are not allowed, 0 that change when cleaned again, of ${count} made texts, seed ${seed}; raw, ${raw} of ${atOnce} run and ${asked.length} requests leave`, '0');
    // As they are they do what they are made for.
    expect(raw).toBeGreaterThan(20);
    // Each address is asked for once.
    expect(asked.length).toBeGreaterThan(2);
    await page.close();
  });
});
