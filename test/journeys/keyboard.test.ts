import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {message, names, row, sees, seesNo, until, visit} from './support/visit.js';

/** What has the focus, as a reader would say it: role and name; 'body' where it is lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'body';
    const role = element.getAttribute('role') ?? element.localName;
    const name = element.ariaLabel ?? element.querySelector('.row-name')?.textContent ?? element.textContent ?? '';
    return `${role} ${name.replace(/\s+/g, ' ').trim()}`;
  });

/** Presses Tab until the focus is on something of this name; the stops on the way. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> {
  const stops: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    stops.push(stop);
    if (name.test(stop)) return stops;
  }
  throw new Error(`Tab never came to ${name}: ${stops.join(' · ')}`);
}

/** Moves inside a toolbar, which is one stop of the Tab key. */
async function arrowTo(page: Page, name: RegExp, key: 'ArrowRight' | 'ArrowDown'): Promise<void> {
  for (let presses = 0; presses < 20 && !name.test(await focused(page)); presses++) await page.keyboard.press(key);
  expect(await focused(page)).toMatch(name);
}

describe('an agent without a mouse', () => {
  it('opens, replies, archives, takes it back, reads notifications and returns to the list', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await tabTo(page, /^row Marta/);
    await page.keyboard.press('ArrowDown');
    await until(() => focused(page)).toMatch(/^row Yuki/);
    await page.keyboard.press('End');
    await until(() => focused(page)).toMatch(/^row Hannah/);
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await until(() => focused(page)).toMatch(/^row Oliver/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', {name: 'Invoice with the old address'}));
    expect(await focused(page)).toMatch(/^row Oliver/);

    await tabTo(page, /^textarea Reply to the contact/);
    await page.keyboard.type('jjjek. The corrected one follows.');
    expect(await page.getByRole('textbox').inputValue()).toBe('jjjek. The corrected one follows.');
    await page.keyboard.press('Enter');
    await sees(message(page, 'jjjek. The corrected one follows.'));
    expect(await focused(page)).toMatch(/^textarea Reply/);

    await tabTo(page, /^row Oliver/, 'Shift+Tab');
    await page.keyboard.press('e');
    await sees(page.getByText('Archived.', {exact: true}));
    await until(() => names(page)).not.toContain('Oliver Grant');
    await until(() => focused(page)).toMatch(/^row Ingrid/);
    await tabTo(page, /^button Undo/);
    await page.keyboard.press('Enter');
    await seesNo(page.getByText('Archived.', {exact: true}));
    expect(await focused(page)).not.toBe('body');
    await until(() => names(page)).toContain('Oliver Grant');

    await tabTo(page, /^button Active/, 'Shift+Tab');
    await arrowTo(page, /^button Notifications/, 'ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', {name: 'Notifications'});
    await sees(panel.getByRole('button', {name: /^Escalation/}));
    await tabTo(page, /^button Pole snapped on the second day/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', {name: 'Pole snapped on the second day'}));
    await seesNo(panel);
    await until(() => focused(page)).toMatch(/^button Notifications/);
    await tabTo(page, /^row Marta/);
    await tabTo(page, /^article Marta/);
  });

  it('reads a long conversation by its keys: what has the focus is in view, back to the first message', async () => {
    const {page} = await visit();
    const inView = () =>
      page.locator('loop-thread').evaluate((thread) => {
        const row = thread.shadowRoot!.activeElement?.getBoundingClientRect();
        const view = thread.shadowRoot!.querySelector('.scroller')!.getBoundingClientRect();
        return row !== undefined && row.top >= view.top - 1 && row.bottom <= view.bottom + 1;
      });
    await sees(row(page, 'Lars Holm'));
    await row(page, 'Lars Holm').focus();
    await page.keyboard.press('Enter');
    await sees(message(page, 'Line 120'));
    await tabTo(page, /^article Jonas Weber replied/);
    for (let up = 0; up < 12; up++) await page.keyboard.press('ArrowUp');
    await until(inView).toBe(true);
    for (let loaded = await page.getByRole('article').count(); loaded < 120; ) {
      const before = loaded;
      await page.keyboard.press('Home');
      await until(async () => (loaded = await page.getByRole('article').count())).toBeGreaterThan(before);
    }
    await page.keyboard.press('Home');
    await until(inView).toBe(true);
    await sees(page.getByRole('article').first().getByText('Line 1', {exact: true}));
    await page.keyboard.press('End');
    await until(inView).toBe(true);
    await page.evaluate(() => host.backend.incoming('lars', 'The very last one.'));
    await sees(message(page, 'The very last one.'));
    expect(await page.getByRole('button', {name: '1 new message'}).count()).toBe(0);
  });

  it('has few stops on the way, in the order of what is seen, and leaves at the end', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await sees(page.getByRole('button', {name: 'Filter'}));
    await tabTo(page, /^a Help/);
    const stops = await tabTo(page, /^a Legal/);
    expect(stops.filter((stop) => stop === 'body')).toEqual([]);
    expect(stops).toEqual([
      'button Active, 6',
      'button Order: Newest first',
      'row Marta Kowalczyk',
      'a Legal',
    ]);
  });

  it('has seven stops from the list to the button that sends', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await row(page, 'Marta Kowalczyk').click();
    await sees(page.getByRole('heading', {name: 'Pole snapped on the second day'}));
    await sees(page.getByRole('button', {name: 'Attach files'}));
    await tabTo(page, /^button Order/, 'Shift+Tab');
    const stops = ['button Order: Newest first', ...(await tabTo(page, /^button Send/))];
    expect(stops).toEqual([
      'button Order: Newest first',
      'row Marta Kowalczyk',
      expect.stringMatching(/^button Assigned/),
      expect.stringMatching(/^article/),
      expect.stringMatching(/^tab Reply/),
      expect.stringMatching(/^textarea Reply/),
      'button Send',
    ]);
  });

  it('finds every key on one sheet, and works by them', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await tabTo(page, /^row Marta/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', {name: 'Pole snapped on the second day'}));
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', {name: 'Keyboard shortcuts'});
    await sees(sheet.getByText('Write a note'));
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await seesNo(sheet);
    expect(await focused(page)).toMatch(/^row Marta/);
    await page.keyboard.press('n');
    await until(() => focused(page)).toMatch(/^textarea Note/);
    await page.keyboard.type('Ask the workshop.');
    await page.keyboard.press('Enter');
    await sees(message(page, 'Ask the workshop.'));
    await page.keyboard.type('And so on');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toMatch(/^row Marta/);
    await page.keyboard.press('n');
    await until(() => focused(page)).toMatch(/^textarea Note/);
    expect(await page.getByRole('textbox').inputValue()).toBe('And so on');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await until(() => focused(page)).toMatch(/^menuitemradio/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await sees(page.getByRole('dialog', {name: /ticket/i}));
  });

  it('closes what it opened with Escape and is back on what opened it', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await tabTo(page, /^row Marta/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', {name: 'Pole snapped on the second day'}));
    for (const [opener, inside] of [
      [/^button More$/, /^menuitem Create a ticket/],
      [/^button Assigned to Lena Brandt/, /^menuitemradio/],
    ] as const) {
      await tabTo(page, /^button (Assigned|More$)/);
      await arrowTo(page, opener, 'ArrowRight');
      await page.keyboard.press('Enter');
      await until(() => focused(page)).toMatch(inside);
      await page.keyboard.press('Escape');
      await until(() => focused(page)).toMatch(opener);
      await tabTo(page, /^row Marta/, 'Shift+Tab');
    }
    await tabTo(page, /^button Active/, 'Shift+Tab');
    await arrowTo(page, /^button .*Settings/, 'ArrowDown');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('dialog', {name: 'Settings'}).getByRole('switch', {name: 'Enter sends'}));
    await page.keyboard.press('Escape');
    await seesNo(page.getByRole('dialog', {name: 'Settings'}));
    await until(() => focused(page)).toMatch(/^button .*Settings/);
  });
});
