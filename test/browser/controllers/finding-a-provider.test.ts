import {ContextProvider} from '@lit/context';
import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {inboxContext} from '../../../src/controllers/inbox-context.js';
import {InboxController} from '../../../src/controllers/inbox-controller.js';
import {define} from '../../../src/internal/define.js';
import type {Inbox} from '../../../src/store/inbox.js';
import {FakeInbox} from '../../support/fake-inbox.js';
import {frames} from '../../support/shell-harness.js';

class TestReader extends LitElement {
  @property() for = '';
  @property({attribute: false}) inbox: Inbox | undefined;
  readonly #inbox = new InboxController(this);
  readonly #total = this.#inbox.select((state) => state.conversations.size, -1);
  renders = 0;
  get found(): Inbox | undefined {
    return this.#inbox.inbox;
  }
  protected override render() {
    this.renders++;
    return html`${this.#total.value}`;
  }
}
define('test-reader', TestReader);

const providing = (inbox: Inbox): HTMLElement => {
  const box = document.createElement('div');
  new ContextProvider(box, {context: inboxContext, initialValue: inbox}).hostConnected();
  return box;
};

describe('InboxController', () => {
  it('finds the nearest provider', async () => {
    const [outer, inner] = [new FakeInbox(), new FakeInbox()];
    const far = providing(outer);
    const near = providing(inner);
    far.append(near);
    const reader = await fixture<TestReader>(html`<test-reader></test-reader>`, {parentNode: near});
    expect(reader.found).to.equal(inner);
    far.remove();
  });

  it('prefers the inbox it is given', async () => {
    const [provided, given] = [new FakeInbox(), new FakeInbox()];
    const reader = await fixture<TestReader>(html`<test-reader .inbox=${given}></test-reader>`, {parentNode: providing(provided)});
    expect(reader.found === given).to.equal(true);
  });

  it('finds the provider that is named by id, also one that is not around it', async () => {
    const inbox = new FakeInbox();
    const box = await fixture(html`<div><loop-provider id="desk" .inbox=${inbox}></loop-provider><test-reader for="desk"></test-reader></div>`);
    await frames();
    expect((box.querySelector('test-reader') as TestReader).found === inbox).to.equal(true);
  });

  it('finds the provider that is named by id once it comes into the page', async () => {
    const reader = await fixture<TestReader>(html`<test-reader for="later"></test-reader>`);
    expect(reader.found).to.equal(undefined);
    const inbox = new FakeInbox();
    const late = document.createElement('div');
    late.id = 'later';
    const provider = new ContextProvider(late, {context: inboxContext, initialValue: inbox});
    document.body.append(late);
    provider.hostConnected();
    await frames();
    expect(reader.found).to.equal(inbox);
    late.remove();
  });

  it('hears when its provider gets another inbox', async () => {
    const [first, second] = [new FakeInbox(), new FakeInbox()];
    const provider = await fixture<HTMLElement & {inbox: Inbox}>(html`<loop-provider .inbox=${first}><test-reader></test-reader></loop-provider>`);
    await frames();
    provider.inbox = second;
    await frames();
    expect((provider.querySelector('test-reader') as TestReader).found === second).to.equal(true);
  });

  it('renders only when what it follows has changed', async () => {
    const inbox = new FakeInbox();
    const reader = await fixture<TestReader>(html`<test-reader .inbox=${inbox}></test-reader>`);
    const before = reader.renders;
    inbox.commit((state) => (state.serverOffsetMs = 5));
    await inbox.settle();
    expect(reader.renders).to.equal(before);
    inbox.commit((state) => state.conversations.put('k', {} as never));
    await inbox.settle();
    expect(reader.renders).to.equal(before + 1);
    expect(reader.shadowRoot!.textContent).to.equal('1');
  });

  it('hears nothing once removed, and everything again once it is back', async () => {
    const inbox = new FakeInbox();
    const reader = await fixture<TestReader>(html`<test-reader .inbox=${inbox}></test-reader>`);
    const parent = reader.parentElement!;
    reader.remove();
    inbox.commit((state) => state.conversations.put('k', {} as never));
    await inbox.settle();
    expect(reader.shadowRoot!.textContent).to.equal('0');
    parent.append(reader);
    await inbox.settle();
    expect(reader.shadowRoot!.textContent).to.equal('1');
  });
});

describe('define', () => {
  it('keeps the first of two registrations', () => {
    define('test-twice', class extends HTMLElement {});
    const first = customElements.get('test-twice');
    define('test-twice', class extends HTMLElement {});
    expect(customElements.get('test-twice') === first).to.equal(true);
  });
});
