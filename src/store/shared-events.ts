import type {EventBatch, EventCursor, Id, Session} from '../contract/index.js';
import {BatchQueue} from './batch-queue.js';
import {isDenied} from './exclusive.js';
import {beatEveryMs, LeaderWatch, patienceMs} from './leader-watch.js';
import type {LockPort} from './ports.js';
import {toAdapterError, type Runtime} from './runtime.js';
import {openStream, type StreamOptions} from './stream.js';
import type {LeadMessage, Tabs} from './tabs.js';
import {after} from './timers.js';

/** A hidden page has slept when it did nothing for so long: its timers run once a minute. */
const hiddenPatienceMs = 3 * 60_000;
/** A leader that does not answer a newcomer by then still connects: lists are read meanwhile. */
const welcomeMs = 1_000;

/** One live connection for all tabs of a browser that show the same identity: one of them reads it and tells the others. */
export class SharedEvents {
  readonly #runtime: Runtime;
  readonly #tabs: Tabs;
  readonly #id: string;
  #turn: Turn | undefined;
  #as: 'leader' | 'follower' | 'alone' = 'alone';
  #watched: readonly Id[] = [];
  /** The browser denies this page its locks, with the storage. */
  #isRefused = false;

  constructor(runtime: Runtime, tabs: Tabs) {
    this.#runtime = runtime;
    this.#tabs = tabs;
    this.#id = runtime.ports.newId();
    tabs.on('lead', (message) => this.#turn?.hear(message));
  }

  /** As what this tab came by the batch it is handling; 'alone': its connection is its own. */
  get as(): 'leader' | 'follower' | 'alone' {
    return this.#as;
  }

  /** What `session.events` gives, whichever tab reads it. */
  async *events(session: Session, options: StreamOptions): AsyncGenerator<EventBatch, void> {
    const {locks, channel} = this.#runtime.ports;
    const {identity} = session;
    if (!locks || !channel || identity === undefined || this.#isRefused) return yield* this.#alone(session, options);
    const turn = new Turn({runtime: this.#runtime, tabs: this.#tabs, id: this.#id, session, locks, lock: `loop-inbox ${identity} live`, options});
    this.#turn = turn;
    try {
      turn.begin(this.#watched);
      for await (const {batch, as} of turn.batches) {
        this.#as = as;
        yield batch;
      }
    } finally {
      turn.end();
      if (this.#turn === turn) this.#turn = undefined;
    }
    if (!turn.isRefused) return;
    this.#isRefused = true;
    this.watch(this.#watched);
    yield* this.#alone(session, options);
  }

  async *#alone(session: Session, options: StreamOptions): AsyncGenerator<EventBatch, void> {
    this.#as = 'alone';
    yield* await openStream(session, options);
  }

  /** What is on screen here: the tab that reads has to know. */
  watch(ids: readonly Id[]): void {
    this.#watched = ids;
    if (this.#turn) this.#turn.watch(ids);
    else watch(this.#runtime, this.#runtime.session, ids);
  }

  onVisible(): void {
    this.#turn?.onVisible();
  }

  onHidden(): void {
    this.#turn?.onHidden();
  }
}

interface TurnParts {
  readonly runtime: Runtime;
  readonly tabs: Tabs;
  readonly id: string;
  readonly session: Session;
  readonly locks: LockPort;
  readonly lock: string;
  readonly options: StreamOptions;
}

/** One connection's life in one tab, as leader or follower, from its first batch to its loss. */
class Turn {
  readonly batches = new BatchQueue();
  /** There are locks, and this page may have none. */
  isRefused = false;
  #role: 'leader' | 'follower' = 'follower';
  readonly #parts: TurnParts;
  readonly #ending = new AbortController();
  /** The reign that is followed or led; a higher one ends a lower. */
  #term = 0;
  #leader: string | undefined;
  #leaderVisible = true;
  #cursor: EventCursor | undefined;
  readonly #watch: LeaderWatch;
  /** Something has been told in this turn: from here on a gap matters. */
  #begun = false;
  /** Followed without a leader's word: what it missed nobody knows. */
  #provisional = false;
  /** The stream of this reign has begun: newcomers can be told where it stands. */
  #stands = false;
  #beatAt = 0;
  #reading: AbortController | undefined;
  #queued: AbortController | undefined;
  #cancelBeat = () => {};
  readonly #watchedBy = new Map<string, readonly Id[]>();

  constructor(parts: TurnParts) {
    this.#parts = parts;
    this.#cursor = parts.options.after;
    const {clock, random} = parts.runtime.ports;
    this.#watch = new LeaderWatch({clock, random, ask: () => this.#say({say: 'doubt'}), onSilent: () => void this.#steal()});
    this.#parts.options.signal?.addEventListener('abort', () => this.end(), {once: true});
  }

  begin(watched: readonly Id[]): void {
    this.#watchedBy.set(this.#parts.id, watched);
    this.#follow();
    after(this.#clock, welcomeMs, () => {
      if (this.#begun || this.#role === 'leader' || this.#ending.signal.aborted) return;
      this.#provisional = true;
      this.#tell({events: [], phase: 'catching-up'});
    });
  }

  end(): void {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort(new Error('This connection has ended'));
    this.#reading?.abort(this.#ending.signal.reason);
    this.#queued?.abort(this.#ending.signal.reason);
    this.#watch.end();
    this.#cancelBeat();
    this.batches.end();
  }

  hear(message: LeadMessage): void {
    if (message.from === this.#parts.id || this.#ending.signal.aborted) return;
    switch (message.say) {
      case 'hello':
        this.#watchedBy.set(message.from, message.watched);
        this.#tellWatched();
        if (this.#role === 'leader' && this.#stands) this.#welcome(this.#cursor, {events: [], phase: 'live', ...(this.#cursor !== undefined && {cursor: this.#cursor})});
        return;
      case 'watching':
        this.#watchedBy.set(message.from, message.watched);
        return this.#tellWatched();
      case 'ask':
        return this.#handOver(message.from);
      case 'doubt':
        if (this.#role === 'leader') this.#beat();
        return;
      case 'yours':
        if (message.to === this.#parts.id) void this.#steal();
        return;
      case 'welcome':
      case 'events':
      case 'beat':
        return this.#hearLeader(message);
      default:
        return message satisfies never;
    }
  }

  watch(ids: readonly Id[]): void {
    this.#watchedBy.set(this.#parts.id, ids);
    if (this.#role === 'leader') this.#tellWatched();
    else this.#say({say: 'watching', watched: ids});
  }

  onVisible(): void {
    if (this.#ending.signal.aborted) return;
    if (this.#role === 'leader') return this.#beat();
    if (!this.#leaderVisible) this.#say({say: 'ask'});
    this.#watch.doubt();
  }

  onHidden(): void {
    if (this.#role === 'leader') this.#beat();
  }

  get #clock() {
    return this.#parts.runtime.ports.clock;
  }

  #now(): number {
    return this.#parts.runtime.now();
  }

  #visible(): boolean {
    return this.#parts.runtime.ports.page?.visible() ?? true;
  }

  #say(what: Omit<Extract<LeadMessage, {say: 'hello' | 'watching'}>, 'from'> | Omit<Extract<LeadMessage, {say: 'ask' | 'doubt'}>, 'from'> | {readonly say: 'yours'; readonly to: string}): void {
    this.#parts.tabs.post({type: 'lead', value: {...what, from: this.#parts.id}});
  }

  /** Waits in the queue for the leader's lock, and listens to whoever has it. */
  #follow(): void {
    this.#role = 'follower';
    this.#queued = new AbortController();
    const {signal} = this.#queued;
    void this.#leadHolding({signal}, signal);
    this.#say({say: 'hello', watched: this.#watchedBy.get(this.#parts.id) ?? []});
    this.#watch.begin();
  }

  /** Leads while it has the lock. The lock's own promise tells that it was stolen; whoever leads has to be told. */
  async #leadHolding(options: {readonly signal: AbortSignal} | {readonly steal: true}, given: AbortSignal): Promise<void> {
    const stolen = new AbortController();
    const {locks, lock} = this.#parts;
    let isHeld = false;
    const lead = () => {
      isHeld = true;
      return this.#lead(stolen.signal, given);
    };
    await locks.request(lock, options, lead).catch((error: unknown) => {
      stolen.abort(error);
      if (isHeld || !isDenied(error)) return;
      this.isRefused = true;
      this.end();
    });
  }

  async #steal(): Promise<void> {
    if (this.#role === 'leader') return;
    this.#queued?.abort(new Error('Taken by force'));
    await this.#leadHolding({steal: true}, this.#ending.signal);
  }

  /** Reads the stream and tells the others, until it is lost or another tab leads. */
  async #lead(stolen: AbortSignal, given: AbortSignal): Promise<void> {
    if (given.aborted || stolen.aborted || this.#ending.signal.aborted) return;
    const {session} = this.#parts;
    this.#role = 'leader';
    // The time, so that a newcomer, who knows no earlier reign, does not begin below them.
    this.#term = Math.max(this.#term + 1, this.#now());
    this.#leader = this.#parts.id;
    this.#watch.end();
    const reading = new AbortController();
    this.#reading = reading;
    this.#stands = false;
    stolen.addEventListener('abort', () => this.#stepDown(), {once: true});
    this.#beat();
    this.#tellWatched();
    try {
      await this.#read(await openStream(session, {signal: reading.signal, ...(this.#cursor !== undefined && {after: this.#cursor})}), reading.signal);
      if (!reading.signal.aborted) this.batches.end();
    } catch (error) {
      if (!reading.signal.aborted) this.batches.end(toAdapterError(error));
    }
    // Another leads: the lock is free for whoever waits for it.
    if (this.#ending.signal.aborted || stolen.aborted || this.#reading !== reading) return;
    // Handed over: the lock is the asker's to take, nobody else's.
    await this.#clock.sleep(beatEveryMs, {signal: AbortSignal.any([stolen, this.#ending.signal])}).catch(() => undefined);
    if (this.#reading === reading) this.#stepDown();
  }

  async #read(stream: AsyncIterable<EventBatch>, signal: AbortSignal): Promise<void> {
    const before = this.#cursor;
    // As live as if nothing had happened, when it was quick.
    const tookOver = this.#begun && this.#watch.silentMs < patienceMs + 2 * beatEveryMs;
    const hadBegun = this.#begun;
    let first = true;
    for await (const batch of stream) {
      if (signal.aborted) return;
      // It slept: another tab has led meanwhile, and has told of this.
      if (this.#now() - this.#beatAt > (this.#visible() ? patienceMs : hiddenPatienceMs)) return this.#stepDown();
      if (!first) {
        this.#broadcast(batch);
        this.#tell(batch);
        continue;
      }
      first = false;
      this.#stands = true;
      const live: EventBatch = tookOver ? {...batch, phase: 'live'} : batch;
      this.#welcome(before, live);
      // Without a cursor nobody knows what came while the lead changed.
      this.#tell(hadBegun && before === undefined ? withReset(live) : live);
    }
  }

  /** Also into the stream of this tab: told to the others before anything is done with it here. */
  #tell(batch: EventBatch): void {
    this.#begun = true;
    if (batch.cursor !== undefined) this.#cursor = batch.cursor;
    this.batches.push(batch, this.#role);
  }

  #broadcast(batch: EventBatch): void {
    this.#parts.tabs.post({type: 'lead', value: {say: 'events', from: this.#parts.id, term: this.#term, visible: this.#visible(), batch}});
  }

  #welcome(cursor: EventCursor | undefined, batch: EventBatch): void {
    const since = cursor === undefined ? {} : {since: cursor};
    this.#parts.tabs.post({type: 'lead', value: {say: 'welcome', from: this.#parts.id, term: this.#term, visible: this.#visible(), batch, ...since}});
  }

  #beat(): void {
    this.#cancelBeat();
    this.#beatAt = this.#now();
    if (this.#role !== 'leader' || this.#ending.signal.aborted) return;
    this.#parts.tabs.post({type: 'lead', value: {say: 'beat', from: this.#parts.id, term: this.#term, visible: this.#visible()}});
    this.#cancelBeat = after(this.#clock, beatEveryMs, () => this.#beat());
  }

  #hearLeader(message: Extract<LeadMessage, {term: number}>): void {
    // A leader that slept and does not know yet that its time is over.
    if (message.term < this.#term) return;
    if (this.#role === 'leader') {
      // Both took the lock by force in the same moment: who has it stays, the other hears that it was stolen.
      if (message.term === this.#term) return;
      this.#stepDown();
    }
    const known = this.#leader === message.from && this.#term === message.term;
    this.#watch.heard();
    this.#leaderVisible = message.visible;
    if (message.say === 'welcome') {
      if (known && this.#begun && !this.#provisional) return; // meant for another newcomer
      this.#term = message.term;
      this.#leader = message.from;
      const isGapless = !this.#provisional && (!this.#begun ? this.#parts.options.after === undefined || this.#parts.options.after === message.since : this.#cursor !== undefined && this.#cursor === message.since);
      this.#provisional = false;
      this.#tell(isGapless ? message.batch : withReset(message.batch));
    } else if (message.say === 'events' && known && this.#begun) {
      this.#tell(message.batch);
    }
    if (!message.visible && this.#visible() && message.say !== 'events') this.#say({say: 'ask'});
  }

  /** A hidden page leads only while no other is looked at. */
  #handOver(to: string): void {
    if (this.#role !== 'leader' || this.#visible() || this.#reading?.signal.aborted) return;
    this.#reading?.abort(new Error('Handed over'));
    this.#cancelBeat();
    this.#say({say: 'yours', to});
  }

  #stepDown(): void {
    if (this.#role !== 'leader') return;
    this.#reading?.abort(new Error('Another tab leads'));
    this.#reading = undefined;
    this.#cancelBeat();
    this.#leader = undefined;
    this.#watch.heard();
    if (!this.#ending.signal.aborted) this.#follow();
  }

  #tellWatched(): void {
    if (this.#role !== 'leader') return;
    watch(this.#parts.runtime, this.#parts.session, [...new Set([...this.#watchedBy.values()].flat())]);
  }
}

/** What goes wrong with it, at once or later, costs the news that only a watched conversation has, nothing else. */
function watch({ports}: Runtime, session: Session | undefined, ids: readonly Id[]): void {
  const told = async (): Promise<void> => session?.watch?.(ids);
  told().catch((error: unknown) => ports.log('warn', 'watch threw', error));
}

const withReset = (batch: EventBatch): EventBatch => ({...batch, events: [{type: 'reset', reason: 'gap', scope: 'all'}, ...batch.events]});
