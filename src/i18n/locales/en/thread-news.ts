import type {ThreadNewsMessages} from '../../areas/thread-news.js';
import {isolateTurning} from '../../isolate.js';

export const threadNews: ThreadNewsMessages = {
  newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  latest: 'Newest messages',
  isTyping: (name) => `${isolateTurning(name)} is typing`,
  isNoting: (name) => `${isolateTurning(name)} is writing a note`,
  areTyping: (names) => `${names} are typing`,
  isViewing: (name) => `${isolateTurning(name)} is viewing`,
  areViewing: (names) => `${names} are viewing`,
  somebody: 'Somebody',
  offline: 'Offline.',
  offlineText: (unsent) => {
    if (unsent === 0) return 'Go on writing: what you send leaves once you are back.';
    return unsent === 1 ? 'Go on writing: 1 message leaves once you are back.' : `Go on writing: ${unsent} messages leave once you are back.`;
  },
  tryNow: 'Try now',
  arrived: (author, text) => `${isolateTurning(author)}: ${isolateTurning(text)}`,
  failed: 'Your message was not sent.',
};
