import type {Author, Clock} from '../../src/contract/index.js';
import type {Hub} from './events/hub.js';
import type {Limits} from './limits.js';
import type {Log} from './ports/log.js';
import type {Metrics} from './metrics.js';
import type {Auth} from './ports/auth.js';
import type {Database} from './ports/database.js';
import type {Storage} from './ports/storage.js';
import type {Turns} from './write/turns.js';

/** What the parts of one server work with. */
export interface Services {
  readonly db: Database;
  readonly auth: Auth;
  readonly storage: Storage;
  readonly hub: Hub;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly turns: Turns;
  /** Goes out to channels. */
  readonly fetch: typeof globalThis.fetch;
}

/** Who asks. */
export interface Caller {
  readonly account: string;
  readonly agent: string;
  /** The agent as the author of what they do. */
  readonly author: Author;
  readonly email: string | null;
}
