import {describe, expect, inject, it} from 'vitest';
import {message, row, sees, until, visit} from './support/visit.js';

describe('one script tag and <loop-inbox demo>', () => {
  it('is an inbox with a sample desk that lives by itself', async () => {
    const {page} = await visit({path: '/pages/bare.html'});
    await sees(page.getByRole('grid', {name: 'Conversations, Active'}));
    expect(await page.getByRole('row').count()).toBeGreaterThan(8);
    await page.getByRole('row').first().click();
    await sees(page.getByRole('article'));
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('Written on a bare page.');
    await page.keyboard.press('Enter');
    await sees(message(page, 'Written on a bare page.'));
  });

  it('works under the Content-Security-Policy that the README documents', async () => {
    const {page} = await visit({path: '/pages/bare.html'});
    await page.getByRole('row').first().click();
    await sees(page.getByRole('article'));
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('Written **under** a strict policy, see https://example.com');
    await page.keyboard.press('Enter');
    const sent = message(page, 'under a strict policy');
    await sees(sent.getByRole('link', {name: 'https://example.com'}));
    await sees(sent.locator('strong').filter({hasText: 'under'}));
    await page.getByRole('button', {name: 'More', exact: true}).click();
    await page.getByRole('menuitem', {name: 'Conversation details'}).click();
    await sees(page.getByRole('dialog', {name: 'Conversation details'}).getByRole('heading', {name: 'Participants'}));
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: 'Create a ticket'}).click();
    await sees(page.getByRole('dialog', {name: 'Create a ticket'}).getByRole('textbox').first());
    await page.keyboard.press('Escape');
    for (const part of [/^Notifications/, /^Support/, /Settings$/]) {
      await page.getByRole('button', {name: part}).click();
      await sees(page.getByRole('dialog', {name: part}));
      await page.keyboard.press('Escape');
    }
  });

  it('is in a page whose reports against that policy are heard', async () => {
    const {page, reports} = await visit({path: '/pages/bare.html', expected: /Content Security Policy/});
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await until(() => reports.splice(0)).toEqual([expect.stringMatching(/^style-src-attr: inline /)]);
  });

  it('works where there is no TLS: no locks, no randomUUID, no clipboard', async () => {
    const {page} = await visit({origin: inject('origin').replace('127.0.0.1', 'crm.intranet'), path: '/pages/desk.html?persist=intranet'});
    expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto])).toEqual([false, false, false]);
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await row(page, 'Oliver Grant').click();
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('From the intranet.');
    await field.press('Enter');
    await sees(message(page, 'From the intranet.').getByText('Sent', {exact: true}));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual(['From the intranet.']);
    await page.getByRole('button', {name: 'Support'}).click();
    await page.getByRole('button', {name: 'Copy diagnostics'}).click();
    await until(() => page.getByText('No customer data is copied.').isVisible()).toBe(true);
  });
});
