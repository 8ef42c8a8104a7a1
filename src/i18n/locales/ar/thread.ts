import type {ThreadMessages} from '../../areas/thread.js';

export const thread: ThreadMessages = {
  label: 'الرسائل',
  earlier: 'رسائل سابقة',
  loadingEarlier: 'جارٍ تحميل رسائل سابقة',
  loadingLater: 'جارٍ تحميل رسائل أحدث',
  unread: 'جديد',
  empty: 'لا رسائل بعد',
};
