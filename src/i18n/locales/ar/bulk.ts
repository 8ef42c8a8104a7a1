import type {BulkMessages} from '../../areas/bulk.js';
import type {Counted} from './counted.js';

export const bulk = (counted: Counted): BulkMessages => ({
  bar: 'المحادثات المُحدّدة',
  select: 'تحديد',
  selected: (count) =>
    counted(count, {
      zero: 'لا تحديد',
      one: 'محادثة مُحدّدة',
      two: 'محادثتان مُحدّدتان',
      few: '# مُحدّدة',
      many: '# مُحدّدة',
      other: '# مُحدّدة',
    }),
  noneSelected: 'لا تحديد',
  clear: 'إلغاء التحديد',
  archive: 'أرشفة',
  reopen: 'إعادة فتح',
  read: 'وضع علامة مقروءة',
  unread: 'وضع علامة غير مقروءة',
  tag: 'وسم',
  assign: 'إسناد',
});
