import type {Core} from '../../../contract/index.js';
import {messagePage} from '../backend/message-pages.js';
import {conversationFor, messageFor} from '../backend/projection.js';
import {attach} from '../writes/files.js';
import {assertState, assertUnchanged, wakeTime} from '../writes/rules.js';
import {send} from '../writes/send.js';
import {setState} from '../writes/state.js';
import {author, type FeatureContext} from './context.js';

/** What every adapter implements, but for the events. */
export const core = (context: FeatureContext): Omit<Core, 'events' | 'watch'> => {
  const {desk, agentId, maxFileBytes} = context;
  return {
    listConversations: async (query) => {
      const page = desk.lists.page(query, agentId);
      return {...page, items: page.items.map((row) => conversationFor(desk, row, agentId))};
    },

    getConversation: async (id) => conversationFor(desk, desk.conversation(id, agentId), agentId),

    listMessages: async (conversationId, query) => {
      const page = messagePage(desk.conversation(conversationId, agentId), query);
      return {...page, items: page.items.map((message) => messageFor(desk, message))};
    },

    sendMessage: async (message, options) => {
      desk.conversation(message.conversationId, agentId);
      const attachments = await attach(desk, message.attachments ?? [], maxFileBytes, options);
      return send(desk, agentId, message, attachments);
    },

    setState: async (id, to, {ifVersion, until, undo}) => {
      const row = desk.conversation(id, agentId);
      assertUnchanged(desk, row, agentId, ifVersion);
      assertState(desk, row, to);
      return setState(desk, row, to, agentId, author(context), {until: wakeTime(desk, to, until), undo});
    },
  };
};
