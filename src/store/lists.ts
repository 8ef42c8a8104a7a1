import {
  AdapterError,
  type Conversation,
  type ConversationQuery,
  type ConversationSort,
  type Cursor,
  type Id,
  type Page,
  type ViewDef,
} from '../contract/index.js';
import type {Release} from './commands.js';
import {compareRows, rowPosition} from './list-order.js';
import {OrderedKeys} from './ordered-keys.js';
import type {Records} from './records.js';
import type {Runtime} from './runtime.js';
import {toAdapterError} from './runtime.js';
import {listKey} from './selectors.js';
import type {ConversationList, InboxState, ListQuery, RowPosition} from './state.js';

const pageSize = 50;
/** After a gap a list is read again this far; what lies behind is loaded anew when it is scrolled to. */
const reloadRows = 200;
/** Changes that only the backend can sort in are gathered for so long. */
const rereadAfterMs = 500;

/** One stream of pages behind a list. Active has two where automated conversations are shown among the others. */
interface Source {
  readonly view: Id;
  /** 'start': nothing read yet; undefined: all read. */
  next: Cursor | 'start' | undefined;
}

/** 'unknown' where only the backend can tell: the list is then read again. */
export type Membership = 'in' | 'out' | 'unknown';

interface OpenList {
  users: number;
  sources: Source[];
  /** Bumped when it is read anew: pages asked for before are dropped. */
  generation: number;
  rereadQueued: boolean;
}

/** Loads the lists of conversations and keeps every loaded row where it belongs. */
export class Lists {
  readonly #runtime: Runtime;
  readonly #records: Records;
  readonly #open = new Map<string, OpenList>();

  /**
   * Does a conversation belong to a list? The late half knows; before it is there nothing changes but by pages, whose rows belong to the
   * list they were asked for.
   */
  membershipOf: (query: ListQuery, row: Conversation, state: InboxState) => Membership = () => 'in';

  /** Hears what each read brought. */
  onPage: (request: ConversationQuery, page: Page<Conversation>) => void = () => {};

  constructor(runtime: Runtime, records: Records) {
    this.#runtime = runtime;
    this.#records = records;
    records.onChange((conversation, id) => this.#place(conversation, id));
  }

  open(query: ListQuery): Release {
    const key = listKey(query);
    const open = this.#open.get(key) ?? this.#begin(key, query);
    open.users++;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      open.users--;
      if (open.users > 0) return;
      this.#open.delete(key);
      this.#runtime.commit((state) => state.lists.delete(key));
    };
  }

  loadMore(query: ListQuery): void {
    const key = listKey(query);
    const list = this.#runtime.state.lists.get(key);
    if (!list || list.status !== 'ready' || list.loadingMore || list.next === undefined) return;
    void this.#loadPage(key);
  }

  reload(query: ListQuery): void {
    const key = listKey(query);
    if (this.#open.has(key)) void this.#reload(key);
  }

  /** Reads what is open: after connecting, and when a gap can't be ruled out. */
  reloadAll(): void {
    for (const key of this.#open.keys()) void this.#reload(key);
  }

  /** Reads only what could not be read so far. */
  loadMissing(): void {
    for (const [key] of this.#open) {
      const list = this.#runtime.state.lists.get(key);
      if (list?.status !== 'ready' || list.stale) void this.#reload(key);
    }
  }

  /** Shows the error where there is nothing else to show. */
  fail(error: AdapterError): void {
    for (const key of this.#open.keys()) {
      if (this.#runtime.state.lists.get(key)?.status !== 'ready') this.#patch(key, {status: 'failed', error});
    }
  }

  markStale(): void {
    for (const key of this.#open.keys()) this.#patch(key, {stale: true});
  }

  /** Forgets all rows; open lists stay open and load again. */
  clear(): void {
    for (const [key, open] of this.#open) {
      const list = this.#runtime.state.lists.get(key);
      if (!list) continue;
      open.generation++;
      list.ids.clear();
      this.#patch(key, {status: 'loading', error: undefined, next: undefined, total: null, loadingMore: false});
    }
  }

  #begin(key: string, query: ListQuery): OpenList {
    const open: OpenList = {users: 0, sources: [], generation: 0, rereadQueued: false};
    this.#open.set(key, open);
    this.#runtime.commit((state) =>
      state.lists.put(key, {
        key,
        query,
        status: 'loading',
        ids: new OrderedKeys<RowPosition>(compareRows),
        version: 0,
        loadingMore: false,
        total: null,
        stale: false,
      }),
    );
    if (this.#runtime.connected) void this.#reload(key);
    return open;
  }

  /** Reads a list from its top, as far as it was loaded, and replaces its rows. */
  async #reload(key: string): Promise<void> {
    const open = this.#open.get(key);
    const list = this.#runtime.state.lists.get(key);
    if (!open || !list) return;
    const generation = ++open.generation;
    const wanted = Math.min(Math.max(list.ids.size, pageSize), reloadRows);
    const sources = this.#sourcesOf(list.query);
    const rows = new Map<Id, Conversation>();
    if (list.status !== 'ready') this.#patch(key, {status: 'loading', error: undefined});
    try {
      const began = this.#records.beginRead();
      let total: number | null = 0;
      do {
        const pages = await Promise.all(sources.map((source) => this.#readPage(list.query, source)));
        for (const page of pages) {
          for (const row of page?.items ?? []) rows.set(row.id, row);
          if (page?.total !== undefined && total !== null) total = page.total === null ? null : total + page.total;
        }
        if (open.generation !== generation) return;
      } while (rows.size < wanted && sources.some((source) => source.next !== undefined));
      open.sources = sources;
      this.#runtime.commit(() => {
        for (const row of rows.values()) this.#records.putRead(row, began);
        this.#replaceRows(key, rows, total);
        for (const id of [...this.#records.toldSince(began), ...this.#runtime.state.changes.keys()]) this.#place(this.#runtime.state.conversations.get(id), id);
      });
    } catch (error) {
      if (open.generation !== generation) return;
      if (this.#runtime.state.lists.get(key)?.status === 'ready') this.#patch(key, {stale: true});
      else this.#patch(key, {status: 'failed', error: toAdapterError(error)});
    }
  }

  async #loadPage(key: string): Promise<void> {
    const open = this.#open.get(key);
    const list = this.#runtime.state.lists.get(key);
    if (!open || !list) return;
    const {generation} = open;
    this.#patch(key, {loadingMore: true, error: undefined});
    try {
      const began = this.#records.beginRead();
      const pages = await Promise.all(open.sources.map((source) => this.#readPage(list.query, source)));
      if (open.generation !== generation) return;
      this.#runtime.commit((state) => {
        for (const row of pages.flatMap((page) => page?.items ?? [])) {
          this.#records.putRead(row, began);
          const shown = state.conversations.get(row.id);
          if (shown && this.membershipOf(list.query, shown, this.#runtime.state) !== 'out') list.ids.place(row.id, this.#position(list, shown));
        }
        this.#patch(key, {loadingMore: false, next: nextOf(open.sources)});
      });
    } catch (error) {
      if (open.generation === generation) this.#patch(key, {loadingMore: false, error: toAdapterError(error)});
    }
  }

  async #readPage(query: ListQuery, source: Source): Promise<Page<Conversation> | undefined> {
    if (source.next === undefined) return undefined;
    const sort = query.sort ?? this.#view(query.view)?.sort;
    const request: ConversationQuery = {
      view: source.view,
      limit: pageSize,
      ...(query.filter && {filter: query.filter}),
      ...(sort && {sort}),
      ...(source.next !== 'start' && {cursor: source.next}),
    };
    const page = await this.#runtime.call((session, options) => session.listConversations(request, options));
    if (!Array.isArray(page?.items)) {
      throw new AdapterError({code: 'protocol', message: 'listConversations answered without items'});
    }
    source.next = page.next;
    this.onPage(request, page);
    return page;
  }

  #replaceRows(key: string, rows: ReadonlyMap<Id, Conversation>, total: number | null): void {
    const list = this.#runtime.state.lists.get(key);
    const open = this.#open.get(key);
    if (!list || !open) return;
    for (const id of [...list.ids.keys]) if (!rows.has(id)) list.ids.remove(id);
    for (const id of rows.keys()) {
      const shown = this.#runtime.state.conversations.get(id);
      if (shown && this.membershipOf(list.query, shown, this.#runtime.state) !== 'out') list.ids.place(id, this.#position(list, shown));
    }
    this.#patch(key, {status: 'ready', error: undefined, stale: false, loadingMore: false, next: nextOf(open.sources), total});
  }

  /** Puts a changed conversation where it belongs in every open list. */
  #place(conversation: Conversation | undefined, id: Id): void {
    for (const [key, open] of this.#open) {
      const list = this.#runtime.state.lists.get(key);
      if (!list || list.status === 'failed') continue;
      const {version} = list.ids;
      const belongs = conversation ? this.membershipOf(list.query, conversation, this.#runtime.state) : 'out';
      if (conversation && belongs === 'in') this.#placeRow(list, conversation);
      else if (belongs === 'out') list.ids.remove(id);
      else this.#queueReread(key, open);
      if (list.ids.version !== version) this.#patch(key, {});
    }
  }

  #placeRow(list: ConversationList, conversation: Conversation): void {
    const position = this.#position(list, conversation);
    const last = list.ids.keys.at(-1);
    const lastPosition = last === undefined ? undefined : list.ids.valueOf(last);
    const behindLoaded = list.next !== undefined && lastPosition && compareRows(position, lastPosition) > 0;
    // Behind what is loaded: it comes with its page.
    if (behindLoaded || list.status === 'loading') list.ids.remove(conversation.id);
    else list.ids.place(conversation.id, position);
  }

  /** Only the backend can tell who belongs here: read it again, once for any number of changes. */
  #queueReread(key: string, open: OpenList): void {
    if (open.rereadQueued || !this.#runtime.connected) return;
    open.rereadQueued = true;
    this.#runtime.timers.set(`reread ${key}`, rereadAfterMs, () => {
      open.rereadQueued = false;
      if (this.#open.get(key) === open && this.#runtime.connected) void this.#reload(key);
    });
  }

  #position(list: ConversationList, conversation: Conversation): RowPosition {
    return rowPosition(conversation, this.#sortOf(list.query));
  }

  #sortOf(query: ListQuery): ConversationSort {
    return (
      query.sort ??
      this.#view(query.view)?.sort ??
      this.#runtime.state.session?.capabilities.sorts[0] ??
      'activity-desc'
    );
  }

  #view(id: Id): ViewDef | undefined {
    return this.#runtime.state.views.find((view) => view.id === id);
  }

  #automatedShown(): boolean {
    return this.#runtime.state.session?.features.has('automation') ?? false;
  }

  #sourcesOf(query: ListQuery): Source[] {
    const own: Source = {view: query.view, next: 'start'};
    const view = this.#view(query.view);
    const automated = this.#runtime.state.session?.capabilities.views.find(({role}) => role === 'automated');
    if (view?.role !== 'active' || !automated || this.#automatedShown()) return [own];
    return [own, {view: automated.id, next: 'start'}];
  }

  #patch(key: string, change: Partial<ConversationList>): void {
    this.#runtime.commit((state) => {
      const list = state.lists.get(key);
      if (list) state.lists.put(key, {...list, ...change, version: list.ids.version});
    });
  }
}

/** A cursor while any source has more. */
function nextOf(sources: readonly Source[]): Cursor | undefined {
  const more = sources.find((source) => source.next !== undefined);
  return more && more.next !== 'start' ? more.next : undefined;
}
