import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {OrderedKeys} from '../../../src/store/ordered-keys.js';

const steps = fc.array(
  fc.record({
    key: fc.integer({min: 0, max: 12}).map((n) => `k${n}`),
    value: fc.integer({min: 0, max: 5}),
    remove: fc.boolean(),
  }),
  {maxLength: 80},
);

describe('OrderedKeys', () => {
  it('keeps the order that sorting everything would give, through any placing, moving and removing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const ordered = new OrderedKeys<number>((a, b) => a - b);
        const plain = new Map<string, number>();
        for (const {key, value, remove} of all) {
          if (remove) {
            ordered.remove(key);
            plain.delete(key);
          } else {
            ordered.place(key, value);
            plain.set(key, value);
          }
          const sorted = [...plain].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([name]) => name);
          expect([...ordered.keys]).toEqual(sorted);
          for (const [index, name] of sorted.entries()) expect(ordered.indexOf(name)).toBe(index);
        }
      }),
    );
  });

  it('changes its version when the order or the set changes, and only then', () => {
    const ordered = new OrderedKeys<number>((a, b) => a - b);
    ordered.place('a', 1);
    ordered.place('b', 3);
    const {version} = ordered;
    ordered.place('a', 2);
    ordered.remove('nobody');
    expect(ordered.version).toBe(version);
    ordered.place('a', 4);
    expect(ordered.version).toBeGreaterThan(version);
  });
});
