// Opens the stories of the static build (`npm run build-storybook`) in a browser, for what looks at all of them.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromeArgs, noChromeMessage, resolveChrome } from './browsers.mjs';

const root = fileURLToPath(new URL('../storybook-static', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png' };
const storyTimeoutMs = 20_000;

/** In the page: hears what Storybook's channel tells about the story. */
function listen() {
  const heard = { finished: undefined, problems: [] };
  window.heard = heard;
  let channel;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      const text = (error) => error?.message ?? error?.description ?? String(error);
      channel.on('storyFinished', (result) => (heard.finished = result));
      for (const name of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyMissing'])
        channel.on(name, (error) => {
          heard.problems.push(`${name}: ${text([error].flat()[0])}`);
          heard.finished ??= { reporters: [] };
        });
    },
  });
}

/**
 * @param parts of ids; none: every story.
 * @returns the stories; `look(story, {page, globals}, see)` shows one in a page of its own, with nothing kept, once its play is over, and gives back what is wrong:
 *   errors of the page and of the play, and what `see(page, problems)` adds. `all(see)` does that for each, two at a time; `close()` ends it.
 */
export async function openStories(parts) {
  if (!existsSync(join(root, 'index.json'))) {
    console.error('storybook-static is not there: npm run build-storybook');
    process.exit(1);
  }
  const stories = Object.values(JSON.parse(readFileSync(join(root, 'index.json'), 'utf8')).entries)
    .filter((entry) => entry.type === 'story')
    .filter((entry) => parts.length === 0 || parts.some((part) => entry.id.includes(part)));

  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    const file = join(root, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    if (!file.startsWith(root) || !existsSync(file) || extname(file) === '') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=3600' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const chrome = await resolveChrome();
  if (!chrome) throw new Error(noChromeMessage);
  const browser = await chromium.launch({ executablePath: chrome.executablePath, env: chrome.env, args: chromeArgs });

  /** Browser contexts that no story is in now, by their options: the scripts that a context has read once it need not read again. */
  const free = new Map();
  async function borrow(how) {
    const key = JSON.stringify(how);
    const context = free.get(key)?.pop() ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...how }));
    const giveBack = () => free.set(key, [...(free.get(key) ?? []), context]);
    return { context, giveBack };
  }

  async function look(story, { page: how = {}, globals = '' }, see) {
    const { context, giveBack } = await borrow(how);
    const page = await context.newPage();
    const problems = [];
    try {
      // What the story before has kept.
      const devtools = await context.newCDPSession(page);
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,indexeddb,local_storage,cache_storage' });
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
      await page.addInitScript(listen);
      await page.goto(`${origin}/iframe.html?id=${story.id}&viewMode=story${globals && `&globals=${globals}`}`);
      await page.waitForFunction(() => window.heard.finished, undefined, { timeout: storyTimeoutMs });
      problems.push(...(await page.evaluate(() => window.heard.problems)));
      await see(page, problems);
    } catch (error) {
      problems.push(error.message.split('\n')[0]);
    } finally {
      await page.close();
      giveBack();
    }
    return [...new Set(problems)];
  }

  async function all(see) {
    const queue = [...stories];
    const work = async () => {
      for (let story = queue.shift(); story; story = queue.shift()) await see(story);
    };
    await Promise.all([work(), work()]);
  }

  return {
    stories,
    look,
    all,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
