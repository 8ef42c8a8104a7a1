import type {Conversation, ConversationFilter, ConversationSort, Counts, Cursor, Page} from '../../../src/contract/index.js';
import {notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import {conversationsFor, noPriority, priorities} from './conversations.js';
import {cursorAt, cut, pageSize, readCursor} from './paging.js';
import {sees} from './rights.js';

/**
 * How many fit. What everybody sees and what few see are counted apart, since an index answers the first by itself.
 *
 * @param where conditions, but for that of rights.
 */
const countSql = (where: readonly string[]): string => `--
  select $2 as agent, (select count(*) from conversation c where ${where.join(' and ')} and c.visible_to is null)
    + (select count(*) from conversation c where ${where.join(' and ')} and c.visible_to && (select loop_principals($1, $2))) as total`;

/** The same of a whole view: what everybody sees has been counted while it was written (migration 0002). */
const wholeSql = (view: FixedView): string => `--
  select (select coalesce(sum(n), 0)::bigint from view_total where account = $1 and view = '${view}')
    + (select count(*) from conversation c where c.account = $1 and c.view = '${view}' and c.visible_to && (select loop_principals($1, $2))) as total`;

type FixedView = 'active' | 'archived' | 'automated';

const isFixed = (id: string): id is FixedView => id === 'active' || id === 'archived' || id === 'automated';

interface SortRule {
  /** Expressions, each ascending; every one of them is a number. The id makes the order whole. */
  readonly keys: readonly string[];
}

const waiting = 'coalesce(c.waiting_since, 9007199254740991)';

const rules = {
  'activity-desc': {keys: ['(-c.activity_at)']},
  'activity-asc': {keys: ['c.activity_at']},
  'created-desc': {keys: ['(-c.created_at)']},
  'created-asc': {keys: ['c.created_at']},
  // Those who wait, longest first; then the others, newest first.
  'waiting-asc': {keys: [waiting, '(-c.activity_at)']},
  'priority-desc': {keys: ['c.priority', '(-c.activity_at)']},
} as const satisfies Record<ConversationSort, SortRule>;

export const sorts = Object.keys(rules) as ConversationSort[];

/** Collects the values of a statement and hands out their placeholders. */
class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

type Condition<K extends keyof ConversationFilter> = (wanted: NonNullable<ConversationFilter[K]>, values: Values) => string;

const hasUnread = 'c.last_incoming_ord > coalesce((select r.ord from read_mark r where r.account = c.account and r.conversation = c.id and r.agent = $2), c.read_floor)';

const conditions: {readonly [K in keyof Required<ConversationFilter>]: Condition<K>} = {
  assignee: (wanted, values) =>
    wanted === 'none' ? 'c.assignee is null' : wanted === 'me' ? 'c.assignee = $2' : `c.assignee = ${values.add(wanted)}`,
  team: (wanted, values) => `c.team = ${values.add(wanted)}`,
  tags: (wanted, values) => `c.tags @> ${values.add(wanted)}::text[]`,
  channel: (wanted, values) => `c.channel_kind = ${values.add(wanted)}`,
  inbox: (wanted, values) => `c.inbox = ${values.add(wanted)}`,
  contact: (wanted, values) => `c.contact = ${values.add(wanted)}`,
  unread: (wanted) => (wanted ? hasUnread : `not (${hasUnread})`),
  priority: (wanted, values) => `c.priority = ${values.add(priorities.indexOf(wanted))}`,
  topic: (wanted, values) => `c.topic = ${values.add(wanted)}`,
  escalated: (wanted) => (wanted ? 'c.escalations > 0' : 'c.escalations = 0'),
  updatedSince: (wanted, values) => `c.activity_at >= ${values.add(Date.parse(wanted))}`,
};

export const filterKeys = Object.keys(conditions) as (keyof ConversationFilter)[];

const filterSql = (filter: ConversationFilter, values: Values): string[] =>
  filterKeys.flatMap((key) => {
    const wanted = filter[key];
    return wanted === undefined ? [] : (conditions[key] as Condition<typeof key>)(wanted, values);
  });

export interface ListQuery {
  readonly view: string;
  readonly filter: ConversationFilter;
  readonly sort?: ConversationSort;
  readonly cursor?: Cursor;
  readonly limit?: number;
}

/** Where a view takes its rows from: a condition, and what a saved one narrows and sorts by. */
async function viewOf(db: Queries, account: string, id: string): Promise<{where: string; filter: ConversationFilter; sort?: ConversationSort}> {
  if (isFixed(id)) return {where: `c.view = '${id}'`, filter: {}};
  const [saved] = await db.query<{filter: ConversationFilter; sort: ConversationSort | null}>(
    'select filter, sort from saved_view where account = $1 and id = $2',
    [account, id],
  );
  if (!saved) throw notFound('view');
  return {where: savedWhere, filter: saved.filter, sort: saved.sort ?? undefined};
}

const savedWhere = `c.view in ('active', 'automated')`;

/** One page of a list of conversations that this agent may see. */
export async function listPage(db: Queries, account: string, agent: string, query: ListQuery): Promise<Page<Conversation>> {
  const view = await viewOf(db, account, query.view);
  const sort = query.sort ?? view.sort ?? 'activity-desc';
  const values = new Values();
  values.add(account);
  values.add(agent);
  const narrowing = [...filterSql(view.filter, values), ...filterSql(query.filter, values)];
  const narrowed = ['c.account = $1', view.where, ...narrowing];
  const counted = {sql: isFixed(query.view) && narrowing.length === 0 ? wholeSql(query.view) : countSql(narrowed), values: [...values.all]};
  const where = [...narrowed, sees('c', '$2')];

  const keys = ['c.asleep', ...rules[sort].keys, 'c.id'];
  if (query.cursor !== undefined) {
    const kinds = ['boolean', ...rules[sort].keys.map(() => 'number' as const), 'string'] as const;
    const place = readCursor(query.cursor, sort, kinds);
    where.push(`(${keys.join(', ')}) > (${place.map((key) => values.add(key)).join(', ')})`);
  }
  const count = pageSize(query.limit);
  const page = `--\nselect ${keys.map((key, index) => `${key} as k${index}`).join(', ')}, $2 as agent from conversation c
    where ${where.join(' and ')} order by ${keys.join(', ')} limit ${values.add(count + 1)}`;
  const [rows, total] = await Promise.all([
    db.query<Readonly<Record<`k${number}`, string | number | boolean>>>(page, values.all),
    // Counted once for a list, not again for each of its pages.
    query.cursor === undefined ? db.query<{total: number}>(counted.sql, counted.values) : undefined,
  ]);
  const found = cut(rows, count, (row) => String(row[`k${keys.length - 1}`]), (row) => cursorAt(sort, keys.map((_, index) => row[`k${index}`] ?? 0)));
  const items = await conversationsFor(db, account, agent, found.items);
  return {items, ...(found.next !== undefined && {next: found.next}), ...(total && {total: total[0]?.total ?? 0})};
}

/** All conversations of a contact that the agent may see, newest first. */
export async function contactHistory(
  db: Queries,
  account: string,
  agent: string,
  contact: string,
  {cursor, limit}: {readonly cursor?: Cursor; readonly limit?: number},
): Promise<Page<Conversation>> {
  const [at, id] = cursor === undefined ? [Number.MIN_SAFE_INTEGER, ''] : readCursor(cursor, 'history', ['number', 'string']);
  const count = pageSize(limit);
  const rows = await db.query<{id: string; at: number}>(
    `select c.id, c.activity_at as at from conversation c
     where c.account = $1 and c.contact = $3 and ${sees('c', '$2')} and ((-c.activity_at), c.id) > ($4, $5)
     order by (-c.activity_at), c.id limit $6`,
    [account, agent, contact, at, id, count + 1],
  );
  const found = cut(rows, count, (row) => row.id, (row) => cursorAt('history', [-row.at, row.id]));
  return {...found, items: await conversationsFor(db, account, agent, found.items)};
}

/** How many conversations each view holds for this agent. */
export async function countsFor(db: Queries, account: string, agent: string): Promise<Counts> {
  const archived = db.query<{total: number}>(wholeSql('archived'), [account, agent]);
  const fixed = db.query<{view: string; total: number; mine: number; unassigned: number; unread: number}>(
    `select c.view, count(*) as total, count(*) filter (where c.assignee = $2) as mine,
       count(*) filter (where c.assignee is null) as unassigned,
       count(*) filter (where c.view = 'active' and ${hasUnread}) as unread
     from conversation c where c.account = $1 and c.view in ('active', 'automated') and ${sees('c', '$2')} group by c.view`,
    [account, agent],
  );
  const views = await db.query<{id: string; filter: ConversationFilter}>('select id, filter from saved_view where account = $1', [account]);
  const saved = await Promise.all(
    views.map(async ({id, filter}) => {
      const values = new Values();
      values.add(account);
      values.add(agent);
      const [row] = await db.query<{total: number}>(countSql(['c.account = $1', savedWhere, ...filterSql(filter, values)]), values.all);
      return [id, row?.total ?? 0] as const;
    }),
  );
  const rows = await fixed;
  const of = (view: string) => rows.find((row) => row.view === view);
  const active = of('active');
  return {
    views: {
      active: active?.total ?? 0,
      archived: (await archived)[0]?.total ?? 0,
      automated: of('automated')?.total ?? 0,
      ...Object.fromEntries(saved),
    },
    mine: active?.mine ?? 0,
    unassigned: active?.unassigned ?? 0,
    unread: active?.unread ?? 0,
  };
}

export const priorityNumber = (priority: string | null | undefined): number => {
  const index = (priorities as readonly (string | null | undefined)[]).indexOf(priority);
  return index < 0 ? noPriority : index;
};
