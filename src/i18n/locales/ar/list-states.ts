import type {ListStatesMessages} from '../../areas/list-states.js';
import {isolate} from '../../isolate.js';

export const listStates: ListStatesMessages = {
  noMatch: 'لا شيء يطابق التصفية',
  empty: 'لا محادثات في الانتظار',
  emptyText: 'تظهر الأسئلة والتعليقات والآراء الجديدة هنا فور وصولها.',
  emptyArchived: 'لا محادثات مؤرشفة',
  emptyArchivedText: 'تُحفظ المحادثات المنتهية هنا، وتعيدها أي رسالة جديدة.',
  emptyOther: 'لا شيء هنا',
  seeArchived: 'عرض المؤرشفة',
  forbidden: 'هذه القائمة غير متاحة لك',
  forbiddenText: (view) => `لا صلاحية لك لعرض «${isolate(view)}»، ويمكن لمسؤول النظام منحك إياها.`,
  backToActive: 'العودة إلى النشطة',
  failed: 'تعذّر تحميل القائمة',
};
