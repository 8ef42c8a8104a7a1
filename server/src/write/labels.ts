import type {Author, Priority, Tag} from '../../../src/contract/index.js';
import {invalid} from '../errors.js';
import {agentColumns, agentOf} from '../read/conversations.js';
import {priorityNumber} from '../read/lists.js';
import {present} from '../values.js';
import type {Locked} from './locked.js';
import {notify} from './notify.js';
import type {Work} from './write.js';

export interface TagChange {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

export async function setTags(work: Work, conversation: Locked, by: Author, {add = [], remove = []}: TagChange): Promise<void> {
  const rows = await work.query<Tag>('select id, name, color from tag where account = $1 and id = any($2::text[])', [work.account, [...add, ...remove]]);
  const tags = new Map(rows.map((tag) => [tag.id, present<Tag>(tag)]));
  add.forEach((id, index) => {
    if (!tags.has(id)) throw invalid(`tags.add.${index}`, 'no such tag');
  });
  const now = conversation.row.tags;
  const added = [...new Set(add)].filter((id) => !now.includes(id) && !remove.includes(id));
  const removed = now.filter((id) => remove.includes(id));
  if (added.length + removed.length === 0) return;
  conversation.change((row) => void (row.tags = [...now.filter((id) => !removed.includes(id)), ...added]));
  const named = (ids: readonly string[]) => ids.map((id) => tags.get(id) ?? {id, name: id});
  await conversation.note(by, {
    type: 'tagged',
    ...(added.length > 0 && {added: named(added)}),
    ...(removed.length > 0 && {removed: named(removed)}),
  });
}

export async function setPriority(conversation: Locked, by: Author, to: Priority | null): Promise<void> {
  const number = priorityNumber(to);
  if (conversation.row.priority === number) return;
  conversation.change((row) => void (row.priority = number));
  await conversation.note(by, {type: 'priority', to});
}

/** A key that is absent stays as it is; null takes it away. */
export async function assign(
  work: Work,
  conversation: Locked,
  by: Author,
  {agentId, teamId}: {readonly agentId?: string | null; readonly teamId?: string | null},
): Promise<void> {
  const {row} = conversation;
  if (teamId !== undefined && teamId !== row.team) {
    const [team] = teamId === null ? [] : await work.query<{id: string; name: string}>('select id, name from team where account = $1 and id = $2', [work.account, teamId]);
    if (teamId !== null && !team) throw invalid('assign.teamId', 'no such team');
    conversation.change((now) => void (now.team = teamId));
    await conversation.note(by, {type: 'assigned', to: team ? {type: 'team', ...team} : null});
  }
  if (agentId !== undefined && agentId !== row.assignee) {
    const [agent] =
      agentId === null
        ? []
        : await work.query<Parameters<typeof agentOf>[0]>(
            `select ${agentColumns} from agent where account = $1 and id = $2 and active and ($3::text[] is null or $3 && loop_principals($1, $2))`,
            [work.account, agentId, row.visible_to],
          );
    if (agentId !== null && !agent) throw invalid('assign.agentId', 'no such agent, or one who may not see it');
    conversation.change((now) => void (now.assignee = agentId));
    await conversation.note(by, {type: 'assigned', to: agent ? agentOf(agent) : null});
    if (agent) await notify(work, conversation, [agent.id], {kind: 'assigned', actor: by});
  }
}
