import type {
  Capabilities,
  Conversation,
  Feature,
  Message,
  Tag,
} from '../../src/contract/index.js';
import type {Commands} from '../../src/store/commands.js';
import {EntityTable} from '../../src/store/entity-table.js';
import type {Fact, FactListener} from '../../src/store/facts.js';
import type {Inbox} from '../../src/store/inbox.js';
import {OrderedKeys} from '../../src/store/ordered-keys.js';
import {emptyState} from '../../src/store/runtime.js';
import {listKey} from '../../src/store/selectors.js';
import type {ConversationList, InboxState, ListQuery, RowPosition, Thread, ThreadMessage} from '../../src/store/state.js';
import {Store} from '../../src/store/store.js';
import {FakeClock, settle} from './fake-clock.js';

type Writable<T> = {-readonly [K in keyof T]: T[K]};
export type WritableState = Writable<InboxState>;

/** One call of a command: its name, then its arguments. */
export type Call = readonly [name: keyof Commands, ...args: unknown[]];

export const everyCapability: Capabilities = {
  views: [
    {id: 'active', role: 'active'},
    {id: 'archived', role: 'archived'},
    {id: 'automated', role: 'automated'},
  ],
  filters: ['assignee', 'unread', 'channel', 'tags', 'topic', 'escalated', 'priority'],
  sorts: ['activity-desc', 'waiting-asc', 'created-desc'],
  kinds: ['reply', 'note'],
  bodyFormats: ['markdown', 'text'],
  events: {transport: 'in-page', resume: 'cursor', ordering: 'per-conversation', types: []},
  idempotentSend: 'server',
  states: ['active', 'archived', 'automated', 'snoozed'],
  snooze: {nextMessage: true},
  archive: {clearsNotifications: 'server', reopenOnReply: true, reopenOnIncoming: true, undo: 'restore'},
  send: {thenState: true, replyTo: true, mentions: true, mail: true, staleGuard: 'client'},
  attachments: {mode: 'upload-first', progress: true},
  tickets: {model: 'linked', form: 'schema'},
  sentiment: 'both',
  totals: 'exact',
};

export const everyFeature: readonly Feature[] = [
  'counts', 'readState', 'tags', 'assignment', 'priority', 'contacts', 'tickets', 'notifications', 'escalations',
  'upload', 'canned', 'macros', 'typing', 'availability', 'presence', 'directory', 'views',
];

/** 2026-03-24T14:30:00Z: the moment at which `FakeClock` stands. */
export const now = Date.parse('2026-03-24T14:30:00Z');
export const minutesAgo = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();

export const tag = (name: string): Tag => ({id: name, name});

export function conversation(id: string, about: Partial<Conversation> = {}): Conversation {
  return {
    id,
    subject: `Subject ${id}`,
    state: 'active',
    channel: {kind: 'email', name: 'Help desk'},
    contact: {id: `contact-${id}`, name: `Contact ${id}`},
    tags: [],
    unread: 0,
    preview: `Preview ${id}`,
    createdAt: minutesAgo(600),
    activityAt: minutesAgo(10),
    ...about,
  };
}

export function message(id: string, conversationId: string, about: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id,
    key: id,
    conversationId,
    kind: 'incoming',
    order: id,
    author: {kind: 'contact', id: `contact-${conversationId}`, name: `Contact ${conversationId}`},
    body: {format: 'text', value: `Text of ${id}`},
    attachments: [],
    createdAt: minutesAgo(5),
    ...about,
  };
}

function freshState(): WritableState {
  return {
    ...emptyState(),
    connection: {status: 'live'},
    session: {
      me: {id: 'me', name: 'Lena Brandt', availability: 'online'},
      adapterName: 'fake',
      capabilities: everyCapability,
      features: new Set(everyFeature),
      identity: 'fake:me',
    },
    views: everyCapability.views,
    keeps: true,
  };
}

/** An inbox without a backend: a test writes its state and reads which commands were called. */
export class FakeInbox implements Inbox {
  readonly clock = new FakeClock(now);
  readonly #store = new Store<WritableState>(freshState());
  readonly #listeners = new Set<FactListener>();
  /** Every command called, in order. */
  readonly calls: Call[] = [];
  /** Answers of commands that return something, by name. */
  readonly answers: Partial<Record<keyof Commands, (...args: never[]) => unknown>> = {};
  /** Of the inbox's own methods. */
  readonly lifeCalls: string[] = [];
  /** How many of `openList`, `openThread` and `attend` have not been released. */
  held = 0;

  readonly commands: Commands = new Proxy({} as Commands, {
    get: (_target, name: keyof Commands) => (...args: unknown[]) => {
      this.calls.push([name, ...args]);
      const answer = this.answers[name];
      if (answer) return answer(...(args as never[]));
      if (name === 'openList' || name === 'openThread' || name === 'attend') {
        this.held++;
        return () => void this.held--;
      }
      if (['tags', 'assignees', 'directory', 'agents', 'canned', 'macros'].includes(name)) return Promise.resolve([]);
      if (name === 'ticketForm') return Promise.resolve({fields: []});
      return undefined;
    },
  });

  readonly ports: Inbox['ports'] = {
    clock: this.clock,
    fetch: () => Promise.reject(new Error('No network in tests')),
    newId: (() => {
      let count = 0;
      return () => `id-${++count}`;
    })(),
    random: () => 0.5,
    log: () => undefined,
  };

  get state(): WritableState {
    return this.#store.state;
  }

  commit(write: (state: WritableState) => void): void {
    this.#store.commit(write);
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  select<T>(read: (state: InboxState) => T, onChange: (value: T) => void, isEqual: (a: T, b: T) => boolean = Object.is): () => void {
    let seen = read(this.state);
    return this.subscribe(() => {
      const next = read(this.state);
      if (isEqual(seen, next)) return;
      seen = next;
      onChange(next);
    });
  }

  listen(listener: FactListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Lets a fact happen. */
  tell(fact: Fact): void {
    for (const listener of [...this.#listeners]) listener(fact);
  }

  setAdapter(): void {
    this.lifeCalls.push('setAdapter');
  }
  configure(): void {
    this.lifeCalls.push('configure');
  }
  connect(): void {
    this.lifeCalls.push('connect');
  }
  retry(): void {
    this.lifeCalls.push('retry');
  }
  async forget(): Promise<void> {
    this.lifeCalls.push('forget');
  }
  async close(): Promise<void> {
    this.lifeCalls.push('close');
  }

  /** Calls of one command, without its name. */
  called(name: keyof Commands): unknown[][] {
    return this.calls.filter((call) => call[0] === name).map(([, ...args]) => args);
  }

  /** A loaded list with these conversations in this order. */
  putList(query: ListQuery, conversations: readonly Conversation[], about: Partial<ConversationList> = {}): void {
    const ids = new OrderedKeys<RowPosition>((a, b) => a.rank - b.rank || a.value - b.value);
    this.commit((state) => {
      conversations.forEach((record, value) => {
        state.conversations.put(record.id, record);
        ids.place(record.id, {rank: record.state === 'snoozed' ? 1 : 0, value});
      });
      const key = listKey(query);
      const version = (state.lists.get(key)?.version ?? 0) + 1;
      state.lists.put(key, {
        key, query, status: 'ready', ids, version, loadingMore: false, total: conversations.length, stale: false, ...about,
      });
    });
  }

  /** Changes a list in place, as the store does: order, set and status. */
  changeList(query: ListQuery, change: (ids: OrderedKeys<RowPosition>) => void, about: Partial<ConversationList> = {}): void {
    this.commit((state) => {
      const list = state.lists.get(listKey(query));
      if (!list) throw new Error('putList comes first');
      change(list.ids);
      state.lists.put(list.key, {...list, version: list.version + 1, ...about});
    });
  }

  /** A loaded thread with these messages, oldest first. */
  putThread(conversationId: string, messages: readonly ThreadMessage[], about: Partial<Thread> = {}): void {
    const keys: Thread['keys'] = new OrderedKeys((a, b) =>
      a.inFlight - b.inFlight || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    const table = new EntityTable<ThreadMessage>();
    for (const entry of messages) {
      table.put(entry.key, entry);
      keys.place(entry.key, {inFlight: entry.entry?.localOrder ?? 0, order: entry.order});
    }
    this.commit((state) => {
      const version = (state.threads.get(conversationId)?.version ?? 0) + 1;
      state.threads.put(conversationId, {
        conversationId, status: 'ready', keys, messages: table, version, loadingBefore: false, loadingAfter: false, stale: false, ...about,
      });
    });
  }

  /** Lets notifications, renders and what they start run. */
  settle(): Promise<void> {
    return settle(5);
  }
}

/** A loaded message as the backend has it. */
export type {Message};
