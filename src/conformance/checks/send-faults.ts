import type {CheckContext} from '../context.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects, settled} from '../claims.js';
import {declared, declaredIf} from '../needs.js';
import {AdapterError} from '../../contract/index.js';

export const sendFaultChecks = defineChecks([
  {
    id: 'send/drop-before-is-network-no',
    level: 'resilience',
    title: 'answers `network` when a message is lost on its way out; nothing is stored',
    run: async (t) => {
      const {faults} = t;
      const id = await t.conversation();
      const words = t.words('Lost');
      faults.failNext(1, 'drop-before');
      // An adapter that cannot look at the wire may say 'maybe' here; that it never says 'no' wrongly is `send/applied-is-honest`.
      await claimRejects(t.reply(id, words), 'network', 'a send that never reaches the backend is refused');
      claimEqual(await t.count(id, words), 0, 'the lost message is not stored: no retry of its own');
    },
  },
  {
    id: 'send/drop-after-is-network-maybe',
    level: 'resilience',
    title: "answers `network` with applied 'maybe' when the answer is lost after the message was stored",
    run: async (t) => {
      const {faults} = t;
      const id = await t.conversation();
      const words = t.words('Unsure');
      faults.failNext(1, 'drop-after');
      const error = await claimRejects(t.reply(id, words), 'network', 'a send whose answer is lost is refused');
      claimEqual(error.applied, 'maybe', "`applied` is 'maybe' when the message may have reached the backend");
      await t.eventually('the message whose answer was lost is stored', async () => (await t.count(id, words)) === 1);
    },
  },
  {
    id: 'send/retry-after-maybe-no-duplicate',
    level: 'resilience',
    title: 'stores a message once when it is repeated after its answer was lost',
    run: async (t) => {
      const {faults} = t;
      const {idempotentSend} = t.session.capabilities;
      declaredIf(idempotentSend !== 'none', "`idempotentSend` is 'none'");
      const id = await t.conversation();
      const words = t.words('Again');
      const draft = t.newMessage(id, words);
      faults.failNext(1, 'drop-after');
      await settled(t.session.sendMessage(draft, {}));
      const found = idempotentSend === 'lookup' ? await declared(t.session, 'lookup').sent(id, draft.clientId, {}) : undefined;
      if (!found) await t.session.sendMessage(draft, {});
      claimEqual(await t.count(id, words), 1, 'the repeated message is stored once');
    },
  },
  {
    id: 'send/applied-is-honest',
    level: 'resilience',
    title: "says applied 'no' only when the message surely is not stored",
    run: async (t) => {
      for (const how of ['drop-before', 'drop-after', {status: 500}, {status: 503}, {status: 429}] as const) {
        await claimHonest(t, how);
      }
    },
  },
]);

async function claimHonest(t: CheckContext, how: Parameters<CheckContext['faults']['failNext']>[1]): Promise<void> {
  const {faults} = t;
  const id = await t.conversation();
  const words = t.words('Did it arrive?');
  faults.failNext(1, how);
  const outcome = await settled(t.reply(id, words));
  const name = typeof how === 'string' ? how : `status ${how.status}`;
  claim('error' in outcome, `a send met by ${name} rejects`);
  claim(AdapterError.is(outcome.error), `a send met by ${name} rejects with an AdapterError`);
  if (outcome.error.applied === 'maybe') return;
  claimEqual(await t.count(id, words), 0, `after ${name} with applied 'no' the message is not stored`);
}
