import type {ConversationState, Id} from '../contract/index.js';
import type {Batch} from './outbox-entry.js';
import type {Runtime} from './runtime.js';
import type {Undoable} from './state.js';

/** How long a change can be undone. */
export const undoMs = 6_000;

/** What stands in a toast to be taken back, each for its time. */
export class UndoOffers {
  readonly #runtime: Runtime;
  readonly #onOver: (conversationId: Id) => void;

  /** @param onOver nobody took it back in time. */
  constructor(runtime: Runtime, onOver: (conversationId: Id) => void) {
    this.#runtime = runtime;
    this.#onOver = onOver;
  }

  get(conversationId: Id): Undoable | undefined {
    return this.#runtime.state.undoables.get(conversationId);
  }

  make(conversationId: Id, from: ConversationState, to: ConversationState, removed: Undoable['removed'], batch?: Batch): void {
    this.#show({conversationId, from, to, removed, expiresAt: this.#runtime.now() + undoMs, ...(batch && {batch})});
    this.#startTimer(conversationId);
  }

  /** The backend knows better how much went with it. */
  correct(conversationId: Id, removed: Undoable['removed']): void {
    const undoable = this.get(conversationId);
    if (undoable) this.#show({...undoable, removed});
  }

  /** Nobody reads a toast that goes while the pointer rests on it. */
  pause(conversationId: Id): void {
    const undoable = this.get(conversationId);
    if (!undoable) return;
    this.#runtime.timers.cancel(timerOf(conversationId));
    this.#show({...undoable, expiresAt: undefined});
  }

  resume(conversationId: Id): void {
    const undoable = this.get(conversationId);
    if (!undoable || undoable.expiresAt !== undefined) return;
    this.#show({...undoable, expiresAt: this.#runtime.now() + undoMs});
    this.#startTimer(conversationId);
  }

  /** It can no longer be undone. */
  dismiss(conversationId: Id): void {
    this.#runtime.timers.cancel(timerOf(conversationId));
    this.#runtime.commit((state) => state.undoables.delete(conversationId));
  }

  clear(): void {
    this.#runtime.commit((state) => state.undoables.clear());
  }

  #show(undoable: Undoable): void {
    this.#runtime.commit((state) => state.undoables.put(undoable.conversationId, undoable));
  }

  #startTimer(conversationId: Id): void {
    this.#runtime.timers.set(timerOf(conversationId), undoMs, () => this.#onOver(conversationId));
  }
}

const timerOf = (conversationId: Id): string => `undo ${conversationId}`;
