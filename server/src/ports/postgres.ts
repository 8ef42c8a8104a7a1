import pg from 'pg';
import type {Database, Queries, Row} from './database.js';

const int8 = 20;
const shareOfQuestions = 0.4;

export interface PostgresOptions {
  readonly url: string;
  /** Connections of this node besides the one that listens. */
  readonly connections?: number;
  readonly log?: (message: string, error: unknown) => void;
}

/** A PostgreSQL server, version 15 or newer. */
export function openPostgres({url, connections = 10, log = () => {}}: PostgresOptions): Database {
  // Every bigint of this schema is a time or a count, far below 2^53.
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
  };
  const settings: pg.ClientConfig = {connectionString: url, types};
  const open = (max: number, options: string) => {
    const pool = new pg.Pool({...settings, max, options});
    pool.on('error', (error) => log('an idle connection was lost', error));
    return pool;
  };
  // Dear questions have connections of their own: a long list holds up nobody who writes.
  const forQuestions = Math.max(1, Math.floor(connections * shareOfQuestions));
  const questions = open(forQuestions, '-c jit=off -c plan_cache_mode=force_custom_plan');
  // All others look records up by their keys. Their plans are kept, and must not be those of tables that are still empty.
  const pool = open(Math.max(1, connections - forQuestions), '-c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off');
  const statements = new Statements();
  const listeners = new Set<Listener>();
  const usual = queriesOf(pool, statements);
  const planned = queriesOf(questions, statements);
  return {
    query: (sql, values) => (isPlannedEachTime(sql) ? planned : usual).query(sql, values),
    tx: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(queriesOf(client, statements));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => (broken = lost));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    listen: async (channel, hear) => {
      const listener = new Listener(settings, channel, hear, log);
      listeners.add(listener);
      await listener.open();
      return async () => {
        listeners.delete(listener);
        await listener.close();
      };
    },
    close: async () => {
      await Promise.all([...listeners].map((listener) => listener.close()));
      await Promise.all([pool.end(), questions.end()]);
    },
  };
}

const reopenMs = 1_000;

/** A connection of its own for LISTEN, opened again when it is lost. */
class Listener {
  #client: pg.Client | undefined;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: pg.ClientConfig,
    private readonly channel: string,
    private readonly hear: (payload: string) => void,
    private readonly log: (message: string, error: unknown) => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client(this.settings);
    this.#client = client;
    const lost = (error?: unknown) => {
      if (this.#closed || this.#client !== client) return;
      this.#client = undefined;
      this.log('the listening connection was lost', error);
      this.#timer = setTimeout(() => void this.open().catch(lost), reopenMs);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({payload}) => this.hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen "${this.channel}"`);
    } catch (error) {
      lost(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {});
  }
}

type Runs = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>;

/** What starts with a comment: its best plan depends on its values. */
const isPlannedEachTime = (text: string): boolean => text.startsWith('--');

/** A statement with values is prepared and planned once for each connection: for most of them planning takes longer than running. */
class Statements {
  readonly #names = new Map<string, string>();

  of(text: string, values: readonly unknown[]): pg.QueryConfig {
    if (isPlannedEachTime(text)) return {text, values: [...values]};
    let name = this.#names.get(text);
    if (name === undefined) this.#names.set(text, (name = `loop${this.#names.size}`));
    return {name, text, values: [...values]};
  }
}

const queriesOf = (runs: Runs, statements: Statements): Queries => ({
  query: async <T = Row>(sql: string, values?: readonly unknown[]) => {
    const answer = await (values === undefined ? runs.query(sql) : runs.query(statements.of(sql, values)));
    return answer.rows as T[];
  },
});
