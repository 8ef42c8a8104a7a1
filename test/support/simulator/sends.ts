import fc from 'fast-check';
import type {CallFate} from '../../../src/conformance/faulty-adapter.js';
import type {Draft} from '../../../src/store/draft.js';
import {Breach} from './breach.js';
import type {Tally} from './series.js';
import type {StorageMood} from './browser.js';
import type {SimulatedTab, WorldOptions} from './world.js';
import {World} from './world.js';

type Kind = Draft['kind'];

/** What may happen to a desk between an agent's Send and the backend's answer. `tab` picks one of those that are open. */
export type Step =
  | {readonly do: 'nothing'}
  | {readonly do: 'send'; readonly tab: number; readonly conversation: number; readonly kind: Kind}
  | {readonly do: 'fate'; readonly fate: CallFate; readonly outMs?: number; readonly backMs?: number}
  | {readonly do: 'offline' | 'online' | 'cut' | 'expire' | 'wipe' | 'mash' | 'incoming' | 'colleague' | 'calm'}
  | {readonly do: 'slow' | 'repeat' | 'shuffle'}
  | {readonly do: 'reload' | 'kill' | 'open' | 'freeze' | 'thaw' | 'sign-in' | 'switch' | 'archive' | 'undo' | 'hide' | 'show'; readonly tab: number}
  | {readonly do: 'storage'; readonly mood: StorageMood}
  | {readonly do: 'clock'; readonly skewMs: number}
  | {readonly do: 'wait'; readonly ms: number};

const hour = 3_600_000;

const fates: fc.Arbitrary<CallFate> = fc.constantFrom<CallFate[]>(
  'refused',
  'lost-before',
  'lost-after',
  'silent-before',
  'silent-after',
  'garbled',
  {code: 'unavailable', status: 500, committed: true},
  {code: 'unavailable', status: 500},
  {code: 'unavailable', status: 503, applied: 'no'},
  {code: 'rate-limited', status: 429, retryAfterMs: 20_000},
  {code: 'validation', status: 413, issues: []},
  {code: 'auth', status: 401, reason: 'expired'},
);

const tab = fc.nat(7);
const conversation = fc.nat(2);

const send: fc.Arbitrary<Step> = fc.record({do: fc.constant('send' as const), tab, conversation, kind: fc.constantFrom<Kind[]>('reply', 'note')});

const trouble: fc.Arbitrary<Step> = fc.oneof(
  {weight: 6, arbitrary: fc.record({do: fc.constant('fate' as const), fate: fates})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fate' as const),
      fate: fc.constantFrom<CallFate[]>('answered', 'lost-after'),
      outMs: fc.constantFrom(0, 1_000, 60_000, 120_000),
      backMs: fc.constantFrom(0, 2_000, 120_000),
    }),
  },
  {weight: 4, arbitrary: fc.record({do: fc.constantFrom('offline' as const, 'online' as const, 'cut' as const, 'mash' as const, 'incoming' as const, 'colleague' as const, 'calm' as const)})},
  {weight: 2, arbitrary: fc.record({do: fc.constantFrom('slow' as const, 'repeat' as const, 'shuffle' as const)})},
  {weight: 1, arbitrary: fc.record({do: fc.constantFrom('expire' as const, 'wipe' as const)})},
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('reload' as const, 'kill' as const, 'open' as const, 'freeze' as const, 'thaw' as const, 'sign-in' as const, 'archive' as const, 'undo' as const, 'hide' as const, 'show' as const),
      tab,
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('switch' as const), tab})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('storage' as const), mood: fc.constantFrom<StorageMood[]>('ok', 'full', 'denied')})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('clock' as const), skewMs: fc.constantFrom(-hour, 0, hour)})},
  {weight: 4, arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constantFrom(0, 20, 300, 2_000, 9_000, 60_000)})},
);

/** As many sends, each with up to three things that go wrong around it. A send shrinks to nothing. */
export const sendSchedules = (sends: number): fc.Arbitrary<Step[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({withCrossShrink: true}, {weight: 0, arbitrary: fc.constant<Step>({do: 'nothing'})}, {weight: 1, arbitrary: send}),
        fc.array(trouble, {maxLength: 3}),
      ),
      {minLength: sends, maxLength: sends},
    )
    .map((rounds) => rounds.flatMap(([sending, troubles]) => [...troubles, sending]).filter((step) => step.do !== 'nothing'));

interface Sent {
  readonly text: string;
  readonly clientId: string;
  readonly conversationId: string;
  readonly kind: Kind;
  readonly agent: string;
  readonly machine: string;
  readonly tab: string;
  readonly at: number;
  /** It may be lost: it lived in one tab alone, and that is gone. */
  excused: boolean;
  /** The page that was sending it is gone, and could not write so. */
  untold: boolean;
}

const conversationIds = ['k1', 'k2', 'k3'] as const;
/** What a transaction of the simulated storage takes at most. */
const commitMs = 8;

/** Plays one schedule and judges how it ended. @throws {Breach} */
export async function playSends(schedule: readonly Step[], options: WorldOptions): Promise<Tally> {
  const play = new Play(options);
  await play.begin();
  for (const step of schedule) await play.step(step);
  await play.heal();
  play.judge();
  const tally = play.tally();
  await play.end();
  return tally;
}

class Play {
  readonly sent: Sent[] = [];
  /** Doubled where neither the backend nor the browser could have told. */
  unprovable = 0;
  readonly #world: World;
  /** In one world of four the storage can fail; in the others nothing is excused. */
  readonly #fragile: boolean;
  /** An insecure page: a lease in the storage stands in for the lock. */
  readonly #lockless: boolean;
  readonly #mode: 'server' | 'lookup' | 'none';
  /** Storage refused something on that machine: tabs there know nothing of each other from then on. */
  readonly #troubled = new Set<string>();
  /** Storage could not even be read or let go of anything. */
  readonly #denied = new Set<string>();
  readonly #machineOf = new Map<SimulatedTab, string>();
  readonly #as = new Map<SimulatedTab, string>();
  /** Machines where somebody else signed in: what a troubled storage did not take went with the first agent. */
  readonly #switched = new Set<string>();
  #texts = 0;

  constructor(options: WorldOptions) {
    this.#world = new World(options);
    this.#fragile = options.seed % 4 === 1;
    this.#lockless = options.locks === false;
    this.#mode = options.profile?.idempotentSend ?? 'server';
  }

  async begin(): Promise<void> {
    this.#open('ann');
    this.#open('ben');
    await this.#world.timeline.advance(200);
  }

  async step(step: Step): Promise<void> {
    const {timeline, network, backend} = this.#world;
    switch (step.do) {
      case 'nothing':
        return;
      case 'send':
        await timeline.advance(60);
        this.#send(step);
        return timeline.advance(this.#world.chance.below(30));
      case 'fate':
        this.#world.plan('sendMessage', {fate: step.fate, ...(step.outMs !== undefined && {outMs: step.outMs}), ...(step.backMs !== undefined && {backMs: step.backMs})});
        return;
      case 'offline':
      case 'online':
        this.#world.setOffline(step.do === 'offline');
        break;
      case 'cut':
        this.#world.cutStreams();
        break;
      case 'calm':
        this.#world.heal();
        break;
      case 'slow':
        network.slowMs = 3_000;
        break;
      case 'repeat':
        network.repeats = 0.5;
        break;
      case 'shuffle':
        network.shuffles = 0.5;
        break;
      case 'expire':
        backend.expireSessions();
        break;
      case 'sign-in':
        this.#pick(step.tab)?.inbox.retry();
        break;
      case 'mash':
        for (let time = 0; time < 10; time++) this.#answer();
        break;
      case 'incoming':
        backend.incoming('k1', `customer ${++this.#texts}`);
        break;
      case 'colleague':
        backend.colleague('k2', `colleague ${++this.#texts}`);
        break;
      case 'wipe':
        if (!this.#fragile) break;
        for (const [machine, browser] of Object.entries(this.#world.browsers)) {
          this.#troubled.add(machine);
          browser.wipe();
          this.#excuseUnheld(machine);
        }
        break;
      case 'storage':
        if (!this.#fragile) break;
        for (const machine of Object.keys(this.#world.browsers)) {
          if (step.mood !== 'ok') this.#troubled.add(machine);
          if (step.mood === 'denied') this.#denied.add(machine);
        }
        for (const browser of Object.values(this.#world.browsers)) browser.mood = step.mood;
        break;
      case 'clock':
        for (const browser of Object.values(this.#world.browsers)) browser.skewMs = step.skewMs;
        break;
      case 'wait':
        return timeline.advance(step.ms);
      default:
        await this.#tabStep(step.do, step.tab);
    }
    await timeline.advance(5);
  }

  async #tabStep(what: Extract<Step, {tab: number; kind?: never}>['do'], index: number): Promise<void> {
    const tab = this.#pick(index);
    if (!tab) return;
    const machine = this.#machineOf.get(tab) ?? 'ann';
    switch (what) {
      case 'open':
        if (this.#world.tabs.length < 5) this.#open(machine, tab.agent);
        break;
      case 'reload':
      case 'kill': {
        if (what === 'reload') {
          tab.gate.thaw();
          tab.page.tell('pagehide');
          await this.#world.timeline.advance(commitMs);
        }
        this.#gone(tab);
        this.#world.kill(tab);
        this.#open(machine, this.#as.get(tab));
        break;
      }
      case 'freeze':
        tab.gate.freeze();
        break;
      case 'thaw':
        tab.gate.thaw();
        break;
      case 'hide':
      case 'show':
        tab.page.isVisible = what === 'show';
        tab.gate.enter(() => tab.page.tell(what === 'show' ? 'visible' : 'hidden'));
        break;
      case 'switch': {
        // The page signs in as somebody else: another token from now on, and the old sessions end.
        this.#gone(tab);
        const other = this.#as.get(tab) === 'ann' ? 'ben' : 'ann';
        this.#as.set(tab, other);
        this.#switched.add(machine);
        tab.signInAs(other);
        this.#world.backend.expireSessions();
        await this.#world.timeline.advance(50);
        tab.inbox.retry();
        break;
      }
      case 'archive':
        tab.inbox.commands.archive('k3');
        break;
      case 'undo':
        tab.inbox.commands.undo('k3');
    }
  }

  #open(machine: string, as = machine): SimulatedTab {
    const tab = this.#world.open(machine, as);
    this.#machineOf.set(tab, machine);
    this.#as.set(tab, as);
    tab.inbox.commands.openList({view: 'active'});
    for (const id of conversationIds) tab.inbox.commands.openThread(id);
    return tab;
  }

  #pick(index: number): SimulatedTab | undefined {
    const {tabs} = this.#world;
    return tabs[index % tabs.length];
  }

  #send(step: Extract<Step, {do: 'send'}>): void {
    const awake = this.#world.tabs.filter(({gate, inbox}) => !gate.frozen && inbox.state.session);
    const tab = awake[step.tab % awake.length];
    if (!tab) return;
    const conversationId = conversationIds[step.conversation % conversationIds.length] ?? 'k1';
    const text = `${step.kind} ${++this.#texts} of ${tab.name}`;
    const agent = tab.inbox.state.session?.me.id;
    tab.inbox.commands.setDraft(conversationId, step.kind, {text});
    const clientId = tab.inbox.commands.send(conversationId, step.kind);
    if (clientId === undefined || agent === undefined) return;
    const machine = this.#machineOf.get(tab) ?? 'ann';
    this.sent.push({text, clientId, conversationId, kind: step.kind, agent, machine, tab: tab.name, at: this.#world.timeline.now(), excused: false, untold: false});
  }

  /** What no tab had in hand goes with the storage. */
  #excuseUnheld(machine: string): void {
    const tabs = this.#world.tabs.filter((tab) => this.#machineOf.get(tab) === machine);
    for (const message of this.sent) {
      if (message.machine === machine && !tabs.some(({inbox}) => inbox.state.outbox.has(message.clientId))) message.excused = true;
    }
  }

  /** What lived in this tab alone goes with it; nothing else may. */
  #gone(tab: SimulatedTab): void {
    const machine = this.#machineOf.get(tab) ?? 'ann';
    const others = this.#world.tabs.filter((other) => other !== tab && this.#machineOf.get(other) === machine);
    for (const message of this.sent) {
      const entry = tab.inbox.state.outbox.get(message.clientId);
      if (message.machine !== machine || !entry) continue;
      if (entry.delivery === 'sending' && this.#troubled.has(machine)) message.untold = true;
      const kept = this.#world.browsers[machine]?.tables(`oracle ${message.agent}`).entries.has(message.clientId);
      if (kept || others.some(({inbox}) => inbox.state.outbox.has(message.clientId))) continue;
      const young = message.tab === tab.name && this.#world.timeline.now() - message.at <= commitMs;
      if (young || this.#troubled.has(machine)) message.excused = true;
    }
  }

  /** Presses every button there is: Retry, and Send all the same where it can't double. */
  #answer(): void {
    for (const {inbox, gate} of this.#world.tabs) {
      if (gate.frozen) continue;
      for (const entry of [...inbox.state.outbox.values()]) {
        if (entry.delivery === 'failed') inbox.commands.retry(entry.clientId);
        else if (entry.delivery === 'unconfirmed' && this.#mode === 'none') inbox.commands.checkAgain(entry.clientId);
        else if (entry.question || entry.delivery === 'unconfirmed') inbox.commands.sendAnyway(entry.clientId);
      }
    }
  }

  /** Everything gets well; every machine has a tab for each agent who left something there; the agents answer what they are asked. */
  async heal(): Promise<void> {
    const {timeline, browsers} = this.#world;
    this.#world.heal();
    this.#world.setOffline(false);
    for (const browser of Object.values(browsers)) {
      browser.mood = 'ok';
      browser.skewMs = 0;
    }
    for (const tab of this.#world.tabs) tab.gate.thaw();
    for (let round = 0; round < 40; round++) {
      for (const [machine, browser] of Object.entries(browsers)) {
        for (const agent of ['ann', 'ben']) {
          const waits = browser.identities().includes(`oracle ${agent}`) && browser.tables(`oracle ${agent}`).entries.size > 0;
          const served = this.#world.tabs.some((tab) => this.#machineOf.get(tab) === machine && this.#as.get(tab) === agent && tab.inbox.state.keeps);
          if (waits && !served) this.#open(machine, agent);
        }
      }
      for (const tab of this.#world.tabs) tab.inbox.retry();
      await timeline.advance(200);
      this.#answer();
      await timeline.advance(round === 0 ? 150_000 : 45_000);
      if (round >= 1 && this.#world.tabs.every(({inbox}) => inbox.state.outbox.size === 0)) break;
    }
  }

  judge(): void {
    const left = new Map(this.#world.tabs.flatMap(({inbox}) => [...inbox.state.outbox.values()].map((entry) => [entry.clientId, entry] as const)));
    const stored = [...this.#world.backend.rows.values()].flatMap(({messages}) => messages);
    for (const message of this.sent) {
      const there = stored.filter(({body}) => body.value === message.text);
      if (there.length > 1) {
        if (this.#mode === 'server' || !this.#isUntold(message)) throw new Breach('doubled', message.text);
        this.unprovable++;
      }
      const [one] = there;
      if (!one) {
        const entry = left.get(message.clientId);
        const asks = entry !== undefined && (entry.delivery === 'unconfirmed' || entry.question !== undefined || this.#isBehindQuestion(entry.conversationId, left));
        const wentWithAgent = this.#troubled.has(message.machine) && this.#switched.has(message.machine);
        if (!message.excused && !wentWithAgent && !(this.#mode === 'none' && asks)) throw new Breach('lost', `${message.text} ${JSON.stringify(entry ?? null)}`);
        continue;
      }
      if (one.conversationId !== message.conversationId) throw new Breach('wrong conversation', message.text);
      if (one.kind !== message.kind) throw new Breach('wrong kind', message.text);
      if (one.author.id !== message.agent) throw new Breach('wrong identity', message.text);
    }
    this.#judgeOrder(stored.map(({body}) => body.value));
    for (const entry of left.values()) {
      if (entry.delivery === 'failed') throw new Breach('unexplained failed', JSON.stringify(entry));
    }
    for (const tab of this.#world.tabs) {
      if (tab.problems.length > 0) throw new Breach('error', tab.problems.join('\n'));
    }
  }

  /**
   * Nothing tells another page that a message has left when the storage can't be reached; when it takes no more and the page that was sending is gone;
   * or when it is the only lock there is, and it takes no more.
   */
  #isUntold({machine, untold}: Sent): boolean {
    return untold || this.#denied.has(machine) || (this.#lockless && this.#troubled.has(machine));
  }

  #isBehindQuestion(conversationId: string, left: ReadonlyMap<string, {conversationId: string; delivery: string; question?: unknown}>): boolean {
    return [...left.values()].some((entry) => entry.conversationId === conversationId && (entry.delivery === 'unconfirmed' || entry.question !== undefined));
  }

  /** Where the storage let the tabs of a machine down, each of them keeps its own order. */
  #judgeOrder(stored: readonly string[]): void {
    const lanes = new Map<string, string[]>();
    for (const message of this.sent) {
      // What waits in the storage for its agent to come back may be overtaken by what lived in a page.
      if (this.#troubled.has(message.machine) && this.#switched.has(message.machine)) continue;
      const from = this.#troubled.has(message.machine) ? message.tab : message.machine;
      const lane = `${message.conversationId} ${message.agent} ${from}`;
      lanes.set(lane, [...(lanes.get(lane) ?? []), message.text]);
    }
    for (const [lane, texts] of lanes) {
      const there = this.#sortedAs(stored, texts);
      const wanted = texts.filter((text) => there.includes(text));
      if (there.join('\n') !== wanted.join('\n')) throw new Breach('reordered', `${lane}: ${there.join(' | ')}`);
    }
  }

  #sortedAs(stored: readonly string[], texts: readonly string[]): string[] {
    const wanted = new Set(texts);
    return [...new Set(stored.filter((text) => wanted.has(text)))];
  }

  tally(): Tally {
    const left = this.#world.tabs.flatMap(({inbox}) => [...inbox.state.outbox.keys()]);
    const stored = new Set([...this.#world.backend.rows.values()].flatMap(({messages}) => messages.map(({body}) => body.value)));
    return {
      sends: this.sent.length,
      'asked about': new Set(left).size,
      'went with a tab that could keep nothing': this.sent.filter(({excused, text}) => excused && !stored.has(text)).length,
      'doubled where neither storage nor lock could tell': this.unprovable,
    };
  }

  async end(): Promise<void> {
    await this.#world.closeAll();
  }
}
