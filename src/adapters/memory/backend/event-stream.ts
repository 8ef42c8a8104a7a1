import type {EventBatch, EventCursor, Id, LoopEvent} from '../../../contract/index.js';
import type {MemoryBackend} from './backend.js';
import type {LogItem} from './event-log.js';
import {conversationFor, messageFor} from './projection.js';

const batchSize = 200;

type Ending = {readonly how: 'closed'} | {readonly how: 'failed'; readonly error: unknown};

/** One agent's reading of the event log, from a cursor on. */
export class EventStream implements AsyncIterableIterator<EventBatch> {
  readonly agentId: Id;
  readonly #desk: MemoryBackend;
  readonly #signal: AbortSignal | undefined;
  readonly #passing: LoopEvent[] = [];
  #position: number;
  #phase: 'opening' | 'catching-up' | 'live';
  #lost: 'cursor-expired' | 'server-restart' | undefined;
  #told: string | undefined;
  #ending: Ending | undefined;
  #started = false;
  #waiting: (() => void)[] = [];

  constructor(desk: MemoryBackend, agentId: Id, after: EventCursor | undefined, signal: AbortSignal | undefined) {
    this.#desk = desk;
    this.agentId = agentId;
    this.#signal = signal;
    const from = after === undefined ? desk.log.last : desk.log.position(after);
    this.#lost = from === 'lost' ? 'server-restart' : undefined;
    this.#position = from === 'lost' ? desk.log.last : from;
    this.#phase = this.#position < desk.log.last ? 'catching-up' : 'opening';
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<EventBatch, undefined>> {
    this.#start();
    for (;;) {
      if (this.#signal?.aborted) {
        this.#dispose();
        this.#signal.throwIfAborted();
      }
      if (this.#ending) {
        const ending = this.#ending;
        this.#ending = {how: 'closed'};
        if (ending.how === 'failed') throw ending.error;
        return {value: undefined, done: true};
      }
      const batch = this.#take();
      if (batch) return {value: batch, done: false};
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  return(): Promise<IteratorResult<EventBatch, undefined>> {
    this.end({how: 'closed'});
    return Promise.resolve({value: undefined, done: true});
  }

  /** Something that is told now or never: typing, presence. */
  tell(event: LoopEvent): void {
    this.#passing.push(event);
  }

  wake(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  end(ending: Ending): void {
    this.#ending ??= ending;
    this.#dispose();
    this.wake();
  }

  readonly #onAbort = (): void => this.wake();

  /** With the first read, not before: a stream nobody reads holds nothing. */
  #start(): void {
    if (this.#started || this.#ending) return;
    this.#started = true;
    this.#signal?.addEventListener('abort', this.#onAbort, {once: true});
    this.#desk.streams.add(this);
  }

  #dispose(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#desk.streams.delete(this);
  }

  #take(): EventBatch | undefined {
    const {log} = this.#desk;
    const entries = log.since(this.#position, batchSize);
    if (!entries) {
      this.#lost = this.#phase === 'live' ? this.#lost : 'cursor-expired';
      this.#position = log.last;
      return this.#batch([{type: 'reset', reason: this.#lost ?? 'gap', scope: 'all'}]);
    }
    if (this.#lost) {
      const reason = this.#lost;
      this.#lost = undefined;
      return this.#batch([{type: 'reset', reason, scope: 'all'}]);
    }
    const opening = this.#phase !== 'live';
    this.#position = entries.at(-1)?.seq ?? this.#position;
    const events = this.#project(entries.map(({item}) => item));
    if (this.#phase === 'catching-up' && entries.length > 0) return this.#batch(events, 'catching-up');
    this.#phase = 'live';
    if (opening) this.#passing.push(...this.#desk.presence.all(this.agentId));
    events.push(...this.#passing.splice(0), ...this.#counts(entries.length > 0));
    if (!opening && events.length === 0) return undefined;
    return this.#batch(this.#desk.repeatsEvents() ? [...events, ...events] : events);
  }

  #batch(events: readonly LoopEvent[], phase: 'catching-up' | 'live' = 'live'): EventBatch {
    this.#phase = phase;
    return {events, cursor: this.#desk.log.cursor(this.#position), phase};
  }

  /** Told only when they are others than before. */
  #counts(changed: boolean): LoopEvent[] {
    if (this.#told !== undefined && !changed) return [];
    const counts = this.#desk.lists.counts(this.agentId);
    const now = JSON.stringify(counts);
    const first = this.#told === undefined;
    if (now === this.#told) return [];
    this.#told = now;
    return first ? [] : [{type: 'counts.changed', counts}];
  }

  /** A record named several times is told once: as it is now. */
  #project(items: readonly LogItem[]): LoopEvent[] {
    const told = new Set<string>();
    return items.flatMap((item) => {
      if (item.of === 'event') return this.#concerns(item) ? item.event : [];
      const key = `${item.of} ${item.id}${item.of === 'message' ? ` ${item.conversationId}` : ''}`;
      if (told.has(key)) return [];
      told.add(key);
      return this.#record(item) ?? [];
    });
  }

  #concerns({only, conversationId}: Extract<LogItem, {of: 'event'}>): boolean {
    if (only !== undefined) return only === this.agentId;
    const row = conversationId === undefined ? undefined : this.#desk.conversations.get(conversationId);
    return !row || this.#desk.sees(this.agentId, row);
  }

  #record(item: Exclude<LogItem, {of: 'event'}>): LoopEvent | undefined {
    const desk = this.#desk;
    if (item.of === 'notification') {
      if (item.only !== this.agentId) return undefined;
      const notification = desk.notifications.get(item.only, item.id);
      return notification && {type: 'notification.upserted', notification, unread: desk.notifications.unread(item.only)};
    }
    if (item.of === 'conversation' && item.only !== undefined && item.only !== this.agentId) return undefined;
    const row = desk.conversations.get(item.of === 'message' ? item.conversationId : item.id);
    if (!row || !desk.sees(this.agentId, row)) return undefined;
    if (item.of === 'conversation') {
      return {type: 'conversation.upserted', conversation: conversationFor(desk, row, this.agentId)};
    }
    const message = row.messages.findLast(({id}) => id === item.id);
    if (!message) return undefined;
    // Its author hears it under the id they gave it, as it happens; nobody does when it is read again.
    const mine = item.by === this.agentId && this.#phase === 'live';
    return {type: 'message.upserted', message: mine ? message : messageFor(desk, message)};
  }
}
