import type {ConversationMessages} from '../../areas/conversation.js';
import {isolateTurning as named} from '../../isolate.js';

export const conversation: ConversationMessages = {
  subject: (name) => (name ? `Conversation with ${named(name)}` : 'Conversation'),
  unknownContact: 'Unknown contact',
  facts: 'About this conversation',
  actions: 'Actions',
  loading: 'Loading the conversation',
};
