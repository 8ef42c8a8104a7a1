import type {ConversationMessages} from '../../areas/conversation.js';
import {isolate} from '../../isolate.js';

export const conversation: ConversationMessages = {
  subject: (name) => (name ? `محادثة مع ${isolate(name)}` : 'محادثة'),
  unknownContact: 'جهة اتصال غير معروفة',
  facts: 'عن هذه المحادثة',
  actions: 'إجراءات',
  assignedTo: (name) => `مُسندة إلى ${isolate(name)}`,
  unassigned: 'غير مُسندة',
  snooze: 'تأجيل',
  snoozedUntil: (time) => `مؤجلة حتى ${time}`,
  snoozedUntilMessage: 'مؤجلة حتى الرسالة التالية',
  archive: 'أرشفة',
  reopen: 'إعادة فتح',
  archived: 'مؤرشفة',
  takeOver: 'استلام',
  botAnswers: 'الروبوت يجيب',
  escalated: 'مُصعّدة',
  addTag: 'تغيير الوسوم',
  more: 'المزيد',
  sentimentBy: (label, score, source) =>
    score ? `${label} (${isolate(score)})، بحسب ${isolate(source)}` : `${label}، بحسب ${isolate(source)}`,
  loading: 'جارٍ تحميل المحادثة',
};
