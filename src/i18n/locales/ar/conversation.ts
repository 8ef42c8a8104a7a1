import type {ConversationMessages} from '../../areas/conversation.js';
import {isolate} from '../../isolate.js';

export const conversation: ConversationMessages = {
  subject: (name) => (name ? `محادثة مع ${isolate(name)}` : 'محادثة'),
  unknownContact: 'جهة اتصال غير معروفة',
  facts: 'عن هذه المحادثة',
  actions: 'إجراءات',
  loading: 'جارٍ تحميل المحادثة',
};
