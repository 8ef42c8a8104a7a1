import type {NotificationsMessages} from '../../areas/notifications.js';

export const notifications: NotificationsMessages = {
  title: 'Notifications',
  fresh: (count) => `${count} new`,
  markAllRead: 'Mark all read',
  markRead: 'Mark as read',
  empty: 'Nothing new',
  emptyText: 'Assignments, mentions and escalations appear here.',
  derived: 'Since you opened this page',
  failed: 'Notifications could not be loaded',
  more: 'Show more',
  unread: 'New',
  toldAbout: 'What I am told about',
  kinds: {
    assigned: 'Assigned to you',
    mention: 'You were mentioned',
    'new-message': 'New message',
    'new-conversation': 'New conversation',
    escalation: 'Escalation',
    ticket: 'Ticket',
    sla: 'Due',
    other: 'Notification',
  },
};
