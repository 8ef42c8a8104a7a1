import {expect, it} from 'vitest';
import {visit} from '../journeys/support/visit.js';
import {brief, figure, long, Memory, percent} from './support/measure.js';

const times = long ? 1000 : brief ? 40 : 150;
const tags = ['loop-inbox', 'loop-list', 'loop-conversation', 'loop-thread', 'loop-message', 'loop-composer', 'loop-menu', 'loop-toasts'];

it(`nothing of ${times} inboxes stays when they are gone`, async () => {
  const {page} = await visit({path: '/soak/mounts.html'});
  const memory = await Memory.of(page);
  const mount = (count: number) => page.evaluate((wanted) => globalThis.mount(wanted), count);
  // Code, styles and caches that are made once.
  await mount(50);
  const listeners = await page.evaluate(() => globalThis.listeners);
  const before = await memory.heapBytes();
  await mount(times);
  const grown = percent(before, await memory.heapBytes());
  const alive = Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await memory.instancesOf(tag)] as const)));
  const newListeners = (await page.evaluate(() => globalThis.listeners)) - listeners;
  figure(`live instances after ${times} mounts`, String(Object.values(alive).reduce((sum, count) => sum + count, 0)), '0');
  figure('listeners left on window and document', String(newListeners), '0');
  figure('growth of the heap', `${grown.toFixed(1)} %`, '5 %');
  expect(alive).toEqual(Object.fromEntries(tags.map((tag) => [tag, 0])));
  expect(newListeners).toBe(0);
  expect(grown).toBeLessThanOrEqual(5);
});
