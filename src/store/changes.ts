import type {Action, ConversationState, Id, StateChange, Timestamp} from '../contract/index.js';
import {AdapterError} from '../contract/index.js';
import {ArchiveRemovals, countRemoved} from './archive-removals.js';
import {rememberDenial} from './denials.js';
import type {Exclusive} from './exclusive.js';
import type {Keeper} from './keeper.js';
import {LateArchives} from './late-archives.js';
import type {Notifications} from './notifications.js';
import type {Outbox} from './outbox.js';
import type {Batch, PendingChange} from './outbox-entry.js';
import type {Records} from './records.js';
import {toAdapterError, type Runtime} from './runtime.js';
import {selectDenial} from './selectors.js';
import type {ThreadRecords} from './thread-records.js';
import {backOff} from './timers.js';
import {undoMs, UndoOffers} from './undo-offers.js';

interface Parts {
  readonly keeper: Keeper;
  readonly exclusive: Exclusive;
  readonly records: Records;
  readonly threads: ThreadRecords;
  readonly notifications: Notifications;
  readonly outbox: Outbox;
}

/** Each state's way in, as `deny` names it. */
const actionTo = {
  archived: 'archive',
  active: 'reopen',
  snoozed: 'snooze',
  automated: 'hand-off',
} as const satisfies Record<ConversationState, Action>;

/**
 * Archives, reopens and snoozes: shown at once, brought to the backend behind the conversation's messages, undone within a few
 * seconds. Kept in the browser until the backend has it.
 */
export class Changes {
  readonly #runtime: Runtime;
  readonly #parts: Parts;
  readonly #running = new Set<Id>();
  readonly #attempts = new Map<Id, number>();
  /** Conversations with a change that may have reached the backend although nobody said so. */
  readonly #maybeSent = new Set<Id>();
  /** Ends the time in which a change that is held is this page's alone. */
  readonly #holds = new Map<Id, () => void>();
  readonly #removals: ArchiveRemovals;
  readonly #late: LateArchives;
  /** The backend's token that brings back what archiving removed. */
  readonly #undoTokens = new Map<Id, string>();
  #closing = new AbortController();
  /** What of it can be taken back; when its time is over, what was held leaves. */
  readonly offers: UndoOffers;
  /** Sends it with others of its batch; undefined: it goes by itself. */
  sendTogether: (pending: PendingChange) => Promise<StateChange> | undefined = () => undefined;
  onBatchRefused: (pending: PendingChange, error: AdapterError) => void = () => undefined;

  constructor(runtime: Runtime, parts: Parts) {
    this.#runtime = runtime;
    this.#parts = parts;
    this.#removals = new ArchiveRemovals(runtime, parts.notifications);
    this.#late = new LateArchives(runtime, parts.threads);
    this.offers = new UndoOffers(runtime, (conversationId) => this.letGo(conversationId));
  }

  /** @param batch it is done with others: held in the browser as long as it can be undone, since what leaves together can't be restored. */
  move(conversationId: Id, to: ConversationState, until?: Timestamp | 'next-message', batch?: Batch): void {
    const {state} = this.#runtime;
    const conversation = state.conversations.get(conversationId);
    if (!conversation || (conversation.state === to && to !== 'snoozed')) return;
    const action = actionTo[to];
    const denial = selectDenial(state, conversationId, action);
    if (denial !== undefined) return this.#refuse(action, new AdapterError({code: 'forbidden', message: denial, action}));
    const now = this.#runtime.now();
    const held = batch !== undefined || (to === 'archived' && state.session?.capabilities.archive.undo === 'hold');
    const change: PendingChange = {
      conversationId,
      to,
      from: conversation.state,
      ...(until && {until}),
      ...(held && {heldUntil: now + undoMs}),
      ...(batch && {batch}),
      knownUntil: this.#late.knownUntil(conversationId),
      createdAt: now,
      schema: 1,
    };
    this.#undoTokens.delete(conversationId);
    this.#late.delete(conversationId);
    this.#endHold(conversationId);
    this.#runtime.commit(() => {
      const removed = this.#removals.take(conversation, to);
      this.#put(change);
      this.offers.make(conversationId, conversation.state, to, removed, batch);
    });
    this.#runtime.tell({type: 'conversation-moved', conversationId, from: conversation.state, to, mine: true});
    if (held) this.#hold(conversationId);
    this.flush(conversationId);
  }

  undo(conversationId: Id): void {
    const undoable = this.offers.get(conversationId);
    if (!undoable) return;
    const pending = this.#runtime.state.changes.get(conversationId);
    this.#takeBack(undoable, pending !== undefined && this.#isUnsent(pending));
    this.flush(conversationId);
  }

  /** The agent won't undo it: what was held leaves. */
  letGo(conversationId: Id): void {
    this.offers.dismiss(conversationId);
    this.#release(conversationId);
  }

  /** A customer who writes while the archive of their conversation is still here must not be archived unseen. */
  onIncoming(conversationId: Id): void {
    const pending = this.#runtime.state.changes.get(conversationId);
    if (pending?.to === 'archived' && this.#isUnsent(pending)) this.#giveUp(pending);
  }

  /** What the backend did together with a message ("send and archive"): can be undone like any other. */
  takeSent(change: StateChange, from: ConversationState): void {
    const {id: conversationId, state: to} = change.conversation;
    this.#takeResult(change);
    if (from === to) return;
    if (change.undo !== undefined) this.#undoTokens.set(conversationId, change.undo);
    this.offers.make(conversationId, from, to, countRemoved(change));
    this.#runtime.tell({type: 'conversation-moved', conversationId, from, to, mine: true});
  }

  #takeResult(change: StateChange): void {
    this.#parts.records.putTold(change.conversation);
    this.#removals.drop(change);
  }

  flushAll(): void {
    this.#attempts.clear();
    this.lost();
    for (const id of [...this.#runtime.state.changes.keys()]) this.flush(id);
  }

  /** The connection is gone: what is in hand leaves late, whatever sets it off once there is another. */
  lost(): void {
    for (const id of this.#runtime.state.changes.keys()) this.#late.add(id);
  }

  /** The page goes, or the inbox is closed: nobody takes back any more what is held, so it leaves now; the storage has the rest. */
  releaseHeld(): void {
    for (const pending of [...this.#runtime.state.changes.values()]) {
      if (pending.heldUntil === undefined) continue;
      this.letGo(pending.conversationId);
    }
  }

  /** Brings a change to the backend once it may leave and nothing of its conversation is ahead of it. */
  flush(conversationId: Id): void {
    if (this.#running.has(conversationId)) return;
    const pending = this.#runtime.state.changes.get(conversationId);
    if (!pending || this.#isHeld(pending)) return;
    if (this.#isDone(pending)) return void this.#remove(conversationId);
    if (!this.#runtime.connected || this.#parts.outbox.isBusy(conversationId)) return;
    this.#running.add(conversationId);
    const {signal} = this.#closing;
    void this.#parts.exclusive
      .run(`change ${conversationId}`, signal, () => this.#send(pending))
      .catch((error: unknown) => {
        if (!signal.aborted) this.#runtime.ports.log('error', 'A change of state stopped', error);
      })
      .finally(() => {
        this.#running.delete(conversationId);
        const next = this.#runtime.state.changes.get(conversationId);
        if (next && next !== pending) this.flush(conversationId);
      });
  }

  /** All of them, in a storage that was lost and is there again. */
  keepAgain(): void {
    void this.#parts.keeper.write({putChanges: [...this.#runtime.state.changes.values()]});
  }

  /** Shows what was kept in the browser. */
  restore(changes: readonly PendingChange[]): void {
    this.#runtime.commit((state) => {
      for (const change of changes) {
        if (change.schema !== 1 || state.changes.has(change.conversationId)) continue;
        // A page that went with a change in hand: its undo time is over.
        const {heldUntil: _over, ...released} = change;
        state.changes.put(change.conversationId, released);
        this.#parts.records.refresh(change.conversationId);
      }
    });
  }

  close(): void {
    this.#closing.abort(new Error('The inbox was closed'));
    this.#closing = new AbortController();
  }

  clear(): void {
    this.close();
    for (const conversationId of [...this.#holds.keys()]) this.#endHold(conversationId);
    this.#attempts.clear();
    this.#maybeSent.clear();
    this.#removals.clear();
    this.#late.clear();
    this.offers.clear();
    this.#undoTokens.clear();
    this.#runtime.commit((state) => state.changes.clear());
  }

  async #send(pending: PendingChange): Promise<void> {
    const {conversationId, to, until, undoing} = pending;
    const undo = undoing ? this.#undoTokens.get(conversationId) : undefined;
    try {
      if (await this.#isGone(pending)) return this.#forget(pending);
      if (await this.#late.isOvertaken(pending)) return this.#giveUp(pending);
      // It was taken back meanwhile.
      if (this.#runtime.state.changes.get(conversationId) !== pending) return;
      const together = pending.batch && !undoing ? this.sendTogether(pending) : undefined;
      const change = await (together ??
        this.#runtime.call((session, options) =>
          session.setState(conversationId, to, {...options, ...(until && {until}), ...(undo && {undo})}),
        ));
      this.#done(pending, change);
    } catch (thrown) {
      this.#takeError(pending, toAdapterError(thrown));
    }
  }

  #done(pending: PendingChange, change: StateChange): void {
    const {conversationId} = pending;
    this.#attempts.delete(conversationId);
    this.#maybeSent.delete(conversationId);
    if (change.undo !== undefined) this.#undoTokens.set(conversationId, change.undo);
    this.#runtime.commit((state) => {
      if (state.changes.get(conversationId) === pending) void this.#remove(conversationId);
      this.#takeResult(change);
      if (change.removed) this.offers.correct(conversationId, countRemoved(change));
    });
    if (pending.undoing) void this.#parts.notifications.load();
  }

  /** Setting a state twice is the same as once, so whatever may help is tried again. */
  #takeError(pending: PendingChange, error: AdapterError): void {
    const {conversationId} = pending;
    if (error.applied === 'maybe') this.#maybeSent.add(conversationId);
    if (error.code === 'auth') return;
    if (error.retryable) {
      const attempt = (this.#attempts.get(conversationId) ?? 0) + 1;
      this.#attempts.set(conversationId, attempt);
      this.#late.add(conversationId);
      const waitMs = backOff(attempt, this.#runtime.ports.random, error.retryAfterMs);
      this.#runtime.timers.set(`change ${conversationId}`, waitMs, () => this.flush(conversationId));
      return;
    }
    if (this.#runtime.state.changes.get(conversationId) !== pending) return;
    this.#runtime.commit(() => {
      this.offers.dismiss(conversationId);
      this.#removals.giveBack(conversationId);
      void this.#remove(conversationId);
    });
    rememberDenial(this.#parts.records, conversationId, actionTo[pending.to], error);
    if (pending.batch) this.onBatchRefused(pending, error);
    else this.#refuse(actionTo[pending.to], error);
  }

  #giveUp(pending: PendingChange): void {
    const {conversationId} = pending;
    this.#takeBack(pending, !this.#maybeSent.has(conversationId));
    this.#runtime.notice({type: 'archive-cancelled', conversationId});
  }

  /** @param unsent nothing of it is at the backend. */
  #takeBack({conversationId, from, to}: Pick<PendingChange, 'conversationId' | 'from' | 'to'>, unsent: boolean): void {
    this.offers.dismiss(conversationId);
    this.#runtime.commit(() => {
      this.#removals.giveBack(conversationId);
      if (unsent) void this.#remove(conversationId).then(() => this.#endHold(conversationId));
      else this.#put({conversationId, to: from, from: to, undoing: true, createdAt: this.#runtime.now(), schema: 1});
    });
    this.#runtime.tell({type: 'conversation-moved', conversationId, from: to, to: from, mine: true});
  }

  #refuse(action: Action, error: AdapterError): void {
    this.#runtime.notice({type: 'refused', action, error});
  }

  #put(change: PendingChange): void {
    this.#runtime.commit((state) => {
      state.changes.put(change.conversationId, change);
      this.#parts.records.refresh(change.conversationId);
    });
    void this.#parts.keeper.write({putChanges: [change]});
  }

  /** Resolves when it is kept no more. */
  #remove(conversationId: Id): Promise<void> {
    this.#drop(conversationId);
    return this.#parts.keeper.write({deleteChanges: [conversationId]});
  }

  #drop(conversationId: Id): void {
    this.#runtime.commit((state) => {
      state.changes.delete(conversationId);
      this.#parts.records.refresh(conversationId);
    });
  }

  /** Another page has brought it to the backend, or taken it back: what the storage has since is that page's. */
  #forget(pending: PendingChange): void {
    if (this.#runtime.state.changes.get(pending.conversationId) === pending) this.#drop(pending.conversationId);
  }

  /** A change that comes late was in the hands of other pages too. */
  async #isGone({conversationId, to, createdAt}: PendingChange): Promise<boolean> {
    const {keeper} = this.#parts;
    if (!this.#late.has(conversationId)) return false;
    await keeper.settled();
    await keeper.opened();
    const kept = keeper.isLost ? undefined : await keeper.reread();
    return kept !== undefined && !kept.changes.some((other) => other.conversationId === conversationId && other.to === to && other.createdAt === createdAt);
  }

  /** Another page that finds it in the storage waits until it leaves, is taken back, or this page is gone. */
  #hold(conversationId: Id): void {
    const held = new Promise<void>((resolve) => this.#holds.set(conversationId, resolve));
    this.#parts.exclusive.run(`change ${conversationId}`, this.#closing.signal, () => held).catch(() => undefined); // the inbox is closing
  }

  #endHold(conversationId: Id): void {
    this.#holds.get(conversationId)?.();
    this.#holds.delete(conversationId);
  }

  #release(conversationId: Id): void {
    const pending = this.#runtime.state.changes.get(conversationId);
    if (pending?.heldUntil !== undefined) {
      const {heldUntil: _over, ...released} = pending;
      this.#put(released);
    }
    this.#endHold(conversationId);
    this.flush(conversationId);
  }

  /** Held as long as its toast stands, also when the pointer keeps the toast there. */
  #isHeld(pending: PendingChange): boolean {
    return pending.heldUntil !== undefined && this.offers.get(pending.conversationId) !== undefined;
  }

  /** Certainly not at the backend: taking it back needs no call. */
  #isUnsent({conversationId}: PendingChange): boolean {
    return !this.#running.has(conversationId) && !this.#maybeSent.has(conversationId);
  }

  /** An archive and its undoing that never left come to nothing. */
  #isDone({conversationId, to, undoing}: PendingChange): boolean {
    const confirmed = this.#parts.records.confirmed(conversationId)?.state;
    return undoing === true && !this.#maybeSent.has(conversationId) && confirmed === to;
  }
}
