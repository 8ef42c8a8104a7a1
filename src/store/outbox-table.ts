import type {Id, Message} from '../contract/index.js';
import {canMove} from '../model/index.js';
import {maxUndoSendMs} from './choices.js';
import type {Keeper} from './keeper.js';
import {bySending, waitsForAgent, type OutboxEntry} from './outbox-entry.js';
import type {VaultWrite} from './ports.js';
import type {Runtime} from './runtime.js';
import type {Tabs} from './tabs.js';
import type {ThreadRecords} from './thread-records.js';

/** The entries of the outbox in their three places: the state, the rows of their threads, the storage. */
export class OutboxTable {
  readonly #runtime: Runtime;
  readonly #keeper: Keeper;
  readonly #threads: ThreadRecords;
  readonly #tabs: Tabs;
  /** Earliest next try, by client id, in ms since the epoch, and how long that was to be: a clock that is set back makes it no longer. */
  readonly #waits = new Map<string, {readonly until: number; readonly ms: number}>();
  /** Client ids whose time to be called back is over, whatever the clock says now. */
  readonly #released = new Set<string>();
  /** The storage transaction that brings an entry in. */
  readonly #stored = new Map<string, Promise<unknown>>();

  constructor(runtime: Runtime, {keeper, threads, tabs}: {keeper: Keeper; threads: ThreadRecords; tabs: Tabs}) {
    this.#runtime = runtime;
    this.#keeper = keeper;
    this.#threads = threads;
    this.#tabs = tabs;
  }

  get(clientId: string): OutboxEntry | undefined {
    return this.#runtime.state.outbox.get(clientId);
  }

  all(): OutboxEntry[] {
    return [...this.#runtime.state.outbox.values()];
  }

  /** In the order they were sent. */
  of(conversationId: Id): OutboxEntry[] {
    return this.all()
      .filter((entry) => entry.conversationId === conversationId)
      .sort(bySending);
  }

  /** In the state and the thread; a move its delivery can't make is refused. */
  show(entry: OutboxEntry): void {
    const before = this.get(entry.clientId);
    if (before && before.delivery !== entry.delivery && !canMove(before.delivery, entry.delivery)) {
      this.#runtime.ports.log('error', `A message can't go from ${before.delivery} to ${entry.delivery}`);
      return;
    }
    const lastKnown = before?.lastKnown ?? entry.lastKnown ?? this.#threads.newest(entry.conversationId)?.id;
    this.replace(lastKnown === undefined ? entry : {...entry, lastKnown});
  }

  /** As it is told: another tab has the say. */
  replace(entry: OutboxEntry): void {
    const before = this.get(entry.clientId);
    this.#runtime.commit((state) => {
      state.outbox.put(entry.clientId, entry);
      this.#threads.putEntry(entry);
    });
    if (before && !waitsForAgent(before) && waitsForAgent(entry)) this.#tellElsewhere(entry.conversationId);
  }

  /** Its row says so; nobody sees that who has gone on to another conversation. */
  #tellElsewhere(conversationId: Id): void {
    if (this.#threads.isWatched(conversationId)) return;
    const isTold = [...this.#runtime.state.notices.values()].some(({about}) => about.type === 'message-waits' && about.conversationId === conversationId);
    if (!isTold) this.#runtime.notice({type: 'message-waits', conversationId});
  }

  /** Shown and kept. Resolves when it is kept; with false when another page has sent it or called it back meanwhile: then it is gone here too. */
  async update(entry: OutboxEntry, change: Partial<OutboxEntry>): Promise<boolean> {
    this.show({...entry, ...change});
    const shown = this.get(entry.clientId);
    if (!shown) return false;
    if (await this.#keeper.update(shown)) {
      this.#tabs.post({type: 'outbox', value: undefined});
      return true;
    }
    this.takenOut(entry.clientId);
    return false;
  }

  /** A new one. Shown now; nothing may leave before `waitStored`. */
  enter(entry: OutboxEntry, together: VaultWrite = {}): void {
    this.show(entry);
    // With what it knew when it was shown: whoever looks for it later looks behind that.
    this.#storing(entry.clientId, this.#write({...together, putEntries: [this.get(entry.clientId) ?? entry]}));
  }

  /** All of them or none: another page would send the later ones first. */
  keepAgain(entries: readonly OutboxEntry[]): void {
    if (entries.length === 0) return;
    const written = this.#write({putEntries: entries});
    for (const {clientId} of entries) this.#storing(clientId, written);
  }

  /** One that is known, once more. Shown now; nothing may leave before `waitStored`. */
  enterAgain(entry: OutboxEntry): void {
    this.#storing(entry.clientId, this.update(entry, {}));
  }

  #storing(clientId: string, written: Promise<unknown>): void {
    this.#stored.set(clientId, written);
    void written.then(() => {
      if (this.#stored.get(clientId) === written) this.#stored.delete(clientId);
    });
  }

  wait(clientId: string, ms: number): void {
    this.#waits.set(clientId, {until: this.#runtime.now() + ms, ms});
  }

  forgetWaits(clientIds: Iterable<string> = [...this.#waits.keys()]): void {
    for (const clientId of clientIds) this.#waits.delete(clientId);
  }

  /** How long an entry has to stay yet, in ms. */
  waitLeft({clientId, heldUntil = 0}: OutboxEntry): number {
    const now = this.#runtime.now();
    const heldMs = this.#released.has(clientId) ? 0 : Math.min(heldUntil - now, maxUndoSendMs);
    const {until, ms} = this.#waits.get(clientId) ?? {until: 0, ms: 0};
    return Math.max(Math.min(until - now, ms), heldMs);
  }

  endWait(clientId: string): void {
    this.#waits.delete(clientId);
    this.#released.add(clientId);
  }

  async waitStored(clientId: string): Promise<void> {
    await this.#stored.get(clientId);
  }

  isBeingStored(clientId: string): boolean {
    return this.#stored.has(clientId);
  }

  /** Out of the state and its thread; the storage is the caller's. */
  hide(entry: OutboxEntry): void {
    this.#waits.delete(entry.clientId);
    this.#runtime.commit((state) => {
      state.outbox.delete(entry.clientId);
      this.#threads.removeEntry(entry);
    });
  }

  /** Another page has sent it, or called it back: what came of it stands in the thread. */
  takenOut(clientId: string): void {
    const entry = this.get(clientId);
    if (!entry) return;
    this.hide(entry);
    this.#threads.reload(entry.conversationId);
  }

  /** Out of all three, `together` with another write. Resolves with false when another page has gone on with it: then it stays, as that page has it. */
  async takeOut(entry: OutboxEntry, together: VaultWrite = {}): Promise<boolean> {
    this.hide(entry);
    const isOut = await this.#keeper.takeOut(entry, together);
    this.#tabs.post({type: 'outbox', value: undefined});
    return isOut;
  }

  /** The backend has it: its record takes the row. */
  settle(entry: OutboxEntry, record: Message): void {
    this.#waits.delete(entry.clientId);
    this.#runtime.commit((state) => {
      state.outbox.delete(entry.clientId);
      // A backend may have put it elsewhere, as where two conversations became one.
      if (record.conversationId !== entry.conversationId) this.#threads.removeEntry(entry);
      this.#threads.settle(record, entry.clientId);
    });
    void this.#write({deleteEntries: [entry.clientId]});
  }

  /** Out of a storage that takes nothing more; they live on here. */
  async letGo(entries: readonly OutboxEntry[]): Promise<void> {
    await this.#keeper.letGo({deleteEntries: entries.map(({clientId}) => clientId)});
    this.#tabs.post({type: 'outbox', value: undefined});
  }

  clear(): void {
    this.#stored.clear();
    this.#waits.clear();
    for (const entry of this.all()) this.#threads.removeEntry(entry);
    this.#runtime.commit((state) => state.outbox.clear());
  }

  async #write(change: VaultWrite): Promise<void> {
    await this.#keeper.write(change);
    this.#tabs.post({type: 'outbox', value: undefined});
  }
}
