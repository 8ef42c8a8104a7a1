import {describe, expect, it} from 'vitest';
import {names, row, sees, seesNo, until, visit} from './support/visit.js';

describe('an agent narrows a list', () => {
  it('by topic and tag, sees by what, takes one back, and finds it so after a reload', async () => {
    const {page} = await visit({path: '/pages/desk.html?persist=filters'});
    await sees(row(page, 'Marta Kowalczyk'));
    await page.getByRole('button', {name: 'Filter', exact: true}).click();
    const panel = page.getByRole('dialog', {name: 'Filters'});
    await panel.getByRole('combobox', {name: 'Topic'}).selectOption('Question');
    await panel.getByRole('checkbox', {name: 'repair'}).check();
    await until(() => names(page)).toEqual(['Marta Kowalczyk']);
    await panel.getByRole('button', {name: 'Done'}).click();
    await seesNo(panel);

    await page.getByRole('button', {name: 'Remove the filter Topic: Question'}).click();
    await seesNo(page.getByRole('button', {name: 'Remove the filter Topic: Question'}));
    await page.reload();
    await until(() => names(page)).toEqual(['Marta Kowalczyk']);
    await page.getByRole('button', {name: 'Remove the filter Tag: repair'}).click();
    await sees(row(page, 'Oliver Grant'));
  });

  it('by keyboard alone, and is told what hides everything', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await page.getByRole('button', {name: 'Order: Newest first'}).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', {name: 'Filters'});
    await sees(panel.getByRole('checkbox', {name: 'Unread'}));
    await until(() => panel.getByRole('checkbox', {name: 'Unread'}).evaluate((box) => box.matches(':focus'))).toBe(true);
    await page.keyboard.press('Space');
    await until(() => names(page)).toEqual(['Marta Kowalczyk']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await until(() => panel.getByRole('combobox', {name: 'Assignee'}).evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('Nobody');
    await sees(page.getByText('Shown are only conversations with Unread and Assignee: Nobody.'));
    await page.keyboard.press('Escape');
    await seesNo(panel);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await until(async () => (await names(page)).length).toBe(6);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('loop-inbox');
  });

  it('and a conversation that no longer matches leaves at once', async () => {
    const {page} = await visit();
    await sees(row(page, 'Marta Kowalczyk'));
    await page.getByRole('button', {name: 'Filter', exact: true}).click();
    await page.getByRole('dialog', {name: 'Filters'}).getByRole('combobox', {name: 'Assignee'}).selectOption('Jonas Weber');
    await page.getByRole('button', {name: 'Done'}).click();
    await until(() => names(page)).toEqual(['Ingrid Solheim']);
    await page.evaluate(() => host.backend.as('jonas').archive('ingrid'));
    await sees(page.getByText('Shown are only conversations with Assignee: Jonas Weber.'));
  });
});
