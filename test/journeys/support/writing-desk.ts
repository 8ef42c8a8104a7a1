import type {ConversationFile} from '../../../src/adapters/memory/conversation-file.js';
import {desk, minutesAgo} from './desk.js';

/** The desk with what makes writing faster, and a mail that went to several people. */
export const writingDesk: ConversationFile = {
  ...desk,
  agents: [...desk.agents, {id: 'claire', name: 'Claire Dubois', email: 'claire@example.com'}],
  canned: [
    {id: 'refund', shortcut: 'refund', body: {format: 'text', value: 'Your refund of {amount} is on its way.'}},
    {id: 'regards', shortcut: 'regards', body: {format: 'text', value: 'Kind regards'}},
  ],
  macros: [
    {
      id: 'express',
      name: 'Express replacement',
      description: 'Tags it and tells the customer.',
      actions: [{do: 'tag', tag: 'billing'}, {do: 'reply', text: 'A replacement leaves today.'}],
    },
  ],
  conversations: desk.conversations.map((each) =>
    each.id === 'oliver'
      ? {
          ...each,
          channel: {...each.channel, address: 'orders@example.com'},
          messages: [
            {
              id: 'oliver-1',
              kind: 'incoming',
              text: 'The address on the invoice is the old one.',
              at: minutesAgo(50),
              mail: {
                from: {address: 'oliver@example.com', name: 'Oliver Grant'},
                to: [{address: 'orders@example.com'}, {address: 'books@example.com', name: 'Bookkeeping'}],
                subject: 'Invoice',
              },
            },
          ],
        }
      : each,
  ),
};
