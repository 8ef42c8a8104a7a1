import type {Author, NotificationKind} from '../../../src/contract/index.js';
import {newId} from '../values.js';
import type {Locked} from './locked.js';
import type {Work} from './write.js';

export interface News {
  readonly kind: NotificationKind;
  readonly actor: Author;
  readonly body?: string;
  readonly messageId?: string;
  readonly ticketId?: string;
}

/**
 * Tells each of them, but never the one who did it, and nobody who may not see the conversation.
 *
 * @param agents ids, or everybody of the account.
 */
export async function notify(work: Work, conversation: Locked, agents: readonly string[] | 'everybody', news: News): Promise<void> {
  if (agents !== 'everybody' && agents.length === 0) return;
  const told = await work.query<{id: string}>(
    `select a.id from agent a where a.account = $1 and a.active and ($2::text[] is null or a.id = any($2)) and a.id is distinct from $3
       and ($4::text[] is null or $4 && loop_principals(a.account, a.id))`,
    [
      work.account,
      agents === 'everybody' ? null : agents,
      news.actor.kind === 'agent' ? (news.actor.id ?? null) : null,
      conversation.row.visible_to,
    ],
  );
  if (told.length === 0) return;
  const ids = told.map(({id}) => id);
  // Ten messages in a row are one entry in the bell, about the newest.
  const earlier =
    news.kind === 'new-message'
      ? await work.query<{agent: string; id: string}>(
          `select agent, id from notification where account = $1 and conversation = $2 and kind = 'new-message' and read_at is null
             and agent = any($3::text[])`,
          [work.account, conversation.id, ids],
        )
      : [];
  const rows = ids.map((agent) => ({agent, id: earlier.find((one) => one.agent === agent)?.id ?? newId('n')}));
  await work.query(
    `insert into notification (account, agent, id, kind, conversation, message, ticket, actor, title, body, created_at)
     select $1, x->>'agent', x->>'id', $3, $4, $5, $6, $7::jsonb, $8, $9, $10 from jsonb_array_elements($2::jsonb) as x
     on conflict (account, agent, id) do update set message = excluded.message, actor = excluded.actor, title = excluded.title,
       body = excluded.body, created_at = excluded.created_at, read_at = null, rev = notification.rev + 1`,
    [
      work.account,
      JSON.stringify(rows),
      news.kind,
      conversation.id,
      news.messageId ?? null,
      news.ticketId ?? null,
      JSON.stringify(news.actor),
      conversation.title,
      news.body ?? null,
      work.now,
    ],
  );
  for (const {agent, id} of rows) work.say({kind: 'notification', agent, ref: id});
}

/** Marks these read or, with null, unread; a mark that is there already changes nothing. @param ids null: all. */
export async function setRead(work: Work, agent: string, ids: readonly string[] | null, readAt: number | null): Promise<void> {
  const changed = await work.query<{id: string}>(
    `update notification set read_at = $4, rev = rev + 1 where account = $1 and agent = $2 and ($3::text[] is null or id = any($3))
       and (read_at is null) = ($4::bigint is not null) returning id`,
    [work.account, agent, ids, readAt],
  );
  for (const {id} of changed) work.say({kind: 'notification', agent, ref: id});
}

/** Takes them away and tells their owner. */
export async function removeNotifications(work: Work, agent: string, ids: readonly string[]): Promise<void> {
  const gone = await work.query<{id: string}>(
    'delete from notification where account = $1 and agent = $2 and id = any($3::text[]) returning id',
    [work.account, agent, ids],
  );
  if (gone.length === 0) return;
  const [left] = await work.query<{unread: number}>(
    'select count(*) as unread from notification where account = $1 and agent = $2 and read_at is null',
    [work.account, agent],
  );
  work.say({kind: 'plain', agent, data: {type: 'notification.removed', ids: gone.map(({id}) => id), unread: left?.unread}});
}
