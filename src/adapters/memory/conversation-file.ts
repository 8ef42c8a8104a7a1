import type {
  Activity,
  Agent,
  Attribute,
  Availability,
  CannedReply,
  Channel,
  Contact,
  ConversationFilter,
  ConversationSort,
  ConversationState,
  Id,
  Macro,
  MailHeaders,
  MessageKind,
  NotificationKind,
  Priority,
  Sentiment,
  Tag,
  Team,
  TicketField,
  Timestamp,
  Topic,
  Action,
} from '../../contract/index.js';

/**
 * A desk as a file: its people and all its conversations, as the memory adapter loads it. JSON; the schema is
 * `conversation-file.schema.json` beside this module.
 *
 * Times are absolute. With `now` given, all of them are moved so that `now` falls on the moment of loading: a file written once
 * always shows "12 minutes ago".
 */
export interface ConversationFile {
  readonly $schema?: string;
  readonly format: 'loop-inbox/conversations';
  readonly version: 1;
  /** Where the content comes from, for whoever reads the file. */
  readonly about?: {readonly title?: string; readonly source?: string; readonly licence?: string};
  readonly now?: Timestamp;
  /** Id of the agent who is signed in when nobody else is named; absent: the first agent. */
  readonly me?: Id;
  readonly agents: readonly FileAgent[];
  readonly teams?: readonly (Omit<Team, 'type'> & {readonly agents?: readonly Id[]})[];
  readonly tags?: readonly Tag[];
  readonly contacts: readonly Contact[];
  readonly canned?: readonly CannedReply[];
  readonly macros?: readonly FileMacro[];
  readonly views?: readonly FileView[];
  /** Fields of the ticket form besides title and description. */
  readonly ticketFields?: readonly TicketField[];
  readonly conversations: readonly FileConversation[];
  /** Told to `me` and not derivable from the conversations. */
  readonly notifications?: readonly FileNotification[];
}

export interface FileAgent extends Agent {
  readonly availability?: Availability;
  readonly signature?: string;
  /** What they say when they play a colleague in a live desk. */
  readonly lines?: readonly string[];
}

export interface FileMacro extends Macro {
  readonly actions: readonly (
    | {readonly do: 'tag'; readonly tag: Id}
    | {readonly do: 'assign'; readonly agent: Id}
    | {readonly do: 'priority'; readonly priority: Priority}
    | {readonly do: 'state'; readonly state: ConversationState}
    | {readonly do: 'reply' | 'note'; readonly text: string}
  )[];
}

export interface FileView {
  readonly id: Id;
  readonly label: string;
  readonly filter: ConversationFilter;
  readonly sort?: ConversationSort;
}

export interface FileConversation {
  readonly id: Id;
  readonly number?: string;
  readonly subject?: string;
  /** Absent: active. */
  readonly state?: ConversationState;
  readonly snoozedUntil?: Timestamp;
  readonly channel: Channel;
  /** Id of a contact. */
  readonly contact: Id;
  /** Id of an agent. */
  readonly assignee?: Id;
  /** Id of a team. */
  readonly team?: Id;
  readonly priority?: Priority;
  /** Ids of tags. */
  readonly tags?: readonly Id[];
  readonly topic?: Topic;
  readonly sentiment?: Sentiment;
  readonly escalation?: {readonly reason?: string; readonly at: Timestamp; readonly by?: Id};
  readonly handledBy?: 'agent' | 'bot';
  readonly attributes?: readonly Attribute[];
  readonly deny?: Partial<Record<Action, string>>;
  readonly tickets?: readonly FileTicket[];
  /** How many of the newest messages from the contact `me` has not read; absent: 0. */
  readonly unread?: number;
  /** Oldest first. */
  readonly messages: readonly FileMessage[];
  /** What the contact says next in a live desk, in this order. */
  readonly next?: readonly string[];
}

export interface FileTicket {
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly open: boolean;
  readonly url?: string;
  readonly at: Timestamp;
}

export interface FileMessage {
  /** Absent: made from the conversation's id and the position. */
  readonly id?: Id;
  readonly kind: MessageKind;
  /** Id of an agent, or 'contact', 'bot', 'system'. Absent: the contact for `incoming`, otherwise 'system'. */
  readonly by?: Id;
  readonly at: Timestamp;
  /**
   * The body: exactly one of the three. A deleted message needs none; an activity has none but for type `other`, whose text is shown.
   */
  readonly text?: string;
  readonly markdown?: string;
  readonly html?: string;
  readonly quoted?: string;
  readonly mail?: MailHeaders;
  readonly attachments?: readonly FileAttachment[];
  readonly mentions?: readonly Id[];
  readonly activity?: Activity;
  /** Of a reply or note; absent: 'sent'. */
  readonly delivery?: 'sent' | 'delivered' | 'read' | 'failed';
  readonly deliveryError?: string;
  readonly replyTo?: Id;
  readonly editedAt?: Timestamp;
  readonly deleted?: boolean;
  readonly sentiment?: Sentiment;
}

export interface FileAttachment {
  readonly id?: Id;
  readonly name: string;
  readonly mime: string;
  readonly bytes?: number;
  /** `data:` for files that travel with the desk. */
  readonly url?: string;
  readonly width?: number;
  readonly height?: number;
  readonly contentId?: string;
  readonly inline?: boolean;
}

export interface FileNotification {
  readonly id: Id;
  readonly kind: NotificationKind;
  readonly conversation?: Id;
  /** Id of a message of that conversation. */
  readonly message?: Id;
  /** Id of an agent, or 'contact'. */
  readonly by?: Id;
  readonly title: string;
  readonly body?: string;
  readonly at: Timestamp;
  readonly readAt?: Timestamp;
}
