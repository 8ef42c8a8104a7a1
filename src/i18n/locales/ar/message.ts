import type {MessageMessages} from '../../areas/message.js';
import {isolate} from '../../isolate.js';

export const message: MessageMessages = {
  you: 'أنت',
  unknownAuthor: 'غير معروف',
  bot: 'الروبوت',
  system: 'النظام',
  note: 'ملاحظة',
  onlyTeam: 'يراها فريقك فقط',
  deleted: 'حُذفت هذه الرسالة',
  incomingFrom: (author, time) => `رسالة من ${isolate(author)}، ${time}`,
  replyFrom: (author, time) => `رد من ${isolate(author)}، ${time}`,
  noteFrom: (author, time) => `ملاحظة من ${isolate(author)}، يراها فريقك فقط، ${time}`,
  to: (names) => `إلى ${names}`,
  cc: (names) => `نسخة إلى ${names}`,
};
