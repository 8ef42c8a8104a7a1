import type {Attachment, Id, Message, NewMessage, SendResult} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {assertAllowed, conflict, invalid} from '../backend/errors.js';
import {notify} from '../backend/notifications.js';
import {authorOf, preview} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {assertState} from './rules.js';
import {append, titleOf} from './messages.js';
import {setState} from './state.js';

export const maxBodyChars = 100_000;
const bodyFormats: readonly string[] = ['markdown', 'text', 'html'];

/** Stores a reply or note once: a second call with the same client id answers with what the first one stored. */
export function send(desk: MemoryBackend, agentId: Id, message: NewMessage, attachments: readonly Attachment[]): SendResult {
  const row = desk.conversation(message.conversationId, agentId);
  const key = sentKey(row.id, agentId, message.clientId);
  const earlier = desk.idempotentSend === 'none' ? undefined : sentBefore(desk, row, key);
  if (earlier) {
    if (desk.idempotentSend === 'server' && !isSame(earlier, message)) {
      throw conflict('client-id-reused', 'This client id was used for another message');
    }
    return {message: earlier};
  }
  assertSendable(desk, row, agentId, message);
  const author = authorOf(desk, agentId);
  const allRead = desk.marks.unread(agentId, row) === 0;
  const stored = append(desk, row, {
    kind: message.kind,
    author,
    body: {format: message.body.format, value: message.body.value},
    attachments,
    clientId: message.clientId,
    mail: message.mail && {...message.mail, from: {address: desk.agents.get(agentId)?.email ?? '', name: author.name}},
    mentions: message.mentions,
    replyTo: message.replyTo,
    delivery: 'sent',
  });
  desk.sent.set(key, stored.id);
  if (allRead) desk.marks.set(agentId, row.id, stored.order, desk.nextRev());
  notify(desk, message.mentions ?? [], row, {
    kind: 'mention',
    actor: author,
    title: titleOf(desk, row),
    body: preview(stored),
    messageId: stored.id,
  });
  if (message.kind === 'reply') for (const react of desk.onReply) react(row, stored.id);
  const state = message.thenState === undefined ? undefined : setState(desk, row, message.thenState, agentId, author);
  return {message: stored, state};
}

export const sentKey = (conversationId: Id, agentId: Id, clientId: string): string =>
  JSON.stringify([conversationId, agentId, clientId]);

export function sentBefore(desk: MemoryBackend, row: ConversationRow, key: string): Message | undefined {
  const id = desk.sent.get(key);
  return id === undefined ? undefined : row.messages.findLast((message) => message.id === id);
}

const isSame = (stored: Message, message: NewMessage): boolean =>
  stored.kind === message.kind &&
  (stored.editedAt !== undefined || stored.deleted === true || stored.body.value === message.body.value) &&
  stored.attachments.length === (message.attachments ?? []).length;

function assertSendable(desk: MemoryBackend, row: ConversationRow, agentId: Id, message: NewMessage): void {
  const {kind, body, attachments = [], mentions = [], replyTo, thenState, lastSeen} = message;
  if (kind !== 'reply' && kind !== 'note') throw invalid('kind', 'must be reply or note', 'enum');
  assertAllowed(row, kind);
  if (attachments.length > 0) assertAllowed(row, 'attach');
  if (!message.clientId) throw invalid('clientId', 'must not be empty', 'required');
  if (!bodyFormats.includes(body.format)) throw invalid('body.format', `must be one of ${bodyFormats.join(', ')}`, 'enum');
  if (body.value.trim() === '' && attachments.length === 0) throw invalid('body.value', 'must not be empty', 'required');
  if (body.value.length > maxBodyChars) throw invalid('body.value', `must be at most ${maxBodyChars} characters`, 'maxLength');
  if (mentions.length > 0 && kind !== 'note') throw invalid('mentions', 'only a note names colleagues');
  mentions.forEach((id, index) => {
    if (!desk.agents.has(id)) throw invalid(`mentions.${index}`, 'no such agent');
  });
  if (replyTo !== undefined && !row.messages.some(({id}) => id === replyTo)) throw invalid('replyTo', 'no such message here');
  if (thenState !== undefined) assertState(desk, row, thenState);
  if (kind === 'reply' && lastSeen !== undefined) assertFresh(row, agentId, lastSeen);
}

/** My own replies are no news to me: two sent in a row must not stop each other. */
function assertFresh(row: ConversationRow, agentId: Id, lastSeen: Id): void {
  const seen = row.messages.findLast(({id}) => id === lastSeen);
  const newer = row.messages.findLast(
    ({kind, author, order}) =>
      (kind === 'incoming' || (kind === 'reply' && author.id !== agentId)) && seen !== undefined && order > seen.order,
  );
  if (newer) throw conflict('stale-reply', 'There is a newer message in this conversation', newer);
}
