import type {ContactMessages} from '../../areas/contact.js';
import {isolate} from '../../isolate.js';

export const contact: ContactMessages = {
  label: 'تفاصيل جهة الاتصال',
  contact: 'جهة الاتصال',
  attributes: 'السمات',
  earlier: 'محادثات سابقة',
  tickets: 'التذاكر',
  mail: 'البريد',
  phone: 'الهاتف',
  company: 'الشركة',
  status: 'الحالة',
  blocked: 'جهة محظورة',
  unnamed: 'جهة اتصال غير معروفة',
  localTime: (time, place) => (place ? `${isolate(place)}، ${time} بالتوقيت المحلي` : `${time} بالتوقيت المحلي`),
  yes: 'نعم',
  no: 'لا',
  nothingKnown: 'لا توجد معلومات',
  noEarlier: 'هذه أول محادثة',
  noTickets: 'لا توجد تذاكر بعد',
  loading: 'جارٍ التحميل…',
  absent: 'تظهر هنا جهة الاتصال عند اختيار محادثة',
  noSubject: 'بلا عنوان',
  opensOutside: 'يُفتح في علامة تبويب جديدة',
};
