import type {Id} from '../contract/index.js';
import type {Records} from './records.js';
import type {Runtime} from './runtime.js';
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

  mark(conversationId: Id, messageId?: Id): void {
    const upTo = messageId ?? this.#threads.newest(conversationId)?.id;
    const conversation = this.#runtime.state.conversations.get(conversationId);
    if (!conversation || upTo === undefined) return;
    if (conversation.readUpTo === upTo && !conversation.unread) return;
    if (this.#waiting.get(conversationId) === upTo) return;
    const isNewest = this.#threads.newest(conversationId)?.id === upTo;
    this.#records.amend(conversationId, {readUpTo: upTo, ...(isNewest && conversation.unread !== null && {unread: 0})});
    if (!offers(this.#runtime.state, 'readState')) return this.onLocalMark(conversationId, upTo);
    this.#waiting.set(conversationId, upTo);
    this.#runtime.timers.set('read marks', gatherMs, () => this.flush());
  }

  markUnread(conversationId: Id): void {
    if (!offers(this.#runtime.state, 'readState') || !this.#runtime.session?.readState?.markUnread) return;
    this.#waiting.delete(conversationId);
    this.#runtime
      .call(async (session, options) => session.readState?.markUnread?.(conversationId, undefined, options))
      .catch((error: unknown) => this.#runtime.ports.log('warn', 'Could not be marked unread', error));
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
