import type {Conversation, Message, Notification} from '../contract/index.js';
import type {InboxState} from './state.js';

/** What a message means to this agent where the backend has no notifications: named in a note, or news in a conversation of theirs or nobody's. */
export function notificationOf(message: Message, state: InboxState): Notification | undefined {
  const me = state.session?.me;
  const conversation = state.conversations.get(message.conversationId);
  if (!me || (message.author.kind === 'agent' && message.author.id === me.id)) return undefined;
  const base = {
    id: `derived ${message.id}`,
    conversationId: message.conversationId,
    messageId: message.id,
    actor: message.author,
    title: message.author.name ?? conversation?.contact.name ?? '',
    body: message.body.value.slice(0, 140),
    readAt: null,
    createdAt: message.createdAt,
  };
  if (message.kind === 'note' && message.mentions?.includes(me.id)) return {...base, kind: 'mention'};
  const concernsMe = !conversation?.assignee || conversation.assignee.id === me.id;
  return message.kind === 'incoming' && concernsMe ? {...base, kind: 'new-message'} : undefined;
}

/** A conversation that has just been given to this agent by somebody else. */
export function assignmentOf(before: Conversation | undefined, after: Conversation, state: InboxState): Notification | undefined {
  const me = state.session?.me;
  if (!me || !before || before.assignee?.id === me.id || after.assignee?.id !== me.id) return undefined;
  return {
    id: `derived assigned ${after.id} ${after.rev ?? after.activityAt}`,
    kind: 'assigned',
    conversationId: after.id,
    title: after.subject ?? after.contact.name ?? '',
    readAt: null,
    createdAt: after.activityAt,
  };
}
