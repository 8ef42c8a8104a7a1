import {AdapterError, type Session} from '../../../src/contract/index.js';
import type {Sin} from './sin.js';

/** Sins of connecting, declaring and closing. */
export const sessionSins: readonly Sin[] = [
  {
    that: 'gives every agent the same identity',
    caughtBy: 'connect/identity',
    saying: /differs between two agents/,
    session: (session) => ({...session, identity: 'desk'}),
  },
  {
    that: 'changes its capabilities while it is connected',
    caughtBy: 'connect/capabilities-frozen',
    saying: /the same after a reply and an archive/,
    session: (session) => {
      let replies = 0;
      return {
        ...session,
        get capabilities() {
          return {...session.capabilities, maxBodyChars: 1_000 - replies};
        },
        sendMessage: (...given) => session.sendMessage(...given).finally(() => replies++),
      };
    },
  },
  {
    that: 'declares no active view',
    caughtBy: 'connect/active-view-exists',
    saying: /role 'active'/,
    session: (session) => ({
      ...session,
      capabilities: {...session.capabilities, views: session.capabilities.views.filter(({role}) => role !== 'active')},
    }),
  },
  {
    that: 'offers half a group',
    caughtBy: 'connect/features-within-declared',
    saying: /'counts' has the method get\(\)/,
    session: (session) => ({...session, counts: {} as NonNullable<Session['counts']>}),
  },
  {
    that: 'declares that sends can be looked up and has no lookup',
    caughtBy: 'connect/features-within-declared',
    saying: /'lookup' is there exactly when/,
    session: (session) => ({...session, capabilities: {...session.capabilities, idempotentSend: 'lookup'}}),
  },
  {
    that: 'lets anybody in',
    caughtBy: 'connect/bad-token-is-auth',
    saying: /unknown token is refused.*accepted/,
    adapter: (adapter) => ({
      ...adapter,
      connect: (context, options) => adapter.connect({...context, getToken: () => 'ann'}, options),
    }),
  },
  {
    that: 'connects although it was told not to any more',
    caughtBy: 'connect/abort-before-and-during',
    saying: /it gave a session/,
    adapter: (adapter) => ({...adapter, connect: (context) => adapter.connect(context, {})}),
  },
  {
    that: 'closes every session with the first',
    caughtBy: 'connect/two-sessions-independent',
    saying: /closed/,
    adapter: (adapter) => {
      const open: Session[] = [];
      return {
        ...adapter,
        connect: async (context, options) => {
          const session = await adapter.connect(context, options);
          open.push(session);
          return {...session, close: async () => void (await Promise.all(open.map((one) => one.close())))};
        },
      };
    },
  },
  {
    that: 'cannot be closed twice',
    caughtBy: 'close/idempotent',
    saying: /a second close\(\) resolves.*closed already/,
    session: (session) => {
      let closed = false;
      return {
        ...session,
        close: () => {
          if (closed) return Promise.reject(new Error('closed already'));
          closed = true;
          return session.close();
        },
      };
    },
  },
  {
    that: 'leaves iterators open when it is closed',
    caughtBy: 'close/ends-open-iterators',
    saying: /an open iterator of events\(\) ends on close/,
    session: (session) => ({
      ...session,
      async *events(options) {
        yield* session.events(options);
        await new Promise((resolve) => options.signal?.addEventListener('abort', resolve));
      },
    }),
  },
  {
    that: 'throws in its open iterators when it is closed',
    caughtBy: 'close/ends-open-iterators',
    saying: /is done, it does not throw AdapterError/,
    session: (session) => ({
      ...session,
      async *events(options) {
        yield* session.events(options);
        throw new AdapterError({code: 'network', message: 'closed'});
      },
    }),
  },
  {
    that: 'goes on working after it was closed',
    caughtBy: 'close/calls-after-close-reject',
    saying: /listConversations\(\) after close\(\) rejects/,
    session: (session) => ({...session, close: () => Promise.resolve()}),
  },
  {
    that: 'leaves a timer behind',
    caughtBy: 'close/no-timers-or-sockets-left',
    saying: /left: a sleep of 1000 ms/,
    session: (session, {clock}) => {
      void clock.sleep(1_000);
      return session;
    },
  },
];
