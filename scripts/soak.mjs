// What shows only after a long time, in a real browser: leaks, a day's events, pages that die while an agent types, several tabs.
//   npm run soak             a sample, about ten minutes
//   npm run soak -- --long   the length that a release is measured with, about an hour
//   … -- --seed N            another row of chances
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { long: { type: 'boolean' }, seed: { type: 'string' } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'soak', '--disable-console-intercept'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LOOP_SOAK: values.long ? 'long' : 'sample', ...(values.seed && { SEED: values.seed }) },
});
process.exitCode = status ?? 1;
