import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {mutants} from '../../../scripts/mutants.list.mjs';

const sourceOf = (file: string) => readFileSync(fileURLToPath(new URL(`../../../src/store/${file}`, import.meta.url)), 'utf8');

it('the text of each guard that is taken out by turns is in the source once', () => {
  const lost = mutants.filter(({file, from}) => sourceOf(file).split(from).length !== 2).map(({guard}) => guard);
  expect(mutants.length).toBeGreaterThanOrEqual(40);
  expect(lost).toEqual([]);
});
