import {describe, expect, it} from 'vitest';
import {names, open, row, sees, until, visit} from './support/visit.js';

describe('the automated responder', () => {
  it('is off by default: what it answers is in Active, with its badge and no way to take over', async () => {
    const {page} = await visit();
    await sees(row(page, 'Yuki Tanaka').getByText('Bot is answering'));
    expect(await page.getByRole('button', {name: /^Automated/}).count()).toBe(0);
    await open(page, 'Yuki Tanaka', 'Opening hours');
    await sees(page.getByRole('article', {name: /^Bot replied/}));
    expect(await page.getByRole('button', {name: 'Take over'}).count()).toBe(0);
  });

  it('is on when the host says so: a list of its own; an agent takes over and hands back', async () => {
    const {page} = await visit({path: '/pages/desk.html?automation'});
    await until(() => names(page)).toEqual(['Marta Kowalczyk', 'Oliver Grant', 'Ingrid Solheim', 'Lars Holm', 'Hannah Osei']);
    await page.getByRole('button', {name: 'Automated, 1'}).click();
    await sees(page.getByRole('grid', {name: 'Conversations, Automated'}));
    await open(page, 'Yuki Tanaka', 'Opening hours');
    await page.getByRole('button', {name: 'Take over'}).click();
    await sees(page.getByText('You took over from the bot'));
    await sees(page.getByText('Nothing here'));
    await page.getByRole('button', {name: 'Active, 6'}).click();
    await sees(row(page, 'Yuki Tanaka'));

    await page.getByRole('button', {name: 'More', exact: true}).click();
    await page.getByRole('menuitem', {name: 'Hand back to the bot'}).click();
    await sees(page.getByRole('button', {name: 'Take over'}));
    await sees(page.getByRole('button', {name: 'Active, 5'}));
    await sees(page.getByRole('button', {name: 'Automated, 1'}));
  });

  it('appears and goes while the page stands, without losing what is open', async () => {
    const {page} = await visit();
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await page.getByRole('textbox', {name: 'Reply to the contact'}).fill('Half a sentence');
    await page.mouse.move(1, 1);
    await page.evaluate(() => (host.inbox.features = {automation: true}));
    await sees(page.getByRole('button', {name: 'Automated, 1'}));
    await until(() => names(page)).not.toContain('Yuki Tanaka');
    await page.evaluate(() => (host.inbox.features = {automation: false}));
    await until(() => names(page)).toContain('Yuki Tanaka');
    await sees(page.getByRole('heading', {name: 'Invoice with the old address'}));
    expect(await page.getByRole('textbox', {name: 'Reply to the contact'}).inputValue()).toBe('Half a sentence');
  });
});
