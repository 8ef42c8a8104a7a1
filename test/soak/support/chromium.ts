import type {Page} from 'playwright-core';
import {expect, inject} from 'vitest';
import {openContext, visit} from '../../journeys/support/visit.js';
import type {Engine, Tab} from './engine.js';

/** What Chromium says where the machine has nothing to sound with, at a moment of its own. */
const noDevice = /^error: The AudioContext encountered an error from the audio device/;

/** A profile in the browser that all tests share. @param origin may show notifications. */
export async function openChromium(origin: string): Promise<Engine> {
  const context = await openContext();
  const isWhole = inject('isWhole');
  if (isWhole) await context.grantPermissions(['notifications'], {origin});
  return {
    name: 'Chromium',
    isWhole,
    open: async (address) => {
      const {origin: at, pathname, search} = new URL(address);
      return tabOf((await visit({origin: at, path: pathname + search, context, expected: noDevice})).page);
    },
  };
}

const tabOf = (page: Page): Tab => ({
  ask: (expression) => page.evaluate(expression),
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  touch: () => page.mouse.click(2, 2),
  kill: async () => {
    const session = await page.context().newCDPSession(page);
    const gone = new Promise((done) => page.once('crash', done));
    const at = performance.now();
    void session.send('Page.crash').catch(() => undefined);
    await gone;
    await page.close();
    return at;
  },
  freeze: async (ms) => {
    const at = performance.now();
    expect(await page.evaluate((time) => globalThis.freeze(time), ms), 'timers that ran in the frozen page').toBe(0);
    return at;
  },
});
