import type {ConversationFile} from '../../src/adapters/memory/conversation-file.js';

/** The small desk that the conformance suite and the tests of the server begin with. */
export const deskFile: ConversationFile = {
  format: 'loop-inbox/conversations',
  version: 1,
  me: 'ann',
  agents: [
    {id: 'ann', name: 'Ann Keller', email: 'ann@example.com'},
    {id: 'ben', name: 'Ben Okafor', email: 'ben@example.com'},
  ],
  tags: [
    {id: 'billing', name: 'Billing'},
    {id: 'urgent', name: 'Urgent'},
  ],
  contacts: [{id: 'robin', name: 'Robin Meyer', email: 'robin@example.org'}],
  ticketFields: [
    {key: 'product', label: 'Product', kind: 'select', required: true, options: [{value: 'kettle', label: 'Kettle'}]},
    {key: 'amount', label: 'Amount', kind: 'number'},
  ],
  conversations: [
    {
      id: 'first',
      contact: 'robin',
      channel: {kind: 'email', name: 'Help desk'},
      subject: 'Order 1001',
      messages: [
        {kind: 'incoming', at: '2026-03-23T09:00:00Z', text: 'Is my order on its way?'},
        {kind: 'reply', by: 'ann', at: '2026-03-23T09:10:00Z', text: 'It left this morning.'},
      ],
    },
    {
      id: 'bot',
      contact: 'robin',
      state: 'automated',
      handledBy: 'bot',
      channel: {kind: 'web-chat'},
      messages: [{kind: 'incoming', at: '2026-03-23T09:30:00Z', text: 'When do you open?'}],
    },
  ],
};
