import type {Agent, Session, Team} from '../contract/index.js';
import {Alerts} from './alerts.js';
import {Attendance} from './attendance.js';
import {Bulk} from './bulk.js';
import {Changes} from './changes.js';
import {OwnChoices, type Choose} from './choose.js';
import {Details} from './details.js';
import {Dispatch} from './dispatch.js';
import {Drafts} from './drafts.js';
import {Exclusive} from './exclusive.js';
import {Keeper} from './keeper.js';
import {makeLateCommands, type LateCommands} from './late-commands.js';
import {MessageChanges} from './message-changes.js';
import {Notifications} from './notifications.js';
import {Outbox} from './outbox.js';
import type {PageEvent} from './ports.js';
import {Profiles} from './profiles.js';
import {ReadMarks} from './read-marks.js';
import {membershipOf} from './list-membership.js';
import {ListRows} from './list-rows.js';
import type {Lists} from './lists.js';
import {Live} from './live.js';
import {Lookups} from './lookups.js';
import type {Records} from './records.js';
import type {Runtime} from './runtime.js';
import type {Extra} from './state.js';
import {StaleGuard} from './stale-guard.js';
import {SharedEvents} from './shared-events.js';
import {Sync} from './sync.js';
import {Tabs} from './tabs.js';
import {ThreadRecords} from './thread-records.js';
import type {Threads} from './threads.js';
import {Views} from './views.js';

interface Parts {
  readonly records: Records;
  readonly lists: Lists;
  readonly threads: Threads;
  /** The agent signed out in another tab. */
  readonly onForgotten: () => void;
}

/** How long a storage that failed is left alone. */
const storageAgainMs = 60_000;

/**
 * The half of the store that a first look at list and thread does without: what happens live, what the browser keeps, bringing messages and changes to
 * the backend, the details of a conversation, notifications, presence. Loaded while the first lists are read.
 */
export class Later {
  readonly messages: ThreadRecords;
  readonly messageChanges: MessageChanges;
  readonly keeper: Keeper;
  readonly tabs: Tabs;
  readonly choices: OwnChoices;
  readonly choose: Choose;
  readonly drafts: Drafts;
  readonly staleGuard: StaleGuard;
  readonly outbox: Outbox;
  readonly notifications: Notifications;
  readonly changes: Changes;
  readonly details: Details;
  readonly bulk: Bulk;
  readonly lookups: Lookups;
  readonly profiles: Profiles;
  readonly views: Views;
  readonly rows: ListRows;
  readonly attendance: Attendance;
  readonly readMarks: ReadMarks;
  readonly live: Live;
  readonly sync: Sync;
  readonly shared: SharedEvents;
  readonly commands: LateCommands;
  /** Who may get a conversation, as last asked. */
  candidates: readonly (Agent | Team)[] = [];
  readonly #runtime: Runtime;
  readonly #watch: () => void;
  /** What the browser kept, on its way into the state. */
  #restored: Promise<void> = Promise.resolve();
  #isClosing = false;
  /** When the browser last took the storage away. */
  #goneAt = -Infinity;

  constructor(runtime: Runtime, {records, lists, threads, onForgotten}: Parts) {
    this.#runtime = runtime;
    this.messages = new ThreadRecords(runtime, threads);
    this.messageChanges = new MessageChanges(runtime, this.messages);
    lists.membershipOf = membershipOf;
    this.keeper = new Keeper(runtime);
    this.tabs = new Tabs(runtime);
    this.choices = new OwnChoices(runtime, this.keeper, this.tabs);
    this.choose = this.choices.choose;
    this.drafts = new Drafts(runtime, this.keeper, this.tabs);
    this.staleGuard = new StaleGuard(runtime, this.messages);
    const exclusive = new Exclusive(runtime, this.keeper);
    const {keeper, tabs, drafts, staleGuard} = this;
    // An older message of the same conversation, still in the storage, goes first.
    this.outbox = new Outbox(runtime, {keeper, tabs, drafts, staleGuard, threads: this.messages, exclusive, restored: () => this.#restored});
    this.outbox.dispatch = new Dispatch(runtime, {keeper, exclusive, threads: this.messages, staleGuard, outbox: this.outbox, table: this.outbox.table});
    this.notifications = new Notifications(runtime, (id) => threads.watched.includes(id));
    this.changes = new Changes(runtime, {keeper, records, threads: this.messages, outbox: this.outbox, exclusive, notifications: this.notifications});
    this.details = new Details(runtime, records);
    this.lookups = new Lookups(runtime);
    this.profiles = new Profiles(runtime, this.choose);
    this.views = new Views(runtime, lists);
    this.rows = new ListRows(runtime, records, lists);
    this.attendance = new Attendance(runtime);
    this.readMarks = new ReadMarks(runtime, records, this.messages);
    this.bulk = new Bulk(runtime, {records, changes: this.changes, details: this.details, readMarks: this.readMarks, candidates: () => this.known});
    this.live = new Live(runtime);
    this.sync = new Sync(runtime, {...this, records, lists, threads});
    this.shared = new SharedEvents(runtime, tabs);
    const alerts = new Alerts(runtime, keeper, this.shared, () => this.#restored);
    this.notifications.onArrived = (notification) => void alerts.due(notification);
    threads.onWatched = () => this.shared.watch(threads.watched);
    this.#watch = threads.onWatched;
    this.outbox.onSettled = (conversationId) => this.changes.flush(conversationId);
    this.outbox.onMoved = (change, from) => this.changes.takeSent(change, from);
    tabs.on('forgotten', onForgotten);
    tabs.on('storage-lost', () => this.keeper.lostElsewhere());
    this.keeper.onCaughtUp = (identity) => tabs.postTo(identity, {type: 'outbox', value: undefined});
    this.keeper.onLost = () => this.#onStorageLost(storageAgainMs);
    this.keeper.onGone = () => {
      // One that goes again and again is left alone like one that refuses.
      this.#onStorageLost(runtime.now() - this.#goneAt < storageAgainMs ? storageAgainMs : 0);
      this.#goneAt = runtime.now();
    };
    this.commands = makeLateCommands(runtime, this);
  }

  /** Names for an assignee shown at once. */
  get known(): readonly (Agent | Team)[] {
    const {session} = this.#runtime.state;
    return session ? [...this.candidates, session.me] : this.candidates;
  }

  /** A session is open: shows what this browser keeps for its identity. */
  opened(identity: string | undefined): void {
    this.#isClosing = false;
    if (identity !== this.keeper.identity) this.#restored = this.#restore(identity);
  }

  /** The connection stands: what waited for it leaves, what was missed is read. */
  connected(): void {
    // It may be lost again by the time this half is loaded.
    if (!this.#runtime.session) return;
    this.#watch();
    void this.sync.readSession();
    this.#runtime.commit((state) => (state.can = extrasOf(this.#runtime.session)));
    void this.#restored.then(() => this.profiles.load());
    this.attendance.tellAll();
    this.readMarks.flush();
    this.outbox.runAll();
    this.changes.flushAll();
  }

  lost(): void {
    this.live.clear();
    this.changes.lost();
  }

  onPage(event: PageEvent): void {
    if (event === 'visible') this.shared.onVisible();
    if (event === 'hidden') this.shared.onHidden();
    if (event === 'visible') void this.outbox.takeFromTab();
    if (event === 'hidden' || event === 'pagehide') this.drafts.keep();
    if (event === 'pagehide') this.changes.releaseHeld();
  }

  /** Stops sending; nothing is lost. */
  stop(): void {
    this.drafts.keep();
    this.outbox.close();
    this.changes.close();
  }

  /** Resolves when everything is kept and the other tabs know. */
  async close(): Promise<void> {
    this.changes.releaseHeld();
    this.#isClosing = true;
    await this.keeper.settled();
    // It was connected again meanwhile.
    if (!this.#isClosing) return;
    // Another tab takes over what this one leaves behind.
    this.tabs.post({type: 'outbox', value: undefined});
    this.tabs.close();
    this.keeper.rest();
  }

  wipe(identity: string | undefined): Promise<void> {
    return this.keeper.wipe(identity);
  }

  /** In the other tabs too. */
  forget(identity: string | undefined): Promise<void> {
    // The inbox may be closed.
    this.tabs.open(identity);
    this.tabs.post({type: 'forgotten', value: undefined});
    return this.wipe(identity);
  }

  /** Out of the state; what is kept stays under its identity. */
  clear(): void {
    this.keeper.close();
    this.tabs.close();
    this.choices.clear();
    this.outbox.clear();
    this.changes.clear();
    this.bulk.clear();
    this.drafts.clear();
    this.staleGuard.clear();
    this.sync.clear();
    this.notifications.clear();
    this.live.clear();
    this.readMarks.clear();
    this.lookups.clear();
    this.rows.clear();
    this.profiles.clear();
  }

  #onStorageLost(againMs: number): void {
    this.tabs.post({type: 'storage-lost', value: undefined});
    this.#runtime.timers.set('storage again', againMs, () => this.#tryStorageAgain());
  }

  /** Room may have been made since. */
  #tryStorageAgain(): void {
    const {session} = this.#runtime.state;
    if (this.keeper.isLost && session) this.#restored = this.#restore(session.identity);
  }

  async #restore(identity: string | undefined): Promise<void> {
    this.tabs.open(identity);
    const kept = await this.keeper.open(identity);
    if (this.keeper.isLost && this.keeper.vault) {
      this.keeper.caughtUp();
      this.outbox.keepAgain(kept.entries);
      this.drafts.keepAgain();
      this.changes.keepAgain();
    }
    this.#runtime.commit(() => {
      this.choices.restore(kept.choices);
      this.drafts.restore(kept.drafts);
      this.outbox.restore(kept.entries);
      this.changes.restore(kept.changes);
    });
    this.outbox.runAll();
    this.changes.flushAll();
  }
}

const extras: readonly Extra[] = ['tags.create', 'contacts.update', 'views.save', 'views.remove'];

function extrasOf(session: Session | undefined): ReadonlySet<Extra> {
  const has = (extra: Extra): boolean => {
    const [group = '', method = ''] = extra.split('.');
    const methods = session?.[group as keyof Session] as Readonly<Record<string, unknown>> | undefined;
    return typeof methods?.[method] === 'function';
  };
  return new Set(extras.filter(has));
}
