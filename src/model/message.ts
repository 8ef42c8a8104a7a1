import type {ConversationState, Priority, Tag} from './conversation.js';
import type {Agent, Author, Sentiment, Team} from './people.js';
import type {Id, Timestamp, Versioned} from './values.js';

/** How `body.value` is written. `html` is sanitised before it is shown, never trusted. */
export type BodyFormat = 'text' | 'markdown' | 'html';

export interface MessageBody {
  readonly format: BodyFormat;
  readonly value: string;
}

/** The two kinds an agent writes: to the contact, or for colleagues only. Always named, never a default. */
export type WrittenKind = 'reply' | 'note';

export type MessageKind = WrittenKind | 'incoming' | 'activity';

export interface Attachment {
  readonly id: Id;
  readonly name: string;
  readonly mime: string;
  readonly bytes?: number;
  readonly url?: string;
  readonly thumbUrl?: string;
  /** Pixels; known sizes let the box be reserved before the image arrives. */
  readonly width?: number;
  readonly height?: number;
  /** What `cid:` in an HTML body points to. */
  readonly contentId?: string;
  readonly inline?: boolean;
}

export interface Address {
  readonly address: string;
  readonly name?: string;
}

export interface MailHeaders {
  readonly from?: Address;
  readonly to?: readonly Address[];
  readonly cc?: readonly Address[];
  readonly bcc?: readonly Address[];
  readonly subject?: string;
}

/** What an `activity` message tells, typed so that it can be said in the agent's language. */
export type Activity =
  | {readonly type: 'state'; readonly from?: ConversationState; readonly to: ConversationState}
  | {readonly type: 'assigned'; readonly to: Agent | Team | null}
  | {readonly type: 'tagged'; readonly added?: readonly Tag[]; readonly removed?: readonly Tag[]}
  | {readonly type: 'priority'; readonly to: Priority | null}
  | {readonly type: 'ticket'; readonly ticketId: Id; readonly number?: string}
  | {readonly type: 'escalated' | 'escalation-cleared'; readonly reason?: string}
  | {readonly type: 'handed'; readonly to: 'agent' | 'bot'}
  | {readonly type: 'other'};

/** One entry of a conversation's thread. */
export interface Message extends Versioned {
  readonly conversationId: Id;
  /** The id its author's browser gave it before it was sent; pairs the stored record with the one in flight. */
  readonly clientId?: string;
  readonly kind: MessageKind;
  /**
   * Position in its conversation: compared by code unit, unique, fixed once the message is confirmed.
   * Made from the backend's own sequence; numbers are zero-padded ('0000000010' comes after '0000000009').
   */
  readonly order: string;
  readonly author: Author;
  readonly body: MessageBody & {
    /** The part of a mail that repeats earlier messages; folded when shown. */
    readonly quoted?: string;
  };
  readonly attachments: readonly Attachment[];
  readonly createdAt: Timestamp;
  readonly editedAt?: Timestamp;
  readonly deleted?: boolean;
  readonly mail?: MailHeaders;
  /** Agents named in a note. */
  readonly mentions?: readonly Id[];
  /** Only on kind `activity`; `body` is shown only for type `other`. */
  readonly activity?: Activity;
  /** What the backend knows of a reply or note; `sent` = stored by it. */
  readonly delivery?: 'sent' | 'delivered' | 'read' | 'failed';
  readonly deliveryError?: string;
  /** The message this one answers. */
  readonly replyTo?: Id;
  readonly sentiment?: Sentiment;
}
