export type Listener = () => void;
export type Unsubscribe = () => void;

/** Holds the state and tells listeners, once per microtask, that something in it changed. */
export class Store<State> {
  readonly #listeners = new Set<Listener>();
  #queued = false;

  constructor(readonly state: State) {}

  /** Runs `write` now; listeners hear of it before the next paint, once for any number of commits. */
  commit(write: (state: State) => void): void {
    write(this.state);
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  subscribe(listener: Listener): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
