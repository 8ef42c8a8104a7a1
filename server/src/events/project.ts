import type {LoopEvent} from '../../../src/contract/index.js';
import {notificationOf, type NotificationRow} from '../read/attention.js';
import {contactOf, type ContactRow} from '../read/contacts.js';
import {conversationOf, sharedOf, type ConversationRow, type SeenRow} from '../read/conversations.js';
import {messageOf} from '../read/messages.js';
import type {EventRow} from './read.js';

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

/** What was found of one account. */
export interface Happened {
  readonly events: readonly EventRow[];
  readonly conversations: readonly ConversationRow[];
  readonly seen: readonly SeenRow[];
  readonly notifications: readonly (NotificationRow & {readonly agent: string})[];
  readonly unread: readonly {readonly agent: string; readonly count: number}[];
  readonly contacts: readonly ContactRow[];
}

/**
 * What happened, as each agent may be told. The log names records; they are read with the rights of each agent, and a record named several
 * times is told once, as it is.
 */
export function project({events: rows, conversations, seen, notifications, unread, contacts}: Happened, after: number, limit: number): Reading {
  if (rows.length === 0) return {told: [], last: after, isFull: false};
  const shared = new Map(conversations.map((row) => [row.id, sharedOf(row)]));
  const notificationOfAgent = new Map(notifications.map((row) => [`${row.id}\n${row.agent}`, notificationOf(row)]));
  const unreadOf = new Map(unread.map(({agent, count}) => [agent, count]));
  const marks = new Map(seen.map((row) => [`${row.id}\n${row.agent}`, row]));
  const contactById = new Map(contacts.map((row) => [row.id, contactOf(row)]));
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
        const notification = notificationOfAgent.get(`${ref}\n${only}`);
        return same(notification && {type: 'notification.upserted', notification, unread: unreadOf.get(only ?? '') ?? 0});
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
