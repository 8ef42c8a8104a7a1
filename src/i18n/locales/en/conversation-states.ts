import type {ConversationStatesMessages} from '../../areas/conversation-states.js';

export const conversationStates: ConversationStatesMessages = {
  loadingFailed: 'The conversation could not be loaded',
  forbidden: 'You cannot see this conversation',
  forbiddenText: 'It belongs to a team you are not in. An administrator can add you.',
  gone: 'This conversation is not there',
  goneText: 'It was removed, or its address is wrong.',
};
