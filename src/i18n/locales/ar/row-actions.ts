import type {RowActionsMessages} from '../../areas/row-actions.js';

export const rowActions: RowActionsMessages = {
  done: 'وضع علامة مقروءة',
  archive: 'أرشفة',
  snooze: 'تأجيل حتى الرسالة التالية',
  reopen: 'إعادة فتح',
  actions: 'إجراءات',
};
