import type {Author, Id, Notification, NotificationKind} from '../../../contract/index.js';
import type {MemoryBackend} from './backend.js';
import type {ConversationRow} from './rows.js';

/** What each agent has been told. */
export class Notifications {
  readonly #byAgent = new Map<Id, Map<Id, Notification>>();

  of(agentId: Id): ReadonlyMap<Id, Notification> {
    return this.#byAgent.get(agentId) ?? new Map<Id, Notification>();
  }

  get(agentId: Id, id: Id): Notification | undefined {
    return this.#byAgent.get(agentId)?.get(id);
  }

  put(agentId: Id, notification: Notification): void {
    let told = this.#byAgent.get(agentId);
    if (!told) this.#byAgent.set(agentId, (told = new Map<Id, Notification>()));
    told.set(notification.id, notification);
  }

  delete(agentId: Id, id: Id): void {
    this.#byAgent.get(agentId)?.delete(id);
  }

  unread(agentId: Id): number {
    let count = 0;
    for (const {readAt} of this.of(agentId).values()) if (!readAt) count++;
    return count;
  }

  about(conversationId: Id): [agentId: Id, notification: Notification][] {
    return this.entries().filter(([, notification]) => notification.conversationId === conversationId);
  }

  entries(): [agentId: Id, notification: Notification][] {
    return [...this.#byAgent].flatMap(([agentId, told]) =>
      [...told.values()].map((notification): [Id, Notification] => [agentId, notification]),
    );
  }
}

export interface News {
  readonly kind: NotificationKind;
  readonly actor: Author;
  readonly title: string;
  readonly body?: string;
  readonly messageId?: Id;
  readonly ticketId?: Id;
}

/** Tells each of them, but never the one who did it, and nobody who may not see the conversation. */
export function notify(desk: MemoryBackend, agentIds: Iterable<Id>, row: ConversationRow | undefined, news: News): void {
  for (const agentId of new Set(agentIds)) {
    if (news.actor.kind === 'agent' && news.actor.id === agentId) continue;
    if (!desk.agents.has(agentId) || (row && !desk.sees(agentId, row))) continue;
    // Ten messages in a row are one entry in the bell, about the newest.
    const earlier = news.kind === 'new-message' && row ? unreadAbout(desk, agentId, row.id) : undefined;
    const id = earlier?.id ?? desk.newId('n');
    const rev = desk.nextRev();
    desk.notifications.put(agentId, {
      ...news,
      id,
      rev,
      version: String(rev),
      conversationId: row?.id,
      readAt: null,
      createdAt: desk.now(),
    });
    desk.say({of: 'notification', id, only: agentId});
  }
}

const unreadAbout = (desk: MemoryBackend, agentId: Id, conversationId: Id): Notification | undefined =>
  [...desk.notifications.of(agentId).values()].find(
    (told) => told.kind === 'new-message' && !told.readAt && told.conversationId === conversationId,
  );

/** Marks it read or, with null, unread. */
export function setRead(desk: MemoryBackend, agentId: Id, id: Id, readAt: string | null): void {
  const told = desk.notifications.get(agentId, id);
  if (!told || Boolean(told.readAt) === Boolean(readAt)) return;
  const rev = desk.nextRev();
  desk.notifications.put(agentId, {...told, readAt, rev, version: String(rev)});
  desk.say({of: 'notification', id, only: agentId});
}

/** Takes them away and tells their owner. */
export function removeNotifications(desk: MemoryBackend, agentId: Id, ids: readonly Id[]): void {
  const there = ids.filter((id) => desk.notifications.get(agentId, id));
  if (there.length === 0) return;
  for (const id of there) desk.notifications.delete(agentId, id);
  const unread = desk.notifications.unread(agentId);
  desk.say({of: 'event', only: agentId, event: {type: 'notification.removed', ids: there, unread}});
}
