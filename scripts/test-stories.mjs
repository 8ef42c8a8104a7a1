// Visits each story of the static build (`npm run build-storybook`) and fails on errors, failed plays and what axe finds.
//   node scripts/test-stories.mjs [part of a story's id] [--locale ar] [--scheme dark]
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromeArgs, noChromeMessage, resolveChrome } from './browsers.mjs';

const root = fileURLToPath(new URL('../storybook-static', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png' };
const storyTimeoutMs = 20_000;

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { locale: { type: 'string' }, scheme: { type: 'string' } } });
const globals = Object.entries(options).map(([name, value]) => `${name}:${value}`).join(';');

if (!existsSync(join(root, 'index.json'))) {
  console.error('storybook-static is not there: npm run build-storybook');
  process.exit(1);
}
const stories = Object.values(JSON.parse(readFileSync(join(root, 'index.json'), 'utf8')).entries)
  .filter((entry) => entry.type === 'story')
  .filter((entry) => positionals.length === 0 || positionals.some((part) => entry.id.includes(part)));

const server = createServer((request, response) => {
  if (request.url === '/favicon.ico') return response.writeHead(204).end();
  const file = join(root, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
  if (!file.startsWith(root) || !existsSync(file) || extname(file) === '') return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const chrome = await resolveChrome();
if (!chrome) throw new Error(noChromeMessage);
const browser = await chromium.launch({ executablePath: chrome.executablePath, env: chrome.env, args: chromeArgs });

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

async function problemsOf(story) {
  const forcedColors = story.tags?.includes('forced-colours') ? 'active' : 'none';
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', forcedColors });
  const problems = [];
  try {
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    await page.addInitScript(listen);
    await page.goto(`${origin}/iframe.html?id=${story.id}&viewMode=story${globals && `&globals=${globals}`}`);
    await page.waitForFunction(() => window.heard.finished, undefined, { timeout: storyTimeoutMs });
    const heard = await page.evaluate(() => ({
      problems: window.heard.problems,
      reports: (window.heard.finished.reporters ?? []).map(({ type, status, result }) => ({
        type,
        status,
        violations: (result?.violations ?? []).map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => n.target.flat().join(' ')).join(' | ')})`),
      })),
    }));
    problems.push(...heard.problems);
    const audited = heard.reports.find((report) => report.type === 'a11y');
    for (const report of heard.reports)
      if (report.status === 'failed') problems.push(...(report.violations.length ? report.violations.map((v) => `axe ${v}`) : [`${report.type} failed`]));
    if (!audited && !story.tags?.includes('no-axe') && problems.length === 0) problems.push('axe did not run (tag the story `no-axe` if that is meant)');
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  } finally {
    await page.close();
  }
  return [...new Set(problems)];
}

let failed = 0;
const queue = [...stories];
async function work() {
  for (let story = queue.shift(); story; story = queue.shift()) {
    const problems = await problemsOf(story);
    if (problems.length === 0) continue;
    failed++;
    console.error(`✗ ${story.id}\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
  }
}
await Promise.all([work(), work()]);
await browser.close();
server.close();

console.log(`stories: ${stories.length - failed} passed, ${failed} failed`);
if (process.env.LOOP_TEST_COUNTS) writeFileSync(process.env.LOOP_TEST_COUNTS, JSON.stringify({ passed: stories.length - failed, failed }));
process.exitCode = failed || stories.length === 0 ? 1 : 0;
