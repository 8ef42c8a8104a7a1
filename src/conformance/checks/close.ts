import type {AdapterContext, Session} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, settled, show} from '../claims.js';
import {within} from '../waiting.js';

export const closeChecks = defineChecks([
  {
    id: 'close/idempotent',
    level: 'core',
    title: 'closes twice without an error',
    run: async ({session}) => {
      await session.close();
      const again = await settled(session.close());
      claim(!('error' in again), `a second close() resolves${'error' in again ? `; it rejected with ${show(again.error)}` : ''}`);
    },
  },
  {
    id: 'close/ends-open-iterators',
    level: 'core',
    title: 'ends every open iterator of events when it is closed, without an error',
    run: async (t) => {
      const watchers = [await t.follow(), await t.follow()];
      await t.session.close();
      for (const {over} of watchers) {
        const end = await within(over, t.timing.settleMs, 'an open iterator of events() ends on close()');
        claim(!('error' in end), `an iterator ended by close() is done, it does not throw ${show(end.error)}`);
      }
    },
  },
  {
    id: 'close/calls-after-close-reject',
    level: 'core',
    title: 'rejects every call after it was closed',
    run: async (t) => {
      const id = await t.conversation();
      const {session} = t;
      const message = t.newMessage(id, t.words('Too late'));
      const view = t.view('active') ?? '';
      await session.close();
      const calls = {
        listConversations: () => session.listConversations({view}, {}),
        getConversation: () => session.getConversation(id, {}),
        listMessages: () => session.listMessages(id, {}, {}),
        sendMessage: () => session.sendMessage(message, {}),
        setState: () => session.setState(id, 'archived', {}),
        events: () => firstOf(session),
      };
      for (const [name, call] of Object.entries(calls)) {
        const outcome = await settled(call());
        claim('error' in outcome, `${name}() after close() rejects; it answered`);
      }
      const later = await t.connect();
      claimEqual((await later.getConversation(id, {})).state, 'active', 'nothing was done by calls after close()');
    },
  },
  {
    id: 'close/no-timers-or-sockets-left',
    level: 'core',
    title: 'leaves no sleep of the clock and no request open after it was closed',
    run: async (t) => {
      const open = new Set<string>();
      const session = await t.connect(counting(t.setup.agents[0], open));
      const watcher = await t.follow(session);
      await session.listConversations({view: t.view('active') ?? ''}, {});
      await session.close();
      await watcher.over;
      await t.eventually(`nothing is open after close()`, () => Promise.resolve(open.size === 0)).catch(() => {
        claim(false, `nothing is open after close(); left: ${[...open].map((what) => what.replace(/^\d+ /, '')).join(', ')}`);
      });
    },
  },
]);

async function firstOf(session: Session): Promise<void> {
  for await (const batch of session.events({})) {
    void batch;
    return;
  }
  throw new Error('events() ended at once');
}

/** The same context, with what is under way written down in `open`. */
function counting(context: AdapterContext, open: Set<string>): AdapterContext {
  let started = 0;
  const track = async <T>(what: string, begin: () => Promise<T>): Promise<T> => {
    const entry = `${started++} ${what}`;
    open.add(entry);
    try {
      return await begin();
    } finally {
      open.delete(entry);
    }
  };
  return {
    ...context,
    fetch: (input, init) => track('a request', () => context.fetch(input, init)),
    clock: {
      now: () => context.clock.now(),
      sleep: (ms, options) => track(`a sleep of ${ms} ms`, () => context.clock.sleep(ms, options)),
    },
  };
}
