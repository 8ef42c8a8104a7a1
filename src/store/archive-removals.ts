import type {Conversation, ConversationState, Escalation, Id, Notification, StateChange} from '../contract/index.js';
import type {Notifications} from './notifications.js';
import type {Runtime} from './runtime.js';
import type {Undoable} from './state.js';

interface Taken {
  readonly notifications: readonly Notification[];
  readonly escalations: readonly Escalation[];
}

/** Archiving takes a conversation's notifications and escalations away in the same frame; its undoing or failure gives them back. */
export class ArchiveRemovals {
  readonly #runtime: Runtime;
  readonly #notifications: Notifications;
  /** By conversation id: what its latest change took. */
  readonly #taken = new Map<Id, Taken>();

  constructor(runtime: Runtime, notifications: Notifications) {
    this.#runtime = runtime;
    this.#notifications = notifications;
  }

  /** @returns how much a change to this state takes away: nothing, unless it archives. */
  take({id, escalated}: Conversation, to: ConversationState): Undoable['removed'] {
    this.#taken.delete(id);
    if (to !== 'archived') return {notifications: 0, escalations: 0};
    const escalations = this.#runtime.state.escalations.get(id) ?? [];
    const notifications = this.#notifications.removeOf(id);
    this.#runtime.commit((state) => state.escalations.delete(id));
    this.#taken.set(id, {notifications, escalations});
    // Those of a conversation that was never opened are not loaded.
    return {notifications: notifications.length, escalations: Math.max(escalations.length, escalated ? 1 : 0)};
  }

  giveBack(conversationId: Id): void {
    const taken = this.#taken.get(conversationId);
    this.#taken.delete(conversationId);
    if (!taken) return;
    this.#notifications.restore(taken.notifications);
    if (taken.escalations.length > 0) {
      this.#runtime.commit((state) => state.escalations.put(conversationId, taken.escalations));
    }
  }

  /** What the backend says that it removed. */
  drop({conversation: {id}, removed}: StateChange): void {
    this.#notifications.remove(removed?.notifications ?? []);
    const gone = removed?.escalations ?? [];
    const known = this.#runtime.state.escalations.get(id);
    if (!known || gone.length === 0) return;
    this.#runtime.commit((state) => state.escalations.put(id, known.filter((escalation) => !gone.includes(escalation.id))));
  }

  clear(): void {
    this.#taken.clear();
  }
}

export const countRemoved = ({removed}: StateChange): Undoable['removed'] => ({
  notifications: removed?.notifications?.length ?? 0,
  escalations: removed?.escalations?.length ?? 0,
});
