import {eachEvent, type Sin} from './sin.js';

/** Between two tries; a call may take longer. */
const longestWaitMs = 10_000;

/** Sins that show only when an inbox works with the adapter. */
export const inboxSins: readonly Sin[] = [
  {
    that: 'begins anew, so that an inbox which resumes loses what happened meanwhile',
    caughtBy: 'events/cut-then-no-loss',
    saying: /what was written meanwhile is shown/,
    session: (session) => ({...session, events: ({signal}) => session.events({signal})}),
  },
  {
    that: 'tells a message again under another id',
    caughtBy: 'events/duplicates-tolerated',
    saying: /each message is shown once/,
    session: (session) => ({
      ...session,
      events: (options) =>
        eachEvent(session, options, (event) => (event.type === 'message.upserted' ? [event, {...event, message: {...event.message, id: `${event.message.id} again`}}] : [event])),
    }),
  },
  {
    that: 'works under an inbox which never says that it is offline',
    caughtBy: 'events/offline-phase-reported',
    saying: /says that it is not live/,
    inbox: (open) => (...given) => {
      const probe = open(...given);
      return {...probe, connection: 'live', close: () => probe.close()};
    },
  },
  {
    that: 'works under an inbox which waits less after each failed connection',
    caughtBy: 'events/reconnect-backs-off',
    saying: /each wait is longer/,
    inbox: (open) => (adapter, agent) => open(adapter, {...agent, clock: {now: () => agent.clock.now(), sleep: (ms, options) => agent.clock.sleep(ms < longestWaitMs ? 1_000_000 / ms : ms, options)}}),
  },
  {
    that: 'keeps to a token that has expired',
    caughtBy: 'events/token-expiry-mid-stream',
    saying: /the inbox says that it is live/,
    adapter: (adapter) => ({
      ...adapter,
      connect: (context, options) => adapter.connect({...context, getToken: (_why, call) => Promise.resolve(context.getToken?.('initial', call))}, options),
    }),
  },
];
