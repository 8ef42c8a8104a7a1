import type {Agent, Attribute, Contact, Sentiment, Team} from './people.js';
import type {Message} from './message.js';
import type {Id, Timestamp, Versioned} from './values.js';

/** Where a conversation stands. Closing and archiving are one state, `archived`. */
export type ConversationState = 'active' | 'archived' | 'automated' | 'snoozed';

/** What it is about, apart from the channel it came from. */
export type Topic = 'question' | 'comment' | 'feedback';

export type Priority = 'low' | 'medium' | 'high' | 'urgent';

/** Where a conversation came from. The set is open: an unknown kind still renders. */
export type ChannelKind =
  | 'email'
  | 'web-chat'
  | 'sms'
  | 'whatsapp'
  | 'messenger'
  | 'instagram'
  | 'telegram'
  | 'voice'
  | 'social'
  | 'review'
  | 'api'
  | (string & {});

export interface Channel {
  readonly kind: ChannelKind;
  /** What the team calls it, e.g. 'Help desk'. */
  readonly name?: string;
  readonly inboxId?: Id;
  /** The team's own address on it: an answer to all leaves it out. */
  readonly address?: string;
}

export interface Tag {
  readonly id: Id;
  readonly name: string;
  /** Any CSS colour; shown as a dot only, the word carries the meaning. */
  readonly color?: string;
}

/** What an agent may do with one conversation; the keys of `Conversation.deny`. */
export type Action =
  | 'reply'
  | 'note'
  | 'archive'
  | 'reopen'
  | 'snooze'
  | 'assign'
  | 'priority'
  | 'tag'
  | 'escalate'
  | 'ticket'
  | 'hand-off'
  | 'attach'
  | 'macro'
  | 'edit-message'
  | 'delete-message'
  | 'edit-contact';

/** A thread between a contact and the team on one channel. */
export interface Conversation extends Versioned {
  /** What people call it, e.g. '48213'; `id` is for machines. */
  readonly number?: string;
  readonly subject?: string;
  readonly state: ConversationState;
  /** When a snoozed conversation wakes; absent on a snoozed one: with the next message. */
  readonly snoozedUntil?: Timestamp;
  readonly channel: Channel;
  readonly contact: Contact;
  readonly assignee?: Agent | null;
  readonly team?: Team | null;
  readonly priority?: Priority | null;
  readonly tags: readonly Tag[];
  readonly topic?: Topic;
  /** Messages this agent has not read; null when the backend does not count them. */
  readonly unread: number | null;
  /** Newest message this agent has read: the unread divider stands after it. */
  readonly readUpTo?: Id;
  /** One line of the newest message, plain text. */
  readonly preview?: string;
  readonly lastMessage?: Message;
  readonly createdAt: Timestamp;
  readonly activityAt: Timestamp;
  /** Since when the contact waits for an answer; null when nobody waits. */
  readonly waitingSince?: Timestamp | null;
  readonly sentiment?: Sentiment;
  readonly escalated?: boolean;
  readonly handledBy?: 'agent' | 'bot';
  readonly attributes?: readonly Attribute[];
  /** What this agent may not do here, each with the sentence to show ('reply window over'). */
  readonly deny?: Partial<Record<Action, string>>;
  readonly url?: string;
}
