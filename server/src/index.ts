import type {ServerResponse} from 'node:http';
import {systemClock, type Clock} from '../../src/contract/index.js';
import {Hub} from './events/hub.js';
import {createApp} from './http/app.js';
import {defaultLimits, type Limits} from './limits.js';
import {Metrics} from './metrics.js';
import type {Auth} from './ports/auth.js';
import type {Database} from './ports/database.js';
import {databaseFanout, type Fanout} from './ports/fanout.js';
import {noLog, type Log} from './ports/log.js';
import {migrate} from './ports/migrate.js';
import type {Storage} from './ports/storage.js';
import type {Services} from './services.js';
import {Turns} from './write/turns.js';
import {Upkeep} from './upkeep.js';

export interface LoopServerOptions {
  readonly db: Database;
  readonly auth: Auth;
  readonly storage: Storage;
  /** Absent: PostgreSQL's NOTIFY. */
  readonly fanout?: Fanout;
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly origins?: readonly string[] | '*';
  /** For what goes out to channels. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface LoopServer {
  /**
   * One request, answered; hand it to any server, or call it as an adapter's `fetch`.
   *
   * @param socket of Node's own server, if that is what asks: streams of events are then written to it directly.
   */
  fetch(request: Request, socket?: {readonly outgoing: ServerResponse}): Promise<Response>;
  readonly services: Services;
  /** Ends streams and timers, lets outgoing deliveries finish. The database is its owner's to close. */
  close(): Promise<void>;
}

/** The server without a socket. The schema is brought up to date first. */
export async function createLoopServer(options: LoopServerOptions): Promise<LoopServer> {
  const {db, auth, storage, fanout = databaseFanout(db), clock = systemClock, log = noLog, origins = '*', fetch = globalThis.fetch} = options;
  const limits = {...defaultLimits, ...options.limits};
  await migrate(db);
  const metrics = new Metrics();
  const hub = new Hub({db, fanout, limits, log, metrics});
  const services: Services = {db, auth, storage, hub, limits, clock, log, metrics, fetch, turns: new Turns()};
  await hub.start();
  const upkeep = new Upkeep(services);
  upkeep.start();
  let isClosing = false;
  const isReady = async () => !isClosing && (await db.query('select 1', []).then(() => true, () => false));
  const app = createApp(services, {origins, isReady});
  return {
    fetch: async (request, socket) => app.fetch(request, socket),
    services,
    close: async () => {
      isClosing = true;
      await Promise.all([hub.close(), upkeep.close()]);
    },
  };
}
