import {createInbox} from '../../../src/store/create-inbox.js';
import '../../../src/store/later.js';
import {OracleBackend} from './backend.js';
import {Breach} from './breach.js';
import {Chance} from './chance.js';
import type {Tally} from './series.js';
import {Timeline} from './timeline.js';
import {Violator} from './violator.js';

const settled = ['ready', 'failed'];

/** @throws {Breach} */
export async function playViolations(seed: number, count: number): Promise<Tally> {
  const uncaught: unknown[] = [];
  const onUncaught = (error: unknown) => void uncaught.push(error);
  process.on('unhandledRejection', onUncaught);
  process.on('uncaughtException', onUncaught);
  const chance = new Chance(seed);
  let violations = 0;
  try {
    for (let played = 0; played < count; played++) violations += await playOne(chance);
  } finally {
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', onUncaught);
    process.off('uncaughtException', onUncaught);
  }
  if (uncaught.length > 0) throw new Breach('uncaught', uncaught.map((error) => (error instanceof Error ? error.stack : String(error))).slice(0, 3).join('\n'));
  return {schedules: count, violations};
}

async function playOne(chance: Chance): Promise<number> {
  const timeline = new Timeline();
  const backend = new OracleBackend(timeline, {}, 3, 5);
  const violator = new Violator(chance);
  const inbox = createInbox({
    adapter: violator.adapter(backend.adapter()),
    getToken: () => 'ann',
    ports: {clock: timeline.clock(), fetch: () => Promise.reject(new Error('no network')), newId: () => `id ${chance.next()}`, random: () => chance.next(), log: () => undefined},
  });
  inbox.connect();
  const {commands} = inbox;
  commands.openList({view: 'active'});
  commands.openThread('k1');
  const acts = [
    () => commands.loadMore({view: 'active'}),
    () => commands.loadEarlier('k1'),
    () => commands.reloadThread('k1'),
    () => commands.archive('k2'),
    () => commands.undo('k2'),
    () => commands.markRead('k1'),
    () => commands.setDraft('k1', 'reply', {text: `text ${chance.next()}`}),
    () => commands.send('k1', chance.pick(['reply', 'note'] as const)),
    () => commands.loadNotifications(),
    () => backend.incoming('k1', 'news'),
    () => inbox.retry(),
  ];
  await timeline.advance(100);
  for (let act = 0; act < 12; act++) {
    try {
      chance.pick(acts)();
    } catch (error) {
      throw new Breach('thrown at the host', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    await timeline.advance(chance.pick([0, 50, 2_000, 46_000]));
  }
  // Whatever never answered is given up by now.
  await timeline.advance(120_000);
  const {connection, lists, threads} = inbox.state;
  const states = [...[...lists.values()].map(({status}) => status), ...[...threads.values()].map(({status}) => status)];
  const reads = connection.status === 'live' || connection.status === 'catching-up';
  if (connection.status === 'connecting') throw new Breach('unreadable state', 'connects for ever');
  if (reads && states.some((status) => !settled.includes(status))) throw new Breach('unreadable state', states.join());
  violator.honest = true;
  inbox.retry();
  await timeline.advance(120_000);
  if (inbox.state.connection.status !== 'live') throw new Breach('does not recover', inbox.state.connection.status);
  commands.reloadList({view: 'active'});
  commands.reloadThread('k1');
  await timeline.advance(1_000);
  const after = [...inbox.state.lists.values(), ...inbox.state.threads.values()].map(({status}) => status);
  if (after.some((status) => status !== 'ready')) throw new Breach('does not recover', after.join());
  await inbox.close();
  return violator.violations;
}
