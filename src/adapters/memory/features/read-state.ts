import type {Id, OptionalFeatures} from '../../../contract/index.js';
import {notFound} from '../backend/errors.js';
import {setRead} from '../backend/notifications.js';
import type {ConversationRow} from '../backend/rows.js';
import type {FeatureContext} from './context.js';

export const readState = ({desk, agentId}: FeatureContext): OptionalFeatures['readState'] => {
  const move = (row: ConversationRow, order: string) => {
    desk.marks.set(agentId, row.id, order, desk.nextRev());
    desk.lists.refresh(row);
    desk.say({of: 'conversation', id: row.id, only: agentId});
  };
  return {
    markRead: async (id, upTo) => {
      const row = desk.conversation(id, agentId);
      const message = upTo === undefined ? row.messages.at(-1) : messageIn(row, upTo);
      if (!message || message.order <= desk.marks.position(agentId, row)) return;
      move(row, message.order);
      // What has been read need not be told any more.
      for (const {id: told, kind, conversationId, readAt} of [...desk.notifications.of(agentId).values()]) {
        if (conversationId === id && !readAt && kind === 'new-message' && desk.marks.unread(agentId, row) === 0) {
          setRead(desk, agentId, told, desk.now());
        }
      }
    },

    markUnread: async (id, from) => {
      const row = desk.conversation(id, agentId);
      const message = from === undefined ? row.messages.findLast(({kind}) => kind === 'incoming') : messageIn(row, from);
      if (!message) return;
      move(row, row.messages[row.messages.indexOf(message) - 1]?.order ?? '');
    },
  };
};

export function messageIn(row: ConversationRow, id: Id) {
  const message = row.messages.findLast((candidate) => candidate.id === id);
  if (!message) throw notFound('message', id);
  return message;
}
