import {
  AdapterError,
  type FileInput,
  type Id,
  type Message,
  type NewMessage,
  type StateChange,
  type UploadRef,
} from '../contract/index.js';
import {maxUndoSendMs} from './choices.js';
import type {SendOptions} from './commands.js';
import {draftKey, type Draft} from './draft.js';
import type {Drafts} from './drafts.js';
import type {Exclusive} from './exclusive.js';
import type {Keeper} from './keeper.js';
import {toBody} from './message-body.js';
import type {Failure, OutboxEntry} from './outbox-entry.js';
import {findSent} from './read-back.js';
import {toAdapterError, type Runtime} from './runtime.js';
import type {StaleGuard} from './stale-guard.js';
import type {Tabs} from './tabs.js';
import type {Threads} from './threads.js';
import {backOff} from './timers.js';
import {canMove, type WrittenKind} from '../model/index.js';

/** A message that waited longer asks before it leaves: the talk may have moved on. */
const oldAfterMs = 15 * 60_000;
/** An answer that is never what the contract says will not be after this many tries either. */
const protocolTries = 6;

interface Parts {
  readonly keeper: Keeper;
  readonly exclusive: Exclusive;
  readonly threads: Threads;
  readonly drafts: Drafts;
  readonly tabs: Tabs;
  readonly staleGuard: StaleGuard;
}

/**
 * Brings what the agent sent to the backend: in order within a conversation, each message once, through failures, reloads and several
 * tabs. An entry is in the storage before the backend hears of it and leaves it when the backend has it.
 */
export class Outbox {
  readonly #runtime: Runtime;
  readonly #parts: Parts;
  /** Conversations whose entries are being sent. */
  readonly #running = new Set<Id>();
  /** The storage transaction that brings an entry in; the adapter is called only after it. */
  readonly #stored = new Map<string, Promise<void>>();
  /** Earliest next try, by client id, in ms since the epoch. */
  readonly #notBefore = new Map<string, number>();
  #localOrder = 0;
  #closing = new AbortController();
  /** Called when a message has been stored by the backend. */
  onSettled: (conversationId: Id, change: StateChange | undefined) => void = () => undefined;

  constructor(runtime: Runtime, parts: Parts) {
    this.#runtime = runtime;
    this.#parts = parts;
    parts.tabs.on('outbox', () => void this.takeFromTab());
  }

  /** Moves a draft into the outbox. Returns its client id, or undefined when there is nothing to send. */
  send(conversationId: Id, kind: WrittenKind, options: SendOptions = {}): string | undefined {
    const {state} = this.#runtime;
    const key = draftKey(conversationId, kind);
    const draft = state.drafts.get(key);
    const text = draft?.text.trim() ?? '';
    const body = options.body ?? toBody(text, state.session?.capabilities.bodyFormats ?? ['text']);
    if (body.value.trim() === '' && !draft?.files?.length) return undefined;
    const now = this.#runtime.now();
    const heldMs = Math.min(Math.max(0, state.choices.undoSendMs), maxUndoSendMs);
    const lastSeen = kind === 'reply' ? this.#parts.staleGuard.lastSeen(conversationId, draft?.seen) : undefined;
    const entry: OutboxEntry = {
      clientId: this.#runtime.ports.newId(),
      conversationId,
      kind,
      body,
      ...(draft?.files?.length && {files: draft.files}),
      ...(draft?.mentions?.length && {mentions: draft.mentions}),
      ...(draft?.replyTo && {replyTo: draft.replyTo}),
      ...(draft?.mail && {mail: draft.mail}),
      ...(options.thenState && {thenState: options.thenState}),
      ...(lastSeen && {lastSeen}),
      createdAt: now,
      localOrder: ++this.#localOrder,
      ...(heldMs > 0 && {heldUntil: now + heldMs}),
      delivery: 'queued',
      attempts: 0,
      schema: 1,
    };
    this.#runtime.commit(() => {
      this.#parts.drafts.take(key);
      this.#show(entry);
    });
    this.#store(entry, this.#parts.keeper.write({deleteDrafts: [key], putEntries: [entry]}));
    this.run(conversationId);
    return entry.clientId;
  }

  /** Calls back a message that has not left. */
  undoSend(clientId: string): void {
    const entry = this.#entry(clientId);
    if (entry?.delivery === 'queued' && entry.attempts === 0) this.#backToDraft(entry);
  }

  retry(clientId: string): void {
    const entry = this.#entry(clientId);
    if (entry?.delivery !== 'failed') return;
    this.#requeue(entry);
  }

  /** Only where it can't have arrived: the text goes out under a new client id. */
  editFailed(clientId: string): void {
    const entry = this.#entry(clientId);
    const unsent = entry?.question !== undefined && entry.attempts === 0;
    if (entry && (unsent || (entry.delivery === 'failed' && entry.failure?.applied === 'no'))) this.#backToDraft(entry);
  }

  discard(clientId: string): void {
    const entry = this.#entry(clientId);
    if (!entry || entry.delivery === 'sending') return;
    this.#drop(entry);
    void this.#parts.keeper.write({deleteEntries: [clientId]}).then(() => this.#tellTabs());
    this.run(entry.conversationId);
  }

  checkAgain(clientId: string): void {
    const entry = this.#entry(clientId);
    if (entry?.delivery !== 'unconfirmed') return;
    void this.#exclusively(entry.conversationId, () => this.#resolve(entry, undefined));
  }

  sendAnyway(clientId: string): void {
    const entry = this.#entry(clientId);
    if (!entry || (entry.delivery !== 'unconfirmed' && !entry.question)) return;
    this.#requeue({...entry, insisted: true});
  }

  /**
   * Pairs a record with the entry it came from: by client id, conversation and author, or where the backend keeps no client ids by its
   * words. Returns true when it settled one.
   */
  echo(message: Message): boolean {
    const {session, outbox} = this.#runtime.state;
    if (!session || message.author.kind !== 'agent' || message.author.id !== session.me.id) return false;
    const named = message.clientId === undefined ? undefined : outbox.get(message.clientId);
    const entry =
      named ??
      (session.capabilities.idempotentSend === 'none' && message.clientId === undefined
        ? this.#entriesOf(message.conversationId).find(
            (waiting) =>
              (waiting.delivery === 'sending' || waiting.delivery === 'unconfirmed') &&
              findSent(waiting, [message], session.me.id, this.#pairedIds(message.conversationId)),
          )
        : undefined);
    if (entry?.conversationId !== message.conversationId) return false;
    this.#settle(entry, message);
    return true;
  }

  /** True while something of this conversation is on its way by itself; what waits for the agent does not count. */
  isBusy(conversationId: Id): boolean {
    return this.#entriesOf(conversationId).some(
      (entry) => (entry.delivery === 'queued' || entry.delivery === 'sending') && !entry.question,
    );
  }

  runAll(): void {
    this.#notBefore.clear();
    for (const id of new Set([...this.#runtime.state.outbox.values()].map((entry) => entry.conversationId))) this.run(id);
  }

  /** Sends what may leave of one conversation, one after the other. */
  run(conversationId: Id): void {
    if (this.#running.has(conversationId)) return;
    this.#running.add(conversationId);
    void this.#runLane(conversationId)
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted) this.#runtime.ports.log('error', 'The outbox stopped', error);
      })
      .finally(() => this.#running.delete(conversationId));
  }

  /** Shows what was kept in the browser. */
  restore(entries: readonly OutboxEntry[]): void {
    const known = entries.filter((entry) => entry.schema === 1 && !this.#runtime.state.outbox.has(entry.clientId));
    for (const entry of known) {
      this.#localOrder = Math.max(this.#localOrder, entry.localOrder);
      this.#show(entry);
    }
  }

  /** Stops sending; nothing is lost, what was under way is looked at when it starts again. */
  close(): void {
    this.#closing.abort(new Error('The inbox was closed'));
    this.#closing = new AbortController();
  }

  clear(): void {
    this.close();
    this.#stored.clear();
    this.#notBefore.clear();
    for (const entry of [...this.#runtime.state.outbox.values()]) this.#parts.threads.removeEntry(entry);
    this.#runtime.commit((state) => state.outbox.clear());
  }

  async #runLane(conversationId: Id): Promise<void> {
    for (;;) {
      const entry = this.#entriesOf(conversationId)[0];
      // Later messages wait behind one that waits for the agent's word.
      if (!entry || entry.delivery === 'failed' || entry.delivery === 'unconfirmed' || entry.question) return;
      await this.#stored.get(entry.clientId);
      const waitMs = Math.max(entry.heldUntil ?? 0, this.#notBefore.get(entry.clientId) ?? 0) - this.#runtime.now();
      if (waitMs > 0) {
        this.#runtime.timers.set(`outbox ${conversationId}`, waitMs, () => this.run(conversationId));
        return;
      }
      if (!this.#runtime.connected) return;
      await this.#exclusively(conversationId, () => this.#deliver(entry.clientId));
    }
  }

  #exclusively(conversationId: Id, work: () => Promise<void>): Promise<void> {
    return this.#parts.exclusive.run(`outbox ${conversationId}`, this.#closing.signal, work);
  }

  /** One attempt, while no other tab makes one. */
  async #deliver(clientId: string): Promise<void> {
    const entry = await this.#current(clientId);
    if (!entry || !this.#runtime.connected) return;
    // Left over from a page that went while it was under way.
    if (entry.delivery === 'sending') return this.#resolve(entry, undefined);
    try {
      const ready = await this.#question(entry);
      if (!ready) return;
      const message = await this.#toNewMessage(ready);
      const sending = {...ready, delivery: 'sending', attempts: ready.attempts + 1} as const;
      this.#show(sending);
      await this.#parts.keeper.write({putEntries: [sending]});
      const result = await this.#runtime.call((session, options) =>
        session.sendMessage(message, {
          ...options,
          onProgress: (progress) => this.#runtime.state.outbox.has(clientId) && this.#parts.threads.putEntry(sending, progress),
        }),
      );
      if (!result?.message?.id) throw new AdapterError({code: 'protocol', message: 'sendMessage answered without a message'});
      this.#settle(sending, result.message, result.state);
    } catch (error) {
      await this.#takeError(clientId, toAdapterError(error));
    }
  }

  /** The entry as the storage has it: another tab may have sent or changed it. */
  async #current(clientId: string): Promise<OutboxEntry | undefined> {
    const entry = this.#entry(clientId);
    if (!entry || !this.#parts.keeper.vault) return entry;
    const kept = await this.#parts.keeper.reread();
    if (!kept) return entry;
    const stored = kept.entries.find((other) => other.clientId === clientId);
    if (!stored) {
      this.#drop(entry);
      this.#parts.threads.reload(entry.conversationId);
    }
    return stored && this.#entry(clientId);
  }

  /** Asks where the ground has moved; otherwise returns the entry as it may leave. */
  async #question(entry: OutboxEntry): Promise<OutboxEntry | undefined> {
    if (entry.insisted) return entry;
    if (this.#runtime.now() - entry.createdAt > oldAfterMs) {
      this.#update(entry, {question: 'old'});
      return undefined;
    }
    const rests = await this.#parts.staleGuard.check(entry);
    if (rests === 'stale') {
      this.#update(entry, {question: 'stale-reply'});
      return undefined;
    }
    return rests === undefined ? entry : {...entry, lastSeen: rests};
  }

  async #toNewMessage(entry: OutboxEntry): Promise<NewMessage> {
    const attachments = await this.#upload(entry);
    return {
      conversationId: entry.conversationId,
      clientId: entry.clientId,
      kind: entry.kind,
      body: entry.body,
      ...(attachments && {attachments}),
      ...(entry.mentions && {mentions: entry.mentions}),
      ...(entry.replyTo && {replyTo: entry.replyTo}),
      ...(entry.mail && {mail: entry.mail}),
      ...(entry.thenState && {thenState: entry.thenState}),
      ...(entry.lastSeen && !entry.insisted && {lastSeen: entry.lastSeen}),
    };
  }

  /** Files go first where the backend wants it so; a file that is up stays up through a repeat. */
  async #upload(entry: OutboxEntry): Promise<readonly (FileInput | UploadRef)[] | undefined> {
    if (!entry.files || this.#runtime.session?.capabilities.attachments?.mode !== 'upload-first') return entry.files;
    const files: (FileInput | UploadRef)[] = [...entry.files];
    for (const [index, file] of files.entries()) {
      if (!('blob' in file)) continue;
      files[index] = await this.#runtime.call((session, options) => {
        if (!session.upload) throw new AdapterError({code: 'unsupported', feature: 'upload', message: 'No upload'});
        return session.upload.put(file, options);
      });
      this.#update(entry, {files});
    }
    return files;
  }

  /** The error's `applied` decides, not its code. */
  async #takeError(clientId: string, error: AdapterError): Promise<void> {
    const entry = this.#entry(clientId);
    if (!entry) return; // its echo came first
    if (error.init.code === 'conflict' && error.init.reason === 'stale-reply') {
      return this.#update(entry, {delivery: 'queued', question: 'stale-reply'});
    }
    if (error.code === 'auth') return this.#update(entry, {delivery: 'queued'});
    // Nothing was under way yet: the check before it failed.
    const applied = entry.delivery === 'sending' ? error.applied : 'no';
    if (applied === 'maybe') return this.#resolve(entry, error);
    if (error.retryable) return this.#tryLater(entry, error);
    this.#fail(entry, error);
  }

  /** Finds out what became of an attempt whose outcome nobody told. */
  async #resolve(entry: OutboxEntry, error: AdapterError | undefined): Promise<void> {
    const mode = this.#runtime.session?.capabilities.idempotentSend ?? 'none';
    if (error?.code === 'protocol' && entry.attempts >= protocolTries) return this.#fail(entry, error);
    try {
      const found = mode === 'lookup' ? await this.#lookUp(entry) : await this.#readBack(entry, mode);
      const current = this.#entry(entry.clientId);
      if (!current) return;
      if (found) return this.#settle(current, found);
      if (mode === 'none') return this.#update(current, {delivery: 'unconfirmed', ...(error && {failure: toFailure(error)})});
      this.#tryLater(current, error);
    } catch (thrown) {
      const failed = toAdapterError(thrown);
      const current = this.#entry(entry.clientId);
      if (!current) return;
      if (failed.retryable || failed.code === 'auth') this.#wait(current, failed);
      else this.#update(current, {delivery: 'unconfirmed', failure: toFailure(failed)});
    }
  }

  async #lookUp(entry: OutboxEntry): Promise<Message | undefined> {
    const found = await this.#runtime.call((session, options) => {
      if (!session.lookup) throw new AdapterError({code: 'unsupported', feature: 'lookup', message: 'No lookup'});
      return session.lookup.sent(entry.conversationId, entry.clientId, options);
    });
    return found ?? undefined;
  }

  /** A backend that takes the same client id once is simply asked again, unless the message is too old to send unasked. */
  async #readBack(entry: OutboxEntry, mode: 'server' | 'none'): Promise<Message | undefined> {
    const me = this.#runtime.state.session?.me;
    if (!me || (mode === 'server' && this.#runtime.now() - entry.createdAt <= oldAfterMs)) return undefined;
    const page = await this.#runtime.call((session, options) => session.listMessages(entry.conversationId, {}, options));
    const known = page.items.findIndex(({id}) => id === entry.lastKnown);
    return findSent(entry, page.items.slice(known + 1), me.id, this.#pairedIds(entry.conversationId));
  }

  #settle(entry: OutboxEntry, record: Message, change?: StateChange): void {
    if (!this.#runtime.state.outbox.has(entry.clientId)) {
      this.#parts.threads.put(record);
      return;
    }
    this.#runtime.commit((state) => {
      state.outbox.delete(entry.clientId);
      this.#parts.threads.settle(record, entry.clientId);
    });
    this.#forgetTimes(entry.clientId);
    void this.#parts.keeper.write({deleteEntries: [entry.clientId]}).then(() => this.#tellTabs());
    this.#runtime.tell({type: 'message-sent', conversationId: entry.conversationId, kind: entry.kind, message: record});
    this.onSettled(entry.conversationId, change);
    this.run(entry.conversationId);
  }

  #fail(entry: OutboxEntry, error: AdapterError): void {
    this.#update(entry, {delivery: 'failed', failure: toFailure(error)});
    this.#runtime.tell({type: 'message-failed', conversationId: entry.conversationId, clientId: entry.clientId});
    this.onSettled(entry.conversationId, undefined);
  }

  #tryLater(entry: OutboxEntry, error: AdapterError | undefined): void {
    this.#update(entry, {delivery: 'queued'});
    this.#wait(entry, error);
  }

  #wait(entry: OutboxEntry, error: AdapterError | undefined): void {
    const waitMs = backOff(entry.attempts, this.#runtime.ports.random, error?.retryAfterMs);
    this.#notBefore.set(entry.clientId, this.#runtime.now() + waitMs);
  }

  #requeue(entry: OutboxEntry): void {
    const {question: _asked, failure: _past, heldUntil: _held, ...rest} = entry;
    this.#notBefore.delete(entry.clientId);
    const queued: OutboxEntry = {...rest, delivery: 'queued'};
    this.#show(queued);
    this.#store(queued, this.#parts.keeper.write({putEntries: [queued]}));
    this.run(entry.conversationId);
  }

  /** The text is a draft again, before what may have been begun meanwhile. */
  #backToDraft(entry: OutboxEntry): void {
    const key = draftKey(entry.conversationId, entry.kind);
    const begun = this.#runtime.state.drafts.get(key);
    const text = [entry.body.value, begun?.text ?? ''].filter((part) => part.trim()).join('\n\n');
    const draft: Draft = {
      conversationId: entry.conversationId,
      kind: entry.kind,
      text,
      ...(entry.files && {files: entry.files.filter((file): file is FileInput => 'blob' in file)}),
      ...(entry.mentions && {mentions: entry.mentions}),
      ...(entry.replyTo && {replyTo: entry.replyTo}),
      ...(entry.mail && {mail: entry.mail}),
      ...(entry.lastSeen && {seen: entry.lastSeen}),
      updatedAt: this.#runtime.now(),
      schema: 1,
    };
    this.#runtime.commit((state) => {
      this.#drop(entry);
      state.drafts.put(key, draft);
      state.composing.put(entry.conversationId, entry.kind);
    });
    void this.#parts.keeper.write({putDrafts: [draft], deleteEntries: [entry.clientId]}).then(() => this.#tellTabs());
    this.run(entry.conversationId);
  }

  #show(entry: OutboxEntry): void {
    const before = this.#runtime.state.outbox.get(entry.clientId);
    const known = before?.lastKnown ?? entry.lastKnown ?? this.#parts.threads.newest(entry.conversationId)?.id;
    const shown = known === undefined ? entry : {...entry, lastKnown: known};
    if (before && before.delivery !== shown.delivery && !canMove(before.delivery, shown.delivery)) {
      this.#runtime.ports.log('error', `A message can't go from ${before.delivery} to ${shown.delivery}`);
      return;
    }
    this.#runtime.commit((state) => {
      state.outbox.put(entry.clientId, shown);
      this.#parts.threads.putEntry(shown);
    });
  }

  #update(entry: OutboxEntry, change: Partial<OutboxEntry>): void {
    this.#show({...entry, ...change});
    const shown = this.#entry(entry.clientId);
    if (shown) void this.#parts.keeper.write({putEntries: [shown]}).then(() => this.#tellTabs());
  }

  #drop(entry: OutboxEntry): void {
    this.#forgetTimes(entry.clientId);
    this.#runtime.commit((state) => {
      state.outbox.delete(entry.clientId);
      this.#parts.threads.removeEntry(entry);
    });
  }

  #store(entry: OutboxEntry, written: Promise<void>): void {
    this.#stored.set(entry.clientId, written);
    void written.then(() => {
      if (this.#stored.get(entry.clientId) === written) this.#stored.delete(entry.clientId);
      this.#tellTabs();
    });
  }

  #forgetTimes(clientId: string): void {
    this.#notBefore.delete(clientId);
  }

  /** Another tab may have changed the storage: takes over what is new, drops what is done. */
  async takeFromTab(): Promise<void> {
    const kept = await this.#parts.keeper.reread();
    if (!kept) return;
    const stored = new Map(kept.entries.map((entry) => [entry.clientId, entry]));
    for (const entry of [...this.#runtime.state.outbox.values()]) {
      const other = stored.get(entry.clientId);
      if (this.#stored.has(entry.clientId) || this.#running.has(entry.conversationId)) continue;
      if (!other) this.#drop(entry);
      else if (other.delivery !== entry.delivery || other.question !== entry.question) this.#replace(other);
    }
    this.restore(kept.entries);
    this.runAll();
  }

  #replace(entry: OutboxEntry): void {
    this.#runtime.commit((state) => {
      state.outbox.put(entry.clientId, entry);
      this.#parts.threads.putEntry(entry);
    });
  }

  #tellTabs(): void {
    this.#parts.tabs.post({type: 'outbox', value: undefined});
  }

  #entry(clientId: string): OutboxEntry | undefined {
    return this.#runtime.state.outbox.get(clientId);
  }

  #entriesOf(conversationId: Id): OutboxEntry[] {
    return [...this.#runtime.state.outbox.values()]
      .filter((entry) => entry.conversationId === conversationId)
      .sort((a, b) => a.localOrder - b.localOrder || (a.clientId < b.clientId ? -1 : 1));
  }

  /** Messages that are already the row of something else that was sent. */
  #pairedIds(conversationId: Id): ReadonlySet<Id> {
    const paired = new Set<Id>();
    const thread = this.#runtime.state.threads.get(conversationId);
    for (const message of thread?.messages.values() ?? []) {
      if (!message.entry && message.key !== message.id) paired.add(message.id);
    }
    return paired;
  }
}

const toFailure = (error: AdapterError): Failure => ({
  code: error.code,
  message: error.message,
  applied: error.applied,
  retryable: error.retryable,
});
