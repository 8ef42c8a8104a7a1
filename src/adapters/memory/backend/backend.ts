import type {
  CannedReply,
  Clock,
  Contact,
  Escalation,
  Id,
  LoopEvent,
  Tag,
  Ticket,
  TicketField,
  Timestamp,
} from '../../../contract/index.js';
import type {FileMacro, FileView} from '../conversation-file.js';
import {seeded, type Random} from '../random.js';
import {Schedule} from '../schedule.js';
import {notFound} from './errors.js';
import {EventLog, type LogItem} from './event-log.js';
import type {EventStream} from './event-stream.js';
import {Lists} from './lists.js';
import {Notifications} from './notifications.js';
import {Presence} from './presence.js';
import {ReadMarks} from './read-marks.js';
import type {AgentRow, ContactRow, ConversationRow, FileRow, TeamRow, UndoRow} from './rows.js';

export interface BackendSettings {
  readonly clock: Clock;
  readonly seed: number;
  readonly automated: boolean;
  readonly idempotentSend: 'server' | 'lookup' | 'none';
  readonly undo: 'restore' | 'hold';
  /** How many entries of the event log are kept. */
  readonly logLimit: number;
}

/** A desk kept in memory: its tables, its event log, and what happens in it by itself. One per adapter, shared by its sessions. */
export class MemoryBackend {
  readonly agents = new Map<Id, AgentRow>();
  readonly teams = new Map<Id, TeamRow>();
  readonly tags = new Map<Id, Tag>();
  readonly contacts = new Map<Id, ContactRow>();
  readonly conversations = new Map<Id, ConversationRow>();
  readonly views = new Map<Id, FileView>();
  readonly macros = new Map<Id, FileMacro>();
  readonly tickets = new Map<Id, Ticket>();
  readonly escalations = new Map<Id, Escalation>();
  readonly files = new Map<Id, FileRow>();
  readonly undos = new Map<string, UndoRow>();
  /** Ids of messages by conversation, author and client id. */
  readonly sent = new Map<string, Id>();
  readonly marks = new ReadMarks();
  readonly notifications = new Notifications();
  readonly presence = new Presence(this);
  readonly lists = new Lists(this);
  readonly streams = new Set<EventStream>();
  readonly schedule = new Schedule(() => this.clock);
  readonly random: Random;
  readonly automated: boolean;
  readonly idempotentSend: 'server' | 'lookup' | 'none';
  readonly undo: 'restore' | 'hold';
  canned: readonly CannedReply[] = [];
  ticketFields: readonly TicketField[] = [];
  me: Id | undefined;
  clock: Clock;
  log: EventLog;
  /** Are events told twice? */
  repeatsEvents = (): boolean => false;
  /** What reacts to a message from a contact: the responder, the live desk. */
  readonly onIncoming = new Set<(row: ConversationRow) => void>();
  /** What reacts to a reply of an agent. */
  readonly onReply = new Set<(row: ConversationRow, messageId: Id) => void>();
  /** Hears of every change that should outlive the page. */
  onChange: (() => void) | undefined;
  readonly #logLimit: number;
  #rev = 0;
  #order = 0;
  #ids = 0;
  #number = 0;
  #flushing = false;

  constructor({clock, seed, automated, idempotentSend, undo, logLimit}: BackendSettings) {
    this.clock = clock;
    this.random = seeded(seed);
    this.automated = automated;
    this.idempotentSend = idempotentSend;
    this.undo = undo;
    this.#logLimit = logLimit;
    this.log = new EventLog(clock.now().toString(36), logLimit);
  }

  /** How far the counters are; for a snapshot. */
  get counters(): {readonly epoch: string; readonly rev: number; readonly order: number; readonly ids: number} {
    return {epoch: this.log.epoch, rev: this.#rev, order: this.#order, ids: this.#ids};
  }

  /** Goes on where a snapshot left off: cursors older than it are met with a reset. */
  resume({epoch, rev, order, ids}: MemoryBackend['counters']): void {
    this.#rev = rev;
    this.#order = order;
    this.#ids = ids;
    this.log = new EventLog(epoch, this.#logLimit, rev);
  }

  now(): Timestamp {
    return new Date(this.clock.now()).toISOString();
  }

  nextRev(): number {
    return ++this.#rev;
  }

  /** Padded, so that the tenth message stands after the ninth. */
  nextOrder(): string {
    return String(++this.#order).padStart(12, '0');
  }

  /** What people call the next conversation: one more than the highest so far. */
  nextNumber(): string {
    if (this.#number === 0) {
      for (const {number} of this.conversations.values()) this.#number = Math.max(this.#number, Number(number) || 0);
    }
    return String(++this.#number);
  }

  newId(kind: string): Id {
    return `${kind}-${this.log.epoch}-${(++this.#ids).toString(36)}`;
  }

  viewIds(): Id[] {
    return ['active', 'archived', ...(this.automated ? ['automated'] : []), ...this.views.keys()];
  }

  sees(agentId: Id, row: ConversationRow): boolean {
    return !row.hiddenFrom?.includes(agentId);
  }

  /** @throws {AdapterError} `not-found`, also for one this agent may not see: that it exists is told to nobody else. */
  conversation(id: Id, agentId?: Id): ConversationRow {
    const row = this.conversations.get(id);
    if (!row || (agentId !== undefined && !this.sees(agentId, row))) throw notFound('conversation', id);
    return row;
  }

  contact(id: Id): ContactRow {
    const contact = this.contacts.get(id);
    if (!contact) throw notFound('contact', id);
    return contact;
  }

  putContact(contact: Contact): ContactRow {
    const rev = this.nextRev();
    const row = {...contact, rev, version: String(rev)};
    this.contacts.set(row.id, row);
    return row;
  }

  /** The one way to change a conversation: keeps lists and log right. */
  change(row: ConversationRow, edit: () => void, how: 'change' | 'aside' = 'change'): void {
    const hidden = row.hiddenFrom;
    edit();
    row.rev = this.nextRev();
    if (how === 'change') row.version = row.rev;
    this.lists.refresh(row);
    this.say({of: 'conversation', id: row.id});
    for (const only of row.hiddenFrom ?? []) {
      if (!hidden?.includes(only)) this.say({of: 'event', only, event: {type: 'conversation.removed', id: row.id}});
    }
  }

  /** Writes a happening down and has it told, soon and together with what follows at once. */
  say(item: LogItem): void {
    this.log.add(this.nextRev(), item);
    this.onChange?.();
    this.#flush();
  }

  /** Tells those who look on now, all but `from`; nobody hears of it later. */
  tell(conversationId: Id | undefined, from: Id | undefined, event: LoopEvent | ((receiver: Id) => LoopEvent)): void {
    const row = conversationId === undefined ? undefined : this.conversations.get(conversationId);
    for (const stream of this.streams) {
      if (stream.agentId === from || (row && !this.sees(stream.agentId, row))) continue;
      stream.tell(typeof event === 'function' ? event(stream.agentId) : event);
    }
    this.#flush();
  }

  #flush(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    queueMicrotask(() => {
      this.#flushing = false;
      for (const stream of [...this.streams]) stream.wake();
    });
  }
}
