import {AdapterError, type Conversation, type ConversationQuery, type Id, type Page} from '../contract/index.js';
import type {Lists} from './lists.js';
import type {Records} from './records.js';
import type {Runtime} from './runtime.js';
import {listKey} from './selectors.js';
import type {ConversationList, ListQuery} from './state.js';

/** Past so many conversations those far from the reader are let go, a hundred or more at a time. */
const keptRecords = 1_000;
const surplus = 100;
/** So many rows on each side of what is seen stay. */
const around = 300;
/** So far ahead of the reader rows are read again. */
const ahead = 20;

/**
 * Bounds what lists keep of conversations, however far one scrolls. The place of every row stays, so nothing moves; what stood in rows far away is
 * let go, and read again with its page when the reader comes near.
 */
export class ListRows {
  readonly #runtime: Runtime;
  readonly #records: Records;
  /** The read that brought a row. */
  readonly #broughtBy = new Map<Id, ConversationQuery>();
  /** Rows that are being read again. */
  readonly #coming = new Set<Id>();

  constructor(runtime: Runtime, records: Records, lists: Lists) {
    this.#runtime = runtime;
    this.#records = records;
    lists.onPage = (request, page) => {
      for (const {id} of page.items) this.#broughtBy.set(id, request);
    };
  }

  /** @param shown the rows in the document. @param keep those that are to stay wherever they are. */
  trim(query: ListQuery, shown: readonly Id[], keep: readonly Id[]): void {
    const list = this.#runtime.state.lists.get(listKey(query));
    const middle = shown[Math.floor(shown.length / 2)];
    if (list?.status !== 'ready' || middle === undefined) return;
    const {keys} = list.ids;
    const at = list.ids.indexOf(middle);
    const near = (rows: number) => keys.slice(Math.max(0, at - rows), at + rows);
    if (this.#runtime.state.conversations.size > keptRecords + surplus) this.#letGo(list, new Set([...near(around), ...shown, ...keep]));
    const missing = near(ahead).filter((id) => !this.#runtime.state.conversations.has(id) && !this.#coming.has(id));
    if (missing.length > 0 && this.#runtime.connected) void this.#bring(missing);
  }

  clear(): void {
    this.#broughtBy.clear();
    this.#coming.clear();
  }

  #letGo(list: ConversationList, keep: Set<Id>): void {
    const {conversations, threads, drafts, outbox, changes, lists} = this.#runtime.state;
    for (const id of [...threads.keys(), ...changes.keys()]) keep.add(id);
    for (const {conversationId} of [...drafts.values(), ...outbox.values()]) keep.add(conversationId);
    // What another list shows is its own to let go of.
    for (const other of lists.values()) if (other.key !== list.key) for (const id of other.ids.keys.slice(0, keptRecords)) keep.add(id);
    const far = [...conversations.keys()].filter((id) => !keep.has(id));
    this.#runtime.commit(() => far.forEach((id) => this.#records.letGo(id)));
  }

  async #bring(ids: readonly Id[]): Promise<void> {
    for (const id of ids) this.#coming.add(id);
    const requests = new Set(ids.flatMap((id) => this.#broughtBy.get(id) ?? []));
    const began = this.#records.beginRead();
    try {
      const pages = await Promise.all([...requests].map((request) => this.#runtime.call((session, options) => session.listConversations(request, options))));
      this.#put(pages.flatMap(({items}: Page<Conversation>) => items), ids, began);
      // Those that stand on another page by now.
      const left = ids.filter((id) => !this.#runtime.state.conversations.has(id));
      const found = await Promise.all(left.map((id) => this.#read(id)));
      this.#put(found.flatMap((row) => row ?? []), ids, began);
    } catch (error) {
      this.#runtime.ports.log('warn', 'Rows could not be read again', error);
    } finally {
      for (const id of ids) this.#coming.delete(id);
    }
  }

  /** One that is gone leaves its row. */
  async #read(id: Id): Promise<Conversation | undefined> {
    try {
      return await this.#runtime.call((session, options) => session.getConversation(id, options));
    } catch (error) {
      if (!AdapterError.is(error) || error.code !== 'not-found') throw error;
      this.#records.remove(id);
      return undefined;
    }
  }

  #put(rows: readonly Conversation[], wanted: readonly Id[], began: number): void {
    this.#runtime.commit(() => {
      for (const row of rows) if (wanted.includes(row.id) || this.#broughtBy.has(row.id)) this.#records.putRead(row, began);
    });
  }
}
