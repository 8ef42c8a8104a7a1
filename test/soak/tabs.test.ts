import {setTimeout as sleep} from 'node:timers/promises';
import {expect, inject, it} from 'vitest';
import {protocolServer, type ProtocolServer} from '../journeys/support/protocol-server.js';
import {until} from '../journeys/support/visit.js';
import {openEngine, type Engine, type Tab} from './support/engine.js';
import {figure, long} from './support/measure.js';

const tabCount = long ? 8 : 3;
const eventCount = long ? 1000 : 100;
/** A browser takes only so many reports of its pages at once. */
const everyMs = long ? 40 : 10;
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
  let sounds = 0;
  const connections = new Map<Request, string>();
  const waiting = new Set<(tab: string) => void>();
  const shown = new Map<string, number>();
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

async function openTab({server}: Desk, engine: Engine, name: number): Promise<Tab> {
  const tab = await engine.open(`${server.origin}/soak/tabs.html?tab=${name}`);
  await until(() => tab.ask('[...(globalThis.inbox?.currentInbox?.state.lists.values() ?? [])].some(({status}) => status === "ready")')).toBe(true);
  await tab.touch();
  await tab.ask('inbox.currentInbox.commands.choose({sound: true, desktop: true})');
  return tab;
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

const missing = (tab: Tab, ids: readonly string[]): Promise<string[]> => tab.ask(`${JSON.stringify(ids)}.filter((id) => !inbox.currentInbox.state.conversations.has(id))`);

/** A machine without a device for sound starts none in Firefox. */
const canSound = (tab: Tab): Promise<boolean> =>
  tab.ask('(async (audio) => Promise.race([audio.resume().then(() => true), new Promise((done) => setTimeout(done, 2000, false))]))(new AudioContext())');

/** How often the agent was alerted, once nothing is sounded or shown any more: sounds of many events at once come one after the other. */
async function settled(alerts: () => number): Promise<number> {
  for (let before = -1; before !== alerts(); await sleep(2000)) before = alerts();
  return alerts();
}

/** Times each notification was shown: at rest, and at the end. */
let shownAtRest: readonly number[] = [];
let shownAtLast: readonly number[] = [];
let alerted = 0;

it(`${tabCount} tabs, ${eventCount} events: one connection and one sound for each; a leader that dies or freezes is replaced`, async () => {
  const desk = await openDesk();
  const engine = await openEngine(desk.server.origin);
  const tabs = new Map<string, Tab>();
  for (let tab = 0; tab < tabCount; tab++) tabs.set(String(tab), await openTab(desk, engine, tab));
  const everyTabHas = async (ids: readonly string[]) => {
    for (const tab of tabs.values()) await until(() => missing(tab, ids)).toEqual([]);
  };
  const leader = async (): Promise<string> => {
    await until(desk.connected).toHaveLength(1);
    return desk.connected()[0]!;
  };

  const isLoud = await canSound(tabs.get('0')!);
  if (!isLoud) figure('sounds', 'not run: there is nothing to sound with; notifications are counted in their place', '–');
  const what = isLoud ? 'sounds' : 'notifications';
  const alerts = isLoud ? desk.sounds : () => desk.shown.size;

  await leader();
  const atRest = await happen(desk, eventCount, everyMs);
  await everyTabHas(atRest);
  const first = await settled(alerts);
  figure(`${engine.name}: ${what} of ${eventCount} events in ${tabCount} tabs`, String(first), String(eventCount));
  expect(first).toBe(eventCount);
  shownAtRest = [...desk.shown.values()];
  expect(desk.connected()).toHaveLength(1);

  const killed = await leader();
  const afterKill = desk.takeover(killed);
  const duringKill = happen(desk, duringTrouble, 30);
  await sleep(500);
  const killedAt = await tabs.get(killed)!.kill();
  tabs.delete(killed);
  const killedMs = Math.max(0, (await afterKill) - killedAt);
  await everyTabHas(await duringKill);
  const untilThen = await settled(alerts);
  figure('a dead leader is replaced after', `${Math.round(killedMs)} ms`, `${killedTakeoverMs} ms`);
  expect(killedMs).toBeLessThanOrEqual(killedTakeoverMs);

  // It took the alerts of its last moments with it.
  expect(untilThen).toBeGreaterThan(eventCount);

  const frozen = await leader();
  const afterFreeze = desk.takeover(frozen);
  const thawed = tabs.get(frozen)!.freeze(frozenTakeoverMs + 3000);
  const duringFreeze = happen(desk, duringTrouble, 120);
  const frozenMs = (await afterFreeze) - (await thawed);
  await everyTabHas(await duringFreeze);
  await leader();
  const atLast = await settled(alerts);
  figure('a frozen leader is replaced after', `${Math.round(frozenMs)} ms`, `${frozenTakeoverMs} ms`);
  expect(frozenMs).toBeLessThanOrEqual(frozenTakeoverMs);

  figure(`${what} of ${duringTrouble} events while it was frozen`, String(atLast - untilThen), String(duringTrouble));
  expect(atLast - untilThen).toBe(duringTrouble);
  shownAtLast = [...desk.shown.values()];
  alerted = atLast;
});

it.skipIf(!inject('isWhole'))('one notification for each of these events, where the browser shows any', () => {
  figure('notifications, the most often shown of them', `${shownAtRest.length}, ${Math.max(...shownAtRest)}`, `${eventCount}, 1`);
  figure('notifications with both leaders', `${shownAtLast.length}, ${Math.max(...shownAtLast)}`, `${alerted}, 1`);
  expect(alerted).toBeGreaterThan(eventCount);
  expect(shownAtRest).toEqual(Array.from({length: eventCount}, () => 1));
  expect(shownAtLast).toEqual(Array.from({length: alerted}, () => 1));
});
