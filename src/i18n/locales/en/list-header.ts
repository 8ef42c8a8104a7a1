import type {ListHeaderMessages} from '../../areas/list-header.js';

export const listHeader: ListHeaderMessages = {
  sortBy: 'Order',
  sorts: {
    'activity-desc': 'Newest first',
    'activity-asc': 'Oldest first',
    'created-desc': 'Last begun',
    'created-asc': 'First begun',
    'waiting-asc': 'Waiting longest',
    'priority-desc': 'Priority',
  },
  toolbar: 'Order and filters',
  filter: 'Filter',
  offline: 'Offline',
  connecting: 'Connecting',
  catchingUp: 'Catching up',
};
