import type {Agent, Conversation, ConversationFilter, ConversationSort, Priority, ViewDef} from '../contract/index.js';
import type {RowPosition} from './state.js';

/** Later than any moment a record names; puts those without one behind those with one. */
const far = 1e14;

const priorityRank = {urgent: 0, high: 1, medium: 2, low: 3} as const satisfies Record<Priority, number>;
const noPriorityRank = 4;

const moment = (timestamp: string | null | undefined): number => {
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

/** 'unknown' where only the backend can tell: the list is then read again. */
export type Membership = 'in' | 'out' | 'unknown';

function matchesAssignee(row: Conversation, assignee: string, me: Agent): boolean {
  if (assignee === 'none') return !row.assignee;
  return row.assignee?.id === (assignee === 'me' ? me.id : assignee);
}

/** Does a conversation pass a filter? */
export function matchesFilter(row: Conversation, filter: ConversationFilter, me: Agent): boolean {
  const tests: Record<keyof ConversationFilter, () => boolean> = {
    assignee: () => matchesAssignee(row, filter.assignee ?? '', me),
    team: () => row.team?.id === filter.team,
    tags: () => filter.tags?.every((id) => row.tags.some((tag) => tag.id === id)) ?? true,
    channel: () => row.channel.kind === filter.channel,
    inbox: () => row.channel.inboxId === filter.inbox,
    contact: () => row.contact.id === filter.contact,
    unread: () => (row.unread ?? 0) > 0 === filter.unread,
    priority: () => row.priority === filter.priority,
    topic: () => row.topic === filter.topic,
    escalated: () => (row.escalated ?? false) === filter.escalated,
    updatedSince: () => moment(row.activityAt) >= moment(filter.updatedSince),
  };
  return (Object.keys(filter) as (keyof ConversationFilter)[]).every(
    (key) => filter[key] === undefined || tests[key](),
  );
}

/**
 * Does a conversation belong to a view?
 *
 * @param automatedShown false: automated conversations are among the active ones.
 */
export function membership(
  row: Conversation,
  view: ViewDef,
  filter: ConversationFilter | undefined,
  me: Agent,
  automatedShown: boolean,
): Membership {
  if (filter && !matchesFilter(row, filter, me)) return 'out';
  const inView = (belongs: boolean): Membership => (belongs ? 'in' : 'out');
  switch (view.role) {
    case 'active':
      return inView(
        row.state === 'active' || row.state === 'snoozed' || (row.state === 'automated' && !automatedShown),
      );
    case 'archived':
      return inView(row.state === 'archived');
    case 'automated':
      return inView(row.state === 'automated');
    case 'saved':
      // A saved view's filter says nothing of states: those of one's own work are the open ones.
      return view.filter ? inView(row.state !== 'archived' && matchesFilter(row, view.filter, me)) : 'unknown';
    default:
      return view.role satisfies never;
  }
}
