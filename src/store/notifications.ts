import type {Conversation, Id, Message, Notification} from '../contract/index.js';
import {assignmentOf, notificationOf} from './derived-notifications.js';
import type {Runtime} from './runtime.js';
import {toAdapterError} from './runtime.js';
import {offers} from './selectors.js';
import type {NotificationCenter} from './state.js';

const pageSize = 30;
/** It stays in the list of notifications: nothing is lost with the toast. */
const shownMs = 10_000;
const moment = (notification: Notification): number => Date.parse(notification.createdAt) || 0;

/** As many live ones are kept; who works all day is told of thousands. */
const keptAtMost = 300;

/** What the agent has been told: the backend's notifications, or where it has none those derived from live events. */
export class Notifications {
  readonly #runtime: Runtime;
  readonly #isOpen: (conversationId: Id) => boolean;
  #generation = 0;
  /** Called with what the agent is to hear and see, if this is the tab for it. */
  onArrived: (notification: Notification) => void = () => undefined;

  /** @param isOpen whether somebody looks at a conversation. */
  constructor(runtime: Runtime, isOpen: (conversationId: Id) => boolean) {
    this.#runtime = runtime;
    this.#isOpen = isOpen;
  }

  /** Reads the newest ones, after connecting and after a gap. */
  async load(): Promise<void> {
    if (!offers(this.#runtime.state, 'notifications')) {
      this.#patch({status: 'ready', derived: true, unread: this.#countUnread()});
      return;
    }
    const generation = ++this.#generation;
    if (this.#center.status !== 'ready') this.#patch({status: 'loading', error: undefined, derived: false});
    try {
      const page = await this.#runtime.call((session, options) =>
        notificationsOf(session).list({limit: pageSize}, options),
      );
      if (generation !== this.#generation) return;
      this.#runtime.commit(() => {
        this.#center.items.clear();
        this.#center.ids.clear();
        for (const notification of page.items) this.#put(notification);
        this.#patch({status: 'ready', error: undefined, unread: page.unread, next: page.next, derived: false});
      });
    } catch (error) {
      if (generation !== this.#generation || this.#center.status === 'ready') return;
      this.#patch({status: 'failed', error: toAdapterError(error)});
    }
  }

  async loadMore(): Promise<void> {
    const {next, loadingMore} = this.#center;
    if (next === undefined || loadingMore) return;
    const generation = this.#generation;
    this.#patch({loadingMore: true});
    try {
      const page = await this.#runtime.call((session, options) =>
        notificationsOf(session).list({limit: pageSize, cursor: next}, options),
      );
      if (generation !== this.#generation) return;
      this.#runtime.commit(() => {
        for (const notification of page.items) this.#put(notification);
        this.#patch({loadingMore: false, next: page.next});
      });
    } catch (error) {
      this.#patch({loadingMore: false, error: toAdapterError(error)});
    }
  }

  /** One that the stream told of, or that was derived from it. */
  take(notification: Notification, unread?: number): void {
    const known = this.#center.items.get(notification.id);
    if (known?.rev !== undefined && notification.rev !== undefined && notification.rev < known.rev) return;
    this.#runtime.commit(() => {
      this.#put(notification);
      this.#patch({unread: unread ?? this.#countedAfter(known, notification)});
      if (this.#center.ids.size > keptAtMost) this.#letGo();
    });
    if (known || notification.readAt) return;
    this.#runtime.tell({type: 'notification-arrived', notification});
    this.#showInApp(notification);
    this.onArrived(notification);
  }

  /** Where the backend has none: what a live message means to this agent. */
  deriveFromMessage(message: Message): void {
    const derived = this.#center.derived ? notificationOf(message, this.#runtime.state) : undefined;
    if (derived) this.take(derived);
  }

  /** The same for what came while there was no connection: all of it is listed, and one of it told. */
  deriveMissed(messages: readonly Message[]): void {
    if (!this.#center.derived) return;
    const derived = messages.flatMap((message) => notificationOf(message, this.#runtime.state) ?? []);
    const newest = derived.pop();
    this.restore(derived.slice(-keptAtMost));
    if (newest) this.take(newest);
  }

  /** Where the backend has none: a conversation that became this agent's. */
  deriveFromAssignment(before: Conversation | undefined, after: Conversation): void {
    const derived = this.#center.derived ? assignmentOf(before, after, this.#runtime.state) : undefined;
    if (derived) this.take(derived);
  }

  remove(ids: readonly Id[], unread?: number): void {
    this.#runtime.commit(() => {
      let unreadRemoved = 0;
      for (const id of ids) {
        const known = this.#center.items.get(id);
        if (known && !known.readAt) unreadRemoved++;
        this.#center.items.delete(id);
        this.#center.ids.remove(id);
      }
      this.#hide((told) => ids.includes(told.id));
      const {unread: counted} = this.#center;
      this.#patch({unread: unread ?? (counted === null ? null : Math.max(0, counted - unreadRemoved))});
    });
  }

  /** Takes out those of one conversation; they come back with `restore`. */
  removeOf(conversationId: Id): readonly Notification[] {
    const removed = [...this.#center.items.values()].filter((item) => item.conversationId === conversationId);
    this.remove(removed.map(({id}) => id));
    return removed;
  }

  restore(notifications: readonly Notification[]): void {
    this.#runtime.commit(() => {
      for (const notification of notifications) {
        if (this.#center.items.has(notification.id)) continue;
        this.#put(notification);
        this.#patch({unread: this.#countedAfter(undefined, notification)});
      }
    });
  }

  /** Shown as read at once; given back when the backend refuses. */
  async markRead(ids: readonly Id[] | 'all'): Promise<void> {
    const marked = [...this.#center.items.values()].filter(
      (item) => !item.readAt && (ids === 'all' || ids.includes(item.id)),
    );
    const before = this.#center.unread;
    if (marked.length === 0 && !(ids === 'all' && before !== 0)) return;
    const readAt = new Date(this.#runtime.now()).toISOString();
    this.#runtime.commit(() => {
      for (const item of marked) this.#put({...item, readAt});
      this.#patch({unread: ids === 'all' ? 0 : before === null ? null : Math.max(0, before - marked.length)});
    });
    if (this.#center.derived) return;
    try {
      await this.#runtime.call((session, options) => notificationsOf(session).markRead(ids, options));
    } catch (error) {
      this.#runtime.ports.log('warn', 'Notifications could not be marked as read', error);
      this.#runtime.commit(() => {
        for (const item of marked) if (this.#center.items.get(item.id)?.readAt === readAt) this.#put(item);
        this.#patch({unread: before});
      });
    }
  }

  clear(): void {
    this.#generation++;
    this.#hide(() => true);
    this.#center.items.clear();
    this.#center.ids.clear();
    this.#patch({status: 'idle', error: undefined, unread: null, next: undefined, loadingMore: false, derived: false});
  }

  /** New messages have their place in the list and the conversation; whoever looks at one needs no word of it. */
  #showInApp(notification: Notification): void {
    const {choices} = this.#runtime.state;
    const {kind, conversationId, id} = notification;
    if (!choices.inApp || kind === 'new-message' || choices.quietKinds.includes(kind)) return;
    if (conversationId !== undefined && this.#isOpen(conversationId)) return;
    this.#runtime.notice({type: 'told', notification});
    this.#runtime.timers.set(`told ${id}`, shownMs, () => this.#hide((told) => told.id === id));
  }

  #hide(which: (told: Notification) => boolean): void {
    this.#runtime.commit(({notices}) => {
      for (const {id, about} of [...notices.values()]) if (about.type === 'told' && which(about.notification)) notices.delete(id);
    });
  }

  get #center(): NotificationCenter {
    return this.#runtime.state.notifications;
  }

  #put(notification: Notification): void {
    this.#center.items.put(notification.id, notification);
    this.#center.ids.place(notification.id, moment(notification));
  }

  /** The older half goes. The backend's are read again when they are looked at; derived ones are gone. */
  #letGo(): void {
    const {items, ids, derived} = this.#center;
    for (const id of ids.keys.slice(keptAtMost / 2)) {
      items.delete(id);
      ids.remove(id);
    }
    this.#patch(derived ? {unread: this.#countUnread()} : {status: 'idle', next: undefined});
  }

  #countedAfter(known: Notification | undefined, notification: Notification): number | null {
    const {unread} = this.#center;
    if (unread === null) return null;
    const wasUnread = known !== undefined && !known.readAt;
    return Math.max(0, unread + (notification.readAt ? 0 : 1) - (wasUnread ? 1 : 0));
  }

  #countUnread(): number {
    return [...this.#center.items.values()].filter((item) => !item.readAt).length;
  }

  #patch(change: Partial<NotificationCenter>): void {
    this.#runtime.commit((state) => {
      const {items, ids} = state.notifications;
      state.notifications = {...state.notifications, ...change, version: items.version + ids.version};
    });
  }
}

/** `offers` was asked before; a session that lost the group since is an adapter's mistake. */
function notificationsOf<T extends {notifications?: unknown}>(session: T): NonNullable<T['notifications']> {
  if (!session.notifications) throw new Error('The session has no notifications');
  return session.notifications;
}
