import type {Page} from '../contract/index.js';
import type {Id, Message} from '../model/index.js';
import type {Runtime} from './runtime.js';
import type {Thread} from './state.js';
import type {OpenThread, Threads} from './threads.js';

const pageSize = 50;

type Told = ReadonlyMap<Id, Message | undefined>;

/** Keeps a loaded thread whole through gaps: what was told while a page was read, what was deleted, what changed before the newest page. */
export class ThreadGaps {
  readonly #runtime: Runtime;
  readonly #threads: Threads;
  /** What the stream told since the newest read of a thread began; undefined: removed. That read may have missed it. */
  readonly #told = new WeakMap<OpenThread, Map<Id, Message | undefined>>();

  constructor(runtime: Runtime, threads: Threads) {
    this.#runtime = runtime;
    this.#threads = threads;
  }

  begin(open: OpenThread): void {
    this.#told.set(open, new Map());
  }

  tell(conversationId: Id, messageId: Id, message: Message | undefined): void {
    const open = this.#threads.opened(conversationId);
    if (!open) return;
    if (!this.#told.has(open)) this.begin(open);
    this.#told.get(open)?.set(messageId, message);
  }

  /** A page with what the stream told while it was read: newer versions, what was removed, and what came behind the newest page. */
  complete({items, next}: Page<Message>, open: OpenThread): readonly Message[] {
    const told = this.#toldOf(open);
    if (told.size === 0) return items;
    const last = items.at(-1)?.order ?? '';
    const there = items.flatMap((item) => {
      if (!told.has(item.id)) return item;
      const newer = told.get(item.id);
      if (!newer) return [];
      return newer.rev !== undefined && item.rev !== undefined && newer.rev < item.rev ? item : newer;
    });
    const behind = [...told.values()].filter((message) => message !== undefined);
    return next === undefined ? [...there, ...behind.filter(({order}) => order > last)] : there;
  }

  /** What lies in a page's stretch and is not in the page is gone. */
  forgetDeleted(thread: Thread, open: OpenThread, page: Page<Message>, before?: string): void {
    // A page that is the first one answers for everything before it too.
    const from = page.prev === undefined ? '' : page.items[0]?.order;
    if (from === undefined) return;
    const there = new Set([...page.items.map(({id}) => id), ...this.#toldOf(open).keys()]);
    // And one that is the last answers for everything behind it.
    const to = before ?? (page.next === undefined ? undefined : page.items.at(-1)?.order);
    for (const key of [...thread.keys.keys]) {
      const message = thread.messages.get(key);
      if (!message || message.entry || message.order < from || message.order === before || there.has(message.id)) continue;
      if (to !== undefined && message.order > to) continue;
      thread.keys.remove(key);
      thread.messages.delete(key);
      open.keyOf.delete(message.id);
    }
  }

  /** What was loaded before the newest page may have changed as well: read again, page by page, as far as it reaches. */
  async readFurther(conversationId: Id, newest: Page<Message>, current: () => boolean): Promise<void> {
    for (let page = newest; page.prev !== undefined; ) {
      const open = this.#threads.opened(conversationId);
      const [first] = page.items;
      if (!open || !first || !this.#reachesBefore(conversationId, first)) return;
      const {prev} = page;
      page = await this.#runtime.call((session, options) => session.listMessages(conversationId, {before: prev, limit: pageSize}, options));
      if (!current()) return;
      const earlier = page;
      this.#runtime.commit(() => this.#takeEarlier(conversationId, open, earlier, first));
    }
  }

  #reachesBefore(conversationId: Id, message: Message): boolean {
    const thread = this.#thread(conversationId);
    const first = thread?.messages.get(thread.keys.keys[0] ?? '');
    return first !== undefined && !first.entry && first.order < message.order;
  }

  #takeEarlier(conversationId: Id, open: OpenThread, page: Page<Message>, behind: Message): void {
    const thread = this.#thread(conversationId);
    if (!thread) return;
    this.forgetDeleted(thread, open, page, behind.order);
    const from = thread.messages.get(thread.keys.keys[0] ?? '')?.order ?? '';
    const told = this.#toldOf(open);
    for (const message of page.items) {
      // Only what is loaded: the rest comes when the agent goes there.
      const isLoaded = thread.before === undefined || message.order >= from;
      if (isLoaded && !told.has(message.id)) this.#threads.putRecord(thread, open, message, this.#threads.keyOf(message, open));
    }
    this.#threads.patch(conversationId, {});
  }

  #toldOf(open: OpenThread): Told {
    return this.#told.get(open) ?? new Map();
  }

  #thread(conversationId: Id): Thread | undefined {
    return this.#runtime.state.threads.get(conversationId);
  }
}
