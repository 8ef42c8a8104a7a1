import {ContextProvider, createContext} from '@lit/context';
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import {inboxContext} from '../../../src/controllers/inbox-context.js';
import '../../../src/define.js';
import type {LoopComposer} from '../../../src/elements/composer/loop-composer.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';
import type {LoopProvider} from '../../../src/elements/provider/loop-provider.js';
import {define} from '../../../src/internal/define.js';
import type {Inbox} from '../../../src/store/inbox.js';
import {keepDrafts, writingInbox} from '../../support/composer-harness.js';
import {FakeInbox} from '../../support/fake-inbox.js';
import {frames, listingInbox} from '../../support/shell-harness.js';

const field = (composer: Element) => composer.shadowRoot!.querySelector('textarea')!;

describe('which inbox an element has', () => {
  it('is the one it was given, else that of its adapter, its endpoint, the demo, in this order', async () => {
    const given = listingInbox(1);
    const adapter = createMemoryAdapter({live: false});
    const element = await fixture<LoopInbox>(html`<loop-inbox .inbox=${given} .adapter=${adapter} endpoint="https://nobody.example" demo></loop-inbox>`);
    await frames();
    expect(element.currentInbox === given).to.equal(true);
    // Given or not, what the host set beside it is not connected behind its back.
    expect(given.lifeCalls).to.deep.equal(['connect']);
    Object.assign(element, {inbox: undefined});
    await frames();
    const own = element.currentInbox!;
    expect(own === given).to.equal(false);
    for (let tries = 0; tries < 500 && !own.state.session; tries++) await frames(1);
    expect(own.state.session?.adapterName).to.equal(adapter.name);
    element.remove();
  });

  it('is not one of a package that speaks another contract', async () => {
    const other = document.createElement('div');
    const later = createContext<Inbox | undefined>(Symbol.for('loop-inbox/contract-2'));
    new ContextProvider(other, {context: later, initialValue: new FakeInbox()}).hostConnected();
    const composer = await fixture<LoopComposer>(html`<loop-composer conversation-id="k1"></loop-composer>`, {parentNode: other});
    expect(field(composer).disabled).to.equal(true);
  });

  it('is found by elements of another copy of the package: the key is the same in every copy', async () => {
    const inbox = writingInbox();
    const box = document.createElement('div');
    const ofAnotherCopy = createContext<Inbox | undefined>(Symbol.for('loop-inbox/contract-1'));
    expect(ofAnotherCopy).to.equal(inboxContext);
    new ContextProvider(box, {context: ofAnotherCopy, initialValue: inbox}).hostConnected();
    const composer = await fixture<LoopComposer>(html`<loop-composer conversation-id="k1"></loop-composer>`, {parentNode: box});
    expect(field(composer).disabled).to.equal(false);
  });

  it('is shared by two shells under one provider, each with a selection of its own', async () => {
    const inbox = listingInbox(2);
    const box = await fixture<LoopProvider>(html`<loop-provider .inbox=${inbox}><loop-inbox id="one"></loop-inbox><loop-inbox id="two"></loop-inbox></loop-provider>`);
    await frames(5);
    const [one, two] = [...box.querySelectorAll('loop-inbox')];
    one!.conversationId = 'k0001';
    await frames();
    expect([one!.conversationId, two!.conversationId]).to.deep.equal(['k0001', '']);
    expect(one!.currentInbox === two!.currentInbox).to.equal(true);
    expect(inbox.lifeCalls).to.deep.equal(['connect']);
  });
});

describe('a second copy of the package', () => {
  it('leaves the elements of the first as they are, and says so once', () => {
    const first = customElements.get('loop-composer');
    const {warn} = console;
    const said: string[] = [];
    console.warn = (...words: unknown[]) => void said.push(words.join(' '));
    try {
      for (let times = 0; times < 2; times++) define('loop-composer', class extends HTMLElement {});
    } finally {
      console.warn = warn;
    }
    expect(customElements.get('loop-composer')).to.equal(first);
    expect(said.filter((words) => words.includes('loop-composer'))).to.have.length(1);
  });
});

describe('in a form of the host', () => {
  it('no element is a part of it: nothing is submitted, no field event comes out, no value goes in', async () => {
    const inbox = writingInbox();
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <input name="own" value="mine" />
        <loop-composer conversation-id="k1" .inbox=${inbox}></loop-composer>
        <loop-ticket-button conversation-id="k1" .inbox=${inbox}></loop-ticket-button>
      </form>
    `);
    const heard: string[] = [];
    for (const type of ['submit', 'input', 'change', 'keydown', 'keyup', 'reset', 'formdata']) form.addEventListener(type, ({type: name}) => heard.push(name));
    const composer = form.querySelector<LoopComposer>('loop-composer')!;
    await frames();
    composer.focus();
    await sendKeys({type: 'Hi'});
    await sendKeys({press: 'Enter'});
    keepDrafts(inbox);
    await frames();
    expect(inbox.called('send')).to.have.length(1);
    for (const button of composer.shadowRoot!.querySelectorAll<HTMLButtonElement>('button')) expect(button.type, button.outerHTML).to.equal('button');
    expect(heard).to.deep.equal([]);
    expect([...new FormData(form).keys()]).to.deep.equal(['own']);
    expect([...form.elements].map(({localName}) => localName)).to.deep.equal(['input']);
    expect((composer.constructor as {formAssociated?: boolean}).formAssociated).to.equal(undefined);
  });

  it('a message leaves once and is told once, by the outermost element, with its conversation named', async () => {
    const inbox = listingInbox(1);
    const asked: string[] = [];
    const shell = await fixture<LoopInbox>(html`<loop-inbox .inbox=${inbox} style="inline-size: 1400px; block-size: 700px"></loop-inbox>`);
    inbox.putThread('k0001', []);
    inbox.answers.send = () => 'client-1';
    inbox.commit((state) =>
      state.drafts.put('reply:k0001', {conversationId: 'k0001', kind: 'reply', text: 'Once', updatedAt: 0, schema: 1}));
    const hear = (event: Event) => asked.push(`${(event.target as Element).localName} ${(event as Event & {conversationId: string}).conversationId}`);
    document.addEventListener('loop-message-send', hear);
    shell.conversationId = 'k0001';
    await frames(6);
    const composer = shell.shadowRoot!.querySelector('loop-conversation')!.shadowRoot!.querySelector('loop-composer')!;
    composer.shadowRoot!.querySelector<HTMLElement>('[part~=send]')!.click();
    await frames();
    document.removeEventListener('loop-message-send', hear);
    expect(asked).to.deep.equal(['loop-inbox k0001']);
    expect(inbox.called('send')).to.have.length(1);
  });
});
