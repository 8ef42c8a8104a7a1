import type {StatesMessages} from '../../areas/states.js';
import {isolate} from '../../isolate.js';
import type {Counted} from './counted.js';

export const states = (counted: Counted): StatesMessages => ({
  absent: 'لا خادم بعد',
  absentText: `يُرجى اختيار خادم: بالخاصية ${isolate('adapter')}، أو بالسمة ${isolate('demo')} لجولة تجريبية.`,
  oldBrowser: 'هذا المتصفح أقدم مما يلزم. يعمل صندوق الوارد على Chrome أو Edge 125، أو Firefox 128، أو Safari 17.5.',
  signedOut: 'انتهت جلسة الدخول',
  signedOutText: (unsent) =>
    counted(unsent, {
      zero: 'يُرجى تسجيل الدخول للمتابعة من حيث توقفت. المسوّدات محفوظة.',
      one: 'يُرجى تسجيل الدخول للمتابعة من حيث توقفت. المسوّدات ورسالة واحدة لم تُرسل محفوظة.',
      two: 'يُرجى تسجيل الدخول للمتابعة من حيث توقفت. المسوّدات ورسالتان لم تُرسلا محفوظة.',
      few: 'يُرجى تسجيل الدخول للمتابعة من حيث توقفت. المسوّدات و# رسائل لم تُرسل محفوظة.',
      many: 'يُرجى تسجيل الدخول للمتابعة من حيث توقفت. المسوّدات و# رسالة لم تُرسل محفوظة.',
      other: 'يُرجى تسجيل الدخول للمتابعة من حيث توقفت. المسوّدات و# رسالة لم تُرسل محفوظة.',
    }),
  signIn: 'تسجيل الدخول',
  noConversation: 'لا محادثة مفتوحة',
  noConversationText: 'يُرجى اختيار محادثة من القائمة. ما يُكتب يُحفظ على هذا الجهاز حتى إرساله.',
  failed: 'تعذّر فتح صندوق الوارد',
  nothingLost: 'لم يضع شيء مما كُتب.',
  tryAgain: 'إعادة المحاولة',
  nextTry: (time) => `المحاولة التالية بعد ${time}`,
  because: {
    network: 'تعذّر الوصول إلى الخادم.',
    unavailable: 'لم يُجب الخادم.',
    'rate-limited': 'يطلب الخادم الانتظار قليلًا.',
    forbidden: 'لا صلاحية لك لعرض هذا.',
    'not-found': 'لم يعد موجودًا.',
    protocol: 'أرسل الخادم جوابًا غير مفهوم.',
    unsupported: 'الخادم لا يتيح ذلك.',
    auth: 'انتهت جلسة الدخول.',
    validation: 'لم يقبل الخادم الطلب.',
    conflict: 'حدث تغيير آخر في الوقت نفسه.',
    unknown: 'حدث أمر غير متوقع.',
  },
});
