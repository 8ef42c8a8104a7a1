import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** An order that changes in place; another `version` means another order or set. */
export interface LiveOrder {
  readonly keys: readonly string[];
  readonly version: number;
  has(key: string): boolean;
  indexOf(key: string): number;
}

export interface HeldRows {
  readonly keys: readonly string[];
  /** How many rows stand above the end of what is shown and are not shown yet. */
  readonly fresh: number;
}

/** How many of the last rows are looked at to find where the loaded list ends. */
const tail = 20;

/**
 * Keeps rows where they are while the pointer or focus is among them: nothing moves under a hand. Rows that left go, pages loaded at
 * the end come, what left and is taken back stands where it was, and what is new is only counted until it is let in.
 */
export class HeldOrder implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #reasons = new Set<'pointer' | 'focus'>();
  #order: LiveOrder | undefined;
  #version = -1;
  #rows: HeldRows = {keys: [], fresh: 0};
  /** What is shown while held, and between it what has left. */
  #whole: readonly string[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hold(reason: 'pointer' | 'focus'): void {
    if (this.#reasons.size === 0) {
      this.#rows = {...this.#rows, keys: [...this.#rows.keys]};
      this.#remember(this.#rows.keys);
    }
    this.#reasons.add(reason);
  }

  release(reason: 'pointer' | 'focus'): void {
    if (!this.#reasons.delete(reason) || this.#reasons.size > 0) return;
    this.letIn();
  }

  /** Shows the order as it is now; while something still holds it, it is held again from there. */
  letIn(): void {
    this.#version = -1;
    this.#order = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#reasons.clear();
    this.#order = undefined;
  }

  /** The rows to show of `order`; another order object is shown as it is. */
  rows(order: LiveOrder): HeldRows {
    const same = order === this.#order;
    if (same && order.version === this.#version) return this.#rows;
    const held = same && this.#reasons.size > 0;
    this.#order = order;
    this.#version = order.version;
    this.#rows = held ? this.#keep(order) : {keys: this.#reasons.size > 0 ? [...order.keys] : order.keys, fresh: 0};
    if (this.#reasons.size > 0 && !held) this.#remember(this.#rows.keys);
    return this.#rows;
  }

  /** The hold may end for a moment, as when the row with the focus leaves: what left then can still be taken back. */
  #remember(keys: readonly string[]): void {
    let found = 0;
    for (const key of this.#whole) if (key === keys[found]) found++;
    if (found < keys.length || keys.length === 0) this.#whole = [...keys];
  }

  #keep(order: LiveOrder): HeldRows {
    const keys = this.#rows.keys.filter((key) => order.has(key));
    const shownBefore = new Set(keys);
    for (const key of this.#whole) if (order.has(key) && !shownBefore.has(key)) takeBack(keys, key, this.#whole, order);
    // The shown part ends where its last rows stand now; single ones may have moved up.
    const end = Math.max(-1, ...keys.slice(-tail).map((key) => order.indexOf(key)));
    const shown = new Set(keys);
    const later = order.keys.slice(end + 1).filter((key) => !shown.has(key));
    if (later.length > 0) this.#whole = [...this.#whole.filter((key) => shown.has(key) || !order.has(key)), ...later];
    return {keys: [...keys, ...later], fresh: order.keys.length - keys.length - later.length};
  }
}

/** Only to where it stood: what comes back for a new reason, at another place, would move the others. */
function takeBack(keys: string[], key: string, whole: readonly string[], order: LiveOrder): void {
  const place = order.indexOf(key);
  const next = keys.findIndex((shown) => order.indexOf(shown) > place);
  const at = next < 0 ? keys.length : next;
  const before = new Set(whole.slice(0, whole.indexOf(key)));
  if (keys.filter((shown) => before.has(shown)).length === at) keys.splice(at, 0, key);
}
