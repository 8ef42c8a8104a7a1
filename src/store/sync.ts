import type {Availability, EventBatch, Id, LoopEvent, Message} from '../contract/index.js';
import type {Changes} from './changes.js';
import type {Details} from './details.js';
import type {Lists} from './lists.js';
import type {Live} from './live.js';
import type {Notifications} from './notifications.js';
import type {Outbox} from './outbox.js';
import type {Records} from './records.js';
import {toAdapterError, type Runtime} from './runtime.js';
import {offers} from './selectors.js';
import type {ThreadRecords} from './thread-records.js';
import type {Threads} from './threads.js';
import type {Views} from './views.js';

const countsEveryMs = 1_000;

interface Parts {
  readonly records: Records;
  readonly lists: Lists;
  readonly threads: Threads;
  readonly messages: ThreadRecords;
  readonly live: Live;
  readonly outbox: Outbox;
  readonly changes: Changes;
  readonly notifications: Notifications;
  readonly details: Details;
  readonly views: Views;
}

/** Applies what the backend tells to what is loaded, in the order it is told. */
export class Sync {
  readonly #runtime: Runtime;
  readonly #parts: Parts;
  /** What others wrote while there was no connection. */
  #missed: Message[] = [];

  constructor(runtime: Runtime, parts: Parts) {
    this.#runtime = runtime;
    this.#parts = parts;
  }

  /** One notification of the store for the whole batch. A frame that can't be read closes its gap by reading again. */
  apply(batch: EventBatch): void {
    this.#runtime.commit(() => {
      for (const event of batch.events) {
        try {
          this.#take(event, batch.phase === 'live');
        } catch (error) {
          this.#runtime.ports.log('error', 'An event could not be read', {event, error});
          this.#takeReset(conversationOf(event));
        }
      }
      if (batch.phase === 'live') this.#parts.notifications.deriveMissed(this.#missed.splice(0));
    });
  }

  /** Another identity: what was missed is not theirs. */
  clear(): void {
    this.#missed = [];
  }

  /** Reads what belongs to the session as a whole. */
  async readSession(): Promise<void> {
    await Promise.all([this.#parts.views.read(), this.readCounts(), this.#parts.notifications.load()]);
  }

  async readCounts(): Promise<void> {
    if (!offers(this.#runtime.state, 'counts')) return;
    try {
      const counts = await this.#runtime.call(async (session, options) => session.counts?.get(options));
      this.#runtime.commit((state) => (state.counts = counts));
    } catch (error) {
      this.#runtime.ports.log('warn', 'Counts could not be read', error);
    }
  }

  #take(event: LoopEvent, live: boolean): void {
    const {records, messages, notifications, details, live: attendance} = this.#parts;
    switch (event.type) {
      case 'message.upserted':
        return this.#takeMessage(event.message, live);
      case 'message.removed':
        return messages.remove(event.conversationId, event.messageId);
      case 'conversation.upserted':
        return this.#takeConversation(event.conversation, live);
      case 'conversation.touched':
        return void this.#reread(event.id);
      case 'conversation.removed':
        return records.remove(event.id);
      case 'contact.upserted':
        return this.#runtime.commit((state) => state.contacts.put(event.contact.id, event.contact));
      case 'notification.upserted':
        // What the host has switched off is derived here, and would be told twice.
        return offers(this.#runtime.state, 'notifications') ? notifications.take(event.notification, event.unread) : undefined;
      case 'notification.removed':
        return notifications.remove(event.ids, event.unread);
      case 'escalation.upserted':
        return details.putEscalation(event.escalation);
      case 'escalation.removed':
        return details.removeEscalation(event.id, event.conversationId);
      case 'counts.changed':
        return this.#takeCounts(event.counts);
      case 'ticket.upserted':
        return details.putTicket(event.ticket);
      case 'views.changed':
        return void this.#parts.views.read();
      case 'typing':
        return attendance.takeTyping(event);
      case 'presence':
        return attendance.takePresence(event);
      case 'availability':
        return this.#takeAvailability(event.agentId, event.availability);
      case 'reset':
        return this.#takeReset(event.scope === 'all' ? undefined : event.scope.conversationIds);
      default:
        this.#runtime.ports.log('warn', `Unknown event '${(event as {type: string}).type}'`);
        return event satisfies never;
    }
  }

  #takeMessage(message: Message, live: boolean): void {
    const {messages, outbox, changes, notifications, live: attendance} = this.#parts;
    attendance.stopTyping(message.conversationId, message.author);
    const settled = outbox.echo(message);
    const isNew = !settled && messages.put(message);
    const me = this.#runtime.state.session?.me.id;
    if (!isNew || (message.author.kind === 'agent' && message.author.id === me)) return;
    if (!live) return void this.#missed.push(message);
    if (message.kind === 'incoming') changes.onIncoming(message.conversationId);
    if (message.kind !== 'activity') {
      this.#runtime.tell({type: 'message-arrived', conversationId: message.conversationId, message});
    }
    notifications.deriveFromMessage(message);
  }

  #takeConversation(conversation: Parameters<Records['putTold']>[0], live: boolean): void {
    const {records, outbox, notifications} = this.#parts;
    const before = records.confirmed(conversation.id);
    records.putTold(conversation);
    const mine = this.#runtime.state.changes.has(conversation.id) || outbox.moves(conversation.id, conversation.state);
    if (before && before.state !== conversation.state && live && !mine) {
      this.#runtime.tell({
        type: 'conversation-moved',
        conversationId: conversation.id,
        from: before.state,
        to: conversation.state,
        mine: false,
      });
    }
    if (live) notifications.deriveFromAssignment(before, conversation);
  }

  async #reread(id: Id): Promise<void> {
    const {records, threads} = this.#parts;
    try {
      const began = records.beginRead();
      const conversation = await this.#runtime.call((session, options) => session.getConversation(id, options));
      records.putRead(conversation, began);
      threads.reload(id);
    } catch (thrown) {
      const error = toAdapterError(thrown);
      if (error.code === 'not-found' || error.code === 'forbidden') records.remove(id);
      else this.#runtime.ports.log('warn', 'A changed conversation could not be read', error);
    }
  }

  #takeCounts(counts: Extract<LoopEvent, {type: 'counts.changed'}>['counts']): void {
    if (counts) return this.#runtime.commit((state) => (state.counts = counts));
    if (this.#runtime.timers.has('counts')) return;
    this.#runtime.timers.set('counts', countsEveryMs, () => void this.readCounts());
  }

  #takeAvailability(agentId: Id, availability: Availability): void {
    this.#runtime.commit((state) => {
      const {session} = state;
      if (session?.me.id === agentId) state.session = {...session, me: {...session.me, availability}};
    });
  }

  /** @param conversationIds undefined: everything. */
  #takeReset(conversationIds: readonly Id[] | undefined): void {
    const {lists, threads} = this.#parts;
    if (conversationIds) {
      for (const id of conversationIds) void this.#reread(id);
      return;
    }
    lists.markStale();
    threads.markStale();
    if (!this.#runtime.connected) return; // read once the connection stands
    lists.reloadAll();
    threads.reloadAll();
    void this.readSession();
  }
}

/** Whose record an unreadable event would have changed; undefined when it can't be told. */
function conversationOf(event: unknown): Id[] | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const {conversationId, id, message, conversation} = event as Record<string, unknown>;
  const inner = (record: unknown, key: string): unknown =>
    typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[key] : undefined;
  const found = [conversationId, inner(message, 'conversationId'), inner(conversation, 'id'), id].find(
    (candidate) => typeof candidate === 'string',
  );
  return typeof found === 'string' ? [found] : undefined;
}
