import type {FilesMessages} from '../../areas/files.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const files = (counted: Counted): FilesMessages => ({
  attach: 'إرفاق ملفات',
  attachedTo: {reply: 'ملفات الرد', note: 'ملفات الملاحظة'},
  attached: (count) =>
    counted(count, {
      zero: 'لا ملفات مرفقة',
      one: 'ملف واحد مرفق',
      two: 'ملفان مرفقان',
      few: '# ملفات مرفقة',
      many: '# ملفًا مرفقًا',
      other: '# ملف مرفق',
    }),
  remove: (name) => `إزالة ${isolate(name)}`,
  tooLarge: (name, max) => `لم يُضف ${isolate(name)}: حجمه أكبر من ${isolate(max)}.`,
  tooMany: (name, max) =>
    `لم يُضف ${isolate(name)}: ${counted(max, {
      zero: 'لا تُقبل ملفات هنا',
      one: 'الحد الأقصى ملف واحد',
      two: 'الحد الأقصى ملفان',
      few: 'الحد الأقصى # ملفات',
      many: 'الحد الأقصى # ملفًا',
      other: 'الحد الأقصى # ملف',
    })}.`,
  wrongKind: (name) => `لم يُضف ${isolate(name)}: لا يُقبل هذا النوع من الملفات هنا.`,
  folder: (name) => `لم يُضف ${isolate(name)}: هذا مجلد.`,
  dismiss: 'إغلاق التنبيه',
  drop: {reply: 'أفلت الملفات هنا لإرفاقها بردّك', note: 'أفلت الملفات هنا لإرفاقها بملاحظتك، لفريقك فقط'},
  uploading: (percent) => `جارٍ الرفع، ${percent}`,

  viewer: 'صور هذه المحادثة',
  position: (index, count) => `${counted(index, digits)} من ${counted(count, digits)}`,
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
  close: 'إغلاق',
  play: (name) => `تشغيل ${isolate(name)}`,
  loading: 'جارٍ التحميل',
  failed: 'تعذّر التحميل.',
});

/** A number alone, in the digits of the region. */
const digits = {zero: '#', one: '#', two: '#', few: '#', many: '#', other: '#'};
