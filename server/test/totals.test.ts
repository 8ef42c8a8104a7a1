import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {setVisibleTo} from '../src/desk/admin.js';
import type {LoopServer} from '../src/index.js';
import {openPglite} from '../src/ports/pglite.js';
import type {Database} from '../src/ports/database.js';
import {Upkeep} from '../src/upkeep.js';
import {newDesk, seedOf, startServer} from './support/desk.js';
import {asAgent} from './support/raw.js';

let db: Database;
let server: LoopServer;
beforeAll(async () => {
  db = await openPglite();
  server = await startServer(db);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const views = ['active', 'archived', 'automated'] as const;

describe('totals', () => {
  it('are those of a count, whatever was archived, reopened, hidden, shown, removed or summed up before', async () => {
    const account = await newDesk(server.services);
    const ann = asAgent(server, account, 'ann');
    const seed = seedOf(server.services, account);
    const ids = (await seed.many?.(12)) ?? [];
    /** Counted anew, as this agent may see them. */
    const counted = async (agent: string) => {
      const rows = await db.query<{view: string; total: number}>(
        `select view, count(*) as total from conversation where account = $1 and (visible_to is null or visible_to && loop_principals($1, $2)) group by view`,
        [account, agent],
      );
      return Object.fromEntries(views.map((view) => [view, rows.find((row) => row.view === view)?.total ?? 0]));
    };
    const told = async (agent: string) => {
      const raw = asAgent(server, account, agent);
      const pages = await Promise.all(views.map((view) => raw.call<{total: number}>('GET', `/conversations?view=${view}&limit=1`)));
      return Object.fromEntries(views.map((view, index) => [view, pages[index]?.body.total]));
    };
    const move = (index: number, state: string) => ann.call('PATCH', `/conversations/${ids[index]}`, {state});
    const steps: (() => Promise<unknown>)[] = [
      () => ann.call('POST', '/conversations/bulk', {ids: ids.slice(0, 5), state: 'archived'}),
      () => move(0, 'active'),
      () => move(6, 'snoozed'),
      () => move(7, 'automated'),
      () => setVisibleTo(server.services, account, ids[1] ?? '', ['agent:ben']),
      () => setVisibleTo(server.services, account, ids[8] ?? '', ['agent:ann']),
      () => new Upkeep(server.services).tidy(),
      () => setVisibleTo(server.services, account, ids[1] ?? '', null),
      () => ann.send(ids[2] ?? '', 'Still there?', 'one'),
      () => db.query('delete from conversation where account = $1 and id = any($2)', [account, ids.slice(2, 4)]),
      () => new Upkeep(server.services).tidy(),
    ];
    for (const step of steps) {
      await step();
      for (const agent of ['ann', 'ben']) expect(await told(agent)).toEqual(await counted(agent));
    }
    expect(await counted('ben')).not.toEqual(await counted('ann'));
    const rows = await db.query('select view from view_total where account = $1', [account]);
    expect(rows.length, 'upkeep leaves one row of each view').toBe(new Set(rows.map(({view}) => view)).size);
  });
});
