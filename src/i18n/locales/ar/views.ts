import type {ViewsMessages} from '../../areas/views.js';
import {isolate} from '../../isolate.js';

export const views: ViewsMessages = {
  more: 'هذا العرض',
  saveAs: 'حفظ كعرض…',
  overwrite: 'حفظ التغييرات…',
  overwriteTitle: (name) => `حفظ التغييرات في «${isolate(name)}»؟`,
  rename: 'إعادة التسمية…',
  remove: 'إزالة…',
  removeNow: 'إزالة',
  newTitle: 'حفظ كعرض',
  renameTitle: 'إعادة تسمية العرض',
  removeTitle: (name) => `إزالة «${isolate(name)}»؟`,
  removeText: 'يختفي من قائمة كل من لديه هذا العرض. ولا تُحذف أي محادثة معه.',
  name: 'الاسم',
  holds: 'يعرض',
  everything: 'كل المحادثات المفتوحة',
  save: 'حفظ',
  cancel: 'إلغاء',
  nameMissing: 'يلزم إدخال اسم.',
  nameTaken: 'يوجد عرض بهذا الاسم.',
  saved: (name) => `حُفظ العرض «${isolate(name)}».`,
  removed: (name) => `أُزيل العرض «${isolate(name)}».`,
};
