import type {Author, Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {authorOf} from '../backend/projection.js';

/** What a feature group works with: the desk, and for whom. */
export interface FeatureContext {
  readonly desk: MemoryBackend;
  readonly agentId: Id;
  readonly maxFileBytes: number;
}

export const author = ({desk, agentId}: FeatureContext): Author => authorOf(desk, agentId);
