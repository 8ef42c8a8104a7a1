import {AdapterError, type AdapterErrorInit, type NewMessage, type Session} from '../../../src/contract/index.js';
import {withMessages, type Sin} from './sin.js';

/** Sins of sending. */
export const sendSins: readonly Sin[] = [
  {
    that: 'answers a reply before it is stored',
    caughtBy: 'send/reply-returned-and-listed',
    saying: /the thread holds the message that was answered/,
    session: (session) => ({...session, sendMessage: (message) => Promise.resolve(pretended(message, session))}),
  },
  {
    that: 'keeps the client id to itself',
    caughtBy: 'send/client-id-echoed',
    saying: /`clientId` of the answer/,
    session: (session) => withMessages(session, ({clientId: _clientId, ...message}) => message),
  },
  {
    that: 'answers a note as a reply',
    caughtBy: 'send/note-is-note',
    saying: /kind 'note'.*"reply" instead of "note"/,
    session: (session) => withMessages(session, (message) => (message.kind === 'note' ? {...message, kind: 'reply'} : message)),
  },
  {
    that: 'sends notes to the contact',
    caughtBy: 'send/note-not-visible-to-contact',
    saying: /the contact does not see the note/,
    session: (session) => ({
      ...session,
      sendMessage: async (message, options) => {
        const result = await session.sendMessage({...message, kind: 'reply'}, options);
        return {...result, message: {...result.message, kind: message.kind}};
      },
    }),
  },
  {
    that: 'swallows an empty message',
    caughtBy: 'send/empty-is-validation',
    saying: /holds only "" is refused.*accepted/,
    session: (session) => ({
      ...session,
      sendMessage: async (message, options) =>
        message.body.value.trim() ? session.sendMessage(message, options) : pretended(message, session),
    }),
  },
  {
    that: 'shortens what is too long',
    caughtBy: 'send/too-long-is-validation',
    saying: /characters is refused.*accepted/,
    session: (session) => ({
      ...session,
      sendMessage: (message, options) =>
        session.sendMessage({...message, body: {...message.body, value: message.body.value.slice(0, 100)}}, options),
    }),
  },
  {
    that: 'ignores the client id',
    caughtBy: 'send/same-client-id-once',
    saying: /answered with the stored one/,
    session: forgetful,
  },
  {
    that: 'ignores the client id of what is still on its way',
    caughtBy: 'send/same-client-id-parallel-once',
    saying: /five sends of the same client id at once store one message/,
    session: forgetful,
  },
  {
    that: 'drops a message to a conversation that is gone',
    caughtBy: 'send/to-missing-conversation-not-found',
    saying: /unknown conversation is refused.*accepted/,
    session: (session) => ({
      ...session,
      sendMessage: (message, options) => session.sendMessage(message, options).catch(() => pretended(message, session)),
    }),
  },
  {
    that: 'forgets to archive with the message',
    caughtBy: 'send/then-state-applied',
    saying: /`state.conversation` of the answer is 'archived'/,
    session: (session) => altering(session, ({thenState: _thenState, ...message}) => message),
  },
  {
    that: 'forgets which message is answered',
    caughtBy: 'send/reply-to-kept',
    saying: /`replyTo` of the answer/,
    session: (session) => altering(session, ({replyTo: _replyTo, ...message}) => message),
  },
  {
    that: 'declares to compare what the agent had seen and does not',
    caughtBy: 'send/stale-reply-is-conflict',
    saying: /behind a newer message is refused.*accepted/,
    session: (session) => altering(session, ({lastSeen: _lastSeen, ...message}) => message),
  },
  {
    that: 'forgets who is mentioned',
    caughtBy: 'mention/round-trip',
    saying: /`mentions` of the answer/,
    session: (session) => altering(session, ({mentions: _mentions, ...message}) => message),
  },
  {
    that: 'forgets the headers of a mail',
    caughtBy: 'mail/headers-round-trip',
    saying: /`mail.cc` is kept/,
    session: (session) => altering(session, ({mail, ...message}) => ({...message, mail: mail && {to: mail.to, subject: mail.subject}})),
  },
  {
    that: 'sends although the call was aborted',
    caughtBy: 'send/abort-before-send-has-no-effect',
    saying: /sendMessage\(\) rejects when its signal is aborted/,
    session: (session) => ({...session, sendMessage: (message) => session.sendMessage(message, {})}),
  },
  {
    that: 'loses one of two messages that are sent at once',
    caughtBy: 'send/parallel-keeps-all',
    saying: /eight messages sent at once/,
    session: (session) => {
      let busy = false;
      return {
        ...session,
        sendMessage: async (message, options) => {
          if (busy) return pretended(message, session);
          busy = true;
          return session.sendMessage(message, options).finally(() => (busy = false));
        },
      };
    },
  },
  {
    that: 'tries again by itself',
    caughtBy: 'send/drop-before-is-network-no',
    saying: /never reaches the backend is refused.*accepted/,
    session: (session) => ({
      ...session,
      sendMessage: (message, options) => session.sendMessage(message, options).catch(() => session.sendMessage(message, options)),
    }),
  },
  {
    that: 'is sure that nothing arrived when the answer is lost',
    caughtBy: 'send/drop-after-is-network-maybe',
    saying: /`applied` is 'maybe'/,
    session: sure,
  },
  {
    that: 'says that nothing was done when something was',
    caughtBy: 'send/applied-is-honest',
    saying: /with applied 'no' the message is not stored/,
    session: sure,
  },
  {
    that: 'stores a repeated message anew',
    caughtBy: 'send/retry-after-maybe-no-duplicate',
    saying: /the repeated message is stored once/,
    session: forgetful,
  },
];

/** Sends something else than it was given. */
function altering(session: Session, alter: (message: NewMessage) => NewMessage): Session {
  return {...session, sendMessage: (message, options) => session.sendMessage(alter(message), options)};
}

function forgetful(session: Session): Session {
  let sent = 0;
  return altering(session, (message) => ({...message, clientId: `${message.clientId}-${session.me.id}-${sent++}-${Math.random()}`}));
}

function sure(session: Session): Session {
  return {
    ...session,
    sendMessage: async (message, options) => {
      try {
        return await session.sendMessage(message, options);
      } catch (error) {
        if (!AdapterError.is(error)) throw error;
        throw new AdapterError({...error.init, applied: 'no'} as AdapterErrorInit);
      }
    },
  };
}

/** An answer that looks as if the message had been stored. */
export function pretended({conversationId, clientId, kind, body}: NewMessage, {me}: Session) {
  const message = {
    id: `pretended-${clientId}`,
    order: '9999999999',
    conversationId,
    clientId,
    kind,
    body,
    author: {kind: 'agent', id: me.id},
    attachments: [],
    createdAt: new Date().toISOString(),
  } as const;
  return {message};
}
