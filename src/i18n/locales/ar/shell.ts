import type {ShellMessages} from '../../areas/shell.js';
import {isolate} from '../../isolate.js';

export const shell: ShellMessages = {
  inbox: 'صندوق وارد العملاء',
  conversation: 'المحادثة',
  contactDetails: 'تفاصيل جهة الاتصال',
  close: 'إغلاق',
  openMenu: 'فتح القائمة',
  back: 'العودة إلى القائمة',
  loading: 'جارٍ التحميل',
  version: (version) => isolate(`Loop Inbox ${version}`),
};
