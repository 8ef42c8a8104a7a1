import type {ConversationFile} from '../conversation-file.js';
import {archived} from './archived.js';
import {archivedEarlier} from './archived-earlier.js';
import {bot} from './bot.js';
import {canned} from './canned.js';
import {chat} from './chat.js';
import {contacts} from './contacts.js';
import {expedition} from './expedition.js';
import {incidents} from './incidents.js';
import {later} from './later.js';
import {letters} from './letters.js';
import {liveChat} from './live-chat.js';
import {machines} from './machines.js';
import {mail} from './mail.js';
import {notifications} from './notifications.js';
import {agents, teams} from './people.js';
import {phoneAndReviews} from './phone-and-reviews.js';
import {planning} from './planning.js';
import {macros, tags, ticketFields, views} from './tags-and-views.js';
import {wholesale} from './wholesale.js';

/** The support desk of Nordlicht Outdoor, an invented maker of tents, stoves and backpacks, on a Tuesday in March. */
export const sampleDesk: ConversationFile = {
  format: 'loop-inbox/conversations',
  version: 1,
  about: {
    title: 'Nordlicht Outdoor',
    source: 'Written for Loop Inbox. Company, people, addresses and numbers are invented.',
    licence: 'MIT',
  },
  now: '2026-03-24T14:32:00Z',
  me: 'lena',
  agents,
  teams,
  tags,
  contacts,
  canned,
  macros,
  views,
  ticketFields,
  conversations: [
    ...mail,
    ...incidents,
    ...chat,
    ...liveChat,
    ...letters,
    ...phoneAndReviews,
    ...machines,
    ...wholesale,
    expedition,
    ...planning,
    ...bot,
    ...later,
    ...archived,
    ...archivedEarlier,
  ],
  notifications,
};
