import type {Activity, Author, Id, Message} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import type {ConversationRow} from '../backend/rows.js';

export type NewRecord = Pick<Message, 'kind' | 'author' | 'body'> & Partial<Omit<Message, 'id' | 'conversationId' | 'order' | 'rev' | 'version'>>;

/** Puts a message at the end of its thread. */
export function append(desk: MemoryBackend, row: ConversationRow, record: NewRecord): Message {
  const rev = desk.nextRev();
  const message: Message = {
    attachments: [],
    createdAt: desk.now(),
    ...record,
    id: desk.newId('m'),
    conversationId: row.id,
    order: desk.nextOrder(),
    rev,
    version: String(rev),
  };
  row.messages.push(message);
  desk.say({of: 'message', conversationId: row.id, id: message.id, by: message.author.id});
  desk.change(row, () => {
    // What the team does to a conversation does not move it up: only what is said in it.
    if (message.kind !== 'activity' && message.createdAt > row.activityAt) row.activityAt = message.createdAt;
    if (message.kind === 'incoming') row.waitingSince ??= message.createdAt;
    if (message.kind === 'reply') row.waitingSince = null;
  });
  return message;
}

/** Writes into the thread what was done to the conversation; the inbox says it in the agent's language. */
export function appendActivity(desk: MemoryBackend, row: ConversationRow, by: Author, activity: Activity): void {
  append(desk, row, {kind: 'activity', author: by, body: {format: 'text', value: ''}, activity});
}

/** Replaces a message by a changed one. */
export function amend(desk: MemoryBackend, row: ConversationRow, id: Id, change: Partial<Message>): Message | undefined {
  const index = row.messages.findLastIndex((message) => message.id === id);
  const before = row.messages[index];
  if (!before) return undefined;
  const rev = desk.nextRev();
  const message: Message = {...before, ...change, rev, version: String(rev)};
  row.messages[index] = message;
  desk.say({of: 'message', conversationId: row.id, id, by: message.author.id});
  desk.change(row, () => {}, 'aside');
  return message;
}

/** What a conversation is called where there is room for one line. In no language: names and subjects only. */
export const titleOf = (desk: MemoryBackend, row: ConversationRow): string =>
  row.subject ?? desk.contacts.get(row.contactId)?.name ?? row.number ?? row.id;
