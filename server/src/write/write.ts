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

/** Takes a value and answers its placeholder. */
export type Add = (value: unknown) => string;

/** Makes the text of a statement. @param from what an `insert … select` takes its one row from; it may say nothing. */
export type Statement = (add: Add, from: string) => string;

/**
 * How a work is done. `held`: a transaction, which holds the conversation from when it is opened. `at-once`: it only reads, and then writes
 * everything by one statement, which does nothing if somebody changed the conversation meanwhile: two trips to the database instead of six.
 */
export type Manner = 'held' | 'at-once';

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
    readonly manner: Manner = 'held',
  ) {}

  query<T>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    if (this.manner === 'at-once' && !sql.startsWith('select ')) throw new Error('A work that is done at once only reads before');
    return this.tx.query<T>(sql, values);
  }

  /** Has a statement run whose answer nobody needs: now, or with the others where everything is written at once. */
  async run(statement: Statement): Promise<void> {
    if (this.manner === 'at-once') return this.finally(statement);
    const values: unknown[] = [];
    const text = statement((value) => `$${values.push(value)}`, '');
    await this.tx.query(text, values);
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
   *
   * @throws {Overtaken} nothing was written, since what it was decided by is no longer so.
   */
  async close(): Promise<number | undefined> {
    const entries = this.#entries;
    const values: unknown[] = [];
    const add: Add = (value) => `$${values.push(value)}`;
    const changes = [...this.locked.values()].flatMap((conversation) => conversation.statement() ?? []);
    const isGuarded = this.manner === 'at-once' && entries.length + this.#last.length + changes.length > 0;
    if (isGuarded && changes.length !== 1) throw new Error('What is written at once is written with a change of one conversation');
    // Where nothing is held, the change of the conversation finds out whether it is still the one that was read; all else hangs on it.
    const from = isGuarded ? ' from changed0' : '';
    const steps = [
      ...changes.map((statement, index) => `changed${index} as (${statement(add, '')})`),
      ...this.#last.map((statement, index) => `last${index} as (${statement(add, from)})`),
    ];
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
      `counted as (update account set seq = seq + ${count}${from} where account.id = ${account} returning seq)`,
      `told as (
         insert into event (account, seq, kind, conversation, ref, agent, data, ends, at)
         select ${account}, counted.seq - ${count} + e.n, e.x->>'kind', e.x->>'conversation', e.x->>'ref', e.x->>'agent',
           case when jsonb_typeof(e.x->'data') = 'object' then e.x->'data' end, e.n = ${count}, ${now}
         from counted, jsonb_array_elements(${told}::jsonb) with ordinality as e (x, n)
       )`,
    );
    const [row] = await this.tx.query<{seq: number}>(`with ${steps.join(', ')} select seq from counted`, values);
    if (isGuarded && !row) throw new Overtaken();
    return row?.seq;
  }
}

/** Somebody else was quicker: to be decided anew. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const deadlock = '40P01';
const attempts = 3;

/** Runs one transaction of an account and pokes whoever reads its events. */
export async function write<T>(services: Services, account: string, run: (work: Work) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await told(services, account, held(services, account, run));
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === deadlock;
      if (!isDeadlock || attempt === attempts) throw error;
    }
  }
}

/** The same by one writing statement, for what changes this conversation alone; if another node was quicker, once more and held. */
export async function writeAtOnce<T>(services: Services, account: string, conversation: string, run: (work: Work) => Promise<T>): Promise<T> {
  try {
    return await services.turns.take(`${account}\n${conversation}`, () => told(services, account, atOnce(services, account, run)));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    services.metrics.count('loop_overtaken_total');
    return write(services, account, run);
  }
}

async function told<T>(services: Services, account: string, done: Promise<Done<T>>): Promise<T> {
  const {result, seq} = await done;
  if (seq !== undefined) services.hub.poke(account, seq);
  return result;
}

interface Done<T> {
  readonly result: T;
  readonly seq: number | undefined;
}

const held = <T>({db, clock, limits}: Services, account: string, run: (work: Work) => Promise<T>): Promise<Done<T>> =>
  db.tx(async (tx) => {
    const work = new Work(tx, account, clock.now(), limits.maxBodyChars);
    return {result: await run(work), seq: await work.close()};
  });

async function atOnce<T>({db, clock, limits}: Services, account: string, run: (work: Work) => Promise<T>): Promise<Done<T>> {
  const work = new Work(db, account, clock.now(), limits.maxBodyChars, 'at-once');
  return {result: await run(work), seq: await work.close()};
}
