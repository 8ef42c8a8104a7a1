import {randomBytes} from 'node:crypto';
import pg from 'pg';
import {afterAll, beforeAll, inject} from 'vitest';
import {openPostgres} from '../../src/ports/postgres.js';
import type {Database} from '../../src/ports/database.js';
import type {} from './global-setup.js';

/** A database of its own on a real PostgreSQL for the tests of this file; there is none where PostgreSQL is not installed. */
export function postgresForThisFile(): {readonly there: boolean; open(): Database; url(): string} {
  const shared = inject('postgres');
  const name = `file_${randomBytes(6).toString('hex')}`;
  const url = shared.replace(/[^/]*$/, name);
  const opened: Database[] = [];
  beforeAll(async () => {
    if (shared === '') return;
    const client = new pg.Client(shared);
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
  });
  afterAll(async () => void (await Promise.all(opened.map((db) => db.close()))));
  return {
    there: shared !== '',
    url: () => url,
    open: () => {
      const db = openPostgres({url, connections: 8});
      opened.push(db);
      return db;
    },
  };
}
