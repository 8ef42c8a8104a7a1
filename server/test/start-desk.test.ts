import {spawn, type ChildProcess} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {chromeArgs, resolveChrome} from '../../scripts/browsers.mjs';
import {freePort} from './support/postgres-cluster.js';
import {rawCalls, until} from './support/raw.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const chrome = await resolveChrome();
if (!chrome) console.warn('not run in a browser: there is none');
let child: ChildProcess;
let base = '';

beforeAll(async () => {
  const {DATABASE_URL: _other, ...env} = process.env;
  child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start-desk.ts', '--port', String(await freePort())], {cwd: root, env, stdio: ['ignore', 'pipe', 'inherit']});
  let said = '';
  child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
  base = await until('the desk has started', () => /(http:\/\/127\.0\.0\.1:\d+)\/examples/.exec(said)?.[1], 110_000);
});

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
});

describe('npm run start:server', () => {
  it('serves the example page with the address of the server in it', async () => {
    expect(await (await fetch(`${base}/examples/crm/`)).text()).toContain('<meta name="loop-endpoint" content="/v1">');
  });

  it('signs in the agent who is named, on the sample desk, and has customers write through the channel API', async () => {
    const token = async () => ((await (await fetch(`${base}/desk/token?agent=jonas`)).json()) as {token: string}).token;
    const jonas = rawCalls(fetch, `${base}/v1`, token);
    const {body: session} = await jonas.call<{me: {id: string}}>('GET', '/session');
    expect(session.me.id).toBe('jonas');
    const total = async (path: string) => (await jonas.call<{total: number}>('GET', `/conversations?limit=1&${path}`)).body.total;
    expect(await total('view=archived')).toBeGreaterThan(10);
    const visited = async () => (await total('view=active&inbox=nordlicht-chat')) + (await total('view=active&inbox=nordlicht-helper')) + (await total('view=automated&inbox=nordlicht-helper'));
    await until('a customer has written', async () => (await visited()) > 0, 60_000);
  }, 90_000);

  it.skipIf(chrome === undefined)('shows two windows each other’s typing, replies and archiving as they happen', async () => {
    const browser = await chromium.launch({...chrome, args: chromeArgs});
    try {
      // The sources are served one by one, the first time.
      const windowOf = async (agent: string): Promise<Page> => {
        const page = await (await browser.newContext({viewport: {width: 1500, height: 800}, locale: 'en-GB', reducedMotion: 'reduce'})).newPage();
        page.setDefaultTimeout(60_000);
        await page.goto(`${base}/examples/crm/?agent=${agent}`);
        await page.locator('.row[data-id]').first().waitFor();
        await page.evaluate(`document.querySelector('#desk').currentInbox.commands.choose({undoSendMs: 0})`);
        return page;
      };
      const [lena, jonas] = [await windowOf('lena'), await windowOf('jonas')];
      const id = await lena.locator('.row[data-id]').nth(2).getAttribute('data-id');
      const rowIn = (page: Page) => page.locator(`.row[data-id="${id}"]`);
      for (const page of [lena, jonas]) await rowIn(page).click();
      const field = jonas.getByRole('textbox', {name: 'Reply to the contact'});
      await field.pressSequentially('I take a look at once', {delay: 20});
      await lena.getByText(/Jonas Weber is (typing|writing|replying)/).first().waitFor();
      await jonas.keyboard.press('Enter');
      await lena.getByRole('article').filter({hasText: 'I take a look at once'}).first().waitFor();
      const pictures = process.env['LOOP_PICTURES'];
      if (pictures) for (const [name, page] of [['lena', lena], ['jonas', jonas]] as const) await page.screenshot({path: join(pictures, `desk-${name}.png`)});
      await lena.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive', exact: true}).click();
      await rowIn(jonas).waitFor({state: 'detached'});
    } finally {
      await browser.close();
    }
  }, 180_000);
});
