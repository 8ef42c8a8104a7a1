import type {ConversationState, Id} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects, NotProven} from '../claims.js';
import type {CheckContext} from '../context.js';
import {declared, declaredIf} from '../needs.js';

export const stateChecks = defineChecks([
  {
    id: 'state/archive-moves-view',
    level: 'core',
    title: 'moves an archived conversation from the active to the archived view',
    run: async (t) => {
      const id = await t.conversation();
      const {conversation} = await t.session.setState(id, 'archived', {});
      claimEqual(conversation.id, id, 'setState() answers the conversation that was moved');
      claimEqual(conversation.state, 'archived', "setState() answers it with state 'archived'");
      await claimIn(t, id, 'archived');
    },
  },
  {
    id: 'state/reopen-moves-back',
    level: 'core',
    title: 'moves a reopened conversation back to the active view',
    run: async (t) => {
      const id = await t.conversation();
      await t.session.setState(id, 'archived', {});
      const {conversation} = await t.session.setState(id, 'active', {});
      claimEqual(conversation.state, 'active', "setState() answers a reopened conversation with state 'active'");
      await claimIn(t, id, 'active');
    },
  },
  {
    id: 'state/archive-twice-ok',
    level: 'core',
    title: 'archives what is archived already without an error',
    run: async (t) => {
      const id = await t.conversation();
      await t.session.setState(id, 'archived', {});
      const {conversation} = await t.session.setState(id, 'archived', {});
      claimEqual(conversation.state, 'archived', 'a conversation archived twice is archived');
    },
  },
  {
    id: 'state/stale-version-conflict',
    level: 'core',
    title: 'refuses a write on an older version with `conflict`, where it tells versions',
    run: async (t) => {
      const id = await t.conversation();
      const {version} = await t.session.getConversation(id, {});
      declaredIf(version !== undefined, 'conversations have no `version`');
      const changed = await t.session.setState(id, 'archived', {ifVersion: version});
      claim(changed.conversation.version !== version, '`version` of a conversation changes with its state');
      const error = await claimRejects(t.session.setState(id, 'active', {ifVersion: version}), 'conflict', 'a write on an older version is refused');
      claimEqual(error.init.code === 'conflict' && error.init.reason, 'version', "the reason is 'version'");
      claimEqual((await t.session.getConversation(id, {})).state, 'archived', 'the refused write changed nothing');
    },
  },
  {
    id: 'state/refusal-is-error-not-silence',
    level: 'core',
    title: 'refuses a state that it does not declare, with an error',
    run: async (t) => {
      const id = await t.conversation();
      const {states} = t.session.capabilities;
      const all = ['active', 'archived', 'automated', 'snoozed'] as const;
      const refused = [...all.filter((state) => !states.includes(state)), 'nowhere' as ConversationState];
      for (const state of refused) {
        const call = t.session.setState(id, state, {});
        await claimRejects(call, ['unsupported', 'validation'], `the undeclared state '${state}' is refused`);
      }
      await claimRejects(t.session.setState(t.key(), 'archived', {}), 'not-found', 'moving an unknown conversation is refused');
      claimEqual((await t.session.getConversation(id, {})).state, 'active', 'refused moves change nothing');
    },
  },
  {
    id: 'state/incoming-reopens-or-declared',
    level: 'core',
    title: 'reopens an archived conversation by a message exactly where it declares so',
    run: async (t) => {
      const {reopenOnIncoming, reopenOnReply} = t.session.capabilities.archive;
      const incoming = await t.conversation();
      await t.session.setState(incoming, 'archived', {});
      const words = t.words('It broke again');
      await t.seed.incoming(incoming, words);
      await t.eventually('the new message is in the thread', async () => (await t.count(incoming, words)) === 1);
      await claimState(t, incoming, reopenOnIncoming ? 'active' : 'archived', `\`archive.reopenOnIncoming\` is ${reopenOnIncoming}`);
      const replied = await t.conversation();
      await t.session.setState(replied, 'archived', {});
      await t.reply(replied, t.words('One more thing'));
      await claimState(t, replied, reopenOnReply ? 'active' : 'archived', `\`archive.reopenOnReply\` is ${reopenOnReply}`);
    },
  },
  {
    id: 'state/snooze-and-wake',
    level: 'feature',
    title: 'snoozes a conversation until a time or the next message, and wakes it',
    run: async (t) => {
      const {states, snooze} = t.session.capabilities;
      declaredIf(states.includes('snoozed'), "`states` has no 'snoozed'");
      const id = await t.conversation();
      const until = new Date(t.now() + 3_600_000).toISOString();
      const {conversation} = await t.session.setState(id, 'snoozed', {until});
      claimEqual(conversation.state, 'snoozed', "setState() answers it with state 'snoozed'");
      claimEqual(Date.parse(conversation.snoozedUntil ?? ''), Date.parse(until), '`snoozedUntil` is the time that was asked for');
      await claimIn(t, id, 'active');
      if (snooze?.nextMessage) {
        const waiting = await t.session.setState(id, 'snoozed', {until: 'next-message'});
        claimEqual(waiting.conversation.snoozedUntil, undefined, "one snoozed until the next message has no `snoozedUntil`");
        await t.seed.incoming(id, t.words('Me again'));
        await claimState(t, id, 'active', 'a message wakes a conversation that is snoozed until the next one');
      }
      const short = await t.conversation();
      await t.session.setState(short, 'snoozed', {until: new Date(t.now() + t.timing.settleMs / 2).toISOString()});
      await claimState(t, short, 'active', 'a snoozed conversation wakes at its time');
    },
  },
  {
    id: 'state/deny-respected',
    level: 'core',
    title: 'refuses with `forbidden` what `deny` names, and says why in a sentence',
    run: async (t) => {
      const id = await denied(t);
      const {deny, state} = await t.session.getConversation(id, {});
      const words = t.words('May I?');
      const calls: Readonly<Record<string, () => Promise<unknown>>> = {
        reply: () => t.reply(id, words),
        note: () => t.session.sendMessage(t.newMessage(id, words, {kind: 'note'}), {}),
        ...(state === 'archived'
          ? {reopen: () => t.session.setState(id, 'active', {})}
          : {archive: () => t.session.setState(id, 'archived', {})}),
      };
      for (const [action, sentence] of Object.entries(deny ?? {})) {
        claim(sentence.trim() !== '', `\`deny.${action}\` holds a sentence for the agent`);
        const call = calls[action];
        if (call) await claimRejects(call(), 'forbidden', `what \`deny.${action}\` names is refused`);
      }
      claimEqual(await t.count(id, words), 0, 'a denied message is not stored');
      claimEqual((await t.session.getConversation(id, {})).state, state, 'a denied move changes nothing');
    },
  },
  {
    id: 'state/undo-restores',
    level: 'feature',
    title: 'brings back by `undo` what archiving removed',
    run: async (t) => {
      declaredIf(t.session.capabilities.archive.undo === 'restore', "`archive.undo` is 'hold'");
      const id = await t.conversation();
      const raised = await t.session.escalations?.raise(id, {reason: 'Waits too long'}, {});
      const {undo} = await t.session.setState(id, 'archived', {});
      claim(typeof undo === 'string' && undo !== '', '`undo` of the archive is there to be given back');
      const {conversation} = await t.session.setState(id, 'active', {undo});
      claimEqual(conversation.state, 'active', 'the conversation is active again');
      if (!raised) return;
      const escalations = await declared(t.session, 'escalations').list(id, {});
      claimEqual(escalations.map((one) => one.reason), ['Waits too long'], 'the escalation is back');
      claimEqual((await t.session.getConversation(id, {})).escalated, true, 'the conversation is escalated again');
    },
  },
]);

/** Claims that a conversation is listed in one view and not in the other. */
async function claimIn(t: CheckContext, id: Id, role: 'active' | 'archived'): Promise<void> {
  const there = t.view(role);
  const elsewhere = t.view(role === 'active' ? 'archived' : 'active');
  if (there !== undefined) {
    await t.eventually(`the conversation is in the ${role} view`, async () => (await t.ids({view: there})).includes(id));
  }
  if (elsewhere !== undefined) {
    await t.eventually(`the conversation is in the ${role} view only`, async () => !(await t.ids({view: elsewhere})).includes(id));
  }
}

async function claimState(t: CheckContext, id: Id, state: ConversationState, sentence: string): Promise<void> {
  await t.eventually(`${sentence}, so the conversation is ${state}`, async () => (await t.session.getConversation(id, {})).state === state);
}

/** A conversation in which the first agent is denied something. */
async function denied(t: CheckContext): Promise<Id> {
  if (t.seed.deny) {
    const id = await t.conversation();
    await t.seed.deny(id, 'reply', 'The reply window is over.');
    await t.eventually('the conversation tells what is denied', async () => (await t.session.getConversation(id, {})).deny?.reply);
    return id;
  }
  for (const {id: view} of t.session.capabilities.views) {
    const {items} = await t.session.listConversations({view, limit: 50}, {});
    const row = items.find(({deny}) => deny && Object.keys(deny).length > 0);
    if (row) return row.id;
  }
  throw new NotProven("the target has no hook 'seed.deny', and no listed conversation denies anything");
}
