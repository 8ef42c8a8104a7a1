import type {ConversationSort} from '../../contract/paging.js';

/** Words over a list: how it is ordered and filtered, and how its connection is. */
export interface ListHeaderMessages {
  sortBy: string;
  sorts: Readonly<Record<ConversationSort, string>>;
  filter: string;
  filterUnread: string;
  filterMine: string;
  filterUnassigned: string;
  clearFilter: string;
  offline: string;
  connecting: string;
  catchingUp: string;
}
