import type {LoopEvent} from '../../../src/contract/index.js';
import type {Caller} from '../services.js';
import {invalid, tooMany} from '../errors.js';
import type {Limits} from '../limits.js';
import type {Metrics} from '../metrics.js';
import type {Database} from '../ports/database.js';
import type {Fanout} from '../ports/fanout.js';
import {errorFields, type Log} from '../ports/log.js';
import {newId} from '../values.js';
import {Feed, feedBatch} from './feed.js';
import {cursorOf, readCursor} from './frames.js';
import {linesFor} from './project.js';
import {EventReader, readEvents} from './read.js';
import {Publisher, type Notice, type Passing} from './publisher.js';
import {EventStream} from './stream.js';

export interface HubSettings {
  readonly db: Database;
  readonly fanout: Fanout;
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Position {
  readonly epoch: string;
  readonly seq: number;
  readonly forgotten: number;
}

type Reset = Extract<LoopEvent, {type: 'reset'}>;

const longestTimer = 2 ** 31 - 1;

/** All open streams of this node, and the node's ear for what other nodes write. */
export class Hub {
  readonly #settings: HubSettings;
  readonly #feeds = new Map<string, Promise<Feed>>();
  readonly #node = newId('node');
  readonly #publisher: Publisher;
  readonly #reader: EventReader;
  readonly #timers: NodeJS.Timeout[] = [];
  #unsubscribe: (() => Promise<void>) | undefined;
  #closed = false;

  constructor(settings: HubSettings) {
    this.#settings = settings;
    this.#publisher = new Publisher(settings.fanout, this.#node, settings.log);
    this.#reader = new EventReader(settings.db, feedBatch);
    settings.metrics.gauge('loop_streams', () => this.#streams);
    settings.metrics.gauge('loop_feeds', () => this.#feeds.size);
  }

  #streams = 0;

  async start(): Promise<void> {
    const {fanout, limits} = this.#settings;
    this.#unsubscribe = await fanout.subscribe((text) => this.#hear(text));
    this.#timers.push(
      // A poke may get lost; nothing may get lost by it.
      setInterval(() => this.#eachFeed((feed) => feed.wake()), limits.pollMs),
      setInterval(() => this.#eachFeed((feed) => [...feed.streams].forEach((stream) => stream.ping())), limits.pingMs),
      setInterval(() => this.#dropIdle(), 60_000),
    );
  }

  /** This node has committed something. */
  poke(account: string, _seq: number): void {
    this.#wake(account);
    if (!this.#closed) this.#publisher.poke(account);
  }

  /** Something that is told now or never. */
  pass(passing: Passing): void {
    this.#tell(passing);
    if (!this.#closed) this.#publisher.pass(passing);
  }

  /**
   * Opens a stream of events.
   *
   * @param expiresAt when the reader's credentials end.
   * @param reader their request. Kept as long as the stream: the signal of one that was collected is never aborted.
   */
  async open({account, agent}: Caller, after: string | undefined, expiresAt: number | undefined, reader: Pick<Request, 'signal'>): Promise<EventStream> {
    const {limits, metrics, log} = this.#settings;
    const feed = await this.#feed(account);
    if ([...feed.streams].filter((stream) => stream.agent === agent).length >= limits.maxStreams) {
      throw tooMany(limits.pingMs, 'Too many open streams of one agent');
    }
    const now = await this.#position(account);
    const start = beginning(now, after);
    let timer: NodeJS.Timeout | undefined;
    const stream = new EventStream({
      account,
      agent,
      epoch: now.epoch,
      position: start.seq,
      maxBacklogBytes: limits.maxStreamBacklogBytes,
      onEnd: (ended) => {
        clearTimeout(timer);
        reader.signal.removeEventListener('abort', gone);
        this.#streams--;
        this.#leave(feed, ended);
      },
    });
    const gone = () => stream.end();
    this.#streams++;
    metrics.count('loop_streams_opened_total');
    reader.signal.addEventListener('abort', gone, {once: true});
    if (expiresAt !== undefined) timer = setTimeout(gone, Math.min(Math.max(0, expiresAt - Date.now()), longestTimer));
    // Its reader may be gone before it began; what is set up by then is taken down again.
    if (reader.signal.aborted || this.#closed) stream.end();
    if (stream.isOver) return stream;
    const joining = feed.join(stream, start.reset ?? (start.seq < now.seq ? 'catching-up' : 'live'));
    joining.catch((error: unknown) => {
      log('error', 'a stream could not be brought up to date', {account, ...errorFields(error)});
      stream.end();
    });
    return stream;
  }

  /** The same as plain JSON, waiting a while when nothing has happened yet. */
  async log(caller: Caller, after: string | undefined, limit: number, waitMs: number, signal: AbortSignal): Promise<string> {
    const {account, agent} = caller;
    const feed = await this.#feed(account);
    const now = await this.#position(account);
    const start = beginning(now, after);
    if (start.reset || after === undefined) return answer(start.reset ? [JSON.stringify(start.reset)] : [], cursorOf(now.epoch, start.seq), 'live');
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    let position = start.seq;
    for (;;) {
      const poked = feed.next(timeout);
      const [reading] = await readEvents(this.#settings.db, [{account, after: position, agents: [agent]}], limit);
      if (!reading) throw new Error('Events were not read');
      const lines = linesFor(reading.told, agent, position);
      // Cut at the end of a transaction. One longer than the limit is told whole or in part, then from the cursor of before.
      const end = lines.findLast(({id}) => id !== undefined)?.id;
      if (!reading.isFull) position = reading.last;
      else position = end ?? reading.last;
      const isOver = timeout.aborted || this.#closed || waitMs === 0;
      if (lines.length > 0 || isOver) return answer(lines.map(({data}) => data), cursorOf(now.epoch, position), reading.isFull ? 'catching-up' : 'live');
      await poked;
    }
  }

  async cursor(account: string): Promise<string> {
    const {epoch, seq} = await this.#position(account);
    return cursorOf(epoch, seq);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const feed of await Promise.allSettled(this.#feeds.values())) if (feed.status === 'fulfilled') feed.value.close();
    await this.#publisher.idle();
    await this.#unsubscribe?.();
  }

  #feed(account: string): Promise<Feed> {
    const known = this.#feeds.get(account);
    if (known) return known;
    const {db, log} = this.#settings;
    const made = this.#position(account).then(({seq}) => new Feed({db, reader: this.#reader, account, position: seq, log}));
    this.#feeds.set(account, made);
    made.catch(() => this.#feeds.delete(account));
    return made;
  }

  async #position(account: string): Promise<Position> {
    const [row] = await this.#settings.db.query<Position>('select epoch, seq, forgotten from account where id = $1', [account]);
    if (!row) throw new Error('An account is gone');
    return row;
  }

  #wake(account: string): void {
    void this.#feeds.get(account)?.then(
      (feed) => feed.wake(),
      () => {},
    );
  }

  #eachFeed(act: (feed: Feed) => void): void {
    for (const feed of this.#feeds.values()) void feed.then(act, () => {});
  }

  #dropIdle(): void {
    for (const [account, feed] of this.#feeds) {
      void feed.then(
        (there) => {
          if (!there.isIdle) return;
          this.#feeds.delete(account);
          there.close();
        },
        () => {},
      );
    }
  }

  #hear(text: string): void {
    const notice = JSON.parse(text) as Notice;
    // What this node has done it has told its own readers already.
    if (notice.from === this.#node) return;
    for (const account of notice.pokes) this.#wake(account);
    for (const passing of notice.passing) this.#tell(passing);
  }

  #tell(passing: Passing): void {
    const {log} = this.#settings;
    void this.#feeds
      .get(passing.account)
      ?.then((feed) => {
        switch (passing.of) {
          case 'typing':
            return feed.pass(passing.conversation, passing.from, () => passing.event);
          case 'availability':
            return feed.pass(undefined, undefined, () => ({type: 'availability', agentId: passing.agent, availability: passing.availability}));
          case 'presence':
            feed.presence.set(passing.conversation, passing.agent, passing.doing, Date.now());
            return feed.pass(passing.conversation, passing.agent.id, (receiver) => feed.presence.event(passing.conversation, receiver, Date.now()));
        }
      })
      .catch((error: unknown) => log('warn', 'something passing could not be told', errorFields(error)));
  }

  /** Whoever closed the last page is nowhere. */
  #leave(feed: Feed, stream: EventStream): void {
    feed.streams.delete(stream);
    if (this.#closed || [...feed.streams].some(({agent}) => agent === stream.agent)) return;
    for (const conversation of feed.presence.where(stream.agent)) {
      this.pass({of: 'presence', account: stream.account, conversation, agent: {id: stream.agent, name: ''}, doing: 'away'});
    }
  }
}

/** Where a reader begins: at its cursor, or now with a reset where the gap can't be filled. */
function beginning({epoch, seq, forgotten}: Position, after: string | undefined): {readonly seq: number; readonly reset?: Reset} {
  if (after === undefined) return {seq};
  const from = readCursor(after);
  if (!from) throw invalid('after', 'not a cursor of these events', 'cursor');
  if (from.epoch !== epoch || from.seq > seq) return {seq, reset: {type: 'reset', reason: 'server-restart', scope: 'all'}};
  if (from.seq < forgotten) return {seq, reset: {type: 'reset', reason: 'cursor-expired', scope: 'all'}};
  return {seq: from.seq};
}

const answer = (items: readonly string[], cursor: string, phase: 'live' | 'catching-up'): string =>
  `{"items":[${items.join(',')}],"cursor":${JSON.stringify(cursor)},"phase":"${phase}"}`;
