import {array, boolean, check, lazy, literal, nullable, optional, picklist, pipe, transform} from 'valibot';
import type {Activity, Address, Attachment, MailHeaders, Message, MessageBody, Tag} from '../../../contract/index.js';
import {agentOrTeam, author, sentiment, versioned} from './people.js';
import {amount, count, id, record, text, time, typeOf, type Shape} from './values.js';

export const state = picklist(['active', 'archived', 'automated', 'snoozed']);
export const priority = picklist(['low', 'medium', 'high', 'urgent']);
export const writtenKind = picklist(['reply', 'note']);
export const bodyFormat = picklist(['text', 'markdown', 'html']);

export const tag = record<Tag>({id, name: text, color: optional(text)});

const attachment = record<Attachment>({
  id,
  name: text,
  mime: text,
  bytes: optional(count),
  url: optional(text),
  thumbUrl: optional(text),
  width: optional(amount),
  height: optional(amount),
  contentId: optional(text),
  inline: optional(boolean()),
});

const address = record<Address>({address: text, name: optional(text)});

const mail = record<MailHeaders>({
  from: optional(address),
  to: optional(array(address)),
  cc: optional(array(address)),
  bcc: optional(array(address)),
  subject: optional(text),
});

type Told<T> = {readonly type: T; readonly reason?: string};
type ActivityOf<T extends Activity['type']> = Extract<Activity, {readonly type: T}>;

const activities: {readonly [T in Activity['type']]: Shape<Activity>} = {
  state: record<ActivityOf<'state'>>({type: literal('state'), from: optional(state), to: state}),
  assigned: record<ActivityOf<'assigned'>>({type: literal('assigned'), to: nullable(agentOrTeam)}),
  tagged: record<ActivityOf<'tagged'>>({type: literal('tagged'), added: optional(array(tag)), removed: optional(array(tag))}),
  priority: record<ActivityOf<'priority'>>({type: literal('priority'), to: nullable(priority)}),
  ticket: record<ActivityOf<'ticket'>>({type: literal('ticket'), ticketId: id, number: optional(text)}),
  escalated: record<Told<'escalated'>>({type: literal('escalated'), reason: optional(text)}),
  'escalation-cleared': record<Told<'escalation-cleared'>>({type: literal('escalation-cleared'), reason: optional(text)}),
  handed: record<ActivityOf<'handed'>>({type: literal('handed'), to: picklist(['agent', 'bot'])}),
  other: record<ActivityOf<'other'>>({type: literal('other')}),
};

/** An activity that this version does not know is told by its body, as `other`. */
const unknownActivity: Shape<Activity> = pipe(
  record<{readonly type: string}>({type: id}),
  transform((): Activity => ({type: 'other'})),
);

const activity = lazy((value): Shape<Activity> => {
  const type = typeOf(value);
  return type !== undefined && Object.hasOwn(activities, type) ? activities[type as Activity['type']] : unknownActivity;
});

export const body = record<MessageBody>({format: bodyFormat, value: text});

export const message: Shape<Message> = pipe(
  record<Message>({
    ...versioned,
    conversationId: id,
    clientId: optional(id),
    kind: picklist(['incoming', 'reply', 'note', 'activity']),
    order: id,
    author,
    body: record<Message['body']>({format: bodyFormat, value: text, quoted: optional(text)}),
    attachments: array(attachment),
    createdAt: time,
    editedAt: optional(time),
    deleted: optional(boolean()),
    mail: optional(mail),
    mentions: optional(array(id)),
    activity: optional(activity),
    delivery: optional(picklist(['sent', 'delivered', 'read', 'failed'])),
    deliveryError: optional(text),
    replyTo: optional(id),
    sentiment: optional(sentiment),
  }),
  check(({kind, activity: told}) => kind !== 'activity' || told !== undefined, 'an activity'),
);
