import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, it} from 'vitest';
import {withFaults} from '../../../src/conformance/faulty-adapter.js';
import {AdapterError, type Adapter, type EventBatch, type Session} from '../../../src/contract/index.js';
import {createInbox} from '../../../src/store/create-inbox.js';
import {Desk, thread} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('keeps nothing of the batches that a connection has brought, however long it lasts', async () => {
  const desk = new Desk();
  const told: WeakRef<EventBatch>[] = [];
  const adapter = withFaults(desk.adapter, {
    clock: desk.clock,
    batch: (batch) => {
      const own = {...batch};
      told.push(new WeakRef(own));
      return [{batch: own, delayMs: 0}];
    },
  });
  const inbox = createInbox({adapter, ports: desk.browser.tab()});
  inbox.connect();
  await settle();
  for (let count = 0; count < 100; count++) {
    await desk.adapter.backend.incoming('k1', `Line ${count}`);
    await settle(2);
  }
  await settle();
  expect(inbox.state.connection.status).toBe('live');
  expect(told.length).toBeGreaterThanOrEqual(100);
  collectGarbage();
  expect(told.filter((batch) => batch.deref()).length).toBeLessThan(5);
  await inbox.close();
  await desk.close();
});

it('keeps nothing of a connection that is lost', async () => {
  const desk = new Desk();
  const signals: WeakRef<AbortSignal>[] = [];
  const cuts: ((error: AdapterError) => void)[] = [];
  const faulty = withFaults(desk.adapter, {
    clock: desk.clock,
    streamOpened: (cut) => {
      cuts.push(cut);
      return () => undefined;
    },
  });
  const adapter: Adapter = {
    ...faulty,
    connect: async (...given) => {
      const session = await faulty.connect(...given);
      return new Proxy(session, {
        get: (known, member) => {
          if (member !== 'events') return Reflect.get(known, member) as unknown;
          return (options: {readonly signal: AbortSignal}) => {
            signals.push(new WeakRef(options.signal));
            return known.events(options);
          };
        },
      });
    },
  };
  const inbox = createInbox({adapter, ports: desk.browser.tab()});
  inbox.connect();
  await settle();
  for (let count = 0; count < 50; count++) {
    cuts.splice(0).forEach((cut) => cut(new AdapterError({code: 'network', message: 'Lost'})));
    await desk.clock.advance(60_000);
  }
  expect(inbox.state.connection.status).toBe('live');
  expect(signals.length).toBeGreaterThanOrEqual(50);
  await settle();
  collectGarbage();
  expect(signals.filter((signal) => signal.deref()).length).toBeLessThan(5);
  await inbox.close();
  await desk.close();
});

/** The desk's adapter, with something else in its sessions. */
const withSession = (desk: Desk, change: (session: Session) => object): Adapter => ({
  ...desk.tabAdapter,
  name: 'changed',
  contract: 1,
  connect: async (...given) => {
    const session = await desk.tabAdapter.connect(...given);
    return new Proxy(session, {get: (known, member) => Reflect.get({...known, ...change(known)}, member) as unknown});
  },
});

/** Read in a page of its own, and shared with other tabs. */
for (const kept of [undefined, 'shared']) {
  const where = kept ? 'with an identity' : 'without one';

  it(`takes a stream that an async method answers, and what that refuses as its loss (${where})`, async () => {
    const desk = new Desk(kept === undefined ? {} : {kept});
    let opened = 0;
    const adapter = withSession(desk, (session) => ({
      capabilities: {...session.capabilities, events: {...session.capabilities.events, transport: 'push'}},
      events: async (options: Parameters<Session['events']>[0]) => {
        if (++opened === 1) throw new AdapterError({code: 'unavailable', message: 'Not yet'});
        return session.events(options);
      },
    }));
    const inbox = createInbox({adapter, ports: desk.browser.tab()});
    inbox.connect();
    await settle();
    expect(inbox.state.connection).toMatchObject({status: 'waiting', error: {code: 'unavailable'}});
    await desk.clock.advance(5_000);
    expect(inbox.state.connection.status).toBe('live');
    await inbox.close();
    await desk.close();
  });

  it(`hears all the same where watching fails, at once or later (${where})`, async () => {
    for (const watch of [() => Promise.reject(new Error('later')), () => {
      throw new Error('at once');
    }]) {
      const desk = new Desk(kept === undefined ? {} : {kept});
      const adapter = withSession(desk, (session) => ({
        capabilities: {...session.capabilities, events: {...session.capabilities.events, transport: 'push'}},
        watch,
      }));
      const ports = desk.browser.tab();
      const inbox = createInbox({adapter, ports});
      inbox.connect();
      await settle();
      inbox.commands.openThread('k1');
      await settle();
      await desk.adapter.backend.incoming('k1', 'Heard');
      await settle();
      expect(thread(inbox, 'k1').at(-1)?.body.value).toBe('Heard');
      expect(ports.warnings).toContain('warn: watch threw');
      await inbox.close();
      await desk.close();
    }
  });
}

it('has no session whose agent has no id, and says so', async () => {
  const desk = new Desk();
  for (const me of [undefined, Number.NaN, 42, {name: 'Lena'}]) {
    const inbox = createInbox({adapter: withSession(desk, () => ({me})), ports: desk.browser.tab()});
    inbox.connect();
    await settle();
    expect(inbox.state.connection).toMatchObject({status: 'waiting', error: {code: 'protocol'}});
    expect(inbox.state.session).toBeUndefined();
    await inbox.close();
  }
  await desk.close();
});
