import {AdapterError, type FileInput, type Message, type NewMessage, type Progress, type UploadRef} from '../contract/index.js';
import type {Exclusive} from './exclusive.js';
import type {Keeper} from './keeper.js';
import {bySending, waitsForAgent, type Failure, type OutboxEntry} from './outbox-entry.js';
import type {Outbox} from './outbox.js';
import type {OutboxTable} from './outbox-table.js';
import {findSent} from './read-back.js';
import {gaveUp, toAdapterError, type RunningCall, type Runtime} from './runtime.js';
import type {StaleGuard} from './stale-guard.js';
import type {ThreadRecords} from './thread-records.js';
import {backOff} from './timers.js';

/** A message that waited longer asks before it leaves: the talk may have moved on. */
const oldAfterMs = 15 * 60_000;
/** An answer that is never what the contract says will not be after this many tries either. */
const protocolTries = 6;
/** An attempt that nobody answered may arrive this much later; until then a backend that takes a message twice is only asked. */
const lookEveryMs = 30_000;
const looksInVain = 6;

/** A connection that is slower than that is as good as none. */
const slowestBytesPerMs = 16;

interface Parts {
  readonly keeper: Keeper;
  readonly exclusive: Exclusive;
  readonly table: OutboxTable;
  readonly threads: ThreadRecords;
  readonly staleGuard: StaleGuard;
  readonly outbox: Outbox;
}

/** Makes one attempt to bring an entry to the backend, and finds out what became of it. */
export class Dispatch {
  readonly #runtime: Runtime;
  readonly #parts: Parts;
  /** Uploads under way, by client id. */
  readonly #uploading = new Map<string, RunningCall>();
  /** How often a message could not even be begun to send, by client id. */
  readonly #tries = new Map<string, number>();
  /** Client ids of what was written in this page, with the age of the storage it was written to. */
  readonly #begunHere = new Map<string, number>();

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
      if (!this.#isSure(clientId)) {
        const found = await this.#find(entry);
        if (found) return this.#parts.outbox.settle(entry, found);
      }
      const asked = await this.#ask(entry);
      if (asked) await expectReadable(asked);
      const ready = asked && (await this.#upload(asked));
      if (!ready) return;
      // Its echo, the agent or another tab may have had the say meanwhile.
      const present = this.#parts.table.get(clientId);
      if (!present || waitsForAgent(present)) return;
      const sending = {...ready, delivery: 'sending', attempts: ready.attempts + 1} as const;
      if (!(await this.#parts.table.update(ready, sending))) return;
      if (!(await this.#isMine(sending))) return await this.resolve(sending, undefined);
      const result = await this.#runtime.call((session, options, call) => {
        call.moves(this.#moreMs(ready.uploads ? [] : (ready.files ?? [])));
        return session.sendMessage(toNewMessage(ready), {
          ...options,
          onProgress: (progress) => {
            call.moves();
            if (this.#parts.table.get(clientId)) this.#parts.threads.putEntry(sending, progress);
          },
        });
      });
      if (!result?.message?.id) throw new AdapterError({code: 'protocol', message: 'sendMessage answered without a message'});
      this.#parts.outbox.settle(sending, result.message, result.state);
    } catch (error) {
      await this.#takeError(clientId, toAdapterError(error));
    }
  }

  /** Where the backend takes a message twice, one page alone makes an attempt: the one that claims it after it is marked as under way. */
  async #isMine(entry: OutboxEntry): Promise<boolean> {
    if (this.#parts.keeper.isLost) return this.#takeOver(entry);
    return this.#mode === 'server' || this.#parts.exclusive.claim(`attempt ${entry.clientId} ${entry.attempts}`);
  }

  /**
   * The storage did not take that a message is under way, so others would read that it has to leave. One that was begun here is taken out of it, with
   * all that stands behind it, so that nobody sends that first; one that was not is left to whoever began it.
   */
  async #takeOver(entry: OutboxEntry): Promise<boolean> {
    if (this.#isSure(entry.clientId)) return true;
    if (!this.#isOwn(entry)) return false;
    const inHand = this.#parts.table.of(entry.conversationId);
    await this.#parts.table.letGo(inHand);
    for (const other of inHand) if (this.#isOwn(other)) this.beginHere(other.clientId);
    return true;
  }

  /** An entry of this page: nobody else can have sent it, as long as its storage tells what others do. */
  beginHere(clientId: string): void {
    this.#begunHere.set(clientId, this.#parts.keeper.age);
  }

  /**
   * Another page may have sent an entry without writing so: when the browser would not let it. Where the backend takes a message twice, one looks
   * before each attempt.
   */
  #isSure(clientId: string): boolean {
    return this.#mode === 'server' || this.#begunHere.get(clientId) === this.#parts.keeper.age;
  }

  /** Begun in this page, or the agent said here that it is to leave. */
  #isOwn({clientId, insisted}: OutboxEntry): boolean {
    return insisted === true || this.#begunHere.has(clientId);
  }

  get #mode(): 'server' | 'lookup' | 'none' {
    return this.#runtime.session?.capabilities.idempotentSend ?? 'none';
  }

  #find(entry: OutboxEntry): Promise<Message | undefined> {
    const mode = this.#mode;
    return mode === 'lookup' ? this.#lookUp(entry) : this.#readBack(entry, mode);
  }

  /** Finds out what became of an attempt whose outcome nobody told. */
  async resolve(entry: OutboxEntry, error: AdapterError | undefined): Promise<void> {
    const mode = this.#mode;
    if (error?.code === 'protocol' && entry.attempts >= protocolTries) return this.#fail(entry, error);
    try {
      const found = await this.#find(entry);
      const current = this.#parts.table.get(entry.clientId);
      if (!current) return; // its echo came first
      if (found) return this.#parts.outbox.settle(current, found);
      if (mode === 'none') return this.#leaveOpen(current, error);
      if (mode === 'lookup' && (!error || error.cause === gaveUp)) return this.#lookLater(current);
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
    const {keeper, table} = this.#parts;
    const entry = table.get(clientId);
    if (!entry || !keeper.vault) return entry;
    const kept = await keeper.reread();
    if (!kept || table.isBeingStored(clientId)) return table.get(clientId);
    // One that goes first and was not told of yet, or by a page that froze meanwhile.
    const goesFirst = (other: OutboxEntry) => other.schema === 1 && other.conversationId === entry.conversationId && bySending(other, entry) < 0 && !table.get(other.clientId);
    if (kept.entries.some(goesFirst)) {
      this.#parts.outbox.restore(kept.entries);
      return undefined;
    }
    const stored = kept.entries.find((other) => other.clientId === clientId);
    if (stored && table.get(clientId)) {
      table.replace(stored);
      return waitsForAgent(stored) ? undefined : stored;
    }
    table.takenOut(clientId);
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

  /** An entry that will not leave: its upload ends, and what is up already may go. */
  release({clientId, uploads = {}}: OutboxEntry): void {
    this.#uploading.get(clientId)?.stop();
    for (const ref of Object.values(uploads)) {
      // What is left behind is the backend's to tidy up.
      this.#runtime.call(async (session, options) => session.upload?.discard?.(ref, options)).catch(() => undefined);
    }
  }

  /** Files go first where the backend wants it so; a file that is up stays up through a repeat. Undefined: it was called back. */
  async #upload(entry: OutboxEntry): Promise<OutboxEntry | undefined> {
    const {clientId, files} = entry;
    if (!files || this.#runtime.session?.capabilities.attachments?.mode !== 'upload-first') return entry;
    const {table, threads} = this.#parts;
    const total = files.reduce((sum, {blob}) => sum + blob.size, 0);
    let ready = entry;
    let before = 0;
    for (const [index, file] of files.entries()) {
      const tell = (loaded: number) => {
        if (table.get(clientId)) threads.putEntry(ready, {loaded: Math.min(before + loaded, total), total});
      };
      tell(0);
      if (!ready.uploads?.[index]) {
        const ref = await this.#put(clientId, file, tell);
        ready = {...ready, uploads: {...ready.uploads, [index]: ref}};
        if (!table.get(clientId)) {
          this.release(ready);
          return undefined;
        }
        void table.update(ready, {});
      }
      before += file.blob.size;
    }
    return ready;
  }

  #put(clientId: string, file: FileInput, tell: (loaded: number) => void): Promise<UploadRef> {
    const putting = this.#runtime.call((session, options, call) => {
      if (!session.upload) throw new AdapterError({code: 'unsupported', feature: 'upload', message: 'No upload'});
      this.#uploading.set(clientId, call);
      const onProgress = ({loaded}: Progress) => {
        call.moves();
        tell(loaded);
      };
      call.moves(this.#moreMs([file]));
      return session.upload.put(file, {...options, onProgress});
    });
    return putting.finally(() => this.#uploading.delete(clientId));
  }

  /** How much longer than other calls these may take, where nobody tells how far they are. */
  #moreMs(files: readonly FileInput[]): number {
    const isTold = this.#runtime.session?.capabilities.attachments?.progress;
    return isTold ? 0 : files.reduce((sum, {blob}) => sum + blob.size, 0) / slowestBytesPerMs;
  }

  /** The error's `applied` decides, not its code. */
  async #takeError(clientId: string, error: AdapterError): Promise<void> {
    const entry = this.#parts.table.get(clientId);
    if (!entry) return; // its echo came first
    if (error.init.code === 'conflict' && error.init.reason === 'stale-reply') {
      await this.#parts.table.update(entry, {delivery: 'queued', question: 'stale-reply'});
      return;
    }
    if (error.code === 'auth') {
      await this.#parts.table.update(entry, {delivery: 'queued'});
      return;
    }
    // Before it was under way only a check or an upload can have failed.
    const begun = entry.delivery === 'sending';
    this.#tries.set(clientId, begun ? 0 : (this.#tries.get(clientId) ?? 0) + 1);
    const applied = begun ? error.applied : 'no';
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

  #fail({uploads: _perhapsExpired, ...entry}: OutboxEntry, error: AdapterError): void {
    void this.#parts.table.update(entry, {delivery: 'failed', failure: toFailure(error)});
    this.#parts.outbox.failed(entry);
  }

  #tryLater(entry: OutboxEntry, error: AdapterError | undefined): void {
    const {looks: _over, lookedAt: _then, ...again} = entry;
    void this.#parts.table.update(again, {delivery: 'queued'});
    this.#wait(entry, error);
  }

  /** It stays under way until it can't arrive any more. */
  #lookLater(entry: OutboxEntry): void {
    const {clientId, looks = 0, lookedAt} = entry;
    const now = this.#runtime.now();
    const leftMs = lookedAt === undefined ? 0 : lookedAt + lookEveryMs - now;
    // A clock that was set back tells nothing.
    if (leftMs > 0 && leftMs <= lookEveryMs) return this.#parts.table.wait(clientId, leftMs);
    if (looks >= looksInVain) {
      this.beginHere(clientId);
      return this.#tryLater(entry, undefined);
    }
    void this.#parts.table.update(entry, {looks: looks + 1, lookedAt: now});
    this.#parts.table.wait(clientId, lookEveryMs);
  }

  #wait(entry: OutboxEntry, error: AdapterError | undefined): void {
    const waitMs = backOff(Math.max(entry.attempts, this.#tries.get(entry.clientId) ?? 0), this.#runtime.ports.random, error?.retryAfterMs);
    this.#parts.table.wait(entry.clientId, waitMs);
  }
}

const toNewMessage = (entry: OutboxEntry): NewMessage => ({
  conversationId: entry.conversationId,
  clientId: entry.clientId,
  kind: entry.kind,
  body: entry.body,
  ...(entry.files && {attachments: entry.files.map((file, index) => entry.uploads?.[index] ?? file)}),
  ...(entry.mentions && {mentions: entry.mentions}),
  ...(entry.replyTo && {replyTo: entry.replyTo}),
  ...(entry.mail && {mail: entry.mail}),
  ...(entry.thenState && {thenState: entry.thenState}),
  ...(entry.lastSeen && !entry.insisted && {lastSeen: entry.lastSeen}),
});

/** What an issue of a refused message says of a file that can't be read. */
const unreadable = 'unreadable-file';

/** A file that was changed, moved or deleted since it was chosen can't be read any more: no repeat helps, and an adapter takes it for a lost connection. */
async function expectReadable({files = [], uploads = {}}: OutboxEntry): Promise<void> {
  for (const [index, {name, blob}] of files.entries()) {
    if (uploads[index]) continue;
    const reading = blob.slice(0, 1).arrayBuffer();
    await reading.catch((cause: unknown) => {
      const issues = [{path: 'attachments', rule: unreadable, message: name}];
      throw new AdapterError({code: 'validation', message: `${name} cannot be read any more`, issues, cause});
    });
  }
}

const isUnreadable = ({init}: AdapterError): boolean => init.code === 'validation' && init.issues?.some(({rule}) => rule === unreadable);

const toFailure = (error: AdapterError): Failure => ({
  code: isUnreadable(error) ? unreadable : error.code,
  message: error.message,
  applied: error.applied,
  retryable: error.retryable,
});
