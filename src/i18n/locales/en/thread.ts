import type {ThreadMessages} from '../../areas/thread.js';

export const thread: ThreadMessages = {
  label: 'Messages',
  earlier: 'Earlier messages',
  loadingEarlier: 'Loading earlier messages',
  loadingLater: 'Loading newer messages',
  unread: 'New',
  empty: 'No messages yet',
};
