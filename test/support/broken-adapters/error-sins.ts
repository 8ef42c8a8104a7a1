import {AdapterError, type AdapterErrorInit, type Conversation, type Session} from '../../../src/contract/index.js';
import type {Sin} from './sin.js';

/** Sins of refusing. */
export const errorSins: readonly Sin[] = [
  {
    that: 'asks for a token again and again',
    caughtBy: 'error/401-refreshes-once-then-auth',
    saying: /once, not again and again/,
    session: (session, {getToken}) => ({
      ...session,
      getConversation: async (id, options) => {
        try {
          return await session.getConversation(id, options);
        } catch (error) {
          await getToken?.('expired', {});
          throw error;
        }
      },
    }),
  },
  {
    that: 'takes a refusal for trouble of the backend',
    caughtBy: 'error/403',
    saying: /forbidden, not unavailable/,
    session: (session) => recoding(session, 'forbidden', ({message}) => ({code: 'unavailable', message})),
  },
  {
    that: 'throws plain errors',
    caughtBy: 'error/404',
    saying: /which is no AdapterError/,
    session: (session) => ({
      ...session,
      getConversation: (...given) =>
        session.getConversation(...given).catch((error: Error) => {
          throw new Error(error.message);
        }),
    }),
  },
  {
    that: 'refuses without saying what is wrong',
    caughtBy: 'error/422-issues-have-paths',
    saying: /holds at least one/,
    session: (session) => recoding(session, 'validation', ({message}) => ({code: 'validation', message, issues: []})),
  },
  {
    that: 'tells the time to wait in seconds',
    caughtBy: 'error/429-retry-after-ms',
    saying: /`retryAfterMs` is 2000/,
    session: (session) => recoding(session, 'rate-limited', ({message}) => ({code: 'rate-limited', message, retryAfterMs: 2})),
  },
  {
    that: 'is sure that a failing backend did nothing',
    caughtBy: 'error/5xx-unavailable',
    saying: /that met a 500 is 'maybe'/,
    session: (session) => recoding(session, 'unavailable', (init) => ({...init, applied: 'no'})),
  },
  {
    that: 'takes a page of HTML for a conversation',
    caughtBy: 'error/html-answer-is-protocol',
    saying: /HTML page in place of an answer is told.*accepted/,
    session: (session) => ({
      ...session,
      getConversation: (...given) =>
        session.getConversation(...given).catch((error: unknown) => {
          if (AdapterError.is(error) && error.code === 'protocol') return {} as Conversation;
          throw error;
        }),
    }),
  },
  {
    that: 'does not listen to signals while reading',
    caughtBy: 'error/abort-is-signal-reason',
    saying: /listMessages\(\) rejects when its signal is aborted/,
    session: (session) => ({...session, listMessages: (id, query) => session.listMessages(id, query, {})}),
  },
  {
    that: 'answers an abort as a network error',
    caughtBy: 'error/abort-is-signal-reason',
    saying: /rejects with the reason of its signal, not with AdapterError/,
    session: (session) => ({
      ...session,
      getConversation: (id, {signal}) =>
        signal?.aborted
          ? Promise.reject(new AdapterError({code: 'network', message: 'aborted'}))
          : session.getConversation(id, {signal}),
    }),
  },
  {
    that: 'names the token in its errors',
    caughtBy: 'error/no-secrets-in-message',
    saying: /no error names the token/,
    adapter: (adapter) => ({
      ...adapter,
      connect: async (context, options) => {
        const token = await context.getToken?.('initial', {});
        return adapter.connect(context, options).catch(() => {
          throw new AdapterError({code: 'auth', message: `Refused: ${token ?? ''}`});
        });
      },
    }),
  },
  {
    that: 'repeats the text of the message in its errors',
    caughtBy: 'error/no-secrets-in-message',
    saying: /no error holds the text of a message/,
    session: (session) => ({
      ...session,
      sendMessage: (message, options) =>
        session.sendMessage(message, options).catch((cause: unknown) => {
          throw new AdapterError({code: 'not-found', message: 'Not found', cause: new Error(JSON.stringify(message), {cause})});
        }),
    }),
  },
  {
    that: 'throws something that only looks like an AdapterError',
    caughtBy: 'error/brand-works-across-copies',
    saying: /which is no AdapterError/,
    session: (session) => ({
      ...session,
      getConversation: (...given) =>
        session.getConversation(...given).catch((error: AdapterError) => {
          throw Object.assign(new Error(error.message), {name: 'AdapterError', code: error.code, applied: 'no'});
        }),
    }),
  },
  {
    that: 'hangs',
    caughtBy: 'get/not-found',
    saying: /the check comes to an end within/,
    session: (session) => ({...session, getConversation: () => new Promise<never>(() => {})}),
  },
];

/** Answers one kind of error as another. */
function recoding(session: Session, code: AdapterErrorInit['code'], alter: (init: AdapterErrorInit) => AdapterErrorInit): Session {
  const recode = (error: unknown): never => {
    throw AdapterError.is(error) && error.code === code ? new AdapterError(alter(error.init)) : error;
  };
  return {
    ...session,
    getConversation: (...given) => session.getConversation(...given).catch(recode),
    sendMessage: (...given) => session.sendMessage(...given).catch(recode),
  };
}
