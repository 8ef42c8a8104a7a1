import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {message, open, sees, seesNo, until, visit, type VisitOptions} from './support/visit.js';
import {writingDesk as file} from './support/writing-desk.js';

const subject = {marta: 'Pole snapped on the second day', oliver: 'Invoice with the old address'};

async function at(customer: string, about: string, options: VisitOptions = {}): Promise<Page> {
  const {page} = await visit({file, ...options});
  await until(() => page.evaluate(() => host.inbox.currentInbox !== undefined)).toBe(true);
  await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
  await open(page, customer, about);
  return page;
}

const reply = (page: Page) => page.getByRole('textbox', {name: 'Reply to the contact'});
const note = (page: Page) => page.getByRole('textbox', {name: 'Note, only your team sees this'});
const customerSees = (page: Page, id: string) => page.evaluate((conversation) => host.backend.contactSees(conversation), id);
const stored = (page: Page, words: string) =>
  page.evaluate((text) => {
    const threads = [...(host.inbox.currentInbox?.state.threads.values() ?? [])];
    const found = threads.flatMap(({messages}) => [...messages.values()]).find(({body, entry}) => body.value === text && !entry);
    return found && {kind: found.kind, mentions: found.mentions, replyTo: found.replyTo, mail: found.mail};
  }, words);

describe('an agent writes faster', () => {
  it('with a canned reply: a slash, a few letters, Enter inserts, the gap is filled, Enter sends', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await reply(page).click();
    await page.keyboard.type('/ref');
    await sees(page.getByRole('option', {name: /refund/}));
    await page.keyboard.press('Enter');
    expect(await reply(page).inputValue()).toBe('Your refund of {amount} is on its way.');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('alert').getByText('{amount} is still open.'));
    await page.keyboard.type('40 €');
    await seesNo(page.getByText('is still open.'));
    expect(await customerSees(page, 'marta')).toEqual(['Sorry to read that. Which tent is it?']);
    await page.keyboard.press('Enter');
    await until(() => customerSees(page, 'marta')).toContain('Your refund of 40 € is on its way.');
  });

  it('with a macro: the button, a click, and a question before anything happens', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await page.getByRole('button', {name: 'Canned replies and macros'}).click();
    await page.getByRole('option', {name: /Express replacement/}).click();
    const question = page.getByRole('group', {name: 'Run “Express replacement”?'});
    await sees(question.getByText('Tags it and tells the customer.'));
    expect(await customerSees(page, 'marta')).toHaveLength(1);
    await question.getByRole('button', {name: 'Run'}).click();
    await until(() => customerSees(page, 'marta')).toContain('A replacement leaves today.');
    await seesNo(question);
  });

  it('with formats: a key makes words bold, and the thread shows them so', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await reply(page).click();
    await page.keyboard.type('today');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+Enter');
    await until(() => customerSees(page, 'marta')).toContain('today');
    await sees(message(page, 'today').locator('strong'));
  });

  it('with emoji', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await reply(page).click();
    await page.keyboard.type('Done ');
    await page.getByRole('button', {name: 'Emoji'}).click();
    await sees(page.getByRole('combobox', {name: 'Search emoji'}));
    await page.keyboard.type('party pop');
    await sees(page.getByRole('gridcell', {name: 'party popper'}));
    await page.keyboard.press('Enter');
    await until(() => reply(page).inputValue()).toBe('Done 🎉');
    await page.keyboard.press('Enter');
    await until(() => customerSees(page, 'marta')).toContain('Done 🎉');
  });
});

describe('an agent mentions a colleague', () => {
  it('in a note: the colleague is told, the name stands out, and no customer sees it', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await page.getByRole('tab', {name: 'Note'}).click();
    await page.keyboard.type('Ask @clai');
    await sees(page.getByRole('option', {name: /Claire Dubois/}));
    await page.keyboard.press('Tab');
    await page.keyboard.type('about it');
    await page.keyboard.press('Enter');
    await sees(message(page, 'about it').locator('.mention', {hasText: '@Claire Dubois'}));
    await until(() => stored(page, 'Ask @Claire Dubois about it')).toMatchObject({kind: 'note', mentions: ['claire']});
    expect(await customerSees(page, 'marta')).toHaveLength(1);
  });

  it('but not one whose name is edited away', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await page.getByRole('tab', {name: 'Note'}).click();
    await page.keyboard.type('@clai');
    await sees(page.getByRole('option', {name: /Claire Dubois/}));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Nobody in particular');
    await note(page).press('Enter');
    await until(() => stored(page, 'Nobody in particular')).toMatchObject({kind: 'note'});
    expect((await stored(page, 'Nobody in particular'))?.mentions ?? []).toEqual([]);
  });
});

describe('what an agent does with a message', () => {
  it('answers it by keys alone, and the answer leads back to it', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await message(page, 'second pole segment').focus();
    await page.keyboard.press('Enter');
    await until(() => page.getByRole('menuitem', {name: 'Answer this message'}).evaluate((item) => item.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('group', {name: 'Write to this conversation'}).getByText('In answer to Marta Kowalczyk'));
    await until(() => reply(page).evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('We send a new one.');
    await page.keyboard.press('Enter');
    const answer = message(page, 'We send a new one.');
    await sees(answer.getByText('In answer to Marta Kowalczyk'));
    await until(() => stored(page, 'We send a new one.')).toMatchObject({kind: 'reply', replyTo: 'marta-1'});
    await answer.getByRole('button', {name: /In answer to/}).click();
    await until(() => message(page, 'second pole segment').first().evaluate((row) => row === (row.getRootNode() as ShadowRoot).activeElement)).toBe(true);
  });

  it('answers a note in a note, whatever was written before', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await reply(page).fill('Half a reply');
    await message(page, 'Third broken pole').hover();
    await message(page, 'Third broken pole').getByRole('button', {name: 'Actions for this message'}).click();
    await page.getByRole('menuitem', {name: 'Answer in a note'}).click();
    await until(() => page.getByRole('textbox', {name: /^Note/}).evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('Told the supplier.');
    await page.keyboard.press('Enter');
    await until(() => stored(page, 'Told the supplier.')).toMatchObject({kind: 'note', replyTo: 'marta-3'});
    expect(await customerSees(page, 'marta')).toHaveLength(1);
    await page.getByRole('tab', {name: 'Reply'}).click();
    expect(await reply(page).inputValue()).toBe('Half a reply');
  });

  it('changes and deletes what they wrote themselves', async () => {
    const page = await at('Marta Kowalczyk', subject.marta);
    await reply(page).fill('On Wensday');
    await reply(page).press('Enter');
    const mine = message(page, 'On Wensday');
    await sees(mine.getByText('Sent'));
    await mine.hover();
    await mine.getByRole('button', {name: 'Actions for this message'}).click();
    await page.getByRole('menuitem', {name: 'Edit'}).click();
    await page.getByRole('textbox', {name: 'Edit the message'}).fill('On Wednesday');
    await page.getByRole('button', {name: 'Save'}).click();
    const changed = message(page, 'On Wednesday');
    await sees(changed.getByText('Edited'));
    await until(() => customerSees(page, 'marta')).toContain('On Wednesday');

    await changed.focus();
    await page.keyboard.press('Enter');
    await until(() => page.getByRole('menuitem').first().evaluate((item) => item.matches(':focus'))).toBe(true);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('alertdialog', {name: 'Delete this message?'}));
    await page.getByRole('button', {name: 'Delete', exact: true}).click();
    await sees(page.getByText('This message was deleted'));
    await until(() => customerSees(page, 'marta')).not.toContain('On Wednesday');
  });
});

describe('an agent answers a mail', () => {
  it('to everybody who got it, and to one more; what is no address holds it back', async () => {
    const page = await at('Oliver Grant', subject.oliver);
    await page.getByRole('button', {name: 'Reply to all'}).click();
    await page.getByRole('button', {name: 'Recipients and subject'}).click();
    await page.getByRole('textbox', {name: 'Bcc'}).fill('ann');
    await reply(page).fill('A corrected one is attached.');
    await reply(page).press('Enter');
    await sees(page.getByText('“ann” is not a mail address.'));
    expect(await customerSees(page, 'oliver')).toEqual([]);
    await page.getByRole('textbox', {name: 'Bcc'}).fill('ann@example.com');
    await page.getByRole('textbox', {name: 'Subject'}).fill('Your invoice');
    await reply(page).press('Enter');
    await until(() => stored(page, 'A corrected one is attached.')).toMatchObject({
      kind: 'reply',
      mail: {
        to: [{address: 'oliver@example.com'}],
        cc: [{address: 'books@example.com'}],
        bcc: [{address: 'ann@example.com'}],
        subject: 'Your invoice',
      },
    });
  });
});
