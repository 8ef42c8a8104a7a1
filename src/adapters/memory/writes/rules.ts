import {AdapterError, type Action, type ConversationState, type Id, type Timestamp} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {assertAllowed, conflict, invalid} from '../backend/errors.js';
import {conversationFor} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';

export const statesOf = ({automated}: {readonly automated: boolean}): readonly ConversationState[] =>
  automated ? ['active', 'archived', 'snoozed', 'automated'] : ['active', 'archived', 'snoozed'];

const actionTo = {archived: 'archive', active: 'reopen', snoozed: 'snooze', automated: 'hand-off'} as const satisfies Record<
  ConversationState,
  Action
>;

/** @throws {AdapterError} when this conversation may not be moved there. */
export function assertState(desk: MemoryBackend, row: ConversationRow, to: ConversationState): void {
  if (!statesOf(desk).includes(to)) {
    throw new AdapterError({code: 'unsupported', feature: `state.${to}`, message: `No state '${to}'`});
  }
  if (row.state === to) return;
  // Taking over from the bot is a hand-off, coming back from elsewhere a reopening.
  assertAllowed(row, to === 'active' && row.state === 'automated' ? 'hand-off' : actionTo[to]);
}

/** @throws {AdapterError} `conflict` with the conversation as it is now when it is no longer the one the agent saw. */
export function assertUnchanged(desk: MemoryBackend, row: ConversationRow, agentId: Id, ifVersion: string | undefined): void {
  if (ifVersion === undefined || ifVersion === String(row.version)) return;
  throw conflict('version', 'The conversation has changed since', conversationFor(desk, row, agentId));
}

/** The time a conversation wakes; undefined for "with the next message". */
export function wakeTime(desk: MemoryBackend, to: ConversationState, until: string | undefined): Timestamp | undefined {
  if (until === undefined || until === 'next-message') return undefined;
  if (to !== 'snoozed') throw invalid('until', 'only a snoozed conversation wakes');
  const at = Date.parse(until);
  if (Number.isNaN(at)) throw invalid('until', 'must be a time (ISO 8601)', 'format');
  if (at <= desk.clock.now()) throw invalid('until', 'must be in the future', 'minimum');
  return new Date(at).toISOString();
}
