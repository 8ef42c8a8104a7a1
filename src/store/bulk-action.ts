import type {Id, Tag} from '../contract/index.js';

/** What is done to several conversations at once. */
export type BulkAction =
  | {readonly type: 'move'; readonly to: 'archived' | 'active'}
  | {readonly type: 'tag'; readonly add?: readonly Tag[]; readonly remove?: readonly Tag[]}
  | {readonly type: 'assign'; readonly agentId?: Id | null; readonly teamId?: Id | null}
  | {readonly type: 'read'}
  | {readonly type: 'unread'};
