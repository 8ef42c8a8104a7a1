import type {Feature, OptionalFeatures} from '../../../contract/index.js';
import {gated} from '../session.js';
import type {Gate} from '../gate.js';
import type {FeatureContext} from './context.js';
import {counts} from './counts.js';
import {readState} from './read-state.js';

export const memoryFeatures = ['counts', 'readState'] as const satisfies readonly Feature[];

type MemoryFeature = (typeof memoryFeatures)[number];

/** Every group, each method behind the gate. */
export const featuresOf = (gate: Gate, context: FeatureContext): {[K in MemoryFeature]: OptionalFeatures[K] | undefined} => ({
  counts: gated(gate, 'counts', counts(context)),
  readState: gated(gate, 'readState', readState(context)),
});
