import type {SearchMessages} from '../../areas/search.js';
import type {Counted} from './counted.js';

export const search = (counted: Counted): SearchMessages => ({
  title: 'بحث',
  placeholder: 'ابحث في المحادثات والرسائل وجهات الاتصال',
  scopes: {conversation: 'المحادثات', message: 'الرسائل', contact: 'جهات الاتصال'},
  views: 'القوائم',
  searching: 'جارٍ البحث',
  nothing: (text) => `لا نتائج لـ «\u2068${text}\u2069»`,
  results: (count) =>
    counted(count, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجةً',
      other: '# نتيجة',
    }),
  failed: 'تعذّر البحث.',
  move: 'تنقّل',
  open: 'فتح',
});
