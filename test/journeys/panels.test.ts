import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {message, open, row, sees, seesNo, until, visit} from './support/visit.js';

const widthOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).first().evaluate((element) => Math.round(element.getBoundingClientRect().width));

const focusedIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = host.inbox.shadowRoot?.activeElement;
    return element?.matches('.handle') ? (element.ariaLabel ?? '') : (element?.localName ?? 'nothing');
  });

const subject = 'Pole snapped on the second day';

describe('an agent lays out the panels', () => {
  it('by keys: F6 goes through them, arrows, Home and End move an edge, and a reload finds them so', async () => {
    const {page} = await visit({viewport: {width: 1500, height: 800}});
    await open(page, 'Marta Kowalczyk', subject);
    await sees(page.getByRole('separator', {name: 'Width of the list'}));
    await row(page, 'Marta Kowalczyk').focus();
    await page.keyboard.press('F6');
    await until(() => focusedIn(page)).toBe('Width of the list');
    await page.keyboard.press('ArrowRight');
    await until(() => widthOf(page, '.list')).toBe(356);
    await page.keyboard.press('Home');
    await until(() => widthOf(page, '.list')).toBe(220);
    await page.keyboard.press('End');
    await until(() => widthOf(page, '.list')).toBe(560);
    await until(() => page.getByRole('separator', {name: 'Width of the list'}).getAttribute('aria-valuenow')).toBe('560');
    for (const place of ['loop-conversation', 'Width of the contact details', 'aside']) {
      await page.keyboard.press('F6');
      await until(() => focusedIn(page)).toBe(place);
    }
    for (const place of ['Width of the contact details', 'loop-conversation', 'Width of the list', 'loop-list', 'Width of the menu', 'loop-menu']) {
      await page.keyboard.press('Shift+F6');
      await until(() => focusedIn(page)).toBe(place);
    }
    await page.reload();
    await sees(row(page, 'Marta Kowalczyk'));
    await until(() => widthOf(page, '.list')).toBe(560);
    await page.getByRole('separator', {name: 'Width of the list'}).dblclick({position: {x: 4, y: 400}});
    await until(() => widthOf(page, '.list')).toBe(340);
  });

  it('by pointer, both ways of reading', async () => {
    const {page} = await visit({viewport: {width: 1500, height: 800}});
    await open(page, 'Marta Kowalczyk', subject);
    const drag = async (name: string, by: number) => {
      const box = await page.getByRole('separator', {name}).boundingBox();
      if (!box) throw new Error(`No edge ${name}`);
      await page.mouse.move(box.x + box.width / 2, 400);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + by, 400, {steps: 4});
      await page.mouse.up();
    };
    await drag('Width of the list', 60);
    await until(() => widthOf(page, '.list')).toBe(400);
    await drag('Width of the contact details', -40);
    await until(() => widthOf(page, '.contact')).toBe(320);
    await drag('Width of the menu', 30);
    await until(() => widthOf(page, '.rail')).toBe(218);
    await page.evaluate(() => (host.inbox.dir = 'rtl'));
    await drag('Width of the list', -50);
    await until(() => widthOf(page, '.list')).toBe(450);
  });

  it('hides list and menu and shows them again, and the focus is never lost', async () => {
    const {page} = await visit({viewport: {width: 1500, height: 800}});
    await open(page, 'Marta Kowalczyk', subject);
    const toggle = page.getByRole('button', {name: 'List', exact: true});
    await toggle.click();
    await until(() => page.getByRole('grid').isVisible()).toBe(false);
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('grid'));
    await page.getByRole('separator', {name: 'Width of the list'}).focus();
    await page.keyboard.press('Enter');
    await until(() => toggle.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('separator', {name: 'Width of the menu'}).focus();
    await page.keyboard.press('Enter');
    await until(() => widthOf(page, '.rail')).toBe(48);
    await page.keyboard.press('Enter');
    await until(() => widthOf(page, '.rail')).toBe(188);
  });

  it('has the conversation beside the contact where there is little room, and the list back after', async () => {
    const {page} = await visit({viewport: {width: 820, height: 800}});
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('button', {name: 'Contact details'}).click();
    const details = page.getByRole('complementary', {name: 'Contact details'});
    await sees(details.getByText('marta@example.com'));
    await seesNo(page.getByRole('grid'));
    expect(await widthOf(page, '.conversation')).toBeGreaterThan(450);
    expect((await details.boundingBox())?.x).toBeGreaterThanOrEqual(820 - 265);
    await page.getByRole('button', {name: 'Close', exact: true}).click();
    await sees(page.getByRole('grid'));
  });

  it('never gives a panel more than the inbox has, whatever was kept', async () => {
    const {page} = await visit({viewport: {width: 1500, height: 800}});
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('separator', {name: 'Width of the list'}).focus();
    await page.keyboard.press('End');
    await until(() => widthOf(page, '.list')).toBe(560);
    await page.setViewportSize({width: 720, height: 800});
    await until(() => widthOf(page, '.conversation')).toBeGreaterThan(300);
    await page.setViewportSize({width: 320, height: 640});
    await sees(message(page, 'We leave on Friday.'));
    await until(() => widthOf(page, '.conversation')).toBe(320);
  });
});

describe('the Tab key', () => {
  it('has few stops with list, conversation and composer on the screen', async () => {
    const {page} = await visit({viewport: {width: 1100, height: 800}});
    await open(page, 'Marta Kowalczyk', subject);
    await sees(page.getByRole('button', {name: 'More', exact: true}));
    const before = page.getByRole('link', {name: 'Help'});
    await before.focus();
    const stops: string[] = [];
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        let element = document.activeElement;
        if (element !== host.inbox) return '';
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return `${element?.getAttribute('role') ?? element?.localName} ${element?.ariaLabel ?? element?.textContent?.trim().slice(0, 20)}`;
      });
      if (!inside) break;
      stops.push(inside);
    }
    const composerAt = stops.findIndex((stop) => /Reply|textarea/.test(stop));
    expect(stops.slice(0, composerAt), stops.join(' · ')).toHaveLength(5);
  });
});
