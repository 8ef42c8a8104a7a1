import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readMails, readPayloads} from '../../../scripts/hostile-inputs.mjs';

const script = fileURLToPath(new URL('../../../scripts/hostile.mjs', import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], {encoding: 'utf8', timeout: 50_000});

let folder = '';
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const empty = () => {
  const path = join(folder, 'empty');
  mkdirSync(path, {recursive: true});
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loop-hostile-'));
});
afterAll(() => rmSync(folder, {recursive: true}));

describe('npm run hostile', () => {
  it.each([
    ['an option it does not know', () => ['--bogus'], /Unknown option '--bogus'/],
    ['a figure that there is not', () => ['--only', 'S99'], /There is no S99\. There are H1, .*, S1, S1b, /],
    ['a file that is not there', () => ['--payloads', join(folder, 'nowhere.json')], /nowhere\.json: there is no such file/],
    ['a folder in place of a file', () => ['--payloads', folder], /is a folder/],
    ['a file that is not JSON', () => ['--payloads', file('mail.txt', 'Dear\nteam')], /mail\.txt is no JSON/],
    ['JSON that is no list', () => ['--payloads', file('desk.json', '{"version": 1}')], /desk\.json is no list of \{id, kind, payload, armed\}/],
    ['a list of something else', () => ['--payloads', file('other.json', '[{"html": "x"}, 1, null]')], /of its 3 entries none has a text as its "payload"/],
    ['a list of nothing', () => ['--payloads', file('none.json', '[]')], /of its 0 entries none/],
    ['a folder that is not there', () => ['--mails', join(folder, 'nowhere')], /nowhere: there is no such folder/],
    ['a file in place of a folder', () => ['--mails', file('a.txt', '')], /a\.txt is no folder/],
    ['a folder without HTML files', () => ['--mails', empty()], /empty has no HTML files/],
  ])('refuses %s with one line and exit code 2', (_what, args, message) => {
    const {status, stderr} = run(...args());
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(message)]);
    expect(status).toBe(2);
  });
});

describe('what it is given', () => {
  it('may lack all but the payload, or be that alone, and each gets an id of its own', () => {
    const list = ['<b>', {payload: '<i>'}, {id: 7, payload: 'a', armed: 'chromium156'}, {id: '7', payload: 'b', kind: 'url', armed: []}, {id: 'x'}, null];
    expect(readPayloads(file('some.json', JSON.stringify({payloads: list})))).toEqual({
      payloads: [
        {id: 'entry-0', kind: 'html', payload: '<b>', armed: []},
        {id: 'entry-1', kind: 'html', payload: '<i>', armed: []},
        {id: '7', kind: 'html', payload: 'a', armed: ['chromium156']},
        {id: '7 (3)', kind: 'url', payload: 'b', armed: []},
      ],
      leftOut: 2,
    });
  });

  it('is read in the encoding of its mark', () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('["é"]', 'utf16le')]);
    expect(readPayloads(file('wide.json', text)).payloads[0]?.payload).toBe('é');
  });

  it('is every HTML file of a folder and those in it', () => {
    const mails = join(folder, 'mails');
    mkdirSync(join(mails, 'more'), {recursive: true});
    file('mails/b.html', 'b');
    file('mails/more/a.HTM', 'a');
    file('mails/c.txt', 'c');
    expect(readMails(mails)).toEqual([{id: 'b.html', html: 'b'}, {id: 'more/a.HTM', html: 'a'}]);
  });
});
