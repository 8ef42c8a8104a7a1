import type {ListMessages} from '../../areas/list.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const list = (counted: Counted): ListMessages => ({
  active: 'النشطة',
  archived: 'المؤرشفة',
  automated: 'الآلية',
  label: (view) => `المحادثات، ${isolate(view)}`,
  stale: 'قد لا تكون محدّثة',
  fresh: (count) =>
    counted(count, {
      zero: 'لا محادثات جديدة',
      one: 'محادثة جديدة',
      two: 'محادثتان جديدتان',
      few: '# محادثات جديدة',
      many: '# محادثة جديدة',
      other: '# محادثة جديدة',
    }),
  loadingMore: 'جارٍ تحميل المزيد',
  draft: 'مسوّدة',
  unread: (count) =>
    counted(count, {
      zero: 'كلها مقروءة',
      one: 'رسالة غير مقروءة',
      two: 'رسالتان غير مقروءتين',
      few: '# رسائل غير مقروءة',
      many: '# رسالة غير مقروءة',
      other: '# رسالة غير مقروءة',
    }),
  escalated: 'مُصعّدة',
  waits: (duration) => `تنتظر ${duration}`,
  until: (time) => `حتى ${time}`,
  untilMessage: 'حتى الرسالة التالية',
  botAnswers: 'الروبوت يجيب',
  isReplying: (name) => `${isolate(name)}: جارٍ الرد`,
  isNoting: (name) => `${isolate(name)}: جارٍ كتابة ملاحظة`,
  you: 'الرد منك',
  unassigned: 'غير مُسندة',
  assignedTo: (name) => `مُسندة إلى ${isolate(name)}`,
  nobody: 'جهة اتصال غير معروفة',
  topics: {question: 'سؤال', comment: 'تعليق', feedback: 'رأي'},
  sentiments: {negative: 'سلبي', neutral: 'محايد', positive: 'إيجابي', mixed: 'مختلط'},
  sentiment: (label) => `الانطباع: ${label}`,
});
