import fc from 'fast-check';
import type {CallFate} from '../../../src/conformance/faulty-adapter.js';
import {draftKey, type Draft} from '../../../src/store/draft.js';
import {waitsForAgent, type OutboxEntry} from '../../../src/store/outbox-entry.js';
import {Breach} from './breach.js';
import {excuses, sendFaults, type Excuse} from './happened.js';
import type {Tally} from './series.js';
import type {StorageMood} from './browser.js';
import type {SimulatedTab, WorldOptions} from './world.js';
import {World} from './world.js';

type Kind = Draft['kind'];

/** 'unreadable': changed or deleted since it was chosen. */
type FileKind = 'none' | 'whole' | 'unreadable';

/** What may happen to a desk between an agent's Send and the backend's answer. `tab` picks one of those that are open. */
export type Step =
  | {readonly do: 'nothing'}
  | {readonly do: 'send'; readonly tab: number; readonly conversation: number; readonly kind: Kind; readonly file?: FileKind}
  | {readonly do: 'fate'; readonly fate: CallFate; readonly outMs?: number; readonly backMs?: number}
  | {readonly do: 'upload fate'; readonly fate: CallFate; readonly outMs?: number}
  | {readonly do: 'merge' | 'hide-conversation' | 'unhide-conversation' | 'forget-uploads'}
  | {readonly do: 'take-out' | 'put-back' | 'move' | 'adapter' | 'revoke' | 'forget' | 'call-back'; readonly tab: number}
  | {readonly do: 'offline' | 'online' | 'cut' | 'expire' | 'wipe' | 'mash' | 'incoming' | 'colleague' | 'calm'}
  | {readonly do: 'slow' | 'repeat' | 'shuffle'}
  | {readonly do: 'reload' | 'kill' | 'open' | 'freeze' | 'thaw' | 'sign-in' | 'switch' | 'archive' | 'undo' | 'hide' | 'show'; readonly tab: number}
  /** For so many steps. */
  | {readonly do: 'storage'; readonly mood: StorageMood; readonly steps: number}
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
  {code: 'unavailable', status: 500, committed: true},
  {code: 'unavailable', status: 500},
  {code: 'unavailable', status: 503, applied: 'no'},
  {code: 'rate-limited', status: 429, retryAfterMs: 20_000},
  {code: 'validation', status: 413, issues: []},
  {code: 'auth', status: 401, reason: 'expired'},
);

const tab = fc.nat(7);
const conversation = fc.nat(2);

const send: fc.Arbitrary<Step> = fc.record({do: fc.constant('send' as const), tab, conversation, kind: fc.constantFrom<Kind[]>('reply', 'note'), file: fc.constantFrom<FileKind[]>(...Array<FileKind>(14).fill('none'), 'whole', 'whole', 'whole', 'unreadable')});

const uploadFates: fc.Arbitrary<CallFate> = fc.constantFrom<CallFate[]>('refused', 'lost-before', 'lost-after', 'silent-after', {code: 'validation', status: 413, issues: []}, {code: 'unavailable', status: 503, applied: 'no'});

const trouble: fc.Arbitrary<Step> = fc.oneof(
  {weight: 10, arbitrary: fc.record({do: fc.constant('fate' as const), fate: fates})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fate' as const),
      fate: fc.constantFrom<CallFate[]>('answered', 'lost-after'),
      outMs: fc.constantFrom(0, 1_000, 60_000, 120_000),
      backMs: fc.constantFrom(0, 2_000, 120_000),
    }),
  },
  {weight: 4, arbitrary: fc.record({do: fc.constantFrom('offline' as const, 'online' as const, 'cut' as const, 'incoming' as const, 'colleague' as const, 'calm' as const)})},
  {weight: 5, arbitrary: fc.record({do: fc.constantFrom('slow' as const, 'repeat' as const, 'shuffle' as const, 'shuffle' as const)})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('expire' as const)})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('wipe' as const)})},
  {weight: 3, arbitrary: fc.record({do: fc.constant('mash' as const)})},
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('reload' as const, 'kill' as const, 'open' as const, 'freeze' as const, 'thaw' as const, 'sign-in' as const, 'archive' as const, 'undo' as const, 'hide' as const, 'show' as const),
      tab,
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('switch' as const), tab})},
  {weight: 4, arbitrary: fc.record({do: fc.constantFrom('take-out' as const, 'put-back' as const, 'put-back' as const, 'move' as const, 'adapter' as const), tab})},
  {weight: 2, arbitrary: fc.record({do: fc.constantFrom('revoke' as const, 'forget' as const, 'forget' as const), tab})},
  {weight: 3, arbitrary: fc.record({do: fc.constant('call-back' as const), tab})},
  {weight: 3, arbitrary: fc.record({do: fc.constantFrom('merge' as const, 'hide-conversation' as const, 'hide-conversation' as const, 'hide-conversation' as const, 'unhide-conversation' as const, 'forget-uploads' as const)})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('upload fate' as const), fate: uploadFates, outMs: fc.constantFrom(0, 0, 20_000, 120_000)})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('storage' as const), mood: fc.constantFrom<StorageMood[]>('full', 'denied'), steps: fc.integer({min: 1, max: 8})})},
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
  /** The page it was written in, until somebody else signs in there. */
  readonly page: string;
  readonly at: number;
  /** When its page's session began; -Infinity: it may have begun before the last sign-out. */
  readonly signedInAt: number;
  readonly file: FileKind;
  /** The agent has its words again and thrown them away. */
  isBack?: true;
  isComingBack?: boolean;
  /** Why it may be lost. */
  excuse?: Excuse;
  /** The storage failed a page that had it in hand and was not the one it was written in: that page may have taken it out, to send it itself. */
  takenOver: boolean;
  /** The storage failed a page that had it in hand. */
  unkept: boolean;
  /** That page could not even let go of it. */
  denied: boolean;
  /** A page that was sending it is gone, and could not write so. */
  untold: boolean;
}

const conversationIds = ['k1', 'k2', 'k3'] as const;
const losses = ['young', 'unkept', 'wiped', 'signedOut'] as const satisfies Excuse[];
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

const fileName = (text: string): string => `${text}.txt`;

const unreadable = {size: 10, type: '', slice: () => ({arrayBuffer: () => Promise.reject(new Error('NotReadableError'))})} as unknown as Blob;

class Play {
  readonly sent: Sent[] = [];
  /** Doubled where neither the backend nor the browser could have told. */
  unprovable = 0;
  /** Stored before one that was sent earlier, from a page that could not know of it. */
  overtaken = 0;
  readonly #world: World;
  /** In one world of four the storage can fail; in the others nothing is excused. */
  readonly #fragile: boolean;
  /** In some of the others agents are signed out for good. */
  readonly #signsOut: boolean;
  /** In some, conversations become one or are gone for a while. */
  readonly #moves: boolean;
  /** An insecure page: a lease in the storage stands in for the lock. */
  readonly #lockless: boolean;
  readonly #mode: 'server' | 'lookup' | 'none';
  readonly #machineOf = new Map<SimulatedTab, string>();
  readonly #as = new Map<SimulatedTab, string>();
  /** How often somebody else signed in. */
  #switches = 0;
  /** Where somebody else signed in, the page that it is since. */
  readonly #pages = new Map<SimulatedTab, string>();
  readonly #signedInAt = new Map<SimulatedTab, number>();
  /** Pages that were signing in when somebody was signed out: nobody knows which came first. */
  readonly #signingIn = new Set<SimulatedTab>();
  readonly #closed = new Set<SimulatedTab>();
  readonly #signOuts: {readonly agent: string; readonly machine: string | undefined; readonly at: number}[] = [];
  #texts = 0;
  /** How many steps the storage fails yet. */
  #moodSteps = -1;

  constructor(options: WorldOptions) {
    this.#world = new World(options);
    this.#fragile = options.seed % 4 === 1;
    const lot = Math.floor(options.seed / 60) % 2;
    this.#signsOut = !this.#fragile && lot === 0;
    this.#moves = lot === 1;
    this.#lockless = options.locks === false;
    this.#mode = options.profile?.idempotentSend ?? 'server';
    this.#world.onStorageRefused = (gate, isDenied) => this.#fail(this.#world.tabs.filter((tab) => tab.gate === gate), isDenied);
  }

  async begin(): Promise<void> {
    this.#open('ann');
    this.#open('ben');
    await this.#world.timeline.advance(200);
  }

  async step(step: Step): Promise<void> {
    if (this.#moodSteps-- === 0) this.#setStorage('ok');
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
      case 'upload fate':
        this.#world.plan('upload.put', {fate: step.fate, ...(step.outMs !== undefined && {outMs: step.outMs})});
        return;
      case 'forget-uploads':
        backend.forgetUploads();
        break;
      case 'merge':
        if (this.#moves) backend.merge('k3', 'k1');
        break;
      case 'hide-conversation':
        if (this.#moves) this.#hide('k2');
        break;
      case 'unhide-conversation':
        backend.unhide('k2');
        break;
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
      case 'mash':
        // Whoever presses has seen what came of it.
        await timeline.advance(400);
        if (this.#world.tabs.some(({gate, inbox}) => !gate.frozen && [...inbox.state.outbox.values()].some(waitsForAgent))) this.#world.happened.count('Retry ten times');
        for (let time = 0; time < 10; time++) this.#answer();
        break;
      case 'incoming':
        backend.incoming('k1', `customer ${++this.#texts}`);
        break;
      case 'colleague':
        if (!backend.isHidden('k2')) backend.colleague('k2', `colleague ${++this.#texts}`);
        break;
      case 'wipe':
        if (!this.#fragile) break;
        for (const [machine, browser] of Object.entries(this.#world.browsers)) {
          this.#excuseUnheld(machine);
          this.#world.happened.count('storage wiped');
          browser.wipe();
        }
        break;
      case 'storage':
        if (!this.#fragile) break;
        this.#setStorage(step.mood);
        this.#moodSteps = step.steps;
        break;
      case 'clock':
        for (const browser of Object.values(this.#world.browsers)) {
          if (browser.skewMs !== step.skewMs) this.#world.happened.count('clock set');
          browser.skewMs = step.skewMs;
        }
        break;
      case 'wait':
        return timeline.advance(step.ms);
      default:
        await this.#tabStep(step.do, step.tab);
    }
    await timeline.advance(5);
    this.#judgeOffers();
  }

  #hide(conversationId: string): void {
    const waits = this.#world.tabs.some(({inbox}) => [...inbox.state.outbox.values()].some((entry) => entry.conversationId === conversationId));
    if (waits && !this.#world.backend.isHidden(conversationId)) this.#world.happened.count('conversation gone with a message in hand');
    this.#world.backend.hide(conversationId);
  }

  #setStorage(mood: StorageMood): void {
    for (const browser of Object.values(this.#world.browsers)) browser.mood = mood;
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
        this.#gone(tab, [...tab.inbox.state.outbox.values()]);
        this.#world.kill(tab);
        this.#open(machine, this.#as.get(tab));
        break;
      }
      case 'freeze':
        if (tab.inbox.state.outbox.size > 0) this.#world.happened.count('tab frozen with a message in hand');
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
        const other = this.#as.get(tab) === 'ann' ? 'ben' : 'ann';
        this.#as.set(tab, other);
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
        break;
      case 'sign-in':
        tab.inbox.retry();
        break;
      default:
        if (!tab.gate.frozen) await this.#hostStep(what, tab);
    }
  }

  /** What the page around an inbox does with it, and what its agent does without looking at the other tabs. */
  async #hostStep(what: 'take-out' | 'put-back' | 'move' | 'adapter' | 'revoke' | 'forget' | 'call-back', tab: SimulatedTab): Promise<void> {
    const {inbox} = tab;
    const isOpen = inbox.state.connection.status !== 'idle';
    const count = (fault: 'inbox taken out with a message in hand' | 'adapter set with a message in hand') => {
      if (isOpen && inbox.state.outbox.size > 0) this.#world.happened.count(fault);
    };
    switch (what) {
      case 'take-out':
        count('inbox taken out with a message in hand');
        this.#closed.add(tab);
        void inbox.close();
        break;
      case 'put-back':
        inbox.connect();
        break;
      case 'move':
        count('inbox taken out with a message in hand');
        this.#closed.add(tab);
        void inbox.close();
        await this.#world.timeline.advance(this.#world.chance.below(12));
        inbox.connect();
        break;
      case 'adapter':
        count('adapter set with a message in hand');
        tab.renewAdapter();
        break;
      case 'revoke':
        if (!this.#signsOut) break;
        this.#world.happened.count('sign-in revoked');
        this.#signOut(this.#as.get(tab) ?? 'ann');
        this.#world.backend.revokeSessions(this.#as.get(tab) ?? 'ann');
        break;
      case 'forget':
        if (this.#signsOut && isOpen && inbox.state.session) await this.#forget(tab, inbox.state.session.me.id);
        break;
      case 'call-back':
        if (!this.#fragile && isOpen) await this.#callBack(tab);
    }
  }

  #signOut(agent: string, machine?: string): void {
    for (const tab of this.#world.tabs) if (this.#as.get(tab) === agent && tab.inbox.state.connection.status === 'connecting') this.#signingIn.add(tab);
    this.#signOuts.push({agent, machine, at: this.#world.timeline.now()});
    // What only the wiped storage told, the other tabs do not learn of any more.
    for (const message of this.sent) if (message.agent === agent && (!machine || message.machine === machine)) message.unkept = true;
  }

  async #forget(tab: SimulatedTab, agent: string): Promise<void> {
    this.#world.happened.count('agent signed out');
    this.#signOut(agent, this.#machineOf.get(tab) ?? 'ann');
    void tab.inbox.forget();
    await this.#world.timeline.advance(100);
    const next = this.#world.chance.hits(0.5) ? 'ann' : 'ben';
    this.#as.set(tab, next);
    tab.signInAs(next);
    tab.inbox.connect();
  }

  /** What has its words in the draft again must never leave; what has not goes its way. */
  async #callBack(tab: SimulatedTab): Promise<void> {
    const {inbox} = tab;
    const entry = [...inbox.state.outbox.values()].findLast(({delivery, attempts, question}) => delivery === 'queued' && attempts === 0 && !question);
    const message = this.sent.find(({clientId}) => clientId === entry?.clientId);
    if (!entry || !message) return;
    const {browsers, tabs, timeline, happened} = this.#world;
    if (this.#world.tabs.length < 5) this.#open(message.machine, this.#as.get(tab));
    await timeline.advance(100);
    // In the last moment.
    if (entry.heldUntil !== undefined) await timeline.advance(Math.max(0, entry.heldUntil - timeline.now() - 10 + this.#world.chance.below(40)));
    const isInHandElsewhere = tabs.some((other) => other !== tab && other.inbox.state.outbox.has(entry.clientId));
    inbox.commands.undoSend(entry.clientId);
    await timeline.advance(100);
    const isDraft = inbox.state.drafts.get(draftKey(entry.conversationId, entry.kind))?.text.split('\n\n').includes(message.text);
    // An inbox that was just put back tells once its storage is open; what is written until then may take the place of these words.
    message.isComingBack = !isDraft && !inbox.state.keeps;
    if (!isDraft || !browsers[message.machine]) return;
    if (isInHandElsewhere) happened.count('message called back that another tab has in hand');
    this.#throwAway(tab, entry, message);
  }

  #throwAway({inbox}: SimulatedTab, {conversationId, kind}: OutboxEntry, message: Sent): void {
    message.isBack = true;
    inbox.commands.setDraft(conversationId, kind, {text: '', files: []});
  }

  #open(machine: string, as = machine): SimulatedTab {
    const tab = this.#world.open(machine, as);
    this.#machineOf.set(tab, machine);
    this.#as.set(tab, as);
    this.#followSignIns(tab);
    tab.inbox.commands.openList({view: 'active'});
    for (const id of conversationIds) tab.inbox.commands.openThread(id);
    return tab;
  }

  /** What a page had in hand goes when somebody else has signed in there; from then on it is another page. */
  #followSignIns(tab: SimulatedTab): void {
    const {inbox} = tab;
    let agent: string | undefined;
    let inHand: readonly OutboxEntry[] = [];
    inbox.subscribe(() => (inHand = [...inbox.state.outbox.values()]));
    inbox.listen((fact) => {
      if (fact.type !== 'ready') return;
      const {id} = fact.session.me;
      if (agent !== undefined && agent !== id) {
        this.#gone(tab, inHand);
        this.#world.happened.count('somebody else signed in');
        this.#pages.set(tab, `${tab.name} ${++this.#switches}`);
      }
      agent = id;
      this.#signedInAt.set(tab, this.#signingIn.delete(tab) ? -Infinity : this.#world.timeline.now());
    });
  }

  #pageOf(tab: SimulatedTab): string {
    return this.#pages.get(tab) ?? tab.name;
  }

  #pick(index: number): SimulatedTab | undefined {
    const {tabs} = this.#world;
    return tabs[index % tabs.length];
  }

  #send(step: Extract<Step, {do: 'send'}>): void {
    // A host may write in an inbox that is closed; agents don't.
    const hosts = this.#world.chance.hits(0.1);
    const awake = this.#world.tabs.filter(({gate, inbox}) => !gate.frozen && inbox.state.session && (hosts || inbox.state.connection.status !== 'idle'));
    const tab = awake[step.tab % awake.length];
    if (!tab) return;
    const conversationId = conversationIds[step.conversation % conversationIds.length] ?? 'k1';
    const text = `${step.kind} ${++this.#texts} of ${tab.name}`;
    const agent = tab.inbox.state.session?.me.id;
    const {file = 'none'} = step;
    if (file !== 'none') this.#world.happened.count(file === 'whole' ? 'message with a file' : 'file unreadable');
    tab.inbox.commands.setDraft(conversationId, step.kind, {text, files: file === 'none' ? [] : [{name: fileName(text), mime: 'text/plain', blob: file === 'whole' ? new Blob([text]) : unreadable}]});
    const clientId = tab.inbox.commands.send(conversationId, step.kind);
    if (clientId === undefined || agent === undefined) return;
    this.sent.push({
      text,
      clientId,
      conversationId,
      kind: step.kind,
      agent,
      machine: this.#machineOf.get(tab) ?? 'ann',
      page: this.#pageOf(tab),
      at: this.#world.timeline.now(),
      signedInAt: this.#signedInAt.get(tab) ?? -Infinity,
      file,
      unkept: !tab.inbox.state.keeps,
      denied: false,
      takenOver: false,
      untold: false,
    });
  }

  /** The storage fails these tabs. */
  #fail(tabs: readonly SimulatedTab[], isDenied: boolean): void {
    for (const message of this.sent) {
      const holders = tabs.filter(({inbox}) => inbox.state.outbox.has(message.clientId));
      if (holders.length === 0) continue;
      message.takenOver ||= holders.some((tab) => this.#pageOf(tab) !== message.page);
      message.unkept = true;
      message.denied ||= isDenied;
    }
  }

  /** What no tab has in hand goes with the storage; what one has, the others do not learn of any more. */
  #excuseUnheld(machine: string): void {
    const tabs = this.#world.tabs.filter((tab) => this.#machineOf.get(tab) === machine);
    this.#fail(tabs, false);
    for (const message of this.sent) {
      if (message.machine === machine && !tabs.some((tab) => this.#hearsOfStorage(tab) && tab.inbox.state.outbox.has(message.clientId))) {
        message.excuse = 'wiped';
        // A request of a page that is gone may still arrive, behind what is sent later.
        message.unkept = true;
      }
    }
  }

  /** An inbox that was closed does not before its storage is open again. */
  #hearsOfStorage(tab: SimulatedTab): boolean {
    if (tab.inbox.state.keeps && tab.inbox.state.connection.status !== 'idle') this.#closed.delete(tab);
    return !this.#closed.has(tab);
  }

  /** What lived in this tab alone goes with it; nothing else may. */
  #gone(tab: SimulatedTab, inHand: readonly OutboxEntry[]): void {
    const machine = this.#machineOf.get(tab) ?? 'ann';
    const others = this.#world.tabs.filter((other) => other !== tab && this.#machineOf.get(other) === machine);
    for (const message of this.sent) {
      const entry = inHand.find(({clientId}) => clientId === message.clientId);
      if (message.machine !== machine || !entry) continue;
      const isElsewhere = others.some(({inbox}) => inbox.state.outbox.has(message.clientId));
      this.#world.happened.count('tab gone with a message in hand');
      if (others.some(({gate, inbox}) => !gate.frozen && inbox.state.outbox.has(message.clientId))) this.#world.happened.count('message in hand of two tabs');
      const kept = this.#world.browsers[machine]?.tables(`oracle ${message.agent}`).entries.get(message.clientId);
      if (entry.delivery === 'sending' && message.unkept && kept?.delivery !== 'sending') message.untold = true;
      if (kept || isElsewhere) continue;
      if (message.unkept) message.excuse = 'unkept';
      else if (message.page === this.#pageOf(tab) && this.#world.timeline.now() - message.at <= commitMs) message.excuse = 'young';
    }
  }

  /** Presses every button there is: Retry, and Send all the same where it can't double. */
  #answer(): void {
    for (const tab of this.#world.tabs) {
      const {inbox, gate} = tab;
      if (gate.frozen || inbox.state.connection.status === 'idle') continue;
      for (const entry of [...inbox.state.outbox.values()]) {
        const message = this.sent.find(({clientId}) => clientId === entry.clientId);
        if (message && entry.failure?.code === 'unreadable-file') {
          inbox.commands.editFailed(entry.clientId);
          this.#throwAway(tab, entry, message);
        } else if (entry.delivery === 'failed') inbox.commands.retry(entry.clientId);
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
    this.#setStorage('ok');
    this.#world.backend.unhide('k2');
    for (const browser of Object.values(browsers)) browser.skewMs = 0;
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
    this.#judgeOffers();
    for (const message of this.sent) {
      const there = stored.filter(({body}) => body.value === message.text);
      if (there.length > 1) {
        if (this.#mode === 'server' || !this.#isUntold(message)) throw new Breach('doubled', message.text);
        this.unprovable++;
      }
      const [one] = there;
      if (one && message.isBack) throw new Breach('sent though called back', message.text);
      if (one && message.file === 'unreadable') throw new Breach('sent without its file', message.text);
      if (one && this.#isDraft(message.text)) throw new Breach('a draft again', message.text);
      // Called back in the moment in which somebody else signed in, it waits for its agent.
      if (message.isBack || (!one && (message.isComingBack || this.#isDraft(message.text)))) continue;
      if (!one) {
        if (this.#isSignedOut(message)) message.excuse ??= 'signedOut';
        const entry = left.get(message.clientId);
        const asks = entry !== undefined && (entry.delivery === 'unconfirmed' || entry.question !== undefined || this.#isBehindQuestion(entry.conversationId, left));
        if (!message.excuse && !(this.#mode === 'none' && asks)) throw new Breach('lost', `${message.text} ${JSON.stringify(entry ?? null)}`);
        continue;
      }
      if (one.attachments.map(({name}) => name).join() !== (message.file === 'none' ? '' : fileName(message.text))) throw new Breach('other files', message.text);
      if (!this.#world.backend.placesOf(message.conversationId).includes(one.conversationId)) throw new Breach('wrong conversation', message.text);
      if (one.kind !== message.kind) throw new Breach('wrong kind', message.text);
      if (one.author.id !== message.agent) throw new Breach('wrong identity', message.text);
    }
    this.#judgeOrder(stored.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({body}) => body.value));
    for (const entry of left.values()) {
      if (entry.delivery === 'failed') throw new Breach('unexplained failed', JSON.stringify(entry));
    }
    for (const tab of this.#world.tabs) {
      if (tab.problems.length > 0) throw new Breach('error', tab.problems.join('\n'));
    }
  }

  /** Written by whoever was signed out for good since: what was kept of it is wiped. */
  #isSignedOut({agent, machine, signedInAt}: Sent): boolean {
    return this.#signOuts.some((out) => out.agent === agent && (out.machine ?? machine) === machine && signedInAt <= out.at);
  }

  #isDraft(text: string): boolean {
    if (this.#fragile) return false;
    const kept = Object.values(this.#world.browsers).flatMap((browser) => browser.identities().flatMap((identity) => [...browser.tables(identity).drafts.values()]));
    const shown = this.#world.tabs.flatMap(({inbox}) => [...inbox.state.drafts.values()]);
    return [...kept, ...shown].some((draft) => draft.text.split('\n\n').includes(text));
  }

  /** Nobody is told that a message can't have arrived which has. */
  #judgeOffers(): void {
    const {tabs, backend, timeline} = this.#world;
    for (const {inbox, gate} of tabs) {
      if (gate.frozen) continue;
      for (const {clientId, delivery, failure} of inbox.state.outbox.values()) {
        if (delivery !== 'failed' || failure?.applied !== 'no') continue;
        const message = this.sent.find((sent) => sent.clientId === clientId);
        const stored = message && [...backend.rows.values()].flatMap(({messages}) => messages).find(({body}) => body.value === message.text);
        if (stored && Date.parse(stored.createdAt) < timeline.now() - 130_000) throw new Breach('offered again though it has arrived', message.text);
      }
    }
  }

  /**
   * Nothing tells another page that a message has left when the storage can't be reached; when it takes no more and the page that was sending is gone;
   * when it is the only lock there is, and it takes no more; or when it failed a page that had taken the message over.
   */
  #isUntold({untold, unkept, denied, takenOver}: Sent): boolean {
    return untold || denied || takenOver || (this.#lockless && unkept);
  }

  #isBehindQuestion(conversationId: string, left: ReadonlyMap<string, {conversationId: string; delivery: string; question?: unknown}>): boolean {
    return [...left.values()].some((entry) => entry.conversationId === conversationId && (entry.delivery === 'unconfirmed' || entry.question !== undefined));
  }

  /** What one machine sends as one agent to one conversation stands in its order, whichever of its pages it was written in. */
  #judgeOrder(stored: readonly string[]): void {
    const lanes = new Map<string, Sent[]>();
    for (const message of this.sent) {
      const lane = `${message.conversationId} ${message.agent} ${message.machine}`;
      if (stored.includes(message.text)) lanes.set(lane, [...(lanes.get(lane) ?? []), message]);
    }
    for (const [lane, messages] of lanes) {
      for (const [index, later] of messages.entries()) {
        const late = messages.slice(0, index).filter(({text}) => stored.indexOf(text) > stored.indexOf(later.text));
        // Pages that the storage let down know nothing of each other.
        const wrong = late.find((earlier) => (earlier.page === later.page && !earlier.takenOver) || !(earlier.unkept || later.unkept));
        if (wrong) throw new Breach('reordered', `${lane}: ${later.text} before ${wrong.text}`);
        if (late.length > 0) this.overtaken++;
      }
    }
  }

  tally(): Tally {
    const left = this.#world.tabs.flatMap(({inbox}) => [...inbox.state.outbox.keys()]);
    const stored = new Set([...this.#world.backend.rows.values()].flatMap(({messages}) => messages.map(({body}) => body.value)));
    const again = [...this.#world.backend.asked.values()].filter((times) => times > 1).length;
    return {
      sends: this.sent.length,
      'asked about': new Set(left).size,
      ...Object.fromEntries(losses.map((loss) => [excuses[loss].name, this.sent.filter(({excuse, text}) => excuse === loss && !stored.has(text)).length])),
      [excuses.doubled.name]: this.unprovable,
      [excuses.overtaken.name]: this.overtaken,
      ...this.#world.happened.tally(sendFaults),
      // Only such a backend answers a second attempt by what came of the first.
      ...(this.#mode === 'server' && {'fault answer twice': again}),
    };
  }

  async end(): Promise<void> {
    await this.#world.closeAll();
  }
}
