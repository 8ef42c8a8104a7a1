import type {Adapter, AdapterContext, CallOptions, EventBatch, Session} from '../../../src/contract/index.js';
import {AdapterError} from '../../../src/contract/index.js';
import {withFaults, type CallWay, type FaultPlan} from '../../../src/conformance/faulty-adapter.js';
import {createInbox} from '../../../src/store/create-inbox.js';
import '../../../src/store/later.js'; // loaded late in a page; here it is to be there at once
import type {Fact} from '../../../src/store/facts.js';
import type {Inbox} from '../../../src/store/inbox.js';
import type {PageEvent, PagePort, Ports} from '../../../src/store/ports.js';
import {OracleBackend, type Profile} from './backend.js';
import {SimulatedBrowser} from './browser.js';
import {Chance} from './chance.js';
import {Gate} from './gate.js';
import {Happened} from './happened.js';
import {Timeline} from './timeline.js';

export interface WorldOptions {
  readonly seed: number;
  readonly profile?: Partial<Profile>;
  readonly conversations?: number;
  /** Messages each conversation begins with. */
  readonly incoming?: number;
  /** False: an insecure page, without Web Locks. */
  readonly locks?: boolean;
  readonly channel?: boolean;
  readonly undoSendMs?: number;
}

/** A page that a schedule shows, hides and takes offline. */
class SimulatedPage implements PagePort {
  isOnline = true;
  isVisible = true;
  readonly #listeners = new Set<(event: PageEvent) => void>();

  online(): boolean {
    return this.isOnline;
  }

  visible(): boolean {
    return this.isVisible;
  }

  subscribe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(event: PageEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

/** One tab with an inbox in it. */
export interface SimulatedTab {
  readonly name: string;
  readonly agent: string;
  readonly gate: Gate;
  readonly page: SimulatedPage;
  readonly inbox: Inbox;
  readonly facts: Fact[];
  readonly problems: string[];
  /** From its next sign-in on, this page is somebody else's. */
  signInAs(agent: string): void;
  /** The host sets another adapter of the same backend. */
  renewAdapter(): void;
}

/** How calls fare while nothing is planned for them. */
export interface Network {
  offline: boolean;
  /** Longest way out or back, in ms. */
  slowMs: number;
  /** Out of 1: how often an event comes twice, or late. */
  repeats: number;
  shuffles: number;
}

/** A backend, browsers and tabs on one seed and one virtual time. */
export class World {
  readonly timeline = new Timeline();
  readonly chance: Chance;
  readonly backend: OracleBackend;
  readonly network: Network = {offline: false, slowMs: 20, repeats: 0, shuffles: 0};
  /** By agent: Ann's machine and Ben's. */
  readonly browsers: Readonly<Record<string, SimulatedBrowser>>;
  readonly tabs: SimulatedTab[] = [];
  readonly happened = new Happened();
  /** Called when the storage fails a tab. */
  onStorageRefused: (gate: Gate, isDenied: boolean) => void = () => undefined;
  readonly #options: WorldOptions;
  readonly #planned: {readonly method: string; readonly way: CallWay}[] = [];
  readonly #streams = new Set<{readonly gate: Gate; cut(error: AdapterError): void}>();
  readonly #adapter: Adapter;
  #names = 0;
  #ids = 0;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.chance = new Chance(options.seed);
    this.backend = new OracleBackend(this.timeline, options.profile, options.conversations, options.incoming);
    this.browsers = {ann: new SimulatedBrowser(this.timeline, this.chance), ben: new SimulatedBrowser(this.timeline, this.chance)};
    for (const browser of Object.values(this.browsers)) {
      browser.onRefused = (gate) => {
        if (browser.mood !== 'ok') this.happened.count(`storage ${browser.mood}`);
        this.onStorageRefused(gate, browser.mood === 'denied');
      };
    }
    this.#adapter = this.backend.adapter();
  }

  /** The next call of that method goes this way. */
  plan(method: string, way: CallWay): void {
    this.#planned.push({method, way});
  }

  /** What was planned and has not happened is forgotten. */
  heal(): void {
    this.#planned.length = 0;
    Object.assign(this.network, {offline: false, slowMs: 20, repeats: 0, shuffles: 0});
  }

  /** Tabs that read a stream of events at this moment. */
  readers(): Gate[] {
    return [...this.#streams].map(({gate}) => gate);
  }

  cutStreams(): void {
    if (this.#streams.size > 0) this.happened.count('connection cut');
    for (const stream of [...this.#streams]) stream.cut(gone());
  }

  setOffline(offline: boolean): void {
    this.network.offline = offline;
    if (offline) this.cutStreams();
    else for (const tab of this.tabs) tab.gate.enter(() => tab.page.tell('online'));
  }

  /** Opens a tab on an agent's machine and connects it. `as`: who is signed in there, when it is somebody else. */
  open(machine = 'ann', as = machine): SimulatedTab {
    const browser = this.browsers[machine]!;
    const gate = new Gate();
    const page = new SimulatedPage();
    const name = `tab ${++this.#names}`;
    const problems: string[] = [];
    const clock = this.timeline.clock({enter: gate.enter, skewMs: () => browser.skewMs, hidden: () => !page.isVisible});
    const {locks = true, channel = true} = this.#options;
    const ports: Ports = {
      clock,
      fetch: () => Promise.reject(new Error('no network')),
      newId: () => `${name} id ${String(++this.#ids).padStart(5, '0')}`,
      random: () => this.chance.next(),
      storage: browser.storage(gate),
      locks: locks ? browser.locks(gate) : undefined,
      channel: channel ? browser.channel(gate) : undefined,
      page,
      log: (level, message, detail) => void (level === 'error' && problems.push(`${message} ${detail instanceof Error ? (detail.stack ?? '') : JSON.stringify(detail ?? '')}`)),
    };
    const adapter = () => gated(withFaults(this.#adapter, this.#faults(gate)), gate);
    let user = as;
    const inbox = createInbox({adapter: adapter(), ports, getToken: () => user});
    const facts: Fact[] = [];
    inbox.listen((fact) => void facts.push(fact));
    inbox.connect();
    inbox.commands.choose({undoSendMs: this.#options.undoSendMs ?? 0});
    const tab: SimulatedTab = {name, agent: as, gate, page, inbox, facts, problems, signInAs: (agent) => void (user = agent), renewAdapter: () => inbox.setAdapter(adapter())};
    this.tabs.push(tab);
    return tab;
  }

  /** The tab dies at this moment: nothing of it runs any more. */
  kill(tab: SimulatedTab): void {
    tab.gate.kill();
    for (const stream of [...this.#streams]) if (stream.gate === tab.gate) stream.cut(gone());
    for (const browser of Object.values(this.browsers)) browser.release(tab.gate);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    // Nothing of it gets out any more; in Node a joined signal that is listened to keeps its inbox, and with that this world, for ever.
    void tab.inbox.close();
  }

  /** The user closes the tab. */
  close(tab: SimulatedTab): void {
    tab.gate.thaw();
    tab.page.tell('pagehide');
    this.kill(tab);
  }

  async closeAll(): Promise<void> {
    for (const tab of [...this.tabs]) this.kill(tab);
    await this.timeline.advance(0);
  }

  #faults(gate: Gate): FaultPlan {
    return {
      clock: this.timeline.clock(),
      call: (method) => this.#way(method),
      batch: (batch) => this.#batches(batch),
      streamOpened: (cut) => {
        const stream = {gate, cut};
        this.#streams.add(stream);
        if (this.network.offline) cut(gone());
        return () => void this.#streams.delete(stream);
      },
    };
  }

  #way(method: string): CallWay {
    if (this.network.offline) return {fate: 'refused'};
    const index = this.#planned.findIndex((plan) => plan.method === method);
    const planned = index < 0 ? undefined : this.#planned.splice(index, 1)[0]?.way;
    const {slowMs} = this.network;
    const way: CallWay = {fate: 'answered', outMs: this.chance.below(slowMs), backMs: this.chance.below(slowMs), ...planned};
    if (method === 'sendMessage') this.happened.sending(way);
    return way;
  }

  #batches(batch: EventBatch): {batch: EventBatch; delayMs: number}[] {
    const {repeats, shuffles, slowMs} = this.network;
    // Only what says so in its cursor may come out of order: a cursor that overtakes would lose what it passed.
    const late = batch.cursor === undefined && this.chance.hits(shuffles) ? this.chance.below(slowMs * 10) : 0;
    if (late > 0) this.happened.count('event out of order');
    const once = [{batch, delayMs: late}];
    const isTwice = this.chance.hits(repeats);
    if (isTwice) this.happened.count('event twice');
    return isTwice ? [...once, {batch, delayMs: late + this.chance.below(slowMs)}] : once;
  }
}

const gone = (): AdapterError => new AdapterError({code: 'network', applied: 'no', message: 'The connection was lost'});

/** An adapter as one tab has it: no answer reaches a tab that is dead or frozen. */
function gated(adapter: Adapter, gate: Gate): Adapter {
  return {
    ...adapter,
    connect: async (context: AdapterContext, options: CallOptions) => gatedSession(await gate.through(adapter.connect(context, options)), gate),
  };
}

function gatedSession(session: Session, gate: Gate): Session {
  return new Proxy(session, {
    get: (known, name) => {
      const member: unknown = Reflect.get(known, name);
      if (name === 'events') return (options: Parameters<Session['events']>[0]) => gatedEvents(session.events(options), gate);
      if (name === 'upload' && member) return {put: (...given: Parameters<NonNullable<Session['upload']>['put']>) => gate.through(session.upload!.put(...given))};
      if (name === 'lookup' && member) return {sent: (...given: Parameters<NonNullable<Session['lookup']>['sent']>) => gate.through(session.lookup!.sent(...given))};
      if (typeof member !== 'function' || name === 'watch') return member;
      return (...given: unknown[]) => gate.through((member as (...given: unknown[]) => Promise<unknown>)(...given));
    },
  });
}

function gatedEvents(source: AsyncIterable<EventBatch>, gate: Gate): AsyncIterable<EventBatch> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = source[Symbol.asyncIterator]();
      return {
        next: () => gate.through(iterator.next()),
        return: async () => (await iterator.return?.()) ?? {done: true, value: undefined},
      };
    },
  };
}
