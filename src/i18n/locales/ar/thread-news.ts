import type {ThreadNewsMessages} from '../../areas/thread-news.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const threadNews = (counted: Counted): ThreadNewsMessages => ({
  newMessages: (count) =>
    counted(count, {
      zero: 'لا رسائل جديدة',
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: '# رسائل جديدة',
      many: '# رسالة جديدة',
      other: '# رسالة جديدة',
    }),
  latest: 'أحدث الرسائل',
  isTyping: (name) => `${isolate(name)}: جارٍ الكتابة`,
  isNoting: (name) => `${isolate(name)}: جارٍ كتابة ملاحظة`,
  areTyping: (names) => `${names}: جارٍ الكتابة`,
  isViewing: (name) => `${isolate(name)} هنا الآن`,
  areViewing: (names) => `${names} هنا الآن`,
  somebody: 'أحد أعضاء الفريق',
  offline: 'لا اتصال.',
  offlineText: (unsent) =>
    counted(unsent, {
      zero: 'يمكن متابعة الكتابة: يُرسل كل شيء عند عودة الاتصال.',
      one: 'يمكن متابعة الكتابة: تُرسل رسالة واحدة عند عودة الاتصال.',
      two: 'يمكن متابعة الكتابة: تُرسل رسالتان عند عودة الاتصال.',
      few: 'يمكن متابعة الكتابة: تُرسل # رسائل عند عودة الاتصال.',
      many: 'يمكن متابعة الكتابة: تُرسل # رسالة عند عودة الاتصال.',
      other: 'يمكن متابعة الكتابة: تُرسل # رسالة عند عودة الاتصال.',
    }),
  tryNow: 'المحاولة الآن',
  arrived: (author, text) => `${isolate(author)}: ${isolate(text)}`,
  failed: 'لم تُرسل رسالتك.',
});
