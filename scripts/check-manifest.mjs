// Fails when custom-elements.json is not what `npm run analyze` writes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = 'node_modules/.cache/manifest';
mkdirSync(join(root, out), { recursive: true });
const cem = join(dirname(createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json')), 'cem.js');
execFileSync(process.execPath, [cem, 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', out], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined);
const fresh = read(join(root, out, 'custom-elements.json'));
if (fresh === undefined) throw new Error('The analyzer wrote nothing.');
if (fresh !== read(join(root, 'custom-elements.json'))) {
  console.error('custom-elements.json is out of date: npm run analyze');
  process.exitCode = 1;
}
