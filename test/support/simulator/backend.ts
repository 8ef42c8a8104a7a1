import {
  AdapterError,
  type Adapter,
  type Agent,
  type Capabilities,
  type FileInput,
  type Id,
  type Conversation,
  type ConversationState,
  type EventBatch,
  type LoopEvent,
  type Message,
  type NewMessage,
  type Page,
  type SendResult,
  type Session,
  type StateChange,
  type UploadRef,
} from '../../../src/contract/index.js';
import type {Timeline} from './timeline.js';

export interface Profile {
  /** What a repeated send does. */
  readonly idempotentSend: 'server' | 'lookup' | 'none';
  readonly resume: 'cursor' | 'window' | 'none';
  /** How many happenings a late cursor can be told. */
  readonly logLimit: number;
  /** How far back a 'window' looks, in ms. */
  readonly windowMs: number;
  readonly transport: 'push' | 'in-page';
  readonly undo: 'restore' | 'hold';
  readonly staleGuard: 'server' | 'client';
  /** How files come; undefined: it takes none. */
  readonly attachments?: 'upload-first' | 'inline' | undefined;
}

export const plainProfile: Profile = {
  idempotentSend: 'server',
  resume: 'cursor',
  logLimit: 10_000,
  windowMs: 30_000,
  transport: 'push',
  undo: 'restore',
  staleGuard: 'client',
};

interface Row {
  conversation: Conversation;
  readonly messages: Message[];
}

interface Logged {
  readonly seq: number;
  readonly at: number;
  readonly event: LoopEvent;
}

interface Stream {
  readonly agentId: Id;
  take(batch: EventBatch): void;
  end(error?: AdapterError): void;
}

const pageLimit = 50;

/** The truth: what a schedule's messages became. Simple enough to be believed; no fault ever happens in it, only on the way to it. */
export class OracleBackend {
  readonly rows = new Map<string, Row>();
  /** By client id, how often each was asked to be stored. */
  readonly asked = new Map<string, number>();
  readonly #timeline: Timeline;
  readonly #profile: Profile;
  readonly #log: Logged[] = [];
  readonly #streams = new Set<Stream>();
  /** By agent; sessions of an earlier number are signed out for good. */
  readonly #revokedBefore = new Map<Id, number>();
  /** Conversations that became part of another one. */
  readonly #merged = new Map<Id, Id>();
  /** Conversations that nobody is shown any more. */
  readonly #hidden = new Set<Id>();
  /** Names of the files that wait for their message, by reference. */
  readonly #uploads = new Map<string, string>();
  readonly #byClientId = new Map<string, Message>();
  readonly #agents: readonly Agent[] = [
    {id: 'ann', name: 'Ann'},
    {id: 'ben', name: 'Ben'},
  ];
  #seq = 0;
  /** When the newest happening that the log has forgotten took place. */
  #forgottenAt = -Infinity;
  #ids = 0;
  #signIns = 0;
  /** Sessions of an earlier number are expired. */
  #goodFrom = 0;
  /** The most streams of events that stood at one time. */
  mostStreams = 0;
  /** How long a session takes to close. */
  closingMs = 0;
  /** How many streams of events were opened. */
  opened = 0;

  constructor(timeline: Timeline, profile: Partial<Profile> = {}, conversations = 3, incoming = 1) {
    this.#timeline = timeline;
    this.#profile = {...plainProfile, ...profile};
    for (let index = 1; index <= conversations; index++) {
      this.#begin(`k${index}`);
      for (let message = 0; message < incoming; message++) this.incoming(`k${index}`, `hello ${message} of k${index}`);
    }
  }

  get streams(): number {
    return this.#streams.size;
  }

  /** The contact writes. */
  incoming(conversationId: string, text: string): Message {
    const {conversation} = this.#row(conversationId);
    return this.#append(conversationId, {
      kind: 'incoming',
      author: {kind: 'contact', id: conversation.contact.id, name: conversation.contact.name ?? ''},
      body: {format: 'text', value: text},
    });
  }

  /** A colleague who is in no simulated tab writes. */
  colleague(conversationId: string, text: string, clientId?: string): Message {
    return this.#append(conversationId, {
      kind: 'reply',
      author: {kind: 'agent', id: 'cleo', name: 'Cleo'},
      body: {format: 'text', value: text},
      delivery: 'sent',
      ...(clientId !== undefined && {clientId}),
    });
  }

  newConversation(): string {
    const id = `k${this.rows.size + 1}`;
    this.#begin(id);
    this.incoming(id, `hello of ${id}`);
    return id;
  }

  edit(messageId: string, text: string): void {
    for (const row of this.rows.values()) {
      const index = row.messages.findIndex(({id}) => id === messageId);
      const known = row.messages[index];
      if (!known) continue;
      const changed = {...known, rev: this.#seq + 1, body: {...known.body, value: text}};
      row.messages[index] = changed;
      this.#tell({type: 'message.upserted', message: changed});
    }
  }

  remove(conversationId: string, messageId: string): void {
    const row = this.#row(conversationId);
    const index = row.messages.findIndex(({id}) => id === messageId);
    if (index < 0) return;
    row.messages.splice(index, 1);
    this.#tell({type: 'message.removed', conversationId, messageId});
  }

  setState(conversationId: string, to: ConversationState): StateChange {
    const row = this.#row(conversationId);
    if (row.conversation.state !== to) this.#change(row, {state: to});
    return {conversation: row.conversation, removed: {notifications: [], escalations: []}};
  }

  /** Every session that stands is signed out. */
  expireSessions(): void {
    this.#goodFrom = this.#signIns + 1;
    this.endStreams(expired());
  }

  /** An agent's sessions that stand are signed out, and what was kept of them is to go. */
  revokeSessions(agentId: Id): void {
    this.#revokedBefore.set(agentId, this.#signIns + 1);
    for (const stream of [...this.#streams]) if (stream.agentId === agentId) stream.end(revoked());
  }

  /** From now on what is written to the one is put into the other. */
  merge(conversationId: Id, into: Id): void {
    this.#merged.set(conversationId, into);
  }

  /** Where what is written to a conversation is to be found, in the order in which it may have come there. */
  placesOf(conversationId: Id): readonly Id[] {
    return [conversationId, this.#merged.get(conversationId) ?? conversationId];
  }

  isHidden(conversationId: Id): boolean {
    return this.#hidden.has(conversationId);
  }

  /** Deleted, or taken from these agents: it may come back. */
  hide(conversationId: Id): void {
    if (this.#hidden.has(conversationId)) return;
    this.#hidden.add(conversationId);
    this.#tell({type: 'conversation.removed', id: conversationId});
  }

  unhide(conversationId: Id): void {
    if (!this.#hidden.delete(conversationId)) return;
    this.#change(this.#row(conversationId), {});
  }

  /** What was uploaded and not sent is gone. */
  forgetUploads(): void {
    this.#uploads.clear();
  }

  /** No cursor made so far can be resumed from. */
  expireCursors(): void {
    for (const {at} of this.#log.splice(0)) this.#forgottenAt = at;
  }

  endStreams(error?: AdapterError): void {
    for (const stream of [...this.#streams]) stream.end(error);
  }

  /** The adapter of one machine; the token is the agent's id. */
  adapter(): Adapter {
    return {
      name: 'oracle',
      contract: 1,
      connect: async ({getToken}, options) => {
        const token = await getToken?.('initial', options);
        const me = this.#agents.find(({id}) => id === token);
        if (!me) throw new AdapterError({code: 'auth', reason: 'missing', message: 'Nobody is signed in'});
        return this.#session(me, ++this.#signIns);
      },
    };
  }

  #session(me: Agent, signIn: number): Session {
    const streams = new Set<Stream>();
    let closed = false;
    const check = () => {
      if (closed) throw new AdapterError({code: 'network', applied: 'no', message: 'The session is closed'});
      if (signIn < (this.#revokedBefore.get(me.id) ?? 0)) throw revoked();
      if (signIn < this.#goodFrom) throw expired();
    };
    const run = async <T>(work: () => T): Promise<T> => {
      check();
      return Promise.resolve(work());
    };
    return {
      me,
      identity: `oracle ${me.id}`,
      capabilities: this.#capabilities(),
      listConversations: ({view, cursor, limit = pageLimit}) => run(() => this.#list(view, cursor, limit)),
      getConversation: (id) => run(() => this.#shown(id).conversation),
      listMessages: (id, query) => run(() => this.#page(id, query)),
      sendMessage: (message) => run(() => this.#send(me, message)),
      setState: (id, to) => run(() => this.setState(id, to)),
      events: ({after, signal}) => this.#events(check, streams, me.id, after, signal),
      ...(this.#profile.attachments === 'upload-first' && {upload: {put: (file: FileInput) => run(() => this.#put(file)), discard: () => run(() => undefined)}}),
      ...(this.#profile.idempotentSend === 'lookup' && {
        lookup: {sent: (_conversationId: string, clientId: string) => run(() => this.#byClientId.get(clientId) ?? null)},
      }),
      close: () => {
        closed = true;
        for (const stream of [...streams]) stream.end();
        return this.closingMs > 0 ? new Promise((done) => this.#timeline.in(this.closingMs, done)) : Promise.resolve();
      },
    };
  }

  #send(me: Agent, message: NewMessage): SendResult {
    const {idempotentSend, staleGuard} = this.#profile;
    this.asked.set(message.clientId, (this.asked.get(message.clientId) ?? 0) + 1);
    const row = this.#shown(message.conversationId);
    const known = this.#byClientId.get(message.clientId);
    if (known && idempotentSend === 'server') return {message: known};
    if (staleGuard === 'server' && message.lastSeen !== undefined) {
      const seen = row.messages.findIndex(({id}) => id === message.lastSeen);
      const news = row.messages.slice(seen + 1).some(({kind, author}) => (kind === 'incoming' || kind === 'reply') && author.id !== me.id);
      if (news) throw new AdapterError({code: 'conflict', reason: 'stale-reply', message: 'Somebody wrote since'});
    }
    const stored = this.#append(this.#merged.get(message.conversationId) ?? message.conversationId, {
      attachments: (message.attachments ?? []).map((file) => this.#taken(file)),
      kind: message.kind,
      author: {kind: 'agent', id: me.id, name: me.name},
      body: message.body,
      delivery: 'sent',
      ...(idempotentSend !== 'none' && {clientId: message.clientId}),
    });
    if (idempotentSend !== 'none') this.#byClientId.set(message.clientId, stored);
    const state = message.thenState && this.setState(message.conversationId, message.thenState);
    return {message: stored, ...(state && {state})};
  }

  #append(conversationId: string, message: Pick<Message, 'kind' | 'author' | 'body' | 'delivery' | 'clientId'> & Partial<Pick<Message, 'attachments'>>): Message {
    const row = this.#row(conversationId);
    const stored: Message = {
      id: `m${++this.#ids}`,
      conversationId,
      // Behind all others of its conversation, in the order of storing.
      order: String(this.#ids).padStart(10, '0'),
      rev: this.#seq + 1,
      attachments: [],
      createdAt: new Date(this.#timeline.now()).toISOString(),
      ...message,
    };
    row.messages.push(stored);
    this.#tell({type: 'message.upserted', message: stored});
    this.#change(row, {
      activityAt: stored.createdAt,
      ...(message.kind === 'incoming' && row.conversation.state === 'archived' && {state: 'active'}),
    });
    return stored;
  }

  #put({name, mime, blob}: FileInput): UploadRef {
    const ref = `u${++this.#ids}`;
    this.#uploads.set(ref, name);
    return {ref, name, mime, bytes: blob.size};
  }

  #taken(file: UploadRef | FileInput): Message['attachments'][number] {
    const {name, mime} = file;
    if ('ref' in file && this.#uploads.get(file.ref) !== name) throw new AdapterError({code: 'validation', issues: [], message: `No upload ${file.ref}`});
    return {id: `f${++this.#ids}`, name, mime};
  }

  #change(row: Row, change: Partial<Conversation>): void {
    row.conversation = {...row.conversation, ...change, rev: this.#seq + 1};
    this.#tell({type: 'conversation.upserted', conversation: row.conversation});
  }

  #begin(id: string): void {
    const at = new Date(this.#timeline.now()).toISOString();
    this.rows.set(id, {
      conversation: {
        id,
        state: 'active',
        channel: {kind: 'web-chat'},
        contact: {id: `c${id}`, name: `Customer of ${id}`},
        tags: [],
        unread: null,
        createdAt: at,
        activityAt: at,
        rev: this.#seq + 1,
      },
      messages: [],
    });
  }

  #row(id: string): Row {
    const row = this.rows.get(id);
    if (!row) throw new AdapterError({code: 'not-found', message: `No conversation ${id}`});
    return row;
  }

  #shown(id: string): Row {
    if (this.#hidden.has(id)) throw new AdapterError({code: 'not-found', message: `No conversation ${id}`});
    return this.#row(id);
  }

  #list(view: string, cursor: string | undefined, limit: number): Page<Conversation> {
    const wanted = this.inView(view);
    const from = cursor === undefined ? 0 : wanted.findIndex(({id}) => id === cursor) + 1;
    const items = wanted.slice(from, from + limit);
    const last = items.at(-1);
    return {items, total: wanted.length, ...(last && from + limit < wanted.length && {next: last.id})};
  }

  /** Newest activity first. */
  inView(view: string): Conversation[] {
    return [...this.rows.values()]
      .map(({conversation}) => conversation)
      .filter(({id}) => !this.#hidden.has(id))
      .filter(({state}) => (view === 'archived' ? state === 'archived' : state !== 'archived'))
      .sort((a, b) => (a.activityAt === b.activityAt ? (a.id < b.id ? -1 : 1) : a.activityAt < b.activityAt ? 1 : -1));
  }

  #page(id: string, {limit = pageLimit, before, after}: {limit?: number; before?: string; after?: string}): Page<Message> {
    const {messages} = this.#shown(id);
    const isAfter = (order: string) => (message: Message) => message.order > order;
    const end = before === undefined ? messages.length : messages.filter(({order}) => order < before).length;
    const start = after === undefined ? Math.max(0, end - limit) : messages.findIndex(isAfter(after));
    const items = start < 0 ? [] : messages.slice(start, after === undefined ? end : start + limit);
    const [first, last] = [items[0], items.at(-1)];
    return {
      items,
      ...(first && first !== messages[0] && {prev: first.order}),
      ...(last && last !== messages.at(-1) && {next: last.order}),
    };
  }

  #tell(event: LoopEvent): void {
    this.#log.push({seq: ++this.#seq, at: this.#timeline.now(), event});
    if (this.#log.length > this.#profile.logLimit) this.#forgottenAt = this.#log.shift()?.at ?? this.#forgottenAt;
    for (const stream of this.#streams) stream.take(this.#batch([event], 'live'));
  }

  #batch(events: readonly LoopEvent[], phase: EventBatch['phase']): EventBatch {
    const {resume} = this.#profile;
    return {events, phase, ...(resume === 'cursor' && {cursor: String(this.#seq)}), ...(resume === 'window' && {cursor: String(this.#timeline.now())})};
  }

  #events(check: () => void, own: Set<Stream>, agentId: Id, after: string | undefined, signal: AbortSignal | undefined): AsyncIterable<EventBatch> {
    const waiting: EventBatch[] = [];
    let wake = () => {};
    let ended: {readonly error: AdapterError | undefined} | undefined;
    const stream: Stream = {
      agentId,
      take: (batch) => {
        waiting.push(batch);
        wake();
      },
      end: (error) => {
        ended ??= {error};
        this.#streams.delete(stream);
        own.delete(stream);
        wake();
      },
    };
    signal?.addEventListener('abort', () => stream.end(), {once: true});
    const begin = () => {
      check();
      const first = this.#first(after);
      stream.take(first);
      if (first.phase === 'catching-up') stream.take(this.#batch([], 'live'));
      this.opened++;
      this.#streams.add(stream);
      own.add(stream);
      this.mostStreams = Math.max(this.mostStreams, this.#streams.size);
    };
    return {
      async *[Symbol.asyncIterator]() {
        signal?.throwIfAborted();
        begin();
        try {
          for (;;) {
            const batch = waiting.shift();
            if (batch) yield batch;
            else if (ended) break;
            else await new Promise<void>((resolve) => (wake = resolve));
          }
          if (ended?.error) throw ended.error;
        } finally {
          stream.end();
        }
      },
    };
  }

  /** What a stream begins with: what was missed, or that nobody knows. */
  #first(after: string | undefined): EventBatch {
    if (after === undefined) return this.#batch([], 'live');
    const missed = this.#missed(Number(after));
    if (!missed) return this.#batch([{type: 'reset', reason: 'cursor-expired', scope: 'all'}], 'live');
    return this.#batch(missed.map(({event}) => event), missed.length > 0 ? 'catching-up' : 'live');
  }

  #missed(after: number): readonly Logged[] | undefined {
    const oldest = this.#log[0];
    if (this.#profile.resume === 'window') {
      const now = this.#timeline.now();
      const from = after - this.#profile.windowMs;
      return now - after > this.#profile.windowMs || this.#forgottenAt >= from ? undefined : this.#log.filter(({at}) => at >= from);
    }
    if (after < this.#seq && (!oldest || oldest.seq > after + 1)) return undefined;
    return this.#log.filter(({seq}) => seq > after);
  }

  #capabilities(): Capabilities {
    const {idempotentSend, resume, transport, undo, staleGuard} = this.#profile;
    return {
      views: [
        {id: 'active', role: 'active'},
        {id: 'archived', role: 'archived'},
      ],
      filters: [],
      sorts: ['activity-desc'],
      kinds: ['reply', 'note'],
      bodyFormats: ['text'],
      events: {transport, resume, ordering: 'per-conversation', types: ['message.upserted', 'message.removed', 'conversation.upserted', 'conversation.removed', 'reset']},
      idempotentSend,
      states: ['active', 'archived'],
      archive: {clearsNotifications: 'no', reopenOnReply: false, reopenOnIncoming: true, undo},
      send: {thenState: true, replyTo: false, mentions: false, mail: false, staleGuard},
      ...(this.#profile.attachments && {attachments: {mode: this.#profile.attachments, progress: false}}),
      totals: 'exact',
    };
  }
}

const expired = (): AdapterError => new AdapterError({code: 'auth', reason: 'expired', message: 'The sign-in has expired'});
const revoked = (): AdapterError => new AdapterError({code: 'auth', reason: 'revoked', message: 'The agent was signed out'});
