import type {AdapterError, Id} from '../contract/index.js';
import type {Records} from './records.js';
import {toAdapterError, type Runtime} from './runtime.js';
import {offers} from './selectors.js';
import type {ThreadRecords} from './thread-records.js';

/** Several messages read in one go make one call. */
const gatherMs = 400;

/** Keeps what this agent has read: in the backend where it does that, else in the browser. */
export class ReadMarks {
  readonly #runtime: Runtime;
  readonly #records: Records;
  readonly #threads: ThreadRecords;
  /** Marks the backend has not heard of; only the newest of a conversation counts. */
  readonly #waiting = new Map<Id, Id | undefined>();
  /** Keeps a read position where the backend has none. */
  onLocalMark: (conversationId: Id, upTo: Id) => void = () => undefined;

  constructor(runtime: Runtime, records: Records, threads: ThreadRecords) {
    this.#runtime = runtime;
    this.#records = records;
    this.#threads = threads;
  }

  /** @param messageId absent: all there is. */
  mark(conversationId: Id, messageId?: Id): void {
    const conversation = this.#runtime.state.conversations.get(conversationId);
    const newest = this.#threads.newest(conversationId)?.id ?? conversation?.lastMessage?.id;
    // A conversation that was never opened: the backend knows its newest message.
    const upTo = messageId ?? newest;
    const isNewest = upTo === newest;
    if (!conversation || (isNewest && !conversation.unread && conversation.readUpTo === upTo)) return;
    if (this.#waiting.has(conversationId) && this.#waiting.get(conversationId) === upTo) return;
    this.#records.amend(conversationId, {...(upTo !== undefined && {readUpTo: upTo}), ...(isNewest && conversation.unread !== null && {unread: 0})});
    if (!offers(this.#runtime.state, 'readState')) return upTo === undefined ? undefined : this.onLocalMark(conversationId, upTo);
    this.#waiting.set(conversationId, upTo);
    this.#runtime.timers.set('read marks', gatherMs, () => this.flush());
  }

  /** @param refused hears why it could not; absent: the log does. */
  async markUnread(conversationId: Id, refused: (error: AdapterError) => void = (error) => this.#runtime.ports.log('warn', 'Could not be marked unread', error)): Promise<void> {
    if (!offers(this.#runtime.state, 'readState') || !this.#runtime.session?.readState?.markUnread) return;
    this.#waiting.delete(conversationId);
    try {
      await this.#runtime.call(async (session, options) => session.readState?.markUnread?.(conversationId, undefined, options));
    } catch (error) {
      refused(toAdapterError(error));
    }
  }

  /** Marks made without a connection leave when there is one. */
  flush(): void {
    if (!this.#runtime.connected) return;
    for (const [conversationId, upTo] of [...this.#waiting]) {
      this.#runtime
        .call(async (session, options) => session.readState?.markRead(conversationId, upTo, options))
        .then(() => {
          if (this.#waiting.get(conversationId) === upTo) this.#waiting.delete(conversationId);
        })
        .catch((error: unknown) => this.#runtime.ports.log('debug', 'A read mark waits for the connection', error));
    }
  }

  clear(): void {
    this.#waiting.clear();
  }
}
