import type {LoopEvent} from '../../../src/contract/index.js';
import type {Queries} from '../ports/database.js';
import {isVisible, notificationColumns, type NotificationRow} from '../read/attention.js';
import {contactColumns, type ContactRow} from '../read/contacts.js';
import {conversationColumns, seenColumns, type ConversationRow, type SeenRow} from '../read/conversations.js';
import {messageColumns, type MessageRow} from '../read/messages.js';
import {sees} from '../read/rights.js';
import {project, type Reading} from './project.js';

/** What is asked for of one account: what happened after this number, as these agents may see it. */
export interface Asked {
  readonly account: string;
  readonly after: number;
  readonly agents: readonly string[];
}

/** One line of the log. */
export interface EventRow {
  readonly seq: number;
  readonly kind: 'message' | 'conversation' | 'touched' | 'notification' | 'contact' | 'plain';
  readonly conversation: string | null;
  readonly ref: string | null;
  readonly agent: string | null;
  readonly data: LoopEvent | null;
  readonly ends: boolean;
  readonly message: MessageRow | null;
}

type Of<T> = T & {readonly account: string};

/** What happened, and the records it names, all of one moment; null: none. */
interface Found {
  readonly events: readonly Of<EventRow>[] | null;
  readonly conversations: readonly Of<ConversationRow>[] | null;
  readonly seen: readonly Of<SeenRow>[] | null;
  readonly notifications: readonly (Of<NotificationRow> & {readonly agent: string})[] | null;
  readonly unread: readonly Of<{readonly agent: string; readonly count: number}>[] | null;
  readonly contacts: readonly Of<ContactRow>[] | null;
}

// Each record is looked up by its key for each line that names it (`lateral … offset 0`): however large the tables, a plan by hash or scan is never better.
const sql = `select
  (select json_agg(x) from (
    select h.*, case when h.kind = 'message' then (
      select row_to_json(y) from (select ${messageColumns('m')} from message m where m.account = h.account and m.id = h.ref) y) end as message
    from happened h order by h.account, h.seq) x) as events,
  (select json_agg(x) from (
    select h.account, y.* from (select distinct account, ref from happened where kind = 'conversation') h cross join lateral (
      select ${conversationColumns} from conversation c join contact k on k.account = c.account and k.id = c.contact
      where c.account = h.account and c.id = h.ref offset 0) y) x) as conversations,
  (select json_agg(x) from (
    select h.account, y.* from (select distinct account, conversation from happened where conversation is not null) h
    join who on who.account = h.account cross join lateral (
      select ${seenColumns} from conversation c
      left join read_mark r on r.account = c.account and r.conversation = c.id and r.agent = who.agent
      where c.account = h.account and c.id = h.conversation and ${sees('c', 'who.agent', 'h.account')} offset 0) y) x) as seen,
  (select json_agg(x) from (
    select h.account, y.* from (select distinct account, agent, ref from happened where kind = 'notification') h cross join lateral (
      select ${notificationColumns}, n.agent from notification n
      where n.account = h.account and n.agent = h.agent and n.id = h.ref and ${isVisible} offset 0) y) x) as notifications,
  (select json_agg(x) from (
    select h.account, h.agent, (select count(*) from notification n where n.account = h.account and n.agent = h.agent and n.read_at is null) as count
    from (select distinct account, agent from happened where kind = 'notification') h) x) as unread,
  (select json_agg(x) from (
    select h.account, y.* from (select distinct account, ref from happened where kind = 'contact') h cross join lateral (
      select ${contactColumns} from contact where account = h.account and id = h.ref offset 0) y) x) as contacts
from (select 1) one`;

const statement = `with wanted as (select * from unnest($1::text[], $2::bigint[]) as w (account, after)),
  who as (select p.account, p.agent from unnest($3::text[], $4::text[]) as p (account, agent)
    join agent a on a.account = p.account and a.id = p.agent and a.active),
  happened as materialized (select e.* from wanted w cross join lateral (
    select e.account, e.seq, e.kind, e.conversation, e.ref, e.agent, e.data, e.ends from event e
    where e.account = w.account and e.seq > w.after order by e.seq limit $5) e)
${sql}`;

/** What happened in these accounts, up to so many lines of each, by one statement. In the order asked. */
export async function readEvents(db: Queries, asked: readonly Asked[], limit: number): Promise<readonly Reading[]> {
  const people = asked.flatMap(({account, agents}) => agents.map((agent) => ({account, agent})));
  const [found] = await db.query<Found>(statement, [
    asked.map(({account}) => account),
    asked.map(({after}) => after),
    people.map(({account}) => account),
    people.map(({agent}) => agent),
    limit,
  ]);
  return asked.map(({account, after}) => {
    const of = <T>(rows: readonly Of<T>[] | null | undefined): readonly Of<T>[] => (asked.length === 1 ? (rows ?? []) : (rows ?? []).filter((row) => row.account === account));
    return project(
      {
        events: of(found?.events),
        conversations: of(found?.conversations),
        seen: of(found?.seen),
        notifications: of(found?.notifications),
        unread: of(found?.unread),
        contacts: of(found?.contacts),
      },
      after,
      limit,
    );
  });
}

/**
 * Reads for all accounts of a node that have something new, one statement at a time: what is asked for meanwhile is asked for together. The more
 * there is to do, the less of it each account costs.
 */
export class EventReader {
  #waiting: {readonly asked: Asked; readonly resolve: (reading: Reading) => void; readonly reject: (error: unknown) => void}[] = [];
  #busy = false;

  constructor(
    private readonly db: Queries,
    private readonly limit: number,
  ) {}

  /** An account waits for its own reading before it asks again. */
  read(asked: Asked): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({asked, resolve, reject});
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const all = this.#waiting.splice(0, mostAtOnce);
      try {
        const readings = await readEvents(this.db, all.map(({asked}) => asked), this.limit);
        all.forEach(({resolve}, index) => resolve(readings[index] as Reading));
      } catch (error) {
        for (const {reject} of all) reject(error);
      }
    }
    this.#busy = false;
  }
}

const mostAtOnce = 100;
