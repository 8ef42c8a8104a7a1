import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {protocolServer, type ProtocolServer} from './support/protocol-server.js';
import {heard, message, open, openContext, row, sees, seesNo, until, visit, type VisitOptions} from './support/visit.js';

/** What a browser says of requests that fail on purpose. */
const failing = /Failed to load resource|net::ERR|Could not be read|could not be read/;

async function agentAt(server: ProtocolServer, agent: string, {query = '', ...options}: VisitOptions & {query?: string} = {}): Promise<Page> {
  const {page} = await visit({origin: server.origin, path: `/pages/endpoint.html?as=${agent}${query}`, ...options});
  await sees(page.getByRole('grid', {name: 'Conversations, Active'}));
  await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
  return page;
}

const field = (page: Page) => page.getByRole('textbox', {name: 'Reply to the contact'});

/** Everything in the databases and the storage of the page, as JSON. */
const keptWords = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => Object.assign(request, {onsuccess: () => resolve(request.result), onerror: () => reject(new Error(String(request.error)))}));
    const found: unknown[] = [{...localStorage}, {...sessionStorage}, document.cookie];
    for (const {name = ''} of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      for (const store of stores) found.push(await done(database.transaction(store).objectStore(store).getAll()), await done(database.transaction(store).objectStore(store).getAllKeys()));
      database.close();
    }
    return JSON.stringify(found);
  });

describe('an inbox from nothing but an address', () => {
  it('reads and answers', async () => {
    const server = await protocolServer();
    const page = await agentAt(server, 'lena');
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await sees(message(page, 'A Fjell 2, bought in May. We leave on Friday.'));
    await field(page).fill('A new segment leaves today.');
    await page.keyboard.press('Enter');
    await sees(message(page, 'A new segment leaves today.').getByText('Sent', {exact: true}));
    expect((await server.backend.contactSees('marta')).at(-1)).toBe('A new segment leaves today.');
    expect(server.asked.filter((what) => what === 'POST conversations/marta/messages')).toHaveLength(1);
    expect(await heard(page, 'loop-message-sent')).toHaveLength(1);
  });

  it('shows two agents each other’s typing, replies and archiving as they happen', async () => {
    const server = await protocolServer();
    const [lena, jonas] = [await agentAt(server, 'lena'), await agentAt(server, 'jonas')];
    await open(lena, 'Oliver Grant', 'Invoice with the old address');
    await open(jonas, 'Oliver Grant', 'Invoice with the old address');
    await field(jonas).pressSequentially('I have changed it');
    await sees(lena.getByText(/Jonas Weber is (typing|writing|replying)/));
    await jonas.keyboard.press('Enter');
    await sees(message(lena, 'I have changed it'));
    await lena.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive', exact: true}).click();
    await seesNo(row(jonas, 'Oliver Grant'));
  });

  it('keeps in the browser what an agent wrote, and nothing of what customers wrote', async () => {
    const server = await protocolServer();
    const page = await agentAt(server, 'lena');
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await sees(message(page, 'A Fjell 2, bought in May. We leave on Friday.'));
    await field(page).fill('Half a sentence of mine');
    await until(() => keptWords(page)).toContain('Half a sentence of mine');
    expect(await keptWords(page)).not.toMatch(/A Fjell 2|Pole snapped|Kowalczyk/);
  });

  it('of another origin sends files, and gives them back byte by byte', async () => {
    const server = await protocolServer();
    const {page} = await visit({path: `/pages/endpoint.html?as=lena&endpoint=${encodeURIComponent(`${server.origin}/v1`)}`});
    await sees(page.getByRole('grid', {name: 'Conversations, Active'}));
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Ingrid Solheim', 'Seam of the backpack');
    const button = page.getByRole('button', {name: 'Attach files'});
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
    const bytes = Buffer.from('seam '.repeat(50_000));
    await chooser.setFiles([{name: 'seam.txt', mimeType: 'text/plain', buffer: bytes}]);
    await sees(page.getByRole('list', {name: 'Files of the reply'}).getByRole('listitem'));
    await field(page).fill('Where it tears');
    await page.keyboard.press('Enter');
    const sent = message(page, 'Where it tears');
    await sees(sent.getByText('Sent', {exact: true}));
    const [download] = await Promise.all([page.waitForEvent('download'), sent.getByRole('button', {name: /seam\.txt/}).click()]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  it('comes back by itself when every connection breaks, and misses nothing', async () => {
    const server = await protocolServer();
    const page = await agentAt(server, 'lena', {expected: failing});
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    server.cut();
    await server.backend.incoming('marta', 'Written while nobody listened.');
    await sees(message(page, 'Written while nobody listened.'));
    await server.backend.incoming('marta', 'And one more, live.');
    await sees(message(page, 'And one more, live.'));
    expect(await message(page, 'Written while nobody listened.').count()).toBe(1);
  });

  it('gives up what was archived without a connection when the customer wrote meanwhile, and says so', async () => {
    const server = await protocolServer();
    const page = await agentAt(server, 'lena', {expected: failing});
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await page.context().setOffline(true);
    server.cut();
    await page.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive', exact: true}).click();
    await seesNo(row(page, 'Oliver Grant'));
    await server.backend.incoming('oliver', 'One more thing.');
    await page.context().setOffline(false);
    await sees(page.getByText('Not archived.', {exact: true}));
    await sees(row(page, 'Oliver Grant').getByText('One more thing.'));
    expect(server.asked.filter((what) => what === 'PATCH conversations/oliver')).toEqual([]);
  });

  it('has one live connection for all tabs of a browser, and each of them hears everything', async () => {
    const server = await protocolServer();
    const context = await openContext();
    const connections = () => server.asked.filter((what) => what === 'GET events').length;
    const first = await agentAt(server, 'lena', {context});
    await until(connections).toBe(1);
    const second = await agentAt(server, 'lena', {context});
    await until(() => second.evaluate(() => host.inbox.currentInbox?.state.connection.status)).toBe('live');
    await server.backend.incoming('marta', 'Heard in both tabs.');
    for (const page of [first, second]) await sees(row(page, 'Marta Kowalczyk').getByText('Heard in both tabs.'));
    expect(connections()).toBe(1);
  });

  it('says when the agent is signed out, keeps what is written, and goes on where it was', async () => {
    const server = await protocolServer();
    const page = await agentAt(server, 'lena', {expected: failing});
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    server.refuse('all');
    server.cut();
    await until(() => heard(page, 'loop-sign-in')).toHaveLength(1);
    await field(page).fill('Written while signed out.');
    server.refuse('none');
    await page.evaluate(() => host.inbox.currentInbox?.retry());
    await until(() => page.evaluate(() => host.inbox.currentInbox?.state.connection.status)).toBe('live');
    expect(await field(page).inputValue()).toBe('Written while signed out.');
    await field(page).press('Enter');
    await sees(message(page, 'Written while signed out.').getByText('Sent', {exact: true}));
  });

  it('shows who signs in next nothing of the agent before, and sends nothing of theirs until they are back', async () => {
    const server = await protocolServer();
    const page = await agentAt(server, 'lena', {expected: failing});
    const signIn = async (agent: string) => {
      await page.evaluate((name) => {
        host.inbox.getToken = () => name;
        host.inbox.currentInbox?.retry();
      }, agent);
      await until(() => page.evaluate(() => [host.inbox.currentInbox?.state.session?.me.id, host.inbox.currentInbox?.state.connection.status])).toEqual([agent, 'live']);
    };
    const signOut = async (times: number) => {
      server.refuse('all');
      server.cut();
      await until(() => heard(page, 'loop-sign-in')).toHaveLength(times);
    };
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await field(page).fill('Half a sentence of Lena');
    await sees(page.getByText('Draft saved'));
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await signOut(1);
    await field(page).fill('Sent by Lena.');
    await field(page).press('Enter');
    await sees(message(page, 'Sent by Lena.'));

    server.refuse('none');
    await signIn('jonas');
    await sees(page.getByText('You signed in as somebody else.'));
    await open(page, 'Marta Kowalczyk', 'Pole snapped on the second day');
    await seesNo(message(page, 'Sent by Lena.'));
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    expect(await field(page).inputValue()).toBe('');
    await seesNo(page.getByText('Half a sentence of Lena'));
    expect(await server.backend.contactSees('marta')).not.toContain('Sent by Lena.');

    await signOut(2);
    server.refuse('none');
    await signIn('lena');
    await open(page, 'Oliver Grant', 'Invoice with the old address');
    await until(() => field(page).inputValue()).toBe('Half a sentence of Lena');
    await until(async () => (await server.backend.contactSees('marta')).filter((text) => text === 'Sent by Lena.')).toHaveLength(1);
  });
});
