import {describe, expect, it} from 'vitest';
import {checkConformance, checkList} from '../../../src/conformance/index.js';
import {brokenTarget, sins} from '../../support/broken-adapters/index.js';

describe('a broken adapter', () => {
  for (const sin of sins) {
    // Side by side: many of them wait for something that never comes.
    it.concurrent(`that ${sin.that} is caught by ${sin.caughtBy}`, async ({expect}) => {
      const {checks} = await checkConformance(brokenTarget(sin), {only: [sin.caughtBy]});
      expect(checks.map(({verdict}) => verdict)).toEqual(['failed']);
      expect(checks[0]?.reason).toMatch(sin.saying);
    });
  }

  it('is there for every check, so that each is known to be able to fail', () => {
    const proven = new Set(sins.map(({caughtBy}) => caughtBy));
    const unproven = checkList().filter(({id}) => !proven.has(id));
    expect(unproven.map(({id}) => id)).toEqual([]);
  });

  it('is told apart from the healthy one it was made of: with the same patience no check that caught a sin fails', async () => {
    const healthy = brokenTarget({that: 'does nothing wrong', caughtBy: 'connect/identity', saying: /./});
    const only = [...new Set(sins.map(({caughtBy}) => caughtBy))];
    const {checks} = await checkConformance(healthy, {only});
    const failed = checks.filter(({verdict}) => verdict !== 'passed' && verdict !== 'not declared');
    expect(failed.map(({id, reason}) => `${id}: ${reason}`)).toEqual([]);
  }, 20_000);
});
