import type {Adapter, Agent, Doing, Id, Team} from '../contract/index.js';
import {defaultChoices, maxUndoSendMs, type Choices} from './choices.js';
import type {Commands, Release} from './commands.js';
import {Drafts} from './drafts.js';
import type {Inbox, InboxSettings} from './inbox.js';
import {Keeper} from './keeper.js';
import type {Later} from './later.js';
import {Lists} from './lists.js';
import {Live} from './live.js';
import {Outbox} from './outbox.js';
import type {PageEvent, Ports} from './ports.js';
import {Records} from './records.js';
import {Runtime} from './runtime.js';
import {SessionLoop} from './session-loop.js';
import {StaleGuard} from './stale-guard.js';
import type {SessionFact} from './state.js';
import {Sync} from './sync.js';
import {Tabs} from './tabs.js';
import {Threads} from './threads.js';

export interface CreateInboxOptions extends InboxSettings {
  readonly adapter?: Adapter | undefined;
  readonly ports: Ports;
}

/** Makes an inbox. Nothing is called and nothing runs before `connect()`. */
export function createInbox({adapter, ports, ...settings}: CreateInboxOptions): Inbox {
  const inbox = new StoreInbox(ports, settings);
  inbox.setAdapter(adapter);
  return inbox;
}

class StoreInbox implements Inbox {
  readonly #runtime: Runtime;
  readonly #keeper: Keeper;
  readonly #tabs: Tabs;
  readonly #records: Records;
  readonly #lists: Lists;
  readonly #threads: Threads;
  readonly #drafts: Drafts;
  readonly #staleGuard: StaleGuard;
  readonly #outbox: Outbox;
  readonly #live: Live;
  readonly #sync: Sync;
  #later: Later | undefined;
  #loadingLater: Promise<Later> | undefined;
  /** What the browser kept, on its way into the state. */
  #restored: Promise<void> = Promise.resolve();
  readonly commands: Commands;
  #settings: InboxSettings;
  #adapter: Adapter | undefined;
  #loop: SessionLoop | undefined;
  #leavePage: (() => void) | undefined;
  /** Whose data the tables hold. */
  #owner: string | undefined;
  /** Who may get a conversation, as last asked: names for the assignee shown at once. */
  #candidates: readonly (Agent | Team)[] = [];

  constructor(readonly ports: Ports, settings: InboxSettings) {
    this.#settings = settings;
    const runtime = new Runtime(ports);
    this.#runtime = runtime;
    this.#keeper = new Keeper(runtime);
    this.#tabs = new Tabs(runtime);
    this.#records = new Records(runtime);
    this.#lists = new Lists(runtime, this.#records);
    this.#threads = new Threads(runtime, this.#records);
    this.#drafts = new Drafts(runtime, this.#keeper, this.#tabs);
    this.#staleGuard = new StaleGuard(runtime, this.#threads);
    this.#outbox = new Outbox(runtime, {
      keeper: this.#keeper,
      tabs: this.#tabs,
      threads: this.#threads,
      drafts: this.#drafts,
      staleGuard: this.#staleGuard,
      delivery: async () => {
        const later = await this.#loadLater();
        await this.#restored; // an older message of the same conversation goes first
        return later;
      },
    });
    this.#live = new Live(runtime);
    this.#sync = new Sync(runtime, {
      records: this.#records,
      lists: this.#lists,
      threads: this.#threads,
      outbox: this.#outbox,
      live: this.#live,
      later: () => this.#later,
    });
    this.#runtime.onAuthError = (error) => this.#loop?.onAuthError(error);
    this.#tabs.on('choices', (choices) => this.#runtime.commit((state) => (state.choices = choices)));
    this.#tabs.on('forgotten', () => void this.#leave());
    this.commands = this.#makeCommands();
  }

  get state() {
    return this.#runtime.state;
  }

  subscribe(listener: () => void) {
    return this.#runtime.store.subscribe(listener);
  }

  select: Inbox['select'] = (read, onChange, isEqual = Object.is) => {
    let seen = read(this.state);
    return this.subscribe(() => {
      const value = read(this.state);
      if (isEqual(seen, value)) return;
      seen = value;
      onChange(value);
    });
  };

  listen: Inbox['listen'] = (listener) => this.#runtime.listen(listener);

  setAdapter(adapter: Adapter | undefined): void {
    if (adapter === this.#adapter) return;
    const running = this.#loop !== undefined;
    void this.#stopLoop();
    this.#adapter = adapter;
    if (running) this.connect();
  }

  configure(settings: InboxSettings): void {
    const before = this.#settings;
    this.#settings = {...before, ...settings};
    const localeChanged = before.locale !== this.#settings.locale;
    const featuresChanged = JSON.stringify(before.features) !== JSON.stringify(this.#settings.features);
    if (this.#loop && (localeChanged || featuresChanged)) {
      void this.#stopLoop();
      this.connect();
    }
  }

  connect(): void {
    if (this.#loop || !this.#adapter) return;
    this.#leavePage ??= this.ports.page?.subscribe((event) => this.#onPage(event));
    this.#loop = new SessionLoop(this.#runtime, this.#adapter, () => this.#settings, {
      opened: (session) => this.#onOpened(session),
      connected: (gap) => this.#onConnected(gap),
      apply: (batch) => this.#sync.apply(batch),
      lost: (error) => this.#onLost(error),
      revoked: () => this.#wipe(),
    });
    this.#loop.start();
  }

  retry(): void {
    if (this.#loop) this.#loop.retry();
    else this.connect();
  }

  async forget(): Promise<void> {
    this.#tabs.post({type: 'forgotten', value: undefined});
    await this.#wipe();
    await this.#leave();
  }

  async close(): Promise<void> {
    this.#drafts.keep();
    const stopped = this.#stopLoop();
    this.#leavePage?.();
    this.#leavePage = undefined;
    await stopped;
    this.#runtime.timers.clear();
    await this.#keeper.settled();
    // Another tab takes over what this one leaves behind.
    this.#tabs.post({type: 'outbox', value: undefined});
    this.#tabs.close();
    this.#keeper.close();
  }

  #stopLoop(): Promise<void> | undefined {
    const loop = this.#loop;
    this.#loop = undefined;
    this.#outbox.close();
    this.#later?.changes.close();
    const stopped = loop?.stop();
    this.#runtime.commit((state) => (state.connection = {status: 'idle'}));
    return stopped;
  }

  #onOpened(session: SessionFact): void {
    const owner = session.identity ?? `in this page ${session.adapterName} ${session.me.id}`;
    const first = this.#owner === undefined;
    if (this.#owner !== owner) {
      if (!first) {
        this.#clear();
        if (this.state.session?.adapterName === session.adapterName) this.#runtime.notice({type: 'other-identity'});
      }
      this.#owner = owner;
    }
    this.#takeSession(session);
    if (session.identity !== this.#keeper.identity) this.#restored = this.#restore(session.identity);
    this.#runtime.tell({type: 'ready', session});
  }

  async #restore(identity: string | undefined): Promise<void> {
    this.#tabs.open(identity);
    const kept = await this.#keeper.open(identity);
    this.#runtime.commit((state) => (state.choices = {...defaultChoices, ...state.choices, ...kept.choices}));
    this.#drafts.restore(kept.drafts);
    this.#outbox.restore(kept.entries);
    if (kept.changes.length > 0) this.#withLater((later) => later.changes.restore(kept.changes));
    this.#outbox.runAll();
    if (kept.changes.length > 0) this.#withLater((later) => later.changes.flushAll());
  }

  #takeSession(session: SessionFact): void {
    this.#runtime.commit((state) => {
      const saved = state.views.filter(({role}) => role === 'saved');
      const fixed = session.capabilities.views.filter(
        (view) => view.role !== 'automated' || session.features.has('automation'),
      );
      state.session = session;
      state.views = [...fixed, ...saved.filter((view) => !fixed.some(({id}) => id === view.id))];
    });
  }

  #onConnected(gap: boolean): void {
    if (gap) {
      this.#lists.reloadAll();
      this.#threads.reloadAll();
    } else {
      this.#lists.loadMissing();
      this.#threads.loadMissing();
    }
    void this.#sync.readSession();
    this.#outbox.runAll();
    this.#withLater((later) => later.connected());
  }

  #onLost(error: Parameters<Lists['fail']>[0]): void {
    this.#live.clear();
    this.#lists.fail(error);
    this.#threads.fail(error);
  }

  #onPage(event: PageEvent): void {
    if (event === 'online' || (event === 'visible' && this.state.connection.status === 'waiting')) this.#loop?.retry();
    if (event === 'visible') void this.#outbox.takeFromTab();
    if (event === 'hidden' || event === 'pagehide') this.#drafts.keep();
    if (event === 'pagehide') this.#later?.changes.releaseHeld();
  }

  /** Leaves nothing of this agent in the browser. */
  async #wipe(): Promise<void> {
    await this.#keeper.wipe();
    this.#clear();
    this.#owner = undefined;
    this.#runtime.tell({type: 'signed-out'});
  }

  async #leave(): Promise<void> {
    this.#clear();
    this.#owner = undefined;
    this.#runtime.commit((state) => {
      state.session = undefined;
      state.views = [];
    });
    await this.close();
  }

  #clear(): void {
    this.#keeper.close();
    this.#tabs.close();
    this.#runtime.timers.clear();
    this.#outbox.clear();
    this.#later?.clear();
    this.#drafts.clear();
    this.#staleGuard.clear();
    this.#records.clear();
    this.#lists.clear();
    this.#threads.clear();
    this.#live.clear();
    this.#runtime.commit((state) => {
      state.contacts.clear();
      state.escalations.clear();
      state.tickets.clear();
      state.counts = undefined;
      state.choices = defaultChoices;
    });
  }

  #choose(change: Partial<Choices>): void {
    this.#runtime.commit((state) => {
      const undoSendMs = Math.min(Math.max(0, change.undoSendMs ?? state.choices.undoSendMs), maxUndoSendMs);
      state.choices = {...state.choices, ...change, undoSendMs};
    });
    void this.#keeper.write({putChoices: this.state.choices});
    this.#tabs.post({type: 'choices', value: this.state.choices});
  }

  #loadLater(): Promise<Later> {
    this.#loadingLater ??= import('./later.js').then((module) => {
      this.#later = new module.Later(this.#runtime, {
        keeper: this.#keeper,
        records: this.#records,
        threads: this.#threads,
        staleGuard: this.#staleGuard,
        outbox: this.#outbox,
      });
      this.#later.readMarks.onLocalMark = (conversationId, upTo) =>
        this.#choose({readUpTo: {...this.state.choices.readUpTo, [conversationId]: upTo}});
      return this.#later;
    });
    return this.#loadingLater;
  }

  /** At once when it is there, otherwise as soon as it is. */
  #withLater(work: (later: Later) => void): void {
    if (this.#later) return work(this.#later);
    this.#loadLater().then(work, (error: unknown) =>
      this.ports.log('error', 'A part of Loop Inbox could not be loaded; writing is not possible', error),
    );
  }

  async #assignees(conversationId: Id) {
    this.#candidates = await (await this.#loadLater()).details.assignees(conversationId);
    return this.#candidates;
  }

  #attend(conversationId: Id, doing: Doing): Release {
    let leave: Release | undefined;
    let left = false;
    this.#withLater((later) => {
      if (!left) leave = later.attendance.attend(conversationId, doing);
    });
    return () => {
      left = true;
      leave?.();
    };
  }

  #makeCommands(): Commands {
    return {
      openList: (query) => this.#lists.open(query),
      loadMore: (query) => this.#lists.loadMore(query),
      reloadList: (query) => this.#lists.reload(query),
      arrangeList: (view, {sort, filter}) =>
        this.#choose({
          ...(sort && {sorts: {...this.state.choices.sorts, [view]: sort}}),
          ...(filter && {filters: {...this.state.choices.filters, [view]: filter}}),
        }),
      openThread: (id, around) => this.#threads.open(id, around),
      showMessage: (id, messageId) => this.#threads.show(id, messageId),
      showLatest: (id) => this.#threads.showLatest(id),
      loadEarlier: (id) => this.#threads.loadEarlier(id),
      loadLater: (id) => this.#threads.loadLater(id),
      reloadThread: (id) => this.#threads.reload(id),
      markRead: (id, messageId) => {
        const upTo = messageId ?? this.#threads.newest(id)?.id;
        if (upTo !== undefined) this.#staleGuard.see(id, upTo);
        this.#withLater((later) => later.readMarks.mark(id, upTo));
      },
      markUnread: (id) => this.#withLater((later) => later.readMarks.markUnread(id)),
      compose: (id, kind) => this.#drafts.compose(id, kind),
      setDraft: (id, kind, change) => this.#drafts.set(id, kind, change, this.#staleGuard.known(id)),
      claimDraft: (id, kind) => this.#drafts.claim(id, kind),
      send: (id, kind, options) => {
        this.#later?.attendance.stopTyping(id, kind);
        return this.#outbox.send(id, kind, options);
      },
      undoSend: (clientId) => this.#outbox.undoSend(clientId),
      retry: (clientId) => this.#outbox.retry(clientId),
      editFailed: (clientId) => this.#outbox.editFailed(clientId),
      discard: (clientId) => this.#outbox.discard(clientId),
      checkAgain: (clientId) => this.#outbox.checkAgain(clientId),
      sendAnyway: (clientId) => this.#outbox.sendAnyway(clientId),
      archive: (id) => this.#withLater((later) => later.changes.move(id, 'archived')),
      reopen: (id) => this.#withLater((later) => later.changes.move(id, 'active')),
      snooze: (id, until) => this.#withLater((later) => later.changes.move(id, 'snoozed', until)),
      takeOver: (id) => this.#withLater((later) => later.details.handOff(id, 'agent')),
      handBack: (id) => this.#withLater((later) => later.details.handOff(id, 'bot')),
      undo: (id) => this.#withLater((later) => later.changes.undo(id)),
      pauseUndo: (id) => this.#withLater((later) => later.changes.pauseUndo(id)),
      resumeUndo: (id) => this.#withLater((later) => later.changes.resumeUndo(id)),
      dismissUndo: (id) => this.#withLater((later) => later.changes.dismiss(id)),
      escalate: (id, reason) => this.#withLater((later) => later.details.escalate(id, reason)),
      clearEscalation: (id) => this.#withLater((later) => later.details.clearEscalation(id)),
      assign: (id, to) =>
        this.#withLater((later) =>
          later.details.assign(id, to, [...this.#candidates, ...(this.state.session ? [this.state.session.me] : [])]),
        ),
      assignees: (id) => this.#assignees(id),
      setPriority: (id, priority) => this.#withLater((later) => later.details.setPriority(id, priority)),
      changeTags: (id, change) => this.#withLater((later) => later.details.changeTags(id, change)),
      tags: async () => (await this.#loadLater()).details.tags(),
      loadContact: (id) => this.#withLater((later) => void later.details.loadContact(id)),
      contactConversations: async (id) => (await this.#loadLater()).details.contactConversations(id),
      loadTickets: (id) => this.#withLater((later) => void later.details.loadTickets(id)),
      ticketForm: async (id) => (await this.#loadLater()).details.ticketForm(id),
      createTicket: async (ticket, clientId) => (await this.#loadLater()).details.createTicket(ticket, clientId),
      type: (id, kind) => this.#withLater((later) => later.attendance.type(id, kind)),
      attend: (id, doing) => this.#attend(id, doing),
      setAvailability: (availability) => this.#withLater((later) => later.details.setAvailability(availability)),
      loadNotifications: () => this.#withLater((later) => void later.notifications.load()),
      loadMoreNotifications: () => this.#withLater((later) => void later.notifications.loadMore()),
      markNotificationRead: (id) => this.#withLater((later) => void later.notifications.markRead([id])),
      markAllNotificationsRead: () => this.#withLater((later) => void later.notifications.markRead('all')),
      choose: (change) => this.#choose(change),
      dismissNotice: (id) => this.#runtime.commit((state) => state.notices.delete(id)),
    };
  }
}
