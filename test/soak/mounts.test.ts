import type {Page} from 'playwright-core';
import {expect, it} from 'vitest';
import {openContext, visit} from '../journeys/support/visit.js';
import {interpretingBrowser} from './support/interpreted.js';
import {brief, figure, long, Memory, percent} from './support/measure.js';

const times = long ? 1000 : brief ? 40 : 150;
const tags = ['loop-inbox', 'loop-list', 'loop-conversation', 'loop-thread', 'loop-message', 'loop-composer', 'loop-menu', 'loop-toasts'];

const mount = (page: Page, count: number) => page.evaluate((wanted) => globalThis.mount(wanted), count);

/** Growth of the heap in % over `times` mounts, after those for which code, styles and caches are made once. */
async function growth(page: Page, memory: Memory, warmUp: number): Promise<number> {
  await mount(page, warmUp);
  const before = await memory.heapBytes();
  await mount(page, times);
  return percent(before, await memory.heapBytes());
}

it(`nothing of ${times} inboxes stays when they are gone`, async () => {
  const {page} = await visit({path: '/soak/mounts.html'});
  const memory = await Memory.of(page);
  await mount(page, 1);
  const listeners = await page.evaluate(() => globalThis.listeners);
  // The engine makes machine code of more and more of what is called; that ends.
  const grown = await growth(page, memory, long ? 500 : 50);
  const alive = Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await memory.instancesOf(tag)] as const)));
  const newListeners = (await page.evaluate(() => globalThis.listeners)) - listeners;
  figure(`live instances after ${times} mounts`, String(Object.values(alive).reduce((sum, count) => sum + count, 0)), '0');
  figure('listeners left on window and document', String(newListeners), '0');
  figure('growth of the heap', `${grown.toFixed(1)} %`, '5 %');
  expect(alive).toEqual(Object.fromEntries(tags.map((tag) => [tag, 0])));
  expect(newListeners).toBe(0);
  expect(grown).toBeLessThanOrEqual(5);
});

it(`${times} inboxes leave nothing on the heap beside the engine's own code`, async () => {
  const context = await openContext({}, await interpretingBrowser());
  const {page} = await visit({path: '/soak/mounts.html', context});
  const grown = await growth(page, await Memory.of(page), 100);
  figure('growth of the heap without machine code', `${grown.toFixed(2)} %`, '0.5 %');
  expect(grown).toBeLessThanOrEqual(0.5);
});
