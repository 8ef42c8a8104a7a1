import {
  AdapterError,
  type ConversationFilter,
  type ConversationQuery,
  type ConversationSort,
  type Counts,
  type Cursor,
  type Id,
  type Page,
} from '../../../contract/index.js';
import {jsonOf} from '../../../contract/json.js';
import type {MemoryBackend} from './backend.js';
import {invalid, notFound} from './errors.js';
import {filterTest} from './filters.js';
import {comparePlaces, ListIndex, sorts, type Place} from './list-index.js';
import type {ConversationRow} from './rows.js';

/** Lists kept in order at the same time; the one not asked for longest makes room. */
const keptLists = 48;
export const defaultLimit = 50;
export const maxLimit = 500;

/** Every list of conversations an agent can ask for, each sorted once and then kept right. */
export class Lists {
  readonly #desk: MemoryBackend;
  readonly #indexes = new Map<string, ListIndex>();

  constructor(desk: MemoryBackend) {
    this.#desk = desk;
  }

  refresh(row: ConversationRow): void {
    for (const index of this.#indexes.values()) index.refresh(row);
  }

  /** After a change of what lists there are. */
  forget(): void {
    this.#indexes.clear();
  }

  page({view, filter = {}, sort = sorts[0], cursor, limit}: ConversationQuery, agentId: Id): Page<ConversationRow> {
    if (!sort || !sorts.includes(sort)) {
      throw new AdapterError({code: 'unsupported', feature: `sort.${sort}`, message: `No sort '${sort}'`});
    }
    const list = this.#list(view, filter, sort, agentId);
    const places = list.places();
    const count = pageSize(limit);
    const from = cursor === undefined ? undefined : readCursor(cursor, sort);
    const start = !from ? 0 : from.back ? Math.max(0, before(list, from.place) - count) : list.firstAfter(from.place);
    const end = from?.back ? before(list, from.place) : Math.min(places.length, start + count);
    const shown = places.slice(start, end);
    return {
      items: shown.flatMap(({id}) => this.#desk.conversations.get(id) ?? []),
      next: end < places.length ? cursorAt('next', sort, shown.at(-1) ?? from?.place) : undefined,
      prev: start > 0 ? cursorAt('prev', sort, shown[0] ?? from?.place) : undefined,
      total: list.size,
    };
  }

  counts(agentId: Id): Counts {
    const size = (view: Id, filter: ConversationFilter = {}) => this.#list(view, filter, 'activity-desc', agentId).size;
    return {
      views: Object.fromEntries(this.#desk.viewIds().map((view) => [view, size(view)])),
      mine: size('active', {assignee: 'me'}),
      unassigned: size('active', {assignee: 'none'}),
      unread: size('active', {unread: true}),
    };
  }

  #list(view: Id, filter: ConversationFilter, sort: ConversationSort, agentId: Id): ListIndex {
    const key = JSON.stringify([agentId, view, sort, Object.entries(filter).filter(([, wanted]) => wanted !== undefined).sort()]);
    const known = this.#indexes.get(key);
    if (known) {
      // Last in the map = asked for last.
      this.#indexes.delete(key);
      this.#indexes.set(key, known);
      return known;
    }
    const inView = this.#viewTest(view, agentId);
    const matches = filterTest(filter, {agentId, marks: this.#desk.marks});
    const made = new ListIndex(
      this.#desk.conversations,
      sort,
      (row) => inView(row) && matches(row) && this.#desk.sees(agentId, row),
    );
    this.#indexes.set(key, made);
    if (this.#indexes.size > keptLists) this.#indexes.delete(this.#indexes.keys().next().value ?? '');
    return made;
  }

  #viewTest(view: Id, agentId: Id): (row: ConversationRow) => boolean {
    const {automated, views, marks} = this.#desk;
    const active = ({state}: ConversationRow) =>
      state === 'active' || state === 'snoozed' || (state === 'automated' && !automated);
    if (view === 'active') return active;
    if (view === 'archived') return ({state}) => state === 'archived';
    if (view === 'automated' && automated) return ({state}) => state === 'automated';
    const saved = views.get(view);
    if (!saved) throw notFound('view', view);
    const matches = filterTest(saved.filter, {agentId, marks});
    return (row) => row.state !== 'archived' && matches(row);
  }
}

export function pageSize(limit: number | undefined): number {
  if (limit === undefined) return defaultLimit;
  if (!Number.isInteger(limit) || limit < 1) throw invalid('limit', 'must be a whole number above 0');
  return Math.min(limit, maxLimit);
}

/** How many places stand before this one. */
function before(list: ListIndex, place: Place): number {
  const upTo = list.firstAfter(place);
  const there = list.places()[upTo - 1];
  return there && comparePlaces(there, place) === 0 ? upTo - 1 : upTo;
}

const cursorAt = (way: 'next' | 'prev', sort: ConversationSort, place: Place | undefined): Cursor | undefined =>
  place && `c1:${jsonOf([way, sort, place.rank, place.first, place.second, place.id])}`;

/** A cursor names a place by its values, not by its number: rows that come and go in between shift nothing. */
function readCursor(cursor: Cursor, sort: ConversationSort): {readonly back: boolean; readonly place: Place} {
  try {
    const [way, madeFor, rank, first, second, id] = JSON.parse(cursor.slice(3)) as unknown[];
    if (
      cursor.startsWith('c1:') &&
      (way === 'next' || way === 'prev') &&
      madeFor === sort &&
      typeof rank === 'number' &&
      typeof first === 'number' &&
      typeof second === 'number' &&
      typeof id === 'string'
    ) {
      return {back: way === 'prev', place: {rank, first, second, id}};
    }
  } catch {
    // Told below, like every other cursor that is not ours.
  }
  throw invalid('cursor', 'not a cursor of this list', 'cursor');
}
