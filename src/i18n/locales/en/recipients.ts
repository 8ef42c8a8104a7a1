import type {RecipientsMessages} from '../../areas/recipients.js';
import {isolateTurning as named} from '../../isolate.js';

export const recipients: RecipientsMessages = {
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  subject: 'Subject',
  moreLabel: (count) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  change: 'Recipients and subject',
  done: 'Close recipients and subject',
  replyAll: 'Reply to all',
  replyOne: 'Sender only',
  remove: (name) => `Remove ${named(name)}`,
  invalid: (text) => `“${named(text)}” is not a mail address. It looks like name@example.com.`,
  nobody: 'There is nobody to send it to.',
};
