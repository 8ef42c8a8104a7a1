import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {heard, message, open, row, sees, seesNo, until, visit} from './support/visit.js';

/** Everything that the browser keeps for the page's origin, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = await Promise.all((await indexedDB.databases()).map(async ({name = ''}) => {
      const database = await read(indexedDB.open(name));
      const all = await Promise.all([...database.objectStoreNames].map((store) => read(database.transaction(store).objectStore(store).getAll())));
      database.close();
      return all;
    }));
    return JSON.stringify(stores);
  });

const subject = {marta: 'Pole snapped on the second day', oliver: 'Invoice with the old address'};

describe('an agent writes a note', () => {
  it('cannot mistake it for a reply, and no customer ever gets it', async () => {
    const {page} = await visit();
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Marta Kowalczyk', subject.marta);
    await page.getByRole('tab', {name: 'Note'}).click();
    const field = page.getByRole('textbox', {name: 'Note, only your team sees this'});
    await until(() => field.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await sees(page.getByRole('group', {name: 'Write to this conversation'}).getByText('Only your team sees this'));
    expect(await page.getByRole('button', {name: 'Send', exact: true}).count()).toBe(0);
    await page.keyboard.type('Ask the supplier about batch 24.');
    await page.keyboard.press('Enter');

    const note = page.getByRole('article', {name: /^Note by You, only your team sees this/}).filter({hasText: 'batch 24'});
    await sees(note.getByText('Note', {exact: true}));
    await sees(note.getByText('only your team sees this'));
    await until(() => heard(page, 'loop-message-sent')).toEqual([expect.objectContaining({conversationId: 'marta', kind: 'note'})]);
    expect(await heard(page, 'loop-message-send')).toEqual([expect.objectContaining({kind: 'note', cancelable: true})]);
    expect(await page.evaluate(() => host.backend.contactSees('marta'))).toEqual(['Sorry to read that. Which tent is it?']);
  });
});

describe('drafts', () => {
  it('keeps reply and note of one conversation apart, in the middle of a word', async () => {
    const {page} = await visit();
    await open(page, 'Marta Kowalczyk', subject.marta);
    const reply = page.getByRole('textbox', {name: 'Reply to the contact'});
    const note = page.getByRole('textbox', {name: 'Note, only your team sees this'});
    await reply.click();
    await page.keyboard.type('Your segm');
    await page.getByRole('tab', {name: 'Note'}).click();
    await page.keyboard.type('Out of st');
    expect(await note.inputValue()).toBe('Out of st');
    await page.getByRole('tab', {name: 'Reply'}).click();
    await page.keyboard.type('ent');
    expect(await reply.inputValue()).toBe('Your segment');
    await page.getByRole('tab', {name: 'Note'}).click();
    expect(await note.inputValue()).toBe('Out of st');
  });

  it('keeps each conversation its own, says so in the list, and does not carry a note over as a reply', async () => {
    const {page} = await visit();
    await open(page, 'Marta Kowalczyk', subject.marta);
    await page.getByRole('tab', {name: 'Note'}).click();
    await page.keyboard.type('Do not tell the customer');
    await open(page, 'Oliver Grant', subject.oliver);
    const reply = page.getByRole('textbox', {name: 'Reply to the contact'});
    expect(await reply.inputValue()).toBe('');
    await reply.fill('A corrected invoice');
    await sees(row(page, 'Marta Kowalczyk').getByText('Draft:'));
    await sees(row(page, 'Marta Kowalczyk').getByText('Do not tell the customer'));
    await open(page, 'Marta Kowalczyk', subject.marta);
    expect(await page.getByRole('textbox', {name: 'Note, only your team sees this'}).inputValue()).toBe('Do not tell the customer');
    await sees(row(page, 'Oliver Grant').getByText('A corrected invoice'));
  });

  it('come back after a reload, with what was sent and has not left yet', async () => {
    const {page} = await visit({path: '/pages/desk.html?persist=drafts', expected: /cannot be reached/});
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Marta Kowalczyk', subject.marta);
    await open(page, 'Oliver Grant', subject.oliver);
    const reply = page.getByRole('textbox', {name: 'Reply to the contact'});
    await page.evaluate(() => host.begin('offline'));
    await sees(page.getByText('Offline', {exact: true}));
    await reply.fill('On its way once we are back.');
    await reply.press('Enter');
    await sees(message(page, 'On its way once we are back.').getByText('Waiting for the connection'));
    await open(page, 'Marta Kowalczyk', subject.marta);
    await reply.fill('Half a rep');
    await sees(page.getByText('Draft saved'));

    // What was typed less than a moment ago may be lost with the page; this has been kept.
    await until(() => kept(page)).toContain('Half a rep');
    await page.reload();
    await sees(row(page, 'Marta Kowalczyk').getByText('Half a rep'));
    await open(page, 'Oliver Grant', subject.oliver);
    const sent = page.getByRole('article', {name: /^You replied/}).filter({hasText: 'On its way once we are back.'});
    await sees(sent.getByText('Sent', {exact: true}));
    expect(await page.evaluate(() => host.backend.contactSees('oliver'))).toEqual(['On its way once we are back.']);
    expect(await sent.count()).toBe(1);
    await open(page, 'Marta Kowalczyk', subject.marta);
    expect(await reply.inputValue()).toBe('Half a rep');
    await seesNo(page.getByText('Waiting for the connection'));
  });

  it('keeps the last letter, and what was just sent, of a page that goes at once', async () => {
    const {page} = await visit({path: '/pages/desk.html?persist=at-once'});
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 30_000}));
    const reply = page.getByRole('textbox', {name: 'Reply to the contact'});
    for (const text of ['Your segment left', 'Your segment is here']) {
      await open(page, 'Marta Kowalczyk', subject.marta);
      await reply.fill('');
      await until(() => kept(page)).not.toContain('Your segment');
      await reply.click();
      await page.keyboard.type(text);
      await page.reload();
      await open(page, 'Marta Kowalczyk', subject.marta);
      expect(await reply.inputValue()).toBe(text);
    }
    for (const text of ['First', 'Second', 'Third']) {
      await reply.fill(`${text} of three`);
      await reply.press('Enter');
      await page.reload();
      await open(page, 'Marta Kowalczyk', subject.marta);
      await sees(message(page, `${text} of three`).getByText(/^Sending in/));
      expect(await reply.inputValue()).toBe('');
    }
  });

  it('says so where the browser denies the page its storage, its locks and even their names, and sends all the same', async () => {
    const {page} = await visit({
      path: '/pages/desk.html?persist=denied',
      expected: /keeps nothing for this page|desk could not/,
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(globalThis, 'indexedDB', {
            get() {
              throw new DOMException('Denied', 'SecurityError');
            },
          });
          LockManager.prototype.request = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
          globalThis.BroadcastChannel = class {
            constructor() {
              throw new DOMException('Denied', 'SecurityError');
            }
          } as unknown as typeof BroadcastChannel;
        }),
    });
    await open(page, 'Marta Kowalczyk', subject.marta);
    await sees(page.getByText('This browser no longer keeps what you write.').first());
    const reply = page.getByRole('textbox', {name: 'Reply to the contact'});
    await reply.fill('Kept nowhere, sent all the same');
    await reply.press('Enter');
    await sees(message(page, 'Kept nowhere, sent all the same').getByText('Sent', {exact: true}));
    expect(await page.evaluate(() => host.backend.contactSees('marta'))).toContain('Kept nowhere, sent all the same');
    await seesNo(page.getByText('Catching up'));
  });
});
