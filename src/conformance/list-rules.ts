import type {Agent, Conversation, ConversationFilter, ConversationSort} from '../contract/index.js';

const urgency = {urgent: 0, high: 1, medium: 2, low: 3} as const;

/** Smaller comes first; undefined: this sort says nothing about the row. */
const rank: Readonly<Record<ConversationSort, (row: Conversation) => number | undefined>> = {
  'activity-desc': (row) => -Date.parse(row.activityAt),
  'activity-asc': (row) => Date.parse(row.activityAt),
  'created-desc': (row) => -Date.parse(row.createdAt),
  'created-asc': (row) => Date.parse(row.createdAt),
  'waiting-asc': (row) => (row.waitingSince ? Date.parse(row.waitingSince) : undefined),
  'priority-desc': (row) => (row.priority ? urgency[row.priority] : 4),
};

/** Snoozed rows may stand below the others, so they are left out. */
export function isOrdered(rows: readonly Conversation[], sort: ConversationSort): boolean {
  const ranks = rows.filter(({state}) => state !== 'snoozed').map(rank[sort]).filter((value) => value !== undefined);
  return ranks.every((value, index) => index === 0 || (ranks[index - 1] ?? value) <= value);
}

interface FilterSample {
  readonly key: keyof ConversationFilter;
  readonly filter: ConversationFilter;
  readonly fits: (row: Conversation) => boolean;
}

/** One use of every filter, with values that `row` has where it has them. */
export function filterSamples(row: Conversation, me: Agent, now: number): readonly FilterSample[] {
  const team = row.team?.id ?? 'no-such-team';
  const tags = row.tags[0] ? [row.tags[0].id] : ['no-such-tag'];
  const inbox = row.channel.inboxId ?? 'no-such-inbox';
  const priority = row.priority ?? 'urgent';
  const topic = row.topic ?? 'question';
  const later = new Date(now + 86_400_000).toISOString();
  return [
    {key: 'assignee', filter: {assignee: 'me'}, fits: (one) => one.assignee?.id === me.id},
    {key: 'assignee', filter: {assignee: 'none'}, fits: (one) => one.assignee == null},
    {key: 'assignee', filter: {assignee: me.id}, fits: (one) => one.assignee?.id === me.id},
    {key: 'team', filter: {team}, fits: (one) => one.team?.id === team},
    {key: 'tags', filter: {tags}, fits: (one) => tags.every((id) => one.tags.some((tag) => tag.id === id))},
    {key: 'channel', filter: {channel: row.channel.kind}, fits: (one) => one.channel.kind === row.channel.kind},
    {key: 'inbox', filter: {inbox}, fits: (one) => one.channel.inboxId === inbox},
    {key: 'contact', filter: {contact: row.contact.id}, fits: (one) => one.contact.id === row.contact.id},
    {key: 'unread', filter: {unread: true}, fits: (one) => (one.unread ?? 0) > 0},
    {key: 'priority', filter: {priority}, fits: (one) => one.priority === priority},
    {key: 'topic', filter: {topic}, fits: (one) => one.topic === topic},
    {key: 'escalated', filter: {escalated: true}, fits: (one) => one.escalated === true},
    {key: 'updatedSince', filter: {updatedSince: later}, fits: () => false},
  ];
}
