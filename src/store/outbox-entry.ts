import type {
  AdapterErrorCode,
  ConversationState,
  FileInput,
  Id,
  MailHeaders,
  MessageBody,
  Timestamp,
  UploadRef,
  WrittenKind,
} from '../contract/index.js';

/** Why a message did not leave, in data: the sentence is the locale's. */
export interface Failure {
  readonly code: AdapterErrorCode | 'unreadable-file' | 'unknown';
  /** The backend's own words, for a detail line. */
  readonly message: string;
  readonly applied: 'no' | 'maybe';
  /** Trying again may help. */
  readonly retryable: boolean;
}

/** Why a message waits for the agent's word: news since it was written, or written more than 15 minutes ago. */
export type Question = 'stale-reply' | 'old';

/** A reply or note between the agent's Send and the backend's answer. Kept in the browser until then. */
export interface OutboxEntry {
  readonly clientId: string;
  readonly conversationId: Id;
  readonly kind: WrittenKind;
  readonly body: MessageBody;
  /** As they were typed, where `body` is HTML: the agent may call the message back. */
  readonly words?: string;
  readonly files?: readonly FileInput[];
  /** What the backend holds of `files` already, by their place. The files stay: the agent may call the message back. */
  readonly uploads?: Readonly<Record<number, UploadRef>>;
  readonly mentions?: readonly Id[];
  /** Their names, should the text become a draft again. */
  readonly named?: Readonly<Record<Id, string>>;
  readonly replyTo?: Id;
  readonly mail?: Omit<MailHeaders, 'from'>;
  readonly thenState?: ConversationState;
  /** Newest message of the contact or team the agent had seen; absent once the agent said "send anyway". */
  readonly lastSeen?: Id;
  /** Newest message known when it was first sent: read-back looks after it. */
  readonly lastKnown?: Id;
  /** ms since the epoch, on this machine's clock; shown, never compared with server time. */
  readonly createdAt: number;
  /** Orders what one browser has in flight. */
  readonly localOrder: number;
  /** ms since the epoch; before it the agent can call the message back. */
  readonly heldUntil?: number;
  readonly delivery: 'queued' | 'sending' | 'unconfirmed' | 'failed';
  readonly attempts: number;
  /** How often it has been looked up in vain while an attempt may still be on its way. */
  readonly looks?: number;
  /** When one of those was counted, in ms since the epoch: several tabs look, and each time the connection is back. */
  readonly lookedAt?: number;
  readonly failure?: Failure;
  readonly question?: Question;
  /** The agent has been asked and wants it sent all the same. */
  readonly insisted?: true;
  readonly schema: 1;
}

/**
 * Which of two was sent first. Two tabs may give the same place to theirs, where the clock was set back and one has not heard of the
 * other's yet: then the clock as it is now tells.
 */
export const bySending = (a: OutboxEntry, b: OutboxEntry): number =>
  a.localOrder - b.localOrder || a.createdAt - b.createdAt || (a.clientId < b.clientId ? -1 : 1);

/** Several conversations that were changed in one go. */
export interface Batch {
  readonly id: string;
  readonly total: number;
}

/** Nothing happens to it before the agent says what. */
export const waitsForAgent = ({delivery, question}: OutboxEntry): boolean =>
  delivery === 'failed' || delivery === 'unconfirmed' || question !== undefined;

/** Told from what the storage has of it: no other page has taken it out, is sending it or has tried to. */
export const isUntouched = (entry: OutboxEntry, kept: OutboxEntry | undefined): boolean =>
  kept !== undefined && kept.delivery !== 'sending' && kept.attempts === entry.attempts;

/** A change of state that has not reached the backend yet. */
export interface PendingChange {
  readonly conversationId: Id;
  readonly to: ConversationState;
  readonly from: ConversationState;
  readonly until?: Timestamp | 'next-message';
  /** ms since the epoch; until then it can be undone without a call (`archive.undo: 'hold'`). */
  readonly heldUntil?: number;
  /** Time (the backend's) of the newest that was known of the conversation when the agent changed it. */
  readonly knownUntil?: Timestamp | undefined;
  /** It was done to several conversations at once. */
  readonly batch?: Batch;
  /** It takes an earlier change back. */
  readonly undoing?: true;
  readonly createdAt: number;
  readonly schema: 1;
}
