import type {Choices} from '../../../src/store/choices.js';
import type {Draft} from '../../../src/store/draft.js';
import {draftKey} from '../../../src/store/draft.js';
import type {OutboxEntry, PendingChange} from '../../../src/store/outbox-entry.js';
import type {ChannelPort, Kept, LockPort, StoragePort, Vault, VaultWrite} from '../../../src/store/ports.js';
import type {Chance} from './chance.js';
import type {Gate} from './gate.js';
import type {Timeline} from './timeline.js';

/** What the storage of a browser does: 'full' takes no more, 'denied' opens no more. */
export type StorageMood = 'ok' | 'full' | 'denied';

interface Tables {
  readonly drafts: Map<string, Draft>;
  readonly entries: Map<string, OutboxEntry>;
  readonly changes: Map<string, PendingChange>;
  readonly leases: Map<string, {readonly owner: string; readonly untilMs: number}>;
  choices: Choices | undefined;
}

const emptyTables = (): Tables => ({drafts: new Map(), entries: new Map(), changes: new Map(), leases: new Map(), choices: undefined});

/** Several tabs share its storage, locks and channels. */
export class SimulatedBrowser {
  mood: StorageMood = 'ok';
  /** How far the machine's clock is off. */
  skewMs = 0;
  /** How much longer than a write it takes to read all that is kept. */
  loadMs = 0;
  /** Called when the storage fails a tab. */
  onRefused: (gate: Gate) => void = () => undefined;
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #stored = new Map<string, Tables>();
  /** Goes up when everything is deleted: what was open before is closed. */
  #age = 0;
  /** Tells each vault that is open that it is gone. */
  readonly #open: (() => void)[] = [];
  #lastCommit = 0;
  readonly #locks = new Map<string, Lock>();
  readonly #listeners = new Map<string, Set<{readonly gate: Gate; hear(message: unknown): void}>>();

  constructor(timeline: Timeline, chance: Chance) {
    this.#timeline = timeline;
    this.#chance = chance;
  }

  /** The user clears the site's data. */
  wipe(): void {
    this.#stored.clear();
    this.#age++;
    for (const vanish of this.#open.splice(0)) this.#timeline.in(1 + this.#chance.below(3), vanish);
  }

  tables(identity: string): Tables {
    const tables = this.#stored.get(identity) ?? emptyTables();
    this.#stored.set(identity, tables);
    return tables;
  }

  identities(): string[] {
    return [...this.#stored.keys()];
  }

  storage(gate: Gate): StoragePort {
    return {open: (identity) => gate.through(this.#later(gate, () => this.#opened(identity, gate)))};
  }

  locks(gate: Gate): LockPort {
    const lock = (name: string) => {
      const known = this.#locks.get(name) ?? new Lock();
      this.#locks.set(name, known);
      return known;
    };
    return {
      request: (name, {signal, steal}, work) => (steal ? lock(name).steal(gate, work) : lock(name).hold(gate, signal, work)),
    };
  }

  channel(gate: Gate): ChannelPort {
    return {
      open: (name, hear) => {
        const all = this.#listeners.get(name) ?? new Set();
        this.#listeners.set(name, all);
        const self = {gate, hear};
        all.add(self);
        return {
          post: (message) => {
            if (!gate.alive) return;
            for (const other of all) {
              if (other.gate !== gate) this.#timeline.in(1, () => other.gate.enter(() => all.has(other) && other.hear(message)));
            }
          },
          close: () => void all.delete(self),
        };
      },
    };
  }

  /** A tab is gone: its locks are free. */
  release(gate: Gate): void {
    for (const lock of this.#locks.values()) lock.release(gate);
    for (const all of this.#listeners.values()) {
      for (const listener of all) if (listener.gate === gate) all.delete(listener);
    }
  }

  #opened(identity: string, gate: Gate): Vault {
    if (this.mood === 'denied') throw new Error('SecurityError');
    const age = this.#age;
    let closed = false;
    const within = <T>(work: (tables: Tables) => T, answerMs = 0): Promise<T> =>
      gate.through(
        this.#later(
          gate,
          () => {
            if (closed || age !== this.#age || this.mood === 'denied') throw new Error('InvalidStateError');
            return work(this.tables(identity));
          },
          answerMs,
        ),
      );
    const vault: Vault = {
      load: () => within(keptIn, this.loadMs),
      write: (change) => within((tables) => this.#write(tables, change)),
      update: (entry) =>
        within((tables) => {
          const isKept = tables.entries.has(entry.clientId);
          if (isKept) this.#write(tables, {putEntries: [entry]});
          return isKept;
        }),
      takeOut: (clientId, mayGo, together) =>
        within((tables) => {
          const isFree = mayGo(tables.entries.get(clientId));
          if (isFree) this.#write(tables, {...together, deleteEntries: [clientId]});
          return isFree;
        }),
      lease: (name, owner, nowMs, untilMs) => within(({leases}) => {
        if (this.mood === 'full') throw new Error('QuotaExceededError');
        return lease(leases, name, owner, nowMs, untilMs);
      }),
      wipe: () => within(() => void this.#stored.delete(identity)),
      close: () => void (closed = true),
    };
    this.#open.push(() => gate.enter(() => closed || vault.onGone?.()));
    return vault;
  }

  #write(tables: Tables, change: VaultWrite): void {
    const puts = (change.putDrafts?.length ?? 0) + (change.putEntries?.length ?? 0) + (change.putChanges?.length ?? 0);
    if (this.mood === 'full' && puts > 0) throw new Error('QuotaExceededError');
    for (const draft of change.putDrafts ?? []) tables.drafts.set(draftKey(draft.conversationId, draft.kind), draft);
    for (const key of change.deleteDrafts ?? []) tables.drafts.delete(key);
    for (const entry of change.putEntries ?? []) tables.entries.set(entry.clientId, entry);
    for (const id of change.deleteEntries ?? []) tables.entries.delete(id);
    for (const pending of change.putChanges ?? []) tables.changes.set(pending.conversationId, pending);
    for (const id of change.deleteChanges ?? []) tables.changes.delete(id);
    if (change.putChoices) tables.choices = change.putChoices;
  }

  /** A transaction takes a moment to commit and another to say so; a tab killed before the first has not written. */
  #later<T>(gate: Gate, work: () => T, answerMs = 0): Promise<T> {
    return new Promise((resolve, reject) => {
      // Transactions commit in the order in which they were begun.
      this.#lastCommit = Math.max(this.#lastCommit, this.#timeline.now() + this.#chance.below(4));
      this.#timeline.in(this.#lastCommit - this.#timeline.now(), () => {
        if (!gate.alive) return;
        let answer: () => void;
        try {
          const value = work();
          answer = () => resolve(value);
        } catch (error) {
          this.onRefused(gate);
          answer = () => reject(error as Error);
        }
        this.#timeline.in(this.#chance.below(3) + answerMs, answer);
      });
    });
  }
}

const keptIn = ({drafts, entries, changes, choices}: Tables): Kept => ({
  drafts: [...drafts.values()],
  entries: [...entries.values()],
  changes: [...changes.values()],
  choices,
});

function lease(leases: Tables['leases'], name: string, owner: string, nowMs: number, untilMs: number): boolean {
  const held = leases.get(name);
  const free = !held || held.owner === owner || held.untilMs <= nowMs;
  if (free) leases.set(name, {owner, untilMs});
  return free;
}

interface Claim {
  readonly gate: Gate;
  grant(): void;
  lose(): void;
}

/** One name of the Web Locks API: the first in the queue holds it. */
class Lock {

  #queue: Claim[] = [];

  hold<T>(gate: Gate, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const abort = () => {
        this.#remove(claim);
        reject(signal?.reason as Error);
      };
      const begin = () => {
        signal?.removeEventListener('abort', abort); // it is held now
        return work();
      };
      const claim = this.#claim(gate, begin, resolve, reject);
      signal?.addEventListener('abort', abort, {once: true});
      this.#queue.push(claim);
      if (this.#queue[0] === claim) claim.grant();
    });
  }

  steal<T>(gate: Gate, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const claim = this.#claim(gate, work, resolve, reject);
      const [holder] = this.#queue;
      if (holder) this.#queue.shift();
      this.#queue.unshift(claim);
      holder?.lose();
      claim.grant();
    });
  }

  release(gate: Gate): void {
    const before = this.#queue[0];
    this.#queue = this.#queue.filter((claim) => claim.gate !== gate);
    if (this.#queue[0] !== before) this.#queue[0]?.grant();
  }

  #claim<T>(gate: Gate, work: () => Promise<T>, resolve: (value: T) => void, reject: (error: Error) => void): Claim {
    const claim: Claim = {
      gate,
      grant: () =>
        gate.enter(() => {
          work()
            .then(resolve, reject)
            .finally(() => this.#remove(claim));
        }),
      lose: () =>
        gate.enter(() => reject(new Error('AbortError: the lock was stolen'))),
    };
    return claim;
  }

  #remove(claim: Claim): void {
    const index = this.#queue.indexOf(claim);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    if (index === 0) this.#queue[0]?.grant();
  }
}
