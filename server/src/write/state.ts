import type {Author, ConversationState, Escalation, StateChange} from '../../../src/contract/index.js';
import {invalid, unsupported} from '../errors.js';
import {escalationColumns, escalationOf, type EscalationRow} from '../read/attention.js';
import {conversationFor} from '../read/conversations.js';
import {newId} from '../values.js';
import type {Locked} from './locked.js';
import {removeNotifications} from './notify.js';
import type {Work} from './write.js';

export const states: readonly ConversationState[] = ['active', 'archived', 'snoozed', 'automated'];

const actionTo = {archived: 'archive', active: 'reopen', snoozed: 'snooze', automated: 'hand-off'} as const;

/** @throws {AdapterError} when this conversation may not be moved there. */
export function assertState(conversation: Locked, to: string): asserts to is ConversationState {
  if (!(states as readonly string[]).includes(to)) throw unsupported(`state.${to}`);
  const {state} = conversation.row;
  if (state === to) return;
  // Taking over from the bot is a hand-off, coming back from elsewhere a reopening.
  conversation.assertAllowed(to === 'active' && state === 'automated' ? 'hand-off' : actionTo[to as ConversationState]);
}

/** When it wakes; null: with the next message. */
export function wakeTime(work: Work, to: ConversationState, until: string | undefined): number | null {
  if (until === undefined || until === 'next-message') return null;
  if (to !== 'snoozed') throw invalid('until', 'only a snoozed conversation wakes');
  const at = Date.parse(until);
  if (Number.isNaN(at)) throw invalid('until', 'must be a time (ISO 8601)', 'format');
  if (at <= work.now) throw invalid('until', 'must be in the future', 'minimum');
  return at;
}

/** Moves a conversation and writes it into the thread. Moving it where it is changes nothing but the time it wakes. */
export async function moveTo(conversation: Locked, to: ConversationState, by: Author, until: number | null = null): Promise<void> {
  const {row} = conversation;
  const from = row.state;
  if (from === to && row.snoozed_until === until) return;
  conversation.change((now) => {
    now.state = to;
    now.snoozed_until = to === 'snoozed' ? until : null;
    if (to === 'archived') now.waiting_since = null;
    if (to === 'automated') now.handled_by = 'bot';
    else if (now.handled_by === 'bot') now.handled_by = 'agent';
  });
  if (from !== to) await conversation.note(by, {type: 'state', from, to});
}

interface Kept {
  readonly snoozedUntil: number | null;
  readonly waitingSince: number | null;
  readonly notifications: readonly Readonly<Record<string, unknown>>[];
  readonly escalations: readonly Readonly<Record<string, unknown>>[];
}

export interface Moved {
  readonly removed?: StateChange['removed'];
  readonly undo?: string;
}

/** What an agent's `setState` does, with everything that goes with it. */
export async function move(
  work: Work,
  conversation: Locked,
  to: ConversationState,
  agent: string,
  by: Author,
  {until = null, undo}: {readonly until?: number | null; readonly undo?: string} = {},
): Promise<Moved> {
  const taken = undo === undefined ? undefined : await takeUndo(work, conversation, undo);
  const {snoozed_until, waiting_since, state} = conversation.row;
  await moveTo(conversation, to, by, until ?? (to === 'snoozed' ? (taken?.snoozedUntil ?? null) : null));
  if (taken) await restore(work, conversation, taken);
  if (to !== 'archived') return {};
  const cleared = await clear(work, conversation);
  const token = state === to ? undefined : newId('undo');
  if (token !== undefined) {
    const kept: Kept = {...cleared, snoozedUntil: snoozed_until, waitingSince: waiting_since};
    await work.query('insert into undo (account, token, conversation, kept, created_at) values ($1, $2, $3, $4, $5)', [
      work.account,
      token,
      conversation.id,
      JSON.stringify(kept),
      work.now,
    ]);
  }
  return {
    removed: {
      notifications: cleared.notifications.flatMap((row) => (row['agent'] === agent ? String(row['id']) : [])),
      escalations: cleared.escalations.map((row) => String(row['id'])),
    },
    undo: token,
  };
}

/** The answer to a move, once all of it is written. */
export const stateChange = async (work: Work, conversation: Locked, agent: string, moved: Moved): Promise<StateChange> => {
  await conversation.flush();
  return {
    conversation: await conversationFor(work, work.account, agent, conversation.id),
    ...(moved.removed && {removed: moved.removed}),
    ...(moved.undo !== undefined && {undo: moved.undo}),
  };
};

/** Archiving takes away what called for attention, from everybody. */
async function clear(work: Work, conversation: Locked): Promise<Pick<Kept, 'notifications' | 'escalations'>> {
  const notifications = await work.query<{row: Readonly<Record<string, unknown>>}>(
    'select to_jsonb(n) as row from notification n where account = $1 and conversation = $2',
    [work.account, conversation.id],
  );
  for (const owner of new Set(notifications.map(({row}) => String(row['agent'])))) {
    await removeNotifications(work, owner, notifications.flatMap(({row}) => (row['agent'] === owner ? String(row['id']) : [])));
  }
  if (conversation.row.escalations === 0) return {notifications: notifications.map(({row}) => row), escalations: []};
  const escalations = await work.query<{row: Readonly<Record<string, unknown>>}>(
    'delete from escalation e where account = $1 and conversation = $2 returning to_jsonb(e) as row',
    [work.account, conversation.id],
  );
  for (const {row} of escalations) tellRemoved(work, conversation, String(row['id']));
  conversation.change((now) => void (now.escalations = 0));
  return {notifications: notifications.map(({row}) => row), escalations: escalations.map(({row}) => row)};
}

export const tellRemoved = (work: Work, {id: conversation}: Locked, id: string): void =>
  work.say({kind: 'plain', conversation, data: {type: 'escalation.removed', id, conversationId: conversation}});

export const tellRaised = (work: Work, {id: conversation}: Locked, escalation: Escalation): void =>
  work.say({kind: 'plain', conversation, data: {type: 'escalation.upserted', escalation}});

async function takeUndo(work: Work, conversation: Locked, token: string): Promise<Kept> {
  const [row] = await work.query<{kept: Kept}>('delete from undo where account = $1 and token = $2 and conversation = $3 returning kept', [
    work.account,
    token,
    conversation.id,
  ]);
  if (!row) throw invalid('undo', 'not an undo token of this conversation, or used already');
  return row.kept;
}

async function restore(work: Work, conversation: Locked, kept: Kept): Promise<void> {
  const escalations = await work.query<EscalationRow>(
    `insert into escalation as e select (jsonb_populate_record(null::escalation, x || jsonb_build_object('rev', (x->>'rev')::bigint + 1))).*
       from jsonb_array_elements($1::jsonb) as x
     on conflict do nothing returning ${escalationColumns}`,
    [JSON.stringify(kept.escalations)],
  );
  for (const row of escalations) tellRaised(work, conversation, escalationOf(row));
  const notifications = await work.query<{agent: string; id: string}>(
    `insert into notification as n select (jsonb_populate_record(null::notification, x || jsonb_build_object('rev', (x->>'rev')::bigint + 1))).*
       from jsonb_array_elements($1::jsonb) as x
     on conflict do nothing returning n.agent, n.id`,
    [JSON.stringify(kept.notifications)],
  );
  for (const {agent, id} of notifications) work.say({kind: 'notification', agent, ref: id});
  conversation.change((now) => {
    now.waiting_since ??= kept.waitingSince;
    now.escalations += escalations.length;
  });
}
