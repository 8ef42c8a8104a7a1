import {array, boolean, nullable, optional, picklist, pipe, record as anyRecord, transform} from 'valibot';
import type {Action, Channel, Conversation, Page, StateChange} from '../../../contract/index.js';
import {message, priority, state, tag} from './message.js';
import {agent, attribute, contact, sentiment, team, versioned} from './people.js';
import {count, id, record, text, time, type Shape} from './values.js';

export const topic = picklist(['question', 'comment', 'feedback']);

const actions = {
  reply: true,
  note: true,
  archive: true,
  reopen: true,
  snooze: true,
  assign: true,
  priority: true,
  tag: true,
  escalate: true,
  ticket: true,
  'hand-off': true,
  attach: true,
  macro: true,
  'edit-message': true,
  'delete-message': true,
  'edit-contact': true,
} as const satisfies Record<Action, true>;

export const isAction = (word: string): word is Action => Object.hasOwn(actions, word);

/** Actions of a newer server have no control here that could be denied. */
const deny: Shape<Conversation['deny']> = pipe(
  anyRecord(text, text),
  transform((sentences) => Object.fromEntries(Object.entries(sentences).filter(([action]) => isAction(action)))),
);

const channel = record<Channel>({kind: id, name: optional(text), inboxId: optional(id), address: optional(text)});

export const conversation = record<Conversation>({
  ...versioned,
  number: optional(text),
  subject: optional(text),
  state,
  snoozedUntil: optional(time),
  channel,
  contact,
  assignee: optional(nullable(agent)),
  team: optional(nullable(team)),
  priority: optional(nullable(priority)),
  tags: array(tag),
  topic: optional(topic),
  unread: nullable(count),
  readUpTo: optional(id),
  preview: optional(text),
  lastMessage: optional(message),
  createdAt: time,
  activityAt: time,
  waitingSince: optional(nullable(time)),
  sentiment: optional(sentiment),
  escalated: optional(boolean()),
  handledBy: optional(picklist(['agent', 'bot'])),
  attributes: optional(array(attribute)),
  deny: optional(deny),
  url: optional(text),
});

export const stateChange = record<StateChange>({
  conversation,
  removed: optional(
    record<NonNullable<StateChange['removed']>>({notifications: optional(array(id)), escalations: optional(array(id))}),
  ),
  undo: optional(text),
});

/** The fields of one page beside its items. */
export const paging = {next: optional(text), prev: optional(text), total: optional(nullable(count))};

export const pageOf = <T>(item: Shape<T>): Shape<Page<T>> => record<Page<T>>({items: array(item), ...paging});

/** A list that has no pages. */
export const listOf = <T>(item: Shape<T>): Shape<{readonly items: readonly T[]}> =>
  record<{readonly items: readonly T[]}>({items: array(item)});
