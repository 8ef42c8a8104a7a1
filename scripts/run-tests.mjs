// Runs the suites and ends with one line: `N passed, N failed`.
//   npm test             what has to pass before every commit
//   npm run test:all     that, and what looks at the built package and at Storybook
//   --live               also what installs a backend on this machine
//   … -- NAME …          only the named suites
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveChrome } from './browsers.mjs';

/**
 * Every suite with the seconds it may take; at one and a half times that it is stopped and has failed.
 * `later`: not in `npm test`. `live`: only with `--live` or by its name, because it installs packages.
 * `lane`: the two lanes go side by side, for half of them wait for a browser most of the time; a suite without one comes last, alone.
 * `tests`: not run while no file there ends in that way. `vitest`: a project of vitest.config.ts.
 */
const suites = [
  { name: 'typecheck', run: 'npm run -s typecheck', lane: 'a', seconds: 210 },
  { name: 'lint', run: 'npm run -s lint', lane: 'a', seconds: 300 },
  { name: 'generated', run: 'node scripts/version.mjs --check && node scripts/icons.mjs --check && node scripts/emoji.mjs --check && node scripts/check-manifest.mjs', lane: 'a', seconds: 20 },
  { name: 'node', vitest: 'node', tests: ['test/node', '.test.ts'], lane: 'a', seconds: 240 },
  { name: 'browser', run: 'wtr', tests: ['test/browser', '.test.ts'], chrome: true, lane: 'b', seconds: 180 },
  { name: 'journeys', vitest: 'journeys', tests: ['test/journeys', '.test.ts'], chrome: true, lane: 'b', seconds: 450 },

  { name: 'hostile', vitest: 'hostile', tests: ['test/hostile', '.test.ts'], chrome: true, lane: 'a', seconds: 300, later: true },
  { name: 'soak', vitest: 'soak', tests: ['test/soak', '.test.ts'], chrome: true, lane: 'a', seconds: 180, later: true },
  { name: 'build', run: 'npm run -s build', lane: 'b', seconds: 120, later: true },
  { name: 'server', vitest: 'server', tests: ['server/test', '.test.ts'], lane: 'a', seconds: 420, later: true },
  { name: 'dist', run: 'node scripts/check-dist.mjs', lane: 'b', seconds: 20, later: true },
  { name: 'size', run: 'npm run -s size', lane: 'b', seconds: 60, later: true },
  { name: 'package', run: 'npm run -s check:package', lane: 'b', seconds: 60, later: true },
  { name: 'storybook', run: 'npm run -s build-storybook -- --loglevel warn', tests: ['stories', '.stories.ts'], lane: 'b', seconds: 150, later: true },
  { name: 'stories', run: 'node scripts/test-stories.mjs', tests: ['stories', '.stories.ts'], chrome: true, lane: 'b', seconds: 360, later: true },
  // The last: the fonts that come with its packages change what texts measure.
  { name: 'request-tracker', run: 'bash scripts/rt/conformance.sh', seconds: 240, live: true },
];

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
const totalFile = join(results, 'total.json');
mkdirSync(results, { recursive: true });

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const unknown = [...flags.filter((flag) => !['--all', '--rest', '--live'].includes(flag)), ...names.filter((name) => !suites.some((s) => s.name === name))];
if (unknown.length) {
  console.error(`There is no ${unknown.join(', ')}. Suites: ${suites.map((s) => s.name).join(', ')}`);
  process.exit(2);
}
/** `--rest`: what `npm test` leaves out, added to what the last `npm test` counted. */
const rest = flags.includes('--rest');
const wanted = (suite) => {
  if (names.length) return names.includes(suite.name);
  if (suite.live) return flags.includes('--live');
  return flags.includes('--all') || rest === Boolean(suite.later);
};

const hasTests = ([folder, end]) =>
  existsSync(join(root, folder)) && readdirSync(join(root, folder), { recursive: true }).some((file) => String(file).endsWith(end));

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs a command with its own process group, so that a stopped suite leaves no browser behind. What it says comes as it is said where it
 * is alone, else in one piece at its end.
 */
function execute(command, env, limitMs, alone) {
  return new Promise((done) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, { cwd: root, env, shell: true, stdio: alone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'], detached: !windows });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    let late = false;
    const stop = (signal = 'SIGKILL') => {
      try {
        if (windows) child.kill();
        else process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      late = true;
      // A server that it started may be stopped in order; what does not listen is ended.
      stop('SIGTERM');
      setTimeout(stop, 5000).unref();
    }, limitMs);
    const interrupted = () => {
      stop();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      done({ ok: code === 0 && !late, late, said: Buffer.concat(said).toString() });
    });
  });
}

function countsOf(suite, file, ok) {
  const json = readJson(file);
  const counts = suite.vitest && json ? { passed: json.numPassedTests, failed: json.numFailedTests } : json;
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // It ended badly though no test failed: a file that did not load, an unhandled error, too few tests.
  return { passed: counts.passed, failed: ok ? counts.failed : Math.max(1, counts.failed) };
}

/** More names than this are no news: what a backend does not declare, for the most part. They stand in the results of the suite. */
const mostNamed = 5;

/** What a suite of vitest left out, by its name: it has shown nothing. */
const leftOut = (file) =>
  (readJson(file)?.testResults ?? []).flatMap((each) => each.assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending').map(({ fullName }) => fullName));

/** What is repeated of a failure at the end of everything; the rest stands where the suite ran. */
const mostLines = 6;
const ofOthers = /^\s+at .*node_modules/;
const oneOf = (suite, name, text) => {
  const lines = String(text ?? '').trim().split('\n');
  return { test: name ? `${suite.name}: ${name}` : suite.name, said: lines.filter((line) => !ofOthers.test(line)).slice(0, mostLines) };
};

/** The tests that failed, each with the first lines of why; of a suite that does not tell, the last lines that it said. */
function failuresOf(suite, file, said) {
  const json = readJson(file);
  const told = suite.vitest
    ? (json?.testResults ?? []).flatMap((each) => {
        const tests = each.assertionResults.filter(({ status }) => status === 'failed').map((test) => oneOf(suite, test.fullName, test.failureMessages?.[0]));
        return tests.length || each.status !== 'failed' ? tests : [oneOf(suite, each.name, each.message)];
      })
    : (json?.failures ?? []).map(({ name, message }) => oneOf(suite, name, message));
  return told.length ? told : [oneOf(suite, '', said.trim().split('\n').slice(-mostLines).join('\n'))];
}

async function run(suite, alone) {
  if (suite.tests && !hasTests(suite.tests)) return { notRun: `nothing in ${suite.tests[0]}` };
  if (suite.chrome && !(await resolveChrome())) return { notRun: 'no Chrome' };
  const file = join(results, `${suite.name}.json`);
  rmSync(file, { force: true });
  const command = suite.vitest ? `vitest run --project ${suite.vitest} --reporter=default --reporter=json --outputFile.json=${JSON.stringify(file)}` : suite.run;
  const env = {
    ...process.env,
    PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
    LOOP_TEST_COUNTS: file,
    STORYBOOK_DISABLE_TELEMETRY: '1',
  };
  if (alone) console.log(`\n── ${suite.name} ──`);
  const start = performance.now();
  const { ok, late, said } = await execute(command, env, suite.seconds * 1500, alone);
  if (!alone) console.log(`\n── ${suite.name} ──\n${said}`);
  // What installs packages depends on a network that is nobody's fault: out of time it has proven nothing, and says so.
  if (suite.live && late) return { notRun: 'stopped, over its time' };
  const { notRun } = readJson(file) ?? {};
  if (notRun && ok) return { notRun };
  return { ...countsOf(suite, file, ok), leftOut: suite.vitest ? leftOut(file) : [], failures: ok ? [] : failuresOf(suite, file, said), ok, late, seconds: (performance.now() - start) / 1000 };
}

const total = { passed: 0, failed: 0, failures: [] };
const before = rest ? readJson(totalFile) : undefined;
if (before) {
  total.passed += before.passed;
  total.failed += before.failed;
  total.failures.push(...(before.failures ?? []));
}
const lines = [];
const chosen = suites.filter(wanted);
const found = new Map();
const inTurn = async (some, alone) => {
  for (const suite of some) found.set(suite, await run(suite, alone));
};
const inLane = (lane) => chosen.filter((suite) => suite.lane === lane);
const alone = inLane('a').length === 0 || inLane('b').length === 0;
await Promise.all([inTurn(inLane('a'), alone), inTurn(inLane('b'), alone)]);
await inTurn(chosen.filter((suite) => !suite.lane), true);
for (const suite of chosen) {
  const result = found.get(suite);
  if (result.notRun) {
    lines.push(`not run: ${suite.name} (${result.notRun})`);
    continue;
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.failures.push(...result.failures);
  const time = `${result.seconds.toFixed(1)} s of ${suite.seconds} s`;
  lines.push(`${result.ok ? '✓' : '✗'} ${suite.name}: ${result.passed} passed, ${result.failed} failed, ${time}${result.late ? ', stopped: over its time' : ''}`);
  const unseen = result.leftOut.length > mostNamed ? [`${result.leftOut.length} tests, see test-results/${suite.name}.json`] : result.leftOut;
  for (const test of unseen) lines.push(`not run: ${suite.name}: ${test}`);
}
if (!names.length) writeFileSync(totalFile, JSON.stringify(total));

console.log(`\n${lines.join('\n')}\n`);
// At the end, for a record of a run may hold no more than that.
for (const { test, said } of total.failures) console.log([`✗ ${test}`, ...said.map((line) => `    ${line}`), ''].join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
