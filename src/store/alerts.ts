import type {Notification} from '../contract/index.js';
import type {Keeper} from './keeper.js';
import type {Runtime} from './runtime.js';
import type {SharedEvents} from './shared-events.js';

/** Long enough for every tab of the browser to have heard of the same event, also one that slept. */
const claimMs = 600_000;

/** Has one tab of a browser alert the agent: the one that reads the connection for all, else whichever claims it first. */
export class Alerts {
  readonly #runtime: Runtime;
  readonly #keeper: Keeper;
  readonly #shared: SharedEvents;
  readonly #restored: () => Promise<void>;
  readonly #owner: string;

  /** @param restored resolves when the storage is open, or it is known that none will be. */
  constructor(runtime: Runtime, keeper: Keeper, shared: SharedEvents, restored: () => Promise<void>) {
    this.#runtime = runtime;
    this.#keeper = keeper;
    this.#shared = shared;
    this.#restored = restored;
    this.#owner = runtime.ports.newId();
  }

  async due(notification: Notification): Promise<void> {
    if (await this.#isMine(notification)) this.#runtime.tell({type: 'alert-due', notification});
  }

  async #isMine({id}: Notification): Promise<boolean> {
    const {as} = this.#shared;
    if (as === 'follower') return false;
    // A page that has just come may lead before it can claim anything.
    await this.#restored();
    const now = this.#runtime.now();
    return (await this.#keeper.vault?.lease(`alert ${id}`, this.#owner, now, now + claimMs).catch(() => true)) ?? true;
  }
}
