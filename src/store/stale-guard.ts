import type {Id, Message} from '../contract/index.js';
import type {OutboxEntry} from './outbox-entry.js';
import type {Runtime} from './runtime.js';
import type {ThreadRecords} from './thread-records.js';

const isWords = (message: Pick<Message, 'kind'>): boolean => message.kind === 'incoming' || message.kind === 'reply';

/** Tells whether a reply is written on ground that has moved: somebody wrote since the agent last looked. */
export class StaleGuard {
  readonly #runtime: Runtime;
  readonly #threads: ThreadRecords;
  /** Newest message that was on screen, by conversation. */
  readonly #seen = new Map<Id, Id>();

  constructor(runtime: Runtime, threads: ThreadRecords) {
    this.#runtime = runtime;
    this.#threads = threads;
  }

  /** The agent has had this message on screen. */
  see(conversationId: Id, messageId: Id): void {
    this.#seen.set(conversationId, messageId);
  }

  /** Newest message of contact or team that is loaded: what a draft begun now knows of. */
  known(conversationId: Id): Id | undefined {
    return this.#threads.newest(conversationId, isWords)?.id;
  }

  /**
   * What a reply sent now rests on. A message that was on screen counts as seen, but a colleague's reply that came while the draft
   * was being written does not: two answers to one customer are what this guard is for.
   */
  lastSeen(conversationId: Id, draftSeen: Id | undefined): Id | undefined {
    const since = draftSeen === undefined ? [] : (this.#threads.after(conversationId, draftSeen) ?? []);
    if (since.some((message) => message.kind === 'reply' && !this.#isMine(message))) return draftSeen;
    const seen = this.#seen.get(conversationId);
    const newest = this.#threads.newest(conversationId, isWords);
    if (newest && (seen === newest.id || this.#isMine(newest))) return newest.id;
    const upToSeen = seen === undefined ? undefined : this.#threads.newest(conversationId, isWords, seen);
    return upToSeen?.id ?? draftSeen ?? newest?.id;
  }

  /**
   * Looks what came since, reading it where it is not loaded.
   *
   * @returns 'stale' when others wrote since; otherwise what the entry now rests on (one's own messages move it on).
   */
  async check(entry: OutboxEntry): Promise<'stale' | Id | undefined> {
    const {lastSeen, conversationId} = entry;
    if (lastSeen === undefined) return undefined;
    const later = this.#threads.after(conversationId, lastSeen) ?? (await this.#readAfter(conversationId, lastSeen));
    if (later === undefined) return 'stale';
    const words = later.filter(isWords);
    if (words.some((message) => !this.#isMine(message))) return 'stale';
    return words.at(-1)?.id ?? lastSeen;
  }

  clear(): void {
    this.#seen.clear();
  }

  /** Undefined when the message is not among the newest page: more came than a page holds. */
  async #readAfter(conversationId: Id, messageId: Id): Promise<Message[] | undefined> {
    const page = await this.#runtime.call((session, options) => session.listMessages(conversationId, {}, options));
    const index = page.items.findIndex(({id}) => id === messageId);
    return index < 0 ? undefined : page.items.slice(index + 1);
  }

  #isMine(message: Pick<Message, 'author'>): boolean {
    return message.author.kind === 'agent' && message.author.id === this.#runtime.state.session?.me.id;
  }
}
