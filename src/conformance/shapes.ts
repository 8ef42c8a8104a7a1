import type {Conversation, Message} from '../contract/index.js';
import {claim, show} from './claims.js';

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

export function claimTime(value: unknown, field: string): void {
  claim(
    typeof value === 'string' && iso.test(value) && !Number.isNaN(Date.parse(value)),
    `\`${field}\` is a time as ISO 8601 with a zone, not ${show(value)}`,
  );
}

function claimOneOf(value: unknown, allowed: readonly unknown[], field: string): void {
  claim(allowed.includes(value), `\`${field}\` is one of ${allowed.join(', ')}, not ${show(value)}`);
}

function claimId(value: unknown, field: string): void {
  claim(typeof value === 'string' && value !== '', `\`${field}\` is a string that is not empty, not ${show(value)}`);
}

export function claimConversation(conversation: Conversation): void {
  claimId(conversation.id, 'conversation.id');
  claimOneOf(conversation.state, ['active', 'archived', 'automated', 'snoozed'], 'conversation.state');
  claimId(conversation.channel?.kind, 'conversation.channel.kind');
  claimId(conversation.contact?.id, 'conversation.contact.id');
  claim(Array.isArray(conversation.tags), '`conversation.tags` is a list, empty when there are none');
  claim(
    conversation.unread === null || (Number.isInteger(conversation.unread) && conversation.unread >= 0),
    `\`conversation.unread\` is a count or null, not ${show(conversation.unread)}`,
  );
  claimTime(conversation.createdAt, 'conversation.createdAt');
  claimTime(conversation.activityAt, 'conversation.activityAt');
  if (conversation.waitingSince != null) claimTime(conversation.waitingSince, 'conversation.waitingSince');
  if (conversation.snoozedUntil !== undefined) claimTime(conversation.snoozedUntil, 'conversation.snoozedUntil');
  if (conversation.topic !== undefined) claimOneOf(conversation.topic, ['question', 'comment', 'feedback'], 'conversation.topic');
  if (conversation.lastMessage) claimMessage(conversation.lastMessage);
}

export function claimMessage(message: Message): void {
  claimId(message.id, 'message.id');
  claimId(message.conversationId, 'message.conversationId');
  claimOneOf(message.kind, ['incoming', 'reply', 'note', 'activity'], 'message.kind');
  claimId(message.order, 'message.order');
  claimOneOf(message.author?.kind, ['contact', 'agent', 'bot', 'system'], 'message.author.kind');
  claimOneOf(message.body?.format, ['text', 'markdown', 'html'], 'message.body.format');
  claim(typeof message.body.value === 'string', '`message.body.value` is a string');
  claim(Array.isArray(message.attachments), '`message.attachments` is a list, empty when there are none');
  claimTime(message.createdAt, 'message.createdAt');
  if (message.kind === 'activity') claim(message.activity, '`message.activity` is there on an activity');
}
