import type {BulkMessages} from '../../areas/bulk.js';

export const bulk: BulkMessages = {
  bar: 'Selected conversations',
  select: 'Select',
  selected: (count) => `${count} selected`,
  noneSelected: 'Nothing selected',
  clear: 'Clear the selection',
  archive: 'Archive',
  reopen: 'Reopen',
  read: 'Mark as read',
  unread: 'Mark as unread',
  tag: 'Tag',
  assign: 'Assign',
};
