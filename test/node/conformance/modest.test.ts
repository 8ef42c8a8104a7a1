import {describe, expect, it} from 'vitest';
import {checkConformance} from '../../../src/conformance/index.js';
import {modestTarget} from '../../support/modest-target.js';

describe('an adapter that can do the least', async () => {
  const {checks} = await checkConformance(modestTarget());

  it('fails no check', () => {
    expect(checks.filter(({verdict}) => verdict === 'failed').map(({id, reason}) => `${id}: ${reason}`)).toEqual([]);
  });

  it('passes the core but for what it does not declare and the target cannot show', () => {
    const left = checks.filter(({level, verdict}) => level === 'core' && verdict !== 'passed');
    expect(Object.fromEntries(left.map(({id, verdict}) => [id, verdict]))).toEqual({
      'list/empty-is-empty-not-error': 'not proven',
      'get/forbidden-not-leaked-as-data': 'not proven',
      'messages/backdated-not-lost': 'not proven',
      'messages/html-marked-html': 'not proven',
      'send/too-long-is-validation': 'not declared',
      'send/same-client-id-once': 'not declared',
      'send/same-client-id-parallel-once': 'not declared',
      'state/stale-version-conflict': 'not declared',
      'state/deny-respected': 'not proven',
      'state/archive-clears-notifications': 'not declared',
      'state/removed-ids-reported': 'not declared',
      'events/own-message-carries-client-id': 'not declared',
      'events/per-conversation-order': 'not declared',
      'events/older-rev-never-after-newer': 'not declared',
      'events/resume-fills-gap': 'not declared',
      'events/resume-cursor-survives-json': 'not declared',
      'events/no-events-for-invisible-conversation': 'not proven',
    });
  });

  it('has none of the feature and resilience checks passed for nothing', () => {
    const passed = checks.filter(({level, verdict}) => level !== 'core' && verdict === 'passed');
    // An inbox makes these good for any adapter.
    expect(passed.map(({id}) => id)).toEqual(['events/cut-then-no-loss', 'events/duplicates-tolerated', 'events/offline-phase-reported', 'events/reconnect-backs-off']);
  });
});
