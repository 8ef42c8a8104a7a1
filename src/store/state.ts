import type {
  Action,
  AdapterError,
  Agent,
  Author,
  Capabilities,
  Contact,
  Conversation,
  ConversationFilter,
  ConversationSort,
  ConversationState,
  Counts,
  Cursor,
  Delivery,
  Doing,
  Escalation,
  Feature,
  Id,
  Message,
  Notification,
  Preferences,
  Profile,
  Ticket,
  Timestamp,
  ViewDef,
  WrittenKind,
} from '../contract/index.js';
import type {BulkAction} from './bulk-action.js';
import type {Choices} from './choices.js';
import type {Draft} from './draft.js';
import type {EntityTable} from './entity-table.js';
import type {OrderedKeys} from './ordered-keys.js';
import type {Batch, OutboxEntry, PendingChange} from './outbox-entry.js';

/** How the inbox stands to its backend. */
export type Connection =
  /** No adapter yet, or closed. */
  | {readonly status: 'idle'}
  | {readonly status: 'connecting'}
  /** Connected; what was missed is being told. */
  | {readonly status: 'catching-up'}
  | {readonly status: 'live'}
  /** Lost; tries again by itself at `retryAt` (ms since the epoch). */
  | {readonly status: 'waiting'; readonly error: AdapterError; readonly retryAt: number}
  | {readonly status: 'signed-out'; readonly reason: 'missing' | 'expired' | 'revoked'}
  /** Won't work by waiting; `inbox.retry()` tries again. */
  | {readonly status: 'failed'; readonly error: AdapterError};

/** What is known of the session while and after it is connected. */
export interface SessionFact {
  readonly me: Agent;
  readonly adapterName: string;
  readonly capabilities: Capabilities;
  /** Groups that the adapter has and the host allows. */
  readonly features: ReadonlySet<Feature>;
  readonly identity: string | undefined;
  /** Origins whose pictures need no consent. */
  readonly fileOrigins?: readonly string[] | undefined;
}

/** What a list shows. */
export interface ListQuery {
  readonly view: Id;
  readonly filter?: ConversationFilter;
  readonly sort?: ConversationSort;
}

/** Where a row stands in a list: rank (snoozed ones below), then the sort's value, then id. */
export interface RowPosition {
  readonly rank: number;
  readonly value: number;
}

/** One loaded list of conversations; `ids.keys` are conversation ids in order. */
export interface ConversationList {
  readonly key: string;
  readonly query: ListQuery;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error?: AdapterError;
  readonly ids: OrderedKeys<RowPosition>;
  /** Copy of `ids.version`: another number means another order or set. */
  readonly version: number;
  readonly next?: Cursor | undefined;
  readonly loadingMore: boolean;
  /** Exact or estimated number of all rows, null when nobody can tell. */
  readonly total: number | null;
  /** Shown while a gap is being closed. */
  readonly stale: boolean;
}

/** Where a message stands in its thread: confirmed ones by the backend's order, mine in flight after all of them. */
export interface MessagePosition {
  /** 0 for a confirmed message, otherwise the entry's `localOrder`. */
  readonly inFlight: number;
  readonly order: string;
}

/** A message as the thread shows it: the backend's record, or one's own on its way. */
export interface ThreadMessage extends Omit<Message, 'delivery'> {
  /** Stays the same from the moment of sending on: the key of its row. */
  readonly key: string;
  readonly delivery?: Delivery | undefined;
  /** Only while it is in the outbox. */
  readonly entry?: OutboxEntry;
  /** Bytes sent of its files. */
  readonly progress?: {readonly loaded: number; readonly total?: number};
}

/** Where a thread goes on: a cursor of the backend's, or from the message that is loaded last, where what lay behind it was let go. */
export type ThreadEdge = Cursor | {readonly around: Id};

/** One loaded stretch of a conversation's messages; `keys.keys` in order. */
export interface Thread {
  readonly conversationId: Id;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error?: AdapterError;
  readonly keys: OrderedKeys<MessagePosition>;
  readonly messages: EntityTable<ThreadMessage>;
  /** Goes up when the order, the set or any message changes. */
  readonly version: number;
  /** The way to earlier messages; absent: the beginning is loaded. */
  readonly before?: ThreadEdge | undefined;
  /** The way to later messages; absent: the end is loaded and new messages join. */
  readonly after?: ThreadEdge | undefined;
  readonly loadingBefore: boolean;
  readonly loadingAfter: boolean;
  /** The unread divider stands after this message; fixed when the thread is opened. */
  readonly dividerAfter?: Id | undefined;
  readonly stale: boolean;
}

export interface Typist {
  readonly author: Author;
  readonly kind: WrittenKind;
}

export interface Present {
  readonly agent: Agent;
  readonly doing: Doing;
}

export interface NotificationCenter {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly error?: AdapterError;
  readonly items: EntityTable<Notification>;
  /** Newest first. */
  readonly ids: OrderedKeys<number>;
  readonly version: number;
  readonly unread: number | null;
  readonly next?: Cursor | undefined;
  readonly loadingMore: boolean;
  /** True when the backend has none and these are "since you opened this page". */
  readonly derived: boolean;
}

/** Methods that a group of the adapter may do without. */
export type Extra = 'tags.create' | 'contacts.update' | 'views.save' | 'views.remove';

/** What the agent's profile holds, and whose it is to change. */
export interface OwnProfile extends Profile {
  /** What the backend keeps when the agent changes it; the rest is kept in this browser. */
  readonly keeps: ReadonlySet<keyof Profile | keyof Preferences>;
}

/** A change of state that can still be taken back. */
export interface Undoable {
  readonly conversationId: Id;
  readonly from: ConversationState;
  readonly to: ConversationState;
  readonly removed: {readonly notifications: number; readonly escalations: number};
  /** Taken back together with the others of it. */
  readonly batch?: Batch;
  /** ms since the epoch; undefined while the pointer or focus rests on it. */
  readonly expiresAt: number | undefined;
}

/** One of several conversations with which something could not be done. */
export interface BulkFailure {
  readonly conversationId: Id;
  readonly error: AdapterError;
  /** The backend's own sentence. */
  readonly why?: string;
}

/** A sentence for the agent that belongs to no single place. The words are the locale's. */
export interface Notice {
  readonly id: string;
  readonly about:
    | {readonly type: 'refused'; readonly action: Action; readonly error: AdapterError}
    | {readonly type: 'offline-refused'; readonly action: Action}
    /** Of `total` conversations these could not be changed. */
    | {readonly type: 'bulk'; readonly action: BulkAction; readonly total: number; readonly failed: readonly BulkFailure[]}
    | {readonly type: 'archive-cancelled'; readonly conversationId: Id}
    /** A message asks, failed or can't be confirmed in a conversation that nobody looks at. */
    | {readonly type: 'message-waits'; readonly conversationId: Id}
    | {readonly type: 'storage-lost'}
    | {readonly type: 'other-identity'}
    /** Something arrived that concerns the agent, elsewhere than where they look. */
    | {readonly type: 'told'; readonly notification: Notification};
}

/** Everything an inbox knows. Read by elements, written by the store's own modules alone. */
export interface InboxState {
  readonly connection: Connection;
  /** Kept while signed out or waiting, so that what is shown stays. */
  readonly session: SessionFact | undefined;
  /** All views: the session's fixed ones, then the saved ones. */
  readonly views: readonly ViewDef[];
  readonly counts: Counts | undefined;
  readonly choices: Choices;
  /** Undefined until it is asked for. */
  readonly profile: OwnProfile | undefined;
  /** What the backend can do beyond what its groups promise. */
  readonly can: ReadonlySet<Extra>;
  readonly conversations: EntityTable<Conversation>;
  readonly contacts: EntityTable<Contact>;
  /** Names of agents that were looked up, by id; another object when there is one more. */
  readonly agentNames?: Readonly<Record<Id, string>> | undefined;
  /** By `listKey(query)`. */
  readonly lists: EntityTable<ConversationList>;
  /** By conversation id. */
  readonly threads: EntityTable<Thread>;
  /** By `draftKey`. */
  readonly drafts: EntityTable<Draft>;
  /** Drafts as the browser has them for certain: a draft is kept when it is the same record here. */
  readonly draftsKept: EntityTable<Draft>;
  /** Which of the two is being written, by conversation. */
  readonly composing: EntityTable<WrittenKind>;
  /** Draft keys that another tab is writing. */
  readonly draftsElsewhere: EntityTable<true>;
  /** By client id. */
  readonly outbox: EntityTable<OutboxEntry>;
  /** By conversation id. */
  readonly changes: EntityTable<PendingChange>;
  readonly undoables: EntityTable<Undoable>;
  readonly typing: EntityTable<readonly Typist[]>;
  readonly presence: EntityTable<readonly Present[]>;
  readonly escalations: EntityTable<readonly Escalation[]>;
  readonly tickets: EntityTable<readonly Ticket[]>;
  readonly notifications: NotificationCenter;
  readonly notices: EntityTable<Notice>;
  /** Milliseconds to add to this machine's clock to get the backend's; for relative times only. */
  readonly serverOffsetMs: number;
  /** False once the browser refused to keep anything. */
  readonly keeps: boolean;
}

export type {Timestamp};
