import {claim, claimEqual} from '../claims.js';
import {defineChecks} from '../check.js';
import type {CheckContext} from '../context.js';
import {InboxTrial} from '../inbox-trial.js';

const lines = ['first', 'second', 'third'] as const;

/** Messages that come while the inbox cannot hear of them, or hears of them badly; all are shown once, in their order. */
async function claimShown(context: CheckContext, trial: InboxTrial, conversationId: string, meanwhile: () => Promise<void>): Promise<void> {
  const words = lines.map((line) => context.words(line));
  for (const text of words) await context.seed.incoming(conversationId, text);
  await meanwhile();
  const shown = () => trial.probe.shown(conversationId).filter((text) => words.some((each) => text.includes(each)));
  const last = words.at(-1) ?? '';
  await context.eventually('what was written meanwhile is shown in the inbox', () => Promise.resolve(shown().some((text) => text.includes(last))));
  // What is told twice, or late, may still come.
  await trial.rest();
  claimEqual(shown().map((text) => words.findIndex((each) => text.includes(each))), [0, 1, 2], 'each message is shown once, in its order');
}

/** What only an inbox and its adapter can prove together: the adapter gives up a lost connection, the inbox reconnects. */
export const storeChecks = defineChecks([
  {
    id: 'events/cut-then-no-loss',
    level: 'resilience',
    title: 'loses nothing when the live connection is cut',
    run: async (context) => {
      const conversationId = await context.conversation();
      await InboxTrial.run(context, async (trial) => {
        await trial.show(conversationId);
        await trial.cut();
        await claimShown(context, trial, conversationId, () => trial.restore());
      });
    },
  },
  {
    id: 'events/duplicates-tolerated',
    level: 'resilience',
    title: 'shows everything once when events are told twice',
    run: async (context) => {
      const conversationId = await context.conversation();
      await InboxTrial.run(context, async (trial) => {
        await trial.show(conversationId);
        trial.repeats = true;
        await claimShown(context, trial, conversationId, () => Promise.resolve());
      });
    },
  },
  {
    id: 'events/offline-phase-reported',
    level: 'resilience',
    title: 'shows that the inbox is offline and when it is live again',
    run: async (context) => {
      await InboxTrial.run(context, async (trial) => {
        await trial.cut();
        await context.eventually('the inbox says that it is not live when its connection is cut', () => Promise.resolve(trial.probe.connection === 'waiting'));
        await trial.restore();
      });
    },
  },
  {
    id: 'events/reconnect-backs-off',
    level: 'resilience',
    title: 'waits longer after each failed connection',
    run: async (context) => {
      await InboxTrial.run(context, async (trial) => {
        await trial.cut();
        const tries = await context.eventually('the inbox goes on trying', () => Promise.resolve(trial.triedAt.length >= 4 && trial.triedAt));
        const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? at));
        claim((waits[2] ?? 0) > 2 * (waits[0] ?? 0), `each wait is longer than the one before (${waits.map((ms) => Math.round(ms)).join(', ')} ms)`);
      });
    },
  },
  {
    id: 'events/token-expiry-mid-stream',
    level: 'resilience',
    title: 'goes on with a fresh token when the old one expires while listening',
    run: async (context) => {
      const {faults} = context;
      const conversationId = await context.conversation();
      await InboxTrial.run(context, async (trial) => {
        await trial.show(conversationId);
        faults.expireToken();
        await trial.cut();
        await claimShown(context, trial, conversationId, () => trial.restore());
      });
    },
  },
]);

export type StoreCheckId = (typeof storeChecks)[number]['id'];
