import type {LoopEvent} from '../../../src/contract/index.js';
import type {Queries} from '../ports/database.js';
import type {Services} from '../services.js';
import type {Locked} from './locked.js';

/** What happened, as the event log keeps it: readers look up the record that is named. */
export type Entry =
  | {readonly kind: 'message' | 'conversation' | 'touched'; readonly conversation: string; readonly ref: string; readonly agent?: string}
  | {readonly kind: 'notification'; readonly agent: string; readonly ref: string}
  | {readonly kind: 'contact'; readonly ref: string}
  | {readonly kind: 'plain'; readonly data: LoopEvent; readonly conversation?: string; readonly agent?: string};

/** Makes the text of a statement; `add` takes a value and answers its placeholder. */
export type Statement = (add: (value: unknown) => string) => string;

/** One transaction of one account: what is written, and what is told of it. Both or neither. */
export class Work implements Queries {
  readonly #entries: Entry[] = [];
  readonly #last: Statement[] = [];
  readonly #told = new Set<string>();
  readonly locked = new Map<string, Locked>();

  constructor(
    private readonly tx: Queries,
    readonly account: string,
    readonly now: number,
    readonly maxBodyChars: number,
  ) {}

  query<T>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    return this.tx.query<T>(sql, values);
  }

  /** A record named twice in one transaction is told once. */
  say(entry: Entry): void {
    if (entry.kind !== 'plain') {
      const key = JSON.stringify([entry.kind, entry.ref, 'agent' in entry ? entry.agent : undefined]);
      if (this.#told.has(key)) return;
      this.#told.add(key);
    }
    this.#entries.push(entry);
  }

  /** Has a statement run with the writing of the events, in one trip to the database; nothing in this transaction reads what it writes. */
  finally(statement: Statement): void {
    this.#last.push(statement);
  }

  /**
   * Writes the events. Last in the transaction: the account's row is locked from here to the commit, so numbers are given in the order of
   * commits, and nobody waits for anything while holding it.
   */
  async close(): Promise<number | undefined> {
    const entries = this.#entries;
    const values: unknown[] = [];
    const add = (value: unknown) => `$${values.push(value)}`;
    const last = [...this.#last, ...[...this.locked.values()].flatMap((conversation) => conversation.statement() ?? [])];
    const steps = last.map((statement, index) => `last${index} as (${statement(add)})`);
    if (entries.length === 0) {
      if (steps.length > 0) await this.tx.query(`with ${steps.join(', ')} select 1`, values);
      return undefined;
    }
    const list = entries.map((entry) => ({
      kind: entry.kind,
      conversation: 'conversation' in entry ? (entry.conversation ?? null) : null,
      ref: 'ref' in entry ? entry.ref : null,
      agent: 'agent' in entry ? (entry.agent ?? null) : null,
      data: 'data' in entry ? entry.data : null,
    }));
    const [account, count, told, now] = [add(this.account), add(entries.length), add(JSON.stringify(list)), add(this.now)];
    steps.push(
      `counted as (update account set seq = seq + ${count} where id = ${account} returning seq)`,
      `told as (
         insert into event (account, seq, kind, conversation, ref, agent, data, ends, at)
         select ${account}, counted.seq - ${count} + e.n, e.x->>'kind', e.x->>'conversation', e.x->>'ref', e.x->>'agent',
           case when jsonb_typeof(e.x->'data') = 'object' then e.x->'data' end, e.n = ${count}, ${now}
         from counted, jsonb_array_elements(${told}::jsonb) with ordinality as e (x, n)
       )`,
    );
    const [row] = await this.tx.query<{seq: number}>(`with ${steps.join(', ')} select seq from counted`, values);
    return row?.seq;
  }
}

const deadlock = '40P01';
const attempts = 3;

/** Runs one transaction of an account and pokes whoever reads its events. */
export async function write<T>(services: Services, account: string, run: (work: Work) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const {result, seq} = await services.db.tx(async (tx) => {
        const work = new Work(tx, account, services.clock.now(), services.limits.maxBodyChars);
        return {result: await run(work), seq: await work.close()};
      });
      if (seq !== undefined) services.hub.poke(account, seq);
      return result;
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === deadlock;
      if (!isDeadlock || attempt === attempts) throw error;
    }
  }
}
