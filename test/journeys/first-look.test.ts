import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {message, row, sees, seesNo, until, visit} from './support/visit.js';

/** What elements do without at first: their late parts, their styles, elements of their own, icons. Not the store's and the backend's. */
const lateFiles = /\/late-(controls|tokens-later|facts-later|icon-paths|message-details|loop-|(composer|conversation|thread|list|inbox)-later)[^/]*\.js$/;

const written = (page: Page) => page.getByRole('textbox', {name: 'Reply to the contact'});

/** How far what is seen has jumped since it was last asked. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = {sum: 0};
    Object.assign(globalThis, {shifts: seen});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.sum += (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: 'layout-shift', buffered: true});
  });
const shiftedBy = (page: Page) => page.evaluate(() => (globalThis as unknown as {shifts: {sum: number}}).shifts.sum);

describe('a first look', () => {
  it('shows list, messages and composer before what comes later, which moves nothing', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const {page} = await visit({
      before: async (page) => {
        await watchShifts(page);
        await page.route(lateFiles, async (route) => {
          await released;
          await route.continue();
        });
      },
    });
    await row(page, 'Marta Kowalczyk').click();
    await sees(page.getByRole('article'));
    await written(page).fill('Begun at once');
    expect(await page.getByRole('button', {name: 'Archive', exact: true}).count()).toBe(0);
    const before = await shiftedBy(page);
    release();
    await sees(page.getByRole('button', {name: 'Archive', exact: true}));
    await sees(page.getByRole('navigation', {name: 'Views'}));
    await until(() => written(page).inputValue()).toBe('Begun at once');
    expect((await shiftedBy(page)) - before).toBeLessThan(0.01);
  });

  it('sends what was sent before the part that sends is there', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const {page} = await visit({
      before: (page) =>
        page.route(/late-composer-later/, async (route) => {
          await released;
          await route.continue();
        }),
    });
    await row(page, 'Marta Kowalczyk').click();
    await written(page).fill('Sent too early.');
    await page.keyboard.press('Enter');
    release();
    await sees(message(page, 'Sent too early.'));
    expect(await written(page).inputValue()).toBe('');
  });

  it('goes on without what could not be loaded, and tells the console of each part once', async () => {
    const told: string[] = [];
    const {page} = await visit({
      expected: /could not be loaded|ERR_FAILED/,
      before: async (page) => {
        page.on('console', (line) => line.text().startsWith('Loop Inbox') && told.push(line.text().replace(/:.*could/, ' could')));
        await page.route(lateFiles, (route) => route.abort());
      },
    });
    await row(page, 'Marta Kowalczyk').click();
    await sees(page.getByRole('article'));
    await written(page).fill('Written all the same');
    expect(told.length).toBeGreaterThan(5);
    expect(new Set(told).size).toBe(told.length);
  });

  it('loses nothing where no file comes at the first time: what was written and sent waits, and each part comes', async () => {
    const asked = new Set<string>();
    const {page} = await visit({
      expected: /could not be loaded|ERR_FAILED/,
      before: (page) =>
        page.route(/\/loop\/late-[^/]+\.js$/, (route) => {
          const url = route.request().url();
          if (asked.has(url)) return route.continue();
          asked.add(url);
          return route.abort();
        }),
    });
    await row(page, 'Marta Kowalczyk').click();
    await written(page).fill('Sent before anything could send it.');
    await page.keyboard.press('Enter');
    await sees(message(page, 'Sent before anything could send it.'));
    expect(await written(page).inputValue()).toBe('');
    await written(page).fill('Kept before anything could keep it.');
    await sees(page.getByRole('navigation', {name: 'Views'}));
    const settings = page.getByRole('button', {name: 'Settings'});
    await settings.click();
    await seesNo(page.getByRole('dialog', {name: 'Settings'}));
    await settings.click();
    await sees(page.getByRole('dialog', {name: 'Settings'}));
    expect(asked.size).toBeGreaterThan(15);
  });
});
