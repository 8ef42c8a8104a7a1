import type {Id, Message, Timestamp} from '../contract/index.js';
import type {PendingChange} from './outbox-entry.js';
import type {Runtime} from './runtime.js';
import type {ThreadRecords} from './thread-records.js';

const isIncoming = ({kind}: Pick<Message, 'kind'>): boolean => kind === 'incoming';

/**
 * Archives that did not leave when the agent said so: the connection was away, the page was, or an attempt failed. Nobody told
 * this page what the customer wrote meanwhile, so before such an archive leaves the newest messages are read.
 */
export class LateArchives {
  readonly #runtime: Runtime;
  readonly #threads: ThreadRecords;
  readonly #ids = new Set<Id>();

  constructor(runtime: Runtime, threads: ThreadRecords) {
    this.#runtime = runtime;
    this.#threads = threads;
  }

  add(conversationId: Id): void {
    this.#ids.add(conversationId);
  }

  has(conversationId: Id): boolean {
    return this.#ids.has(conversationId);
  }

  delete(conversationId: Id): void {
    this.#ids.delete(conversationId);
  }

  clear(): void {
    this.#ids.clear();
  }

  /** The backend's time of what is known of a conversation: what the customer wrote later is news. */
  knownUntil(conversationId: Id): Timestamp | undefined {
    const activityAt = this.#runtime.state.conversations.get(conversationId)?.activityAt;
    const heardAt = this.#threads.newest(conversationId, isIncoming)?.createdAt;
    return heardAt !== undefined && isAfter(heardAt, activityAt) ? heardAt : activityAt;
  }

  /**
   * @returns true when it is late and the customer wrote since the agent archived.
   * @throws {AdapterError} the messages could not be read.
   */
  async isOvertaken({conversationId, to, knownUntil}: PendingChange): Promise<boolean> {
    if (to !== 'archived' || !this.#ids.has(conversationId)) return false;
    const {items} = await this.#runtime.call((session, options) => session.listMessages(conversationId, {}, options));
    return items.some((message) => isIncoming(message) && isAfter(message.createdAt, knownUntil));
  }
}

/** False where either is unknown. */
const isAfter = (one: Timestamp, other: Timestamp | undefined): boolean => Date.parse(one) > Date.parse(other ?? '');
