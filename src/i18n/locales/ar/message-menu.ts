import type {MessageMenuMessages} from '../../areas/message-menu.js';

export const messageMenu: MessageMenuMessages = {
  label: 'إجراءات لهذه الرسالة',
  answer: 'الرد على هذه الرسالة',
  answerInNote: 'الرد في ملاحظة',
  copy: 'نسخ النص',
  copied: 'نُسخ',
  notCopied: 'لا يُسمح لهذه الصفحة بالنسخ. حدّد النص وانسخه يدويًا.',
  edit: 'تعديل',
  remove: 'حذف',
  removeQuestion: 'هل تريد حذف هذه الرسالة؟',
  removeReply: 'ربما قرأها العميل بالفعل. لا يمكن استعادتها.',
  removeNote: 'لا يمكن استعادتها.',
  keep: 'الإبقاء عليها',
  editField: 'تعديل الرسالة',
  save: 'حفظ',
  cancel: 'إلغاء',
};
