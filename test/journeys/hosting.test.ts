import type {Page} from 'playwright-core';
import {describe, expect, inject, it} from 'vitest';
import {heard, message, names, open, row, sees, seesNo, until, visit} from './support/visit.js';

const subject = 'Invoice with the old address';

describe('two inboxes with two backends on one page', () => {
  it('share nothing: not the conversation, not a draft, not a message, not a choice', async () => {
    const {page} = await visit({path: '/pages/two.html', viewport: {width: 1800, height: 700}});
    const left = page.locator('#left');
    const right = page.locator('#right');
    await row(left, 'Oliver Grant').click();
    await sees(left.getByRole('heading', {name: subject}));
    await sees(right.getByText('No conversation open'));
    const field = left.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('Only on the left');
    await row(right, 'Oliver Grant').click();
    await sees(right.getByRole('heading', {name: subject}));
    expect(await right.getByRole('textbox', {name: 'Reply to the contact'}).inputValue()).toBe('');

    await left.getByRole('button', {name: /Settings$/}).click();
    await left.getByRole('combobox', {name: 'Time to undo sending'}).selectOption('Off');
    await page.keyboard.press('Escape');
    await field.press('Enter');
    await sees(message(left, 'Only on the left').getByText('Sent', {exact: true}));
    expect(await message(right, 'Only on the left').count()).toBe(0);
    await until(() => heard(page, 'loop-message-sent')).toHaveLength(1);

    await left.getByRole('button', {name: 'Archived', exact: true}).click();
    await until(() => names(left)).toEqual(['Robert Kline']);
    expect(await names(right)).toContain('Marta Kowalczyk');
    await left.evaluate((element) => element.remove());
    await right.getByRole('textbox', {name: 'Reply to the contact'}).fill('Still here');
    await right.getByRole('textbox', {name: 'Reply to the contact'}).press('Enter');
    await sees(message(right, 'Still here').getByText(/^Sending in/));
  });
});

describe('an inbox that the host moves', () => {
  it('keeps the conversation, the place in it, and the draft, and goes on living', async () => {
    const {page} = await visit();
    await open(page, 'Lars Holm', 'Six weeks of planning');
    await sees(message(page, 'Line 120'));
    await message(page, 'Line 119').hover();
    await page.mouse.wheel(0, -900);
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('In the middle of');
    const place = () => page.locator('loop-thread').evaluate((thread) => {
      const scroller = thread.shadowRoot!.querySelector('.scroller')!;
      const top = scroller.getBoundingClientRect().top;
      const first = [...scroller.querySelectorAll('loop-message')].find((each) => each.getBoundingClientRect().bottom > top);
      return first ? `${first.shadowRoot!.querySelector('.text')!.textContent} ${Math.round(first.getBoundingClientRect().top - top)}` : '';
    });
    let before = '';
    await until(async () => {
      const last = before;
      before = await place();
      return before !== '' && before === last && !before.startsWith('Line 12');
    }).toBe(true);

    await page.evaluate(() => {
      const elsewhere = document.createElement('aside');
      elsewhere.style.cssText = 'min-inline-size: 0; display: grid; min-block-size: 0';
      document.querySelector('main')!.append(elsewhere);
      elsewhere.append(host.inbox);
      elsewhere.style.gridColumn = '1';
      elsewhere.style.gridRow = '1';
    });
    await sees(page.getByRole('heading', {name: 'Six weeks of planning'}));
    expect(await page.getByRole('textbox', {name: 'Reply to the contact'}).inputValue()).toBe('In the middle of');
    await until(place).toBe(before);
    await page.evaluate(() => host.backend.incoming('lars', 'One more thing.'));
    await sees(page.getByRole('button', {name: '1 new message'}));
    expect(await place()).toBe(before);
    expect(await heard(page, 'loop-ready')).toHaveLength(1);
  });
});

describe('odd values', () => {
  it('are told to the developer, not thrown at the page, and break nothing', async () => {
    const {page, problems} = await visit({expected: /^warning: Loop Inbox: /});
    await open(page, 'Oliver Grant', subject);
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('Half a sentence');
    await page.evaluate(() => {
      host.inbox.setAttribute('density', 'huge');
      host.inbox.setAttribute('color-scheme', 'pink');
      host.inbox.setAttribute('view', 'no-such-view');
      Object.assign(host.inbox, {features: 'all', support: 7, keymap: 'vim'});
    });
    await sees(message(page, 'The address on the invoice is the old one.'));
    await until(() => names(page).then(([first]) => first)).toBe('Marta Kowalczyk');
    expect(await page.getByRole('textbox', {name: 'Reply to the contact'}).inputValue()).toBe('Half a sentence');
    await until(() => [...problems].filter((problem) => /huge/.test(problem)).length).toBe(1);

    await page.evaluate(() => (host.inbox.conversationId = 'nobody'));
    await sees(page.getByText('This conversation is not there'));
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
  });

  it('an adapter that is none shows a state that says so, and a good one set later works', async () => {
    const {page, problems} = await visit({expected: /^warning: (Loop Inbox: |\[loop-inbox\])/});
    await sees(row(page, 'Marta Kowalczyk'));
    await page.evaluate(() => {
      const good = host.inbox.adapter;
      Object.assign(host.inbox, {adapter: 42});
      Object.assign(globalThis, {good});
    });
    await until(() => problems.size).toBeGreaterThan(0);
    await sees(page.getByText('No backend yet'));
    expect(await page.getByRole('row').count()).toBe(0);
    await page.evaluate(() => Object.assign(host.inbox, {adapter: (globalThis as unknown as {good: unknown}).good}));
    await sees(row(page, 'Marta Kowalczyk'));
  });
});

describe('the page around', () => {
  /** All of the page but the inbox: its elements as text, and every computed style of each. */
  const around = (page: Page) =>
    page.evaluate(() => {
      const elements = [...document.querySelectorAll('*')].filter((element) => !element.closest('loop-inbox'));
      const clone = document.documentElement.cloneNode(true) as Element;
      for (const inbox of clone.querySelectorAll('loop-inbox')) inbox.remove();
      const looks = elements.map((element) => `${element.localName}: ${[...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)).join(';')}`);
      return {markup: clone.outerHTML, looks, sheets: document.styleSheets.length + document.adoptedStyleSheets.length};
    });

  it('stays as it is: no element, no style, no global but the four that Lit adds', async () => {
    const {page} = await visit({path: '/pages/quiet.html'});
    await page.evaluate(() => {
      const place = document.createElement('loop-inbox');
      place.setAttribute('demo', '');
      place.style.cssText = 'position: fixed; inset: 100px 0 auto; block-size: 600px';
      document.querySelector('main')!.append(place);
    });
    const before = await around(page);
    const globals = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
    await page.evaluate(`import('${inject('origin')}/loop/loop-inbox.js').then(() => undefined)`);
    await row(page, '').first().click();
    await page.getByRole('button', {name: 'More', exact: true}).click();
    await sees(page.getByRole('menu', {name: 'More'}));
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: /Settings$/}).click();
    await sees(page.getByRole('switch', {name: 'Enter sends'}));
    await page.keyboard.press('Escape');

    expect(await around(page)).toEqual(before);
    const added = await page.evaluate((known) => Object.getOwnPropertyNames(globalThis).filter((name) => !known.includes(name)), globals);
    expect(added.sort()).toEqual(['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions']);
    expect(await page.evaluate(() => Object.keys(localStorage).length + document.cookie.length)).toBe(0);
  });

  it('does not get in with its CSS, however rough', async () => {
    const {page} = await visit({path: '/pages/hostile.html'});
    await open(page, 'Oliver Grant', subject);
    const look = (text: string) =>
      page.getByText(text).first().evaluate((element) => {
        const {color, fontStyle, fontFamily, letterSpacing, textTransform, textAlign} = getComputedStyle(element);
        return {fontStyle, letterSpacing, textTransform, textAlign, pink: color === 'rgb(255, 0, 255)', serif: fontFamily === 'serif'};
      });
    const ours = {fontStyle: 'normal', letterSpacing: 'normal', textTransform: 'none', textAlign: 'start', pink: false, serif: false};
    expect(await look('The address on the invoice is the old one.')).toEqual(ours);
    const name = await row(page, 'Marta Kowalczyk').locator('.row-name').evaluate((element) => getComputedStyle(element).fontSize);
    expect(parseFloat(name)).toBeLessThan(20);
    const button = page.getByRole('button', {name: 'Archived', exact: true});
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe('rgb(255, 0, 0)');
    expect(await page.locator('#own').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 0, 0)');
  });

  it('hears no key that is typed in a field of the inbox, and may put its own words where a list is empty', async () => {
    const {page} = await visit();
    await page.evaluate(() => {
      const keys: string[] = [];
      document.addEventListener('keydown', ({key}) => keys.push(key));
      Object.assign(globalThis, {keys});
      const words = document.createElement('p');
      words.slot = 'empty';
      words.textContent = 'Go home early.';
      host.inbox.append(words);
    });
    await open(page, 'Oliver Grant', subject);
    await page.getByRole('textbox', {name: 'Reply to the contact'}).click();
    await page.keyboard.type('ab?');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+j');
    expect(await page.evaluate(() => (globalThis as unknown as {keys: string[]}).keys)).toEqual(['Escape', 'Control', 'j']);

    await page.getByRole('button', {name: 'Filter'}).click();
    await page.getByRole('checkbox', {name: 'Unread'}).click();
    await page.getByRole('button', {name: 'Done'}).click();
    await until(() => names(page)).toEqual(['Marta Kowalczyk']);
    await page.evaluate(() => host.backend.as('jonas').archive('marta'));
    await sees(page.getByText('Go home early.'));
    await seesNo(page.getByText('Nothing matches the filter'));
  });
});
