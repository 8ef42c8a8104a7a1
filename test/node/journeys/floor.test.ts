import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const folder = fileURLToPath(new URL('../../journeys/', import.meta.url));
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');

const rows = read('floor.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| part'))
  .map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()));

describe('the table of the floor', () => {
  it('has a sentence and a journey in every row, and every part of the floor', () => {
    for (const row of rows) expect(row, row.join(' | ')).toHaveLength(3);
    for (const part of ['1', '2', '3', '4', '5', '6', '7']) expect(rows.filter(([first]) => first === part).length, `part ${part}`).toBeGreaterThan(1);
  });

  it.each(rows)('part %s: %s', (_part, _sentence, journey = '') => {
    const [, file = '', name = ''] = /^`([\w-]+\.test\.ts)`: (.+)$/.exec(journey) ?? [];
    expect(existsSync(`${folder}${file}`) && file, journey).toBe(file);
    // A test that is skipped shows nothing.
    expect(new RegExp(`\\bit(\\.each\\([^)]*\\))?\\('${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}'`).test(read(file)), `${file} has no '${name}'`).toBe(true);
  });
});
