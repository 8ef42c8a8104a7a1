import type {ListHeaderMessages} from '../../areas/list-header.js';

export const listHeader: ListHeaderMessages = {
  sortBy: 'الترتيب',
  sorts: {
    'activity-desc': 'الأحدث أولًا',
    'activity-asc': 'الأقدم أولًا',
    'created-desc': 'آخر ما بدأ',
    'created-asc': 'أول ما بدأ',
    'waiting-asc': 'الأطول انتظارًا',
    'priority-desc': 'الأولوية',
  },
  toolbar: 'الترتيب والتصفية',
  filter: 'تصفية',
  offline: 'لا اتصال',
  connecting: 'جارٍ الاتصال',
  catchingUp: 'جارٍ التحديث',
};
