import {readFile} from 'node:fs/promises';
import {expect, it} from 'vitest';
import {checkList} from '../../../src/conformance/index.js';

it('the adapter guide lists every check as it is, and no other (node scripts/conformance.mjs --list)', async () => {
  const guide = await readFile(new URL('../../../docs/adapter-guide.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- checks: .*? -->\n([\s\S]*?)<!-- \/checks -->/.exec(guide) ?? [];
  const rows = table.trim().split('\n').slice(2);
  expect(rows).toEqual(checkList().map(({id, level, title}) => `| \`${id}\` | ${level} | ${title} |`));
});
