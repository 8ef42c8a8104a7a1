import type {Log, Ports, StoragePort} from '../../store/ports.js';
import {browserChannel} from './channel.js';
import {systemClock} from '../../contract/system-clock.js';
import {newId} from './ids.js';
import {browserLocks} from './locks.js';
import {browserPage} from './page.js';

/** Only what a host should know reaches its console. */
const log: Log = (level, message, detail) => {
  if (level === 'debug') return;
  const write = level === 'error' ? console.error : console.warn;
  write(`[loop-inbox] ${message}`, ...(detail === undefined ? [] : [detail]));
};

/** Loaded with the first identity: in-page backends keep nothing. */
const storage: StoragePort = {
  open: async (identity) => (await import('./idb-storage.js')).idbStorage.open(identity),
};

/** The ports of a page in a browser. */
export const browserPorts = (): Ports => ({
  clock: systemClock,
  fetch: (...request) => globalThis.fetch(...request),
  newId,
  random: Math.random,
  // Where storage is denied, the name alone may throw: opening it does so where it is told.
  storage: 'indexedDB' in globalThis ? storage : undefined,
  locks: browserLocks(),
  channel: typeof BroadcastChannel === 'undefined' ? undefined : browserChannel,
  page: browserPage,
  log,
});
