import type {RecipientsMessages} from '../../areas/recipients.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const recipients = (counted: Counted): RecipientsMessages => ({
  to: 'إلى',
  cc: 'نسخة',
  bcc: 'نسخة مخفية',
  subject: 'الموضوع',
  moreLabel: (count) =>
    counted(count, {
      zero: 'ولا أحد غيرهم',
      one: 'ومستلم آخر',
      two: 'ومستلمان آخران',
      few: 'و# مستلمين آخرين',
      many: 'و# مستلمًا آخر',
      other: 'و# مستلم آخر',
    }),
  change: 'المستلمون والموضوع',
  done: 'إغلاق المستلمين والموضوع',
  replyAll: 'الرد على الجميع',
  replyOne: 'إلى المرسل فقط',
  remove: (name) => `إزالة ${isolate(name)}`,
  invalid: (text) => `${isolate(text)} ليس عنوان بريد: يحتاج إلى علامة @ يليها اسم نطاق.`,
  nobody: 'لا يوجد من تُرسل إليه.',
});
