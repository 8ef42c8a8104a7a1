import type {SendingMessages} from '../../areas/sending.js';
import type {Counted} from './counted.js';

export const sending = (counted: Counted): SendingMessages => ({
  sendAndArchive: 'إرسال وأرشفة',
  writeNote: 'كتابة ملاحظة',
  writeReply: 'كتابة رد',
  saved: 'حُفظت المسوّدة',
  notKept: 'تبقى حتى مغادرة هذه الصفحة',
  elsewhere: 'تُكتب الآن في علامة تبويب أخرى',
  charactersLeft: (count) =>
    counted(count, {
      zero: 'لم يتبقَّ أي حرف',
      one: 'تبقّى حرف واحد',
      two: 'تبقّى حرفان',
      few: 'تبقّت # أحرف',
      many: 'تبقّى # حرفًا',
      other: 'تبقّى # حرف',
    }),
  charactersOver: (count) =>
    counted(count, {
      zero: 'لا أحرف زائدة',
      one: 'حرف واحد زائد',
      two: 'حرفان زائدان',
      few: '# أحرف زائدة',
      many: '# حرفًا زائدًا',
      other: '# حرف زائد',
    }),
});
