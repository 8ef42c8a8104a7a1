import {
  AdapterError,
  type CallOptions,
  type Conversation,
  type ConversationQuery,
  type ConversationState,
  type Core,
  type Id,
  type Message,
  type MessageQuery,
  type NewMessage,
  type Page,
  type SendResult,
  type StateChange,
  type WriteOptions,
} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {conversation, pageOf, stateChange} from './shapes/conversation.js';
import {sendResult} from './shapes/desk.js';
import {message} from './shapes/message.js';
import {path} from './wire/path.js';

const conversationPage = pageOf(conversation);
const messagePage = pageOf(message);

export const listConversations = (
  {client}: Desk,
  {view, filter, sort, cursor, limit}: ConversationQuery,
  options: CallOptions,
): Promise<Page<Conversation>> =>
  client.read(conversationPage, {path: 'conversations', query: {view, sort, cursor, limit, ...queryOf(filter)}}, options);

/** A filter has a parameter for each of its keys; the tags share theirs. */
const queryOf = ({tags, ...filter}: NonNullable<ConversationQuery['filter']> = {}) => ({...filter, tag: tags});

export async function getConversation({client}: Desk, id: Id, options: CallOptions): Promise<Conversation> {
  const found = await client.read(conversation, {path: path`conversations/${id}`}, options);
  if (found.id !== id) throw client.malformed('GET conversation: another conversation');
  return found;
}

export async function listMessages({client}: Desk, id: Id, query: MessageQuery, options: CallOptions): Promise<Page<Message>> {
  const {limit, before, after, around} = query;
  const request = {path: path`conversations/${id}/messages`, query: {limit, before, after, around}};
  const page = await client.read(messagePage, request, options);
  if (page.items.some(({conversationId}) => conversationId !== id)) throw client.malformed('GET messages: of another conversation');
  return page;
}

export async function sendMessage(
  {client}: Desk,
  {conversationId, ...written}: NewMessage,
  {signal}: CallOptions,
): Promise<SendResult> {
  client.assertMayBegin(signal);
  if (written.attachments?.some((file) => 'blob' in file)) {
    throw new AdapterError({code: 'unsupported', feature: 'attachments.inline', message: 'A file is uploaded before its message is sent'});
  }
  const request = {
    method: 'POST',
    path: path`conversations/${conversationId}/messages`,
    body: {conversationId, ...written},
    idempotencyKey: written.clientId,
  } as const;
  const sent = await client.write(sendResult, request, {signal});
  if (sent.message.conversationId !== conversationId) throw client.malformed('POST messages: of another conversation');
  return sent;
}

type StateOptions = Parameters<Core['setState']>[2];

export const setState = (desk: Desk, id: Id, to: ConversationState, {until, undo, ...options}: StateOptions): Promise<StateChange> =>
  change(desk, id, {state: to, until, undo}, options);

/** Changes a conversation in one of its parts. */
export async function change({client}: Desk, id: Id, body: unknown, {ifVersion, signal}: WriteOptions): Promise<StateChange> {
  client.assertMayBegin(signal);
  const changed = await client.write(stateChange, {method: 'PATCH', path: path`conversations/${id}`, body, ifVersion}, {signal});
  if (changed.conversation.id !== id) throw client.malformed('PATCH conversation: another conversation');
  return changed;
}
