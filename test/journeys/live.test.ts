import {describe, expect, it} from 'vitest';
import {heard, message, names, open, row, sees, seesNo, until, visit} from './support/visit.js';

describe('while an agent looks', () => {
  it('a message arrives in the open conversation, below what is read, and in the list', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await page.mouse.move(1, 1);
    await page.evaluate(() => host.backend.incoming('oliver', 'And the order number is 48 113.'));
    await sees(message(page, 'And the order number is 48 113.'));
    await sees(row(page, 'Oliver Grant').getByText('And the order number is 48 113.'));
    // Nothing moves while a hand is in the list.
    expect(await names(page).then(([first]) => first)).toBe('Marta Kowalczyk');
    await page.getByRole('textbox', {name: 'Reply to the contact'}).focus();
    await until(() => names(page).then(([first]) => first)).toBe('Oliver Grant');
    await seesNo(row(page, 'Oliver Grant').getByText('1 unread'));
  });

  it('counts what is unread, keeps rows where they are under the pointer, and offers what is new', async () => {
    const {page} = await visit();
    await row(page, 'Marta Kowalczyk').hover();
    await page.evaluate(async () => {
      await host.backend.incoming('lars', 'One more question.');
      await host.backend.incoming('lars', 'Or two.');
    });
    await sees(page.getByRole('row', {name: /Lars Holm.*2 unread/s}));
    expect(await names(page).then(([first]) => first)).toBe('Marta Kowalczyk');
    const {id} = await page.evaluate(async () => {
      const contact = await host.backend.contact({name: 'Nora Ek', email: 'nora@example.com'});
      return host.backend.conversation({contact: contact.id, text: 'Do you rent tents?'});
    });
    expect(id).toBeTruthy();
    await page.getByRole('button', {name: '1 new conversation'}).click();
    await until(() => names(page).then((all) => all.slice(0, 2))).toEqual(['Nora Ek', 'Lars Holm']);
  });

  it('sees a colleague type, and who is looking', async () => {
    const {page} = await visit();
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await page.evaluate(() => host.backend.as('jonas').presence('marta', 'viewing'));
    await sees(page.getByText('Jonas Weber is viewing'));
    await page.evaluate(() => host.backend.as('jonas').typing('marta', true));
    await sees(page.getByText('Jonas Weber is typing'));
    await page.evaluate(() => host.backend.as('jonas').reply('marta', 'I send one today.'));
    await sees(page.getByRole('article', {name: /^Jonas Weber replied/}).filter({hasText: 'I send one today.'}));
  });
});

describe('notifications', () => {
  it('count, lead to the message, and are marked read all at once', async () => {
    const {page} = await visit();
    await sees(page.getByRole('button', {name: 'Notifications, 2 new'}));
    await page.evaluate(() => host.backend.as('jonas').note('lars', 'Lena, can you take this?', ['lena']));
    const bell = page.getByRole('button', {name: 'Notifications, 3 new'});
    await bell.click();
    const panel = page.getByRole('dialog', {name: 'Notifications'});
    await panel.getByRole('button', {name: /You were mentioned/}).click();
    await sees(page.getByRole('heading', {name: 'Six weeks of planning'}));
    const note = page.getByRole('article', {name: /^Note by Jonas Weber/}).filter({hasText: 'Lena, can you take this?'});
    await sees(note);
    await until(() => note.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await seesNo(panel);
    expect(await heard(page, 'loop-conversation-selected')).toEqual([expect.objectContaining({conversationId: 'lars'})]);

    await page.getByRole('button', {name: 'Notifications, 2 new'}).click();
    await sees(panel.getByRole('heading', {name: 'Notifications'}));
    await panel.getByRole('button', {name: 'Mark all read'}).click();
    await sees(page.getByRole('button', {name: 'Notifications', exact: true}));
    expect(await panel.getByRole('img', {name: 'New', exact: true}).count()).toBe(0);
    await page.keyboard.press('Escape');
    await seesNo(panel);
  });
});
