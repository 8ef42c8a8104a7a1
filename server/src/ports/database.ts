/** One row as the driver gives it: JSON parsed, bigint as number, arrays as arrays. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  query<T = Row>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>;
}

/** All that the server needs of a database. The SQL is PostgreSQL's, whoever runs it. */
export interface Database extends Queries {
  /** Commits when `work` resolves, rolls back when it rejects. */
  tx<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Hears what other nodes notify. At most once, possibly never: a poke, not a message. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
