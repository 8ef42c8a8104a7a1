import type {Author, Team} from './people.js';
import type {Id, Timestamp, Versioned} from './values.js';

export type NotificationKind =
  | 'assigned'
  | 'mention'
  | 'new-message'
  | 'new-conversation'
  | 'escalation'
  | 'ticket'
  | 'sla'
  | 'other';

/** Something told to one agent. Goes when its conversation is archived. */
export interface Notification extends Versioned {
  readonly kind: NotificationKind;
  readonly conversationId?: Id;
  readonly messageId?: Id;
  readonly ticketId?: Id;
  readonly actor?: Author;
  readonly title: string;
  readonly body?: string;
  readonly readAt?: Timestamp | null;
  readonly createdAt: Timestamp;
}

/** A flag with reason and time: "this needs attention". Goes when its conversation is archived. */
export interface Escalation extends Versioned {
  readonly conversationId: Id;
  readonly reason?: string;
  readonly raisedAt: Timestamp;
  readonly by?: Author;
  readonly team?: Team;
}
