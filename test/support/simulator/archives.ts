import fc from 'fast-check';
import type {CallFate} from '../../../src/conformance/faulty-adapter.js';
import type {Message} from '../../../src/contract/index.js';
import {undoMs} from '../../../src/store/undo-offers.js';
import {Breach} from './breach.js';
import {archiveFaults} from './happened.js';
import type {Tally} from './series.js';
import {World, type SimulatedTab} from './world.js';

/** What happens around an archive that is held until it can't be undone any more. */
export type ArchiveStep =
  | {readonly do: 'archive' | 'archive offline' | 'undo' | 'incoming' | 'reply'; readonly conversation: number}
  | {readonly do: 'offline' | 'online' | 'kill' | 'reload' | 'other-tab'}
  | {readonly do: 'fate'; readonly of: 'setState' | 'sendMessage'; readonly fate: CallFate}
  | {readonly do: 'wait'; readonly ms: number};

const conversation = fc.nat(1);

export const archiveSchedules: fc.Arbitrary<ArchiveStep[]> = fc.array(
  fc.oneof(
    {weight: 8, arbitrary: fc.record({do: fc.constantFrom('archive' as const, 'archive' as const, 'archive' as const, 'archive offline' as const), conversation})},
    {weight: 6, arbitrary: fc.record({do: fc.constantFrom('undo' as const, 'incoming' as const, 'reply' as const), conversation})},
    {weight: 5, arbitrary: fc.record({do: fc.constantFrom('offline' as const, 'online' as const, 'online' as const, 'kill' as const, 'reload' as const, 'other-tab' as const)})},
    {
      weight: 7,
      arbitrary: fc.record({
        do: fc.constant('fate' as const),
        of: fc.constantFrom('setState' as const, 'setState' as const, 'sendMessage' as const),
        fate: fc.constantFrom<CallFate[]>('refused', 'lost-before', 'lost-after', {code: 'unavailable', status: 500, committed: true}, {code: 'unavailable', status: 503, applied: 'no'}),
      }),
    },
    {weight: 5, arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constantFrom(100, 1_000, 3_000, 5_500, 7_000, 30_000)})},
  ),
  {minLength: 10, maxLength: 30},
);

/** Longest way of what is told, there and back. */
const wayMs = 100;

/** A page that has to look first reads, and then writes: what the customer writes between the two it can't know. */
const lookMs = 4 * wayMs;

/** What the agent and the customer last did to a conversation. */
interface Deed {
  readonly at: number;
  /** 'given up': the customer wrote while it was held. 'unclear': news and archive crossed on their way. */
  readonly what: 'archived' | 'taken back' | 'given up' | 'unclear';
  /** When the customer wrote, for what is given up. */
  readonly wroteAt?: number;
  /** Messages that have to be there before the archive. */
  readonly behind: readonly string[];
  /** A page that goes lets it leave at once. */
  readonly mayLeaveAt: number;
}

/** @throws {Breach} */
export async function playArchives(schedule: readonly ArchiveStep[], seed: number): Promise<Tally> {
  const world = new World({seed, conversations: 2, profile: {undo: 'hold', resume: 'cursor', transport: seed % 2 === 0 ? 'push' : 'in-page', idempotentSend: 'server', staleGuard: 'server'}});
  const {backend, timeline, happened} = world;
  const deeds = new Map<string, Deed>();
  const sent: {readonly id: string; readonly text: string}[] = [];
  const lastWords = new Map<string, Message>();
  let tab = world.open('ann');
  let texts = 0;
  let givenUp = 0;
  const isStored = (id: string, text: string) => backend.rows.get(id)!.messages.some(({body}) => body.value === text);
  /** The page has heard of what the customer wrote last. */
  const knows = (id: string) => {
    const words = lastWords.get(id);
    const {threads, conversations} = tab.inbox.state;
    return !words || conversations.get(id)!.activityAt >= words.createdAt || [...(threads.get(id)?.messages.values() ?? [])].some((message) => message.id === words.id);
  };
  const follow = (opened: SimulatedTab) => {
    opened.inbox.commands.openList({view: 'active'});
    for (const id of ['k1', 'k2']) opened.inbox.commands.openThread(id);
  };
  // Thrown in a call it would be one more answer that is tried again.
  let broken: Breach | undefined;
  const breaks = (promise: string, detail: string) => void (broken ??= new Breach(promise, detail));
  const setState = backend.setState.bind(backend);
  backend.setState = (id, to) => {
    const deed = deeds.get(id);
    if (to === 'archived' && deed?.what === 'archived') {
      if (timeline.now() < deed.mayLeaveAt) breaks('left while it could be undone', `${id} ${deed.mayLeaveAt - timeline.now()} ms early`);
      const missing = deed.behind.find((text) => !isStored(id, text));
      if (missing !== undefined) breaks('archived before its messages', `${id}: ${missing}`);
    }
    if (to === 'archived' && deed?.what === 'given up') {
      const agoMs = timeline.now() - deed.wroteAt!;
      if (agoMs > lookMs) breaks('archived over the customer', `${id}, who wrote ${agoMs} ms before`);
      deeds.set(id, {...deed, what: 'unclear'});
    }
    return setState(id, to);
  };
  follow(tab);
  await timeline.advance(1_500);
  for (const step of schedule) {
    const {commands, state} = tab.inbox;
    const id = 'conversation' in step ? `k${step.conversation + 1}` : '';
    switch (step.do) {
      case 'archive offline':
      case 'archive': {
        if (step.do === 'archive offline') world.setOffline(true);
        if (state.conversations.get(id)?.state !== 'active') break;
        commands.archive(id);
        const waits = [...state.outbox.values()].some((entry) => entry.conversationId === id && entry.question !== undefined);
        const isUnheard = !knows(id);
        if (isUnheard) happened.count('customer wrote while nobody heard');
        deeds.set(id, {at: timeline.now(), what: isUnheard ? 'given up' : 'archived', wroteAt: Date.parse(lastWords.get(id)?.createdAt ?? ''), behind: waits ? [] : sent.filter((message) => message.id === id).map(({text}) => text), mayLeaveAt: timeline.now() + undoMs});
        break;
      }
      case 'undo': {
        const deed = deeds.get(id);
        if (deed?.what !== 'archived' || !state.undoables.has(id)) break;
        happened.count('archive taken back');
        commands.undo(id);
        deeds.set(id, {...deed, what: 'taken back'});
        break;
      }
      case 'incoming': {
        const deed = deeds.get(id);
        const isHeld = deed?.what === 'archived' && state.changes.get(id)?.heldUntil !== undefined;
        const isClear = isHeld && state.connection.status === 'live' && timeline.now() + wayMs < deed.at + undoMs;
        const isDone = deed?.what === 'archived' && backend.rows.get(id)!.conversation.state === 'archived';
        lastWords.set(id, backend.incoming(id, `customer ${++texts}`));
        if (deed?.what !== 'archived') break;
        deeds.set(id, {...deed, what: 'given up', wroteAt: timeline.now()});
        if (!isClear && !isDone) happened.count('customer wrote while nobody heard');
        if (isClear) {
          happened.count('customer wrote while it was held');
          givenUp++;
          await timeline.advance(wayMs);
          if (![...state.notices.values()].some(({about}) => about.type === 'archive-cancelled' && about.conversationId === id)) throw new Breach('given up unsaid', id);
        }
        break;
      }
      case 'reply': {
        const text = `note ${++texts}`;
        commands.setDraft(id, 'note', {text});
        if (commands.send(id, 'note') === undefined) break;
        sent.push({id, text});
        break;
      }
      case 'offline':
      case 'online':
        world.setOffline(step.do === 'offline');
        if (step.do === 'offline' && state.changes.size > 0) happened.count('connection lost with an archive in hand');
        break;
      case 'kill':
      case 'reload':
        await timeline.advance(20);
        if (state.changes.size > 0) happened.count('page gone with an archive in hand');
        for (const [each, deed] of deeds) deeds.set(each, {...deed, mayLeaveAt: 0});
        if (step.do === 'reload') {
          tab.page.tell('pagehide');
          await timeline.advance(10);
        }
        world.kill(tab);
        tab = world.open('ann');
        follow(tab);
        await timeline.advance(300);
        break;
      case 'other-tab':
        if (world.tabs.length > 2) break;
        if (state.changes.size > 0) happened.count('another page opened with an archive in hand');
        follow(world.open('ann'));
        break;
      case 'fate':
        world.plan(step.of, {fate: step.fate});
        break;
      case 'wait':
        await timeline.advance(step.ms);
    }
    await timeline.advance(10);
    if (broken) throw broken;
  }
  world.heal();
  world.setOffline(false);
  for (const {inbox} of world.tabs) inbox.retry();
  await timeline.advance(150_000);
  if (broken) throw broken;
  for (const [id, {what}] of deeds) {
    const state = backend.rows.get(id)!.conversation.state;
    if (what === 'archived' && state !== 'archived') throw new Breach('not archived', id);
    if ((what === 'taken back' || what === 'given up') && state !== 'active') throw new Breach('archived all the same', `${id}, ${what}`);
    if (world.tabs.some(({inbox}) => inbox.state.conversations.get(id)?.state !== state)) throw new Breach('shown otherwise', id);
  }
  for (const {inbox, problems} of world.tabs) {
    if (inbox.state.changes.size > 0) throw new Breach('waits for ever', [...inbox.state.changes.keys()].join());
    if (problems.length > 0) throw new Breach('error', problems.join('\n'));
  }
  await world.closeAll();
  return {schedules: 1, 'given up for a customer': givenUp, ...happened.tally(archiveFaults)};
}
