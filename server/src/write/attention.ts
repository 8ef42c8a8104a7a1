import type {Author, Escalation} from '../../../src/contract/index.js';
import {invalid} from '../errors.js';
import {escalationColumns, escalationOf, type EscalationRow} from '../read/attention.js';
import {newId} from '../values.js';
import {queueResponder} from '../channels/queue.js';
import type {Locked} from './locked.js';
import {notify} from './notify.js';
import {tellRaised, tellRemoved} from './state.js';
import type {Work} from './write.js';

export async function escalate(
  work: Work,
  conversation: Locked,
  by: Author,
  {reason, toTeamId}: {readonly reason?: string; readonly toTeamId?: string},
): Promise<Escalation> {
  const members =
    toTeamId === undefined
      ? undefined
      : await work.query<{agent: string | null}>(
          'select m.agent from team t left join team_member m on m.account = t.account and m.team = t.id where t.account = $1 and t.id = $2',
          [work.account, toTeamId],
        );
  if (members?.length === 0) throw invalid('toTeamId', 'no such team');
  const [row] = await work.query<EscalationRow>(
    `insert into escalation as e (account, id, conversation, reason, raised_at, by, team) values ($1, $2, $3, $4, $5, $6, $7)
     returning ${escalationColumns}`,
    [work.account, newId('e'), conversation.id, reason ?? null, work.now, JSON.stringify(by), toTeamId ?? null],
  );
  if (!row) throw new Error('An escalation was not stored');
  const escalation = escalationOf(row);
  conversation.change((now) => void now.escalations++);
  tellRaised(work, conversation, escalation);
  await conversation.note(by, {type: 'escalated', ...(reason !== undefined && {reason})});
  const {assignee} = conversation.row;
  const told = members ? members.flatMap(({agent}) => agent ?? []) : assignee === null ? ('everybody' as const) : [assignee];
  await notify(work, conversation, told, {kind: 'escalation', actor: by, body: reason});
  return escalation;
}

export async function clearEscalation(work: Work, conversation: Locked, by: Author, id: string): Promise<void> {
  const [gone] = await work.query<{reason: string | null}>('delete from escalation where account = $1 and id = $2 returning reason', [work.account, id]);
  if (!gone) return;
  conversation.change((now) => void (now.escalations = Math.max(0, now.escalations - 1)));
  tellRemoved(work, conversation, id);
  await conversation.note(by, {type: 'escalation-cleared', ...(gone.reason !== null && {reason: gone.reason})});
}

/** Takes a conversation over from the automated responder, or hands it back. */
export async function handOff(work: Work, conversation: Locked, to: 'agent' | 'bot', by: Author): Promise<void> {
  const state = to === 'bot' ? 'automated' : 'active';
  if (conversation.row.state === state) return;
  conversation.change((now) => {
    now.state = state;
    now.snoozed_until = null;
    now.handled_by = to;
  });
  await conversation.note(by, {type: 'handed', to});
  const [asked] = await work.query<{id: string; body: string}>(
    `select id, left(body, 200) as body from message where account = $1 and conversation = $2 and kind = 'incoming' order by ord desc limit 1`,
    [work.account, conversation.id],
  );
  if (to === 'bot') {
    if (asked) await queueResponder(work, conversation, asked.id);
    return;
  }
  const {assignee} = conversation.row;
  await notify(work, conversation, assignee === null ? 'everybody' : [assignee], {kind: 'new-conversation', actor: by, body: asked?.body, messageId: asked?.id});
}
