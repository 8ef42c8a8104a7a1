import {defineChecks} from '../check.js';
import {claim, claimEqual, NotProven} from '../claims.js';
import {declared, declaredIf} from '../needs.js';
import type {LoopEvent, LoopEventType, Session} from '../../contract/index.js';

type Typing = Extract<LoopEvent, {type: 'typing'}>;
type Presence = Extract<LoopEvent, {type: 'presence'}>;

/** A backend that is asked again and again may not know what is over in a moment. */
const tells = ({capabilities}: Session, type: LoopEventType): boolean => capabilities.events.types.includes(type);

export const peopleChecks = defineChecks([
  {
    id: 'typing/seen-and-expires',
    level: 'feature',
    title: 'tells that a colleague types, for how long that holds, and that they stopped',
    run: async (t) => {
      const theirs = declared(await t.other(), 'typing');
      declaredIf(tells(t.session, 'typing'), "`events.types` has no 'typing'");
      const me = (await t.other()).me.id;
      const id = await t.conversation();
      const watcher = await t.follow();
      const typing = (on: boolean) => (one: LoopEvent): one is Typing =>
        one.type === 'typing' && one.conversationId === id && one.on === on;
      await theirs.set(id, true, 'reply', {});
      const event = await watcher.event(typing(true), 'a typing colleague is told');
      claimEqual([event.author.id, event.author.kind, event.kind], [me, 'agent', 'reply'], 'it is told who types what');
      claim(event.ttlMs > 0 && event.ttlMs <= 60_000, `\`ttlMs\` ends typing by itself within a minute, not ${event.ttlMs}`);
      await theirs.set(id, false, 'reply', {});
      await watcher.event(typing(false), 'a colleague who stopped typing is told');
    },
  },
  {
    id: 'presence/seen-and-expires',
    level: 'feature',
    title: 'tells who else looks at a conversation, for how long that holds, and that they left; never me',
    run: async (t) => {
      const theirs = declared(await t.other(), 'presence');
      declaredIf(tells(t.session, 'presence'), "`events.types` has no 'presence'");
      const other = (await t.other()).me.id;
      const id = await t.conversation();
      const watcher = await t.follow();
      const presence = (holds: (one: Presence) => boolean) => (one: LoopEvent): one is Presence =>
        one.type === 'presence' && one.conversationId === id && holds(one);
      const isThere = (one: Presence) => one.people.some(({agent}) => agent.id === other);
      await declared(t.session, 'presence').set(id, 'viewing', {});
      await theirs.set(id, 'replying', {});
      const event = await watcher.event(presence(isThere), 'a colleague who writes a reply is told');
      claimEqual(event.people.find(({agent}) => agent.id === other)?.doing, 'replying', 'it is told what they do');
      claim(event.people.every(({ttlMs}) => ttlMs > 0 && ttlMs <= 120_000), '`ttlMs` ends presence by itself within two minutes');
      claim(event.people.every(({agent}) => agent.id !== t.session.me.id), 'I am not among the people who are told to me');
      await theirs.set(id, 'away', {});
      await watcher.until(() => {
        const last = watcher.events.findLast(presence(() => true));
        return last !== undefined && presence((one) => !isThere(one))(last);
      }, 'a colleague who left is told');
    },
  },
  {
    id: 'mention/round-trip',
    level: 'feature',
    title: 'keeps who is mentioned in a note',
    run: async (t) => {
      const {send, kinds} = t.session.capabilities;
      declaredIf(send.mentions && kinds.includes('note'), '`send.mentions` is false');
      const id = await t.conversation();
      const mentions = [(await t.other()).me.id];
      const draft = t.newMessage(id, t.words('Can you look?'), {kind: 'note', mentions});
      const {message} = await t.session.sendMessage(draft, {});
      claimEqual(message.mentions, mentions, '`mentions` of the answer is what was sent');
      const listed = (await t.thread(id, await t.other())).find((one) => one.id === message.id);
      claimEqual(listed?.mentions, mentions, '`mentions` is listed, also for the colleague');
    },
  },
  {
    id: 'mail/headers-round-trip',
    level: 'feature',
    title: 'keeps to whom a mail goes and its subject',
    run: async (t) => {
      declaredIf(t.session.capabilities.send.mail, '`send.mail` is false');
      const {id: contact} = await t.contact();
      const {id} = await t.seed.conversation({contact, text: t.words('By mail'), channel: 'email'});
      const mail = {
        to: [{address: `${t.key()}@example.org`}],
        cc: [{address: `${t.key()}@example.org`, name: 'Kim'}],
        subject: t.words('Re: order'),
      };
      const {message} = await t.session.sendMessage(t.newMessage(id, t.words('See below'), {mail}), {});
      const listed = (await t.thread(id)).find((one) => one.id === message.id);
      for (const kept of [message.mail, listed?.mail]) {
        claimEqual(kept?.to?.map(({address}) => address), mail.to.map(({address}) => address), '`mail.to` is kept');
        claimEqual(kept?.cc?.map(({address}) => address), mail.cc.map(({address}) => address), '`mail.cc` is kept');
        claimEqual(kept?.subject, mail.subject, '`mail.subject` is kept');
      }
    },
  },
  {
    id: 'profile/update-roundtrip',
    level: 'feature',
    title: 'keeps what it declares editable of the profile, and leaves the rest',
    run: async (t) => {
      const profile = declared(t.session, 'profile');
      declaredIf(profile.update, "the group 'profile' has no update()");
      const before = await profile.get({});
      const editable = (['signature', 'displayName', 'name'] as const).filter((key) => profile.editable.includes(key));
      if (editable.length === 0) throw new NotProven('no text of the profile is editable');
      for (const key of editable) {
        const value = t.words(key);
        claimEqual((await profile.update({[key]: value}, {}))[key], value, `update() answers the new \`${key}\``);
        claimEqual((await profile.get({}))[key], value, `the new \`${key}\` is there when read again`);
      }
      claimEqual((await profile.get({})).email, before.email, 'what was not given stays as it was');
      if (!profile.editable.includes('theme')) return;
      await profile.update({preferences: {theme: 'dark'}}, {});
      await profile.update({preferences: {enterSends: true}}, {});
      claimEqual((await profile.get({})).preferences?.theme, 'dark', 'a change of one preference leaves the others');
    },
  },
]);
