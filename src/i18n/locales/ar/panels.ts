import type {PanelsMessages} from '../../areas/panels.js';

export const panels: PanelsMessages = {
  resizeMenu: 'اتساع القائمة',
  resizeList: 'اتساع قائمة المحادثات',
  resizeContact: 'اتساع تفاصيل جهة الاتصال',
  list: 'قائمة المحادثات',
  hideList: 'إخفاء قائمة المحادثات',
  showList: 'إظهار قائمة المحادثات',
};
