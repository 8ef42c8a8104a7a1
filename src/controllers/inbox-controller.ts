import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Commands} from '../store/commands.js';
import type {Inbox} from '../store/inbox.js';
import type {InboxState} from '../store/state.js';
import type {Unsubscribe} from '../store/store.js';
import {inboxContext} from './inbox-context.js';
import {NearestValue} from './nearest-value.js';

export interface Slice<T> {
  /** Always current, also in `willUpdate`. */
  readonly value: T;
}

type Host = ReactiveControllerHost & HTMLElement & {readonly inbox?: Inbox | undefined; readonly for?: string | undefined};

/** Connects an element to its inbox: finds it, hands out its commands, re-renders when a slice changes. */
export class InboxController implements ReactiveController {
  readonly #host: Host;
  readonly #own: () => Inbox | undefined;
  readonly #nearest: NearestValue<Inbox>;
  readonly #slices: {readonly hasChanged: () => boolean; readonly markRendered: () => void}[] = [];
  #followed: Inbox | undefined;
  #unsubscribe: Unsubscribe | undefined;

  /** @param own the inbox that goes before the nearest provider's; absent: the host's `inbox` property. */
  constructor(host: Host, own: () => Inbox | undefined = () => host.inbox) {
    this.#host = host;
    this.#own = own;
    this.#nearest = new NearestValue(host, inboxContext);
    host.addController(this);
  }

  /** The element's own inbox, else the nearest provider's; undefined until there is one. */
  get inbox(): Inbox | undefined {
    return this.#own() ?? this.#nearest.value;
  }

  get commands(): Commands | undefined {
    return this.inbox?.commands;
  }

  get state(): InboxState | undefined {
    return this.inbox?.state;
  }

  /**
   * Follows one part of the state.
   *
   * @param read may use the host's properties; must be pure.
   * @param whenAbsent the value while there is no inbox.
   * @param isEqual when true, the host keeps the earlier value and does not render.
   */
  select<T>(read: (state: InboxState) => T, whenAbsent: T, isEqual: (a: T, b: T) => boolean = Object.is): Slice<T> {
    let seen = whenAbsent;
    const current = () => {
      const next = this.inbox ? read(this.inbox.state) : whenAbsent;
      if (!isEqual(seen, next)) seen = next;
      return seen;
    };
    // Kept apart from `seen`: reading the slice between a commit and its notification must not hide the change.
    let rendered = whenAbsent;
    this.#slices.push({
      hasChanged: () => current() !== rendered,
      markRendered: () => void (rendered = seen),
    });
    return {
      get value() {
        return current();
      },
    };
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    for (const slice of this.#slices) slice.markRendered();
    // An update may end after the host was removed.
    if (this.#host.isConnected) this.#follow(this.inbox);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(inbox: Inbox | undefined): void {
    if (inbox === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = inbox;
    this.#unsubscribe = inbox?.subscribe(() => this.#announce());
  }

  #announce(): void {
    if (this.#slices.some((slice) => slice.hasChanged())) this.#host.requestUpdate();
  }
}
