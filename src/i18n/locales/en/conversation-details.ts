import type {ConversationDetailsMessages} from '../../areas/conversation-details.js';
import {isolateTurning} from '../../isolate.js';

export const conversationDetails: ConversationDetailsMessages = {
  facts: 'Facts',
  assignee: 'Assignee',
  team: 'Team',
  waitingSince: 'Waiting since',
  escalations: 'Escalations',
  escalated: (time, by) => (by ? `${time}, by ${isolateTurning(by)}` : time),
  noReason: 'No reason given',
  participants: 'Participants',
  contact: 'Contact',
  bot: 'Bot',
  wrote: (count, last) => `${count === 1 ? '1 message' : `${count} messages`}, last ${last}`,
  wroteNothing: 'No message loaded',
  you: 'You',
  earlier: 'Earlier conversations',
  noEarlier: 'No earlier conversation',
  activities: 'Activities',
  noActivities: 'Nothing has been done with it yet',
  showEarlier: 'Show earlier ones',
  tickets: 'Tickets',
  noTickets: 'No ticket yet',
  loading: 'Loading…',
  close: 'Close',
  noSubject: 'No subject',
};
