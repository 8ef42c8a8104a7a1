import type {ConversationDetailsMessages} from '../../areas/conversation-details.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const conversationDetails = (counted: Counted): ConversationDetailsMessages => ({
  facts: 'المعلومات',
  assignee: 'المسؤول',
  team: 'الفريق',
  waitingSince: 'في الانتظار منذ',
  escalations: 'التصعيدات',
  escalated: (time, by) => (by ? `${time}، من ${isolate(by)}` : time),
  noReason: 'بلا سبب مذكور',
  participants: 'المشاركون',
  contact: 'جهة الاتصال',
  bot: 'الروبوت',
  wrote: (count, last) => {
    const messages = counted(count, {
      zero: 'لا رسائل',
      one: 'رسالة واحدة',
      two: 'رسالتان',
      few: '# رسائل',
      many: '# رسالة',
      other: '# رسالة',
    });
    return `${messages}، آخرها ${last}`;
  },
  wroteNothing: 'لا رسائل محمّلة',
  amongLoaded: 'محسوب من الرسائل المحمّلة، وهناك المزيد.',
  you: 'أنت',
  earlier: 'محادثات سابقة',
  noEarlier: 'لا توجد محادثات سابقة',
  activities: 'الأنشطة',
  noActivities: 'لم يحدث شيء بعد',
  noActivitiesLoaded: 'لا شيء بين الرسائل المحمّلة',
  showEarlier: 'عرض الأقدم',
  tickets: 'التذاكر',
  noTickets: 'لا توجد تذاكر بعد',
  loading: 'جارٍ التحميل…',
  close: 'إغلاق',
  noSubject: 'بلا عنوان',
});
