import {Deliveries} from './channels/deliveries.js';
import {errorFields} from './ports/log.js';
import {uploadMs} from './routes/files.js';
import type {Services} from './services.js';
import {Locked} from './write/locked.js';
import {system} from './write/people.js';
import {moveTo} from './write/state.js';
import {write} from './write/write.js';

const wakeAtOnce = 50;
/** Old events, uploads and undo tokens are looked for this rarely. */
const tidyMs = 60_000;
const undoMs = 86_400_000;

/** What happens by itself: snoozed conversations wake, deliveries go out, old things are forgotten. Any number of nodes may do it at once. */
export class Upkeep {
  readonly #deliveries: Deliveries;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly services: Services) {
    this.#deliveries = new Deliveries(services);
  }

  start(): void {
    const {upkeepMs} = this.services.limits;
    this.#every(upkeepMs, 'waking', () => this.wakeSnoozed());
    this.#every(upkeepMs, 'delivering', () => this.#deliveries.run());
    this.#every(tidyMs, 'tidying', () => this.tidy());
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#deliveries.stop();
    await Promise.all(this.#running);
  }

  async wakeSnoozed(): Promise<void> {
    const {db, clock} = this.services;
    const due = await db.query<{account: string; id: string}>(
      `select account, id from conversation where state = 'snoozed' and snoozed_until <= $1 order by snoozed_until limit $2`,
      [clock.now(), wakeAtOnce],
    );
    for (const {account, id} of due) {
      await write(this.services, account, async (work) => {
        const conversation = await Locked.open(work, id, undefined);
        const {state, snoozed_until} = conversation.row;
        // Another node may have been quicker, or somebody snoozed it again.
        if (state === 'snoozed' && snoozed_until !== null && snoozed_until <= work.now) await moveTo(conversation, 'active', system);
      });
    }
  }

  /** Events past their time are forgotten, and `forgotten` says so in the same transaction: no reader skips one unaware. */
  async tidy(): Promise<void> {
    const {db, clock, limits, storage} = this.services;
    const now = clock.now();
    const accounts = await db.query<{id: string; until: number}>(
      `select id, until from (
         select a.id, a.forgotten, greatest(a.seq - $2, coalesce((
           select e.seq from event e where e.account = a.id and e.at < $1 order by e.at desc, e.seq desc limit 1), 0)) as until from account a) x
       where until > forgotten`,
      [now - limits.keepEventsMs, limits.keepEvents],
    );
    for (const {id, until} of accounts) {
      await db.tx(async (tx) => {
        await tx.query('update account set forgotten = greatest(forgotten, $2) where id = $1', [id, until]);
        await tx.query('delete from event where account = $1 and seq <= $2', [id, until]);
      });
    }
    await this.#sumTotals();
    await db.query('delete from undo where created_at < $1', [now - undoMs]);
    const files = await db.query<{account: string; id: string}>(
      'delete from file where conversation is null and not public and created_at < $1 returning account, id',
      [now - uploadMs],
    );
    for (const {account, id} of files) await storage.remove(`${account}/${id}`);
    await db.query(`delete from delivery where state = 'done' and created_at < $1`, [now - limits.keepEventsMs]);
  }

  /** Puts what was counted together. What another node is putting together is left to it. */
  async #sumTotals(): Promise<void> {
    const {db} = this.services;
    const views = await db.query<{account: string; view: string}>('select account, view from view_total group by account, view having count(*) > 1', []);
    for (const {account, view} of views) {
      await db.query(
        `with gone as (
           delete from view_total where ctid = any(array(select ctid from view_total where account = $1 and view = $2 for update skip locked)) returning n)
         insert into view_total (account, view, n) select $1, $2, sum(n) from gone having count(*) > 0`,
        [account, view],
      );
    }
  }

  /** One round after the other, never two at once. */
  #every(ms: number, what: string, run: () => Promise<void>): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      const round = run()
        .catch((error: unknown) => this.services.log('error', `${what} failed`, errorFields(error)))
        .finally(() => {
          busy = false;
          this.#running.delete(round);
        });
      this.#running.add(round);
    }, ms);
    this.#timers.push(timer);
  }
}
