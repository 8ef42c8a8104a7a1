import type {Action, Author, Conversation, Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {assertAllowed} from '../backend/errors.js';
import {authorOf, conversationFor} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {assertUnchanged} from '../writes/rules.js';

/** What a feature group works with: the desk, and for whom. */
export interface FeatureContext {
  readonly desk: MemoryBackend;
  readonly agentId: Id;
  readonly maxFileBytes: number;
}

export const author = ({desk, agentId}: FeatureContext): Author => authorOf(desk, agentId);

/** The conversation a write is about, if this agent may do that to it and saw it as it is. */
export function writable({desk, agentId}: FeatureContext, id: Id, action: Action, ifVersion?: string): ConversationRow {
  const row = desk.conversation(id, agentId);
  assertUnchanged(desk, row, agentId, ifVersion);
  assertAllowed(row, action);
  return row;
}

export const shown = ({desk, agentId}: FeatureContext, row: ConversationRow): Conversation => conversationFor(desk, row, agentId);
