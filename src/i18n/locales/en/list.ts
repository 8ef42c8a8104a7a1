import {isolateTurning as named} from '../../isolate.js';
import type {ListMessages} from '../../areas/list.js';

export const list: ListMessages = {
  active: 'Active',
  archived: 'Archived',
  automated: 'Automated',
  label: (view) => `Conversations, ${named(view)}`,
  stale: 'May be out of date',
  fresh: (count) => (count === 1 ? '1 new conversation' : `${count} new conversations`),
  loadingMore: 'Loading more',
  draft: 'Draft',
  unread: (count) => `${count} unread`,
  escalated: 'Escalated',
  waits: (duration) => `Waits ${duration}`,
  until: (time) => `Until ${time}`,
  untilMessage: 'Until the next message',
  botAnswers: 'Bot is answering',
  isReplying: (name) => `${named(name)} is replying`,
  isNoting: (name) => `${named(name)} is writing a note`,
  you: 'You answered',
  unassigned: 'Unassigned',
  assignedTo: (name) => `Assigned to ${named(name)}`,
  nobody: 'Unknown contact',
  topics: {question: 'Question', comment: 'Comment', feedback: 'Feedback'},
  sentiments: {negative: 'Negative', neutral: 'Neutral', positive: 'Positive', mixed: 'Mixed'},
  sentiment: (label) => `Sentiment: ${label}`,
};
