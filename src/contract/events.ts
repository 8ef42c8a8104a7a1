import type {
  Agent,
  Author,
  Availability,
  Contact,
  Conversation,
  Doing,
  Escalation,
  Id,
  Message,
  Notification,
  Ticket,
  WrittenKind,
} from '../model/index.js';
import type {Counts, EventCursor} from './paging.js';

export interface EventBatch {
  readonly events: readonly LoopEvent[];
  /** Where to go on after this batch; stored by the inbox and given back as `after`. */
  readonly cursor?: EventCursor;
  /** `catching-up` while what was missed is being told, `live` from then on. */
  readonly phase: 'catching-up' | 'live';
}

/** What may happen in a backend while the inbox looks on. At-least-once is allowed, silent loss is not. */
export type LoopEvent =
  | {readonly type: 'message.upserted'; readonly message: Message}
  | {readonly type: 'message.removed'; readonly conversationId: Id; readonly messageId: Id}
  | {readonly type: 'conversation.upserted'; readonly conversation: Conversation}
  /** "Changed, I cannot say how": the inbox reads it again. */
  | {readonly type: 'conversation.touched'; readonly id: Id}
  /** Gone, or no longer visible to this agent. */
  | {readonly type: 'conversation.removed'; readonly id: Id}
  | {readonly type: 'contact.upserted'; readonly contact: Contact}
  | {readonly type: 'notification.upserted'; readonly notification: Notification; readonly unread?: number}
  | {readonly type: 'notification.removed'; readonly ids: readonly Id[]; readonly unread?: number}
  | {readonly type: 'escalation.upserted'; readonly escalation: Escalation}
  | {readonly type: 'escalation.removed'; readonly id: Id; readonly conversationId: Id}
  | {readonly type: 'counts.changed'; readonly counts?: Counts}
  | {readonly type: 'ticket.upserted'; readonly ticket: Ticket}
  | {readonly type: 'views.changed'}
  /** Ends by itself after `ttlMs` on the receiver's clock: no two clocks are ever compared. */
  | {
      readonly type: 'typing';
      readonly conversationId: Id;
      readonly author: Author;
      readonly kind: WrittenKind;
      readonly on: boolean;
      readonly ttlMs: number;
    }
  /** Everyone there but me; replaces what was said before about this conversation. */
  | {
      readonly type: 'presence';
      readonly conversationId: Id;
      readonly people: readonly {readonly agent: Agent; readonly doing: Doing; readonly ttlMs: number}[];
    }
  | {readonly type: 'availability'; readonly agentId: Id; readonly availability: Availability}
  /** The gap cannot be filled. The inbox keeps what it shows, marks it stale, and reads visible lists and open threads again. */
  | {
      readonly type: 'reset';
      readonly reason: 'cursor-expired' | 'gap' | 'server-restart' | 'permissions';
      readonly scope: 'all' | {readonly conversationIds: readonly Id[]};
    };

export type LoopEventType = LoopEvent['type'];
