import type {ConversationState, Id, Message, MessageBody, StateChange} from '../contract/index.js';
import type {WrittenKind} from '../model/index.js';
import {maxUndoSendMs} from './choices.js';
import type {SendOptions} from './commands.js';
import type {Dispatch} from './dispatch.js';
import {draftKey, type Draft} from './draft.js';
import {joined, type Drafts} from './drafts.js';
import type {Exclusive} from './exclusive.js';
import type {Keeper} from './keeper.js';
import {toBody} from './message-body.js';
import {waitsForAgent, type OutboxEntry} from './outbox-entry.js';
import {OutboxTable} from './outbox-table.js';
import type {VaultWrite} from './ports.js';
import {findSent} from './read-back.js';
import type {Runtime} from './runtime.js';
import type {StaleGuard} from './stale-guard.js';
import type {ThreadMessage} from './state.js';
import type {Tabs} from './tabs.js';
import type {ThreadRecords} from './thread-records.js';

interface Parts {
  readonly keeper: Keeper;
  readonly threads: ThreadRecords;
  readonly drafts: Drafts;
  readonly tabs: Tabs;
  readonly staleGuard: StaleGuard;
  readonly exclusive: Exclusive;
  /** Resolves when everything the browser kept is in the state. */
  readonly restored: () => Promise<void>;
}

/**
 * Brings what the agent sent to the backend: in order within a conversation, each message once, through failures, reloads and several
 * tabs. An entry is in the storage before the backend hears of it and leaves it when the backend has it.
 */
export class Outbox {
  readonly #runtime: Runtime;
  readonly #parts: Parts;
  readonly table: OutboxTable;
  /** Makes the attempts; set by whoever wires the two. */
  dispatch: Dispatch | undefined;
  /** Conversations whose entries are being sent. */
  readonly #running = new Set<Id>();
  readonly #runAgain = new Set<Id>();
  /** Those whose turn it is: what the others have to say of their entries can wait. */
  readonly #atWork = new Set<Id>();
  /** Client ids that the agent wants to be looked for, as long as one looks. */
  readonly #checking = new Set<string>();
  /** Conversations that a message on its way is to move, with the state they had: 'send and archive'. */
  readonly #moving = new Map<Id, {readonly from: ConversationState; readonly to: ConversationState}>();
  #localOrder = 0;
  #closing = new AbortController();
  /** Called when a message has reached its end: the backend has it, or refused it, or it does not leave. */
  onSettled: (conversationId: Id) => void = () => undefined;
  /** Called with what the backend did together with a message, and the state before. */
  onMoved: (change: StateChange, from: ConversationState) => void = () => undefined;

  constructor(runtime: Runtime, parts: Parts) {
    this.#runtime = runtime;
    this.#parts = parts;
    this.table = new OutboxTable(runtime, parts);
    parts.tabs.on('outbox', () => void this.takeFromTab());
  }

  /** Moves a draft into the outbox. Returns its client id, or undefined when there is nothing to send, or nobody to send it as yet. */
  send(conversationId: Id, kind: WrittenKind, options: SendOptions = {}): string | undefined {
    const {state} = this.#runtime;
    // Before there was a session nobody knows as whom it would be sent: it stays a draft.
    if (!state.session) return undefined;
    const key = draftKey(conversationId, kind);
    const draft = state.drafts.get(key);
    const formats = state.session.capabilities.bodyFormats;
    const {body: given} = options;
    const body = given && formats.includes(given.format) ? given : toBody(given?.value ?? draft?.text.trim() ?? '', formats);
    if (body.value.trim() === '' && !draft?.files?.length) return undefined;
    const lastSeen = kind === 'reply' ? this.#parts.staleGuard.lastSeen(conversationId, draft?.seen) : undefined;
    const entry: OutboxEntry = {
      ...this.#begin(conversationId, kind, body),
      ...(draft && carried(draft)),
      ...(draft && body.format === 'html' && {words: draft.text}),
      ...(options.thenState && {thenState: options.thenState}),
      ...(lastSeen && {lastSeen}),
    };
    const from = state.conversations.get(conversationId)?.state;
    if (options.thenState && from) this.#moving.set(conversationId, {from, to: options.thenState});
    this.#runtime.commit(() => {
      this.#parts.drafts.take(key);
      this.table.enter(entry, {deleteDrafts: [key]});
    });
    this.run(conversationId);
    return entry.clientId;
  }

  /** The words of a message the backend has but could not deliver, once more as a new message. */
  resend(conversationId: Id, messageId: Id): void {
    const message = this.#undelivered(conversationId, messageId);
    if (!message) return;
    this.table.enter({...this.#begin(conversationId, message.kind, message.body), ...this.#carriedAgain(message)});
    this.run(conversationId);
  }

  /** Those words as a draft, before what may have been begun. */
  writeAgain(conversationId: Id, messageId: Id): void {
    const message = this.#undelivered(conversationId, messageId);
    if (!message) return;
    const {kind, body} = message;
    const begun = this.#runtime.state.drafts.get(draftKey(conversationId, kind))?.text ?? '';
    const change = {text: joined(body.value, begun), ...this.#carriedAgain(message)};
    this.#parts.drafts.set(conversationId, kind, change, this.#parts.staleGuard.known(conversationId));
  }

  /** Calls back a message that has not left. */
  undoSend(clientId: string): void {
    const entry = this.table.get(clientId);
    if (entry?.delivery === 'queued' && entry.attempts === 0) void this.#backToDraft(entry);
  }

  retry(clientId: string): void {
    const entry = this.table.get(clientId);
    if (entry?.delivery === 'failed') this.#requeue(entry);
  }

  /** Only where it can't have arrived: the text goes out under a new client id. */
  editFailed(clientId: string): void {
    const entry = this.table.get(clientId);
    const unsent = entry?.question !== undefined && entry.attempts === 0;
    if (entry && (unsent || (entry.delivery === 'failed' && entry.failure?.applied === 'no'))) void this.#backToDraft(entry);
  }

  discard(clientId: string): void {
    const entry = this.table.get(clientId);
    if (!entry || entry.delivery === 'sending') return;
    void this.#takeOut(entry);
  }

  checkAgain(clientId: string): void {
    const entry = this.table.get(clientId);
    if (entry?.delivery !== 'unconfirmed' || this.#checking.has(clientId)) return;
    this.#checking.add(clientId);
    void this.#exclusively(entry.conversationId, (dispatch) => dispatch.resolve(entry, undefined))
      .catch(() => undefined) // the inbox is closing: it stays as it is
      .finally(() => this.#checking.delete(clientId));
  }

  sendAnyway(clientId: string): void {
    const entry = this.table.get(clientId);
    if (!entry || (entry.delivery !== 'unconfirmed' && !entry.question)) return;
    if (entry.question === 'stale-reply') this.#askOnce(entry);
    this.#requeue({...entry, insisted: true});
  }

  /** Who has looked at the news before one message has looked for those behind it too. */
  #askOnce({conversationId, clientId}: OutboxEntry): void {
    const lastSeen = this.#parts.staleGuard.known(conversationId);
    if (lastSeen === undefined) return;
    for (const later of this.table.of(conversationId)) {
      if (later.clientId !== clientId && later.lastSeen !== undefined) void this.table.update(later, {lastSeen});
    }
  }

  /**
   * Pairs a record with the entry it came from: by client id, conversation and author, or where the backend keeps no client ids by its
   * words. Returns true when it settled one.
   */
  echo(message: Message): boolean {
    const {session} = this.#runtime.state;
    if (!session || message.author.kind !== 'agent' || message.author.id !== session.me.id) return false;
    const entry =
      message.clientId !== undefined
        ? this.table.get(message.clientId)
        : session.capabilities.idempotentSend === 'none'
          ? this.#findByWords(message, session.me.id)
          : undefined;
    if (entry?.conversationId !== message.conversationId) return false;
    this.settle(entry, message);
    return true;
  }

  /** The backend has a message. Its answer and its echo may come in either order. */
  settle(entry: OutboxEntry, record: Message, change?: StateChange): void {
    const {conversationId, kind} = entry;
    if (change) {
      this.onMoved(change, this.#moving.get(conversationId)?.from ?? 'active');
      this.#moving.delete(conversationId);
    }
    if (!this.table.get(entry.clientId)) {
      this.#parts.threads.put(record);
      return;
    }
    this.table.settle(entry, record);
    this.#runtime.tell({type: 'message-sent', conversationId, kind, message: record});
    this.onSettled(conversationId);
    this.run(conversationId);
  }

  /** True when a message sent here brings that state about: it is this agent's doing. */
  moves(conversationId: Id, to: ConversationState): boolean {
    return this.#moving.get(conversationId)?.to === to;
  }

  /** The backend will not have a message. */
  failed({conversationId, clientId}: OutboxEntry): void {
    this.#runtime.tell({type: 'message-failed', conversationId, clientId});
    this.#moving.delete(conversationId);
    this.onSettled(conversationId);
  }

  /** True while something of this conversation is on its way by itself; what waits for the agent does not count. */
  isBusy(conversationId: Id): boolean {
    return this.table.of(conversationId).some((entry) => !waitsForAgent(entry));
  }

  runAll(): void {
    this.table.forgetWaits();
    for (const id of new Set(this.table.all().map((entry) => entry.conversationId))) this.run(id);
  }

  /** Sends what may leave of one conversation, one after the other. */
  run(conversationId: Id): void {
    if (this.#running.has(conversationId)) return void this.#runAgain.add(conversationId);
    this.#running.add(conversationId);
    const {signal} = this.#closing;
    void this.#runLane(conversationId)
      .catch((error: unknown) => {
        if (!signal.aborted) this.#runtime.ports.log('error', 'The outbox stopped', error);
      })
      .finally(() => {
        this.#running.delete(conversationId);
        // What it was called for may have come after the last look.
        if (this.#runAgain.delete(conversationId)) this.run(conversationId);
        // One that was called back, or brought by another tab, was the last.
        else if (this.table.of(conversationId).length === 0) this.onSettled(conversationId);
      });
  }

  /** Shows what was kept in the browser. */
  restore(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) {
      if (entry.schema !== 1 || this.table.get(entry.clientId)) continue;
      this.#localOrder = Math.max(this.#localOrder, entry.localOrder);
      this.table.show(entry);
    }
  }

  /** What is in hand and not in a storage that was lost and is there again. */
  keepAgain(kept: readonly OutboxEntry[]): void {
    const stored = new Set(kept.map(({clientId}) => clientId));
    this.table.keepAgain(this.table.all().filter(({clientId}) => !stored.has(clientId)));
  }

  /** Another tab may have changed the storage: takes over what is new, drops what is done. */
  async takeFromTab(): Promise<void> {
    const before = this.table.all();
    const kept = await this.#parts.keeper.reread();
    if (!kept) return;
    const stored = new Map(kept.entries.map((entry) => [entry.clientId, entry]));
    // What was entered while it was read is not in it.
    for (const entry of before) {
      if (this.table.get(entry.clientId) !== entry || this.table.isBeingStored(entry.clientId) || this.#atWork.has(entry.conversationId)) continue;
      const other = stored.get(entry.clientId);
      if (!other) this.table.hide(entry);
      else if (other.delivery !== entry.delivery || other.question !== entry.question) this.table.replace(other);
    }
    this.restore(kept.entries);
    for (const id of new Set([...before, ...this.table.all()].map((entry) => entry.conversationId))) this.run(id);
  }

  /** Stops sending; nothing is lost, what was under way is looked at when it starts again. */
  close(): void {
    this.#closing.abort(new Error('The inbox was closed'));
    this.#closing = new AbortController();
  }

  clear(): void {
    this.close();
    this.#moving.clear();
    this.table.clear();
  }

  async #runLane(conversationId: Id): Promise<void> {
    for (;;) {
      // What the browser kept may have to go first.
      await this.#parts.restored();
      const entry = this.table.of(conversationId)[0];
      // Later messages wait behind one that waits for the agent's word.
      if (!entry || waitsForAgent(entry)) return;
      await this.table.waitStored(entry.clientId);
      const waitMs = this.table.waitLeft(entry);
      if (waitMs > 0) return this.#runAfter(entry, waitMs);
      if (!this.#runtime.connected) return;
      await this.#exclusively(conversationId, (dispatch) => dispatch.attempt(entry.clientId));
    }
  }

  /** Begun once: a clock that is set meanwhile makes no wait longer. */
  #runAfter({clientId, conversationId}: OutboxEntry, waitMs: number): void {
    const {timers} = this.#runtime;
    const name = `outbox ${clientId}`;
    if (timers.has(name)) return;
    timers.set(name, waitMs, () => {
      this.table.endWait(clientId);
      this.run(conversationId);
    });
  }

  async #exclusively(conversationId: Id, work: (dispatch: Dispatch) => Promise<void>): Promise<void> {
    const {signal} = this.#closing;
    const {dispatch} = this;
    signal.throwIfAborted();
    if (!dispatch) return;
    await this.#parts.exclusive.run(`outbox ${conversationId}`, signal, async () => {
      this.#atWork.add(conversationId);
      await work(dispatch).finally(() => this.#atWork.delete(conversationId));
    });
  }

  /** A new entry: a new client id, the last in its conversation, held for as long as the agent likes. */
  #begin(conversationId: Id, kind: WrittenKind, {format, value}: MessageBody): OutboxEntry {
    const now = this.#runtime.now();
    const clientId = this.#runtime.ports.newId();
    this.dispatch?.beginHere(clientId);
    const heldMs = Math.min(Math.max(0, this.#runtime.state.choices.undoSendMs), maxUndoSendMs);
    return {
      clientId,
      conversationId,
      kind,
      body: {format, value},
      createdAt: now,
      localOrder: this.#nextOrder(now),
      ...(heldMs > 0 && {heldUntil: now + heldMs}),
      delivery: 'queued',
      attempts: 0,
      schema: 1,
    };
  }

  #undelivered(conversationId: Id, messageId: Id): (ThreadMessage & {kind: WrittenKind}) | undefined {
    const message = this.#parts.threads.find(conversationId, messageId);
    const written = message?.kind === 'reply' || message?.kind === 'note';
    return written && !message.entry && message.delivery === 'failed' ? {...message, kind: message.kind} : undefined;
  }

  /** To the same people: a mail need not go to the contact alone. */
  #carriedAgain({mentions, replyTo, mail: {from: _mine, ...mail} = {}}: ThreadMessage) {
    const isMail = this.#runtime.state.session?.capabilities.send.mail && Object.keys(mail).length > 0;
    return carried({mentions, replyTo, ...(isMail && {mail})});
  }

  /** Behind everything this browser has kept, also what has not been read from its storage yet. */
  #nextOrder(now: number): number {
    this.#localOrder = Math.max(this.#localOrder + 1, now);
    return this.#localOrder;
  }

  #findByWords(message: Message, myId: Id): OutboxEntry | undefined {
    const paired = this.#parts.threads.pairedIds(message.conversationId);
    return this.table
      .of(message.conversationId)
      .filter(({delivery}) => delivery === 'sending' || delivery === 'unconfirmed')
      .find((entry) => findSent(entry, [message], myId, paired));
  }

  #requeue(entry: OutboxEntry): void {
    const {question: _asked, failure: _past, heldUntil: _held, ...rest} = entry;
    this.table.forgetWaits([entry.clientId]);
    this.table.enterAgain({...rest, delivery: 'queued'});
    this.run(entry.conversationId);
  }

  /** Resolves with false when another page has gone on with it, or the inbox was closed meanwhile. */
  async #takeOut(entry: OutboxEntry, together: VaultWrite = {}): Promise<boolean> {
    const {signal} = this.#closing;
    const isOut = await this.table.takeOut(entry, together);
    if (signal.aborted) return false;
    if (isOut) this.dispatch?.release(entry);
    else await this.takeFromTab();
    this.run(entry.conversationId);
    return isOut;
  }

  /** The text is a draft again, before what may have been begun meanwhile. */
  async #backToDraft(entry: OutboxEntry): Promise<void> {
    this.#runtime.commit((state) => state.composing.put(entry.conversationId, entry.kind));
    if (!(await this.#takeOut(entry, {putDrafts: [this.#draftOf(entry)]}))) return;
    // Behind it, what was typed until now.
    const draft = this.#draftOf(entry);
    this.#runtime.commit((state) => state.drafts.put(draftKey(entry.conversationId, entry.kind), draft));
    void this.#parts.keeper.write({putDrafts: [draft]});
    this.#parts.tabs.post({type: 'draft', value: draft});
  }

  #draftOf(entry: OutboxEntry): Draft {
    const begun = this.#runtime.state.drafts.get(draftKey(entry.conversationId, entry.kind));
    const text = joined(entry.words ?? entry.body.value, begun?.text ?? '');
    const files = [...(entry.files ?? []), ...(begun?.files ?? [])];
    return {
      conversationId: entry.conversationId,
      kind: entry.kind,
      text,
      ...carried({...entry, files}),
      ...(entry.lastSeen && {seen: entry.lastSeen}),
      updatedAt: this.#runtime.now(),
      schema: 1,
    };
  }
}

/** What a draft and an entry have in common besides their words. */
const carried = ({files, mentions, named, replyTo, mail}: {[Key in 'files' | 'mentions' | 'named' | 'replyTo' | 'mail']?: Draft[Key] | undefined}) => ({
  ...(files?.length && {files}),
  ...(mentions?.length && {mentions}),
  ...(named && {named}),
  ...(replyTo && {replyTo}),
  ...(mail && {mail}),
});
