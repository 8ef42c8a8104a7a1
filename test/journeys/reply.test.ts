import {describe, expect, it} from 'vitest';
import {heard, message, names, open, sees, seesNo, until, visit} from './support/visit.js';

describe('an agent reads and replies', () => {
  it('opens on Active, with counts, the unread ones marked and the snoozed below', async () => {
    const {page} = await visit();
    await sees(page.getByRole('grid', {name: 'Conversations, Active'}));
    await until(() => names(page)).toEqual([
      'Marta Kowalczyk', 'Yuki Tanaka', 'Oliver Grant', 'Ingrid Solheim', 'Lars Holm', 'Hannah Osei',
    ]);
    await sees(page.getByRole('button', {name: 'Active, 6', exact: true}));
    expect(await page.getByRole('button', {name: 'Active, 6'}).getAttribute('aria-current')).toBe('page');
    await sees(page.getByRole('row', {name: /Marta Kowalczyk.*1 unread/s}));
    expect(await page.getByRole('button', {name: 'Automated'}).count()).toBe(0);
    expect(await heard(page, 'loop-ready')).toHaveLength(1);
  });

  it('chooses by pointer, reads, replies with Enter; the reply is held, then sent, and the host hears of it once', async () => {
    const {page} = await visit();
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await sees(message(page, 'A Fjell 2, bought in May. We leave on Friday.'));
    await sees(page.getByText('Third broken pole of this batch.'));
    await seesNo(page.getByText('1 unread'));

    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.click();
    await page.keyboard.type('A new segment leaves today.');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Have a good trip.');
    expect(await heard(page, 'loop-message-send')).toEqual([]);
    await page.keyboard.press('Enter');

    const sent = page.getByRole('article', {name: /^You replied/}).filter({hasText: 'A new segment leaves today.'});
    await sees(sent.getByText(/^Sending in \d s$/));
    await sees(sent.getByRole('button', {name: 'Undo'}));
    expect(await field.inputValue()).toBe('');
    expect(await heard(page, 'loop-message-sent')).toEqual([]);
    expect(await page.evaluate(() => host.backend.contactSees('marta'))).toHaveLength(1);

    await sees(sent.getByText('Sent', {exact: true}));
    expect(await sent.getByText('A new segment leaves today.').innerText()).toBe('A new segment leaves today.\nHave a good trip.');
    expect(await page.evaluate(() => host.backend.contactSees('marta'))).toEqual([
      'Sorry to read that. Which tent is it?',
      'A new segment leaves today. Have a good trip.',
    ]);
    expect(await heard(page, 'loop-message-send')).toEqual([
      expect.objectContaining({conversationId: 'marta', kind: 'reply', cancelable: true}),
    ]);
    expect(await heard(page, 'loop-message-sent')).toEqual([
      expect.objectContaining({conversationId: 'marta', kind: 'reply', cancelable: false}),
    ]);
    await sees(page.getByRole('row', {name: /Marta Kowalczyk.*You answered\s*A new segment leaves today\./s}));
  });

  it('takes a held reply back: it returns to the field and never leaves', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('The new invoise is here.');
    await field.press('Enter');
    await page.getByRole('article').getByRole('button', {name: 'Undo'}).click();
    await until(() => field.inputValue()).toBe('The new invoise is here.');
    await seesNo(page.getByRole('article', {name: /^You replied/}));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual([]);
    expect(await heard(page, 'loop-message-sent')).toEqual([]);
  });

  it('is asked when somebody wrote meanwhile, reads what it was, and decides', async () => {
    const {page} = await visit();
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('I will change the address.');
    await page.evaluate(() => host.backend.as('jonas').reply('oliver', 'I have changed it, the invoice is on its way.'));
    await sees(message(page, 'I have changed it, the invoice is on its way.'));
    await field.press('Enter');
    const mine = message(page, 'I will change the address.');
    await sees(mine.getByText('There are newer messages. Read them before you send.'));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual(['I have changed it, the invoice is on its way.']);

    await mine.getByRole('button', {name: 'Edit'}).click();
    await until(() => field.inputValue()).toBe('I will change the address.');
    await field.fill('Jonas was faster than I was.');
    await field.press('Enter');
    const again = message(page, 'Jonas was faster than I was.');
    await again.getByRole('button', {name: 'Send anyway'}).click();
    await sees(again.getByText('Sent', {exact: true}));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual(['I have changed it, the invoice is on its way.', 'Jonas was faster than I was.']);
  });

  it('keeps the draft when the host says no, and moves the conversation up when it is answered', async () => {
    const {page} = await visit();
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Lars Holm', 'Six weeks of planning');
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('Bring the chessboard.');
    await page.evaluate(() => host.veto('loop-message-send'));
    await field.press('Enter');
    await until(() => heard(page, 'loop-message-send')).toHaveLength(1);
    expect(await field.inputValue()).toBe('Bring the chessboard.');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await sees(page.getByRole('article', {name: /^You replied/}).getByText('Sent', {exact: true}));
    // Nothing moves under the pointer; it does as soon as the pointer has gone.
    await page.mouse.move(1, 1);
    await until(() => names(page)).toEqual([
      'Lars Holm', 'Marta Kowalczyk', 'Yuki Tanaka', 'Oliver Grant', 'Ingrid Solheim', 'Hannah Osei',
    ]);
  });
});
