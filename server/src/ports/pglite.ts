import {PGlite} from '@electric-sql/pglite';
import type {Database, Queries, Row} from './database.js';

/** PostgreSQL inside this process. @param dataDir where it keeps its files; absent: in memory. */
export async function openPglite(dataDir?: string): Promise<Database> {
  return pgliteDatabase(await PGlite.create(dataDir));
}

export function pgliteDatabase(pg: PGlite): Database {
  return {
    ...queriesOf(pg),
    tx: (work) => pg.transaction((tx) => work(queriesOf(tx))),
    listen: (channel, hear) => pg.listen(channel, hear),
    close: () => pg.close(),
  };
}

interface Runs {
  query<T>(sql: string, values?: unknown[]): Promise<{rows: T[]}>;
  exec(sql: string): Promise<unknown>;
}

const queriesOf = (pg: Runs): Queries => ({
  query: async <T = Row>(sql: string, values?: readonly unknown[]) => {
    // Without values it may be several statements, as a migration is.
    if (values === undefined) {
      const answers = (await pg.exec(sql)) as readonly {rows: T[]}[];
      return answers.at(-1)?.rows ?? [];
    }
    return (await pg.query<T>(sql, [...values])).rows;
  },
});
