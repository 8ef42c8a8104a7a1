import type {Log, Ports} from '../../store/ports.js';
import {browserChannel} from './channel.js';
import {browserClock} from './clock.js';
import {newId} from './ids.js';
import {idbStorage} from './idb-storage.js';
import {browserLocks} from './locks.js';
import {browserPage} from './page.js';

/** Only what a host should know reaches its console. */
const log: Log = (level, message, detail) => {
  if (level === 'debug') return;
  console[level](`[loop-inbox] ${message}`, ...(detail === undefined ? [] : [detail]));
};

/** The ports of a page in a browser. */
export const browserPorts = (): Ports => ({
  clock: browserClock,
  fetch: (...request) => globalThis.fetch(...request),
  newId,
  random: Math.random,
  storage: typeof indexedDB === 'undefined' ? undefined : idbStorage,
  locks: browserLocks(),
  channel: typeof BroadcastChannel === 'undefined' ? undefined : browserChannel,
  page: browserPage,
  log,
});
