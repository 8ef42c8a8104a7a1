import type {Id, Message} from '../model/index.js';
import type {OutboxEntry} from './outbox-entry.js';
import type {Runtime} from './runtime.js';
import type {Thread, ThreadMessage} from './state.js';
import {ThreadGaps} from './thread-gaps.js';
import type {Threads} from './threads.js';

/** Messages that stay when a thread is trimmed. */
const rowsKept = 200;
/** Past so many, what comes while nobody looks takes the place of the oldest: all day there is one that is not looked at and goes on. */
const rowsUnseen = 50;

/** Messages that come one by one: from the stream, from a write, from the outbox. Pages are the business of `Threads`. */
export class ThreadRecords {
  readonly #runtime: Runtime;
  readonly #threads: Threads;

  constructor(runtime: Runtime, threads: Threads) {
    this.#runtime = runtime;
    this.#threads = threads;
    threads.gaps = new ThreadGaps(runtime, threads);
    threads.onReset = (conversationId) => this.#showEntries(conversationId);
  }

  reload(conversationId: Id): void {
    this.#threads.reload(conversationId);
  }

  /** Somebody looks at it. */
  isWatched(conversationId: Id): boolean {
    return this.#threads.watched.includes(conversationId);
  }

  find(conversationId: Id, messageId: Id): ThreadMessage | undefined {
    const key = this.#threads.findKey(conversationId, messageId);
    return key === undefined ? undefined : this.#thread(conversationId)?.messages.get(key);
  }

  /** A message the stream told of, or the answer to a write. Returns false when it was known in this or a newer version. */
  put(message: Message): boolean {
    const open = this.#threads.opened(message.conversationId);
    const thread = this.#thread(message.conversationId);
    this.#threads.gaps?.tell(message.conversationId, message.id, message);
    if (!open || !thread || thread.status === 'failed') return true;
    const key = this.#threads.keyOf(message, open);
    const known = thread.messages.get(key);
    if (known?.rev !== undefined && message.rev !== undefined && message.rev < known.rev) return false;
    // Outside of the loaded stretch: it comes when the agent goes there.
    if (!known && (thread.after !== undefined || isBefore(message, thread))) return true;
    const isNew = !known || known.entry !== undefined;
    this.#runtime.commit(() => {
      this.#threads.putRecord(thread, open, message, key);
      this.#threads.patch(message.conversationId, {});
      if (!known && open.users === 0) this.trim(message.conversationId, 'start', undefined, Math.max(rowsUnseen, thread.keys.size - 1));
    });
    return isNew;
  }

  /** Shows a message otherwise than the backend has it, until its word comes. Returns what stands there now. */
  amend(conversationId: Id, messageId: Id, change: Partial<Message>): ThreadMessage | undefined {
    const thread = this.#thread(conversationId);
    const known = this.find(conversationId, messageId);
    if (!thread || !known || known.entry) return undefined;
    const amended: ThreadMessage = {...known, ...change};
    this.replace(known, amended);
    return amended;
  }

  /**
   * Lets go of messages at one end, but not of `keep` and what lies beyond it. They are loaded again when the reader goes there, from the
   * outermost that stayed.
   */
  trim(conversationId: Id, end: 'start' | 'end', keep?: string, rows = rowsKept): void {
    const thread = this.#thread(conversationId);
    const open = this.#threads.opened(conversationId);
    if (!thread || !open || thread.loadingBefore || thread.loadingAfter) return;
    const confirmed = thread.keys.keys.filter((key) => !thread.messages.get(key)?.entry);
    const kept = keep === undefined ? -1 : confirmed.indexOf(keep);
    const far = end === 'start' ? kept : kept < 0 ? -1 : confirmed.length - 1 - kept;
    const surplus = Math.min(confirmed.length - rows, far < 0 ? Infinity : far);
    if (surplus <= 0) return;
    const gone = end === 'start' ? confirmed.slice(0, surplus) : confirmed.slice(-surplus);
    const outermost = thread.messages.get(confirmed.at(end === 'start' ? surplus : -surplus - 1) ?? '');
    if (!outermost) return;
    for (const key of gone) {
      open.keyOf.delete(thread.messages.get(key)?.id ?? '');
      thread.keys.remove(key);
      thread.messages.delete(key);
    }
    this.#threads.patch(conversationId, {[end === 'start' ? 'before' : 'after']: {around: outermost.id}});
  }

  /** Puts one message in the place of another, unless something else stands there by now. */
  replace(before: ThreadMessage, after: ThreadMessage): void {
    const thread = this.#thread(before.conversationId);
    if (thread?.messages.get(before.key) !== before) return;
    thread.messages.put(before.key, after);
    this.#threads.patch(before.conversationId, {});
  }

  remove(conversationId: Id, messageId: Id): void {
    const open = this.#threads.opened(conversationId);
    const thread = this.#thread(conversationId);
    const key = open?.keyOf.get(messageId);
    this.#threads.gaps?.tell(conversationId, messageId, undefined);
    if (!open || !thread || key === undefined) return;
    thread.keys.remove(key);
    thread.messages.delete(key);
    open.keyOf.delete(messageId);
    this.#threads.patch(conversationId, edgesWithout(messageId, thread));
  }

  /** Shows one's own message on its way, or what became of it. */
  putEntry(entry: OutboxEntry, progress?: ThreadMessage['progress']): void {
    const thread = this.#thread(entry.conversationId);
    const me = this.#runtime.state.session?.me;
    if (!thread || !me) return;
    const message: ThreadMessage = {
      key: entry.clientId,
      id: entry.clientId,
      clientId: entry.clientId,
      conversationId: entry.conversationId,
      kind: entry.kind,
      order: '',
      author: {kind: 'agent', id: me.id, name: me.name, ...(me.avatarUrl && {avatarUrl: me.avatarUrl})},
      body: entry.body,
      attachments: (entry.files ?? []).map((file, index) => ({
        id: `${entry.clientId}/${index}`,
        name: file.name,
        mime: file.mime,
        bytes: file.blob.size,
      })),
      createdAt: new Date(entry.createdAt).toISOString(),
      delivery: entry.delivery,
      entry,
      ...(entry.mentions && {mentions: entry.mentions}),
      ...(entry.replyTo && {replyTo: entry.replyTo}),
      ...(progress && {progress}),
    };
    thread.messages.put(entry.clientId, message);
    thread.keys.place(entry.clientId, {inFlight: entry.localOrder, order: ''});
    this.#threads.patch(entry.conversationId, {});
  }

  /** The backend's record takes the place of the message that was on its way: same key, so its row stays. */
  settle(record: Message, clientId: string): void {
    const open = this.#threads.opened(record.conversationId);
    const thread = this.#thread(record.conversationId);
    this.#threads.gaps?.tell(record.conversationId, record.id, record);
    if (!open || !thread) return;
    const twin = open.keyOf.get(record.id);
    if (twin !== undefined && twin !== clientId) {
      // Its echo came without a client id and had a row of its own.
      thread.keys.remove(twin);
      thread.messages.delete(twin);
    }
    this.#threads.putRecord(thread, open, record, clientId);
    this.#threads.patch(record.conversationId, {});
  }

  /** Messages that are already the row of something that was sent here. */
  pairedIds(conversationId: Id): ReadonlySet<Id> {
    const paired = new Set<Id>();
    for (const message of this.#thread(conversationId)?.messages.values() ?? []) {
      if (!message.entry && message.key !== message.id) paired.add(message.id);
    }
    return paired;
  }

  /** Confirmed messages behind one of them, oldest first; undefined when that one is not loaded or the end is not. */
  after(conversationId: Id, messageId: Id): ThreadMessage[] | undefined {
    const thread = this.#thread(conversationId);
    const key = this.#threads.findKey(conversationId, messageId);
    if (!thread || key === undefined || thread.after !== undefined || thread.stale) return undefined;
    return thread.keys.keys
      .slice(thread.keys.indexOf(key) + 1)
      .map((later) => thread.messages.get(later))
      .filter((message) => message !== undefined && !message.entry) as ThreadMessage[];
  }

  /** Takes a message that will not be sent out of its thread. */
  removeEntry(entry: OutboxEntry): void {
    const thread = this.#thread(entry.conversationId);
    if (!thread?.messages.get(entry.clientId)?.entry) return;
    thread.keys.remove(entry.clientId);
    thread.messages.delete(entry.clientId);
    this.#threads.patch(entry.conversationId, {});
  }

  /**
   * Newest confirmed message of the kinds that `accepts` names.
   *
   * @param upTo only that message and those before it count; when it is not loaded, none does.
   */
  newest(conversationId: Id, accepts: (message: ThreadMessage) => boolean = () => true, upTo?: Id): ThreadMessage | undefined {
    const thread = this.#thread(conversationId);
    if (!thread) return undefined;
    const last = upTo === undefined ? thread.keys.size - 1 : thread.keys.indexOf(this.#threads.findKey(conversationId, upTo) ?? '');
    for (let index = last; index >= 0; index--) {
      const message = thread.messages.get(thread.keys.keys[index] ?? '');
      if (message && !message.entry && accepts(message)) return message;
    }
    return undefined;
  }

  #showEntries(conversationId: Id): void {
    for (const entry of this.#runtime.state.outbox.values()) {
      if (entry.conversationId === conversationId) this.putEntry(entry);
    }
  }

  #thread(conversationId: Id): Thread | undefined {
    return this.#runtime.state.threads.get(conversationId);
  }
}

/** Older than what is loaded, of which there is more. */
function isBefore({order}: Message, {before, keys, messages}: Thread): boolean {
  const first = messages.get(keys.keys[0] ?? '');
  return before !== undefined && first !== undefined && !first.entry && order < first.order;
}

/** A thread that goes on from a message goes on from its neighbour when that message is gone. */
function edgesWithout(messageId: Id, {before, after, keys, messages}: Thread): Partial<Thread> {
  const from = (edge: Thread['before'], neighbour: string | undefined): Thread['before'] => {
    if (typeof edge !== 'object' || edge.around !== messageId) return edge;
    const message = messages.get(neighbour ?? '');
    return message && {around: message.id};
  };
  const confirmed = keys.keys.filter((key) => !messages.get(key)?.entry);
  return {before: from(before, confirmed[0]), after: from(after, confirmed.at(-1))};
}
