import {AdapterError, type MessageQuery, type Page} from '../contract/index.js';
import {canMove, type Delivery, type Id, type Message} from '../model/index.js';
import type {Release} from './commands.js';
import {EntityTable} from './entity-table.js';
import {OrderedKeys} from './ordered-keys.js';
import type {Records} from './records.js';
import {toAdapterError, type Runtime} from './runtime.js';
import type {MessagePosition, Thread, ThreadEdge, ThreadMessage} from './state.js';
import type {ThreadGaps} from './thread-gaps.js';
import {expectWhole} from './whole.js';

const pageSize = 50;
/** Threads kept after their conversation was left, so that going back shows them at once. */
const keptThreads = 12;

/** What is known of a thread besides its state. */
export interface OpenThread {
  users: number;
  /** Bumped when it is read anew: pages asked for before are dropped. */
  generation: number;
  /** Bumped when it begins anew: a page at an end that is gone would stand beside a hole. */
  stretch: number;
  /** Row key by message id: survives a re-read without client ids. */
  readonly keyOf: Map<Id, string>;
}

const comparePositions = (a: MessagePosition, b: MessagePosition): number =>
  a.inFlight - b.inFlight || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

/** Loads conversations' messages and keeps what is loaded up to date. */
export class Threads {
  readonly #runtime: Runtime;
  readonly #records: Records;
  /** In order of last use. */
  readonly #open = new Map<Id, OpenThread>();

  /** Called when a thread is begun anew: what is on its way in it has to be shown again. */
  onReset: (conversationId: Id) => void = () => undefined;

  /** Knows what pages miss; the late half's, as are the events that make pages miss something. */
  gaps: ThreadGaps | undefined;

  /** Called when somebody looks at other conversations: the connection has to know. */
  onWatched = (): void => undefined;

  constructor(runtime: Runtime, records: Records) {
    this.#runtime = runtime;
    this.#records = records;
  }

  open(conversationId: Id, around?: Id): Release {
    const known = this.#open.get(conversationId);
    const open = known ?? {users: 0, generation: 0, stretch: 0, keyOf: new Map<Id, string>()};
    this.#open.delete(conversationId);
    this.#open.set(conversationId, open);
    if (open.users++ === 0) this.#enter(conversationId, known !== undefined, around);
    else if (around) this.show(conversationId, around);
    this.onWatched();
    let released = false;
    return () => {
      if (released) return;
      released = true;
      open.users--;
      this.#evict();
      this.onWatched();
    };
  }

  /** The conversations somebody looks at. */
  get watched(): Id[] {
    return [...this.#open].filter(([, open]) => open.users > 0).map(([id]) => id);
  }

  /** Shows the stretch around a message, loading it where it is not there. */
  show(conversationId: Id, messageId: Id): void {
    if (this.findKey(conversationId, messageId) !== undefined) return;
    void this.#load(conversationId, {around: messageId, limit: pageSize}, 'replace');
  }

  showLatest(conversationId: Id): void {
    if (this.#thread(conversationId)?.after !== undefined) void this.#load(conversationId, {limit: pageSize}, 'replace');
  }

  reload(conversationId: Id): void {
    if (this.#open.has(conversationId)) void this.#load(conversationId, {limit: pageSize}, 'join');
  }

  /** Reads what is open: after connecting, and when a gap can't be ruled out. Kept ones are dropped. */
  reloadAll(which: 'all' | readonly Id[] = 'all'): void {
    for (const [id, open] of [...this.#open]) {
      if (which !== 'all' && !which.includes(id)) continue;
      if (open.users > 0) this.reload(id);
      else this.#drop(id);
    }
  }

  loadMissing(): void {
    for (const id of this.watched) {
      const thread = this.#thread(id);
      if (thread?.status !== 'ready' || thread.stale) this.reload(id);
    }
  }

  fail(error: AdapterError): void {
    for (const id of this.watched) {
      if (this.#thread(id)?.status !== 'ready') this.patch(id, {status: 'failed', error});
    }
  }

  markStale(): void {
    for (const id of this.#open.keys()) this.patch(id, {stale: true});
  }

  loadEarlier(conversationId: Id): void {
    const thread = this.#thread(conversationId);
    if (!thread || thread.before === undefined || thread.loadingBefore) return;
    this.patch(conversationId, {loadingBefore: true, error: undefined});
    void this.#load(conversationId, edgeQuery('before', thread.before), 'before');
  }

  loadLater(conversationId: Id): void {
    const thread = this.#thread(conversationId);
    if (thread?.after === undefined || thread.loadingAfter) return;
    this.patch(conversationId, {loadingAfter: true, error: undefined});
    void this.#load(conversationId, edgeQuery('after', thread.after), 'after');
  }

  /** Undefined while nobody has opened it. */
  opened(conversationId: Id): OpenThread | undefined {
    return this.#open.get(conversationId);
  }

  /** Row key of a loaded message. */
  findKey(conversationId: Id, messageId: Id): string | undefined {
    return this.#open.get(conversationId)?.keyOf.get(messageId);
  }

  clear(): void {
    for (const id of this.#open.keys()) {
      const open = this.#open.get(id);
      if (open && open.users > 0) this.#reset(id, open);
      else this.#drop(id);
    }
  }

  #enter(conversationId: Id, known: boolean, around: Id | undefined): void {
    const open = this.#open.get(conversationId);
    if (!open) return;
    if (!known) this.#reset(conversationId, open);
    else this.#placeDivider(conversationId);
    if (!this.#runtime.connected) return;
    const thread = this.#thread(conversationId);
    if (around && this.findKey(conversationId, around) === undefined) {
      void this.#load(conversationId, {around, limit: pageSize}, 'replace');
    } else if (!known || thread?.status !== 'ready' || thread.stale) {
      this.reload(conversationId);
    }
  }

  #reset(conversationId: Id, open: OpenThread): void {
    open.generation++;
    open.keyOf.clear();
    this.#runtime.commit((state) =>
      state.threads.put(conversationId, {
        conversationId,
        status: 'loading',
        keys: new OrderedKeys<MessagePosition>(comparePositions),
        messages: new EntityTable<ThreadMessage>(),
        version: 0,
        loadingBefore: false,
        loadingAfter: false,
        stale: false,
      }),
    );
    this.onReset(conversationId);
  }

  /**
   * Loads one page. 'join' keeps what is loaded where the page meets it and starts afresh where it does not, so that there is never a
   * hole in what is shown.
   */
  async #load(conversationId: Id, query: MessageQuery, how: 'join' | 'replace' | 'before' | 'after'): Promise<void> {
    const open = this.#open.get(conversationId);
    if (!open) return;
    const atEnd = how === 'before' || how === 'after';
    if (!atEnd) {
      open.generation++;
      this.gaps?.begin(open);
      // Pages at its ends that were asked for before will not be taken.
      this.patch(conversationId, {loadingBefore: false, loadingAfter: false});
    }
    const {generation, stretch} = open;
    const current = () => this.#open.get(conversationId) === open && open.generation === generation && (!atEnd || open.stretch === stretch);
    if (this.#thread(conversationId)?.status === 'failed') this.patch(conversationId, {status: 'loading', error: undefined});
    try {
      if (!atEnd) await this.#readConversation(conversationId);
      const page = await this.#runtime.call((session, options) => session.listMessages(conversationId, query, options));
      if (!Array.isArray(page?.items)) {
        throw new AdapterError({code: 'protocol', message: 'listMessages answered without items'});
      }
      if (!current()) return;
      this.#runtime.commit(() => this.#takePage(conversationId, open, page, how));
      if (how === 'join') await this.gaps?.readFurther(conversationId, page, current);
    } catch (error) {
      if (current()) this.#takeError(conversationId, toAdapterError(error), how);
    }
  }

  async #readConversation(conversationId: Id): Promise<void> {
    const began = this.#records.beginRead();
    const conversation = await this.#runtime.call((session, options) => session.getConversation(conversationId, options));
    this.#records.putRead(conversation, began);
  }

  #takePage(conversationId: Id, open: OpenThread, page: Page<Message>, how: 'join' | 'replace' | 'before' | 'after'): void {
    const thread = this.#thread(conversationId);
    if (!thread) return;
    const meets = how === 'join' && thread.status === 'ready' && this.#meets(thread, open, page);
    if (how === 'replace' || (how === 'join' && !meets)) this.#forgetConfirmed(thread, open);
    if (meets) this.gaps?.forgetDeleted(thread, open, page);
    for (const message of this.gaps?.complete(page, open) ?? page.items) this.putRecord(thread, open, message, this.keyOf(message, open));
    const edges: Partial<Thread> =
      how === 'before'
        ? {before: page.prev, loadingBefore: false}
        : how === 'after'
          ? {after: page.next, loadingAfter: false}
          : meets
            ? {after: page.next}
            : {before: page.prev, after: page.next, loadingBefore: false, loadingAfter: false};
    const first = thread.status !== 'ready';
    this.patch(conversationId, {...edges, status: 'ready', error: undefined, ...(how !== 'before' && how !== 'after' && {stale: false})});
    if (first) this.#placeDivider(conversationId);
  }

  #takeError(conversationId: Id, error: AdapterError, how: 'join' | 'replace' | 'before' | 'after'): void {
    const ready = this.#thread(conversationId)?.status === 'ready';
    const change: Partial<Thread> = {error, loadingBefore: false, loadingAfter: false};
    if (!ready) this.patch(conversationId, {...change, status: 'failed'});
    else this.patch(conversationId, how === 'join' ? {...change, stale: true} : change);
  }

  /** True when a page of the newest messages leaves no hole behind what is loaded. */
  #meets(thread: Thread, open: OpenThread, page: Page<Message>): boolean {
    if (thread.after !== undefined) return false;
    return page.prev === undefined || page.items.some((message) => open.keyOf.has(message.id));
  }

  #forgetConfirmed(thread: Thread, open: OpenThread): void {
    for (const key of [...thread.keys.keys]) {
      if (thread.messages.get(key)?.entry) continue;
      thread.keys.remove(key);
      thread.messages.delete(key);
    }
    open.keyOf.clear();
    open.stretch++;
  }

  /** A message of mine keeps the row it had while it was on its way; everybody else's goes by its id. */
  keyOf(message: Message, open: OpenThread): string {
    const known = open.keyOf.get(message.id);
    if (known !== undefined) return known;
    return message.clientId !== undefined && this.#isMine(message) ? message.clientId : message.id;
  }

  #isMine(message: Message): boolean {
    return message.author.kind === 'agent' && message.author.id === this.#runtime.state.session?.me.id;
  }

  putRecord(thread: Thread, open: OpenThread, message: Message, key: string): void {
    expectWhole(message.author, message.body, message.attachments);
    const known = thread.messages.get(key);
    if (known && !known.entry && known.rev !== undefined && message.rev !== undefined && message.rev < known.rev) return;
    // An entry in the outbox is settled by the outbox alone; until then its own line is shown.
    if (known?.entry && this.#runtime.state.outbox.has(key)) return;
    open.keyOf.set(message.id, key);
    const delivery = deliveryAfter(known?.entry ? undefined : known?.delivery, message);
    thread.messages.put(key, {...message, key, ...(delivery && {delivery})});
    thread.keys.place(key, {inFlight: 0, order: message.order});
  }

  /** Fixed on entering: what was unread then stays marked while the agent reads. */
  #placeDivider(conversationId: Id): void {
    const conversation = this.#runtime.state.conversations.get(conversationId);
    const unread = conversation?.unread ?? 0;
    const readUpTo = this.#runtime.state.choices.readUpTo[conversationId] ?? conversation?.readUpTo;
    const dividerAfter = unread > 0 ? (readUpTo ?? this.#beforeUnread(conversationId, unread)) : undefined;
    this.patch(conversationId, {dividerAfter});
  }

  /** Where the backend only counts: the message before that many incoming ones. */
  #beforeUnread(conversationId: Id, unread: number): Id | undefined {
    const thread = this.#thread(conversationId);
    let left = unread;
    for (const key of [...(thread?.keys.keys ?? [])].reverse()) {
      const message = thread?.messages.get(key);
      if (!message) continue;
      if (left === 0) return message.id;
      if (message.kind === 'incoming') left--;
    }
    return undefined;
  }

  #thread(conversationId: Id): Thread | undefined {
    return this.#runtime.state.threads.get(conversationId);
  }

  #evict(): void {
    const idle = [...this.#open].filter(([, open]) => open.users === 0).map(([id]) => id);
    for (const id of idle.slice(0, Math.max(0, idle.length - keptThreads))) this.#drop(id);
  }

  #drop(conversationId: Id): void {
    this.#open.delete(conversationId);
    this.#runtime.commit((state) => state.threads.delete(conversationId));
  }

  patch(conversationId: Id, change: Partial<Thread>): void {
    this.#runtime.commit((state) => {
      const thread = state.threads.get(conversationId);
      if (!thread) return;
      state.threads.put(conversationId, {...thread, ...change, version: thread.keys.version + thread.messages.version});
    });
  }
}

/** A page around a message reaches half as far to either side. */
const edgeQuery = (side: 'before' | 'after', edge: ThreadEdge): MessageQuery =>
  typeof edge === 'string' ? {[side]: edge, limit: pageSize} : {...edge, limit: 2 * pageSize};

/** A message never goes back on its way: 'read' stays read when an older word says 'sent'. */
function deliveryAfter(known: Delivery | undefined, message: Message): Delivery | undefined {
  if (!known || !message.delivery || known === message.delivery) return message.delivery ?? known;
  return canMove(known, message.delivery) ? message.delivery : known;
}
