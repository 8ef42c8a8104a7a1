import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Desk, smallDesk, stored, write, type Tab} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

/** What may happen between an agent's Send and the backend's answer. */
type Step =
  | {readonly do: 'send'; readonly conversation: 'k1' | 'k2'; readonly kind: 'reply' | 'note'}
  | {readonly do: 'fail'; readonly how: 'drop-before' | 'drop-after' | 'unavailable' | 'committed' | 'rate-limited'}
  | {readonly do: 'offline' | 'online' | 'cut' | 'repeat' | 'reload' | 'kill' | 'other-tab' | 'incoming' | 'archive' | 'undo'}
  | {readonly do: 'wait'; readonly ms: number};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: fc.record({do: fc.constant('send' as const), conversation: fc.constantFrom('k1' as const, 'k2' as const), kind: fc.constantFrom('reply' as const, 'note' as const)})},
    {weight: 4, arbitrary: fc.record({do: fc.constant('fail' as const), how: fc.constantFrom('drop-before' as const, 'drop-after' as const, 'unavailable' as const, 'committed' as const, 'rate-limited' as const)})},
    {weight: 4, arbitrary: fc.record({do: fc.constantFrom('offline' as const, 'online' as const, 'cut' as const, 'repeat' as const, 'reload' as const, 'kill' as const, 'other-tab' as const, 'incoming' as const, 'archive' as const, 'undo' as const)})},
    {weight: 3, arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constantFrom(0, 20, 300, 2_000, 9_000)})},
  ),
  {minLength: 5, maxLength: 30},
);

const failures = {
  'drop-before': 'drop-before',
  'drop-after': 'drop-after',
  unavailable: {code: 'unavailable', status: 503, applied: 'no'},
  committed: {code: 'unavailable', status: 500, committed: true},
  'rate-limited': {code: 'rate-limited', retryAfterMs: 3_000},
} as const;

let desks = 0;

interface Outcome {
  /** By conversation, what the agent sent, in order. */
  readonly sent: Record<string, string[]>;
  /** What the backend holds. */
  readonly held: Record<string, string[]>;
  /** What the inbox still has in hand. */
  readonly left: string[];
}

/** Plays a schedule, heals everything, answers every question with yes, and tells what was sent and what the backend holds. */
async function play(schedule: readonly Step[], idempotentSend: 'server' | 'lookup' | 'none'): Promise<Outcome> {
  const desk = new Desk({kept: `schedule ${++desks}`, idempotentSend, data: smallDesk(2)});
  let tab: Tab = await desk.tab();
  const others: Tab[] = [];
  const sent: Record<string, string[]> = {k1: [], k2: []};
  const open = () => {
    tab.inbox.commands.openThread('k1');
    tab.inbox.commands.openThread('k2');
  };
  open();
  await settle(3);
  for (const [index, step] of schedule.entries()) {
    switch (step.do) {
      case 'send':
        if (write(tab.inbox, step.conversation, `message ${index}`, step.kind) !== undefined) {
          sent[step.conversation]?.push(`${step.kind} message ${index}`);
        }
        break;
      case 'fail':
        desk.faults.failNext(1, failures[step.how], 'sendMessage');
        break;
      case 'offline':
      case 'online':
        desk.faults.offline(step.do === 'offline');
        break;
      case 'cut':
        desk.faults.cutEvents();
        break;
      case 'repeat':
        desk.faults.duplicateEvents(true);
        break;
      case 'reload':
      case 'kill':
        // What was sent in this very moment is in the storage a moment later, as in a page.
        await settle(3);
        if (step.do === 'reload') void tab.inbox.close();
        else others.push(tab); // its locks stay, as a frozen tab's do; it goes on beside the new one
        tab = await desk.tab();
        open();
        break;
      case 'other-tab':
        others.push(await desk.tab());
        break;
      case 'incoming':
        await desk.adapter.backend.incoming('k1', `customer ${index}`);
        break;
      case 'archive':
        tab.inbox.commands.archive('k2');
        break;
      case 'undo':
        tab.inbox.commands.undo('k2');
        break;
      case 'wait':
        await desk.clock.advance(step.ms);
    }
    await settle(2);
  }
  desk.faults.offline(false);
  desk.faults.delay(0);
  for (let round = 0; round < 8; round++) {
    await desk.clock.advance(40_000);
    for (const entry of [...tab.inbox.state.outbox.values()]) {
      if (entry.question || (entry.delivery === 'unconfirmed' && idempotentSend !== 'none')) tab.inbox.commands.sendAnyway(entry.clientId);
      if (entry.delivery === 'failed') tab.inbox.commands.retry(entry.clientId);
    }
  }
  const held = {k1: await stored(desk, 'k1'), k2: await stored(desk, 'k2')};
  const left = [...tab.inbox.state.outbox.values()].map(({kind, body}) => `${kind} ${body.value}`);
  await desk.close();
  return {sent, held, left};
}

describe('through any schedule of faults, reloads and tabs', () => {
  for (const idempotentSend of ['server', 'lookup'] as const) {
    it(`no message is lost, doubled, reordered or put elsewhere (${idempotentSend})`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (schedule) => {
          const {sent, held, left} = await play(schedule, idempotentSend);
          expect(held).toEqual(sent);
          expect(left).toEqual([]);
        }),
        {numRuns: Number(process.env.RUNS ?? 150), seed: Number(process.env.SEED ?? 20260324)},
      );
    }, 120_000);
  }

  it('where nobody can tell what arrived, none is doubled or reordered, and none is lost without being asked about', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (schedule) => {
        const {sent, held, left} = await play(schedule, 'none');
        for (const conversation of ['k1', 'k2']) {
          const [wanted = [], there = []] = [sent[conversation], held[conversation]];
          expect(there).toEqual(wanted.filter((text) => there.includes(text)));
          expect(wanted.filter((text) => !there.includes(text) && !left.includes(text))).toEqual([]);
        }
      }),
      {numRuns: Number(process.env.RUNS ?? 150), seed: Number(process.env.SEED ?? 20260324)},
    );
  }, 120_000);
});
