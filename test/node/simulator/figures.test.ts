import {describe, expect, it} from 'vitest';
import {doubtsOf, figures} from '../../support/simulator/figures.js';

/** The short form of `npm run faults`. */
describe('through generated schedules of faults', () => {
  for (const {id, promise, counts, run} of figures) {
    it(`${id}: ${promise}`, async () => {
      const tally = await run(Number(process.env.SEED ?? 20_260_324), counts.short);
      // What is counted first is what was played: schedules, sessions or interleavings.
      expect(Object.values(tally)[0]).toBe(counts.short);
      expect(doubtsOf(tally)).toEqual([]);
    }, 120_000);
  }
});
