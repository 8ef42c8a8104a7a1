import type {ComposerMessages} from '../../areas/composer.js';
import {isolate} from '../../isolate.js';

export const composer: ComposerMessages = {
  label: 'الكتابة في هذه المحادثة',
  kinds: 'رد أو ملاحظة',
  reply: 'رد',
  note: 'ملاحظة',
  replyField: 'رد على جهة الاتصال',
  noteField: 'ملاحظة يراها فريقك فقط',
  replyPlaceholder: (name) => (name ? `الرد على ${isolate(name)}…`: 'كتابة رد…'),
  notePlaceholder: 'كتابة ملاحظة لفريقك…',
  onlyTeam: 'يراها فريقك فقط',
  to: 'إلى',
  via: (channel) => `عبر ${isolate(channel)}`,
  send: 'إرسال',
  addNote: 'إضافة ملاحظة',
  moreWays: 'طرق أخرى للإرسال',
  absent: 'لا توجد محادثة للكتابة فيها',
};
