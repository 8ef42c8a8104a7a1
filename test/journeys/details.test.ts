import type {ConversationFile} from '../../src/adapters/memory/conversation-file.js';
import {describe, expect, it} from 'vitest';
import {desk, minutesAgo} from './support/desk.js';
import {heard, message, open, row, sees, seesNo, until, visit} from './support/visit.js';

const subject = 'Pole snapped on the second day';
/** As the desk, and more is known of Marta. */
const file: ConversationFile = {
  ...desk,
  contacts: desk.contacts.map((contact) => contact.id === 'marta'
    ? {...contact, attributes: [{key: 'batch', label: 'Pole batch', value: 'FJ3-24-07', editable: true}, {key: 'plan', label: 'Plan', value: 'Plus'}]}
    : contact),
  conversations: [
    ...desk.conversations.map((conversation) => conversation.id === 'marta'
      ? {...conversation, sentiment: {label: 'negative' as const, score: -0.62, source: 'Mood check 2'}, attributes: [{key: 'order', label: 'Order', value: '48213'}]}
      : conversation),
    {id: 'boots', number: '900', subject: 'Boot size exchange', state: 'archived', channel: {kind: 'email'}, contact: 'marta',
      messages: [{id: 'boots-1', kind: 'incoming', text: '39 to 40, please.', at: minutesAgo(9000)}]},
  ],
};

describe('the details of a conversation', () => {
  it('tell everything, from the upper-right menu by keyboard, follow live, and lead to what the contact wrote before', async () => {
    const {page} = await visit({file});
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('button', {name: 'More', exact: true}).press('Enter');
    await until(() => page.getByRole('menuitem').first().evaluate((item) => item.matches(':focus'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {name: 'Conversation details'});
    for (const fact of ['1001', 'Shop chat', 'Question', 'High', 'Lena Brandt', 'Negative (-0.62), says Mood check 2', '48213', 'travels on Friday', 'Boot size exchange'])
      await sees(dialog.getByText(fact).first());
    await sees(dialog.getByRole('listitem').filter({hasText: 'Jonas Weber'}).filter({hasText: '2 messages'}));
    await page.evaluate(() => host.backend.as('jonas').note('marta', 'One more note.'));
    await sees(dialog.getByRole('listitem').filter({hasText: 'Jonas Weber'}).filter({hasText: '3 messages'}));
    await page.keyboard.press('Escape');
    await until(() => page.getByRole('button', {name: 'More', exact: true}).evaluate((button) => button.matches(':focus'))).toBe(true);

    await page.getByRole('button', {name: 'Conversation details'}).click();
    await dialog.getByRole('button', {name: /^Boot size exchange/}).click();
    await sees(page.getByRole('heading', {name: 'Boot size exchange'}));
    await seesNo(dialog);
  });

  it('tags are seen, put on, taken off and created; all of it stands in the row and in what was done', async () => {
    const {page} = await visit({file});
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('button', {name: 'Change tags'}).press('Enter');
    await until(() => page.getByRole('textbox', {name: 'Find or create a tag'}).evaluate((input) => input.matches(':focus'))).toBe(true);
    await page.keyboard.type('bill');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('checkbox', {name: 'billing', checked: true}));
    await page.keyboard.type('poles');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('checkbox', {name: 'poles', checked: true}));
    await page.getByRole('checkbox', {name: 'repair'}).click();
    await page.keyboard.press('Escape');
    const facts = page.locator('loop-conversation .facts');
    await sees(facts.getByText('poles'));
    await seesNo(facts.getByText('repair'));
    await page.getByRole('button', {name: 'Conversation details'}).click();
    const dialog = page.getByRole('dialog', {name: 'Conversation details'});
    await sees(dialog.getByText(/added poles/));
    await dialog.getByRole('button', {name: 'Remove poles'}).click();
    await sees(dialog.getByText(/removed poles/));
  });

  it('say nothing of a mood that nobody judged', async () => {
    const {page} = await visit({file});
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await page.getByRole('button', {name: 'Conversation details'}).click();
    const dialog = page.getByRole('dialog', {name: 'Conversation details'});
    await sees(dialog.getByText('Feedback'));
    await seesNo(dialog.getByText('Sentiment'));
  });
});

describe('the contact', () => {
  it('is shown and hidden from the upper-right menu', async () => {
    const {page} = await visit({file});
    await open(page, 'Marta Kowalczyk', subject);
    const panel = page.getByRole('complementary', {name: 'Contact details'});
    await sees(panel.getByText('marta@example.com'));
    await page.getByRole('button', {name: 'More', exact: true}).click();
    await page.getByRole('menuitem', {name: 'Hide the contact'}).click();
    await until(() => panel.count()).toBe(0);
    await page.getByRole('button', {name: 'More', exact: true}).click();
    await page.getByRole('menuitem', {name: 'Show the contact'}).click();
    await sees(panel.getByText('marta@example.com'));
  });

  it('is changed where the backend says it may be; what fails is told at the field', async () => {
    const {page} = await visit({file, expected: /cannot be reached/});
    await open(page, 'Marta Kowalczyk', subject);
    const panel = page.getByRole('complementary', {name: 'Contact details'});
    await panel.getByRole('button', {name: 'Change Pole batch'}).press('Enter');
    const field = panel.getByRole('textbox', {name: 'Pole batch'});
    await field.fill('FJ3-24-08');
    await page.evaluate(() => host.begin('offline'));
    await field.press('Enter');
    await sees(panel.getByText(/Not saved\. There is no connection/));
    expect(await field.inputValue()).toBe('FJ3-24-08');
    await page.evaluate(() => host.end('offline'));
    await sees(page.locator('loop-list-header'));
    await until(async () => {
      await field.press('Enter');
      return panel.getByText('FJ3-24-08', {exact: true}).count();
    }).toBe(1);
    expect(await panel.getByRole('button', {name: 'Change Plan'}).count()).toBe(0);
  });

  it('leads to what they wrote before, and has room for the host’s own sections', async () => {
    const {page} = await visit({file});
    await page.evaluate(() => {
      const orders = document.createElement('section');
      orders.slot = 'contact-after';
      orders.textContent = 'Orders: Fjell 3';
      host.inbox.append(orders);
    });
    await open(page, 'Marta Kowalczyk', subject);
    await sees(page.getByText('Orders: Fjell 3'));
    await page.getByRole('complementary', {name: 'Contact details'}).getByRole('button', {name: /^Boot size exchange/}).click();
    await sees(message(page, '39 to 40, please.'));
  });
});

describe('an agent raises a ticket', () => {
  it('once, however often they press; it is linked in the thread and in the details, live', async () => {
    const {page} = await visit({file});
    await open(page, 'Marta Kowalczyk', subject);
    await page.getByRole('button', {name: 'More', exact: true}).press('Enter');
    await page.getByRole('menuitem', {name: 'Create a ticket'}).press('Enter');
    const dialog = page.getByRole('dialog', {name: 'Create a ticket'});
    await dialog.getByRole('button', {name: 'Create ticket'}).press('Enter');
    await sees(dialog.getByText('Fill this in.'));
    await dialog.getByRole('textbox', {name: /^Title/}).fill('Pole batch breaks');
    await dialog.getByRole('button', {name: 'Create ticket'}).dblclick();
    await sees(page.getByRole('heading', {name: /^Ticket T-\d+ is created/}));
    await page.getByRole('button', {name: 'Done'}).press('Enter');
    await sees(page.getByText(/You created ticket T-/));
    await sees(page.getByRole('complementary', {name: 'Contact details'}).getByText(/T-\d+ Pole batch breaks/));
    await page.getByRole('button', {name: 'Conversation details'}).click();
    await sees(page.getByRole('dialog', {name: 'Conversation details'}).getByText(/T-\d+ Pole batch breaks/));
    expect(await heard(page, 'loop-ticket-created')).toHaveLength(1);
    await sees(row(page, 'Marta Kowalczyk'));
  });
});
