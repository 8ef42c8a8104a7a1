import {describe, expect, test} from 'vitest';
import {checkConformance, runConformance} from '../../../src/conformance/index.js';
import {httpTarget} from '../../support/http-target.js';

runConformance(httpTarget(), {describe, test});
runConformance(httpTarget({transport: 'poll'}), {describe, test});

test('the HTTP adapter looks sends up, and has no undo, where its server says so', async () => {
  const {checks} = await checkConformance(httpTarget({}, {idempotentSend: 'lookup', undo: 'hold', automated: false}), {
    only: ['send/lookup-finds', 'send/retry-after-maybe-no-duplicate', 'connect/features-within-declared'],
  });
  expect(checks.filter(({verdict}) => verdict === 'failed').map(({id, reason}) => `${id}: ${reason}`)).toEqual([]);
});
