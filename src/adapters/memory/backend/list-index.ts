import type {ConversationSort, Id} from '../../../contract/index.js';
import type {ConversationRow} from './rows.js';

/** Where a row stands in a list: compared number by number, ties by id. */
export interface Place {
  /** Snoozed ones stand below the others: 0 or 1. */
  readonly rank: number;
  readonly first: number;
  readonly second: number;
  readonly id: Id;
}

const last = Number.MAX_SAFE_INTEGER;
const urgency = {urgent: 0, high: 1, medium: 2, low: 3} as const;

const numbers: Readonly<Record<ConversationSort, (row: ConversationRow) => readonly [number, number]>> = {
  'activity-desc': (row) => [-Date.parse(row.activityAt), 0],
  'activity-asc': (row) => [Date.parse(row.activityAt), 0],
  'created-desc': (row) => [-Date.parse(row.createdAt), 0],
  'created-asc': (row) => [Date.parse(row.createdAt), 0],
  // Those who wait, longest first; then the others, newest first.
  'waiting-asc': (row) =>
    row.waitingSince === null ? [last, -Date.parse(row.activityAt)] : [Date.parse(row.waitingSince), 0],
  'priority-desc': (row) => [row.priority ? urgency[row.priority] : 4, -Date.parse(row.activityAt)],
};

export const sorts = Object.keys(numbers) as ConversationSort[];

export const placeOf = (row: ConversationRow, sort: ConversationSort): Place => {
  const [first, second] = numbers[sort](row);
  return {rank: row.state === 'snoozed' ? 1 : 0, first, second, id: row.id};
};

export const comparePlaces = (a: Place, b: Place): number =>
  a.rank - b.rank || a.first - b.first || a.second - b.second || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** One list of conversations, kept right with every change of a row: counting it and reading a page of it never sort. */
export class ListIndex {
  readonly #includes: (row: ConversationRow) => boolean;
  readonly #sort: ConversationSort;
  readonly #rows: ReadonlyMap<Id, ConversationRow>;
  readonly #members = new Set<Id>();
  #sorted: Place[] | undefined;
  readonly #places = new Map<Id, Place>();

  constructor(
    rows: ReadonlyMap<Id, ConversationRow>,
    sort: ConversationSort,
    includes: (row: ConversationRow) => boolean,
  ) {
    this.#rows = rows;
    this.#sort = sort;
    this.#includes = includes;
    for (const row of rows.values()) if (includes(row)) this.#members.add(row.id);
  }

  get size(): number {
    return this.#members.size;
  }

  /** To be called after every change of a row. */
  refresh(row: ConversationRow): void {
    const belongs = this.#includes(row);
    if (belongs) this.#members.add(row.id);
    else this.#members.delete(row.id);
    if (!this.#sorted) return;
    const was = this.#places.get(row.id);
    const is = belongs ? placeOf(row, this.#sort) : undefined;
    if (was && is && comparePlaces(was, is) === 0) return;
    if (was) this.#sorted.splice(this.firstAfter(was) - 1, 1);
    if (is) {
      this.#sorted.splice(this.firstAfter(is), 0, is);
      this.#places.set(row.id, is);
    } else this.#places.delete(row.id);
  }

  /** Number of places up to and including this one. */
  firstAfter(place: Place): number {
    const sorted = this.places();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = sorted[middle];
      if (there && comparePlaces(there, place) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  places(): readonly Place[] {
    if (this.#sorted) return this.#sorted;
    const sorted: Place[] = [];
    for (const id of this.#members) {
      const row = this.#rows.get(id);
      if (!row) continue;
      const place = placeOf(row, this.#sort);
      this.#places.set(id, place);
      sorted.push(place);
    }
    return (this.#sorted = sorted.sort(comparePlaces));
  }
}
