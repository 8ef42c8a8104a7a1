import {setTimeout as sleep} from 'node:timers/promises';
import type {BrowserContext, Page} from 'playwright-core';
import {expect, it} from 'vitest';
import {protocolServer, type ProtocolServer} from '../journeys/support/protocol-server.js';
import {openContext, sees, until, visit} from '../journeys/support/visit.js';
import {kill} from './support/kill.js';
import {figure, long} from './support/measure.js';

const tabCount = long ? 8 : 3;
const eventCount = long ? 1000 : 100;
const duringTrouble = 100;
const killedTakeoverMs = 2000;
const frozenTakeoverMs = 10_000;

/** A server, and what it knows of its tabs. */
interface Desk {
  readonly server: ProtocolServer;
  /** Tabs with a live connection, by the number in their address. */
  readonly connected: () => readonly string[];
  /** Resolves with the time (ms) at which another than this tab opens a connection. */
  readonly takeover: (from: string) => Promise<number>;
  readonly sounds: () => number;
  /** Times each notification was shown, by its tag. */
  readonly shown: ReadonlyMap<string, number>;
}

async function openDesk(): Promise<Desk> {
  const connections = new Map<Request, string>();
  const waiting = new Set<(tab: string) => void>();
  const shown = new Map<string, number>();
  let sounds = 0;
  const server = await protocolServer((request) => {
    const {pathname, searchParams} = new URL(request.url);
    if (pathname === '/sleep') return sleep(Number(searchParams.get('ms'))).then(() => new Response('awake'));
    if (pathname === '/alerted') {
      const of = searchParams.get('of') ?? '';
      if (searchParams.get('what') === 'sound') sounds++;
      else shown.set(of, (shown.get(of) ?? 0) + 1);
      return Promise.resolve(new Response(null, {status: 204}));
    }
    if (pathname === '/v1/events') {
      const tab = new URL(request.headers.get('referer') ?? '').searchParams.get('tab') ?? '';
      connections.set(request, tab);
      request.signal.addEventListener('abort', () => connections.delete(request));
      for (const tell of waiting) tell(tab);
    }
    return undefined;
  });
  return {
    server,
    connected: () => [...connections.values()],
    takeover: (from) =>
      new Promise((done) => {
        const tell = (tab: string) => {
          if (tab === from) return;
          waiting.delete(tell);
          done(performance.now());
        };
        waiting.add(tell);
      }),
    sounds: () => sounds,
    shown,
  };
}

async function openTab({server}: Desk, context: BrowserContext, tab: number): Promise<Page> {
  const {page} = await visit({origin: server.origin, path: `/soak/tabs.html?tab=${tab}`, context});
  await sees(page.getByRole('grid'));
  // A page sounds only once its reader has touched it.
  await page.mouse.click(2, 2);
  await page.evaluate(() => globalThis.inbox.currentInbox!.commands.choose({sound: true, desktop: true}));
  return page;
}

/** Customers who begin to write, each once: every one of them is a notification of its own. @returns ids of their conversations */
async function happen({server: {backend}}: Desk, count: number, everyMs: number): Promise<string[]> {
  const contact = await backend.contact({name: 'Nora Ek', email: 'nora@example.com'});
  const ids: string[] = [];
  for (let event = 0; event < count; event++) {
    ids.push((await backend.conversation({contact: contact.id, text: `Question ${event}`})).id);
    await sleep(everyMs);
  }
  return ids;
}

const missing = (page: Page, ids: readonly string[]): Promise<string[]> =>
  page.evaluate((all) => all.filter((id) => !globalThis.inbox.currentInbox!.state.conversations.has(id)), ids);

/** Nothing is sounded any more: sounds of many events at once come one after the other. */
async function silent({sounds}: Desk): Promise<void> {
  for (let before = -1; before !== sounds(); await sleep(2000)) before = sounds();
}

const most = (counts: Iterable<number>): number => Math.max(0, ...counts);

it(`${tabCount} tabs, ${eventCount} events: one connection, one sound and one notification for each; a leader that dies or freezes is replaced`, async () => {
  const desk = await openDesk();
  const context = await openContext();
  await context.grantPermissions(['notifications'], {origin: desk.server.origin});
  const tabs = new Map<string, Page>();
  for (let tab = 0; tab < tabCount; tab++) tabs.set(String(tab), await openTab(desk, context, tab));
  const everyTabHas = async (ids: readonly string[]) => {
    for (const page of tabs.values()) await until(() => missing(page, ids)).toEqual([]);
  };
  const leader = async (): Promise<string> => {
    await until(desk.connected).toHaveLength(1);
    return desk.connected()[0]!;
  };

  await leader();
  const atRest = await happen(desk, eventCount, 10);
  await everyTabHas(atRest);
  await until(desk.sounds).toBe(eventCount);
  await until(() => desk.shown.size).toBe(eventCount);
  figure(`sounds of ${eventCount} events in ${tabCount} tabs`, String(desk.sounds()), String(eventCount));
  figure('times one notification was shown', String(most(desk.shown.values())), '1');
  expect(most(desk.shown.values())).toBe(1);
  expect(desk.connected()).toHaveLength(1);

  const killed = await leader();
  const afterKill = desk.takeover(killed);
  const duringKill = happen(desk, duringTrouble, 30);
  await sleep(500);
  const killedAt = await kill(tabs.get(killed)!);
  tabs.delete(killed);
  const killedMs = Math.max(0, (await afterKill) - killedAt);
  await everyTabHas(await duringKill);
  await silent(desk);
  figure('a dead leader is replaced after', `${Math.round(killedMs)} ms`, `${killedTakeoverMs} ms`);
  expect(killedMs).toBeLessThanOrEqual(killedTakeoverMs);

  // It took the alerts of its last moments with it.
  expect(desk.sounds()).toBeGreaterThan(eventCount);
  const untilThen = desk.sounds();

  const frozen = await leader();
  const afterFreeze = desk.takeover(frozen);
  const frozenAt = performance.now();
  const thawed = tabs.get(frozen)!.evaluate((ms) => globalThis.freeze(ms), frozenTakeoverMs + 3000);
  const duringFreeze = happen(desk, duringTrouble, 120);
  const frozenMs = (await afterFreeze) - frozenAt;
  expect(await thawed, 'timers that ran in the frozen page').toBe(0);
  await everyTabHas(await duringFreeze);
  await leader();
  await silent(desk);
  figure('a frozen leader is replaced after', `${Math.round(frozenMs)} ms`, `${frozenTakeoverMs} ms`);
  expect(frozenMs).toBeLessThanOrEqual(frozenTakeoverMs);

  figure(`sounds of ${duringTrouble} events while it was frozen`, String(desk.sounds() - untilThen), String(duringTrouble));
  figure('times one notification was shown, with both', String(most(desk.shown.values())), '1');
  expect(desk.sounds() - untilThen).toBe(duringTrouble);
  expect(desk.shown.size).toBe(desk.sounds());
  expect(most(desk.shown.values())).toBe(1);
});
