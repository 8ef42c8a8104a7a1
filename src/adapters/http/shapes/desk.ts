import {array, boolean, fallback, nullable, optional, picklist, record as anyRecord, strictObject, unknown} from 'valibot';
import type {
  CannedReply,
  ConversationFilter,
  ConversationSort,
  Counts,
  Escalation,
  Id,
  Macro,
  Notification,
  Preferences,
  Profile,
  SearchHit,
  SendResult,
  Ticket,
  TicketField,
  TicketForm,
  UploadRef,
  ViewDef,
} from '../../../contract/index.js';
import {listOf, stateChange, topic} from './conversation.js';
import {body, message, priority} from './message.js';
import {attribute, author, availability, team, versioned} from './people.js';
import {count, fields, id, known, record, text, time, type Shape} from './values.js';

export const counts = record<Counts>({
  views: anyRecord(text, nullable(count)),
  mine: optional(nullable(count)),
  unassigned: optional(nullable(count)),
  unread: optional(nullable(count)),
});

export const searchHit = record<SearchHit>({
  scope: picklist(['conversation', 'message', 'contact']),
  conversationId: optional(id),
  messageId: optional(id),
  contactId: optional(id),
  title: text,
  excerpt: optional(text),
  at: optional(time),
});

const notificationKinds = ['assigned', 'mention', 'new-message', 'new-conversation', 'escalation', 'ticket', 'sla', 'other'] as const;

export const notification = record<Notification>({
  ...versioned,
  // A kind of a newer server still has a title that can be read.
  kind: fallback(picklist(notificationKinds), 'other'),
  conversationId: optional(id),
  messageId: optional(id),
  ticketId: optional(id),
  actor: optional(author),
  title: text,
  body: optional(text),
  readAt: optional(nullable(time)),
  createdAt: time,
});

export const escalation = record<Escalation>({
  ...versioned,
  conversationId: id,
  reason: optional(text),
  raisedAt: time,
  by: optional(author),
  team: optional(team),
});

export const ticket = record<Ticket>({
  ...versioned,
  number: optional(text),
  title: text,
  status: text,
  open: boolean(),
  url: optional(text),
  conversationId: optional(id),
  clientId: optional(text),
  createdAt: optional(time),
});

const ticketField = record<TicketField>({
  key: id,
  label: text,
  kind: picklist(['text', 'longtext', 'number', 'date', 'checkbox', 'select', 'tags', 'priority', 'contact']),
  required: optional(boolean()),
  help: optional(text),
  maxLength: optional(count),
  value: optional(unknown()),
  options: optional(array(record<{readonly value: string; readonly label: string}>({value: text, label: text}))),
});

export const ticketForm = record<TicketForm>({fields: array(ticketField)});

export const sorts = [
  'activity-desc',
  'activity-asc',
  'created-desc',
  'created-asc',
  'waiting-asc',
  'priority-desc',
] as const satisfies readonly ConversationSort[];

export const filters: {readonly [K in keyof ConversationFilter]-?: Shape<ConversationFilter[K]>} = {
  assignee: optional(text),
  team: optional(id),
  tags: optional(array(id)),
  channel: optional(text),
  inbox: optional(id),
  contact: optional(id),
  unread: optional(boolean()),
  priority: optional(priority),
  topic: optional(topic),
  escalated: optional(boolean()),
  updatedSince: optional(time),
};

export const view = record<ViewDef>({
  id,
  role: picklist(['active', 'archived', 'automated', 'saved']),
  label: optional(text),
  // With half a filter the inbox would put conversations where they don't belong; without one it asks the server.
  filter: fallback(optional(strictObject(fields(filters))), undefined),
  sort: fallback(optional(picklist(sorts)), undefined),
});

export const canned = record<CannedReply>({id, shortcut: text, body});
export const macro = record<Macro>({id, name: text, description: optional(text)});

const preferences = record<Preferences>({
  notify: optional(
    record<NonNullable<Preferences['notify']>>({
      inApp: boolean(),
      sound: boolean(),
      desktop: boolean(),
      kinds: optional(known(notificationKinds)),
    }),
  ),
  language: optional(text),
  theme: optional(picklist(['light', 'dark', 'auto'])),
  enterSends: optional(boolean()),
});

export const profile = record<Profile>({
  name: text,
  displayName: optional(text),
  email: optional(text),
  signature: optional(text),
  avatarUrl: optional(text),
  availability: optional(availability),
  preferences: optional(preferences),
  settings: optional(array(attribute)),
});

export const uploadRef = record<UploadRef>({ref: id, name: text, mime: text, bytes: count, expiresAt: optional(time)});

export const sendResult = record<SendResult>({message, state: optional(stateChange)});

interface BulkItem {
  readonly id: Id;
  readonly ok: boolean;
  readonly problem?: unknown;
}

export const bulkAnswer: Shape<{readonly items: readonly BulkItem[]}> = listOf(
  record<BulkItem>({id, ok: boolean(), problem: optional(unknown())}),
);
