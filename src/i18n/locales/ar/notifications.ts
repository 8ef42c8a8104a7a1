import type {NotificationsMessages} from '../../areas/notifications.js';
import type {Counted} from './counted.js';

export const notifications = (counted: Counted): NotificationsMessages => ({
  title: 'الإشعارات',
  fresh: (count) =>
    counted(count, {
      zero: 'لا جديد',
      one: 'إشعار جديد',
      two: 'إشعاران جديدان',
      few: '# إشعارات جديدة',
      many: '# إشعارًا جديدًا',
      other: '# إشعار جديد',
    }),
  markAllRead: 'قراءة الكل',
  markRead: 'وضع علامة مقروء',
  empty: 'لا جديد',
  emptyText: 'تظهر هنا الإسنادات والإشارات والتصعيدات.',
  derived: 'منذ فتح هذه الصفحة',
  failed: 'تعذّر تحميل الإشعارات',
  more: 'عرض المزيد',
  unread: 'جديد',
  toldAbout: 'ما يصلني من إشعارات',
  kinds: {
    assigned: 'محادثة أُسندت إليك',
    mention: 'إشارة إليك',
    'new-message': 'رسالة جديدة',
    'new-conversation': 'محادثة جديدة',
    escalation: 'تصعيد',
    ticket: 'تذكرة',
    sla: 'موعد مستحق',
    other: 'إشعار',
  },
});
