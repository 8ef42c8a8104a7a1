import {afterAll, beforeAll} from 'vitest';
import {openPostgres} from '../../src/ports/postgres.js';
import type {Database} from '../../src/ports/database.js';
import {startCluster, type Cluster} from './postgres-cluster.js';

/** A database of its own on a real PostgreSQL for the tests of this file, told as "not run" where there is none. */
export async function postgresForThisFile(): Promise<{readonly there: boolean; open(): Database; url(): string}> {
  const cluster: Cluster | undefined = await startCluster();
  if (!cluster) console.warn('not run: PostgreSQL is not installed');
  let url = '';
  const opened: Database[] = [];
  beforeAll(async () => {
    if (cluster) url = await cluster.database();
  });
  afterAll(async () => {
    await Promise.all(opened.map((db) => db.close()));
    await cluster?.stop();
  });
  return {
    there: cluster !== undefined,
    url: () => url,
    open: () => {
      const db = openPostgres({url, connections: 8});
      opened.push(db);
      return db;
    },
  };
}
