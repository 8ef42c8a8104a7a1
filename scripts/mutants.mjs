/**
 * Switches off one guard of the store after the other and plays the figures that have to break. Prints the table; ends with status 1 when a guard is
 * gone and no figure notices, or when its text is not in the source any more.
 *
 *   npm run mutants                all
 *   npm run mutants -- draft       those whose guard or file has this in its name
 *   npm run mutants -- --seed 7    other schedules
 */
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { mutants } from './mutants.list.mjs';
import { buildSimulator, root } from './simulator.mjs';

/** A figure is played so many times its short form before its guard counts as unnoticed. */
const patience = 40;
/** A mutant whose short form takes longer than this hangs, which nobody would overlook either. */
const limitMs = 90_000;

if (isMainThread) await main();
else await work();

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '20260324' } } });
  const wanted = mutants.filter(({ guard, file }) => positionals.length === 0 || positionals.some((name) => guard.includes(name) || file.includes(name)));
  // The quick figures first: whoever waits sees them sooner.
  const isSlow = ({ by }) => Number(by[0].startsWith('R1'));
  const queue = [...wanted].sort((a, b) => isSlow(a) - isSlow(b));
  const begun = performance.now();
  let unnoticed = 0;
  const lane = async (name) => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const start = performance.now();
      const verdict = await judge(mutant, name, Number(values.seed));
      if (!verdict.caught) unnoticed++;
      console.log(`${verdict.caught ? '✓' : '✗'} ${mutant.file.padEnd(18)} ${mutant.guard}: ${verdict.how} · ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, index) => lane(`mutant-${index}`)));
  console.log(`${wanted.length - unnoticed} of ${wanted.length} guards are missed when they are gone, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  process.exitCode = unnoticed ? 1 : 0;
}

async function judge({ file, from, to, by }, name, seed) {
  const path = join(root, 'src/store', file);
  if (readFileSync(path, 'utf8').split(from).length !== 2) return { caught: false, how: 'its text is not in the source exactly once' };
  const module = await buildSimulator(name, [
    {
      name: 'loop-mutant',
      enforce: 'pre',
      transform: (code, id) => (id.split('?')[0] === path ? { code: code.replace(from, () => to), map: null } : undefined),
    },
  ]);
  try {
    return await play(module, by, seed);
  } finally {
    rmSync(dirname(module), { recursive: true, force: true });
  }
}

function play(module, by, seed) {
  return new Promise((resolve) => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: { module, by, seed }, execArgv: ['--no-warnings'] });
    const end = (verdict) => {
      clearTimeout(timer);
      void thread.terminate();
      resolve(verdict);
    };
    const expect = () => setTimeout(() => end({ caught: true, how: 'it never ends' }), limitMs);
    let timer = expect();
    thread.on('message', (message) => {
      if (message !== 'another round') return end(message);
      clearTimeout(timer);
      timer = expect();
    });
    thread.once('error', (error) => end({ caught: true, how: `uncaught: ${error.message}` }));
  });
}

async function work() {
  const { module, by, seed } = workerData;
  const { figures } = await import(module);
  for (const id of by) {
    const { counts, run } = figures.find((figure) => figure.id === id);
    try {
      for (let round = 0; round < patience; round++) {
        await run(seed + round * 1_000_003, counts.short);
        parentPort.postMessage('another round');
      }
    } catch (error) {
      parentPort.postMessage({ caught: true, how: `${id}: ${error.message.split('\n')[0].slice(0, 90)}` });
      return;
    }
  }
  parentPort.postMessage({ caught: false, how: `${by.join(', ')} do not notice` });
}
