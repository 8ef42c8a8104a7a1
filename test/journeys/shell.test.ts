import {inject, describe, expect, it} from 'vitest';
import {message, open, openContext, row, sees, seesNo, until, visit} from './support/visit.js';

const settings = /Settings$/;
const subject = 'Invoice with the old address';

describe('an agent says who they are and how they work', () => {
  it('by keyboard: name, signature, availability, language, theme, Enter; all of it is there in the next tab', async () => {
    const context = await openContext();
    const {page} = await visit({context, path: '/pages/desk.html?persist=profile'});
    await sees(row(page, 'Marta Kowalczyk'));
    await page.getByRole('button', {name: settings}).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', {name: 'Settings'});
    await panel.getByRole('textbox', {name: 'Name'}).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Lena B.');
    await page.keyboard.press('Tab');
    await sees(panel.getByRole('heading', {name: 'Lena B.'}));
    await page.keyboard.press('ArrowRight');
    await sees(panel.getByRole('radio', {name: 'Busy', checked: true}));
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lena');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Repairs');
    await page.keyboard.press('Tab');
    await panel.getByRole('combobox', {name: 'Theme'}).selectOption('Dark');
    await panel.getByRole('switch', {name: 'Enter sends'}).press('Space');
    await sees(panel.getByText('Saved', {exact: true}));
    await page.keyboard.press('Escape');
    await until(() => page.getByRole('button', {name: settings}).evaluate((button) => button.matches(':focus'))).toBe(true);
    await sees(page.getByRole('button', {name: /^Lena B\. Busy/}));

    const {page: next} = await visit({context, path: '/pages/desk.html?persist=profile'});
    await sees(next.getByRole('button', {name: /^Lena B\. Busy/}));
    await next.getByRole('button', {name: settings}).click();
    const there = next.getByRole('dialog', {name: 'Settings'});
    await sees(there.getByRole('switch', {name: 'Enter sends', checked: false}));
    expect(await there.getByRole('textbox', {name: 'Signature'}).inputValue()).toBe('Lena\nRepairs');
    expect(await there.getByRole('combobox', {name: 'Theme'}).inputValue()).toBe('dark');
    expect(await next.locator('loop-inbox').evaluate((inbox) => inbox.matches(':state(dark)'))).toBe(true);
  });

  it('signs mails with the signature, and nothing else', async () => {
    const {page} = await visit();
    await page.getByRole('button', {name: settings}).click();
    await page.getByRole('textbox', {name: 'Signature'}).fill('Lena Brandt, Repairs');
    await page.getByRole('textbox', {name: 'Signature'}).press('Tab');
    await sees(page.getByRole('dialog', {name: 'Settings'}).getByText('Saved', {exact: true}));
    await page.keyboard.press('Escape');
    await open(page, 'Oliver Grant', subject);
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('It is corrected.');
    await page.getByRole('textbox', {name: 'Reply to the contact'}).press('Enter');
    await sees(message(page, 'It is corrected.').getByText('Lena Brandt, Repairs'));
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('It is on its way.');
    await page.getByRole('textbox', {name: 'Reply to the contact'}).press('Enter');
    await sees(message(page, 'It is on its way.'));
    expect(await message(page, 'It is on its way.').getByText('Lena Brandt, Repairs').count()).toBe(0);
  });

  it('picks a picture, which the menu shows, and takes it away again', async () => {
    const {page} = await visit();
    await page.getByRole('button', {name: settings}).click();
    const panel = page.getByRole('dialog', {name: 'Settings'});
    const chooser = page.waitForEvent('filechooser');
    await panel.getByText('Lena Brandt').first().waitFor();
    await panel.getByTitle('Change the picture').click();
    await (await chooser).setFiles({name: 'me.gif', mimeType: 'image/gif', buffer: Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')});
    await sees(page.getByRole('button', {name: settings}).locator('img'));
    await panel.getByRole('button', {name: 'Remove the picture'}).click();
    await seesNo(page.getByRole('button', {name: settings}).locator('img'));
  });

  it('reads in another language than the page: words and direction turn, and what is written stays', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', subject);
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('Half a sentence');
    await page.getByRole('button', {name: settings}).click();
    await page.getByRole('combobox', {name: 'Language'}).selectOption('العربية');
    await sees(page.getByRole('heading', {name: 'صندوق الوارد'}));
    await sees(page.getByRole('combobox', {name: 'اللغة'}));
    await page.keyboard.press('Escape');
    expect(await page.locator('.shell').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('loop-composer textarea').inputValue()).toBe('Half a sentence');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-GB');

    await page.getByRole('button', {name: /الإعدادات$/}).click();
    await page.getByRole('combobox', {name: 'اللغة'}).selectOption('');
    await sees(page.getByRole('heading', {name: 'Inbox', exact: true}));
    // The page's word is the last: then there is nothing to choose.
    await page.evaluate(() => host.inbox.setAttribute('lang', 'ar'));
    await sees(page.getByRole('heading', {name: 'صندوق الوارد'}));
    await seesNo(page.getByRole('combobox', {name: 'اللغة'}));
  });

  it('is told what was not saved, at the field, and sees what holds', async () => {
    const {page} = await visit({expected: /cannot be reached/});
    await page.getByRole('button', {name: settings}).click();
    const panel = page.getByRole('dialog', {name: 'Settings'});
    const name = panel.getByRole('textbox', {name: 'Name'});
    await name.fill('');
    await name.press('Tab');
    await sees(panel.getByText(/Not saved\. must not be empty/));
    await until(() => name.inputValue()).toBe('Lena Brandt');
    await page.evaluate(() => host.begin('offline'));
    await panel.getByRole('switch', {name: 'Enter sends'}).click();
    await sees(panel.getByText(/Not saved\. There is no connection/));
    expect(await panel.getByRole('switch', {name: 'Enter sends'}).isChecked()).toBe(true);
  });
});

describe('notifications', () => {
  it('say what happened elsewhere, lead there, and are read one by one or all at once', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', subject);
    const bell = page.getByRole('button', {name: /^Notifications/});
    await page.evaluate(() => host.backend.as('jonas').note('ingrid', '@Lena Brandt can you look?', ['lena']));
    const toast = page.getByRole('region', {name: 'Messages of the inbox'}).getByText(/You were mentioned/);
    await sees(toast);
    await page.locator('loop-toasts').getByRole('button', {name: 'Show it'}).click();
    await sees(page.getByRole('heading', {name: 'Seam of the backpack'}));
    await sees(message(page, 'can you look?'));
    await seesNo(toast);

    for (const text of ['First', 'Second', 'Third']) await page.evaluate((words) => host.backend.as('jonas').note('marta', `@Lena Brandt ${words}`, ['lena']), text);
    await sees(page.getByRole('button', {name: /^Notifications, 5 new/}));
    await bell.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', {name: 'Notifications'});
    await sees(panel.getByText(/Third/));
    await page.evaluate(() => host.backend.as('jonas').note('marta', '@Lena Brandt Fourth', ['lena']));
    await sees(panel.getByText(/Fourth/));
    await panel.getByRole('button', {name: 'Mark as read'}).first().press('Enter');
    await sees(panel.getByText('5 new'));
    await panel.getByRole('button', {name: 'Mark all read'}).press('Enter');
    await seesNo(panel.getByText(/\d new/));
    await panel.getByRole('button', {name: /Second/}).press('Enter');
    await sees(page.getByRole('heading', {name: 'Pole snapped on the second day'}));
    await sees(message(page, 'Second'));
  });

  it('are quiet about what the agent does not want to hear of', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', subject);
    await page.getByRole('button', {name: /^Notifications/}).click();
    await page.getByRole('button', {name: 'What I am told about'}).click();
    const panel = page.getByRole('dialog', {name: 'Settings'});
    await until(() => panel.getByRole('switch', {name: 'In the inbox'}).evaluate((input) => input.matches(':focus'))).toBe(true);
    await panel.getByRole('checkbox', {name: 'Mentions'}).uncheck();
    await page.keyboard.press('Escape');
    await page.evaluate(() => host.backend.as('jonas').note('ingrid', '@Lena Brandt can you look?', ['lena']));
    await sees(page.getByRole('button', {name: /^Notifications, 3 new/}));
    expect(await page.getByRole('region', {name: 'Messages of the inbox'}).getByText(/mentioned/).count()).toBe(0);
  });
});

describe('support', () => {
  it('is a link, an address and the host’s own lines, and copies facts without a word of a customer', async () => {
    const {page, context} = await visit();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      Object.assign(host.inbox, {support: {url: 'https://help.example/desk', label: 'Handbook', mail: 'help@example.com'}});
      const own = document.createElement('p');
      own.slot = 'support';
      own.textContent = 'Call 555 01 00';
      host.inbox.append(own);
    });
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await page.getByRole('button', {name: 'Support'}).press('Enter');
    const panel = page.getByRole('dialog', {name: 'Support'});
    expect(await panel.getByRole('link', {name: 'Handbook'}).getAttribute('href')).toBe('https://help.example/desk');
    expect(await panel.getByRole('link', {name: 'help@example.com'}).getAttribute('href')).toBe('mailto:help@example.com');
    await sees(page.getByText('Call 555 01 00'));
    await panel.getByRole('button', {name: 'Copy diagnostics'}).press('Enter');
    await sees(panel.getByRole('button', {name: 'Copied'}));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Loop Inbox \d/);
    expect(copied).toMatch(/\nmemory\nlive\n/);
    for (const secret of ['Marta', 'Kowalczyk', 'marta', 'Pole', 'Lena']) expect(copied).not.toContain(secret);
  });

  it('shows the facts to copy by hand where there is no TLS, and so no clipboard', async () => {
    const {page} = await visit({origin: inject('origin').replace('127.0.0.1', 'crm.intranet')});
    await page.getByRole('button', {name: 'Support'}).click();
    await page.getByRole('button', {name: 'Copy diagnostics'}).click();
    const lines = page.getByRole('textbox', {name: 'Copy these lines:'});
    await sees(lines);
    expect(await lines.inputValue()).toMatch(/^Loop Inbox \d/);
  });
});
