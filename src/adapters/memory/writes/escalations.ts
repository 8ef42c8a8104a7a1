import type {Author, Escalation, Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {invalid} from '../backend/errors.js';
import {notify} from '../backend/notifications.js';
import type {ConversationRow} from '../backend/rows.js';
import {appendActivity, titleOf} from './messages.js';

export function escalate(
  desk: MemoryBackend,
  row: ConversationRow,
  by: Author,
  {reason, toTeamId}: {readonly reason?: string; readonly toTeamId?: Id},
): Escalation {
  const team = toTeamId === undefined ? undefined : desk.teams.get(toTeamId);
  if (toTeamId !== undefined && !team) throw invalid('toTeamId', 'no such team');
  const rev = desk.nextRev();
  const escalation: Escalation = {
    id: desk.newId('esc'),
    rev,
    version: String(rev),
    conversationId: row.id,
    reason,
    raisedAt: desk.now(),
    by,
    team: team && {type: 'team', id: team.id, name: team.name},
  };
  desk.escalations.set(escalation.id, escalation);
  desk.change(row, () => (row.escalationIds = [...row.escalationIds, escalation.id]));
  desk.say({of: 'event', conversationId: row.id, event: {type: 'escalation.upserted', escalation}});
  appendActivity(desk, row, by, {type: 'escalated', reason});
  const told = team ? team.agents : row.assigneeId !== undefined ? [row.assigneeId] : desk.agents.keys();
  notify(desk, told, row, {kind: 'escalation', actor: by, title: titleOf(desk, row), body: reason});
  return escalation;
}

export function clearEscalation(desk: MemoryBackend, row: ConversationRow, by: Author, {id, reason}: Escalation): void {
  desk.escalations.delete(id);
  desk.change(row, () => (row.escalationIds = row.escalationIds.filter((other) => other !== id)));
  desk.say({of: 'event', conversationId: row.id, event: {type: 'escalation.removed', id, conversationId: row.id}});
  appendActivity(desk, row, by, {type: 'escalation-cleared', reason});
}
