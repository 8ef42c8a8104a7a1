import type {Database} from './database.js';

/** Carries short texts to all nodes, this one included. May lose some: whoever hears reads the database, and does so now and then unasked. */
export interface Fanout {
  publish(text: string): Promise<void>;
  subscribe(hear: (text: string) => void): Promise<() => Promise<void>>;
}

const channel = 'loop';

/** PostgreSQL's own NOTIFY: one moving part less. */
export const databaseFanout = (db: Database): Fanout => ({
  // Nothing is stored that a crash could lose: it need not wait for the disk.
  publish: async (text) => void (await db.query(`select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`, [channel, text])),
  subscribe: (hear) => db.listen(channel, hear),
});
