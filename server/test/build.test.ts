import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, it} from 'vitest';
import {postgresForThisFile} from './support/postgres.js';

const postgres = postgresForThisFile();
const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

it.skipIf(!postgres.there)('the built file runs on plain Node and finds its migrations', async () => {
  await run('npm', ['run', '-s', 'build'], {cwd: root, env: {...process.env, NODE_ENV: 'production'}});
  const main = join(root, 'dist/bin/main.js');
  const {stdout} = await run(process.execPath, [main, 'migrate'], {env: {...process.env, DATABASE_URL: postgres.url()}});
  expect(stdout).toContain('0001_desk.sql');
  const {stdout: again} = await run(process.execPath, [main, 'migrate'], {env: {...process.env, DATABASE_URL: postgres.url()}});
  expect(again).toContain('up to date');
}, 120_000);
