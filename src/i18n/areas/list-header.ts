import type {ConversationSort} from '../../contract/paging.js';

/** Words over a list: how it is ordered and filtered, and how its connection is. */
export interface ListHeaderMessages {
  sortBy: string;
  sorts: Readonly<Record<ConversationSort, string>>;
  /** Name of the buttons over the list. */
  toolbar: string;
  filter: string;
  offline: string;
  connecting: string;
  catchingUp: string;
}
