import {describe, it} from 'vitest';
import {message, row, sees, seesNo, until, visit} from './support/visit.js';

describe('what an agent looks for', () => {
  it('in one kind or everywhere, leads to the message, and is offered again after a reload, until they clear it', async () => {
    const {page} = await visit({path: '/pages/desk.html?persist=search'});
    await sees(row(page, 'Marta Kowalczyk'));
    const search = page.getByRole('dialog', {name: 'Search'});
    const option = (text: string) => search.getByRole('option').filter({hasText: text});
    const openSearch = async () => {
      await page.keyboard.press('Control+k');
      await sees(search.getByRole('combobox'));
    };
    await row(page, 'Oliver Grant').focus();
    await openSearch();
    await page.keyboard.type('friday');
    await sees(option('We leave on Friday'));
    await search.getByRole('button', {name: 'Contacts'}).click();
    await sees(search.getByText('Nothing found for “friday”'));
    await search.getByRole('button', {name: 'Search everything'}).click();
    await option('We leave on Friday').click();
    await seesNo(search);
    await sees(message(page, 'We leave on Friday.'));

    await until(() => page.evaluate(() => host.inbox.currentInbox?.state.choices.recentSearches)).toEqual(['friday']);
    await page.reload();
    await sees(row(page, 'Oliver Grant'));
    await row(page, 'Oliver Grant').focus();
    await openSearch();
    await option('friday').click();
    await sees(option('We leave on Friday'));
    await search.getByRole('combobox').fill('');
    await search.getByRole('button', {name: 'Clear recent searches'}).click();
    await seesNo(option('friday'));
  });
});
