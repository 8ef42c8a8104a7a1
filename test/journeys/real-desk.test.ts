import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {ConversationFile} from '../../src/adapters/memory/conversation-file.js';
import {message, row, sees, seesNo, until, visit} from './support/visit.js';

const root = join(import.meta.dirname, '../..');
const data = process.env['LOOP_TEST_DATA'];

/** How far down the list is: the index of the last row that is in the document, and how many there are. */
const depth = (page: Page) =>
  page.getByRole('grid').evaluate((grid) => ({
    last: Math.max(...[...grid.querySelectorAll('[role=row]')].map((each) => Number(each.getAttribute('aria-rowindex')))),
    all: Number(grid.getAttribute('aria-rowcount')),
  }));

describe.runIf(data)('npm start with three thousand real dialogues', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loop-desk-'));
  const file = join(folder, 'desk.json');
  let server: ChildProcess | undefined;
  let origin = '';
  let conversations: ConversationFile['conversations'] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'scripts/convert-dialogues.mjs'), join(data ?? '', 'dialogues.json'), file]);
    conversations = (JSON.parse(readFileSync(file, 'utf8')) as ConversationFile).conversations;
    server = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--data', file, '--port', '5471', '--no-open'], {cwd: root});
    const [line] = (await once(server.stdout!.setEncoding('utf8'), 'data')) as [string];
    origin = new URL(line.replace('Loop Inbox: ', '').trim()).origin;
  });

  afterAll(() => {
    server?.kill();
    rmSync(folder, {recursive: true});
  });

  const openDesk = async (): Promise<Page> => {
    // The sources are served for development, where Lit says so.
    const {page} = await visit({origin, path: '/examples/crm/?strict', expected: /Lit is in dev mode|scheduled an update/});
    await sees(page.getByRole('row'));
    return page;
  };

  it('shows them all: counts, and the list to its end in both views', async () => {
    const page = await openDesk();
    const archived = conversations.filter(({state}) => state === 'archived').length;
    const active = conversations.length - archived;
    await sees(page.getByRole('button', {name: `Active, ${active}`}));
    await page.getByRole('row').first().focus();
    await until(async () => {
      await page.keyboard.press('End');
      return depth(page);
    }).toEqual({last: active, all: active});

    await page.getByRole('button', {name: 'Archived', exact: true}).click();
    await sees(page.getByRole('grid', {name: 'Conversations, Archived'}));
    await until(() => depth(page).then(({all}) => all)).toBe(archived);
    await page.getByRole('row').first().focus();
    let last = 0;
    while (last < archived) {
      const before = last;
      await page.keyboard.press('End');
      await until(async () => (last = (await depth(page)).last)).toBeGreaterThan(before);
    }
    expect(last).toBe(archived);
    expect(await page.getByRole('row').count(), 'rows in the document').toBeLessThan(60);
  });

  it('opens the longest conversation and goes back to its first message', async () => {
    const page = await openDesk();
    const longest = conversations.reduce((a, b) => (b.messages.length > a.messages.length ? b : a));
    expect(longest.messages.length).toBeGreaterThan(300);
    await page.evaluate((id) => document.querySelector('#desk')!.setAttribute('conversation-id', id), longest.id);
    const said = longest.messages.filter(({kind}) => kind !== 'activity');
    const words = (at: number) => (said.at(at)?.text ?? '').trim().split('\n')[0]!.slice(0, 40);
    await sees(message(page, words(-1)));
    const articles = page.getByRole('article');
    const firstKey = () => articles.first().evaluate((article) => article.closest<HTMLElement>('[data-key]')?.dataset.key);
    await articles.last().focus();
    while ((await articles.first().getByText(words(0)).count()) === 0) {
      const before = await firstKey();
      await page.keyboard.press('Home');
      await until(firstKey).not.toBe(before);
    }
    await page.keyboard.press('Home');
    // What is far from the reader has been let go on the way.
    expect(await articles.count()).toBeLessThanOrEqual(350);
    await sees(page.getByRole('article').first().getByText(words(0)));
    await seesNo(page.getByRole('button', {name: 'Earlier messages'}));
  });

  it('takes a reply, a note, and an archive that is taken back', async () => {
    const page = await openDesk();
    const first = page.getByRole('row').first();
    const customer = (await first.locator('.row-name').textContent()) ?? '';
    await first.click();
    const field = page.getByRole('textbox', {name: 'Reply to the contact'});
    await field.fill('A reply to a real question.');
    await field.press('Enter');
    await sees(message(page, 'A reply to a real question.'));
    await page.getByRole('tab', {name: 'Note'}).click();
    await page.getByRole('textbox', {name: 'Note, only your team sees this'}).fill('A note about it.');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('article', {name: /^Note by You/}).filter({hasText: 'A note about it.'}));
    await row(page, customer).first().focus();
    await page.keyboard.press('e');
    await page.getByRole('region', {name: 'Messages of the inbox'}).getByRole('button', {name: 'Undo'}).click();
    await seesNo(page.getByText('Archived.', {exact: true}));
    await sees(row(page, customer));
  });
});

if (!data) it.skip('npm start with three thousand real dialogues: LOOP_TEST_DATA is not set', () => {});
