// What shows only after a long time, in a real browser: leaks, a day's events, pages that die while an agent types, several tabs.
//   npm run soak             a sample, about ten minutes
//   npm run soak -- --long   the length that a release is measured with, about an hour
//   … -- --seed N            another row of chances
//   … -- --firefox, --webkit pages that die and several tabs in another engine (on Linux); the rest looks into the memory of a page, which only Chromium lets one
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { long: { type: 'boolean' }, seed: { type: 'string' }, firefox: { type: 'boolean' }, webkit: { type: 'boolean' } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const engine = values.firefox ? 'firefox' : values.webkit ? 'webkit' : undefined;
const files = engine ? ['test/soak/kills.test.ts', 'test/soak/tabs.test.ts'] : [];
if (engine) console.log(`not run in ${engine}: a day, and inboxes that come and go (its memory can’t be looked into)`);
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'soak', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LOOP_SOAK: values.long ? 'long' : 'sample', ...(values.seed && { SEED: values.seed }), ...(engine && { LOOP_SOAK_ENGINE: engine }) },
});
process.exitCode = status ?? 1;
