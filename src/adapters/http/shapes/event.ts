import {array, boolean, literal, optional, picklist, union} from 'valibot';
import type {LoopEvent, LoopEventType} from '../../../contract/index.js';
import {conversation} from './conversation.js';
import {counts, escalation, notification, ticket} from './desk.js';
import {message, writtenKind} from './message.js';
import {agent, author, availability, contact, doing} from './people.js';
import {count, id, record, type Shape} from './values.js';

type EventOf<T extends LoopEventType> = Extract<LoopEvent, {readonly type: T}>;
type Person = EventOf<'presence'>['people'][number];
type Scope = EventOf<'reset'>['scope'];

/** Every event of the contract by its type. */
export const eventShapes: {readonly [T in LoopEventType]: Shape<EventOf<T>>} = {
  'message.upserted': record<EventOf<'message.upserted'>>({type: literal('message.upserted'), message}),
  'message.removed': record<EventOf<'message.removed'>>({type: literal('message.removed'), conversationId: id, messageId: id}),
  'conversation.upserted': record<EventOf<'conversation.upserted'>>({type: literal('conversation.upserted'), conversation}),
  'conversation.touched': record<EventOf<'conversation.touched'>>({type: literal('conversation.touched'), id}),
  'conversation.removed': record<EventOf<'conversation.removed'>>({type: literal('conversation.removed'), id}),
  'contact.upserted': record<EventOf<'contact.upserted'>>({type: literal('contact.upserted'), contact}),
  'notification.upserted': record<EventOf<'notification.upserted'>>({
    type: literal('notification.upserted'),
    notification,
    unread: optional(count),
  }),
  'notification.removed': record<EventOf<'notification.removed'>>({
    type: literal('notification.removed'),
    ids: array(id),
    unread: optional(count),
  }),
  'escalation.upserted': record<EventOf<'escalation.upserted'>>({type: literal('escalation.upserted'), escalation}),
  'escalation.removed': record<EventOf<'escalation.removed'>>({type: literal('escalation.removed'), id, conversationId: id}),
  'counts.changed': record<EventOf<'counts.changed'>>({type: literal('counts.changed'), counts: optional(counts)}),
  'ticket.upserted': record<EventOf<'ticket.upserted'>>({type: literal('ticket.upserted'), ticket}),
  'views.changed': record<EventOf<'views.changed'>>({type: literal('views.changed')}),
  typing: record<EventOf<'typing'>>({
    type: literal('typing'),
    conversationId: id,
    author,
    kind: writtenKind,
    on: boolean(),
    ttlMs: count,
  }),
  presence: record<EventOf<'presence'>>({
    type: literal('presence'),
    conversationId: id,
    people: array(record<Person>({agent, doing, ttlMs: count})),
  }),
  availability: record<EventOf<'availability'>>({type: literal('availability'), agentId: id, availability}),
  reset: record<EventOf<'reset'>>({
    type: literal('reset'),
    reason: picklist(['cursor-expired', 'gap', 'server-restart', 'permissions']),
    scope: union([literal('all'), record<Exclude<Scope, 'all'>>({conversationIds: array(id)})]),
  }),
};

export const isEventType = (type: string): type is LoopEventType => Object.hasOwn(eventShapes, type);

/** True for what is over in a moment: it is in no order, and nobody tells it again. */
export const isPassing = (type: string | undefined): boolean => type === 'typing' || type === 'presence' || type === 'availability';

/** True for what belongs to no transaction, so that it is told at once: what is over in a moment, and that counts have to be read again. */
export const standsAlone = (type: string | undefined): boolean => isPassing(type) || type === 'counts.changed';

export const phase = picklist(['live', 'catching-up']);
