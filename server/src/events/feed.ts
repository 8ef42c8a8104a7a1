import type {LoopEvent} from '../../../src/contract/index.js';
import type {Queries} from '../ports/database.js';
import type {Log} from '../ports/log.js';
import {errorFields} from '../ports/log.js';
import {sees} from '../read/rights.js';
import {Presence} from './presence.js';
import {readEvents, type EventReader} from './read.js';
import type {Reading} from './project.js';
import type {EventStream} from './stream.js';

/** Lines of the log read at once. */
export const feedBatch = 500;
const again = 1_000;

export interface FeedSettings {
  readonly db: Queries;
  /** Of what is new; who catches up reads by themselves. */
  readonly reader: EventReader;
  readonly account: string;
  readonly position: number;
  readonly log: Log;
}

/** The events of one account on this node: read once, told to every stream of the account. */
export class Feed {
  readonly presence = new Presence();
  readonly streams = new Set<EventStream>();
  readonly #settings: FeedSettings;
  readonly #waiting = new Set<() => void>();
  #position: number;
  #wanted = false;
  #running = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(settings: FeedSettings) {
    this.#settings = settings;
    this.#position = settings.position;
  }

  /** Something may have happened. */
  wake(): void {
    this.#wanted = true;
    for (const go of [...this.#waiting]) go();
    if (!this.#running) void this.#run();
  }

  /** Resolves with the next poke, or when the signal is aborted. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#waiting.delete(go);
        signal.removeEventListener('abort', go);
        resolve();
      };
      if (signal.aborted) return resolve();
      this.#waiting.add(go);
      signal.addEventListener('abort', go);
    });
  }

  get isIdle(): boolean {
    return this.streams.size === 0 && this.#waiting.size === 0;
  }

  /**
   * Brings a stream up to date and lets it run with the others.
   *
   * @param how what its reader is told first: that nothing was missed, that it will be told, or that it can't be.
   */
  async join(stream: EventStream, how: 'live' | 'catching-up' | Extract<LoopEvent, {type: 'reset'}>): Promise<void> {
    this.streams.add(stream);
    stream.phase(how === 'live' ? 'live' : 'catching-up');
    // Whoever loses the connection here comes back with the old cursor and is told of the gap again.
    if (typeof how === 'object') stream.reset(how);
    let missed = false;
    for (;;) {
      if (stream.isOver) return;
      const reading = await this.#readFor(stream);
      missed ||= reading.told.length > 0;
      stream.take(reading);
      // From here on the feed tells it, what it was told already left out.
      if (!reading.isFull && stream.position >= this.#position) break;
    }
    stream.isLive = true;
    if (how !== 'live') stream.phase('live');
    if (missed) stream.pass({type: 'counts.changed'});
    await this.#tellPresence(stream);
  }

  /** Tells those who look on now and may see the conversation, all but `from`. */
  async pass(conversation: string | undefined, from: string | undefined, eventFor: (receiver: string) => LoopEvent): Promise<void> {
    const streams = [...this.streams].filter(({agent, isLive}) => isLive && agent !== from);
    if (streams.length === 0) return;
    const may = conversation === undefined ? undefined : await this.#maySee(conversation, [...new Set(streams.map(({agent}) => agent))]);
    for (const stream of streams) if (!may || may.has(stream.agent)) stream.pass(eventFor(stream.agent));
  }

  close(): void {
    clearTimeout(this.#retry);
    for (const go of [...this.#waiting]) go();
    for (const stream of [...this.streams]) stream.end();
  }

  async #maySee(conversation: string, agents: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#settings.db.query<{agent: string}>(
      `select who.agent from conversation c cross join unnest($3::text[]) as who (agent)
       join agent a on a.account = c.account and a.id = who.agent and a.active
       where c.account = $1 and c.id = $2 and ${sees('c', 'who.agent')}`,
      [this.#settings.account, conversation, agents],
    );
    return new Set(rows.map(({agent}) => agent));
  }

  async #tellPresence(stream: EventStream): Promise<void> {
    const now = Date.now();
    for (const conversation of this.presence.conversations(now)) {
      const event = this.presence.event(conversation, stream.agent, now);
      if (event.people.length > 0 && (await this.#maySee(conversation, [stream.agent])).has(stream.agent)) stream.pass(event);
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    const {reader, account, log} = this.#settings;
    try {
      while (this.#wanted) {
        this.#wanted = false;
        const live = [...this.streams].filter(({isLive}) => isLive);
        const agents = new Set(live.map(({agent}) => agent));
        const reading = await reader.read({account, after: this.#position, agents: [...agents]});
        this.#position = reading.last;
        if (reading.isFull) this.#wanted = true;
        if (reading.told.length === 0) continue;
        // Those who joined meanwhile were not asked for: they read on by themselves from where they are.
        for (const stream of this.streams) {
          if (!stream.isLive) continue;
          if (agents.has(stream.agent)) stream.take(reading);
          else await this.#catchUp(stream, reading.last);
        }
      }
    } catch (error) {
      log('error', 'events could not be read', {account, ...errorFields(error)});
      this.#retry = setTimeout(() => this.wake(), again);
    } finally {
      this.#running = false;
    }
  }

  async #catchUp(stream: EventStream, last: number): Promise<void> {
    while (stream.position < last) stream.take(await this.#readFor(stream));
  }

  async #readFor({position, agent}: EventStream): Promise<Reading> {
    const {db, account} = this.#settings;
    const [reading] = await readEvents(db, [{account, after: position, agents: [agent]}], feedBatch);
    if (!reading) throw new Error('Events were not read');
    return reading;
  }
}
