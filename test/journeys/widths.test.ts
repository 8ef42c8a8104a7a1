import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {message, names, row, sees, until, visit} from './support/visit.js';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything axe finds against WCAG 2.2 A and AA, and what it calls serious or critical, on the whole page. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeScript);
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: typeof import('axe-core')};
    const {violations: found} = await axe.run(document);
    const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return found
      .filter(({impact, tags}) => impact === 'serious' || impact === 'critical' || tags.some((tag) => standard.includes(tag)))
      .map(({id, nodes}) => `${id}: ${nodes.map(({target, failureSummary}) => `${target.flat().join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`).join(' | ')}`);
  });
}

/** Names what sticks out of the inbox at its sides, and what can be scrolled sideways. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const box = host.inbox.getBoundingClientRect();
    const found: string[] = [];
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page scrolls sideways');
    const look = (root: ShadowRoot) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
        const {left, right, width, height} = element.getBoundingClientRect();
        const name = `${element.localName}.${element.className.toString().split(' ').join('.')}`;
        const style = getComputedStyle(element);
        // What is hidden for the eyes, and a menu that waits outside until it is opened.
        if (width <= 1 || height <= 1 || element.closest('[inert]') || style.clipPath !== 'none') continue;
        if ((left < box.left - 1 || right > box.right + 1) && element.matches('button, textarea, h2, p, header, .row')) found.push(`${name} sticks out`);
        if (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(style.overflowX)) found.push(`${name} scrolls sideways`);
      }
    };
    if (host.inbox.shadowRoot) look(host.inbox.shadowRoot);
    return found;
  });

const oneAtATime = [320, 360, 700];
const sideBySide = [800, 1400];

describe('the inbox takes the room it has', () => {
  it.each(oneAtATime)('shows one pane at a time at %i px, with a way back', async (width) => {
    const {page} = await visit({viewport: {width, height: 700}});
    await sees(row(page, 'Marta Kowalczyk'));
    await until(() => stickingOut(page)).toEqual([]);
    expect(await page.getByRole('button', {name: 'Back to the list'}).count()).toBe(0);
    await page.getByRole('button', {name: 'Open the menu'}).click();
    await page.getByRole('button', {name: 'Archived', exact: true}).click();
    await until(() => names(page)).toEqual(['Robert Kline']);
    await page.getByRole('button', {name: 'Open the menu'}).click();
    await page.getByRole('button', {name: 'Active, 6'}).click();

    await row(page, 'Marta Kowalczyk').click();
    await sees(message(page, 'We leave on Friday.'));
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    await until(() => stickingOut(page)).toEqual([]);
    const field = await page.getByRole('textbox', {name: 'Reply to the contact'}).boundingBox();
    expect(field?.width).toBeGreaterThan(width * 0.75);
    await page.getByRole('button', {name: 'Back to the list'}).click();
    await sees(page.getByRole('grid'));
    await until(() => row(page, 'Marta Kowalczyk').evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true);
  });

  it.each(sideBySide)('shows list and conversation side by side at %i px', async (width) => {
    const {page} = await visit({viewport: {width, height: 700}});
    await row(page, 'Marta Kowalczyk').click();
    await sees(message(page, 'We leave on Friday.'));
    expect(await page.getByRole('grid').isVisible()).toBe(true);
    expect(await page.getByRole('button', {name: 'Back to the list'}).filter({visible: true}).count()).toBe(0);
    await until(() => stickingOut(page)).toEqual([]);
    const details = page.getByRole('complementary', {name: 'Contact details'});
    expect(await details.isVisible()).toBe(width === 1400);
    if (width === 800) {
      await page.getByRole('button', {name: 'Contact details'}).click();
      await sees(details.getByText('marta@example.com'));
      await page.keyboard.press('Escape');
      await until(() => details.count()).toBe(0);
    }
  });

  it('follows its box and not the window', async () => {
    const {page} = await visit({viewport: {width: 1500, height: 700}});
    await row(page, 'Marta Kowalczyk').click();
    await sees(message(page, 'We leave on Friday.'));
    await page.evaluate(() => (host.inbox.style.inlineSize = '360px'));
    await sees(page.getByRole('button', {name: 'Back to the list'}));
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    await until(() => stickingOut(page)).toEqual([]);
    await page.evaluate(() => (host.inbox.style.inlineSize = ''));
    await sees(page.getByRole('grid'));
  });
});

describe('the accessibility audit of the whole page finds nothing', () => {
  const schemes = ['light', 'dark'] as const;
  it.each(schemes.flatMap((scheme) => [360, 1400].map((width) => [width, scheme] as const)))('at %i px, %s', async (width, colorScheme) => {
    const {page} = await visit({viewport: {width, height: 700}, colorScheme});
    await sees(row(page, 'Marta Kowalczyk'));
    await sees(page.getByRole('button', {name: 'Filter'}));
    expect(await violations(page), 'with the list').toEqual([]);
    await row(page, 'Marta Kowalczyk').click();
    await sees(message(page, 'We leave on Friday.'));
    await page.getByRole('tab', {name: 'Note'}).click();
    await page.keyboard.type('Half a note');
    expect(await violations(page), 'with a conversation and a note').toEqual([]);
    await page.getByRole('button', {name: 'More', exact: true}).click();
    await sees(page.getByRole('menuitem', {name: 'Conversation details'}));
    expect(await violations(page), 'with a menu').toEqual([]);
    await page.keyboard.press('Escape');
    if (width === 360) return;
    await page.getByRole('button', {name: /^Notifications/}).click();
    await sees(page.getByRole('dialog', {name: 'Notifications'}).getByRole('heading'));
    expect(await violations(page), 'with notifications').toEqual([]);
  });
});
