import {describe, expect, it} from 'vitest';
import {heard, message, names, open, row, sees, seesNo, until, visit} from './support/visit.js';

const subject = 'Pole snapped on the second day';
const active = ['Marta Kowalczyk', 'Yuki Tanaka', 'Oliver Grant', 'Ingrid Solheim', 'Lars Holm', 'Hannah Osei'];

describe('an agent archives', () => {
  it('says what went with it, and Undo brings all of it back', async () => {
    const {page} = await visit();
    const toast = page.getByRole('region', {name: 'Messages of the inbox'});
    await sees(page.getByRole('button', {name: 'Notifications, 2 new'}));
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive'}).click();
    await sees(toast.getByText('Archived.'));
    await sees(toast.getByText('Its escalation and 2 notifications were removed.'));
    await until(() => names(page)).toEqual(active.slice(1));
    await sees(page.getByRole('button', {name: 'Active, 5'}));
    await sees(page.getByRole('button', {name: 'Notifications', exact: true}));
    expect(await heard(page, 'loop-conversation-archive')).toEqual([expect.objectContaining({conversationId: 'marta', cancelable: true})]);
    await until(() => heard(page, 'loop-conversation-archived')).toEqual([
      expect.objectContaining({conversationId: 'marta', from: 'active', mine: true}),
    ]);

    await toast.getByRole('button', {name: 'Undo'}).click();
    await until(() => names(page)).toEqual(active);
    await sees(row(page, 'Marta Kowalczyk').getByText('Escalated'));
    await sees(page.getByRole('button', {name: 'Notifications, 2 new'}));
    await seesNo(toast.getByText('Archived.'));
  });

  it('leaves it where it is when the host says no', async () => {
    const {page} = await visit();
    await row(page, 'Oliver Grant').hover();
    await page.evaluate(() => host.veto('loop-conversation-archive'));
    await row(page, 'Oliver Grant').getByRole('button', {name: 'Archive'}).click();
    await until(() => heard(page, 'loop-conversation-archive')).toHaveLength(1);
    expect(await names(page)).toEqual(active);
    expect(await page.getByText('Archived.', {exact: true}).count()).toBe(0);
    await row(page, 'Oliver Grant').getByRole('button', {name: 'Archive'}).click();
    await until(() => names(page)).not.toContain('Oliver Grant');
  });

  it('keeps it where the backend cannot restore one, and gives that up when the customer writes', async () => {
    const {page} = await visit({path: '/pages/desk.html?undo=hold'});
    const archive = async () => {
      await open(page, 'Oliver Grant', 'Invoice with the old address');
      await page.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive'}).click();
      await until(() => names(page)).not.toContain('Oliver Grant');
    };
    /** What the backend has, whatever is shown. */
    const stored = () => page.evaluate(async () => JSON.stringify(await host.backend.snapshot()));
    const before = await stored();
    await archive();
    expect(await stored()).toBe(before);
    await page.evaluate(() => host.backend.incoming('oliver', 'One more thing.'));
    await sees(page.getByText('Not archived.', {exact: true}));
    await sees(row(page, 'Oliver Grant').getByText('One more thing.'));

    await archive();
    const heldStill = await stored();
    await page.getByRole('button', {name: 'Dismiss'}).last().click();
    await until(async () => (await stored()) === heldStill).toBe(false);
    await page.getByRole('button', {name: 'Archived', exact: true}).click();
    await sees(row(page, 'Oliver Grant'));
  });

  it('finds it under Archived, and reopens it from there', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await page.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive'}).click();
    await page.getByRole('button', {name: 'Dismiss'}).click();
    await page.getByRole('button', {name: 'Archived', exact: true}).click();
    await sees(page.getByRole('grid', {name: 'Conversations, Archived'}));
    await until(() => names(page)).toEqual(['Oliver Grant', 'Robert Kline']);

    await open(page, 'Robert Kline', 'Zip replaced');
    await page.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Reopen'}).click();
    await page.mouse.move(1, 1);
    await until(() => names(page)).toEqual(['Oliver Grant']);
    await page.getByRole('button', {name: 'Active, 6'}).click();
    await until(() => names(page)).toContain('Robert Kline');
  });

  it('is told when the customer writes on: the conversation is back in Active', async () => {
    const {page} = await visit();
    await sees(row(page, 'Oliver Grant'));
    await page.evaluate(() => host.backend.incoming('robert', 'The zip broke again.'));
    await until(() => names(page)).toContain('Robert Kline');
    await sees(row(page, 'Robert Kline').getByText('The zip broke again.'));
  });
});

describe('an agent snoozes', () => {
  it('sees it below the others with the time it wakes, and wakes it', async () => {
    const {page} = await visit();
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('button', {name: 'Snooze', exact: true}).click();
    await page.getByRole('menuitem', {name: /^Tomorrow, /}).click();
    await page.mouse.move(1, 1);
    await until(() => names(page)).toEqual([...active.slice(1, 5), 'Marta Kowalczyk', 'Hannah Osei']);
    await sees(row(page, 'Marta Kowalczyk').getByText(/^Until \w+ 0?9:00/));
    await sees(page.getByText(/^Snoozed until \w+ 0?9:00/));
    await sees(message(page, 'We leave on Friday.'));

    await page.getByRole('button', {name: 'Snooze', exact: true}).click();
    await page.getByRole('menuitem', {name: 'Wake it now'}).click();
    await page.mouse.move(1, 1);
    await until(() => names(page)).toEqual(active);
  });
});
