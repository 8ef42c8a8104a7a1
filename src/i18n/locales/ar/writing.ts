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
  openGaps: (gap, more) =>
    counted(more, {
      zero: `${isolate(gap)} لم يُملأ بعد.`,
      one: `${isolate(gap)} وفراغ آخر لم يُملآ بعد.`,
      two: `${isolate(gap)} وفراغان آخران لم تُملأ بعد.`,
      few: `${isolate(gap)} و# فراغات أخرى لم تُملأ بعد.`,
      many: `${isolate(gap)} و# فراغًا آخر لم تُملأ بعد.`,
      other: `${isolate(gap)} و# فراغ آخر لم تُملأ بعد.`,
    }),
  fillGap: 'املأه',
  sendWithGaps: 'الإرسال على أي حال',
  signature: 'توقيعك، يُضاف عند الإرسال',
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
