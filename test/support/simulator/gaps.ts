import fc from 'fast-check';
import {Breach} from './breach.js';
import type {Profile} from './backend.js';
import {gapFaults} from './happened.js';
import type {Tally} from './series.js';
import {World, type SimulatedTab} from './world.js';

/** What happens at a desk while an inbox looks on, looks away, and comes back. */
export type GapStep =
  | {readonly do: 'nothing' | 'cut' | 'expire-cursors' | 'new-conversation' | 'earlier' | 'more'}
  | {readonly do: 'write'; readonly conversation: number; readonly count: number}
  | {readonly do: 'edit' | 'remove' | 'archive' | 'reopen'; readonly conversation: number; readonly message: number}
  | {readonly do: 'away'; readonly ms: number; readonly then: readonly GapStep[]};

const conversation = fc.nat(2);
const happening: fc.Arbitrary<GapStep> = fc.oneof(
  {weight: 5, arbitrary: fc.record({do: fc.constant('write' as const), conversation, count: fc.constantFrom(1, 1, 3, 49, 50, 51, 130)})},
  {weight: 3, arbitrary: fc.record({do: fc.constantFrom('edit' as const, 'remove' as const, 'archive' as const, 'reopen' as const), conversation, message: fc.nat(80)})},
  {weight: 1, arbitrary: fc.record({do: fc.constantFrom('new-conversation' as const, 'expire-cursors' as const)})},
);
const seconds = [1, 5, 29, 31, 300, 3_600, 86_400, 259_200];

export const gapSchedules: fc.Arbitrary<GapStep[]> = fc.array(
  fc.oneof(
    {weight: 3, arbitrary: happening},
    {weight: 2, arbitrary: fc.record({do: fc.constantFrom('cut' as const, 'earlier' as const, 'more' as const)})},
    {weight: 3, arbitrary: fc.record({do: fc.constant('away' as const), ms: fc.constantFrom(...seconds).map((each) => each * 1_000), then: fc.array(happening, {maxLength: 4})})},
  ),
  {minLength: 4, maxLength: 14},
);

const sleepsFromMs = 3_600_000;

/** @throws {Breach} */
export async function playGaps(schedule: readonly GapStep[], seed: number, resume: Profile['resume']): Promise<Tally> {
  const world = new World({seed, profile: {resume, logLimit: 400, transport: seed % 2 === 0 ? 'push' : 'in-page'}, conversations: 3, incoming: 60});
  const tab = world.open('ann');
  tab.inbox.commands.openList({view: 'active'});
  for (const id of ['k1', 'k2', 'k3']) tab.inbox.commands.openThread(id);
  await world.timeline.advance(500);
  let gaps = 0;
  const {happened} = world;
  const play = async (step: GapStep, isAway: boolean): Promise<void> => {
    const {backend} = world;
    switch (step.do) {
      case 'write':
        if (isAway && step.count > 50) happened.count('more missed than a page holds');
        for (let count = 0; count < step.count; count++) backend.incoming(`k${step.conversation + 1}`, `line ${world.chance.below(1e6)}`);
        break;
      case 'edit':
      case 'remove': {
        const id = `k${step.conversation + 1}`;
        const messages = backend.rows.get(id)?.messages ?? [];
        const message = messages[Math.max(0, messages.length - 1 - step.message)];
        if (message && step.do === 'edit') backend.edit(message.id, `changed ${world.chance.below(1e6)}`);
        else if (message && messages.length > 1) backend.remove(id, message.id);
        if (isAway) happened.count('edited or deleted meanwhile');
        break;
      }
      case 'archive':
      case 'reopen':
        backend.setState(`k${step.conversation + 1}`, step.do === 'archive' ? 'archived' : 'active');
        break;
      case 'new-conversation':
        backend.newConversation();
        break;
      case 'expire-cursors':
        happened.count('cursor run out');
        backend.expireCursors();
        break;
      case 'earlier':
        for (const id of ['k1', 'k2', 'k3']) tab.inbox.commands.loadEarlier(id);
        break;
      case 'more':
        tab.inbox.commands.loadMore({view: 'active'});
        break;
      case 'cut':
        gaps++;
        world.cutStreams();
        break;
      case 'away': {
        gaps++;
        happened.count(step.ms >= sleepsFromMs ? 'away for hours' : 'away for seconds');
        world.setOffline(true);
        // Whoever is away so long has closed the lid.
        if (step.ms >= sleepsFromMs) tab.gate.freeze();
        for (const each of step.then) {
          await world.timeline.advance(step.ms / (step.then.length + 1));
          await play(each, true);
        }
        await world.timeline.advance(step.ms / (step.then.length + 1));
        tab.gate.thaw();
        world.setOffline(false);
        break;
      }
      case 'nothing':
    }
    await world.timeline.advance(isAway ? 0 : world.chance.below(60));
  };
  for (const step of schedule) await play(step, false);
  await world.timeline.advance(90_000);
  judge(world, tab);
  await world.closeAll();
  return {schedules: 1, gaps, ...happened.tally(gapFaults)};
}

function judge(world: World, {inbox, problems}: SimulatedTab): void {
  if (problems.length > 0) throw new Breach('error', problems.join('\n'));
  for (const [id, row] of world.backend.rows) {
    const thread = inbox.state.threads.get(id);
    if (!thread) continue;
    if (thread.status !== 'ready' || thread.stale) throw new Breach('not read', `${id} ${thread.status}`);
    if (thread.loadingBefore || thread.loadingAfter) throw new Breach('loads for ever', id);
    const shown = thread.keys.keys.map((key) => thread.messages.get(key));
    const start = row.messages.findIndex((message) => message.id === shown[0]?.id);
    const wanted = row.messages.slice(Math.max(0, start));
    if (thread.before === undefined && start > 0) throw new Breach('missing', `${id}: the beginning`);
    if (thread.after !== undefined) throw new Breach('missing', `${id}: the end`);
    const differs = wanted.findIndex((message, index) => message.id !== shown[index]?.id);
    if (differs >= 0 || shown.length !== wanted.length) throw new Breach('missing', `${id} at ${differs}: ${shown.length} shown of ${wanted.length}`);
    const old = wanted.find((message, index) => message.body.value !== shown[index]?.body.value);
    if (old) throw new Breach('old', `${id} ${old.id}`);
  }
  const list = [...inbox.state.lists.values()][0];
  const wanted = world.backend.inView('active');
  const rows = list?.ids.keys ?? [];
  if (list?.status !== 'ready' || list.stale) throw new Breach('not read', 'the list');
  if (list.next === undefined && rows.length !== wanted.length) throw new Breach('missing', `list has ${rows.length} of ${wanted.length}`);
  const differs = rows.findIndex((id, index) => id !== wanted[index]?.id);
  if (differs >= 0) throw new Breach('list', `${rows.join()} instead of ${wanted.map(({id}) => id).join()}`);
  const old = wanted.slice(0, rows.length).find(({id, rev}) => inbox.state.conversations.get(id)?.rev !== rev);
  if (old) throw new Breach('old', old.id);
}
