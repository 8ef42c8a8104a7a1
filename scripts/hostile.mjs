// Prints what hostile senders and hostile pages can do to the inbox: nothing, each figure beside its target.
//   npm run hostile                       the armed payloads and a sample of mails, in Chromium
//   npm run hostile -- --firefox          the same in Firefox too
//   npm run hostile -- --long             all of them, in Firefox too where it is installed
//   npm run hostile -- --only S1          only what is named so
//   npm run hostile -- --payloads FILE    a JSON list of {id, kind, payload, armed}
//   npm run hostile -- --mails DIR        a folder of HTML files
// Without these two the collection in LOOP_TEST_DATA is taken, and a handful of our own where that is not set.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { payloads: { type: 'string' }, mails: { type: 'string' }, long: { type: 'boolean' }, firefox: { type: 'boolean' }, only: { type: 'string' } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const env = {
  ...process.env,
  ...(values.payloads && { HOSTILE_PAYLOADS: resolve(values.payloads) }),
  ...(values.mails && { HOSTILE_MAILS: resolve(values.mails) }),
  ...(values.long && { HOSTILE_LONG: '1' }),
  ...((values.long || values.firefox) && { HOSTILE_FIREFOX: '1' }),
};
if (!values.payloads && !values.mails && !env.LOOP_TEST_DATA) console.log('not run: the collection of payloads and mails (LOOP_TEST_DATA is not set)');
const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'hostile', ...(values.only ? ['-t', values.only] : [])];
const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
