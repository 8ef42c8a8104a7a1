// Prints what hostile senders and hostile pages can do to the inbox: nothing, each figure beside its target.
//   npm run hostile                       the armed payloads and a sample of mails, in Chromium
//   npm run hostile -- --firefox          the same in Firefox too
//   npm run hostile -- --long             all of them, in Firefox too where it is installed
//   npm run hostile -- --only S1          only what is named so
//   npm run hostile -- --payloads FILE    all of a JSON list of {id, kind, payload, armed}, of which only `payload` is needed
//   npm run hostile -- --mails DIR        all of a folder of HTML files
// Without these two the collection in LOOP_TEST_DATA is taken, and a handful of our own where that is not set.
// Exit code 1: a figure is not reached; 2: what was given can't be read.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readMails, readPayloads } from './hostile-inputs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function readOptions() {
  const { values } = parseArgs({ options: { payloads: { type: 'string' }, mails: { type: 'string' }, long: { type: 'boolean' }, firefox: { type: 'boolean' }, only: { type: 'string' } } });
  const suites = join(root, 'test/hostile');
  const names = readdirSync(suites).filter((file) => file.endsWith('.test.ts')).flatMap((file) => [...readFileSync(join(suites, file), 'utf8').matchAll(/\b(?:describe|it)\('(.*?)'/g)].map(([, name]) => name));
  if (values.only !== undefined && !names.some((name) => name.includes(values.only))) throw new Error(`There is no ${values.only}. There are ${[...new Set(names.flatMap((name) => /^([A-Z]\d\w?):/.exec(name)?.[1] ?? []))].sort().join(', ')}`);
  if (values.payloads !== undefined) {
    const { payloads, leftOut } = readPayloads(resolve(values.payloads));
    console.log(`inputs   ${payloads.length} payloads of ${values.payloads}, ${payloads.filter(({ armed }) => armed.length > 0).length} of them armed; ${leftOut} entries without one left out`);
  }
  if (values.mails !== undefined) console.log(`inputs   ${readMails(resolve(values.mails)).length} mails of ${values.mails}`);
  return values;
}

function run(values) {
  const env = {
    ...process.env,
    ...(values.payloads && { HOSTILE_PAYLOADS: resolve(values.payloads) }),
    ...(values.mails && { HOSTILE_MAILS: resolve(values.mails) }),
    ...(values.long && { HOSTILE_LONG: '1' }),
    ...((values.long || values.firefox) && { HOSTILE_FIREFOX: '1' }),
  };
  if (!values.payloads && !values.mails && !env.LOOP_TEST_DATA) console.log('not run: the collection of payloads and mails (LOOP_TEST_DATA is not set)');
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'hostile', ...(values.only ? ['-t', values.only] : [])];
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

try {
  process.exitCode = run(readOptions());
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
