import type {
  Action,
  Agent,
  Attribute,
  Channel,
  Contact,
  ConversationState,
  Escalation,
  Id,
  Message,
  Notification,
  Preferences,
  Priority,
  Profile,
  Sentiment,
  Team,
  Timestamp,
  Topic,
} from '../../../contract/index.js';

/** A conversation as the backend keeps it: the same for everybody, changed in place. What one agent sees of it is projected. */
export interface ConversationRow {
  readonly id: Id;
  readonly number?: string;
  readonly subject?: string;
  readonly channel: Channel;
  readonly contactId: Id;
  readonly createdAt: Timestamp;
  readonly attributes?: readonly Attribute[];
  deny?: Partial<Record<Action, string>>;
  /** Agents who may not see it. */
  hiddenFrom?: readonly Id[];
  state: ConversationState;
  snoozedUntil?: Timestamp;
  assigneeId?: Id;
  teamId?: Id;
  priority?: Priority;
  tagIds: readonly Id[];
  topic?: Topic;
  sentiment?: Sentiment;
  handledBy?: 'agent' | 'bot';
  activityAt: Timestamp;
  waitingSince: Timestamp | null;
  escalationIds: readonly Id[];
  /** By `order`, oldest first. Records are replaced, never changed. */
  readonly messages: Message[];
  /** `order` up to which everybody has read who never marked anything. */
  readFloor: string;
  /** How often in a row the automated responder found no answer. */
  misses: number;
  /** What the contact says next in a live desk. */
  next: readonly string[];
  /** Goes up with every change that somebody else's write could overlook. */
  version: number;
  /** Goes up with every change. */
  rev: number;
}

export interface AgentRow extends Agent {
  readonly signature?: string;
  readonly lines?: readonly string[];
  readonly displayName?: string;
  readonly preferences?: Preferences;
  readonly settings?: Profile['settings'];
}

export interface TeamRow extends Team {
  readonly agents: readonly Id[];
}

/** A file somebody uploaded or sent. */
export interface FileRow {
  readonly id: Id;
  readonly name: string;
  readonly mime: string;
  readonly blob: Blob;
  /** For small pictures, so that they can be shown without a download. */
  readonly url?: string;
}

/** What archiving took away, kept for its undo. */
export interface UndoRow {
  readonly conversationId: Id;
  readonly snoozedUntil?: Timestamp;
  readonly waitingSince: Timestamp | null;
  readonly notifications: readonly (readonly [agentId: Id, notification: Notification])[];
  readonly escalations: readonly Escalation[];
}

export type ContactRow = Contact & {readonly rev: number; readonly version: string};
