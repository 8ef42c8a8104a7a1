import type {Id, LoopEvent, Session} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, settled, show} from '../claims.js';
import type {CheckContext} from '../context.js';
import {declaredIf, hook} from '../needs.js';
import {claimMessage} from '../shapes.js';
import {messageEvent, tells} from '../seen.js';
import {within} from '../waiting.js';

export const eventChecks = defineChecks([
  {
    id: 'events/first-batch-arrives',
    level: 'core',
    title: 'begins each iterator with a batch, even an empty one, that names a cursor where it can resume',
    run: async (t) => {
      const first = await (await t.follow()).first();
      claim(Array.isArray(first.events), 'a batch has a list of events');
      claim(['catching-up', 'live'].includes(first.phase), `\`phase\` is 'catching-up' or 'live', not ${show(first.phase)}`);
      if (t.session.capabilities.events.resume === 'none') return;
      claim(typeof first.cursor === 'string', 'the first batch of a stream that can resume names a `cursor`');
    },
  },
  {
    id: 'events/other-agent-sees-message',
    level: 'core',
    title: 'tells an agent what a colleague wrote',
    run: async (t) => {
      const id = await t.conversation();
      const watcher = await t.follow();
      const {message} = await t.reply(id, t.words('I take this one.'), await t.other());
      const event = await watcher.event((one) => tells(t.session, one, id, message.id), "a colleague's reply is told");
      if (event.type === 'message.upserted') claimMessage(event.message);
    },
  },
  {
    id: 'events/own-message-carries-client-id',
    level: 'core',
    title: 'tells an agent their own message with its client id',
    run: async (t) => {
      declaredIf(t.session.capabilities.events.types.includes('message.upserted'), "there is no event 'message.upserted'");
      const draft = t.newMessage(await t.conversation(), t.words('On its way.'));
      const watcher = await t.follow();
      const {message} = await t.session.sendMessage(draft, {});
      const event = await watcher.event(messageEvent(message.id), 'my own reply is told');
      claimEqual(event.message.clientId, draft.clientId, '`clientId` of my own message in the stream is the one I sent');
    },
  },
  {
    id: 'events/incoming-seen',
    level: 'core',
    title: 'tells what the contact writes, in old and new conversations',
    run: async (t) => {
      const id = await t.conversation();
      const watcher = await t.follow();
      const {id: message} = await t.seed.incoming(id, t.words('Any news?'));
      await watcher.event((one) => tells(t.session, one, id, message), "the contact's message is told");
      const fresh = await t.conversation();
      await watcher.event((one) => conversationOf(one) === fresh, 'a new conversation is told');
    },
  },
  {
    id: 'events/state-change-seen',
    level: 'core',
    title: 'tells an agent that a colleague archived a conversation',
    run: async (t) => {
      const id = await t.conversation();
      const watcher = await t.follow();
      await (await t.other()).setState(id, 'archived', {});
      await watcher.event(
        (one) =>
          (one.type === 'conversation.upserted' && one.conversation.id === id && one.conversation.state === 'archived') ||
          (one.type === 'conversation.touched' && one.id === id),
        'the archived conversation is told',
      );
    },
  },
  {
    id: 'events/only-declared-types',
    level: 'core',
    title: 'tells events of declared types only',
    run: async (t) => {
      const watcher = await t.follow();
      const id = await t.conversation();
      const other = await t.other();
      await other.typing?.set(id, true, 'reply', {});
      await t.reply(id, t.words('On its way.'), other);
      await other.assignment?.assign(id, {agentId: t.session.me.id}, {});
      await other.escalations?.raise(id, {}, {});
      await other.setState(id, 'archived', {});
      await barrier(t, watcher);
      const {types} = t.session.capabilities.events;
      const undeclared = watcher.events.map(({type}) => type).filter((type) => type !== 'reset' && !types.includes(type));
      claimEqual([...new Set(undeclared)], [], 'every event is of a type in `capabilities.events.types`');
    },
  },
  {
    id: 'events/per-conversation-order',
    level: 'core',
    title: 'tells the messages of a conversation in their order, where it declares so',
    run: async (t) => {
      const {ordering, types} = t.session.capabilities.events;
      declaredIf(ordering === 'per-conversation' && types.includes('message.upserted'), "`events.ordering` is 'none'");
      const id = await t.conversation();
      const watcher = await t.follow();
      let last = '';
      for (let index = 0; index < 8; index++) last = (await t.seed.incoming(id, t.words(`line ${index}`))).id;
      await watcher.event(messageEvent(last), 'the last of eight messages is told');
      // A repeat is allowed, so each message counts from where it was told first.
      const orders = new Map<Id, string>();
      for (const event of watcher.events) {
        if (event.type !== 'message.upserted' || event.message.conversationId !== id) continue;
        if (!orders.has(event.message.id)) orders.set(event.message.id, event.message.order);
      }
      claimEqual([...orders.values()], [...orders.values()].sort(), 'messages of a conversation are told in the order of their keys');
      claim(orders.size >= 8, `all eight messages are told, not ${orders.size}`);
    },
  },
  {
    id: 'events/older-rev-never-after-newer',
    level: 'core',
    title: 'never tells an older `rev` of a record after a newer one',
    run: async (t) => {
      const watcher = await t.follow();
      const id = await t.conversation();
      const other = await t.other();
      for (const state of ['archived', 'active', 'archived', 'active'] as const) {
        await other.setState(id, state, {});
        await t.reply(id, t.words(`now ${state}`));
      }
      await barrier(t, watcher);
      const newest = new Map<string, number>();
      let told = 0;
      for (const [name, rev] of watcher.events.map(revOf).filter((one) => one !== undefined)) {
        told++;
        claim(rev >= (newest.get(name) ?? rev), `${name} is not told with rev ${rev} after ${newest.get(name) ?? ''}`);
        newest.set(name, rev);
      }
      declaredIf(told > 0, 'records have no `rev`');
    },
  },
  {
    id: 'events/abort-ends-fast',
    level: 'core',
    title: 'ends an iterator at once when its signal is aborted',
    run: async (t) => {
      const watcher = await t.follow();
      const reason = new Error('the page is being left');
      const {error} = await watcher.stop(reason);
      claim(error === undefined || error === reason, `an aborted iterator ends or throws the reason of its signal, not ${show(error)}`);
      const dead = new AbortController();
      dead.abort(reason);
      const late = await within(settled(firstBatch(t.session, dead.signal)), t.timing.settleMs, 'events() with an aborted signal ends');
      claim(!('value' in late && late.value !== undefined), 'events() with an aborted signal yields nothing');
    },
  },
  {
    id: 'events/two-iterators-both-complete',
    level: 'core',
    title: 'tells everything to each of two iterators',
    run: async (t) => {
      const id = await t.conversation();
      const watchers = [await t.follow(), await t.follow()];
      for (let index = 0; index < 4; index++) {
        const message = await t.seed.incoming(id, t.words(`line ${index}`));
        for (const watcher of watchers) {
          await watcher.event((one) => tells(t.session, one, id, message.id), 'each of two iterators tells each message');
        }
      }
    },
  },
  {
    id: 'events/no-events-for-invisible-conversation',
    level: 'core',
    title: 'tells nothing of a conversation that the agent may not see',
    run: async (t) => {
      const {id} = await hook(t.seed, 'hidden')();
      const write = hook(t.seed, 'incomingHidden');
      const watcher = await t.follow();
      const words = t.words('Not for you');
      await write(id, words);
      await barrier(t, watcher);
      const leaks = watcher.events.filter((one) => JSON.stringify(one).includes(words) || conversationOf(one) === id);
      claimEqual(leaks.map(({type}) => type), [], 'no event tells of a hidden conversation');
    },
  },
]);

/** Something visible that happens last: what was to be told before it has been told. */
async function barrier(t: CheckContext, watcher: Awaited<ReturnType<CheckContext['follow']>>): Promise<void> {
  const id = await t.conversation();
  const {id: message} = await t.seed.incoming(id, t.words('the last thing'));
  await watcher.event((one) => tells(t.session, one, id, message), 'events go on to be told');
}

async function firstBatch(session: Session, signal: AbortSignal): Promise<unknown> {
  for await (const batch of session.events({signal})) return batch;
  return undefined;
}

function conversationOf(event: LoopEvent): Id | undefined {
  if (event.type === 'conversation.upserted') return event.conversation.id;
  if (event.type === 'message.upserted') return event.message.conversationId;
  if (event.type === 'conversation.touched') return event.id;
  return 'conversationId' in event ? event.conversationId : undefined;
}

function revOf(event: LoopEvent): readonly [string, number] | undefined {
  if (event.type === 'conversation.upserted' && event.conversation.rev !== undefined) {
    return [`conversation ${event.conversation.id}`, event.conversation.rev];
  }
  if (event.type === 'message.upserted' && event.message.rev !== undefined) {
    return [`message ${event.message.id}`, event.message.rev];
  }
  return undefined;
}
