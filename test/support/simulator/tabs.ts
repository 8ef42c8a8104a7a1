import fc from 'fast-check';
import {Breach} from './breach.js';
import {tabFaults} from './happened.js';
import type {Tally} from './series.js';
import {World, type SimulatedTab} from './world.js';

/** What a browser's tabs go through while customers write. `tab` picks one of those that are open. */
export type TabStep =
  | {readonly do: 'incoming'; readonly count: number}
  | {readonly do: 'open' | 'cut'}
  | {readonly do: 'close' | 'kill' | 'freeze' | 'thaw' | 'hide' | 'show'; readonly tab: number}
  | {readonly do: 'kill-leader' | 'freeze-leader'}
  | {readonly do: 'wait'; readonly ms: number};

const tab = fc.nat(7);

export const tabSchedules: fc.Arbitrary<TabStep[]> = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: fc.record({do: fc.constant('incoming' as const), count: fc.integer({min: 1, max: 5})})},
    {weight: 1, arbitrary: fc.record({do: fc.constantFrom('open' as const, 'cut' as const)})},
    {weight: 3, arbitrary: fc.record({do: fc.constantFrom('close' as const, 'kill' as const, 'freeze' as const, 'thaw' as const, 'hide' as const, 'show' as const), tab})},
    {weight: 2, arbitrary: fc.record({do: fc.constantFrom('kill-leader' as const, 'freeze-leader' as const)})},
    {weight: 3, arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constantFrom(10, 500, 2_500, 9_000, 40_000)})},
  ),
  {minLength: 20, maxLength: 40},
);

/** Longest that a new leader may need when the old one is gone, and when it is only silent. */
const takeoverLimitMs = 2_000;
const frozenLimitMs = 10_000;

/** @throws {Breach} */
export async function playTabs(schedule: readonly TabStep[], seed: number, tabs = 3): Promise<Tally> {
  const world = new World({seed, conversations: 3});
  const seen: SimulatedTab[] = [];
  const open = () => {
    const opened = world.open('ann');
    opened.inbox.commands.openList({view: 'active'});
    for (const id of ['k1', 'k2', 'k3']) opened.inbox.commands.openThread(id);
    seen.push(opened);
  };
  const pick = (index: number) => world.tabs[index % Math.max(1, world.tabs.length)];
  const awake = () => world.tabs.filter(({gate}) => !gate.frozen);
  const leader = () => world.tabs.find(({gate}) => world.readers().includes(gate));
  let events = 0;
  let takeoverMs = 0;
  /** Lets time pass until a tab that is awake reads the connection. */
  const awaitLeader = async (limitMs: number, what: string) => {
    if (awake().length === 0) return 0;
    for (let waited = 0; waited <= limitMs; waited += 10) {
      if (awake().some(({gate, inbox}) => world.readers().includes(gate) && inbox.state.connection.status === 'live')) return waited;
      await world.timeline.advance(10);
    }
    throw new Breach(what, `nobody took over in ${limitMs} ms`);
  };
  for (let index = 0; index < tabs; index++) open();
  await world.timeline.advance(1_500);
  for (const step of schedule) {
    switch (step.do) {
      case 'incoming':
        for (let count = 0; count < step.count; count++) {
          world.backend.incoming(world.chance.pick(['k1', 'k2', 'k3']), `event ${++events}`);
          await world.timeline.advance(world.chance.below(40));
        }
        break;
      case 'open':
        if (world.tabs.length < 8) open();
        break;
      case 'cut':
        world.cutStreams();
        break;
      case 'wait':
        await world.timeline.advance(step.ms);
        break;
      case 'kill-leader': {
        const leading = leader();
        if (!leading || awake().length < 2) break;
        world.happened.count('leader killed');
        // A frozen one leads no more, though its connection stands: another has its place, or is on the way to it.
        const wasFrozen = leading.gate.frozen;
        world.kill(leading);
        // Whoever waits for its own next try is no heir, and a frozen heir has to be found silent first.
        if (!wasFrozen && awake().length === world.tabs.length && awake().every(({inbox}) => inbox.state.connection.status === 'live')) takeoverMs = Math.max(takeoverMs, await awaitLeader(takeoverLimitMs, 'takeover'));
        break;
      }
      case 'freeze-leader': {
        const leading = leader();
        if (!leading || awake().length < 2) break;
        world.happened.count('leader frozen');
        leading.gate.freeze();
        if (awake().every(({inbox}) => inbox.state.connection.status === 'live')) await awaitLeader(frozenLimitMs, 'frozen leader');
        break;
      }
      default: {
        const chosen = pick(step.tab);
        if (!chosen) break;
        if (step.do === 'hide' && chosen === leader()) world.happened.count('leader hidden');
        if (step.do === 'freeze') {
          world.happened.count('tab frozen');
          chosen.gate.freeze();
        } else if (step.do === 'thaw') chosen.gate.thaw();
        else if (step.do === 'hide' || step.do === 'show') {
          chosen.page.isVisible = step.do === 'show';
          chosen.gate.enter(() => chosen.page.tell(step.do === 'show' ? 'visible' : 'hidden'));
        } else if (world.tabs.length > 1) {
          if (step.do === 'kill') world.kill(chosen);
          else world.close(chosen);
        }
      }
    }
    await world.timeline.advance(5);
  }
  for (const each of world.tabs) each.gate.thaw();
  await world.timeline.advance(240_000);
  judgeContents(world);
  const readers = world.readers().length;
  if (readers !== 1) throw new Breach('live connections', `${readers} at rest with ${world.tabs.length} tabs`);
  const alerts = judgeAlerts(seen);
  const mostStreams = world.backend.mostStreams;
  await world.closeAll();
  return {schedules: 1, events, 'events alerted': alerts, 'longest takeover, ms': takeoverMs, 'most connections at one moment': mostStreams, ...world.happened.tally(tabFaults)};
}

function judgeContents(world: World): void {
  for (const {inbox, name, problems} of world.tabs) {
    for (const [id, row] of world.backend.rows) {
      const thread = inbox.state.threads.get(id);
      const shown = (thread?.keys.keys ?? []).map((key) => thread?.messages.get(key)?.body.value);
      const there = row.messages.slice(-shown.length).map(({body}) => body.value);
      if (shown.length === 0 || shown.join('\n') !== there.join('\n')) throw new Breach('missed', `${name} ${id}: ${shown.slice(-4).join()} instead of ${there.slice(-4).join()}`);
    }
    if (problems.length > 0) throw new Breach('error', problems.join('\n'));
  }
}

/** Over all tabs that ever were, no event alerts twice. */
function judgeAlerts(tabs: readonly SimulatedTab[]): number {
  const alerted = new Map<string, string>();
  for (const {facts, name} of tabs) {
    for (const fact of facts) {
      if (fact.type !== 'alert-due') continue;
      const {id} = fact.notification;
      const before = alerted.get(id);
      if (before !== undefined) throw new Breach('alerted twice', `${id} in ${before} and ${name}`);
      alerted.set(id, name);
    }
  }
  return alerted.size;
}
