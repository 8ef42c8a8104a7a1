/**
 * Plays the fault schedules and prints each figure of docs/reliability.md.
 *
 *   npm run faults                   as many as the page promises
 *   npm run faults -- --long         ten times as many
 *   npm run faults -- --short        as `npm test` does
 *   npm run faults -- --seed 7       other schedules
 *   npm run faults -- --plays 500    so many of each
 *   npm run faults -- R1 R4          only these
 *
 * Ends with status 1 when a promise was broken; the shortest schedule that breaks it is printed with its seed.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { buildSimulator } from './simulator.mjs';

/** Plays handed to a worker at one time. */
const share = 100;

if (isMainThread) await main();
else await work();

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: 'boolean' }, short: { type: 'boolean' }, seed: { type: 'string', default: '20260324' }, plays: { type: 'string' } },
  });
  const form = values.long ? 'long' : values.short ? 'short' : 'full';
  const module = await buildSimulator('faults');
  const { figures, added, doubtsOf, toldOf } = await import(module);
  const wanted = figures.filter(({ id }) => positionals.length === 0 || positionals.some((name) => id.startsWith(name)));
  const begun = performance.now();
  let broken = 0;
  for (const { id, promise, counts } of wanted) {
    const start = performance.now();
    try {
      const count = values.plays ? Number(values.plays) : counts[form];
      const tally = await spread(module, id, Number(values.seed), count, added);
      // Fewer plays than the short form's need not meet every fault.
      const doubts = count < counts.short ? [] : doubtsOf(tally);
      if (doubts.length > 0) broken++;
      console.log(`${doubts.length > 0 ? '✗' : '✓'} ${id}: ${[promise, ...doubts].join('\n  ')}`);
      console.log(`  ${toldOf(tally).join('\n  ')} · ${seconds(start)}`);
    } catch (error) {
      broken++;
      console.log(`✗ ${id}: ${promise}\n${error.message}`);
    }
  }
  console.log(`${wanted.length - broken} of ${wanted.length} promises kept, seed ${values.seed}, ${seconds(begun)}`);
  process.exitCode = broken ? 1 : 0;
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Shares the plays of one figure out to as many workers as there are cores; every share has its own seed. */
async function spread(module, id, seed, count, added) {
  const shares = Array.from({ length: Math.ceil(count / share) }, (_, index) => ({ seed: seed + index * 1_000_003, count: Math.min(share, count - index * share) }));
  let tally = {};
  let played = 0;
  const tell = progress(id, count);
  const worker = async () => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: { module }, execArgv: ['--no-warnings'] });
    try {
      for (let next = shares.shift(); next; next = shares.shift()) {
        const counted = await answerOf(thread, { id, ...next });
        tally = added(tally, counted);
        tell((played += next.count));
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), shares.length) }, worker));
  return tally;
}

/** Says on the error stream how far a long figure is, each tenth of the way. */
function progress(id, count) {
  const begun = performance.now();
  let told = 0;
  return (played) => {
    const tenths = Math.floor((played / count) * 10);
    if (count < 10 * share || tenths === told || tenths === 10) return;
    told = tenths;
    console.error(`  ${id}: ${played.toLocaleString('en')} of ${count.toLocaleString('en')}, ${seconds(begun)}`);
  };
}

function answerOf(thread, question) {
  return new Promise((resolve, reject) => {
    const settle = (work) => (value) => {
      thread.removeAllListeners('message').removeAllListeners('error');
      work(value);
    };
    thread.once('message', settle(({ tally, problem }) => (problem === undefined ? resolve(tally) : reject(new Error(problem)))));
    thread.once('error', settle(reject));
    thread.postMessage(question);
  });
}

async function work() {
  const { figures } = await import(workerData.module);
  parentPort.on('message', async ({ id, seed, count }) => {
    try {
      parentPort.postMessage({ tally: await figures.find((figure) => figure.id === id).run(seed, count) });
    } catch (error) {
      parentPort.postMessage({ problem: error.message });
    }
  });
}
