import type {MenuMessages} from '../../areas/menu.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const menu = (counted: Counted): MenuMessages => {
  const conversations = (count: number) =>
    counted(count, {
      zero: 'لا محادثات',
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '# محادثات',
      many: '# محادثة',
      other: '# محادثة',
    });
  const unread = (count: number) =>
    counted(count, {
      zero: 'لا جديد',
      one: 'إشعار جديد',
      two: 'إشعاران جديدان',
      few: '# إشعارات جديدة',
      many: '# إشعارًا جديدًا',
      other: '# إشعار جديد',
    });
  return {
    label: 'العروض',
    title: 'صندوق الوارد',
    savedViews: 'عروض محفوظة',
    search: 'بحث',
    notifications: 'الإشعارات',
    support: 'المساعدة',
    settings: 'الإعدادات',
    view: (name, count) => (count === undefined ? name : `${isolate(name)}، ${conversations(count)}`),
    unreadNotifications: (count) => `الإشعارات، ${unread(count)}`,
    copyDiagnostics: 'نسخ بيانات التشخيص',
    copied: 'تم النسخ',
    copyByHand: 'يُرجى نسخ هذه الأسطر:',
    noCustomerData: 'لا تُنسخ أي بيانات للعملاء.',
    shortcuts: 'اختصارات لوحة المفاتيح',
    availability: {online: 'على اتصال', busy: 'في انشغال', offline: 'دون اتصال'},
  };
};
