import {expect, html} from '@open-wc/testing';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import '../../../src/define/composer.js';
import '../../../src/define/conversation.js';
import '../../../src/define/inbox.js';
import '../../../src/define/ticket-button.js';
import {deskFile} from '../../support/desk-file.js';
import {HostPage, Troubles} from '../../support/host-page.js';
import '../../support/late-parts.js';
import {frames} from '../../support/shell-harness.js';

const refusing = (): never => {
  throw new Error('not to be touched');
};

function revoked(): unknown {
  const {proxy, revoke} = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Values that no property of ours is made for. */
const odd: Readonly<Record<string, () => unknown>> = {
  'yes': () => true,
  'a list of nothing': () => [null],
  'a symbol': () => Symbol('odd'),
  'a big number': () => 7n,
  'an object of objects': () => ({url: {}, search: {}, tickets: {}}),
  'a Proxy that throws': () => new Proxy({}, {get: refusing, has: refusing, ownKeys: refusing, getPrototypeOf: refusing, getOwnPropertyDescriptor: refusing}),
  'a Proxy that was revoked': revoked,
};
const throwing: typeof odd = {'a function that throws': () => refusing};
const nothing: typeof odd = {'null': () => null, 'undefined': () => undefined};
const objects = {'an object': () => ({})};
const lists = {'an empty list': () => []};
const number = {'a number': () => 7};

/** Each property of `<loop-inbox>` with what it can't be. */
const properties = {
  features: {...odd, ...throwing, ...lists, ...number},
  getToken: {...odd, ...objects, ...lists, ...number},
  account: {...odd, ...throwing, ...objects, ...lists},
  view: {...odd, ...throwing, ...objects, ...lists},
  conversationId: {...odd, ...throwing, ...objects, ...lists},
  density: {...odd, ...throwing, ...objects, ...lists, ...number},
  colorScheme: {...odd, ...throwing, ...objects, ...lists, ...number},
  support: {...odd, ...throwing, ...lists, ...number},
  keymap: {...odd, ...throwing, ...lists, ...number},
  trustedOrigins: {...odd, ...throwing, ...objects, ...number},
  inbox: {...odd, ...throwing, ...objects, ...lists, ...number, 'an adapter': () => createMemoryAdapter()},
  adapter: {...odd, ...throwing, ...objects, ...lists, ...number},
  endpoint: {...odd, ...throwing, ...objects, ...lists},
  demo: {...odd, ...throwing, ...objects, ...lists},
} as const;

describe('what a host page sets', () => {
  const troubles = new Troubles();
  beforeEach(() => troubles.watch());
  afterEach(() => troubles.unwatch());

  for (const [name, values] of Object.entries(properties)) {
    it(`counts as absent where ${name} can't be that, and its developer is told`, async () => {
      const page = await HostPage.with(html`<loop-inbox .adapter=${createMemoryAdapter({data: deskFile, live: false})} conversation-id="first"></loop-inbox>`);
      const {element} = page;
      const given: unknown = element[name as keyof typeof properties];
      await page.showing('first');
      let updates = 0;
      const update = element.requestUpdate.bind(element);
      element.requestUpdate = (...about) => {
        updates++;
        update(...about);
      };
      for (const [what, make] of Object.entries({...nothing, ...values})) {
        Object.assign(element, {[name]: make()});
        // The page would hang in updates that ask for the next one.
        for (let turn = 0; turn < 50; turn++) await Promise.resolve();
        expect(element[name as keyof typeof properties] || undefined, what).to.equal(undefined);
        expect(troubles.uncaught, `${name}: ${what}`).to.deep.equal([]);
      }
      await frames(2);
      expect(updates, 'updates').to.be.lessThan(200);
      expect(troubles.warnings.filter((each) => each.includes(`<loop-inbox>: the property ${name} can't be`)).length, `warnings that name ${name}`).to.be.greaterThanOrEqual(3);
      Object.assign(element, {[name]: given});
      await page.showing('first');
      await page.goesOn();
      expect([...troubles.uncaught, ...troubles.errors]).to.deep.equal([]);
    });
  }

  it('may be a number where it is an id', async () => {
    const page = await HostPage.with(html`<loop-inbox .adapter=${createMemoryAdapter({data: deskFile, live: false})} .conversationId=${7 as never}></loop-inbox>`);
    expect(page.element.conversationId).to.equal('7');
  });

  it('may be true where the attribute needs no value', async () => {
    const page = await HostPage.with(html`<loop-inbox .demo=${true as never}></loop-inbox>`);
    expect(page.element.demo).to.equal('');
    for (let left = 300; left > 0 && page.element.currentInbox?.state.connection.status !== 'live'; left--) await frames(1);
    expect(page.element.currentInbox?.state.connection.status).to.equal('live');
  });

  it('goes on when the attribute goes', async () => {
    const page = await HostPage.with(html`<loop-inbox .adapter=${createMemoryAdapter({data: deskFile, live: false})} conversation-id="first" view="archived" density="compact" demo></loop-inbox>`);
    for (const name of ['conversation-id', 'view', 'density', 'demo']) page.element.removeAttribute(name);
    expect([page.element.conversationId, page.element.view, page.element.density, page.element.demo]).to.deep.equal(['', '', undefined, undefined]);
    await page.showing('first');
    expect(troubles.uncaught).to.deep.equal([]);
  });

  it('is judged by every element that pages use', async () => {
    for (const tag of ['loop-conversation', 'loop-composer', 'loop-ticket-button', 'loop-provider'] as const) {
      const element = document.createElement(tag);
      document.body.append(element);
      for (const make of Object.values(odd)) {
        Object.assign(element, {inbox: make(), ...('conversationId' in element && {conversationId: make(), contactId: make(), for: make()})});
        await element.updateComplete;
      }
      expect(element.inbox, tag).to.equal(undefined);
      element.remove();
    }
    expect(troubles.uncaught).to.deep.equal([]);
    expect(troubles.warnings.join('\n')).to.contain('<loop-conversation>: the property for').and.contain('<loop-ticket-button>: the property contactId');
  });
});
