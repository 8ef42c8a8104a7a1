import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import type {Adapter, LoopComposer, LoopConversation, LoopProvider} from '../../src/index.js';
import {heard, message, sees, seesNo, until, visit} from './support/visit.js';
import {writingDesk} from './support/writing-desk.js';

interface Alone {
  readonly adapters: readonly Adapter[];
}
const record = (page: Page) => page.locator('#record');
const field = {name: 'Reply to the contact'};
const ticket = {name: 'Create a ticket'};

describe('elements one by one in a host’s own page, under one provider', () => {
  const visitRecord = () => visit({path: '/pages/alone.html', viewport: {width: 1400, height: 800}});

  it('share conversation, draft and what is sent, and the page hears of it once', async () => {
    const {page} = await visitRecord();
    await sees(message(record(page), 'The address on the invoice is the old one.'));
    const aside = page.locator('#aside').getByRole('textbox', field);
    await aside.fill('On its way to you.');
    await until(() => record(page).getByRole('textbox', field).inputValue()).toBe('On its way to you.');
    await aside.press('Enter');
    await sees(message(record(page), 'On its way to you.').getByText(/^Sending in/));
    await sees(message(record(page), 'On its way to you.').getByText('Sent', {exact: true}));
    expect(await heard(page, 'loop-message-sent')).toHaveLength(1);
    expect(await record(page).getByRole('heading', {name: 'Invoice with the old address'}).count()).toBe(0);
  });

  it('a button in a table row finds its desk by id, and the ticket stands in the conversation', async () => {
    const {page} = await visitRecord();
    await page.locator('#oliver-row').getByRole('button', ticket).press('Enter');
    const dialog = page.getByRole('dialog', ticket);
    await sees(dialog.getByText('“Invoice with the old address”').or(dialog.getByText('Oliver Grant')));
    await dialog.getByRole('textbox', {name: /^Title/}).fill('Wrong address');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', {name: /^Ticket T-\d+ is created/}));
    await page.getByRole('button', {name: 'Done'}).click();
    await until(() => page.locator('#oliver-row').getByRole('button', ticket).evaluate((button) => button.matches(':focus'))).toBe(true);
    await sees(record(page).getByText(/You created ticket T-/));
    expect(await heard(page, 'loop-ticket-created')).toEqual([expect.objectContaining({conversationId: 'oliver'})]);
    expect(await page.locator('#marta-row').getByRole('button', ticket).count()).toBe(1);
  });

  it('a desk that comes into the page later is found; one that is not there leaves a button that says why', async () => {
    const {page} = await visitRecord();
    const late = page.locator('#other-row').getByRole('button', ticket);
    await sees(late);
    expect(await late.isDisabled()).toBe(true);
    expect(await page.locator('#lost-row').getByRole('button').getAttribute('title')).toBe('Tickets can’t be created here');
    await page.evaluate(() => {
      const other = document.createElement('loop-provider');
      other.id = 'other';
      other.adapter = (host as unknown as Alone).adapters[1];
      document.body.append(other);
    });
    await until(() => late.isEnabled()).toBe(true);
    expect(await page.locator('#lost-row').getByRole('button').isDisabled()).toBe(true);
    await late.click();
    await page.getByRole('dialog').getByRole('textbox', {name: /^Title/}).fill('At the other desk');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', {name: /^Ticket T-/}));
    // Two desks never see each other.
    await seesNo(record(page).getByText(/created ticket/));
  });

  it('another backend takes the place of the first, and the first comes back as it was left', async () => {
    const {page} = await visitRecord();
    const conversation = record(page);
    await sees(message(conversation, 'The address on the invoice is the old one.'));
    await page.evaluate(() => (host as unknown as {backends: {incoming(id: string, text: string): unknown}[]}).backends[1]!.incoming('oliver', 'Only at the second desk.'));
    await page.evaluate(() => (document.querySelector<LoopProvider>('#desk')!.adapter = (host as unknown as Alone).adapters[1]));
    await sees(message(conversation, 'Only at the second desk.'));
    await page.evaluate(() => (document.querySelector<LoopProvider>('#desk')!.adapter = (host as unknown as Alone).adapters[0]));
    await seesNo(message(conversation, 'Only at the second desk.'));
    await sees(message(conversation, 'The address on the invoice is the old one.'));
    expect(await heard(page, 'loop-ready')).toHaveLength(3);
  });

  it('each takes its inbox by property, before or after it is in the page, and needs no provider then', async () => {
    const {page} = await visitRecord();
    await sees(message(record(page), 'The address on the invoice is the old one.'));
    await page.evaluate(() => {
      const inbox = document.querySelector<LoopProvider>('#desk')!.currentInbox;
      const before = document.createElement('loop-composer');
      Object.assign(before, {inbox, conversationId: 'ingrid', id: 'before'});
      document.body.append(before);
      const after = document.createElement('loop-conversation');
      after.id = 'after';
      document.body.append(after);
      requestAnimationFrame(() => Object.assign(after, {inbox, conversationId: 'ingrid'}));
    });
    await page.locator('#before').getByRole('textbox', field).fill('By property');
    await until(() => page.locator('#after').getByRole('textbox', field).inputValue()).toBe('By property');
    await sees(message(page.locator('#after'), 'Can the seam be sewn again?'));
  });

  it('a composer with nothing beside it answers to all and has the canned replies', async () => {
    const {page} = await visit({path: '/pages/alone.html', file: writingDesk});
    await page.evaluate(() => {
      const other = document.createElement('loop-provider');
      const composer: LoopComposer = document.createElement('loop-composer');
      Object.assign(composer, {conversationId: 'oliver', id: 'lonely'});
      other.append(composer);
      other.adapter = (host as unknown as Alone).adapters[1];
      document.body.prepend(other);
    });
    const composer = page.locator('#lonely');
    await composer.getByRole('button', {name: 'Reply to all'}).click();
    await sees(composer.getByText('Bookkeeping'));
    await composer.getByRole('textbox', field).click();
    await page.keyboard.type('/ref');
    await sees(composer.getByRole('option', {name: /refund/}));
    await page.keyboard.press('Enter');
    expect(await composer.getByRole('textbox', field).inputValue()).toContain('refund');
  });

  it('without any inbox each says so quietly; odd values are told to the developer and break nothing', async () => {
    const {page, problems} = await visit({path: '/pages/alone.html', expected: /^warning: Loop Inbox: /});
    await sees(message(record(page), 'The address on the invoice is the old one.'));
    await page.evaluate(() => {
      const conversation: LoopConversation = document.createElement('loop-conversation');
      conversation.id = 'absent';
      const composer: LoopComposer = document.createElement('loop-composer');
      composer.id = 'absent-composer';
      document.body.append(conversation, composer);
    });
    await sees(page.locator('#absent').getByText('No backend yet'));
    expect(await page.locator('#absent-composer').getByRole('textbox').isDisabled()).toBe(true);
    await page.evaluate(() => {
      Object.assign(document.querySelector('#absent')!, {inbox: 7, conversationId: null});
      Object.assign(document.querySelector('#absent-composer')!, {inbox: {}, conversationId: 12});
      Object.assign(document.querySelector('#oliver-row loop-ticket-button')!, {inbox: 'none', for: 3});
      Object.assign(document.querySelector('#record loop-conversation')!, {trustedOrigins: 'all', header: 'half', inbox: null});
    });
    await until(() => [...problems].join('\n')).toMatch(/the property inbox can't be 7/);
    await sees(page.locator('#absent').getByText('No backend yet'));
    await sees(message(record(page), 'The address on the invoice is the old one.'));
  });
});
