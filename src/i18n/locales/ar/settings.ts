import type {SettingsMessages} from '../../areas/settings.js';

export const settings: SettingsMessages = {
  title: 'الإعدادات',
  availability: 'التوفّر',
  theme: 'المظهر',
  themes: {light: 'فاتح', dark: 'داكن', auto: 'حسب الصفحة'},
  density: 'كثافة العرض',
  densities: {compact: 'مضغوطة', normal: 'عادية', comfortable: 'مريحة'},
  enterSends: 'الإرسال بمفتاح Enter',
  undoSend: 'مهلة التراجع عن الإرسال',
  undoSendOff: 'بلا مهلة',
  sound: 'صوت عند وصول رسالة',
  desktop: 'إشعارات سطح المكتب',
  desktopDenied: 'المتصفح لا يسمح بها لهذه الصفحة.',
  savedHere: 'تُحفظ في هذا المتصفح',
  signOut: 'تسجيل الخروج هنا',
  close: 'إغلاق',
};
