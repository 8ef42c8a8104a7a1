import fc from 'fast-check';
import type {CallFate} from '../../../src/conformance/faulty-adapter.js';
import type {Draft} from '../../../src/store/draft.js';
import {draftKey} from '../../../src/store/draft.js';
import {Breach} from './breach.js';
import type {StorageMood} from './browser.js';
import {composerFaults} from './happened.js';
import type {Tally} from './series.js';
import {World, type SimulatedTab} from './world.js';

type Kind = Draft['kind'];

/** What an agent does with a composer, and what happens to them meanwhile. */
export type ComposerStep =
  | {readonly do: 'nothing'}
  | {readonly do: 'type' | 'send' | 'switch'; readonly conversation: number; readonly kind: Kind}
  | {readonly do: 'undo' | 'retry' | 'edit' | 'discard' | 'anyway' | 'again' | 'check'; readonly entry: number}
  | {readonly do: 'kill' | 'reload' | 'other-tab' | 'offline' | 'online' | 'expire' | 'colleague'}
  | {readonly do: 'fate'; readonly fate: CallFate}
  | {readonly do: 'storage'; readonly mood: StorageMood}
  | {readonly do: 'wait'; readonly ms: number};

const conversation = fc.nat(1);
const kind = fc.constantFrom<Kind[]>('reply', 'note');
const entry = fc.nat(5);

export const composerSessions = ({storage}: {readonly storage: boolean}): fc.Arbitrary<ComposerStep[]> =>
  fc.array(
    fc.oneof(
      {weight: 8, arbitrary: fc.record({do: fc.constant('type' as const), conversation, kind})},
      {weight: 4, arbitrary: fc.record({do: fc.constant('send' as const), conversation, kind})},
      {weight: 2, arbitrary: fc.record({do: fc.constant('switch' as const), conversation, kind})},
      {weight: 4, arbitrary: fc.record({do: fc.constantFrom('undo' as const, 'retry' as const, 'edit' as const, 'discard' as const, 'anyway' as const, 'again' as const, 'check' as const), entry})},
      {weight: 4, arbitrary: fc.record({do: fc.constantFrom('kill' as const, 'reload' as const, 'other-tab' as const, 'offline' as const, 'online' as const, 'expire' as const, 'colleague' as const)})},
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('fate' as const),
          fate: fc.constantFrom<CallFate[]>('refused', 'lost-before', 'lost-before', 'lost-after', 'lost-after', 'garbled', {code: 'unavailable', committed: true}, {code: 'validation', issues: []}, {code: 'forbidden'}),
        }),
      },
      ...(storage ? [{weight: 1, arbitrary: fc.record({do: fc.constant('storage' as const), mood: fc.constantFrom<StorageMood[]>('ok', 'full', 'denied')})}] : []),
      {weight: 5, arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constantFrom(0, 50, 200, 400, 1_100, 4_000, 60_000)})},
    ),
    {minLength: 20, maxLength: 50},
  );

/** A draft's text at a moment; the newest one that was at least a second old has to survive. */
interface Typed {
  readonly at: number;
  readonly text: string;
  /** By an earlier page, and this one has not read it. */
  readonly isStored?: true;
}

const lossMs = 1_000;
/** What a transaction of the simulated storage takes at most. */
const commitMs = 8;

/** @throws {Breach} */
export async function playComposer(session: readonly ComposerStep[], seed: number): Promise<Tally> {
  const play = new ComposerPlay(seed);
  await play.begin();
  for (const step of session) await play.step(step);
  await play.judge();
  return {schedules: 1, ...play.tally()};
}

class ComposerPlay {
  #kills = 0;
  #judged = 0;
  readonly #world: World;
  #tab: SimulatedTab | undefined;
  #other: SimulatedTab | undefined;
  /** By draft key: how its text grew since it was last empty. */
  readonly #typed = new Map<string, Typed[]>();
  readonly #sent = new Set<string>();
  /** In every other session the storage can fail; in the others nothing is excused. */
  readonly #isFragile: boolean;
  #troubled = false;
  /** When the storage of the page was first open. */
  #keepsSince = 0;
  #words = 0;

  constructor(seed: number) {
    this.#isFragile = seed % 4 < 2;
    this.#world = new World({seed, conversations: 2, undoSendMs: seed % 2 === 0 ? 3_000 : 0, profile: {idempotentSend: seed % 3 === 0 ? 'none' : 'server'}});
  }

  async begin(): Promise<void> {
    this.#tab = this.#openMain();
    await this.#world.timeline.advance(100);
  }

  async step(step: ComposerStep): Promise<void> {
    const {timeline, backend} = this.#world;
    switch (step.do) {
      case 'nothing':
        return;
      case 'type':
        this.#type(`k${step.conversation + 1}`, step.kind);
        break;
      case 'switch':
        this.#tab?.inbox.commands.compose(`k${step.conversation + 1}`, step.kind);
        break;
      case 'send':
        this.#sendBegun(`k${step.conversation + 1}`, step.kind);
        break;
      case 'fate':
        this.#world.plan('sendMessage', {fate: step.fate});
        break;
      case 'offline':
      case 'online':
        this.#world.setOffline(step.do === 'offline');
        break;
      case 'expire':
        this.#world.happened.count('session expired');
        backend.expireSessions();
        await timeline.advance(20);
        for (const {inbox} of this.#world.tabs) inbox.retry();
        break;
      case 'colleague':
        backend.colleague('k1', 'reply-of-a-colleague');
        break;
      case 'storage':
        if (!this.#isFragile) break;
        this.#world.browsers.ann!.mood = step.mood;
        if (step.mood !== 'ok') this.#troubled = true;
        break;
      case 'wait':
        await timeline.advance(step.ms);
        return;
      case 'kill':
      case 'reload':
        return this.#restart(step.do);
      case 'other-tab':
        this.#other ??= this.#open();
        break;
      default:
        this.#press(step.do, step.entry);
    }
    await timeline.advance(5);
  }

  /** Everything that was sent stands under the kind it was typed as, in the conversation it was typed in. */
  async judge(): Promise<void> {
    this.#world.heal();
    this.#world.setOffline(false);
    await this.#world.timeline.advance(120_000);
    for (const [id, {messages}] of this.#world.backend.rows) {
      for (const {kind, body, author} of messages) {
        if (author.id !== 'ann') continue;
        for (const word of body.value.split(/\s+/)) {
          const [typedAs, typedIn] = word.split('-');
          if (typedAs === 'note' && kind === 'reply') throw new Breach('note to the customer', body.value);
          if (typedAs !== kind) throw new Breach('wrong kind', `${kind}: ${body.value}`);
          if (typedIn !== id) throw new Breach('wrong conversation', `${id}: ${body.value}`);
        }
      }
    }
    for (const {inbox, problems} of this.#world.tabs) {
      for (const draft of inbox.state.drafts.values()) this.#judgePlace(draft);
      if (problems.length > 0) throw new Breach('error', problems.join('\n'));
    }
    await this.#world.closeAll();
  }

  tally(): Tally {
    return {'kills and reloads': this.#kills, 'drafts that had to be there after one': this.#judged, ...this.#world.happened.tally(composerFaults)};
  }

  #openMain(): SimulatedTab {
    const tab = this.#open();
    const {inbox} = tab;
    const stop = inbox.subscribe(() => {
      if (!inbox.state.keeps) return;
      this.#keepsSince = this.#world.timeline.now();
      stop();
    });
    return tab;
  }

  #open(): SimulatedTab {
    const tab = this.#world.open('ann');
    for (const id of ['k1', 'k2']) tab.inbox.commands.openThread(id);
    return tab;
  }

  #type(conversationId: string, kind: Kind): void {
    const {inbox} = this.#tab!;
    const key = draftKey(conversationId, kind);
    const text = `${inbox.state.drafts.get(key)?.text ?? ''} ${kind}-${conversationId}-${++this.#words}`.trim();
    inbox.commands.setDraft(conversationId, kind, {text});
    this.#typed.set(key, [...(this.#typed.get(key) ?? []), {at: this.#world.timeline.now(), text}]);
  }

  /** What is written there, or else anything that is written. */
  #sendBegun(conversationId: string, kind: Kind): void {
    const {drafts} = this.#tab!.inbox.state;
    const draft = drafts.get(draftKey(conversationId, kind)) ?? [...drafts.values()].find(({text}) => text !== '');
    if (draft) this.#send(draft.conversationId, draft.kind);
  }

  #send(conversationId: string, kind: Kind): void {
    const {inbox} = this.#tab!;
    const key = draftKey(conversationId, kind);
    const {text = ''} = inbox.state.drafts.get(key) ?? {};
    if (inbox.commands.send(conversationId, kind) === undefined) return;
    for (const word of text.split(/\s+/)) this.#sent.add(word);
    this.#typed.delete(key);
  }

  #press(button: Extract<ComposerStep, {entry: number}>['do'], index: number): void {
    const {commands, state} = this.#tab!.inbox;
    const entries = [...state.outbox.values()];
    const entry = entries[index % entries.length];
    if (!entry) return;
    const {clientId, conversationId} = entry;
    switch (button) {
      case 'undo':
        commands.undoSend(clientId);
        break;
      case 'retry':
        return commands.retry(clientId);
      case 'edit':
        commands.editFailed(clientId);
        break;
      case 'discard':
        return commands.discard(clientId);
      case 'anyway':
        return commands.sendAnyway(clientId);
      case 'check':
        return commands.checkAgain(clientId);
      case 'again': {
        const failed = state.threads.get(conversationId)?.messages.values() ?? [];
        for (const message of failed) if (message.delivery === 'failed' && !message.entry) commands.writeAgain(conversationId, message.id);
      }
    }
    if (state.outbox.has(clientId)) return;
    // Its words are a draft again.
    for (const word of entry.body.value.split(' ')) this.#sent.delete(word);
    const key = draftKey(conversationId, entry.kind);
    const text = state.drafts.get(key)?.text ?? '';
    this.#typed.set(key, [{at: this.#world.timeline.now(), text}]);
  }

  async #restart(how: 'kill' | 'reload'): Promise<void> {
    const {timeline} = this.#world;
    const tab = this.#tab!;
    const killedAt = timeline.now();
    if (tab.inbox.state.drafts.size > 0) {
      this.#world.happened.count(how === 'kill' ? 'tab killed with a draft' : 'tab reloaded with a draft');
      if (this.#other?.inbox.state.drafts.size) this.#world.happened.count('draft in two tabs');
    }
    // Before anybody has signed in there is no storage to keep it in.
    const kept = tab.inbox.state.keeps && killedAt - this.#keepsSince >= commitMs;
    if (how === 'reload') {
      tab.page.tell('pagehide');
      await timeline.advance(commitMs);
    }
    this.#world.kill(tab);
    const mood = this.#world.browsers.ann!.mood;
    this.#tab = this.#openMain();
    await timeline.advance(400);
    this.#kills++;
    const ready = kept && this.#tab.inbox.state.keeps && mood === 'ok' && !this.#troubled && this.#other === undefined;
    for (const [key, typed] of this.#typed) {
      const text = this.#tab.inbox.state.drafts.get(key)?.text ?? '';
      const due = typed.filter(({at}) => how === 'reload' || killedAt - at >= lossMs).at(-1);
      if (ready && due) this.#judged++;
      // What was there before this page began to type is in front of it.
      const lost = ready && [typed[0], due].find((wanted) => wanted && (how === 'reload' || killedAt - wanted.at >= lossMs) && !text.includes(wanted.text));
      if (lost) throw new Breach('typing lost', `${key}: '${text}' instead of '${lost.text}'`);
      // A page where nobody is signed in yet does not show what is kept, but it is there.
      const [first] = typed;
      const stored = kept ? due : first?.isStored ? first : undefined;
      this.#typed.set(key, this.#tab.inbox.state.keeps ? [{at: timeline.now(), text}] : stored ? [{...stored, isStored: true}] : []);
    }
    for (const draft of this.#tab.inbox.state.drafts.values()) {
      this.#judgePlace(draft);
      const back = draft.text.split(/\s+/).find((word) => this.#sent.has(word) && this.#isStored(word));
      if (back !== undefined && !this.#troubled) throw new Breach('sent text is a draft again', draft.text);
    }
  }

  #isStored(word: string): boolean {
    return [...this.#world.backend.rows.values()].some(({messages}) => messages.some(({body}) => body.value.split(' ').includes(word)));
  }

  #judgePlace({conversationId, kind, text}: Draft): void {
    for (const word of text.split(/\s+/)) {
      if (word && !word.startsWith(`${kind}-${conversationId}-`)) throw new Breach('draft in a wrong place', `${kind} ${conversationId}: ${text}`);
    }
  }
}
