import type {SearchMessages} from '../../areas/search.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const search = (counted: Counted): SearchMessages => ({
  title: 'بحث',
  placeholder: 'البحث في المحادثات والرسائل وجهات الاتصال',
  scopes: {conversation: 'المحادثات', message: 'الرسائل', contact: 'جهات الاتصال'},
  views: 'القوائم',
  searching: 'جارٍ البحث',
  nothing: (text) => `لا نتائج للبحث عن «${isolate(text)}»`,
  results: (count) =>
    counted(count, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
  failed: 'تعذّر البحث.',
  move: 'التنقل',
  open: 'فتح',
});
