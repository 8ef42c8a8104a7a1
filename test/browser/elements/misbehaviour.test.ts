import {expect, html} from '@open-wc/testing';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import type {Adapter, Session} from '../../../src/contract/index.js';
import '../../../src/define/inbox.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';
import {browserPorts} from '../../../src/internal/browser-ports/index.js';
import {createInbox} from '../../../src/store/create-inbox.js';
import type {Inbox} from '../../../src/store/inbox.js';
import {deepQuery, deepText} from '../../support/deep.js';
import {deskFile} from '../../support/desk-file.js';
import {FakeClock} from '../../support/fake-clock.js';
import {HostPage, Troubles} from '../../support/host-page.js';
import '../../support/late-parts.js';
import {frames} from '../../support/shell-harness.js';
import {Chance} from '../../support/simulator/chance.js';
import {nonsense, Violator} from '../../support/simulator/violator.js';

const honestAdapter = () => createMemoryAdapter({data: deskFile, live: false});

const troubles = new Troubles();

/** `HOSTILE_LONG=1 npx wtr --files …`: more of it. */
const isLong = (globalThis as {isLong?: boolean}).isLong === true;

/** Everything an agent does that asks the backend for something. */
const acts = (inbox: Inbox, element: LoopInbox): readonly (() => unknown)[] => {
  const {commands} = inbox;
  return [
    () => commands.loadEarlier('first'),
    () => commands.reloadThread('first'),
    () => commands.reloadList({view: 'active'}),
    () => commands.loadMore({view: 'active'}),
    () => commands.markRead('first'),
    () => commands.archive('first'),
    () => commands.undo('first'),
    () => commands.setDraft('first', 'reply', {text: 'Some words'}),
    () => commands.send('first', 'reply'),
    () => commands.send('first', 'note'),
    () => commands.loadNotifications(),
    () => (element.conversationId = 'bot'),
    () => (element.conversationId = 'none'),
    () => (element.view = 'archived'),
    () => (element.view = 'nonsense'),
    () => (element.view = 'active'),
    () => (element.conversationId = 'first'),
  ];
};

/** An adapter that connects, and then gives the same nonsense for every answer until it is told to behave. */
function answering(make: (honest: unknown) => unknown, behaves: () => boolean): Adapter {
  return withSession((session) => new Proxy(session, {
    get: (known, name) => {
      const member: unknown = Reflect.get(known, name);
      if (typeof member !== 'function' || name === 'events') return member;
      return (...given: unknown[]) => {
        const honest = (member as (...given: unknown[]) => unknown)(...given);
        if (behaves()) return honest;
        Promise.resolve(honest).catch(() => undefined);
        return make(honest);
      };
    },
  }));
}

/** The honest adapter with another session. */
function withSession(change: (session: Session) => unknown): Adapter {
  const adapter = honestAdapter();
  return {...adapter, connect: async (...given) => change(await adapter.connect(...given)) as Session};
}

/** An inbox on an adapter, in a page, and the time of both. */
async function trial(adapter: Adapter): Promise<{inbox: Inbox; clock: FakeClock; page: HostPage}> {
  const clock = new FakeClock();
  const inbox = createInbox({adapter, ports: {...browserPorts(), clock, log: () => undefined}});
  const page = await HostPage.with(html`<loop-inbox .inbox=${inbox}></loop-inbox>`);
  await clock.advance(100);
  page.element.conversationId = 'first';
  await clock.advance(100);
  return {inbox, clock, page};
}

/** Whatever has no answer is given up by now: list and conversation say what there is, or why there is nothing. */
async function expectReadable({inbox, clock, page}: Awaited<ReturnType<typeof trial>>, what: string): Promise<void> {
  await clock.advance(120_000);
  await frames(1);
  expect(inbox.state.connection.status, `${what}: the connection`).not.to.equal('connecting');
  const isLive = inbox.state.connection.status === 'live';
  if (isLive) for (const {status} of [...inbox.state.lists.values(), ...inbox.state.threads.values()]) expect(status, what).to.be.oneOf(['ready', 'failed']);
  for (const part of isLive ? ['loop-list', 'loop-conversation'] : ['loop-list']) expect(deepText(deepQuery(page.element, part)!), `${what}: ${part}`).to.match(/\p{L}{3}/u);
  expect([...troubles.uncaught, ...troubles.errors], what).to.deep.equal([]);
}

async function expectRecovered({inbox, clock, page}: Awaited<ReturnType<typeof trial>>, what: string): Promise<void> {
  page.element.view = 'archived';
  page.element.view = 'active';
  page.element.conversationId = 'first';
  inbox.retry();
  await clock.advance(120_000);
  inbox.commands.reloadThread('first');
  inbox.commands.reloadList({view: 'active'});
  await clock.advance(1_000);
  await frames(1);
  expect(inbox.state.connection.status, what).to.equal('live');
  expect(deepText(page.element), what).to.contain('Is my order on its way?');
  await page.goesOn();
  page.leave();
  await inbox.close();
}

describe('an adapter that does not keep the contract', function () {
  this.timeout(isLong ? 3_000_000 : 20_000);

  beforeEach(() => troubles.watch());
  afterEach(() => troubles.unwatch());

  for (const [what, make] of Object.entries(nonsense)) {
    it(`may answer every call with ${what}: what is seen can be read, and is forgotten once it behaves`, async () => {
      let behaves = false;
      const tried = await trial(answering(make, () => behaves));
      for (const act of acts(tried.inbox, tried.page.element)) {
        act();
        await tried.clock.advance(50);
      }
      await expectReadable(tried, what);
      behaves = true;
      await expectRecovered(tried, what);
      expect([...troubles.uncaught, ...troubles.errors]).to.deep.equal([]);
    });
  }

  it('may break it now and then, in answers and in events', async () => {
    const chance = new Chance(20_260_324);
    let violations = 0;
    const count = isLong ? 200 : 5;
    for (let played = 0; played < count; played++) {
      const violator = new Violator(chance);
      const tried = await trial(violator.adapter(honestAdapter()));
      const some = [...acts(tried.inbox, tried.page.element), () => tried.inbox.retry()];
      for (let act = 0; act < 8; act++) {
        chance.pick(some)();
        await tried.clock.advance(chance.pick([0, 50, 2_000, 46_000]));
      }
      await expectReadable(tried, `inbox ${played}`);
      violations += violator.violations;
      violator.honest = true;
      await expectRecovered(tried, `inbox ${played}`);
    }
    expect(violations, 'violations').to.be.greaterThan(count * 3);
    expect([...troubles.uncaught, ...troubles.errors]).to.deep.equal([]);
  });

  const broken: readonly (readonly [string, () => unknown])[] = [
    ['a number', () => 42],
    ['a word', () => 'adapter'],
    ['a list', () => []],
    ['an object without connect', () => ({})],
    ['an object whose connect is a word', () => ({connect: 'yes'})],
    ['one that throws when it is asked for anything', () => new Proxy({}, {get: () => { throw new Error('no property'); }})],
    ['one whose connect throws', () => ({connect: () => { throw new Error('at once'); }})],
    ['one whose connect throws nothing at all', () => ({connect: () => { throw undefined; }})],
    ['one whose connect answers null', () => ({connect: () => null})],
    ['one whose session is a word', () => ({connect: () => Promise.resolve('session')})],
    ['one whose session throws when it is read', () => withSession(() => new Proxy({}, {get: (_, name) => { if (name === 'then') return undefined; throw new Error('no property'); }}))],
    ['one whose capabilities are null', () => withSession((session) => ({...session, capabilities: null}))],
    ['one whose views are no list', () => withSession((session) => ({...session, capabilities: {...session.capabilities, views: {active: true}}}))],
    ['one that knows no agent', () => withSession((session) => ({...session, me: null}))],
    ['one whose features throw when they are read', () => withSession((session) => Object.defineProperty({...session}, 'tickets', {get: () => { throw new Error('no tickets'); }, enumerable: true}))],
    ['one whose events throw at once', () => withSession((session) => ({...session, events: () => { throw new Error('no events'); }}))],
    ['one whose events are no stream', () => withSession((session) => ({...session, events: () => 7}))],
  ];

  it('may be none at all: the page goes on, and another one works', async () => {
    for (const [name, make] of broken) {
      const page = await HostPage.with(html`<loop-inbox></loop-inbox>`);
      page.element.adapter = make() as Adapter;
      await frames(2);
      page.element.conversationId = 'first';
      await frames(2);
      expect(deepText(page.element), name).to.match(/\p{L}{3}/u);
      await page.goesOn();
      page.element.adapter = honestAdapter();
      await page.showing('first');
      expect(troubles.uncaught, name).to.deep.equal([]);
      page.leave();
    }
  });
});
