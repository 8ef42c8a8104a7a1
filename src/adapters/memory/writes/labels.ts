import type {Author, Id, Priority} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {invalid} from '../backend/errors.js';
import {notify} from '../backend/notifications.js';
import {agentOf, tagsOf} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {appendActivity, titleOf} from './messages.js';

export interface TagChange {
  readonly add?: readonly Id[];
  readonly remove?: readonly Id[];
}

export function setTags(desk: MemoryBackend, row: ConversationRow, by: Author, {add = [], remove = []}: TagChange): void {
  add.forEach((id, index) => {
    if (!desk.tags.has(id)) throw invalid(`add.${index}`, 'no such tag');
  });
  const added = [...new Set(add)].filter((id) => !row.tagIds.includes(id) && !remove.includes(id));
  const removed = row.tagIds.filter((id) => remove.includes(id));
  if (added.length + removed.length === 0) return;
  desk.change(row, () => (row.tagIds = [...row.tagIds.filter((id) => !removed.includes(id)), ...added]));
  appendActivity(desk, row, by, {
    type: 'tagged',
    ...(added.length > 0 && {added: tagsOf(desk, added)}),
    ...(removed.length > 0 && {removed: tagsOf(desk, removed)}),
  });
}

export function setPriority(desk: MemoryBackend, row: ConversationRow, by: Author, to: Priority | null): void {
  if ((row.priority ?? null) === to) return;
  desk.change(row, () => (row.priority = to ?? undefined));
  appendActivity(desk, row, by, {type: 'priority', to});
}

/** A key that is absent stays as it is; null takes it away. */
export function assign(
  desk: MemoryBackend,
  row: ConversationRow,
  by: Author,
  {agentId, teamId}: {readonly agentId?: Id | null; readonly teamId?: Id | null},
): void {
  const team = teamId == null ? undefined : desk.teams.get(teamId);
  const agent = agentId == null ? undefined : desk.agents.get(agentId);
  if (teamId != null && !team) throw invalid('teamId', 'no such team');
  if (agentId != null && !agent) throw invalid('agentId', 'no such agent');
  if (teamId !== undefined && row.teamId !== team?.id) {
    desk.change(row, () => (row.teamId = team?.id));
    appendActivity(desk, row, by, {type: 'assigned', to: team ? {type: 'team', id: team.id, name: team.name} : null});
  }
  if (agentId !== undefined && row.assigneeId !== agent?.id) {
    desk.change(row, () => (row.assigneeId = agent?.id));
    appendActivity(desk, row, by, {type: 'assigned', to: agent ? agentOf(agent) : null});
    if (agent) notify(desk, [agent.id], row, {kind: 'assigned', actor: by, title: titleOf(desk, row)});
  }
}
