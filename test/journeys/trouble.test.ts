import {describe, expect, it} from 'vitest';
import {heard, message, names, open, row, sees, seesNo, tryNow, until, visit} from './support/visit.js';

const subject = 'Invoice with the old address';

describe('when the backend is out of reach', () => {
  it('says so, lets the agent write on, and sends what waited once', async () => {
    const {page} = await visit({expected: /cannot be reached/});
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Oliver Grant', subject);
    await page.evaluate(() => host.begin('offline'));
    await sees(page.getByText('Offline', {exact: true}));
    await sees(page.getByText('Go on writing: what you send leaves once you are back.'));
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('The corrected invoice is attached.');
    await field.press('Enter');
    const sent = page.getByRole('article', {name: /^You replied/});
    await sees(sent.getByText('Waiting for the connection'));
    await sees(page.getByText('Go on writing: 1 message leaves once you are back.'));
    // Missed while away.
    await page.evaluate(() => host.backend.incoming('marta', 'Are you still there?'));

    await tryNow(page);
    await sees(sent.getByText('Sent', {exact: true}));
    await seesNo(page.getByText('Offline', {exact: true}));
    await sees(row(page, 'Marta Kowalczyk').getByText('Are you still there?'));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual(['The corrected invoice is attached.']);
    expect(await heard(page, 'loop-message-sent')).toHaveLength(1);
    expect(await sent.count()).toBe(1);
  });

  it('comes back by itself', async () => {
    const {page} = await visit({expected: /cannot be reached/});
    await open(page, 'Oliver Grant', subject);
    await page.evaluate(() => host.begin('offline'));
    await sees(page.getByText('Offline', {exact: true}));
    await page.evaluate(() => {
      host.end('offline');
      return host.backend.incoming('oliver', 'The order is 48 113.');
    });
    await sees(message(page, 'The order is 48 113.'));
    await seesNo(page.getByText('Offline', {exact: true}));
  });
});

describe('when the session has ended', () => {
  it('keeps everything readable, asks the host once, and goes on where it was after retry()', async () => {
    const {page} = await visit({expected: /session has expired/i});
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Oliver Grant', subject);
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('The new address is on');
    await page.evaluate(() => host.begin('signed-out'));
    const bar = page.getByRole('alert').filter({hasText: 'You are signed out'});
    await sees(bar.getByText('Your drafts are kept.'));
    await sees(message(page, 'The address on the invoice is the old one.'));
    await field.press('End');
    await page.keyboard.type(' the invoice.');
    await page.keyboard.press('Enter');
    await sees(bar.getByText('1 unsent message'));
    expect(await heard(page, 'loop-sign-in')).toEqual([expect.objectContaining({reason: 'expired'})]);
    await bar.getByRole('button', {name: 'Sign in'}).click();
    await until(() => heard(page, 'loop-sign-in')).toHaveLength(2);
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual([]);

    await page.evaluate(() => {
      host.end('signed-out');
      host.inbox.currentInbox?.retry();
    });
    await seesNo(bar);
    await sees(page.getByRole('article', {name: /^You replied/}).getByText('Sent', {exact: true}));
    await sees(page.getByRole('heading', {name: subject}));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual(['The new address is on the invoice.']);
  });

  it('shows who is signed out from the start what to do, in words', async () => {
    const {page} = await visit({path: '/pages/desk.html?signed-out', expected: /session has expired/i});
    await sees(page.getByText('You are signed out'));
    expect(await page.getByRole('row').count()).toBe(0);
    await until(() => heard(page, 'loop-sign-in')).toHaveLength(1);
    await page.evaluate(() => {
      host.end('signed-out');
      host.inbox.currentInbox?.retry();
    });
    await until(() => names(page).then(([first]) => first)).toBe('Marta Kowalczyk');
  });
});
