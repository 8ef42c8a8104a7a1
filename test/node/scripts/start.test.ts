import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {strictPolicy} from '../../../scripts/strict-policy.mjs';

const script = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], {encoding: 'utf8', timeout: 50_000});

describe('npm start', () => {
  let folder = '';
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'loop-start-'));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  it.each([
    ['an option it does not know', () => ['--bogus'], /Unknown option '--bogus'/],
    ['a word without an option', () => ['desk.json'], /Unexpected argument 'desk.json'/],
    ['a port that is not a number', () => ['--port', 'many'], /not a port number: many/],
    ['a port beyond the last one', () => ['--port', '65536'], /not a port number: 65536/],
    ['--data without a file', () => ['--data'], /--data/],
    ['an empty name to keep the desk under', () => ['--persist='], /--persist: a name is missing/],
    ['a file that is not there', () => ['--data', join(folder, 'nowhere.json')], /can't read .*nowhere\.json \(ENOENT\)/],
    ['a folder in place of a file', () => ['--data', folder], /can't read .* \(EISDIR\)/],
    ['a file that is not JSON', () => ['--data', file('mail.txt', 'Dear team')], /mail\.txt is not JSON/],
    ['JSON that is not a conversation file', () => ['--data', file('other.json', '{"version": 1}')], /is not a conversation file/],
    [
      'a conversation file of another version',
      () => ['--data', file('later.json', '{"format": "loop-inbox/conversations", "version": 2, "conversations": []}')],
      /has version 2; this program reads version 1/,
    ],
  ])('refuses %s with one line and exit code 2', (_what, args, message) => {
    const {status, stderr, stdout} = run(...args());
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(message)]);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('explains itself', () => {
    const {status, stdout} = run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--data FILE');
  });

  it('prints its address, serves the page there and hands it the conversation file', async () => {
    const content = '{"format": "loop-inbox/conversations", "version": 1, "agents": [], "contacts": [], "conversations": []}';
    const server = spawn(process.execPath, [script, '--port', '5391', '--no-open', '--data', file('desk.json', content)]);
    try {
      const [line] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
      const [, address = ''] = /^Loop Inbox: (http:\/\/127\.0\.0\.1:\d+\/examples\/crm\/)\n$/.exec(line) ?? [];
      const page = await (await fetch(address)).text();
      expect(page).toContain('<meta name="loop-desk" content="/desk.json">');
      expect(await (await fetch(new URL('/desk.json', address))).text()).toBe(content);
      const strict = await fetch(`${address}?strict`);
      // The sources take Lit as a dependency of its own.
      expect(strict.headers.get('content-security-policy')).toBe(`${strictPolicy()} lit-html`);
    } finally {
      server.kill();
      await once(server, 'exit');
    }
  });
});
