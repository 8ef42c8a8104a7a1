import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Id} from '../model/index.js';
import type {Release} from '../store/commands.js';
import type {Inbox} from '../store/inbox.js';
import {listKey, selectList, selectQuery} from '../store/selectors.js';
import type {ConversationList, ListQuery} from '../store/state.js';
import type {InboxController, Slice} from './inbox-controller.js';

/** How many rows before the end the next page is asked for. */
const aheadRows = 20;

const sameQuery = (a: ListQuery | undefined, b: ListQuery | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && listKey(a) === listKey(b));

/** Keeps one view's list open while its host is in the page: as the agent arranged it, page after page. */
export class OpenListController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: InboxController;
  readonly #query: Slice<ListQuery | undefined>;
  readonly #list: Slice<ConversationList | undefined>;
  #opened: {readonly inbox: Inbox; readonly query: ListQuery; readonly release: Release} | undefined;
  /** The last cursor asked for: one page is asked for once. */
  #askedNext: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: InboxController, viewId: () => Id) {
    this.#host = host;
    this.#source = source;
    this.#query = source.select((state) => (viewId() ? selectQuery(state, viewId()) : undefined), undefined, sameQuery);
    this.#list = source.select((state) => {
      const query = viewId() ? selectQuery(state, viewId()) : undefined;
      return query && selectList(state, query);
    }, undefined);
    host.addController(this);
  }

  get query(): ListQuery | undefined {
    return this.#query.value;
  }

  get list(): ConversationList | undefined {
    return this.#list.value;
  }

  /** Asks for the next page when the rows up to `end` of `count` are in the document. */
  loadMoreNear(end: number, count: number): void {
    const {list, query} = this;
    if (!query || !list?.next || list.loadingMore || list.status !== 'ready' || end < count - aheadRows) return;
    if (list.next === this.#askedNext) return;
    this.#askedNext = list.next;
    this.#source.commands?.loadMore(query);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const {inbox} = this.#source;
    const query = this.query;
    if (this.#opened && this.#opened.inbox === inbox && sameQuery(this.#opened.query, query)) return;
    const before = this.#opened;
    this.#askedNext = undefined;
    this.#opened = inbox && query && {inbox, query, release: inbox.commands.openList(query)};
    // Released last: what both lists need stays.
    before?.release();
  }

  hostDisconnected(): void {
    this.#opened?.release();
    this.#opened = undefined;
  }
}
