import {describe, expect, it} from 'vitest';
import {names, row, sees, seesNo, until, visit} from './support/visit.js';

describe('an agent keeps a way of looking at the conversations', () => {
  it('saves it as a view, comes back to it from the menu, changes it, renames it, and removes it once they have said so', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await page.getByRole('button', {name: 'Filter', exact: true}).click();
    await page.getByRole('dialog', {name: 'Filters'}).getByRole('combobox', {name: 'Assignee'}).selectOption('Me');
    await page.getByRole('button', {name: 'Done'}).click();
    /** Types into the field that asks for a name, once it has the focus. */
    const name = async (text: string) => {
      const field = page.getByRole('dialog').getByRole('textbox');
      await until(() => field.evaluate((each) => each.matches(':focus'))).toBe(true);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await page.getByRole('button', {name: 'Save as a view…'}).click();
    await name('Mine');
    const menu = page.getByRole('navigation', {name: 'Views'});
    const mine = menu.getByRole('button', {name: /^Mine/});
    await until(() => mine.getAttribute('aria-current')).toBe('page');
    await until(() => names(page)).toEqual(['Marta Kowalczyk']);

    await menu.getByRole('button', {name: /^Active/}).click();
    await sees(row(page, 'Oliver Grant'));
    await mine.click();
    await until(() => names(page)).toEqual(['Marta Kowalczyk']);

    await page.getByRole('button', {name: 'Filter', exact: true}).click();
    await page.getByRole('dialog', {name: 'Filters'}).getByRole('combobox', {name: 'Topic'}).selectOption('Comment');
    await page.getByRole('button', {name: 'Done'}).click();
    await sees(page.getByText('Nothing matches'));
    const task = async (words: string) => {
      await page.getByRole('button', {name: 'This view'}).press('Enter');
      await page.getByRole('menuitem', {name: words}).press('Enter');
    };
    await task('Save changes…');
    await page.getByRole('button', {name: 'Save', exact: true}).press('Enter');
    await sees(page.getByText('“Mine” is saved.'));
    await sees(page.getByText('Nothing here'));

    await task('Rename…');
    await name('My comments');
    await sees(menu.getByRole('button', {name: /^My comments/}));

    await task('Remove…');
    await sees(page.getByText('Remove “My comments”?'));
    await page.keyboard.press('Enter');
    await seesNo(page.getByText('Remove “My comments”?'));
    await sees(menu.getByRole('button', {name: /^My comments/}));
    await task('Remove…');
    await page.getByRole('button', {name: 'Remove', exact: true}).press('Enter');
    await seesNo(menu.getByRole('button', {name: /^My comments/}));
    await sees(row(page, 'Oliver Grant'));
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('loop-inbox');
  });
});
