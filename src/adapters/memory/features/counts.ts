import type {OptionalFeatures} from '../../../contract/index.js';
import type {FeatureContext} from './context.js';

export const counts = ({desk, agentId}: FeatureContext): OptionalFeatures['counts'] => ({
  get: async () => desk.lists.counts(agentId),
});
