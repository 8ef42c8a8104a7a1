import type {Adapter, EventBatch, Session} from '../contract/index.js';
import {defaultChoices} from './choices.js';
import type {Commands, Release} from './commands.js';
import type {Inbox, InboxSettings} from './inbox.js';
import {changedDraft, draftKey} from './draft.js';
import type {LateCommands} from './late-commands.js';
import type {Later} from './later.js';
import {Lists} from './lists.js';
import type {PageEvent, Ports} from './ports.js';
import {Records} from './records.js';
import {Runtime} from './runtime.js';
import {SessionLoop} from './session-loop.js';
import type {SessionFact} from './state.js';
import {openStream} from './stream.js';
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

/** Owner of what is in the tables once its backend has been taken away. */
const anotherBackend = ' ';

class StoreInbox implements Inbox {
  readonly #runtime: Runtime;
  readonly #records: Records;
  readonly #lists: Lists;
  readonly #threads: Threads;
  #later: Later | undefined;
  #loadingLater: Promise<Later> | undefined;
  readonly commands: Commands;
  #settings: InboxSettings;
  #adapter: Adapter | undefined;
  #loop: SessionLoop | undefined;
  #leavePage: (() => void) | undefined;
  /** Whose data the tables hold. */
  #owner: string | undefined;

  constructor(readonly ports: Ports, settings: InboxSettings) {
    this.#settings = settings;
    const runtime = new Runtime(ports);
    this.#runtime = runtime;
    this.#records = new Records(runtime);
    this.#lists = new Lists(runtime, this.#records);
    this.#threads = new Threads(runtime, this.#records);
    this.#runtime.onAuthError = (error) => this.#loop?.onAuthError(error);
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
    // Without an identity nothing tells one backend's records from another's.
    if (this.#owner && !this.state.session?.identity) this.#owner = anotherBackend;
    void this.#stopLoop();
    this.#adapter = adapter;
    if (running) this.connect();
  }

  configure(settings: InboxSettings): void {
    const before = this.#settings;
    this.#settings = {...before, ...settings};
    const localeChanged = before.locale !== this.#settings.locale;
    // What was asked without one may have been refused.
    const tokensCame = !before.getToken && Boolean(this.#settings.getToken);
    const featuresChanged = JSON.stringify(before.features) !== JSON.stringify(this.#settings.features);
    if (this.#loop && (localeChanged || featuresChanged || tokensCame)) {
      void this.#stopLoop();
      this.connect();
    }
  }

  connect(): void {
    if (this.#loop || !this.#adapter) return;
    const {account} = this.#settings;
    if (account && this.#owner === undefined) {
      this.#owner = account;
      this.#withLater((later) => later.opened(account));
    }
    this.#leavePage ??= this.ports.page?.subscribe((event) => this.#onPage(event));
    this.#loop = new SessionLoop(this.#runtime, this.#adapter, () => this.#settings, {
      opened: (session) => this.#onOpened(session),
      connected: (gap) => this.#onConnected(gap),
      // In order; what comes before the late half is there waits for it.
      apply: (batch, failed) => {
        if (this.#later) return this.#later.sync.apply(batch);
        this.#withLater(({sync}) => {
          try {
            sync.apply(batch);
          } catch (error) {
            failed(error);
          }
        });
      },
      events: (session, options) => this.#events(session, options),
      lost: (error) => this.#onLost(error),
      revoked: async () => {
        // Whose it was stays known: what is written until somebody signs in is that agent's, or nobody's.
        await this.#wipe('wipe');
        this.#signOut();
      },
    });
    // On its way while the backend answers: a tab that can share its connection needs it before the first list.
    this.#withLater(() => undefined);
    this.#loop.start();
  }

  retry(): void {
    if (this.#loop) this.#loop.retry();
    else this.connect();
  }

  async forget(): Promise<void> {
    await this.#wipe('forget');
    await this.#leave();
  }

  async close(): Promise<void> {
    const stopped = this.#stopLoop();
    this.#leavePage?.();
    this.#leavePage = undefined;
    await stopped;
    // Put back meanwhile, as where it was moved.
    if (this.#loop) return;
    this.#runtime.timers.clear();
    await this.#later?.close();
  }

  /** Other tabs of this browser may have the same stream: the late half knows how to read it once. */
  async *#events(session: Session, options: Parameters<Session['events']>[0]): AsyncGenerator<EventBatch, void> {
    const inPage = session.capabilities.events.transport === 'in-page';
    const later = inPage ? undefined : await this.#loadLater();
    yield* later ? later.shared.events(session, options) : await openStream(session, options);
  }

  #stopLoop(): Promise<void> | undefined {
    const loop = this.#loop;
    this.#loop = undefined;
    this.#later?.stop();
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
        if (this.#owner !== anotherBackend && this.state.session?.adapterName === session.adapterName) this.#runtime.notice({type: 'other-identity'});
      }
      this.#owner = owner;
    }
    this.#takeSession(session);
    this.#withLater((later) => later.opened(session.identity));
    this.#runtime.tell({type: 'ready', session});
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
      // Until it is read again nobody may take it for all there is.
      this.#threads.markStale();
      this.#threads.reloadAll();
    } else {
      this.#lists.loadMissing();
      this.#threads.loadMissing();
    }
    this.#withLater((later) => later.connected());
  }

  #onLost(error: Parameters<Lists['fail']>[0]): void {
    this.#later?.lost();
    this.#lists.fail(error);
    this.#threads.fail(error);
  }

  #onPage(event: PageEvent): void {
    if (event === 'online' || (event === 'visible' && this.state.connection.status === 'waiting')) this.#loop?.retry();
    this.#later?.onPage(event);
  }

  /** Leaves nothing of this agent in the browser. */
  async #wipe(how: 'wipe' | 'forget'): Promise<void> {
    await (await this.#loadLater())[how](this.state.session?.identity);
    this.#clear();
    this.#runtime.tell({type: 'signed-out'});
  }

  async #leave(): Promise<void> {
    this.#clear();
    this.#owner = undefined;
    this.#signOut();
    await this.close();
  }

  /** Nothing can be sent as an agent who is signed out for good. */
  #signOut(): void {
    this.#runtime.commit((state) => {
      state.session = undefined;
      state.views = [];
    });
  }

  #clear(): void {
    this.#runtime.timers.clear();
    this.#later?.clear();
    this.#records.clear();
    this.#lists.clear();
    this.#threads.clear();
    this.#runtime.commit((state) => {
      state.contacts.clear();
      state.escalations.clear();
      state.tickets.clear();
      state.counts = undefined;
      state.choices = defaultChoices;
    });
  }

  #loadLater(): Promise<Later> {
    return (this.#loadingLater ??= this.#insistOnLater());
  }

  /** Its file is asked for until it comes: what an agent writes meanwhile waits for it, as do the commands. */
  async #insistOnLater(waitMs = 1000): Promise<Later> {
    try {
      const {Later: LaterHalf} = await import('./later.js');
      return (this.#later = new LaterHalf(this.#runtime, {
        records: this.#records,
        lists: this.#lists,
        threads: this.#threads,
        onForgotten: () => void this.#leave(),
      }));
    } catch (error) {
      this.ports.log('error', 'The store could not be loaded', error);
      await this.ports.clock.sleep(waitMs);
      return this.#insistOnLater(Math.min(2 * waitMs, 60_000));
    }
  }

  /** At once when it is there, otherwise as soon as it is. */
  #withLater(work: (later: Later) => void): void {
    if (this.#later) return work(this.#later);
    void this.#loadLater().then(work);
  }

  #makeCommands(): Commands {
    const early: Omit<Commands, keyof LateCommands> & Pick<LateCommands, 'setDraft' | 'send' | 'attend'> = {
      openList: (query) => this.#lists.open(query),
      loadMore: (query) => this.#lists.loadMore(query),
      reloadList: (query) => this.#lists.reload(query),
      openThread: (id, around) => this.#threads.open(id, around),
      showMessage: (id, messageId) => this.#threads.show(id, messageId),
      showLatest: (id) => this.#threads.showLatest(id),
      loadEarlier: (id) => this.#threads.loadEarlier(id),
      loadLater: (id) => this.#threads.loadLater(id),
      reloadThread: (id) => this.#threads.reload(id),
      dismissNotice: (id) => this.#runtime.commit((state) => state.notices.delete(id)),
      setDraft: (id, kind, change) => {
        // What is typed is shown in the same moment, whatever is still on its way.
        if (!this.#later) this.#runtime.commit((state) => state.drafts.put(draftKey(id, kind), changedDraft(state.drafts, id, kind, change, this.#runtime.now())));
        this.#withLater(({commands}) => commands.setDraft(id, kind, change));
      },
      send: (id, kind, options) => {
        if (this.#later) return this.#later.commands.send(id, kind, options);
        this.#withLater(({commands}) => void commands.send(id, kind, options));
        return undefined;
      },
      attend: (id, doing) => {
        let leave: Release | undefined;
        let left = false;
        this.#withLater(({commands}) => {
          if (!left) leave = commands.attend(id, doing);
        });
        return () => {
          left = true;
          leave?.();
        };
      },
    };
    return lateMethods(early as Commands, (name, given) => {
      const run = ({commands}: Later) => (commands[name as keyof LateCommands] as (...args: unknown[]) => unknown)(...given);
      return this.#later ? run(this.#later) : this.#loadLater().then(run);
    });
  }
}

/** The commands in `early` as they are; every other one runs in the late half, at once when it is there. */
function lateMethods<T extends object>(early: T, forward: (name: string, given: unknown[]) => unknown): T {
  return new Proxy(early, {
    get: (known, name, receiver) =>
      typeof name === 'symbol' || name in known
        ? (Reflect.get(known, name, receiver) as unknown)
        : (...given: unknown[]) => forward(name, given),
  });
}
