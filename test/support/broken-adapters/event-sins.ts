import type {EventBatch, LoopEvent, Session} from '../../../src/contract/index.js';
import {eachEvent, type Sin} from './sin.js';

/** Sins of the stream of events. */
export const eventSins: readonly Sin[] = [
  {
    that: 'waits with the first batch until something happens',
    caughtBy: 'events/first-batch-arrives',
    saying: /the first batch of events arrives/,
    session: (session) => ({
      ...session,
      async *events(options) {
        for await (const batch of session.events(options)) if (batch.events.length > 0) yield batch;
      },
    }),
  },
  {
    that: 'can resume and names no cursor',
    caughtBy: 'events/first-batch-arrives',
    saying: /names a `cursor`/,
    session: (session) => ({
      ...session,
      async *events(options) {
        for await (const {cursor: _cursor, ...batch} of session.events(options)) yield batch;
      },
    }),
  },
  {
    that: 'tells agents only what they did themselves',
    caughtBy: 'events/other-agent-sees-message',
    saying: /a colleague's reply is told/,
    session: (session) => without(session, (event) => event.type === 'message.upserted' && event.message.author.id !== session.me.id),
  },
  {
    that: 'tells my own message without its client id',
    caughtBy: 'events/own-message-carries-client-id',
    saying: /`clientId` of my own message in the stream/,
    session: (session) => ({
      ...session,
      events: (options) =>
        eachEvent(session, options, (event) =>
          event.type === 'message.upserted' ? [{...event, message: {...event.message, clientId: undefined}}] : [event],
        ),
    }),
  },
  {
    that: 'does not tell what the contact writes',
    caughtBy: 'events/incoming-seen',
    saying: /the contact's message is told/,
    session: (session) => without(session, (event) => event.type === 'message.upserted' && event.message.kind === 'incoming'),
  },
  {
    that: 'does not tell that a conversation was archived',
    caughtBy: 'events/state-change-seen',
    saying: /the archived conversation is told/,
    session: (session) => without(session, (event) => event.type === 'conversation.upserted'),
  },
  {
    that: 'tells events that it does not declare',
    caughtBy: 'events/only-declared-types',
    saying: /every event is of a type in `capabilities.events.types`/,
    session: (session) => {
      const {events} = session.capabilities;
      const types = events.types.filter((type) => type !== 'conversation.upserted');
      return {...session, capabilities: {...session.capabilities, events: {...events, types}}};
    },
  },
  {
    that: 'tells the messages of a conversation in any order',
    caughtBy: 'events/per-conversation-order',
    saying: /in the order of their keys/,
    session: (session) => ({
      ...session,
      async *events(options) {
        let held: readonly LoopEvent[] | undefined;
        for await (const batch of session.events(options)) {
          const isLine = batch.events.some((event) => event.type === 'message.upserted' && /line [25]/.test(event.message.body.value));
          if (isLine) {
            held = batch.events;
            continue;
          }
          yield held ? {...batch, events: [...batch.events, ...held]} : batch;
          held = undefined;
        }
      },
    }),
  },
  {
    that: 'tells an older version after a newer one',
    caughtBy: 'events/older-rev-never-after-newer',
    saying: /is not told with rev \d+ after/,
    session: (session) => ({
      ...session,
      events: (options) =>
        eachEvent(session, options, (event) =>
          event.type === 'conversation.upserted'
            ? [event, {...event, conversation: {...event.conversation, rev: (event.conversation.rev ?? 1) - 1}}]
            : [event],
        ),
    }),
  },
  {
    that: 'begins anew instead of resuming',
    caughtBy: 'events/resume-fills-gap',
    saying: /what happened in the gap is told/,
    session: (session) => ({...session, events: ({signal}) => session.events({signal})}),
  },
  {
    that: 'keeps its positions in the session only',
    caughtBy: 'events/resume-cursor-survives-json',
    saying: /what happened in the gap is told/,
    session: (session) => {
      const known = new Set<string>();
      return {
        ...session,
        async *events({after, signal}) {
          for await (const batch of session.events({after: after !== undefined && known.has(after) ? after : undefined, signal})) {
            if (batch.cursor !== undefined) known.add(batch.cursor);
            yield batch;
          }
        },
      };
    },
  },
  {
    that: 'says nothing when a cursor is too old',
    caughtBy: 'events/expired-cursor-resets',
    saying: /answered by `reset`/,
    session: (session) => without(session, (event) => event.type === 'reset'),
  },
  {
    that: 'goes on telling after the signal is aborted',
    caughtBy: 'events/abort-ends-fast',
    saying: /ends when its signal is aborted/,
    session: (session) => ({...session, events: ({after}) => session.events({after})}),
  },
  {
    that: 'tells an event to one iterator only',
    caughtBy: 'events/two-iterators-both-complete',
    saying: /each of two iterators tells each message/,
    session: (session) => {
      const taken = new Set<string>();
      return without(session, (event) => {
        if (event.type !== 'message.upserted') return false;
        if (taken.has(event.message.id)) return true;
        taken.add(event.message.id);
        return false;
      });
    },
  },
  {
    that: 'tells what the agent may not see',
    caughtBy: 'events/no-events-for-invisible-conversation',
    saying: /no event tells of a hidden conversation/,
    session: async (session, _context, {adapter, agents}) => {
      const other = await adapter.connect(agents[1], {});
      return {...session, events: (options) => other.events(options)};
    },
  },
  {
    that: 'loses events in a burst',
    caughtBy: 'events/burst-500-none-lost',
    saying: /all 500 new conversations are told; \d+ are missing/,
    session: (session) => ({
      ...session,
      async *events(options): AsyncGenerator<EventBatch> {
        let count = 0;
        for await (const batch of eachEvent(session, options, (event) => (++count > 800 ? [] : [event]))) yield batch;
      },
    }),
  },
  {
    that: 'does not tell that counts changed',
    caughtBy: 'counts/event-after-change',
    saying: /changed counts are told/,
    session: (session) => without(session, (event) => event.type === 'counts.changed'),
  },
];

function without(session: Session, drops: (event: LoopEvent) => boolean): Session {
  return {...session, events: (options) => eachEvent(session, options, (event) => (drops(event) ? [] : [event]))};
}
