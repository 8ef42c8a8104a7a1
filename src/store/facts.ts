import type {
  AdapterError,
  ConversationState,
  Id,
  Message,
  Notification,
  Ticket,
  WrittenKind,
} from '../contract/index.js';
import type {SessionFact} from './state.js';

/** What happened, told once, to whoever listens: elements make events, sounds and announcements of it. */
export type Fact =
  | {readonly type: 'ready'; readonly session: SessionFact}
  | {readonly type: 'sign-in-needed'; readonly reason: 'missing' | 'expired' | 'revoked'}
  /** What was kept in the browser has been wiped. */
  | {readonly type: 'signed-out'}
  | {readonly type: 'message-sent'; readonly conversationId: Id; readonly kind: WrittenKind; readonly message: Message}
  | {readonly type: 'message-failed'; readonly conversationId: Id; readonly clientId: string}
  /** Live, never history; not one's own. */
  | {readonly type: 'message-arrived'; readonly conversationId: Id; readonly message: Message}
  | {
      readonly type: 'conversation-moved';
      readonly conversationId: Id;
      readonly from: ConversationState;
      readonly to: ConversationState;
      /** True when this agent did it, here. */
      readonly mine: boolean;
    }
  | {readonly type: 'notification-arrived'; readonly notification: Notification}
  /** Told in one tab of this browser, whichever that is: here the agent is to hear and see it. */
  | {readonly type: 'alert-due'; readonly notification: Notification}
  | {readonly type: 'ticket-created'; readonly ticket: Ticket}
  /** Something went wrong that no single message or list shows. */
  | {readonly type: 'error'; readonly error: AdapterError}
  /** The browser keeps nothing any more (full, denied, wiped). Told once. */
  | {readonly type: 'storage-lost'};

export type FactListener = (fact: Fact) => void;
