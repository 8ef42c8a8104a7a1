import type {Conversation, Id} from '../contract/index.js';
import type {Runtime} from './runtime.js';
import {expectWhole} from './whole.js';

export type ConversationListener = (conversation: Conversation | undefined, id: Id) => void;

/** When a read began: what the stream told after that moment is newer than what the read brings. */
export type ReadMark = number & {readonly __readMark?: never};

/**
 * The conversations as the backend has them, with one's own changes that it has not confirmed laid over them.
 * An older version never replaces a newer one: by `rev` where the backend gives one, otherwise what the stream told wins over a read
 * that began before.
 */
export class Records {
  readonly #runtime: Runtime;
  readonly #confirmed = new Map<Id, Conversation>();
  readonly #toldAt = new Map<Id, number>();
  readonly #listeners = new Set<ConversationListener>();
  #tick = 0;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Hears of every conversation that came, changed or went; called inside the commit. */
  onChange(listener: ConversationListener): void {
    this.#listeners.add(listener);
  }

  /** Call before a read; hand the result to `putRead`. */
  beginRead(): ReadMark {
    return ++this.#tick;
  }

  putRead(conversation: Conversation, began: ReadMark): void {
    const known = this.#confirmed.get(conversation.id);
    if (known && this.#isOlder(conversation, known, began)) return;
    this.#put(conversation);
  }

  /** What the stream told, or the answer to a write. */
  putTold(conversation: Conversation): void {
    const known = this.#confirmed.get(conversation.id);
    if (known?.rev !== undefined && conversation.rev !== undefined && conversation.rev < known.rev) return;
    this.#toldAt.set(conversation.id, ++this.#tick);
    this.#put(conversation);
  }

  /** Conversations the stream told of since a read began: that read may have missed them. */
  toldSince(began: ReadMark): Id[] {
    return [...this.#toldAt].filter(([, at]) => at > began).map(([id]) => id);
  }

  remove(id: Id): void {
    this.letGo(id);
    this.#tellListeners(undefined, id);
  }

  /** It is still there, only not here: nobody is told. */
  letGo(id: Id): void {
    this.#confirmed.delete(id);
    this.#toldAt.delete(id);
    this.#runtime.commit((state) => state.conversations.delete(id));
  }

  /** The backend's own version, without what is not confirmed. */
  confirmed(id: Id): Conversation | undefined {
    return this.#confirmed.get(id);
  }

  /** Changes what is known without a word of the backend, e.g. what this agent has read. */
  amend(id: Id, change: Partial<Conversation>): void {
    const known = this.#confirmed.get(id);
    if (known) this.#put({...known, ...change});
  }

  /** Lays the pending change over the record anew, after it came or went. */
  refresh(id: Id): void {
    const known = this.#confirmed.get(id);
    if (known) this.#put(known);
  }

  clear(): void {
    this.#confirmed.clear();
    this.#toldAt.clear();
    this.#runtime.commit((state) => state.conversations.clear());
  }

  #isOlder(read: Conversation, known: Conversation, began: ReadMark): boolean {
    if (read.rev !== undefined && known.rev !== undefined) return read.rev < known.rev;
    return (this.#toldAt.get(read.id) ?? 0) > began;
  }

  #put(conversation: Conversation): void {
    expectWhole(conversation.contact, conversation.tags);
    this.#confirmed.set(conversation.id, conversation);
    const shown = this.#withPending(conversation);
    this.#runtime.commit((state) => state.conversations.put(shown.id, shown));
    this.#tellListeners(shown, shown.id);
  }

  #withPending(conversation: Conversation): Conversation {
    const pending = this.#runtime.state.changes.get(conversation.id);
    if (!pending || pending.to === conversation.state) return conversation;
    const {snoozedUntil: _replaced, ...rest} = conversation;
    return {
      ...rest,
      state: pending.to,
      ...(pending.to === 'snoozed' && pending.until && pending.until !== 'next-message' && {snoozedUntil: pending.until}),
      ...(pending.to === 'archived' && {escalated: false}),
    };
  }

  #tellListeners(conversation: Conversation | undefined, id: Id): void {
    for (const listener of this.#listeners) listener(conversation, id);
  }
}
