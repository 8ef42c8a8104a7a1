import type {
  Action,
  Agent,
  Attribute,
  Conversation,
  ConversationState,
  Priority,
  Sentiment,
  Tag,
  Topic,
} from '../../../src/contract/index.js';
import {notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import {iso, isoOr, present} from '../values.js';
import {contactOf, type ContactRow} from './contacts.js';
import {messageColumns, messageOf, type MessageRow} from './messages.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import {sees} from './rights.js';

export const priorities = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];
/** Stands for no priority. */
export const noPriority = 4;

/** What is the same for everybody who sees it. */
export interface ConversationRow {
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly state: ConversationState;
  readonly snoozed_until: number | null;
  readonly channel_kind: string;
  readonly channel_name: string | null;
  readonly inbox: string | null;
  readonly contact: ContactRow;
  readonly assignee: AgentRow | null;
  readonly team: {readonly id: string; readonly name: string} | null;
  readonly priority: number;
  readonly tags: readonly Tag[];
  readonly topic: Topic | null;
  readonly sentiment: Sentiment | null;
  readonly escalations: number;
  readonly handled_by: 'agent' | 'bot' | null;
  readonly attributes: readonly Attribute[] | null;
  readonly deny: Partial<Record<Action, string>> | null;
  readonly said: MessageRow | null;
  readonly created_at: number;
  readonly activity_at: number;
  readonly waiting_since: number | null;
  readonly version: number;
  readonly rev: number;
}

interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly avatar_url: string | null;
  readonly availability: Agent['availability'];
}

/** What one agent has read of it. A row is there only where that agent may see the conversation. */
export interface SeenRow {
  readonly id: string;
  readonly agent: string;
  readonly unread: number;
  readonly read_up_to: string | null;
  readonly read_rev: number;
}

export const agentOf = ({id, name, email, avatar_url, availability}: AgentRow): Agent => ({
  type: 'agent',
  id,
  name,
  ...present({email, avatarUrl: avatar_url, availability}),
});

export const agentColumns = 'id, name, email, avatar_url, availability';

/** What `ConversationRow` names, of `conversation c` and its `contact k`. */
export const conversationColumns = `c.id, c.number, c.subject, c.state, c.snoozed_until, c.channel_kind, c.channel_name, c.inbox, c.priority, c.topic,
  c.sentiment, c.escalations, c.handled_by, c.attributes, c.deny, c.created_at, c.activity_at, c.waiting_since, c.version, c.rev,
  json_build_object('id', k.id, 'name', k.name, 'email', k.email, 'phone', k.phone, 'avatar_url', k.avatar_url,
    'company', k.company, 'blocked', k.blocked, 'attributes', k.attributes, 'rev', k.rev) as contact,
  (select row_to_json(x) from (select ${agentColumns} from agent a where a.account = c.account and a.id = c.assignee) x) as assignee,
  (select json_build_object('id', t.id, 'name', t.name) from team t where t.account = c.account and t.id = c.team) as team,
  case when c.tags = '{}' then '[]'::json else (
    select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by u.n), '[]')
    from unnest(c.tags) with ordinality as u (id, n) join tag g on g.account = c.account and g.id = u.id) end as tags,
  (select row_to_json(x) from (select ${messageColumns('m')} from message m where m.account = c.account and m.id = c.last_said) x) as said`;

/** What `SeenRow` names, of `conversation c`, an agent `who` and their `read_mark r`. Who has read all of it needs nothing counted. */
export const seenColumns = `c.id, who.agent, coalesce(r.rev, 0) as read_rev,
  case when coalesce(r.ord, c.read_floor) >= c.last_incoming_ord then 0 else (
    select count(*) from message m where m.account = c.account and m.conversation = c.id and m.kind = 'incoming'
      and m.ord > coalesce(r.ord, c.read_floor)) end as unread,
  (select m.id from message m where m.account = c.account and m.conversation = c.id
    and m.ord <= coalesce(r.ord, c.read_floor) order by m.ord desc limit 1) as read_up_to`;

/** Conversations by id, without a question of rights: only together with `seenBy`. */
export async function conversationRows(db: Queries, account: string, ids: readonly string[]): Promise<Map<string, Shared>> {
  const rows = await db.query<ConversationRow>(
    `select ${conversationColumns} from conversation c join contact k on k.account = c.account and k.id = c.contact
     where c.account = $1 and c.id = any($2::text[])`,
    [account, ids],
  );
  return new Map(rows.map((row) => [row.id, sharedOf(row)]));
}

/** What each of these agents may see of these conversations, and what they have read of them. */
export const seenBy = (db: Queries, account: string, ids: readonly string[], agents: readonly string[]): Promise<readonly SeenRow[]> =>
  db.query<SeenRow>(
    `select ${seenColumns}
     from conversation c
     cross join unnest($3::text[]) as who (agent)
     join agent a on a.account = c.account and a.id = who.agent and a.active
     left join read_mark r on r.account = c.account and r.conversation = c.id and r.agent = who.agent
     where c.account = $1 and c.id = any($2::text[]) and ${sees('c', 'who.agent')}`,
    [account, ids, agents],
  );

export type Shared = Omit<Conversation, 'unread' | 'readUpTo' | 'rev'> & {readonly rev: number};

export function sharedOf(row: ConversationRow): Shared {
  const said = row.said && messageOf(row.said);
  return {
    id: row.id,
    version: String(row.version),
    rev: row.rev,
    state: row.state,
    channel: {kind: row.channel_kind, ...present({name: row.channel_name, inboxId: row.inbox})},
    contact: contactOf(row.contact),
    assignee: row.assignee && agentOf(row.assignee),
    team: row.team && {type: 'team', ...row.team},
    priority: priorities[row.priority] ?? null,
    tags: row.tags.map((tag) => present(tag)),
    createdAt: iso(row.created_at),
    activityAt: iso(row.activity_at),
    waitingSince: row.waiting_since === null ? null : iso(row.waiting_since),
    escalated: row.escalations > 0,
    ...present({
      number: row.number,
      subject: row.subject,
      snoozedUntil: isoOr(row.snoozed_until),
      topic: row.topic,
      sentiment: row.sentiment,
      handledBy: row.handled_by,
      attributes: row.attributes,
      deny: row.deny,
      preview: said && previewOf(said),
      lastMessage: said,
    }),
  };
}

const previewChars = 200;

/** Its words, or what its files are called. */
export const previewOf = ({body, attachments}: Pick<NonNullable<Conversation['lastMessage']>, 'body' | 'attachments'>): string =>
  (plainText(body) || attachments.map(({name}) => name).join(', ')).slice(0, previewChars);

export function conversationOf(shared: Shared, seen: SeenRow): Conversation {
  return {
    ...shared,
    // Goes up with the record and with this agent's mark: what is told later is never smaller.
    rev: shared.rev + seen.read_rev,
    unread: seen.unread,
    ...(seen.read_up_to !== null && {readUpTo: seen.read_up_to}),
  };
}

/** Those of these conversations that the agent may see, in the order asked for. */
export async function conversationsFor(db: Queries, account: string, agent: string, ids: readonly string[]): Promise<Conversation[]> {
  if (ids.length === 0) return [];
  const [shared, seen] = await Promise.all([conversationRows(db, account, ids), seenBy(db, account, ids, [agent])]);
  const marks = new Map(seen.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const record = shared.get(id);
    const mark = marks.get(id);
    return record && mark ? conversationOf(record, mark) : [];
  });
}

/** @throws {AdapterError} `not-found`, also for one this agent may not see: that it exists is told to nobody else. */
export async function conversationFor(db: Queries, account: string, agent: string, id: string): Promise<Conversation> {
  const [found] = await conversationsFor(db, account, agent, [id]);
  if (!found) throw notFound('conversation');
  return found;
}

/** @throws {AdapterError} `not-found` unless this agent may see it. */
export async function assertVisible(db: Queries, account: string, agent: string, id: string): Promise<void> {
  const rows = await db.query(`select 1 from conversation c where c.account = $1 and c.id = $3 and ${sees('c', '$2')}`, [account, agent, id]);
  if (rows.length === 0) throw notFound('conversation');
}
