import {isolateTurning as named} from '../../isolate.js';
import type {ComposerMessages} from '../../areas/composer.js';

export const composer: ComposerMessages = {
  label: 'Write to this conversation',
  kinds: 'Reply or note',
  reply: 'Reply',
  note: 'Note',
  replyField: 'Reply to the contact',
  noteField: 'Note, only your team sees this',
  replyPlaceholder: (name) => (name ? `Reply to ${named(name)}…` : 'Write a reply…'),
  notePlaceholder: 'Write a note for your team…',
  onlyTeam: 'Only your team sees this',
  to: 'To',
  via: (channel) => `via ${named(channel)}`,
  send: 'Send',
  addNote: 'Add note',
  moreWays: 'More ways to send',
  absent: 'There is no conversation to write to',
};
