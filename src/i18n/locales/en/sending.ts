import type {SendingMessages} from '../../areas/sending.js';

export const sending: SendingMessages = {
  sendAndArchive: 'Send and archive',
  writeNote: 'Write a note',
  writeReply: 'Write a reply',
  saved: 'Draft saved',
  notKept: 'Kept until you leave this page',
  elsewhere: 'Being written in another tab',
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  charactersOver: (count) => (count === 1 ? '1 character too many' : `${count} characters too many`),
};
