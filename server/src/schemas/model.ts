import {z} from '@hono/zod-openapi';
import type * as contract from '../../../src/contract/index.js';

export const id = z.string().min(1).max(200).openapi({example: 'c_m1abc'});
export const time = z.iso.datetime({offset: true}).openapi({description: 'ISO 8601 with a zone', example: '2026-03-23T14:05:00.000Z'});
export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const text = z.string().max(1_000);

const versioned = {id, version: z.string().optional(), rev: z.number().int().optional()};

export const availability = z.enum(['online', 'busy', 'offline']);
export const doing = z.enum(['viewing', 'replying', 'noting']);
export const conversationState = z.enum(['active', 'archived', 'automated', 'snoozed']);
export const topic = z.enum(['question', 'comment', 'feedback']);
export const priority = z.enum(['low', 'medium', 'high', 'urgent']);
export const bodyFormat = z.enum(['text', 'markdown', 'html']);
export const writtenKind = z.enum(['reply', 'note']);

export const agent = z
  .object({
    type: z.literal('agent').optional(),
    id,
    name: z.string(),
    email: z.string().optional(),
    avatarUrl: z.string().optional(),
    availability: availability.optional(),
  })
  .openapi('Agent');

export const team = z.object({type: z.literal('team'), id, name: z.string()}).openapi('Team');

export const attribute = z
  .object({
    key: text,
    label: text,
    value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
    kind: z.enum(['text', 'number', 'date', 'link', 'list', 'checkbox']).optional(),
    editable: z.boolean().optional(),
  })
  .openapi('Attribute');

export const contact = z
  .object({
    ...versioned,
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    avatarUrl: z.string().optional(),
    company: z.string().optional(),
    blocked: z.boolean().optional(),
    attributes: list(attribute).optional(),
  })
  .openapi('Contact');

export const author = z
  .object({
    kind: z.enum(['contact', 'agent', 'bot', 'system']),
    id: id.optional(),
    name: z.string().optional(),
    avatarUrl: z.string().optional(),
  })
  .openapi('Author');

export const sentiment = z
  .object({
    label: z.enum(['negative', 'neutral', 'positive', 'mixed']),
    score: z.number().min(-1).max(1).optional(),
    source: text,
    at: time.optional(),
  })
  .openapi('Sentiment');

export const tag = z.object({id, name: z.string(), color: z.string().optional()}).openapi('Tag');

export const attachment = z
  .object({
    id,
    name: z.string(),
    mime: z.string(),
    bytes: z.number().int().optional(),
    url: z.string().optional(),
    thumbUrl: z.string().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    contentId: z.string().optional(),
    inline: z.boolean().optional(),
  })
  .openapi('Attachment');

export const address = z.object({address: text, name: text.optional()}).openapi('Address');
const addresses = list(address).optional();
export const newMail = z.object({to: addresses, cc: addresses, bcc: addresses, subject: text.optional()});
export const mail = newMail.extend({from: address.optional()}).openapi('MailHeaders');

export const activity = z
  .union([
    z.object({type: z.literal('state'), from: conversationState.optional(), to: conversationState}),
    z.object({type: z.literal('assigned'), to: z.union([team, agent, z.null()])}),
    z.object({type: z.literal('tagged'), added: list(tag).optional(), removed: list(tag).optional()}),
    z.object({type: z.literal('priority'), to: priority.nullable()}),
    z.object({type: z.literal('ticket'), ticketId: id, number: z.string().optional()}),
    z.object({type: z.enum(['escalated', 'escalation-cleared']), reason: z.string().optional()}),
    z.object({type: z.literal('handed'), to: z.enum(['agent', 'bot'])}),
    z.object({type: z.literal('other')}),
  ])
  .openapi('Activity');

export const messageBody = z.object({format: bodyFormat, value: z.string()}).openapi('MessageBody');

export const message = z
  .object({
    ...versioned,
    conversationId: id,
    clientId: z.string().optional(),
    kind: z.enum(['reply', 'note', 'incoming', 'activity']),
    order: z.string(),
    author,
    body: messageBody.extend({quoted: z.string().optional()}),
    attachments: list(attachment),
    createdAt: time,
    editedAt: time.optional(),
    deleted: z.boolean().optional(),
    mail: mail.optional(),
    mentions: list(id).optional(),
    activity: activity.optional(),
    delivery: z.enum(['sent', 'delivered', 'read', 'failed']).optional(),
    deliveryError: z.string().optional(),
    replyTo: id.optional(),
    sentiment: sentiment.optional(),
  })
  .openapi('Message');

const actions = [
  'reply', 'note', 'archive', 'reopen', 'snooze', 'assign', 'priority', 'tag', 'escalate', 'ticket', 'hand-off', 'attach', 'macro',
  'edit-message', 'delete-message', 'edit-contact',
] as const satisfies readonly contract.Action[];

export const conversation = z
  .object({
    ...versioned,
    number: z.string().optional(),
    subject: z.string().optional(),
    state: conversationState,
    snoozedUntil: time.optional(),
    channel: z.object({kind: z.string(), name: z.string().optional(), inboxId: id.optional()}),
    contact,
    assignee: agent.nullish(),
    team: team.nullish(),
    priority: priority.nullish(),
    tags: list(tag),
    topic: topic.optional(),
    unread: z.number().int().nullable(),
    readUpTo: id.optional(),
    preview: z.string().optional(),
    lastMessage: message.optional(),
    createdAt: time,
    activityAt: time,
    waitingSince: time.nullish(),
    sentiment: sentiment.optional(),
    escalated: z.boolean().optional(),
    handledBy: z.enum(['agent', 'bot']).optional(),
    attributes: list(attribute).optional(),
    deny: z.partialRecord(z.enum(actions), z.string()).optional(),
    url: z.string().optional(),
  })
  .openapi('Conversation');

export const notificationKind = z.enum(['assigned', 'mention', 'new-message', 'new-conversation', 'escalation', 'ticket', 'sla', 'other']);

export const notification = z
  .object({
    ...versioned,
    kind: notificationKind,
    conversationId: id.optional(),
    messageId: id.optional(),
    ticketId: id.optional(),
    actor: author.optional(),
    title: z.string(),
    body: z.string().optional(),
    readAt: time.nullish(),
    createdAt: time,
  })
  .openapi('Notification');

export const escalation = z
  .object({
    ...versioned,
    conversationId: id,
    reason: z.string().optional(),
    raisedAt: time,
    by: author.optional(),
    team: team.optional(),
  })
  .openapi('Escalation');

export const ticket = z
  .object({
    ...versioned,
    number: z.string().optional(),
    title: z.string(),
    status: z.string(),
    open: z.boolean(),
    url: z.string().optional(),
    conversationId: id.optional(),
    clientId: z.string().optional(),
    createdAt: time.optional(),
  })
  .openapi('Ticket');

export const ticketField = z
  .object({
    key: text,
    label: text,
    kind: z.enum(['text', 'longtext', 'number', 'date', 'checkbox', 'select', 'tags', 'priority', 'contact']),
    required: z.boolean().optional(),
    help: z.string().optional(),
    maxLength: z.number().int().optional(),
    value: z.unknown().optional(),
    options: list(z.object({value: z.string(), label: z.string()})).optional(),
  })
  .openapi('TicketField');

export const preferences = z.object({
  notify: z.object({inApp: z.boolean(), sound: z.boolean(), desktop: z.boolean(), kinds: list(notificationKind).optional()}).optional(),
  language: z.string().max(40).optional(),
  theme: z.enum(['light', 'dark', 'auto']).optional(),
  enterSends: z.boolean().optional(),
});

export const profile = z
  .object({
    name: z.string(),
    displayName: z.string().optional(),
    email: z.string().optional(),
    signature: z.string().optional(),
    avatarUrl: z.string().optional(),
    availability: availability.optional(),
    preferences: preferences.optional(),
    settings: list(attribute).optional(),
  })
  .openapi('Profile');

export const cannedReply = z.object({id: z.string(), shortcut: z.string(), body: messageBody}).openapi('CannedReply');
export const macro = z.object({id: z.string(), name: z.string(), description: z.string().optional()}).openapi('Macro');

/** What the wire says and what the contract says are one; a difference does not compile. */
type Same<Wire, Contract> = [Wire] extends [Contract] ? ([Contract] extends [Wire] ? true : false) : false;
const same = <_Holds extends true>(): void => {};
same<Same<z.infer<typeof agent>, contract.Agent>>();
same<Same<z.infer<typeof team>, contract.Team>>();
same<Same<z.infer<typeof contact>, contract.Contact>>();
same<Same<z.infer<typeof message>, contract.Message>>();
same<Same<z.infer<typeof conversation>, contract.Conversation>>();
same<Same<z.infer<typeof notification>, contract.Notification>>();
same<Same<z.infer<typeof escalation>, contract.Escalation>>();
same<Same<z.infer<typeof ticket>, contract.Ticket>>();
same<Same<z.infer<typeof profile>, contract.Profile>>();
same<Same<z.infer<typeof cannedReply>, contract.CannedReply>>();
same<Same<z.infer<typeof macro>, contract.Macro>>();
