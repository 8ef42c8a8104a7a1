import type {
  Agent,
  Attachment,
  Availability,
  CannedReply,
  Contact,
  Conversation,
  ConversationState,
  Cursor,
  Doing,
  FileInput,
  Id,
  Macro,
  MessageBody,
  NewTicket,
  Page,
  Priority,
  ProfilePatch,
  SearchHit,
  Tag,
  Team,
  Ticket,
  TicketForm,
  Timestamp,
  ViewDef,
  WrittenKind,
} from '../contract/index.js';
import type {BulkAction} from './bulk-action.js';
import type {Choices} from './choices.js';
import type {DraftChange} from './draft.js';
import type {ListQuery} from './state.js';
import type {NewView} from './views.js';

/** Ends what a command began: whoever starts it, stops it. */
export type Release = () => void;

export interface SendOptions {
  /** What leaves instead of the draft's text: a host may have changed it. */
  readonly body?: MessageBody;
  readonly thenState?: ConversationState;
}

/**
 * Everything an element may ask for. No command throws: what goes wrong is shown where it belongs (the message, the list, the
 * thread) or as a notice.
 */
export interface Commands {
  /** Loads a list and keeps it up to date until released. */
  openList(query: ListQuery): Release;
  /** Next page of an open list. */
  loadMore(query: ListQuery): void;
  /** Reads an open list again from its top. */
  reloadList(query: ListQuery): void;
  /**
   * Tells which rows the reader sees: past a thousand conversations those far away are let go, but for `keep`, and read again when the reader comes near.
   * The place of each row stays.
   */
  trimList(query: ListQuery, shown: readonly Id[], keep: readonly Id[]): void;
  /** How a view's list is ordered and narrowed; remembered. */
  arrangeList(view: Id, arrangement: Pick<ListQuery, 'sort' | 'filter'>): void;

  /** Loads a conversation and its newest messages (or those around one), and keeps them up to date until released. */
  openThread(conversationId: Id, around?: Id): Release;
  /** Shows the stretch around a message, loading it where it is not there. */
  showMessage(conversationId: Id, messageId: Id): void;
  /** Goes back to the newest messages. */
  showLatest(conversationId: Id): void;
  loadEarlier(conversationId: Id): void;
  loadLater(conversationId: Id): void;
  reloadThread(conversationId: Id): void;
  /**
   * Lets go of the messages farthest from the reader, who is near the other end; not of the row `keep` and what lies beyond it. They are
   * loaded again when the reader goes there.
   */
  trimThread(conversationId: Id, end: 'start' | 'end', keep?: string): void;
  /** Everything up to `messageId` (absent: the newest loaded) has been seen. */
  markRead(conversationId: Id, messageId?: Id): void;
  markUnread(conversationId: Id): void;

  /** Which of the two the composer shows; moves no text. */
  compose(conversationId: Id, kind: WrittenKind): void;
  setDraft(conversationId: Id, kind: WrittenKind, change: DraftChange): void;
  /** Says that this tab writes the draft now: another tab that does so too is told. */
  claimDraft(conversationId: Id, kind: WrittenKind): void;
  /** Sends the draft of that kind. Returns the message's client id, or undefined when there is nothing to send. */
  send(conversationId: Id, kind: WrittenKind, options?: SendOptions): string | undefined;
  /** Calls back a message that has not left: its text becomes the draft again. */
  undoSend(clientId: string): void;
  /** A failed message once more, with the same client id. */
  retry(clientId: string): void;
  /** A message the backend has but could not deliver: its words once more, as a new message. */
  resend(conversationId: Id, messageId: Id): void;
  /** The same as a draft, to be changed first. */
  writeAgain(conversationId: Id, messageId: Id): void;
  /** A failed message back into the draft; only where it can't have arrived. */
  editFailed(clientId: string): void;
  discard(clientId: string): void;
  /** Looks whether an unconfirmed message arrived. */
  checkAgain(clientId: string): void;
  /** The agent's word: leaves although it may be there already, is old, or others have answered. */
  sendAnyway(clientId: string): void;

  /** Other words for a message of one's own. False: refused, of which a notice tells; the words are the caller's to keep. */
  editMessage(conversationId: Id, messageId: Id, text: string): Promise<boolean>;
  /** Takes a message of one's own away. */
  deleteMessage(conversationId: Id, messageId: Id): void;

  archive(conversationId: Id): void;
  reopen(conversationId: Id): void;
  snooze(conversationId: Id, until: Timestamp | 'next-message'): void;
  takeOver(conversationId: Id): void;
  handBack(conversationId: Id): void;
  undo(conversationId: Id): void;
  /** Holds the undo time while the pointer or focus is on its toast. */
  pauseUndo(conversationId: Id): void;
  resumeUndo(conversationId: Id): void;
  dismissUndo(conversationId: Id): void;

  escalate(conversationId: Id, reason?: string): void;
  clearEscalation(conversationId: Id): void;
  assign(conversationId: Id, to: {agentId?: Id | null; teamId?: Id | null}): void;
  /** Who may get it; empty when it can't be told. */
  assignees(conversationId: Id): Promise<readonly (Agent | Team)[]>;
  setPriority(conversationId: Id, priority: Priority | null): void;
  changeTags(conversationId: Id, change: {add?: readonly Tag[]; remove?: readonly Tag[]}): void;
  tags(): Promise<readonly Tag[]>;

  /** The same with several conversations; one notice names those that could not. Archiving and reopening can be undone. */
  bulk(conversationIds: readonly Id[], action: BulkAction): void;

  loadContact(contactId: Id): void;
  /** Newest first; empty when they can't be read. */
  contactConversations(contactId: Id): Promise<readonly Conversation[]>;
  /** Why and since when it needs attention. */
  loadEscalations(conversationId: Id): void;
  /**
   * Shown at once, taken back when the backend refuses.
   *
   * @throws {AdapterError} so that the field can show what is wrong.
   */
  updateContact(contactId: Id, patch: Partial<Contact>): Promise<void>;
  loadTickets(conversationId: Id): void;
  /** @throws {AdapterError} so that the form can show what is wrong with which field. */
  ticketForm(conversationId: Id | undefined): Promise<TicketForm>;
  /** @throws {AdapterError} so that the form can show what is wrong with which field. */
  createTicket(ticket: Omit<NewTicket, 'clientId'>, clientId: string): Promise<Ticket>;

  /** @throws {AdapterError} like all that answer a promise here: whoever asked shows it. */
  search(text: string, query?: {scope?: readonly SearchHit['scope'][]; cursor?: Cursor}): Promise<Page<SearchHit>>;
  canned(text: string, conversationId: Id, kind: WrittenKind): Promise<readonly CannedReply[]>;
  macros(): Promise<readonly Macro[]>;
  /** Its effect arrives as events; what goes wrong is a notice. */
  runMacro(id: Id, conversationId: Id): void;
  /** For mentions: those whose name fits, who may see the conversation. */
  agents(text: string, conversationId: Id): Promise<readonly Agent[]>;
  /** Colleagues, whoever they may see; empty when they can't be read. */
  directory(): Promise<readonly Agent[]>;
  createTag(name: string): Promise<Tag | undefined>;
  /**
   * Keeps a filter and an order as a view of that name, or puts it in the place of the one with that id. Where `can` has 'views.save'.
   *
   * @throws {AdapterError} what the backend did not take.
   */
  saveView(view: NewView): Promise<ViewDef>;
  /**
   * Where `can` has 'views.remove'. No conversation goes with it.
   *
   * @throws {AdapterError} what the backend did not do.
   */
  removeView(id: Id): Promise<void>;
  /** Where a file can be fetched from; undefined when it can't. Call `revoke` when it is not shown any more. */
  fileUrl(attachment: Attachment): Promise<{readonly href: string; revoke?(): void} | undefined>;
  loadProfile(): void;
  /**
   * Name, signature and the like: to the backend where it keeps them, otherwise into this browser.
   *
   * @throws {AdapterError} so that the form can show what is wrong with which field.
   */
  updateProfile(patch: Pick<ProfilePatch, 'name' | 'signature'>): Promise<void>;
  /** Null takes it away. @throws {AdapterError} as `updateProfile`. */
  setAvatar(picture: FileInput | null): Promise<void>;
  /**
   * As `choose`, and to the backend what it keeps of it.
   *
   * @throws {AdapterError} after taking back what the backend did not take.
   */
  prefer(change: Partial<Choices>): Promise<void>;

  /** Tells the contact's side (reply) or colleagues (note) that this agent is typing; call it on every key, it is throttled. */
  type(conversationId: Id, kind: WrittenKind): void;
  /** Tells colleagues what this agent does here until released. */
  attend(conversationId: Id, doing: Doing): Release;
  setAvailability(availability: Availability): void;

  loadNotifications(): void;
  loadMoreNotifications(): void;
  markNotificationRead(id: Id): void;
  markAllNotificationsRead(): void;

  choose(change: Partial<Choices>): void;
  dismissNotice(id: string): void;
}
