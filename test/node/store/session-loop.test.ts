import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, it} from 'vitest';
import {withFaults} from '../../../src/conformance/faulty-adapter.js';
import {AdapterError, type Adapter, type EventBatch} from '../../../src/contract/index.js';
import {createInbox} from '../../../src/store/create-inbox.js';
import {Desk} from '../../support/desk.js';
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
