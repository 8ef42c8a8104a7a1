import type {
  AdapterContext,
  ConversationQuery,
  EventCursor,
  Id,
  Message,
  NewMessage,
  SendResult,
  Session,
} from '../contract/index.js';
import {bodyOf} from './bodies.js';
import {ClaimFailed, NotProven} from './claims.js';
import {EventWatcher} from './event-watcher.js';
import type {Faults, Seed, Setup, Timing} from './target.js';
import {pause} from './waiting.js';
import {readList, readThread} from './walks.js';

/** What one check works with: a backend of its own, two agents, and the usual moves. Closes what it opened. */
export class CheckContext {
  readonly #opened: Session[] = [];
  readonly #watchers: EventWatcher[] = [];
  readonly #run = Math.random().toString(36).slice(2, 8);
  #made = 0;
  #other: Promise<Session> | undefined;

  /** @param session the first agent's. */
  private constructor(
    readonly setup: Setup,
    readonly timing: Timing,
    readonly session: Session,
  ) {}

  static async open(setup: Setup, timing: Timing): Promise<CheckContext> {
    const session = await setup.adapter.connect(setup.agents[0], {});
    const context = new CheckContext(setup, timing, session);
    context.#opened.push(session);
    return context;
  }

  get seed(): Seed {
    return this.setup.seed;
  }

  get faults(): Faults {
    if (!this.setup.faults) throw new NotProven('the target has no fault hooks');
    return this.setup.faults;
  }

  /** The backend's time, as well as it is known here. */
  now(): number {
    return this.session.serverNow ? Date.parse(this.session.serverNow) : this.setup.agents[0].clock.now();
  }

  async connect(context: AdapterContext = this.setup.agents[0]): Promise<Session> {
    const session = await this.setup.adapter.connect(context, {});
    this.#opened.push(session);
    return session;
  }

  /** The second agent's session. */
  other(): Promise<Session> {
    this.#other ??= this.connect(this.setup.agents[1]);
    return this.#other;
  }

  /** Follows the events of a session; resolves once the first batch is there. */
  async follow(session: Session = this.session, after?: EventCursor): Promise<EventWatcher> {
    const watcher = new EventWatcher(session, this.timing.settleMs, after);
    this.#watchers.push(watcher);
    await watcher.first();
    return watcher;
  }

  /** Words that occur nowhere else in the backend. */
  words(about: string): string {
    return `${about} ${this.key()}`;
  }

  key(): string {
    return `k${this.#run}${(this.#made++).toString(36)}`;
  }

  contact(): Promise<{readonly id: Id}> {
    const key = this.key();
    return this.seed.contact({name: `Robin ${key}`, email: `${key}@example.org`});
  }

  /** A conversation that is there for the first agent. */
  async conversation(options: {text?: string; automated?: boolean; contact?: Id} = {}): Promise<Id> {
    const contact = options.contact ?? (await this.contact()).id;
    const text = options.text ?? this.words('Where is my order?');
    const {id} = await this.seed.conversation({contact, text, subject: this.words('Order'), automated: options.automated});
    await this.eventually('a seeded conversation can be read', () => this.session.getConversation(id, {}).catch(() => undefined));
    return id;
  }

  /** A message as the composer would make it. */
  newMessage(conversationId: Id, text: string, more: Partial<NewMessage> = {}): NewMessage {
    return {conversationId, clientId: this.key(), kind: 'reply', body: bodyOf(this.session, text), ...more};
  }

  reply(conversationId: Id, text: string, session = this.session): Promise<SendResult> {
    return session.sendMessage(this.newMessage(conversationId, text), {});
  }

  thread(conversationId: Id, session = this.session): Promise<readonly Message[]> {
    return readThread(session, conversationId);
  }

  /** How many messages of the thread hold these words. */
  async count(conversationId: Id, words: string): Promise<number> {
    return (await this.thread(conversationId)).filter(({body}) => body.value.includes(words)).length;
  }

  /** Ids of a whole list. */
  async ids(query: ConversationQuery, session = this.session): Promise<readonly Id[]> {
    return (await readList(session, query)).map(({id}) => id);
  }

  view(role: 'active' | 'archived' | 'automated', session = this.session): Id | undefined {
    return session.capabilities.views.find((view) => view.role === role)?.id;
  }

  /** Looks again and again until there is a result, for as long as the backend may take to settle. */
  async eventually<T>(sentence: string, look: () => Promise<T | undefined | false>): Promise<T> {
    const end = performance.now() + this.timing.settleMs;
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      if (performance.now() > end) throw new ClaimFailed(`Expected: ${sentence} within ${this.timing.settleMs} ms`);
      await pause(this.timing.pollMs);
    }
  }

  async close(): Promise<void> {
    for (const watcher of this.#watchers) void watcher.stop().catch(() => {});
    // Closing is proven by checks of its own; here a failure would hide the one that is looked at.
    await Promise.allSettled(this.#opened.map((session) => session.close()));
  }
}
