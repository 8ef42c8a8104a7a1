import type {
  Agent,
  Attachment,
  Availability,
  CannedReply,
  Contact,
  Conversation,
  ConversationState,
  Doing,
  Escalation,
  Id,
  Macro,
  Message,
  MessageBody,
  NewTicket,
  Notification,
  Preferences,
  Priority,
  Profile,
  Tag,
  Team,
  Ticket,
  TicketForm,
  WrittenKind,
} from '../model/index.js';
import type {CallOptions, WriteOptions} from './calls.js';
import type {ViewDef} from './capabilities.js';
import type {ConversationFilter, ConversationSort, Counts, Cursor, Page, SearchHit} from './paging.js';
import type {BulkResult, FileInput, Progress, UploadRef} from './writing.js';

/** Groups a backend may or may not have. A control is offered only where its group is there and the host allows it. */
export interface OptionalFeatures {
  /** How many conversations each view holds. */
  counts: {get(options: CallOptions): Promise<Counts>};

  search: {
    query(
      text: string,
      query: {readonly scope?: readonly SearchHit['scope'][]; readonly cursor?: Cursor; readonly limit?: number},
      options: CallOptions,
    ): Promise<Page<SearchHit>>;
  };

  /** Without it, what has been read is kept in the browser. */
  readState: {
    /** @param upTo newest message read; undefined: all of them. */
    markRead(id: Id, upTo: Id | undefined, options: CallOptions): Promise<void>;
    /** @param from oldest message that becomes unread; undefined: the newest incoming one. */
    markUnread?(id: Id, from: Id | undefined, options: CallOptions): Promise<void>;
  };

  tags: {
    list(options: CallOptions): Promise<readonly Tag[]>;
    set(
      id: Id,
      change: {readonly add?: readonly Id[]; readonly remove?: readonly Id[]},
      options: WriteOptions,
    ): Promise<Conversation>;
    create?(name: string, options: CallOptions): Promise<Tag>;
  };

  assignment: {
    /** Who may get this conversation. */
    candidates(id: Id, options: CallOptions): Promise<readonly (Agent | Team)[]>;
    /** A key that is absent stays as it is; null takes it away. */
    assign(
      id: Id,
      to: {readonly agentId?: Id | null; readonly teamId?: Id | null},
      options: WriteOptions,
    ): Promise<Conversation>;
  };

  priority: {set(id: Id, priority: Priority | null, options: WriteOptions): Promise<Conversation>};

  contacts: {
    get(id: Id, options: CallOptions): Promise<Contact>;
    update?(id: Id, patch: Partial<Contact>, options: WriteOptions): Promise<Contact>;
    /** All conversations of a contact, newest first. */
    conversations(
      id: Id,
      query: {readonly cursor?: Cursor; readonly limit?: number},
      options: CallOptions,
    ): Promise<Page<Conversation>>;
    search?(text: string, options: CallOptions): Promise<readonly Contact[]>;
  };

  tickets: {
    form(conversationId: Id | undefined, options: CallOptions): Promise<TicketForm>;
    create(ticket: NewTicket, options: CallOptions): Promise<Ticket>;
    list(conversationId: Id, options: CallOptions): Promise<readonly Ticket[]>;
  };

  /** Without it, notifications are derived from live events since the page was opened. */
  notifications: {
    list(
      query: {readonly unread?: boolean; readonly cursor?: Cursor; readonly limit?: number},
      options: CallOptions,
    ): Promise<Page<Notification> & {readonly unread: number | null}>;
    markRead(ids: readonly Id[] | 'all', options: CallOptions): Promise<void>;
    markUnread?(id: Id, options: CallOptions): Promise<void>;
    remove?(ids: readonly Id[], options: CallOptions): Promise<void>;
  };

  escalations: {
    list(conversationId: Id, options: CallOptions): Promise<readonly Escalation[]>;
    raise(
      conversationId: Id,
      escalation: {readonly reason?: string; readonly toTeamId?: Id},
      options: CallOptions,
    ): Promise<Escalation>;
    /** @param id of the escalation. */
    clear(id: Id, options: CallOptions): Promise<void>;
  };

  /** The automated responder: take over ('agent') and hand back ('bot'). */
  automation: {handOff(conversationId: Id, to: 'agent' | 'bot', options: CallOptions): Promise<Conversation>};

  upload: {
    put(file: FileInput, options: CallOptions & {onProgress?(progress: Progress): void}): Promise<UploadRef>;
    discard?(ref: UploadRef, options: CallOptions): Promise<void>;
  };

  /** For files that need credentials or decoding. */
  download: {url(attachment: Attachment, options: CallOptions): Promise<{readonly href: string; revoke?(): void}>};

  canned: {
    find(
      text: string,
      query: {readonly conversationId?: Id; readonly kind: WrittenKind},
      options: CallOptions,
    ): Promise<readonly CannedReply[]>;
  };

  macros: {
    list(options: CallOptions): Promise<readonly Macro[]>;
    /** Its effect arrives as events. */
    run(id: Id, conversationId: Id, options: CallOptions): Promise<void>;
  };

  typing: {set(conversationId: Id, on: boolean, kind: WrittenKind, options: CallOptions): Promise<void>};

  availability: {set(availability: Availability, options: CallOptions): Promise<void>};

  /** Who is looking or writing. Told on change and every 20 s; the others forget it after its `ttlMs`. */
  presence: {set(conversationId: Id, doing: Doing | 'away', options: CallOptions): Promise<void>};

  /** For mentions and participants. */
  directory: {
    agents(
      query: {readonly text?: string; readonly conversationId?: Id; readonly limit?: number},
      options: CallOptions,
    ): Promise<readonly Agent[]>;
  };

  /** There exactly when `idempotentSend` is 'lookup'. */
  lookup: {sent(conversationId: Id, clientId: string, options: CallOptions): Promise<Message | null>};

  views: {
    list(options: CallOptions): Promise<readonly ViewDef[]>;
    save?(
      view: {
        readonly id?: Id;
        readonly label: string;
        readonly filter: ConversationFilter;
        readonly sort?: ConversationSort;
      },
      options: CallOptions,
    ): Promise<ViewDef>;
    remove?(id: Id, options: CallOptions): Promise<void>;
  };

  /** Without it, the profile is kept in the browser. */
  profile: {
    get(options: CallOptions): Promise<Profile>;
    /** The rest is kept in the browser. */
    readonly editable: readonly (keyof Profile | keyof Preferences)[];
    update?(patch: ProfilePatch, options: CallOptions): Promise<Profile>;
    setAvatar?(file: FileInput | null, options: CallOptions): Promise<Profile>;
  };

  bulk: {setState(ids: readonly Id[], to: ConversationState, options: CallOptions): Promise<readonly BulkResult[]>};

  editMessage: {edit(conversationId: Id, messageId: Id, body: MessageBody, options: WriteOptions): Promise<Message>};

  deleteMessage: {remove(conversationId: Id, messageId: Id, options: CallOptions): Promise<void>};
}

export type ProfilePatch = Partial<Omit<Profile, 'preferences' | 'avatarUrl'>> & {
  readonly preferences?: Partial<Preferences>;
};

export type Feature = keyof OptionalFeatures;
