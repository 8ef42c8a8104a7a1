import type {FiltersMessages} from '../../areas/filters.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const filters = (counted: Counted): FiltersMessages => ({
  title: 'عوامل التصفية',
  fields: {
    assignee: 'المسؤول',
    tags: 'الوسم',
    channel: 'القناة',
    topic: 'الموضوع',
    priority: 'الأولوية',
    unread: 'غير مقروءة',
    escalated: 'مُصعّدة',
  },
  any: 'الكل',
  me: 'أنا',
  nobody: 'بلا مسؤول',
  chip: (field, value) => `${field}: ${isolate(value)}`,
  remove: (chip) => `إزالة التصفية ${chip}`,
  clearAll: 'مسح الكل',
  done: 'تم',
  loading: 'جارٍ التحميل',
  noTags: 'لا وسوم بعد.',
  found: (count) =>
    counted(count, {
      zero: 'لا محادثات',
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '# محادثات',
      many: '# محادثة',
      other: '# محادثة',
    }),
  foundSome: 'جرى تضييق القائمة.',
  narrowedBy: (chips) => `تظهر هنا فقط المحادثات التي لها: ${chips}.`,
});
