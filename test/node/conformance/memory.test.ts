import {describe, expect, test} from 'vitest';
import {checkConformance, runConformance} from '../../../src/conformance/index.js';
import {memoryTarget} from '../../support/memory-target.js';

runConformance(memoryTarget(), {describe, test});
runConformance(memoryTarget('memory that is looked up before a repeat', {idempotentSend: 'lookup'}), {describe, test});
runConformance(memoryTarget('memory without idempotent sends, undo and automation', {idempotentSend: 'none', undo: 'hold', automated: false}), {describe, test});

test('the memory adapter leaves nothing unproven', async () => {
  const {checks} = await checkConformance(memoryTarget());
  expect(checks.filter(({verdict}) => verdict === 'not proven').map(({id}) => id)).toEqual([]);
}, 20_000);
