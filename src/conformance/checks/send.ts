import {readable} from '../bodies.js';
import {defineChecks} from '../check.js';
import {claim, claimAborts, claimEqual, claimRejects} from '../claims.js';
import {declared, declaredIf, hook} from '../needs.js';
import {claimMessage} from '../shapes.js';

export const sendChecks = defineChecks([
  {
    id: 'send/reply-returned-and-listed',
    level: 'core',
    title: 'answers a reply with the stored message and lists it',
    run: async (t) => {
      const id = await t.conversation();
      const words = t.words('On its way.');
      const {message} = await t.reply(id, words);
      claimMessage(message);
      claimEqual(message.kind, 'reply', "the stored message has kind 'reply'");
      claimEqual(message.conversationId, id, 'the stored message names its conversation');
      claimEqual(readable(message.body), words, 'the stored message has the words that were sent');
      const listed = (await t.thread(id)).find((one) => one.id === message.id);
      claim(listed, 'the thread holds the message that was answered');
      claimEqual(listed.order, message.order, '`order` of the answer is that of the list');
      claimEqual(await t.count(id, words), 1, 'the reply is stored once');
    },
  },
  {
    id: 'send/client-id-echoed',
    level: 'core',
    title: 'answers with the client id that the message was sent with',
    run: async (t) => {
      const draft = t.newMessage(await t.conversation(), t.words('On its way.'));
      const {message} = await t.session.sendMessage(draft, {});
      claimEqual(message.clientId, draft.clientId, '`clientId` of the answer is the one that was sent');
    },
  },
  {
    id: 'send/note-is-note',
    level: 'feature',
    title: 'stores a note as a note, for every agent',
    run: async (t) => {
      declaredIf(t.session.capabilities.kinds.includes('note'), "`kinds` has no 'note'");
      const id = await t.conversation();
      const draft = t.newMessage(id, t.words('Call before noon'), {kind: 'note'});
      const {message} = await t.session.sendMessage(draft, {});
      claimEqual(message.kind, 'note', "a note is answered with kind 'note'");
      for (const session of [t.session, await t.other()]) {
        const listed = (await t.thread(id, session)).find((one) => one.id === message.id);
        claimEqual(listed?.kind, 'note', "a note is listed with kind 'note'");
      }
    },
  },
  {
    id: 'send/note-not-visible-to-contact',
    level: 'feature',
    title: 'never shows a note to the contact',
    run: async (t) => {
      declaredIf(t.session.capabilities.kinds.includes('note'), "`kinds` has no 'note'");
      const contactSees = hook(t.seed, 'contactSees');
      const id = await t.conversation();
      const secret = t.words('Between us');
      const open = t.words('On its way.');
      await t.session.sendMessage(t.newMessage(id, secret, {kind: 'note'}), {});
      await t.reply(id, open);
      const seen = await t.eventually('the contact sees the reply', async () => {
        const texts = await contactSees(id);
        return texts.some((text) => text.includes(open)) && texts;
      });
      claim(!seen.some((text) => text.includes(secret)), 'the contact does not see the note');
    },
  },
  {
    id: 'send/empty-is-validation',
    level: 'core',
    title: 'refuses an empty message with `validation` and stores nothing',
    run: async (t) => {
      const id = await t.conversation();
      const before = (await t.thread(id)).length;
      for (const text of ['', ' \n ']) {
        const call = t.session.sendMessage(t.newMessage(id, text), {});
        await claimRejects(call, 'validation', `a reply that holds only ${JSON.stringify(text)} is refused`);
      }
      claimEqual((await t.thread(id)).length, before, 'an empty message leaves the thread as it was');
    },
  },
  {
    id: 'send/too-long-is-validation',
    level: 'core',
    title: 'refuses a message above `maxBodyChars` with `validation` and stores nothing',
    run: async (t) => {
      const {maxBodyChars} = t.session.capabilities;
      declaredIf(maxBodyChars !== undefined, 'there is no `maxBodyChars`');
      const id = await t.conversation();
      const words = t.key();
      const call = t.reply(id, words.padEnd(maxBodyChars + 1, 'x'));
      await claimRejects(call, 'validation', `a reply of ${maxBodyChars + 1} characters is refused`);
      claimEqual(await t.count(id, words), 0, 'a message that is too long is not stored');
    },
  },
  {
    id: 'send/same-client-id-once',
    level: 'core',
    title: 'stores a message once when it is sent again with the same client id',
    run: async (t) => {
      const {idempotentSend} = t.session.capabilities;
      declaredIf(idempotentSend !== 'none', "`idempotentSend` is 'none'");
      const id = await t.conversation();
      const words = t.words('Only once');
      const draft = t.newMessage(id, words);
      const first = await t.session.sendMessage(draft, {});
      const found = idempotentSend === 'lookup' ? await declared(t.session, 'lookup').sent(id, draft.clientId, {}) : undefined;
      const again = found ?? (await t.session.sendMessage(draft, {})).message;
      claimEqual(again.id, first.message.id, 'a message sent again with the same client id is answered with the stored one');
      const later = found ?? (await (await t.connect()).sendMessage(draft, {})).message;
      claimEqual(later.id, first.message.id, 'the same holds in a new session, as after a reload');
      claimEqual(await t.count(id, words), 1, 'the message is stored once');
    },
  },
  {
    id: 'send/same-client-id-parallel-once',
    level: 'core',
    title: 'stores a message once when it is sent several times at the same moment',
    run: async (t) => {
      declaredIf(t.session.capabilities.idempotentSend === 'server', "`idempotentSend` is not 'server'");
      const id = await t.conversation();
      const words = t.words('At once');
      const draft = t.newMessage(id, words);
      // A call may be told to wait for the one that is under way; none may store a second message.
      await Promise.allSettled(Array.from({length: 5}, () => t.session.sendMessage(draft, {})));
      claimEqual(await t.count(id, words), 1, 'five sends of the same client id at once store one message');
    },
  },
  {
    id: 'send/lookup-finds',
    level: 'feature',
    title: 'finds a message by its client id after it was sent, and only then',
    run: async (t) => {
      const lookup = declared(t.session, 'lookup');
      const id = await t.conversation();
      const draft = t.newMessage(id, t.words('Look for me'));
      claimEqual(await lookup.sent(id, draft.clientId, {}), null, 'nothing is found before the message was sent');
      const {message} = await t.session.sendMessage(draft, {});
      claimEqual((await lookup.sent(id, draft.clientId, {}))?.id, message.id, 'the message is found by its client id');
    },
  },
  {
    id: 'send/to-missing-conversation-not-found',
    level: 'core',
    title: 'answers `not-found` for a message to a conversation that does not exist',
    run: async (t) => {
      await claimRejects(t.reply(t.key(), t.words('Hello')), 'not-found', 'a reply to an unknown conversation is refused');
    },
  },
  {
    id: 'send/then-state-applied',
    level: 'feature',
    title: 'moves the conversation in the same call as the message',
    run: async (t) => {
      declaredIf(t.session.capabilities.send.thenState, '`send.thenState` is false');
      const id = await t.conversation();
      const words = t.words('Done.');
      const {state} = await t.session.sendMessage(t.newMessage(id, words, {thenState: 'archived'}), {});
      claimEqual(state?.conversation.state, 'archived', "`state.conversation` of the answer is 'archived'");
      claimEqual((await t.session.getConversation(id, {})).state, 'archived', 'the conversation is archived');
      claimEqual(await t.count(id, words), 1, 'the message is stored');
      const plain = await t.session.sendMessage(t.newMessage(await t.conversation(), t.words('Not yet')), {});
      claimEqual(plain.state, undefined, 'without `thenState` the answer has no `state`');
    },
  },
  {
    id: 'send/then-state-reports-removed',
    level: 'feature',
    title: 'names what archiving removed when a message archives',
    run: async (t) => {
      declaredIf(t.session.capabilities.send.thenState, '`send.thenState` is false');
      const escalations = declared(t.session, 'escalations');
      const id = await t.conversation();
      const {id: raised} = await escalations.raise(id, {reason: 'Waits too long'}, {});
      const {state} = await t.session.sendMessage(t.newMessage(id, t.words('Done.'), {thenState: 'archived'}), {});
      claimEqual(state?.removed?.escalations?.includes(raised), true, '`state.removed.escalations` names the escalation');
    },
  },
  {
    id: 'send/reply-to-kept',
    level: 'feature',
    title: 'keeps which message a reply answers',
    run: async (t) => {
      declaredIf(t.session.capabilities.send.replyTo, '`send.replyTo` is false');
      const id = await t.conversation();
      const replyTo = (await t.thread(id))[0]?.id;
      const {message} = await t.session.sendMessage(t.newMessage(id, t.words('To this'), {replyTo}), {});
      claimEqual(message.replyTo, replyTo, '`replyTo` of the answer is what was sent');
      claimEqual((await t.thread(id)).find((one) => one.id === message.id)?.replyTo, replyTo, '`replyTo` is listed');
    },
  },
  {
    id: 'send/stale-reply-is-conflict',
    level: 'feature',
    title: "refuses a reply written before the newest message was seen, where it is declared that the server compares",
    run: async (t) => {
      declaredIf(t.session.capabilities.send.staleGuard === 'server', "`send.staleGuard` is 'client'");
      const id = await t.conversation();
      const lastSeen = (await t.thread(id)).at(-1)?.id;
      await t.seed.incoming(id, t.words('Never mind'));
      const words = t.words('Answer to the first');
      const call = t.session.sendMessage(t.newMessage(id, words, {lastSeen}), {});
      const error = await claimRejects(call, 'conflict', 'a reply behind a newer message is refused');
      claimEqual(error.init.code === 'conflict' && error.init.reason, 'stale-reply', "the reason is 'stale-reply'");
      claimEqual(await t.count(id, words), 0, 'the refused reply is not stored');
    },
  },
  {
    id: 'send/abort-before-send-has-no-effect',
    level: 'core',
    title: 'stores nothing when the signal was aborted before the call',
    run: async (t) => {
      const id = await t.conversation();
      const words = t.words('Taken back');
      await claimAborts((signal) => t.session.sendMessage(t.newMessage(id, words), {signal}), 'sendMessage()');
      claimEqual(await t.count(id, words), 0, 'an aborted message is not stored');
    },
  },
  {
    id: 'send/parallel-keeps-all',
    level: 'core',
    title: 'keeps all of several messages that are sent at once',
    run: async (t) => {
      const id = await t.conversation();
      const words = t.words('Part');
      const sent = await Promise.all(Array.from({length: 8}, (_, index) => t.reply(id, `${words} ${index}`)));
      claimEqual(new Set(sent.map(({message}) => message.id)).size, 8, 'eight messages sent at once have eight ids');
      claimEqual(await t.count(id, words), 8, 'eight messages sent at once are stored');
    },
  },
]);
