import type {LoopEvent} from '../../../src/contract/index.js';
import {notificationsById, unreadCounts} from '../read/attention.js';
import {contactsById} from '../read/contacts.js';
import {conversationOf, conversationRows, seenBy} from '../read/conversations.js';
import {messageColumns, messageOf, type MessageRow} from '../read/messages.js';
import type {Queries} from '../ports/database.js';

interface EventRow {
  readonly seq: number;
  readonly kind: 'message' | 'conversation' | 'touched' | 'notification' | 'contact' | 'plain';
  readonly conversation: string | null;
  readonly ref: string | null;
  readonly agent: string | null;
  readonly data: LoopEvent | null;
  readonly ends: boolean;
  readonly message: MessageRow | null;
}

/** One happening, as each agent may be told of it. */
export interface Told {
  readonly seq: number;
  /** Number of the last event of its transaction, where that has been read too: only there may a reader go on. */
  readonly end: number | undefined;
  readonly type: LoopEvent['type'];
  /** The event as JSON; undefined: not for this agent. */
  dataFor(agent: string): string | undefined;
}

export interface Reading {
  readonly told: readonly Told[];
  /** How far was read. */
  readonly last: number;
  readonly isFull: boolean;
}

/**
 * What happened after this number, as these agents may see it now. The log names records; they are read with the rights of each agent,
 * and a record named several times is told once, as it is.
 */
export async function readEvents(db: Queries, account: string, after: number, agents: readonly string[], limit: number): Promise<Reading> {
  const rows = await db.query<EventRow>(
    `select e.seq, e.kind, e.conversation, e.ref, e.agent, e.data, e.ends,
       case when e.kind = 'message' then (
         select row_to_json(x) from (select ${messageColumns('m')} from message m where m.account = e.account and m.id = e.ref) x) end as message
     from event e where e.account = $1 and e.seq > $2 order by e.seq limit $3`,
    [account, after, limit],
  );
  if (rows.length === 0) return {told: [], last: after, isFull: false};
  const refs = (...kinds: readonly EventRow['kind'][]) => [...new Set(rows.flatMap(({kind, ref}) => (ref !== null && kinds.includes(kind) ? ref : [])))];
  const conversations = [...new Set(rows.flatMap(({conversation}) => conversation ?? []))];
  const notificationIds = refs('notification');
  const [shared, seen, notifications, unread, contacts] = await Promise.all([
    conversations.length > 0 ? conversationRows(db, account, refs('conversation')) : new Map<string, never>(),
    conversations.length > 0 ? seenBy(db, account, conversations, agents) : [],
    notificationsById(db, account, notificationIds, agents),
    notificationIds.length > 0 ? unreadCounts(db, account, agents) : new Map<string, number>(),
    contactsById(db, account, refs('contact')),
  ]);
  const marks = new Map(seen.map((row) => [`${row.id}\n${row.agent}`, row]));
  const contactById = new Map(contacts.map((contact) => [contact.id, contact]));
  const known = new Set<string>();
  const told: Told[] = [];
  rows.forEach((row, index) => {
    const {seq, kind, ref, agent: only, conversation} = row;
    const key = `${kind}\n${ref}\n${only ?? ''}`;
    if (kind !== 'plain' && known.has(key)) return;
    known.add(key);
    const end = rows.find((other, at) => at >= index && other.ends)?.seq;
    const markOf = (agent: string) => (conversation === null ? undefined : marks.get(`${conversation}\n${agent}`));
    /** The same words for everybody who may hear them. */
    const same = (event: LoopEvent | undefined | null): void => {
      if (!event) return;
      const json = once(() => JSON.stringify(event));
      const dataFor = (agent: string) => ((only !== null && only !== agent) || (conversation !== null && !markOf(agent)) ? undefined : json());
      told.push({seq, end, type: event.type, dataFor});
    };
    switch (kind) {
      case 'message': {
        return same(row.message && {type: 'message.upserted', message: messageOf(row.message)});
      }
      case 'conversation': {
        const record = shared.get(ref ?? '');
        if (!record) return;
        const made = new Map<string, string>();
        const dataFor = (agent: string) => {
          const mark = markOf(agent);
          if (!mark || (only !== null && only !== agent)) return undefined;
          // Colleagues who have read the same are told the same.
          const alike = `${mark.read_rev} ${mark.unread} ${mark.read_up_to ?? ''}`;
          const json = made.get(alike) ?? JSON.stringify({type: 'conversation.upserted', conversation: conversationOf(record, mark)});
          made.set(alike, json);
          return json;
        };
        told.push({seq, end, type: 'conversation.upserted', dataFor});
        return;
      }
      case 'touched':
        return same({type: 'conversation.touched', id: ref ?? ''});
      case 'contact': {
        const contact = contactById.get(ref ?? '');
        return same(contact && {type: 'contact.upserted', contact});
      }
      case 'notification': {
        const found = notifications.get(ref ?? '');
        if (found?.agent !== only) return;
        return same({type: 'notification.upserted', notification: found.notification, unread: unread.get(found.agent) ?? 0});
      }
      case 'plain':
        return same(row.data);
    }
  });
  return {told, last: rows.at(-1)?.seq ?? after, isFull: rows.length === limit};
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

export interface Line {
  readonly type: LoopEvent['type'];
  readonly data: string;
  /** Only on the last event of a transaction that this agent is told. */
  readonly id: number | undefined;
}

export function linesFor(told: readonly Told[], agent: string, after: number): Line[] {
  const mine = told.flatMap((one) => {
    const data = one.seq > after ? one.dataFor(agent) : undefined;
    return data === undefined ? [] : {...one, data};
  });
  return mine.map(({type, data, end}, index) => ({type, data, id: mine[index + 1]?.end === end ? undefined : end}));
}
