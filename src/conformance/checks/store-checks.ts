import {defineChecks} from '../check.js';
import {NotProven} from '../claims.js';

const elsewhere = (): Promise<void> => Promise.reject(new NotProven('belongs to the inbox together with its adapter, not to the adapter alone'));

/**
 * What only the inbox and its adapter can prove together: the adapter gives up a lost connection, the inbox reconnects. They stand
 * in the report so that nobody takes them for proven.
 */
export const storeChecks = defineChecks([
  {
    id: 'events/cut-then-no-loss',
    level: 'resilience',
    title: 'loses nothing when the live connection is cut',
    run: elsewhere,
  },
  {
    id: 'events/duplicates-tolerated',
    level: 'resilience',
    title: 'shows everything once when events are told twice',
    run: elsewhere,
  },
  {
    id: 'events/offline-phase-reported',
    level: 'resilience',
    title: 'shows that the inbox is offline and when it is live again',
    run: elsewhere,
  },
  {
    id: 'events/reconnect-backs-off',
    level: 'resilience',
    title: 'waits longer after each failed connection',
    run: elsewhere,
  },
  {
    id: 'events/token-expiry-mid-stream',
    level: 'resilience',
    title: 'goes on with a fresh token when the old one expires while listening',
    run: elsewhere,
  },
]);

export type StoreCheckId = (typeof storeChecks)[number]['id'];
