import {AdapterError, type FileInput, type Message, type NewMessage, type UploadRef} from '../contract/index.js';
import type {Keeper} from './keeper.js';
import type {Failure, OutboxEntry} from './outbox-entry.js';
import type {Outbox} from './outbox.js';
import type {OutboxTable} from './outbox-table.js';
import {findSent} from './read-back.js';
import {toAdapterError, type Runtime} from './runtime.js';
import type {StaleGuard} from './stale-guard.js';
import type {Threads} from './threads.js';
import {backOff} from './timers.js';

/** A message that waited longer asks before it leaves: the talk may have moved on. */
const oldAfterMs = 15 * 60_000;
/** An answer that is never what the contract says will not be after this many tries either. */
const protocolTries = 6;

interface Parts {
  readonly keeper: Keeper;
  readonly table: OutboxTable;
  readonly threads: Threads;
  readonly staleGuard: StaleGuard;
  readonly outbox: Outbox;
}

/** Makes one attempt to bring an entry to the backend, and finds out what became of it. */
export class Dispatch {
  readonly #runtime: Runtime;
  readonly #parts: Parts;

  constructor(runtime: Runtime, parts: Parts) {
    this.#runtime = runtime;
    this.#parts = parts;
  }

  /** To be called while no other tab makes an attempt for the same conversation. */
  async attempt(clientId: string): Promise<void> {
    const entry = await this.#current(clientId);
    if (!entry || !this.#runtime.connected) return;
    // Left over from a page that went while it was under way.
    if (entry.delivery === 'sending') return this.resolve(entry, undefined);
    try {
      const ready = await this.#ask(entry);
      if (!ready) return;
      const message = await this.#toNewMessage(ready);
      const sending = {...ready, delivery: 'sending', attempts: ready.attempts + 1} as const;
      await this.#parts.table.update(ready, sending);
      const result = await this.#runtime.call((session, options) =>
        session.sendMessage(message, {
          ...options,
          onProgress: (progress) => {
            if (this.#parts.table.get(clientId)) this.#parts.threads.putEntry(sending, progress);
          },
        }),
      );
      if (!result?.message?.id) throw new AdapterError({code: 'protocol', message: 'sendMessage answered without a message'});
      this.#parts.outbox.settle(sending, result.message, result.state);
    } catch (error) {
      await this.#takeError(clientId, toAdapterError(error));
    }
  }

  /** Finds out what became of an attempt whose outcome nobody told. */
  async resolve(entry: OutboxEntry, error: AdapterError | undefined): Promise<void> {
    const mode = this.#runtime.session?.capabilities.idempotentSend ?? 'none';
    if (error?.code === 'protocol' && entry.attempts >= protocolTries) return this.#fail(entry, error);
    try {
      const found = mode === 'lookup' ? await this.#lookUp(entry) : await this.#readBack(entry, mode);
      const current = this.#parts.table.get(entry.clientId);
      if (!current) return; // its echo came first
      if (found) return this.#parts.outbox.settle(current, found);
      if (mode === 'none') return this.#leaveOpen(current, error);
      this.#tryLater(current, error);
    } catch (thrown) {
      const failed = toAdapterError(thrown);
      const current = this.#parts.table.get(entry.clientId);
      if (!current) return;
      if (failed.retryable || failed.code === 'auth') this.#wait(current, failed);
      else this.#leaveOpen(current, failed);
    }
  }

  /** The entry as the storage has it: another tab may have sent or changed it. */
  async #current(clientId: string): Promise<OutboxEntry | undefined> {
    const {keeper, table, threads} = this.#parts;
    const entry = table.get(clientId);
    if (!entry || !keeper.vault) return entry;
    const kept = await keeper.reread();
    if (!kept || kept.entries.some((other) => other.clientId === clientId)) return table.get(clientId);
    table.hide(entry);
    threads.reload(entry.conversationId);
    return undefined;
  }

  /** Asks the agent where the ground has moved; otherwise returns the entry as it may leave. */
  async #ask(entry: OutboxEntry): Promise<OutboxEntry | undefined> {
    if (entry.insisted) return entry;
    const isOld = this.#runtime.now() - entry.createdAt > oldAfterMs;
    const rests = isOld ? undefined : await this.#parts.staleGuard.check(entry);
    if (isOld || rests === 'stale') {
      void this.#parts.table.update(entry, {question: isOld ? 'old' : 'stale-reply'});
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
      void this.#parts.table.update(entry, {files});
    }
    return files;
  }

  /** The error's `applied` decides, not its code. */
  async #takeError(clientId: string, error: AdapterError): Promise<void> {
    const entry = this.#parts.table.get(clientId);
    if (!entry) return; // its echo came first
    if (error.init.code === 'conflict' && error.init.reason === 'stale-reply') {
      return this.#parts.table.update(entry, {delivery: 'queued', question: 'stale-reply'});
    }
    if (error.code === 'auth') return this.#parts.table.update(entry, {delivery: 'queued'});
    // Before it was under way only a check or an upload can have failed.
    const applied = entry.delivery === 'sending' ? error.applied : 'no';
    if (applied === 'maybe') return this.resolve(entry, error);
    if (error.retryable) return this.#tryLater(entry, error);
    this.#fail(entry, error);
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
    return findSent(entry, page.items.slice(known + 1), me.id, this.#parts.threads.pairedIds(entry.conversationId));
  }

  /** Nobody can tell whether it arrived: the agent is asked. */
  #leaveOpen(entry: OutboxEntry, error: AdapterError | undefined): void {
    void this.#parts.table.update(entry, {delivery: 'unconfirmed', ...(error && {failure: toFailure(error)})});
  }

  #fail(entry: OutboxEntry, error: AdapterError): void {
    void this.#parts.table.update(entry, {delivery: 'failed', failure: toFailure(error)});
    this.#parts.outbox.failed(entry);
  }

  #tryLater(entry: OutboxEntry, error: AdapterError | undefined): void {
    void this.#parts.table.update(entry, {delivery: 'queued'});
    this.#wait(entry, error);
  }

  #wait(entry: OutboxEntry, error: AdapterError | undefined): void {
    const waitMs = backOff(entry.attempts, this.#runtime.ports.random, error?.retryAfterMs);
    this.#parts.table.waits.set(entry.clientId, this.#runtime.now() + waitMs);
  }
}

const toFailure = (error: AdapterError): Failure => ({
  code: error.code,
  message: error.message,
  applied: error.applied,
  retryable: error.retryable,
});
