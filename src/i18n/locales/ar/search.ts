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
  tryAgain: 'إعادة المحاولة',
  where: 'البحث في',
  everywhere: 'كل شيء',
  lookEverywhere: 'البحث في كل شيء',
  more: 'عرض المزيد من النتائج',
  loadingMore: 'جارٍ تحميل المزيد من النتائج',
  recent: 'عمليات البحث الأخيرة',
  clearRecent: 'مسح عمليات البحث الأخيرة',
  noConversation: (name) => `لا محادثة مع ${isolate(name)}.`,
  move: 'التنقل',
  open: 'فتح',
});
