import type {Author, ConversationState, Id, StateChange, Timestamp} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {invalid} from '../backend/errors.js';
import {removeNotifications} from '../backend/notifications.js';
import {conversationFor} from '../backend/projection.js';
import type {ConversationRow, UndoRow} from '../backend/rows.js';
import {appendActivity} from './messages.js';

/** Undo tokens kept at the same time. */
const keptUndos = 200;

/** Moves a conversation and writes it into the thread. Moving it where it is changes nothing but the time it wakes. */
export function moveTo(
  desk: MemoryBackend,
  row: ConversationRow,
  to: ConversationState,
  by: Author,
  until?: Timestamp,
): void {
  const from = row.state;
  if (from === to && row.snoozedUntil === until) return;
  desk.change(row, () => {
    row.state = to;
    row.snoozedUntil = to === 'snoozed' ? until : undefined;
    if (to === 'archived') row.waitingSince = null;
    if (to === 'automated') {
      row.handledBy = 'bot';
      row.misses = 0;
    } else if (row.handledBy === 'bot') row.handledBy = 'agent';
  });
  if (to === 'snoozed' && until !== undefined) planWake(desk, row);
  if (from !== to) appendActivity(desk, row, by, {type: 'state', from, to});
}

/** Has a snoozed conversation come back at its time, unless it was moved or snoozed again in between. */
export function planWake(desk: MemoryBackend, row: ConversationRow): void {
  const until = row.snoozedUntil;
  if (until === undefined) return;
  desk.schedule.in(Date.parse(until) - desk.clock.now(), () => {
    if (row.state === 'snoozed' && row.snoozedUntil === until) moveTo(desk, row, 'active', {kind: 'system'});
  });
}

/** What an agent's `setState` does, with everything that goes with it. */
export function setState(
  desk: MemoryBackend,
  row: ConversationRow,
  to: ConversationState,
  agentId: Id,
  by: Author,
  {until, undo}: {readonly until?: Timestamp; readonly undo?: string} = {},
): StateChange {
  const taken = undo === undefined ? undefined : takeUndo(desk, row, undo);
  const before = row.snoozedUntil;
  const waitingSince = row.waitingSince;
  const isNew = row.state !== to;
  moveTo(desk, row, to, by, until ?? (to === 'snoozed' ? taken?.snoozedUntil : undefined));
  if (taken) restore(desk, row, taken);
  if (to !== 'archived') return {conversation: conversationFor(desk, row, agentId)};
  const cleared = clear(desk, row);
  const token = isNew && desk.undo === 'restore' ? keepUndo(desk, {...cleared, conversationId: row.id, snoozedUntil: before, waitingSince}) : undefined;
  return {
    conversation: conversationFor(desk, row, agentId),
    removed: {
      notifications: cleared.notifications.flatMap(([owner, {id}]) => (owner === agentId ? id : [])),
      escalations: cleared.escalations.map(({id}) => id),
    },
    undo: token,
  };
}

/** Archiving takes away what called for attention, from everybody. */
function clear(desk: MemoryBackend, row: ConversationRow): Pick<UndoRow, 'notifications' | 'escalations'> {
  const notifications = desk.notifications.about(row.id);
  for (const owner of new Set(notifications.map(([agentId]) => agentId))) {
    removeNotifications(desk, owner, notifications.flatMap(([agentId, {id}]) => (agentId === owner ? id : [])));
  }
  const escalations = row.escalationIds.flatMap((id) => desk.escalations.get(id) ?? []);
  if (escalations.length > 0) {
    for (const {id} of escalations) {
      desk.escalations.delete(id);
      desk.say({of: 'event', conversationId: row.id, event: {type: 'escalation.removed', id, conversationId: row.id}});
    }
    desk.change(row, () => (row.escalationIds = []));
  }
  return {notifications, escalations};
}

function keepUndo(desk: MemoryBackend, kept: UndoRow): string {
  const token = desk.newId('undo');
  desk.undos.set(token, kept);
  if (desk.undos.size > keptUndos) desk.undos.delete(desk.undos.keys().next().value ?? '');
  return token;
}

function takeUndo(desk: MemoryBackend, row: ConversationRow, token: string): UndoRow {
  const kept = desk.undos.get(token);
  if (kept?.conversationId !== row.id) throw invalid('undo', 'not an undo token of this conversation, or used already');
  desk.undos.delete(token);
  return kept;
}

function restore(desk: MemoryBackend, row: ConversationRow, kept: UndoRow): void {
  desk.change(row, () => {
    row.waitingSince ??= kept.waitingSince;
    row.escalationIds = [...row.escalationIds, ...kept.escalations.map(({id}) => id)];
  });
  for (const was of kept.escalations) {
    const rev = desk.nextRev();
    const escalation = {...was, rev, version: String(rev)};
    desk.escalations.set(was.id, escalation);
    desk.say({of: 'event', conversationId: row.id, event: {type: 'escalation.upserted', escalation}});
  }
  for (const [agentId, was] of kept.notifications) {
    const rev = desk.nextRev();
    desk.notifications.put(agentId, {...was, rev, version: String(rev)});
    desk.say({of: 'notification', id: was.id, only: agentId});
  }
}
