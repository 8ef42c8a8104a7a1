import type {Conversation, ConversationSort, Priority} from '../contract/index.js';
import type {RowPosition} from './state.js';

/** Later than any moment a record names; puts those without one behind those with one. */
const far = 1e14;

const priorityRank = {urgent: 0, high: 1, medium: 2, low: 3} as const satisfies Record<Priority, number>;
const noPriorityRank = 4;

/** ms since the epoch; 0 for no moment. */
export const moment = (timestamp: string | null | undefined): number => {
  const ms = timestamp ? Date.parse(timestamp) : Number.NaN;
  return Number.isNaN(ms) ? 0 : ms;
};

const value = {
  'activity-desc': (row) => -moment(row.activityAt),
  'activity-asc': (row) => moment(row.activityAt),
  'created-desc': (row) => -moment(row.createdAt),
  'created-asc': (row) => moment(row.createdAt),
  // Those who wait, longest first; then the others, newest first.
  'waiting-asc': (row) => (row.waitingSince ? moment(row.waitingSince) : far - moment(row.activityAt)),
  'priority-desc': (row) =>
    (row.priority ? priorityRank[row.priority] : noPriorityRank) * far - moment(row.activityAt),
} as const satisfies Record<ConversationSort, (row: Conversation) => number>;

/** Where a conversation stands in a list of that order: snoozed ones are below the others. */
export const rowPosition = (row: Conversation, sort: ConversationSort): RowPosition => ({
  rank: row.state === 'snoozed' ? 1 : 0,
  value: value[sort](row),
});

export const compareRows = (a: RowPosition, b: RowPosition): number => a.rank - b.rank || a.value - b.value;
