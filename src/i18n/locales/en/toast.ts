import type {ConversationState} from '../../../contract/index.js';
import type {BulkWord, ToastMessages} from '../../areas/toast.js';
import {isolateTurning} from '../../isolate.js';

const escalationsOf = (count: number) => (count === 1 ? 'escalation' : `${count} escalations`);
const notificationsOf = (count: number) => (count === 1 ? 'notification' : `${count} notifications`);

function moved(from: ConversationState, to: ConversationState): string {
  switch (to) {
    case 'archived':
      return 'Archived.';
    case 'snoozed':
      return 'Snoozed.';
    case 'automated':
      return 'Handed back to the bot.';
    case 'active':
      return from === 'automated' ? 'Taken over.' : from === 'snoozed' ? 'Woken.' : 'Reopened.';
  }
}

const done = {
  archive: 'archived',
  reopen: 'reopened',
  tag: 'tagged',
  assign: 'assigned',
  read: 'marked as read',
  unread: 'marked as unread',
} as const satisfies Record<BulkWord, string>;

export const toast: ToastMessages = {
  region: 'Messages of the inbox',
  undo: 'Undo',
  dismiss: 'Dismiss',
  show: 'Show it',
  moved,
  removed: (escalations, notifications) => {
    if (escalations && notifications)
      return `Its ${escalationsOf(escalations)} and ${notificationsOf(notifications)} were removed.`;
    if (escalations) return `Its ${escalationsOf(escalations)} ${escalations === 1 ? 'was' : 'were'} removed.`;
    if (notifications) return `Its ${notificationsOf(notifications)} ${notifications === 1 ? 'was' : 'were'} removed.`;
    return undefined;
  },
  movedMany: (count, to) => `${count} conversations ${to === 'archived' ? 'archived' : 'reopened'}.`,
  bulk: (count, total, action) =>
    count === 0 ? `None of ${total === 1 ? '1 conversation' : `${total} conversations`} ${done[action]}.` : `${count} of ${total} ${done[action]}; ${total - count} could not be.`,
  bulkFailure: (name, why) => `${isolateTurning(name)}: ${isolateTurning(why)}`,
  bulkMore: (count) => (count === 1 ? 'And 1 more.' : `And ${count} more.`),
  undone: 'Taken back.',
  refused: {
    reply: 'The reply was not sent.',
    note: 'The note was not added.',
    archive: 'The conversation was not archived.',
    reopen: 'The conversation was not reopened.',
    snooze: 'The conversation was not snoozed.',
    assign: 'The conversation was not assigned.',
    priority: 'The priority was not changed.',
    tag: 'The tags were not changed.',
    escalate: 'The escalation was not changed.',
    ticket: 'The ticket was not created.',
    'hand-off': 'The conversation was not handed over.',
    attach: 'The file was not attached.',
    macro: 'The macro was not run.',
    'edit-message': 'The message was not changed.',
    'delete-message': 'The message was not deleted.',
    'edit-contact': 'The contact was not changed.',
  },
  because: {
    auth: 'Sign in and try again.',
    forbidden: 'You may not do this here.',
    'not-found': 'It is no longer there.',
    validation: 'The server did not accept it.',
    conflict: 'Somebody changed it at the same time. Look at it again first.',
    'rate-limited': 'The server asks for a pause. Try again in a moment.',
    network: 'There is no connection. Try again once you are back.',
    unavailable: 'The server can’t do it right now. Try again in a moment.',
    unsupported: 'The server has no such thing.',
    protocol: 'The server gave an answer that can’t be read.',
  },
  offline: 'You are offline. Try again once you are connected.',
  archiveCancelled: 'Not archived.',
  archiveCancelledWhy: 'A new message came in just before.',
  messageWaits: 'A message of yours needs a look:',
  storageLost: 'This browser no longer keeps what you write.',
  storageLostWhy: 'Drafts and unsent messages are lost when you leave this page.',
  otherIdentity: 'You signed in as somebody else.',
  otherIdentityWhy: 'Drafts and unsent messages of before stay with the one who wrote them.',
};
