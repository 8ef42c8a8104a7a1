import type {EventCursor, Id, LoopEvent} from '../../../contract/index.js';
import {invalid} from './errors.js';

/**
 * What is written down of a happening. Records are named, not copied: whoever reads it gets them as they are then, and as they
 * look to that agent.
 */
export type LogItem =
  | {readonly of: 'message'; readonly conversationId: Id; readonly id: Id; readonly by?: Id}
  | {readonly of: 'conversation'; readonly id: Id; readonly only?: Id}
  | {readonly of: 'notification'; readonly id: Id; readonly only: Id}
  | {readonly of: 'event'; readonly event: LoopEvent; readonly only?: Id; readonly conversationId?: Id};

export interface LogEntry {
  readonly seq: number;
  readonly item: LogItem;
}

/** What happened, in order, as far back as `limit` entries. */
export class EventLog {
  readonly #epoch: string;
  readonly #limit: number;
  #entries: LogEntry[] = [];
  /** Entries up to this one are gone. */
  #forgotten: number;
  #last: number;

  /** @param epoch names this backend: a cursor of another one is met with a reset. */
  constructor(epoch: string, limit: number, start = 0) {
    this.#epoch = epoch;
    this.#limit = limit;
    this.#forgotten = start;
    this.#last = start;
  }

  get epoch(): string {
    return this.#epoch;
  }

  get last(): number {
    return this.#last;
  }

  add(seq: number, item: LogItem): void {
    this.#entries.push({seq, item});
    this.#last = seq;
    // Cut seldom and in bulk: a shift per entry costs as much as the whole log.
    if (this.#entries.length > this.#limit * 1.25) this.#forget(this.#entries.length - this.#limit);
  }

  /** Entries after `seq`, at most `limit`; undefined when some of them are gone. */
  since(seq: number, limit: number): readonly LogEntry[] | undefined {
    if (seq < this.#forgotten) return undefined;
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.seq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return this.#entries.slice(low, low + limit);
  }

  /** Makes every cursor handed out before `seq` too old. */
  expire(seq: number): void {
    this.#entries = [];
    this.#forgotten = seq;
    this.#last = seq;
  }

  cursor(seq: number): EventCursor {
    return `e1.${this.#epoch}.${seq}`;
  }

  /**
   * Where to go on; 'lost' for a cursor of another backend.
   *
   * @throws {AdapterError} `validation` for a cursor no such backend made.
   */
  position(cursor: EventCursor): number | 'lost' {
    const parts = /^e1\.([\w-]+)\.(\d{1,15})$/.exec(cursor);
    if (!parts) throw invalid('after', 'not a cursor of this backend', 'cursor');
    const seq = Number(parts[2]);
    return parts[1] === this.#epoch && seq <= this.#last ? seq : 'lost';
  }

  #forget(count: number): void {
    const gone = this.#entries.splice(0, count);
    this.#forgotten = gone.at(-1)?.seq ?? this.#forgotten;
  }
}
