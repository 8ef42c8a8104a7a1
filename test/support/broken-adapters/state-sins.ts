import {AdapterError, type Session} from '../../../src/contract/index.js';
import {pretended} from './send-sins.js';
import type {Sin} from './sin.js';

/** Sins of moving conversations. */
export const stateSins: readonly Sin[] = [
  {
    that: 'says that it archived and did not',
    caughtBy: 'state/archive-moves-view',
    saying: /the conversation is in the archived view/,
    session: (session) => ({
      ...session,
      setState: async (id, to, options) => ({conversation: {...(await session.getConversation(id, options)), state: to}}),
    }),
  },
  {
    that: 'never reopens',
    caughtBy: 'state/reopen-moves-back',
    saying: /reopened conversation with state 'active'/,
    session: (session) => ({
      ...session,
      setState: async (id, to, options) =>
        to === 'active' ? {conversation: await session.getConversation(id, options)} : session.setState(id, to, options),
    }),
  },
  {
    that: 'refuses to archive what is archived',
    caughtBy: 'state/archive-twice-ok',
    saying: /archived already/,
    session: (session) => ({
      ...session,
      setState: async (id, to, options) => {
        const {state} = await session.getConversation(id, options);
        if (state === to) throw new AdapterError({code: 'conflict', reason: 'version', message: 'archived already'});
        return session.setState(id, to, options);
      },
    }),
  },
  {
    that: 'writes over a newer version',
    caughtBy: 'state/stale-version-conflict',
    saying: /older version is refused.*accepted/,
    session: (session) => ({
      ...session,
      setState: (id, to, {ifVersion: _ifVersion, ...options}) => session.setState(id, to, options),
    }),
  },
  {
    that: 'keeps silent about a state that it does not have',
    caughtBy: 'state/refusal-is-error-not-silence',
    saying: /undeclared state 'nowhere' is refused.*accepted/,
    session: (session) => ({
      ...session,
      setState: (id, to, options) =>
        session.setState(id, to, options).catch(async () => ({conversation: await session.getConversation(id, options)})),
    }),
  },
  {
    that: 'declares that a message reopens and it does not',
    caughtBy: 'state/incoming-reopens-or-declared',
    saying: /`archive.reopenOnReply` is true/,
    session: (session) => ({
      ...session,
      capabilities: {...session.capabilities, archive: {...session.capabilities.archive, reopenOnReply: true}},
    }),
  },
  {
    that: 'never wakes what is snoozed',
    caughtBy: 'state/snooze-and-wake',
    saying: /a message wakes a conversation/,
    session: (session) => {
      const snoozed = new Set<string>();
      return {
        ...session,
        setState: (id, to, options) => {
          if (to === 'snoozed') snoozed.add(id);
          return session.setState(id, to, options);
        },
        getConversation: async (id, options) => {
          const conversation = await session.getConversation(id, options);
          return snoozed.has(id) ? {...conversation, state: 'snoozed'} : conversation;
        },
      };
    },
  },
  {
    that: 'takes no notice of what it denies',
    caughtBy: 'state/deny-respected',
    saying: /what `deny.reply` names is refused.*accepted/,
    session: (session) => ({
      ...session,
      sendMessage: (message, options) =>
        session.sendMessage(message, options).catch((error: unknown) => {
          if (AdapterError.is(error) && error.code === 'forbidden') return pretended(message, session);
          throw error;
        }),
    }),
  },
  {
    that: 'declares undo and gives nothing to undo with',
    caughtBy: 'state/undo-restores',
    saying: /`undo` of the archive is there/,
    session: (session) => ({
      ...session,
      setState: async (id, to, options) => {
        const {undo: _undo, ...change} = await session.setState(id, to, options);
        return change;
      },
    }),
  },
  {
    that: 'does not take what was read as read',
    caughtBy: 'read/unread-zero-after-mark',
    saying: /`unread` is 0/,
    session: (session) => ({...session, readState: {...(session.readState as NonNullable<Session['readState']>), markRead: () => Promise.resolve()}}),
  },
];
