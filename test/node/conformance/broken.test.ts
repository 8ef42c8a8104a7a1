import {describe, expect, it} from 'vitest';
import {checkConformance} from '../../../src/conformance/index.js';
import {brokenTarget, sins} from '../../support/broken-adapters/index.js';

describe('a broken adapter', () => {
  for (const sin of sins) {
    it(`that ${sin.that} is caught by ${sin.caughtBy}`, async () => {
      const {checks} = await checkConformance(brokenTarget(sin), {only: [sin.caughtBy]});
      expect(checks.map(({verdict}) => verdict)).toEqual(['failed']);
      expect(checks[0]?.reason).toMatch(sin.saying);
    });
  }

  it('is told apart from the healthy one it was made of: with the same patience no check that caught a sin fails', async () => {
    const healthy = brokenTarget({that: 'does nothing wrong', caughtBy: 'connect/identity', saying: /./});
    const only = [...new Set(sins.map(({caughtBy}) => caughtBy))];
    const {checks} = await checkConformance(healthy, {only});
    expect(checks.filter(({verdict}) => verdict !== 'passed' && verdict !== 'not declared').map(({id, reason}) => `${id}: ${reason}`)).toEqual([]);
  }, 20_000);
});
