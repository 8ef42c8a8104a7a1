import type {ConversationMessages} from '../../areas/conversation.js';

export const conversation: ConversationMessages = {
  subject: (name) => (name ? `Conversation with ${name}` : 'Conversation'),
  unknownContact: 'Unknown contact',
  facts: 'About this conversation',
  actions: 'Actions',
  loading: 'Loading the conversation',
};
