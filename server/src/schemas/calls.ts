import {z} from '@hono/zod-openapi';
import type * as contract from '../../../src/contract/index.js';
import {maxLimit} from '../read/paging.js';
import {
  agent,
  contact,
  conversation,
  conversationState,
  escalation,
  id,
  list,
  message,
  messageBody,
  newMail,
  notification,
  priority,
  ticketField,
  time,
  topic,
  writtenKind,
} from './model.js';

export const words = z.string().max(1_000);
export const cursor = z.string().min(1).max(2_000);
export const limit = z.coerce.number().int().min(1).transform((value) => Math.min(value, maxLimit)).openapi({type: 'integer', minimum: 1, maximum: maxLimit});
/** In an address every value is text. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true').openapi({type: 'boolean'});
export const many = <T extends z.ZodType<unknown, string>>(of: T) =>
  z.union([z.array(of), of.transform((one) => [one])]).openapi({type: 'array', items: {type: 'string'}, description: 'May be repeated.'});

export const clientId = z.string().min(1).max(200);

export const page = <T extends z.ZodType>(of: T) =>
  z.object({items: list(of), next: z.string().optional(), prev: z.string().optional(), total: z.number().int().nullish()});
export const items = <T extends z.ZodType>(of: T) => z.object({items: list(of)});

export const sort = z.enum(['activity-desc', 'activity-asc', 'created-desc', 'created-asc', 'waiting-asc', 'priority-desc']);

export const filterInAddress = {
  assignee: id.optional(),
  team: id.optional(),
  tag: many(id).optional(),
  channel: id.optional(),
  inbox: id.optional(),
  contact: id.optional(),
  unread: flag.optional(),
  priority: priority.optional(),
  topic: topic.optional(),
  escalated: flag.optional(),
  updatedSince: time.optional(),
};

export const filter = z
  .object({
    assignee: id.optional(),
    team: id.optional(),
    tags: list(id).optional(),
    channel: id.optional(),
    inbox: id.optional(),
    contact: id.optional(),
    unread: z.boolean().optional(),
    priority: priority.optional(),
    topic: topic.optional(),
    escalated: z.boolean().optional(),
    updatedSince: time.optional(),
  })
  .openapi('ConversationFilter');

export const view = z
  .object({
    id,
    role: z.enum(['active', 'archived', 'automated', 'saved']),
    label: z.string().optional(),
    filter: filter.optional(),
    sort: sort.optional(),
  })
  .openapi('View');

export const counts = z
  .object({
    views: z.record(z.string(), z.number().nullable()),
    mine: z.number().nullish(),
    unassigned: z.number().nullish(),
    unread: z.number().nullish(),
  })
  .openapi('Counts');

export const scope = z.enum(['conversation', 'message', 'contact']);

export const searchHit = z
  .object({
    scope,
    conversationId: id.optional(),
    messageId: id.optional(),
    contactId: id.optional(),
    title: z.string(),
    excerpt: z.string().optional(),
    at: time.optional(),
  })
  .openapi('SearchHit');

export const uploadRef = z
  .object({ref: id, name: z.string().max(500), mime: z.string().max(200), bytes: z.number().int().min(0), expiresAt: time.optional()})
  .openapi('UploadRef');

export const newMessage = z
  .object({
    conversationId: id.optional(),
    clientId: clientId.optional(),
    kind: writtenKind,
    body: messageBody,
    attachments: list(uploadRef).optional(),
    replyTo: id.optional(),
    mail: newMail.optional(),
    mentions: z.array(id).max(100).readonly().optional(),
    thenState: conversationState.optional(),
    lastSeen: id.optional(),
  })
  .openapi('NewMessage');

export const stateChange = z
  .object({
    conversation,
    removed: z.object({notifications: list(id).optional(), escalations: list(id).optional()}).optional(),
    undo: z.string().optional(),
  })
  .openapi('StateChange');

export const sendResult = z.object({message, state: stateChange.optional()}).openapi('SendResult');

export const change = z
  .object({
    // Any text: a state that is not offered is answered as such.
    state: z.string().max(40).optional(),
    until: z.union([time, z.literal('next-message')]).optional(),
    undo: z.string().max(200).optional(),
    tags: z.object({add: list(id).optional(), remove: list(id).optional()}).optional(),
    assign: z.object({agentId: id.nullish(), teamId: id.nullish()}).optional(),
    priority: priority.nullish(),
  })
  .openapi('ConversationChange');

export const newTicket = z
  .object({
    clientId: clientId.optional(),
    conversationId: id.optional(),
    contact: z.union([z.object({id}), z.object({email: z.string().max(320), name: words.optional()})]).optional(),
    title: z.string().max(1_000),
    description: z.string().max(100_000).optional(),
    fields: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('NewTicket');

export const ticketForm = z.object({fields: list(ticketField)}).openapi('TicketForm');

export const session = z
  .object({
    me: agent,
    identity: z.string(),
    capabilities: z.custom<contract.Capabilities>().openapi({type: 'object', description: '`Capabilities` of the contract'}),
    features: list(z.string()),
    profileEditable: list(z.string()).optional(),
    optional: list(z.string()).optional(),
    cursor: z.string(),
    serverNow: time,
  })
  .openapi('Session');

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum([
      'auth', 'forbidden', 'not-found', 'validation', 'conflict', 'rate-limited', 'network', 'unavailable', 'unsupported', 'protocol',
    ]),
    detail: z.string().optional(),
    requestId: z.string(),
    applied: z.enum(['no', 'maybe']).optional(),
    reason: z.string().optional(),
    action: z.string().optional(),
    feature: z.string().optional(),
    what: z.string().optional(),
    issues: list(z.object({path: z.string(), message: z.string(), rule: z.string().optional()})).optional(),
    retryAfterMs: z.number().optional(),
    current: z.union([conversation, contact, message]).optional(),
  })
  .openapi('Problem');

export const eventLog = z
  .object({
    items: list(z.custom<contract.LoopEvent>().openapi({type: 'object', description: '`LoopEvent` of the contract'})),
    cursor: z.string(),
    phase: z.enum(['live', 'catching-up']),
  })
  .openapi('EventLog');

export const notificationPage = page(notification).extend({unread: z.number().int().nullable()}).openapi('NotificationPage');
export const escalations = items(escalation);
