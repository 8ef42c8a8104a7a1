import {AdapterError, type OptionalFeatures} from '../../../contract/index.js';
import {assertAllowed, conflict, invalid} from '../backend/errors.js';
import type {ConversationRow} from '../backend/rows.js';
import {amend} from '../writes/messages.js';
import {runMacro} from '../writes/macros.js';
import {maxBodyChars, sentBefore, sentKey} from '../writes/send.js';
import {type FeatureContext, writable} from './context.js';
import {messageIn} from './read-state.js';

export const canned = ({desk}: FeatureContext): OptionalFeatures['canned'] => ({
  find: async (text) => {
    const wanted = text.trim().toLowerCase();
    const starts = desk.canned.filter(({shortcut}) => shortcut.toLowerCase().startsWith(wanted));
    const holds = desk.canned.filter(
      (reply) =>
        !starts.includes(reply) &&
        (reply.shortcut.toLowerCase().includes(wanted) || reply.body.value.toLowerCase().includes(wanted)),
    );
    return [...starts, ...holds];
  },
});

export const macros = (context: FeatureContext): OptionalFeatures['macros'] => ({
  list: async () => [...context.desk.macros.values()].map(({id, name, description}) => ({id, name, description})),
  run: async (id, conversationId) => runMacro(context.desk, writable(context, conversationId, 'macro'), context.agentId, id),
});

export const lookup = ({desk, agentId}: FeatureContext): OptionalFeatures['lookup'] => ({
  sent: async (conversationId, clientId) => {
    const row = desk.conversation(conversationId, agentId);
    return sentBefore(desk, row, sentKey(row.id, agentId, clientId)) ?? null;
  },
});

/** The message, if it is this agent's own and still there. */
function ownMessage({agentId}: FeatureContext, row: ConversationRow, id: string, action: 'edit-message' | 'delete-message') {
  assertAllowed(row, action);
  const message = messageIn(row, id);
  const isOwn = message.author.kind === 'agent' && message.author.id === agentId && message.kind !== 'activity';
  if (!isOwn || message.deleted) {
    throw new AdapterError({code: 'forbidden', action, message: 'Only a message of your own can be changed'});
  }
  return message;
}

export const editMessage = (context: FeatureContext): OptionalFeatures['editMessage'] => ({
  edit: async (conversationId, messageId, body, {ifVersion}) => {
    const {desk, agentId} = context;
    const row = desk.conversation(conversationId, agentId);
    const before = ownMessage(context, row, messageId, 'edit-message');
    if (ifVersion !== undefined && ifVersion !== before.version) {
      throw conflict('version', 'The message has changed since', before);
    }
    if (!body.value.trim()) throw invalid('body.value', 'must not be empty', 'required');
    if (body.value.length > maxBodyChars) throw invalid('body.value', `must be at most ${maxBodyChars} characters`, 'maxLength');
    return amend(desk, row, messageId, {body: {format: body.format, value: body.value}, editedAt: desk.now()}) ?? before;
  },
});

export const deleteMessage = (context: FeatureContext): OptionalFeatures['deleteMessage'] => ({
  remove: async (conversationId, messageId) => {
    const {desk, agentId} = context;
    const row = desk.conversation(conversationId, agentId);
    const {delivery, body} = ownMessage(context, row, messageId, 'delete-message');
    if (delivery !== 'failed') {
      amend(desk, row, messageId, {deleted: true, body: {format: body.format, value: ''}, attachments: []});
      return;
    }
    // It never reached anybody: nothing has to stay in its place.
    desk.change(row, () => row.messages.splice(row.messages.findLastIndex(({id}) => id === messageId), 1));
    desk.say({of: 'event', conversationId, event: {type: 'message.removed', conversationId, messageId}});
  },
});
