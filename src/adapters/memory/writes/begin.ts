import type {Id, Topic} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {notify} from '../backend/notifications.js';
import {contactAuthor, preview} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {titleOf} from './messages.js';
import {receive} from './receive.js';

export interface NewConversation {
  /** Id of a contact. */
  readonly contact: Id;
  readonly subject?: string;
  readonly text: string;
  readonly automated?: boolean;
  readonly topic?: Topic;
  /** Kind of channel; absent: 'web-chat'. */
  readonly channel?: string;
  /** Agents who may not see it. */
  readonly hiddenFrom?: readonly Id[];
}

export function newContact(desk: MemoryBackend, contact: {readonly name: string; readonly email: string}): Id {
  const row = desk.putContact({...contact, id: desk.newId('contact')});
  desk.say({of: 'event', event: {type: 'contact.upserted', contact: row}});
  return row.id;
}

/** A new conversation with its first message. */
export function begin(
  desk: MemoryBackend,
  {contact, subject, text, topic, automated, channel = 'web-chat', hiddenFrom}: NewConversation,
): ConversationRow {
  desk.contact(contact);
  const now = desk.now();
  const rev = desk.nextRev();
  const row: ConversationRow = {
    id: desk.newId('c'),
    number: desk.nextNumber(),
    subject,
    channel: {kind: channel},
    contactId: contact,
    createdAt: now,
    hiddenFrom,
    state: automated ? 'automated' : 'active',
    handledBy: automated ? 'bot' : undefined,
    topic,
    tagIds: [],
    activityAt: now,
    waitingSince: null,
    escalationIds: [],
    messages: [],
    readFloor: '',
    misses: 0,
    next: [],
    version: rev,
    rev,
  };
  desk.conversations.set(row.id, row);
  const first = receive(desk, row, {format: 'text', value: text});
  if (!automated) {
    notify(desk, desk.agents.keys(), row, {
      kind: 'new-conversation',
      actor: contactAuthor(desk, contact),
      title: titleOf(desk, row),
      body: preview(first),
      messageId: first.id,
    });
  }
  return row;
}
