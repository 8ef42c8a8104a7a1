import type {ConversationStatesMessages} from '../../areas/conversation-states.js';

export const conversationStates: ConversationStatesMessages = {
  loadingFailed: 'تعذّر تحميل المحادثة',
  forbidden: 'هذه المحادثة غير متاحة لك',
  forbiddenText: 'هي لفريق آخر، ويمكن لمسؤول النظام إضافتك إليه.',
  gone: 'هذه المحادثة غير موجودة',
  goneText: 'حُذفت، أو أن عنوانها غير صحيح.',
};
