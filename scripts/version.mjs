// Writes src/internal/version.ts from package.json; with --check only tells whether it is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const file = new URL('../src/internal/version.ts', import.meta.url);
const text = `/** The version of this package; written by scripts/version.mjs from package.json. */\nexport const version = '${version}';\n`;

if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  if (process.argv.includes('--check')) {
    console.error('src/internal/version.ts is not the version in package.json: node scripts/version.mjs');
    process.exitCode = 1;
  } else writeFileSync(file, text);
}
