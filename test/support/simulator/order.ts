import type {Message} from '../../../src/contract/index.js';
import type {OutboxEntry} from '../../../src/store/outbox-entry.js';
import {Records} from '../../../src/store/records.js';
import {Runtime} from '../../../src/store/runtime.js';
import {ThreadRecords} from '../../../src/store/thread-records.js';
import {Threads} from '../../../src/store/threads.js';
import {Breach} from './breach.js';
import {Chance} from './chance.js';
import type {Tally} from './series.js';
import {Timeline} from './timeline.js';

const conversationId = 'k1';
const createdAt = '2026-03-24T14:30:00.000Z';

/** One thread and what may happen to it in any order: messages told, twice or late, own ones begun, answered and echoed. */
class Interleaving {
  readonly #threads: Threads;
  readonly #records: ThreadRecords;
  readonly #runtime: Runtime;
  readonly #confirmed: Message[] = [];
  readonly #flying: OutboxEntry[] = [];
  /** How often each own message changed its place among the others. */
  readonly #moves = new Map<string, number>();
  #sequence = 0;

  constructor() {
    const clock = new Timeline().clock();
    this.#runtime = new Runtime({clock, fetch: () => Promise.reject(new Error('no network')), newId: () => 'id', random: () => 0, log: () => undefined});
    this.#threads = new Threads(this.#runtime, new Records(this.#runtime));
    this.#records = new ThreadRecords(this.#runtime, this.#threads);
    this.#runtime.commit((state) => {
      state.session = {me: {id: 'ann', name: 'Ann'}} as NonNullable<typeof state.session>;
    });
    this.#threads.open(conversationId);
    this.#threads.patch(conversationId, {status: 'ready'});
  }

  play(chance: Chance, events: number): void {
    for (let count = 0; count < events; count++) {
      const before = this.#keys();
      const moved = this.#step(chance);
      this.#judge(before, moved);
    }
  }

  /** @returns the key that may move with it. */
  #step(chance: Chance): string | undefined {
    switch (chance.below(5)) {
      case 0:
        this.#records.put(this.#store(chance));
        return undefined;
      case 1: {
        const late = this.#confirmed[chance.below(this.#confirmed.length || 1)];
        if (late) this.#records.put({...late, rev: (late.rev ?? 0) + chance.below(2)});
        return undefined;
      }
      case 2: {
        const entry = this.#begin();
        this.#records.putEntry(entry);
        return undefined;
      }
      case 3: {
        const [entry] = this.#flying;
        if (!entry) return undefined;
        this.#flying.shift();
        const record = this.#store(chance, entry);
        this.#runtime.state.outbox.delete(entry.clientId);
        // The echo may have had a row of its own, where it came without a client id.
        const {clientId: _unnamed, ...unnamed} = record;
        if (chance.hits(0.3)) this.#records.put(unnamed);
        this.#records.settle(record, entry.clientId);
        if (chance.hits(0.5)) this.#records.put(record);
        return entry.clientId;
      }
      default: {
        const entry = this.#flying[chance.below(this.#flying.length || 1)];
        if (entry) this.#records.putEntry({...entry, delivery: chance.pick(['queued', 'sending', 'unconfirmed', 'failed'] as const)});
        return undefined;
      }
    }
  }

  /** Stored by the backend: behind all others. Told at once, or later than what comes after it. All have the same time. */
  #store(chance: Chance, entry?: OutboxEntry): Message {
    const sequence = ++this.#sequence;
    const mine = entry !== undefined;
    const message: Message = {
      id: `m${sequence}`,
      conversationId,
      kind: mine ? 'reply' : 'incoming',
      order: String(sequence).padStart(10, '0'),
      rev: 1,
      author: mine ? {kind: 'agent', id: 'ann'} : {kind: 'contact', id: 'c'},
      body: {format: 'text', value: entry?.body.value ?? 'x'},
      attachments: [],
      createdAt,
      ...(entry && {clientId: entry.clientId}),
    };
    this.#confirmed.push(message);
    if (mine || chance.hits(0.7)) return message;
    // The one before it is told now, this one by a later 'late'.
    return this.#confirmed[chance.below(this.#confirmed.length)] ?? message;
  }

  #begin(): OutboxEntry {
    const localOrder = ++this.#sequence;
    const entry: OutboxEntry = {
      clientId: `own ${localOrder}`,
      conversationId,
      kind: 'reply',
      body: {format: 'text', value: 'mine'},
      createdAt: 0,
      localOrder,
      delivery: 'queued',
      attempts: 0,
      schema: 1,
    };
    this.#flying.push(entry);
    this.#runtime.state.outbox.put(entry.clientId, entry);
    return entry;
  }

  #keys(): readonly string[] {
    return [...(this.#runtime.state.threads.get(conversationId)?.keys.keys ?? [])];
  }

  #judge(before: readonly string[], moved: string | undefined): void {
    const thread = this.#runtime.state.threads.get(conversationId);
    const keys = this.#keys();
    let last = '';
    let flying = 0;
    for (const key of keys) {
      const message = thread?.messages.get(key);
      if (message?.entry) {
        if (message.entry.localOrder <= flying) throw new Breach('inversion', `${key} among those on their way`);
        flying = message.entry.localOrder;
        continue;
      }
      if (flying > 0) throw new Breach('inversion', `${key} behind one on its way`);
      if (!message || message.order <= last) throw new Breach('inversion', `${key} ${message?.order} after ${last}`);
      last = message.order;
    }
    const kept = before.filter((key) => key !== moved && keys.includes(key));
    const now = keys.filter((key) => key !== moved && before.includes(key));
    if (kept.join() !== now.join()) throw new Breach('moved', `${kept.join()} became ${now.join()}`);
    if (moved === undefined) return;
    const moves = (this.#moves.get(moved) ?? 0) + 1;
    this.#moves.set(moved, moves);
    if (moves > 1) throw new Breach('moved', `${moved} moved ${moves} times`);
  }
}

/** @throws {Breach} */
export function playOrders(seed: number, count: number): Tally {
  const chance = new Chance(seed);
  for (let played = 0; played < count; played++) new Interleaving().play(chance, 12);
  return {schedules: count, events: count * 12};
}
