import type {ConversationState} from '../../../contract/index.js';
import type {BulkWord, ToastMessages} from '../../areas/toast.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

function moved(from: ConversationState, to: ConversationState): string {
  switch (to) {
    case 'archived':
      return 'أُرشفت المحادثة.';
    case 'snoozed':
      return 'أُجّلت المحادثة.';
    case 'automated':
      return 'أُعيدت المحادثة إلى الروبوت.';
    case 'active':
      return from === 'automated' ? 'استُلمت المحادثة.' : from === 'snoozed' ? 'انتهى التأجيل.' : 'أُعيد فتح المحادثة.';
  }
}

/** As nouns: they need not agree with the number. */
const done = {
  archive: 'الأرشفة',
  reopen: 'إعادة الفتح',
  tag: 'تغيير الوسوم',
  assign: 'الإسناد',
  read: 'وضع علامة مقروءة',
  unread: 'وضع علامة غير مقروءة',
} as const satisfies Record<BulkWord, string>;

export const toast = (counted: Counted): ToastMessages => {
  const escalationsOf = (count: number) =>
    counted(count, {
      zero: 'لا تصعيدات',
      one: 'تصعيد واحد',
      two: 'تصعيدان',
      few: '# تصعيدات',
      many: '# تصعيدًا',
      other: '# تصعيد',
    });
  const notificationsOf = (count: number) =>
    counted(count, {
      zero: 'لا إشعارات',
      one: 'إشعار واحد',
      two: 'إشعاران',
      few: '# إشعارات',
      many: '# إشعارًا',
      other: '# إشعار',
    });
  const conversationsOf = (count: number) =>
    counted(count, {
      zero: 'لا محادثات',
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '# محادثات',
      many: '# محادثة',
      other: '# محادثة',
    });
  return {
    movedMany: (count, to) => `${to === 'archived' ? 'أُرشفت' : 'أُعيد فتح'}: ${conversationsOf(count)}.`,
    bulk: (count, total, action) => `${done[action]}: تم مع ${conversationsOf(count)}، وتعذّر مع ${conversationsOf(total - count)}.`,
    bulkFailure: (name, why) => `${isolate(name)}: ${isolate(why)}`,
    bulkMore: (count) => `وأيضًا ${conversationsOf(count)}.`,
    region: 'تنبيهات صندوق الوارد',
    undo: 'تراجع',
    dismiss: 'إغلاق',
    show: 'عرض',
    moved,
    removed: (escalations, notifications) => {
      if (escalations && notifications) return `أُزيل معها: ${escalationsOf(escalations)}، ${notificationsOf(notifications)}.`;
      if (escalations) return `أُزيل معها: ${escalationsOf(escalations)}.`;
      if (notifications) return `أُزيل معها: ${notificationsOf(notifications)}.`;
      return undefined;
    },
    undone: 'تم التراجع.',
    refused: {
      reply: 'لم يُرسل الرد.',
      note: 'لم تُضف الملاحظة.',
      archive: 'لم تُؤرشف المحادثة.',
      reopen: 'لم يُعد فتح المحادثة.',
      snooze: 'لم تُؤجّل المحادثة.',
      assign: 'لم تُسند المحادثة.',
      priority: 'لم تتغيّر الأولوية.',
      tag: 'لم تتغيّر الوسوم.',
      escalate: 'لم يتغيّر التصعيد.',
      ticket: 'لم تُنشأ التذكرة.',
      'hand-off': 'لم تُسلّم المحادثة.',
      attach: 'لم يُرفق الملف.',
      macro: 'لم يُنفّذ الماكرو.',
      'edit-message': 'لم تُعدّل الرسالة.',
      'delete-message': 'لم تُحذف الرسالة.',
      'edit-contact': 'لم تُعدّل جهة الاتصال.',
    },
    because: {
      auth: 'يُرجى تسجيل الدخول ثم إعادة المحاولة.',
      forbidden: 'لا صلاحية لك لذلك هنا.',
      'not-found': 'لم يعد موجودًا.',
      validation: 'لم يقبله الخادم.',
      conflict: 'حدث تغيير آخر في الوقت نفسه. يُرجى المراجعة أولًا.',
      'rate-limited': 'يطلب الخادم التمهل. يُرجى إعادة المحاولة بعد قليل.',
      network: 'لا يوجد اتصال. يُرجى إعادة المحاولة بعد عودته.',
      unavailable: 'الخادم غير قادر على ذلك الآن. يُرجى إعادة المحاولة بعد قليل.',
      unsupported: 'الخادم لا يتيح ذلك.',
      protocol: 'أرسل الخادم جوابًا غير مفهوم.',
    },
    offline: 'لا يوجد اتصال. يُرجى إعادة المحاولة بعد عودته.',
    archiveCancelled: 'لم تُؤرشف المحادثة.',
    archiveCancelledWhy: 'وصلت رسالة جديدة قبل ذلك بلحظة.',
    messageWaits: 'رسالة لم يكتمل إرسالها، تُرجى مراجعتها:',
    storageLost: 'لم يعد هذا المتصفح يحفظ ما يُكتب.',
    storageLostWhy: 'تضيع المسوّدات والرسائل غير المُرسلة عند مغادرة هذه الصفحة.',
    otherIdentity: 'تم الدخول بحساب آخر.',
    otherIdentityWhy: 'تبقى المسوّدات والرسائل غير المُرسلة السابقة مع الحساب الذي كتبها.',
  };
};
