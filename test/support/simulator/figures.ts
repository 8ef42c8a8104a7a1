import {archiveSchedules, playArchives} from './archives.js';
import type {Profile} from './backend.js';
import {composerSessions, playComposer} from './composing.js';
import {gapSchedules, playGaps} from './gaps.js';
import {playOrders} from './order.js';
import {playReplies, replySchedules} from './replies.js';
import {playScenarios} from './scenarios.js';
import {playSends, sendSchedules} from './sends.js';
import {playSeries, type Figure} from './series.js';
import {playTabs, tabSchedules} from './tabs.js';
import {playViolations} from './violations.js';

const resumes = ['cursor', 'window', 'none'] as const satisfies readonly Profile['resume'][];

const sends = (idempotentSend: Profile['idempotentSend'], promise: string): Figure => ({
  id: `R1 ${idempotentSend}`,
  promise,
  counts: {short: 80, full: 3_334, long: 33_334},
  run: (seed, count) =>
    playSeries(sendSchedules(20), seed, count, async (schedule, own) => {
      // One world in five is an insecure page, without locks.
      const profile = {idempotentSend, resume: resumes[own % 3] ?? 'cursor', transport: own % 2 === 0 ? 'push' : 'in-page', attachments: own % 7 < 4 ? 'upload-first' : 'inline'} as const;
      // In some an agent can take back what has not left for five seconds.
      return {schedules: 1, ...(await playSends(schedule, {seed: own, profile, locks: own % 5 !== 0, undoSendMs: own % 4 === 3 ? 5_000 : 0}))};
    }),
});

/** Every figure that is played on the simulator. */
export const figures: readonly Figure[] = [
  sends('server', 'a backend that takes a client id once: 0 lost, doubled, reordered, in a wrong conversation, under a wrong identity or unexplained'),
  sends('lookup', 'a backend that can be asked for a client id: the same'),
  sends('none', 'a backend without client ids: the same, or it is asked about'),
  {
    id: 'R2, R3',
    promise: 'composer sessions: no note on the public path, nothing in a wrong conversation or kind, at most 1 s of typing lost, nothing sent is a draft again',
    counts: {short: 60, full: 10_000, long: 100_000},
    run: (seed, count) => playSeries(composerSessions({storage: true}), seed, count, playComposer),
  },
  ...resumes.map(
    (resume): Figure => ({
      id: `R4 ${resume}`,
      promise: `connections lost for 1 s to 72 h, resumed by ${resume}: what is loaded equals the backend`,
      counts: {short: 20, full: 3_334, long: 33_334},
      run: (seed, count) => playSeries(gapSchedules, seed, count, (schedule, own) => playGaps(schedule, own, resume)),
    }),
  ),
  {
    id: 'R5',
    promise: 'any order of events: no two messages inverted, an own message moves once',
    counts: {short: 1_000, full: 84_000, long: 840_000},
    run: (seed, count) => Promise.resolve(playOrders(seed, count)),
  },
  {
    id: 'replies',
    promise: 'others write while an agent does: no reply leaves on ground that its agent has not seen without asking, none asks for nothing',
    counts: {short: 50, full: 3_000, long: 30_000},
    run: (seed, count) => playSeries(replySchedules, seed, count, playReplies),
  },
  {
    id: 'archives',
    promise: 'archives that are held: none leaves while it can be undone, before its messages, or over a customer who wrote meanwhile; none is lost',
    counts: {short: 50, full: 3_000, long: 30_000},
    run: (seed, count) => playSeries(archiveSchedules, seed, count, playArchives),
  },
  {
    id: 'G',
    promise: 'what chance can’t judge: when it asks, what it holds, what it keeps, who alerts',
    counts: {short: 1, full: 1, long: 1},
    run: () => playScenarios(),
  },
  {
    id: 'R8',
    promise: 'an adapter that breaks the contract: nothing uncaught, nothing thrown at the host, a readable state, and it recovers',
    counts: {short: 60, full: 1_000, long: 10_000},
    run: (seed, count) => playViolations(seed, count),
  },
  {
    id: 'R6',
    promise: 'several tabs: one connection at rest, every event in every tab, no event alerted twice, a dead leader replaced within 2 s',
    counts: {short: 40, full: 1_000, long: 10_000},
    run: (seed, count) => playSeries(tabSchedules, seed, count, (schedule, own) => playTabs(schedule, own, 3 + (own % 6))),
  },
];
export {doubtsOf, toldOf} from './happened.js';
export {added} from './series.js';
