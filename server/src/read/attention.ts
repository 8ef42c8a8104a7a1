import type {Author, Cursor, Escalation, Notification, NotificationKind, Page, Ticket} from '../../../src/contract/index.js';
import type {Queries} from '../ports/database.js';
import {iso, isoOr, present} from '../values.js';
import {cursorAt, cut, pageSize, readCursor} from './paging.js';
import {sees} from './rights.js';

export interface EscalationRow {
  readonly id: string;
  readonly conversation: string;
  readonly reason: string | null;
  readonly raised_at: number;
  readonly by: Author | null;
  readonly team: {readonly id: string; readonly name: string} | null;
  readonly rev: number;
}

/** Columns of `escalation e`. */
export const escalationColumns = `e.id, e.conversation, e.reason, e.raised_at, e.by, e.rev,
  (select json_build_object('id', t.id, 'name', t.name) from team t where t.account = e.account and t.id = e.team) as team`;

export const escalationOf = ({id, conversation, reason, raised_at, by, team, rev}: EscalationRow): Escalation => ({
  id,
  version: String(rev),
  rev,
  conversationId: conversation,
  raisedAt: iso(raised_at),
  ...present({reason, by, team: team && {type: 'team' as const, ...team}}),
});

export const escalationsOf = async (db: Queries, account: string, conversation: string): Promise<Escalation[]> => {
  const rows = await db.query<EscalationRow>(
    `select ${escalationColumns} from escalation e where e.account = $1 and e.conversation = $2 order by e.raised_at, e.id`,
    [account, conversation],
  );
  return rows.map(escalationOf);
};

export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly conversation: string | null;
  readonly message: string | null;
  readonly ticket: string | null;
  readonly actor: Author | null;
  readonly title: string;
  readonly body: string | null;
  readonly read_at: number | null;
  readonly created_at: number;
  readonly rev: number;
}

export const notificationColumns = 'n.id, n.kind, n.conversation, n.message, n.ticket, n.actor, n.title, n.body, n.read_at, n.created_at, n.rev';

export const notificationOf = (row: NotificationRow): Notification => ({
  id: row.id,
  version: String(row.rev),
  rev: row.rev,
  kind: row.kind,
  title: row.title,
  readAt: isoOr(row.read_at) ?? null,
  createdAt: iso(row.created_at),
  ...present({conversationId: row.conversation, messageId: row.message, ticketId: row.ticket, actor: row.actor, body: row.body}),
});

/** Condition of a `notification n`: it goes with the sight of its conversation. */
export const isVisible = `(n.conversation is null or exists (
  select 1 from conversation c where c.account = n.account and c.id = n.conversation and ${sees('c', 'n.agent', 'n.account')}))`;

export async function notificationPage(
  db: Queries,
  account: string,
  agent: string,
  {unread, cursor, limit}: {readonly unread?: boolean; readonly cursor?: Cursor; readonly limit?: number},
): Promise<Page<Notification> & {readonly unread: number}> {
  const [at, id] = cursor === undefined ? [Number.MIN_SAFE_INTEGER, ''] : readCursor(cursor, 'bell', ['number', 'string']);
  const count = pageSize(limit);
  const [rows, left] = await Promise.all([
    db.query<NotificationRow>(
      `select ${notificationColumns} from notification n where n.account = $1 and n.agent = $2 and ((-n.created_at), n.id) > ($3, $4)
         and ($5::boolean is null or (n.read_at is null) = $5) and ${isVisible}
       order by (-n.created_at), n.id limit $6`,
      [account, agent, at, id, unread ?? null, count + 1],
    ),
    unreadCounts(db, account, [agent]),
  ]);
  return {...cut(rows, count, notificationOf, (row) => cursorAt('bell', [-row.created_at, row.id])), unread: left.get(agent) ?? 0};
}

export async function unreadCounts(db: Queries, account: string, agents: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.query<{agent: string; unread: number}>(
    'select agent, count(*) as unread from notification where account = $1 and agent = any($2::text[]) and read_at is null group by agent',
    [account, agents],
  );
  return new Map(rows.map(({agent, unread}) => [agent, unread]));
}

export interface TicketRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly open: boolean;
  readonly url: string | null;
  readonly conversation: string | null;
  readonly client_id: string;
  readonly created_at: number;
  readonly rev: number;
}

export const ticketColumns = 'id, number, title, status, open, url, conversation, client_id, created_at, rev';

export const ticketOf = (row: TicketRow): Ticket => ({
  id: row.id,
  version: String(row.rev),
  rev: row.rev,
  number: row.number,
  title: row.title,
  status: row.status,
  open: row.open,
  clientId: row.client_id,
  createdAt: iso(row.created_at),
  ...present({url: row.url, conversationId: row.conversation}),
});
