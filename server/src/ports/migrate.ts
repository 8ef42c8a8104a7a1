import {randomBytes} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import type {Database} from './database.js';

const folder = new URL('../../migrations/', import.meta.url);
/** Two nodes that start at once migrate one after the other. */
const lock = 76_311;

/** Brings the schema up to date: every file of `migrations/` once, in the order of their names. Answers those it ran. */
export async function migrate(db: Database): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return db.tx(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [lock]);
    await tx.query('create table if not exists loop_migration (name text primary key, at timestamptz not null default now())');
    const done = new Set((await tx.query<{name: string}>('select name from loop_migration', [])).map(({name}) => name));
    const pending = files.filter((name) => !done.has(name));
    for (const name of pending) {
      await tx.query(await readFile(new URL(name, folder), 'utf8'));
      await tx.query('insert into loop_migration (name) values ($1)', [name]);
    }
    await tx.query(`insert into setting (key, value) values ('link-secret', $1) on conflict do nothing`, [randomBytes(32).toString('hex')]);
    return pending;
  });
}
