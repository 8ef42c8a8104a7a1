import type {Message} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import type {ConversationRow} from '../backend/rows.js';

/** Threads do not grow beyond this by themselves. */
const longest = 400;

/** Conversations in which something may happen by itself: active ones, the latest hundred. */
export const livelyRows = (desk: MemoryBackend): ConversationRow[] =>
  [...desk.conversations.values()]
    .filter(({state, messages}) => state === 'active' && messages.length < longest)
    .sort((a, b) => (a.activityAt !== b.activityAt ? (a.activityAt > b.activityAt ? -1 : 1) : a.id < b.id ? -1 : 1))
    .slice(0, 100);

/** The newest message between the contact and the team. */
export const lastSaid = ({messages}: ConversationRow): Message | undefined =>
  messages.findLast(({kind}) => kind === 'incoming' || kind === 'reply');
