import type {Id, Timestamp, ChannelKind, Priority, Topic} from '../model/index.js';

/** A position in a list, made and read by the adapter alone. Survives JSON. */
export type Cursor = string & {readonly __cursor?: never};

/** A position in the stream of events, made and read by the adapter alone. Survives JSON and a reload. */
export type EventCursor = string & {readonly __eventCursor?: never};

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: Cursor;
  readonly prev?: Cursor;
  /** Exact count, or null where the backend cannot tell; absent: not asked. */
  readonly total?: number | null;
}

export type ConversationSort =
  | 'activity-desc'
  | 'activity-asc'
  | 'created-desc'
  | 'created-asc'
  | 'waiting-asc'
  | 'priority-desc';

export interface ConversationFilter {
  readonly assignee?: 'me' | 'none' | Id;
  readonly team?: Id;
  /** Conversations that carry all of them. */
  readonly tags?: readonly Id[];
  readonly channel?: ChannelKind;
  readonly inbox?: Id;
  readonly contact?: Id;
  readonly unread?: boolean;
  readonly priority?: Priority;
  readonly topic?: Topic;
  readonly escalated?: boolean;
  readonly updatedSince?: Timestamp;
}

export interface ConversationQuery {
  readonly view: Id;
  readonly filter?: ConversationFilter;
  readonly sort?: ConversationSort;
  readonly cursor?: Cursor;
  /** At most this many; absent: the adapter's own page size. */
  readonly limit?: number;
}

/** One page of a thread, always answered oldest first. No position = the latest page; `prev` goes back in time, `next` forward. */
export type MessageQuery = {readonly limit?: number} & (
  | {readonly before?: Cursor; readonly after?: never; readonly around?: never}
  | {readonly after: Cursor; readonly before?: never; readonly around?: never}
  | {readonly around: Id; readonly before?: never; readonly after?: never}
);

export interface Counts {
  /** By view id; null where the backend cannot tell. */
  readonly views: Readonly<Record<Id, number | null>>;
  readonly mine?: number | null;
  readonly unassigned?: number | null;
  readonly unread?: number | null;
}

export interface SearchHit {
  readonly scope: 'conversation' | 'message' | 'contact';
  readonly conversationId?: Id;
  readonly messageId?: Id;
  readonly contactId?: Id;
  readonly title: string;
  readonly excerpt?: string;
  readonly at?: Timestamp;
}
