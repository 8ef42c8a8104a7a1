import type {
  Conversation,
  ConversationState,
  Id,
  MailHeaders,
  Message,
  MessageBody,
  Timestamp,
  WrittenKind,
} from '../model/index.js';
import type {AdapterError} from './errors.js';

export interface FileInput {
  readonly name: string;
  readonly mime: string;
  readonly blob: Blob;
}

/** A file the backend already holds, waiting for the message that names it. */
export interface UploadRef {
  readonly ref: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly expiresAt?: Timestamp;
}

/** Bytes. */
export interface Progress {
  readonly loaded: number;
  readonly total?: number;
}

/** A reply or note on its way to the backend. */
export interface NewMessage {
  readonly conversationId: Id;
  /** One id for the life of the message, through every repeat, reload and tab. */
  readonly clientId: string;
  readonly kind: WrittenKind;
  readonly body: MessageBody;
  readonly attachments?: readonly (UploadRef | FileInput)[];
  readonly replyTo?: Id;
  readonly mail?: Omit<MailHeaders, 'from'>;
  readonly mentions?: readonly Id[];
  /** Moves the conversation in the same call ('send and archive'); only where `capabilities.send.thenState`. */
  readonly thenState?: ConversationState;
  /**
   * Newest incoming message or reply the agent had seen when sending. A backend with `staleGuard: 'server'` answers conflict
   * 'stale-reply' if there is a newer one. Absent: the agent has been asked.
   */
  readonly lastSeen?: Id;
}

export interface SendResult {
  readonly message: Message;
  /** Only when `thenState` was applied. */
  readonly state?: StateChange;
}

export interface StateChange {
  readonly conversation: Conversation;
  readonly removed?: {readonly notifications?: readonly Id[]; readonly escalations?: readonly Id[]};
  /** Given back to `setState`, restores what was removed. */
  readonly undo?: string;
}

export interface BulkResult {
  readonly id: Id;
  readonly ok: boolean;
  readonly error?: AdapterError;
}
