import {describe, it} from 'vitest';
import {names, row, sees, seesNo, until, visit} from './support/visit.js';

describe('an agent does one thing to several conversations', () => {
  it('archives three by keyboard, takes it back as one, and does it again', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    const before = await names(page);
    await row(page, before[0] ?? '').focus();
    for (const key of ['Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await sees(page.getByRole('toolbar', {name: 'Selected conversations'}).getByText('3 selected'));
    await page.keyboard.press('e');
    await until(() => names(page)).toEqual(before.slice(3));
    await sees(page.getByText('3 conversations archived.').first());
    await page.keyboard.press('z');
    await until(() => names(page)).toEqual(before);
    await page.keyboard.press('Home');
    for (const key of ['Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await page.keyboard.press('e');
    await until(() => names(page)).toEqual(before.slice(3));
    await page.getByRole('button', {name: 'Dismiss'}).click();
    await page.getByRole('button', {name: 'Archived', exact: true}).click();
    await until(async () => (await names(page)).length).toBe(4);
  });

  it('tags and assigns with the pointer, and sees it in the rows', async () => {
    const {page} = await visit();
    for (const customer of ['Oliver Grant', 'Lars Holm']) {
      await row(page, customer).hover();
      await row(page, customer).getByRole('checkbox', {name: 'Select'}).click();
    }
    const bar = page.getByRole('toolbar', {name: 'Selected conversations'});
    await sees(bar.getByText('2 selected'));
    await bar.getByRole('button', {name: 'Tag'}).click();
    await page.getByRole('menuitemcheckbox', {name: 'repair'}).click();
    for (const customer of ['Oliver Grant', 'Lars Holm']) await sees(row(page, customer).getByText('repair'));
    await page.keyboard.press('Escape');
    await bar.getByRole('button', {name: 'Assign'}).click();
    await page.getByRole('menuitem', {name: 'Jonas Weber'}).click();
    for (const customer of ['Oliver Grant', 'Lars Holm']) await sees(row(page, customer).getByLabel('Assigned to Jonas Weber'));
    await bar.getByRole('button', {name: 'Clear the selection'}).click();
    await seesNo(bar);
  });

  it('is told by name which of them could not be archived', async () => {
    const {page} = await visit();
    await sees(row(page, 'Oliver Grant'));
    await page.evaluate(() => host.backend.deny('oliver', 'archive', 'Waits for the accountant.'));
    await row(page, 'Oliver Grant').click({modifiers: ['Control']});
    await row(page, 'Lars Holm').click({modifiers: ['Shift']});
    await page.getByRole('toolbar', {name: 'Selected conversations'}).getByRole('button', {name: 'Archive'}).click();
    await seesNo(row(page, 'Lars Holm'));
    await sees(row(page, 'Oliver Grant'));
    await sees(page.getByText('could not be.').first());
    await sees(page.getByText('Oliver Grant: Waits for the accountant.').first());
  });
});
