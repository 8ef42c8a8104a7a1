// Speed and memory of Loop Inbox beside its peers. Every subject does the same thing in a fresh page, in turns, so that a busy machine
// hurts all of them alike; what counts is the main thread's CPU time and its ratio to the limit of the same run.
//   npm run bench                   five rounds
//   npm run bench -- --rounds 9     more of them
//   npm run bench -- --only thread  the cases whose names begin so
//   npm run bench -- --json FILE    the figures for a program
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromeArgs, noChromeMessage, resolveChrome } from '../scripts/browsers.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);
const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');

const run = (command, args, cwd) => {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
};
if (!existsSync(join(here, 'node_modules'))) run('npm', ['ci', '--no-audit', '--no-fund'], here);
run('npm', ['run', '-s', 'build:cdn'], root);

const peers = ['lit-virtualizer', 'vaadin-message-list'];
for (const peer of peers)
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(here, 'built', peer), emptyOutDir: true, lib: { entry: join(here, 'subjects', `${peer}.js`), formats: ['es'], fileName: () => 'subject.js' } },
  });

const subjects = [
  { name: 'limit', module: '/subjects/limit.js' },
  { name: 'loop-inbox', module: '/subjects/inbox.js' },
  ...peers.map((name) => ({ name, module: `/built/${name}/subject.js` })),
];

/** What `page.js` lets a subject do. */
const act = (name, ...given) => (page) => page.evaluate(([name, given]) => globalThis.acts[name](...given), [name, given]);

/** `before` is not measured. `without`: subjects that have no such thing. `throttle`: how much slower the CPU is made. */
const cases = [
  { name: 'thread: open, 10,000 messages', run: act('thread', 10_000), memory: true },
  { name: 'thread: one message more', before: act('thread', 10_000), run: act('append', 1) },
  { name: 'thread: 1,000 in a burst', without: ['vaadin-message-list'], before: act('thread', 10_000), run: act('append', 1000) },
  { name: 'list: open, 100,000 rows', without: ['vaadin-message-list'], run: act('list', 100_000), memory: true },
  { name: 'list: one row changes', without: ['vaadin-message-list'], before: act('list', 100_000), run: act('update') },
  { name: 'list: 24,000 px scrolled', without: ['vaadin-message-list'], before: act('list', 100_000), run: act('scroll') },
  {
    name: 'composer: 100 keys',
    without: ['limit', ...peers],
    async before(page) {
      await act('thread', 10_000)(page);
      await act('field')(page);
    },
    run: (page) => page.keyboard.type('a'.repeat(100)),
  },
  { name: 'first start, CPU four times slower', throttle: 4, cold: true, run: act('list', 1000), without: ['vaadin-message-list'] },
].filter(({ name }) => name.startsWith(values.only));

const types = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' };
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname);
  const file = path.startsWith('/loop/') ? join(root, 'dist/cdn', path.slice(6)) : join(here, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const chrome = await resolveChrome();
if (!chrome) throw new Error(noChromeMessage);
const browser = await chromium.launch({ ...chrome, args: chromeArgs });

/** CPU in ms, wall time in ms and, where asked for, the heap in MB that the act has cost. */
async function measure(subject, { before, run: measured, throttle, memory, cold }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metric = async (name) => (await session.send('Performance.getMetrics')).metrics.find((each) => each.name === name).value;
    const cpu = async () => (await metric('TaskDuration')) * 1000;
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await metric('JSHeapUsedSize')) / 1e6;
    };
    if (throttle) await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const open = async () => {
      await page.goto(`${origin}/page.html?module=${subject.module}`);
      await page.waitForFunction(() => globalThis.isReady === true, undefined, { timeout: 60_000 });
    };
    if (!cold) await open();
    await before?.(page);
    if (!cold) await page.waitForTimeout(300);
    const heapBefore = memory ? await heap() : 0;
    const [cpuBefore, began] = [await cpu(), performance.now()];
    if (cold) await open();
    await measured(page);
    const wall = performance.now() - began;
    return { cpu: (await cpu()) - cpuBefore, wall, ...(memory && { megabytes: (await heap()) - heapBefore }) };
  } finally {
    await context.close();
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const results = [];
for (const each of cases) {
  const taken = new Map(subjects.filter(({ name }) => !each.without?.includes(name)).map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round++) for (const [subject, found] of taken) found.push(await measure(subject, each));
  const figures = Object.fromEntries(
    [...taken].map(([{ name }, found]) => [
      name,
      {
        cpu: median(found.map(({ cpu }) => cpu)),
        least: Math.min(...found.map(({ cpu }) => cpu)),
        most: Math.max(...found.map(({ cpu }) => cpu)),
        wall: median(found.map(({ wall }) => wall)),
        ...(each.memory && { megabytes: median(found.map(({ megabytes }) => megabytes)) }),
      },
    ]),
  );
  results.push({ case: each.name, figures });
  console.log(`\n${each.name}`);
  for (const [name, { cpu, least, most, wall, megabytes }] of Object.entries(figures)) {
    const ratio = figures.limit ? `${(cpu / figures.limit.cpu).toFixed(1)}×`.padStart(7) : '';
    console.log(`  ${name.padEnd(20)} ${ratio} ${cpu.toFixed(1).padStart(8)} ms CPU (${least.toFixed(1)}–${most.toFixed(1)})  ${wall.toFixed(0).padStart(6)} ms wall${megabytes === undefined ? '' : `  ${megabytes.toFixed(1)} MB`}`);
  }
}
if (values.json) writeFileSync(values.json, JSON.stringify({ rounds, results }, undefined, 2));
await browser.close();
server.close();
