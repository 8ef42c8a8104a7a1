import type {RowActionsMessages} from '../../areas/row-actions.js';

export const rowActions: RowActionsMessages = {
  done: 'Mark as read',
  archive: 'Archive',
  snooze: 'Snooze until the next message',
  reopen: 'Reopen',
  actions: 'Actions',
};
