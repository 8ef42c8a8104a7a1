import type {ComposerMessages} from '../../areas/composer.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const composer = (counted: Counted): ComposerMessages => ({
  label: 'الكتابة في هذه المحادثة',
  kinds: 'رد أو ملاحظة',
  reply: 'رد',
  note: 'ملاحظة',
  replyField: 'رد على جهة الاتصال',
  noteField: 'ملاحظة يراها فريقك فقط',
  replyPlaceholder: (name) => (name ? `الرد على ${isolate(name)}…` : 'كتابة رد…'),
  notePlaceholder: 'كتابة ملاحظة لفريقك…',
  onlyTeam: 'يراها فريقك فقط',
  to: 'إلى',
  via: (channel) => `عبر ${isolate(channel)}`,
  send: 'إرسال',
  addNote: 'إضافة ملاحظة',
  sendAndArchive: 'إرسال وأرشفة',
  moreWays: 'طرق أخرى للإرسال',
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
  absent: 'لا توجد محادثة للكتابة فيها',
});
