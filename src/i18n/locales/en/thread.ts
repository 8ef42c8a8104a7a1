import type {ThreadMessages} from '../../areas/thread.js';

export const thread: ThreadMessages = {
  label: 'Messages',
  earlier: 'Earlier messages',
  loadingEarlier: 'Loading earlier messages',
  loadingLater: 'Loading newer messages',
  partFailed: 'These messages could not be loaded.',
  unread: 'New',
  newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  latest: 'Newest messages',
  empty: 'No messages yet',
  isTyping: (name) => `${name} is typing`,
  isNoting: (name) => `${name} is writing a note`,
  areTyping: (names) => `${names} are typing`,
  isViewing: (name) => `${name} is viewing`,
  areViewing: (names) => `${names} are viewing`,
  somebody: 'Somebody',
  offline: 'Offline.',
  offlineText: (unsent) => {
    if (unsent === 0) return 'Go on writing: what you send leaves once you are back.';
    return unsent === 1 ? 'Go on writing: 1 message leaves once you are back.' : `Go on writing: ${unsent} messages leave once you are back.`;
  },
  tryNow: 'Try now',
  stale: 'Checking for what was missed',
  arrived: (author, text) => `${author}: ${text}`,
  failed: 'Your message was not sent.',
};
