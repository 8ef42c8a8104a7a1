import {isolateTurning as named} from '../../isolate.js';
import type {MessageMessages} from '../../areas/message.js';

export const message: MessageMessages = {
  you: 'You',
  unknownAuthor: 'Unknown',
  bot: 'Bot',
  system: 'System',
  note: 'Note',
  onlyTeam: 'only your team sees this',
  deleted: 'This message was deleted',
  incomingFrom: (author, time) => `${named(author)} wrote, ${time}`,
  replyFrom: (author, time) => `${named(author)} replied, ${time}`,
  noteFrom: (author, time) => `Note by ${named(author)}, only your team sees this, ${time}`,
  to: (names) => `to ${names}`,
  cc: (names) => `cc ${names}`,
};
