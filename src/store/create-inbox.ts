import type {Adapter, Agent, Id, Team} from '../contract/index.js';
import {Attendance} from './attendance.js';
import {Changes} from './changes.js';
import {defaultChoices, maxUndoSendMs, type Choices} from './choices.js';
import type {Commands} from './commands.js';
import {Details} from './details.js';
import {Drafts} from './drafts.js';
import {Exclusive} from './exclusive.js';
import type {Inbox, InboxSettings} from './inbox.js';
import {Keeper} from './keeper.js';
import {Lists} from './lists.js';
import {Live} from './live.js';
import {Notifications} from './notifications.js';
import {Outbox} from './outbox.js';
import type {PageEvent, Ports} from './ports.js';
import {ReadMarks} from './read-marks.js';
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
  readonly #notifications: Notifications;
  readonly #changes: Changes;
  readonly #details: Details;
  readonly #live: Live;
  readonly #attendance: Attendance;
  readonly #readMarks: ReadMarks;
  readonly #sync: Sync;
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
    const exclusive = new Exclusive(runtime, this.#keeper);
    this.#records = new Records(runtime);
    this.#lists = new Lists(runtime, this.#records);
    this.#threads = new Threads(runtime, this.#records);
    this.#drafts = new Drafts(runtime, this.#keeper, this.#tabs);
    this.#staleGuard = new StaleGuard(runtime, this.#threads);
    const shared = {keeper: this.#keeper, exclusive, tabs: this.#tabs};
    this.#outbox = new Outbox(runtime, {...shared, threads: this.#threads, drafts: this.#drafts, staleGuard: this.#staleGuard});
    this.#notifications = new Notifications(runtime);
    this.#changes = new Changes(runtime, {...shared, records: this.#records, notifications: this.#notifications, outbox: this.#outbox});
    this.#details = new Details(runtime, this.#records);
    this.#live = new Live(runtime);
    this.#attendance = new Attendance(runtime);
    this.#readMarks = new ReadMarks(runtime, this.#records, this.#threads);
    this.#sync = new Sync(runtime, {
      records: this.#records,
      lists: this.#lists,
      threads: this.#threads,
      outbox: this.#outbox,
      changes: this.#changes,
      notifications: this.#notifications,
      details: this.#details,
      live: this.#live,
    });
    this.#outbox.onSettled = (conversationId, change) => {
      if (change) this.#changes.takeResult(change);
      this.#changes.flush(conversationId);
    };
    this.#readMarks.onLocalMark = (conversationId, upTo) =>
      this.#choose({readUpTo: {...this.state.choices.readUpTo, [conversationId]: upTo}});
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
    this.#changes.close();
    const stopped = loop?.stop();
    this.#runtime.commit((state) => (state.connection = {status: 'idle'}));
    return stopped;
  }

  async #onOpened(session: SessionFact): Promise<void> {
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
    if (!this.#keeper.vault) await this.#restore(session.identity);
    this.#runtime.tell({type: 'ready', session});
  }

  async #restore(identity: string | undefined): Promise<void> {
    this.#tabs.open(identity);
    const kept = await this.#keeper.open(identity);
    this.#runtime.commit((state) => (state.choices = {...defaultChoices, ...state.choices, ...kept.choices}));
    this.#drafts.restore(kept.drafts);
    this.#outbox.restore(kept.entries);
    this.#changes.restore(kept.changes);
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
    this.#attendance.tellAll();
    this.#readMarks.flush();
    this.#outbox.runAll();
    this.#changes.flushAll();
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
    if (event === 'pagehide') this.#changes.releaseHeld();
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
    this.#changes.clear();
    this.#drafts.clear();
    this.#staleGuard.clear();
    this.#records.clear();
    this.#lists.clear();
    this.#threads.clear();
    this.#notifications.clear();
    this.#live.clear();
    this.#readMarks.clear();
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

  async #assignees(conversationId: Id) {
    this.#candidates = await this.#details.assignees(conversationId);
    return this.#candidates;
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
        this.#readMarks.mark(id, upTo);
      },
      markUnread: (id) => this.#readMarks.markUnread(id),
      compose: (id, kind) => this.#drafts.compose(id, kind),
      setDraft: (id, kind, change) => this.#drafts.set(id, kind, change, this.#staleGuard.known(id)),
      claimDraft: (id, kind) => this.#drafts.claim(id, kind),
      send: (id, kind, options) => {
        this.#attendance.stopTyping(id, kind);
        return this.#outbox.send(id, kind, options);
      },
      undoSend: (clientId) => this.#outbox.undoSend(clientId),
      retry: (clientId) => this.#outbox.retry(clientId),
      editFailed: (clientId) => this.#outbox.editFailed(clientId),
      discard: (clientId) => this.#outbox.discard(clientId),
      checkAgain: (clientId) => this.#outbox.checkAgain(clientId),
      sendAnyway: (clientId) => this.#outbox.sendAnyway(clientId),
      archive: (id) => this.#changes.move(id, 'archived'),
      reopen: (id) => this.#changes.move(id, 'active'),
      snooze: (id, until) => this.#changes.move(id, 'snoozed', until),
      takeOver: (id) => this.#details.handOff(id, 'agent'),
      handBack: (id) => this.#details.handOff(id, 'bot'),
      undo: (id) => this.#changes.undo(id),
      pauseUndo: (id) => this.#changes.pauseUndo(id),
      resumeUndo: (id) => this.#changes.resumeUndo(id),
      dismissUndo: (id) => this.#changes.dismiss(id),
      escalate: (id, reason) => this.#details.escalate(id, reason),
      clearEscalation: (id) => this.#details.clearEscalation(id),
      assign: (id, to) => this.#details.assign(id, to, [...this.#candidates, ...(this.state.session ? [this.state.session.me] : [])]),
      assignees: (id) => this.#assignees(id),
      setPriority: (id, priority) => this.#details.setPriority(id, priority),
      changeTags: (id, change) => this.#details.changeTags(id, change),
      tags: () => this.#details.tags(),
      loadContact: (id) => void this.#details.loadContact(id),
      contactConversations: (id) => this.#details.contactConversations(id),
      loadTickets: (id) => void this.#details.loadTickets(id),
      ticketForm: (id) => this.#details.ticketForm(id),
      createTicket: (ticket, clientId) => this.#details.createTicket(ticket, clientId),
      type: (id, kind) => this.#attendance.type(id, kind),
      attend: (id, doing) => this.#attendance.attend(id, doing),
      setAvailability: (availability) => this.#details.setAvailability(availability),
      loadNotifications: () => void this.#notifications.load(),
      loadMoreNotifications: () => void this.#notifications.loadMore(),
      markNotificationRead: (id) => void this.#notifications.markRead([id]),
      markAllNotificationsRead: () => void this.#notifications.markRead('all'),
      choose: (change) => this.#choose(change),
      dismissNotice: (id) => this.#runtime.commit((state) => state.notices.delete(id)),
    };
  }
}
