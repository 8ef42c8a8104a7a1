import type {ConversationMessages} from '../../areas/conversation.js';

export const conversation: ConversationMessages = {
  subject: (name) => (name ? `Conversation with ${name}` : 'Conversation'),
  unknownContact: 'Unknown contact',
  facts: 'About this conversation',
  actions: 'Actions',
  assignedTo: (name) => `Assigned to ${name}`,
  unassigned: 'Unassigned',
  snooze: 'Snooze',
  snoozedUntil: (time) => `Snoozed until ${time}`,
  snoozedUntilMessage: 'Snoozed until the next message',
  archive: 'Archive',
  reopen: 'Reopen',
  archived: 'Archived',
  takeOver: 'Take over',
  botAnswers: 'Bot is answering',
  escalated: 'Escalated',
  addTag: 'Change tags',
  more: 'More',
  sentimentBy: (label, score, source) => (score ? `${label} (${score}), says ${source}` : `${label}, says ${source}`),
  loading: 'Loading the conversation',
};
