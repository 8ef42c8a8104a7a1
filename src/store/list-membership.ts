import type {Agent, Conversation, ConversationFilter, ViewDef} from '../contract/index.js';
import {moment} from './list-order.js';
import type {Membership} from './lists.js';
import type {InboxState, ListQuery} from './state.js';

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

/** Does a conversation belong to a list? */
export function membershipOf({view: id, filter}: ListQuery, row: Conversation, {session, views}: InboxState): Membership {
  const view = views.find((each) => each.id === id);
  if (!view || !session) return 'unknown';
  return membership(row, view, filter, session.me, session.features.has('automation'));
}
