import type {WritingMessages} from '../../areas/writing.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const writing = (counted: Counted): WritingMessages => ({
  tools: 'أدوات الكتابة',
  cannedAndMacros: 'ردود جاهزة ووحدات ماكرو',
  canned: 'ردود جاهزة',
  macros: 'وحدات ماكرو',
  colleagues: 'الزملاء',
  mention: 'الإشارة إلى زميل',
  inserts: 'للإدراج',
  suggestions: (count) =>
    counted(count, {
      zero: 'لا اقتراحات',
      one: 'اقتراح واحد',
      two: 'اقتراحان',
      few: '# اقتراحات',
      many: '# اقتراحًا',
      other: '# اقتراح',
    }),
  lookingUp: 'جارٍ البحث',
  runMacro: (name) => `هل تريد تشغيل ${isolate(name)}؟`,
  run: 'تشغيل',
  cancel: 'إلغاء',
  format: 'التنسيق',
  bold: 'عريض',
  italic: 'مائل',
  strike: 'يتوسطه خط',
  code: 'رمز برمجي',
  link: 'رابط',
  bullets: 'قائمة',
  numbers: 'قائمة مرقّمة',
  quote: 'اقتباس',
  answers: (author) => `ردًا على ${isolate(author)}`,
  answersNote: (author) => `ردًا على ملاحظة ${isolate(author)}`,
  showAnswered: 'عرض الرسالة',
  earlierMessage: 'ردًا على رسالة سابقة',
  dropAnswer: 'عدم الإشارة إلى رسالة',
});
