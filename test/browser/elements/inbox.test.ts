import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {LoopConversationSelectedEvent} from '../../../src/events/conversation-events.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';
import {conversation, everyCapability, FakeInbox} from '../../support/fake-inbox.js';
import {frames, listingInbox, ShellHarness} from '../../support/shell-harness.js';

const narrow = {width: 360, height: 640};

describe('<loop-inbox>', () => {
  it('passes the accessibility audit', async () => {
    const {element} = await ShellHarness.mount();
    await expect(element).to.be.accessible();
  });

  it('passes the accessibility audit when narrow, with the menu open, and signed out', async () => {
    const harness = await ShellHarness.mount(listingInbox(), narrow);
    await expect(harness.element).to.be.accessible();
    harness.button('Open the menu').click();
    await harness.settle();
    await expect(harness.element).to.be.accessible();
    harness.inbox.commit((state) => (state.connection = {status: 'signed-out', reason: 'expired'}));
    await harness.settle();
    await expect(harness.element).to.be.accessible();
  });

  it('opens on the Active list', async () => {
    const harness = await ShellHarness.mount();
    expect(harness.list.ids).to.deep.equal(['k0001', 'k0002', 'k0003']);
    expect(harness.menuItem('Active').ariaCurrent).to.equal('page');
  });

  it('connects the inbox it is given', async () => {
    const {inbox} = await ShellHarness.mount();
    expect(inbox.lifeCalls).to.deep.equal(['connect']);
  });

  it('shows a conversation when its row is clicked and tells the host afterwards', async () => {
    const harness = await ShellHarness.mount();
    const told: string[] = [];
    harness.element.addEventListener('loop-conversation-selected', (event: LoopConversationSelectedEvent) => told.push(event.conversationId));
    harness.list.row('k0002').click();
    await harness.settle();
    expect(harness.element.conversationId).to.equal('k0002');
    expect(harness.inbox.called('openThread').at(-1)?.[0]).to.equal('k0002');
    expect(told).to.deep.equal(['k0002']);
  });

  it('tells its conversation whose pictures need no consent', async () => {
    const harness = await ShellHarness.mount();
    harness.element.trustedOrigins = ['https://files.example'];
    harness.list.row('k0002').click();
    await harness.settle();
    expect(harness.root.querySelector('loop-conversation')!.trustedOrigins).to.deep.equal(['https://files.example']);
  });

  it('shows nothing when the host cancels the selection, wherever it listens', async () => {
    const harness = await ShellHarness.mount();
    const cancel = (event: Event) => event.preventDefault();
    document.addEventListener('loop-conversation-select', cancel, {once: true});
    harness.list.row('k0002').click();
    await harness.settle();
    expect(harness.element.conversationId).to.equal('');
  });

  it('tells nothing when the host sets the conversation', async () => {
    const harness = await ShellHarness.mount();
    const told: Event[] = [];
    harness.element.addEventListener('loop-conversation-selected', (event) => told.push(event));
    harness.element.conversationId = 'k0003';
    await harness.settle();
    expect(told).to.deep.equal([]);
    expect(harness.list.row('k0003').ariaCurrent).to.equal('true');
  });

  it('goes to a view of the menu and back', async () => {
    const inbox = listingInbox();
    inbox.putList({view: 'archived'}, [conversation('old', {state: 'archived'})]);
    const harness = await ShellHarness.mount(inbox);
    harness.menuItem('Archived').click();
    await harness.settle();
    expect(harness.list.ids).to.deep.equal(['old']);
    harness.menuItem('Active').click();
    await harness.settle();
    expect(harness.list.ids.length).to.equal(3);
  });

  it('takes a view by its role', async () => {
    const inbox = listingInbox();
    inbox.commit((state) => (state.views = [{id: 'v1', role: 'active'}, {id: 'v2', role: 'archived'}]));
    inbox.putList({view: 'v2'}, [conversation('old', {state: 'archived'})]);
    const harness = await ShellHarness.mount(inbox);
    harness.element.view = 'archived';
    await harness.settle();
    expect(harness.list.ids).to.deep.equal(['old']);
  });

  it('shows one pane at a time when narrow, with a way back that gives the row its focus', async () => {
    const harness = await ShellHarness.mount(listingInbox(), narrow);
    expect([harness.shows('loop-list'), harness.shows('loop-conversation')]).to.deep.equal([true, false]);
    harness.list.row('k0002').click();
    await harness.settle();
    expect([harness.shows('loop-list'), harness.shows('loop-conversation')]).to.deep.equal([false, true]);
    harness.button('Back to the list').click();
    await harness.settle();
    expect(harness.shows('loop-list')).to.equal(true);
    expect(harness.list.focused).to.equal('k0002');
  });

  it('keeps the menu behind its button when narrow, and closes it on Escape', async () => {
    const harness = await ShellHarness.mount(listingInbox(), narrow);
    const seen = () => harness.menu.checkVisibility({visibilityProperty: true});
    expect(seen()).to.equal(false);
    harness.button('Open the menu').click();
    await harness.settle();
    expect(seen()).to.equal(true);
    await sendKeys({press: 'Escape'});
    await harness.settle();
    expect(seen()).to.equal(false);
    expect(harness.root.activeElement?.getAttribute('aria-label')).to.equal('Open the menu');
  });

  it('follows the width of its box, not of the window', async () => {
    const harness = await ShellHarness.mount();
    const rail = () => Math.round(harness.root.querySelector('.rail')!.getBoundingClientRect().width);
    expect(rail()).to.equal(188);
    harness.box.style.inlineSize = '1100px';
    await harness.settle();
    expect(rail()).to.equal(48);
  });

  it('shows the contact beside the conversation where there is room, else when asked', async () => {
    const harness = await ShellHarness.mount();
    harness.element.conversationId = 'k0001';
    await harness.settle();
    expect(harness.shows('.contact')).to.equal(true);
    harness.button('Contact details').click();
    await harness.settle();
    expect(harness.shows('.contact')).to.equal(false);
    harness.box.style.inlineSize = '900px';
    await harness.settle();
    harness.button('Contact details').click();
    await harness.settle();
    expect(harness.shows('.contact')).to.equal(true);
  });

  it('makes the list wider with the arrow key on its edge, and lets it be again on a double click', async () => {
    const harness = await ShellHarness.mount();
    const width = () => Math.round(harness.root.querySelector('.list')!.getBoundingClientRect().width);
    const edge = harness.root.querySelector<HTMLElement>('.handle-list')!;
    edge.focus();
    await sendKeys({press: 'ArrowRight'});
    await harness.settle();
    expect(width()).to.equal(356);
    edge.dispatchEvent(new MouseEvent('dblclick', {bubbles: true}));
    await harness.settle();
    expect(width()).to.equal(340);
  });

  it('keeps list and conversation in sight while signed out, and asks again to sign in', async () => {
    const harness = await ShellHarness.mount();
    harness.inbox.commit((state) => (state.connection = {status: 'signed-out', reason: 'expired'}));
    await harness.settle();
    expect(harness.list.ids.length).to.equal(3);
    const asked: string[] = [];
    harness.element.addEventListener('loop-sign-in', (event) => asked.push(event.reason));
    harness.button('Sign in').click();
    expect(asked).to.deep.equal(['expired']);
  });

  it('shows a signed-out agent who never was in what to do', async () => {
    const inbox = new FakeInbox();
    inbox.commit((state) => {
      state.session = undefined;
      state.connection = {status: 'signed-out', reason: 'missing'};
    });
    const harness = await ShellHarness.mount(inbox);
    expect(harness.root.textContent).to.include('You are signed out');
    expect(harness.shows('loop-list')).to.equal(false);
  });

  it('tells the host what happened, once', async () => {
    const harness = await ShellHarness.mount();
    const told: string[] = [];
    for (const type of ['loop-ready', 'loop-sign-in', 'loop-conversation-archived', 'loop-error'] as const)
      document.addEventListener(type, () => told.push(type), {once: true});
    harness.inbox.tell({type: 'ready', session: harness.inbox.state.session!});
    harness.inbox.tell({type: 'sign-in-needed', reason: 'expired'});
    harness.inbox.tell({type: 'conversation-moved', conversationId: 'k0001', from: 'active', to: 'archived', mine: true});
    harness.inbox.tell({type: 'storage-lost'});
    expect(told).to.deep.equal(['loop-ready', 'loop-sign-in', 'loop-conversation-archived', 'loop-error']);
  });

  it('says what is missing when it has no backend', async () => {
    const element = await fixture<LoopInbox>(html`<loop-inbox></loop-inbox>`);
    expect(element.shadowRoot!.textContent).to.include('set the adapter property, or the demo attribute');
  });

  it('keeps its layout where a page gives it a display of its own', async () => {
    const harness = await ShellHarness.mount();
    harness.element.conversationId = 'k0002';
    harness.element.style.display = 'block';
    await harness.settle();
    const conversation = harness.element.shadowRoot!.querySelector<HTMLElement>('loop-conversation')!;
    expect(conversation.getBoundingClientRect().bottom).to.be.at.most(harness.element.getBoundingClientRect().bottom);
    harness.element.style.display = 'none';
    expect(harness.element.getBoundingClientRect().height).to.equal(0);
  });

  it('loses nothing when it is moved in the document', async () => {
    const harness = await ShellHarness.mount();
    harness.element.conversationId = 'k0002';
    await harness.settle();
    const elsewhere = document.createElement('div');
    elsewhere.style.blockSize = '600px';
    document.body.append(elsewhere);
    elsewhere.append(harness.element);
    await harness.settle();
    expect(harness.list.ids.length).to.equal(3);
    expect(harness.list.row('k0002').ariaCurrent).to.equal('true');
    expect(harness.inbox.lifeCalls).to.deep.equal(['connect']);
    elsewhere.remove();
  });

  it('stands twice on a page without the two knowing each other', async () => {
    const one = await ShellHarness.mount(listingInbox(2));
    const other = await ShellHarness.mount(listingInbox([conversation('x')]));
    one.list.row('k0001').click();
    await one.settle();
    expect(other.element.conversationId).to.equal('');
    expect(other.list.ids).to.deep.equal(['x']);
  });

  it('uses the inbox of the provider around it', async () => {
    const inbox = listingInbox(2);
    const box = await fixture(html`<loop-provider .inbox=${inbox}><div style="block-size: 400px"><loop-inbox></loop-inbox></div></loop-provider>`);
    await frames(5);
    const harness = new ShellHarness(box.querySelector('loop-inbox')!, inbox);
    expect(harness.list.ids).to.deep.equal(['k0001', 'k0002']);
    expect(inbox.lifeCalls).to.deep.equal(['connect']);
  });

  it('takes its density and scheme from the host, else from the agent', async () => {
    const harness = await ShellHarness.mount();
    const {element} = harness;
    harness.inbox.commit((state) => (state.choices = {...state.choices, density: 'comfortable', theme: 'dark'}));
    await harness.settle();
    expect([element.matches(':state(comfortable)'), getComputedStyle(element).colorScheme]).to.deep.equal([true, 'dark']);
    element.density = 'compact';
    element.colorScheme = 'light';
    await harness.settle();
    expect([element.matches(':state(compact)'), getComputedStyle(element).colorScheme]).to.deep.equal([true, 'light']);
    expect(harness.list.row('k0001').getBoundingClientRect().height).to.equal(48);
  });

  it('takes a token that the host sets', async () => {
    const harness = await ShellHarness.mount();
    harness.element.style.setProperty('--loop-list-background', 'rgb(1, 2, 3)');
    expect(getComputedStyle(harness.list.element).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('keeps its letters to itself in a page that shouts', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = '* { font: 30px/2 serif !important; text-transform: uppercase !important; letter-spacing: 4px !important; color: red !important }';
    document.head.append(sheet);
    const harness = await ShellHarness.mount();
    const {fontSize, textTransform, letterSpacing} = getComputedStyle(harness.list.row('k0001'));
    expect([fontSize, textTransform, letterSpacing]).to.deep.equal(['13px', 'none', 'normal']);
    sheet.remove();
  });

  it('moves through the conversations with J and K, but not while somebody types or without a keymap', async () => {
    const harness = await ShellHarness.mount();
    harness.menuItem('Active').focus();
    await sendKeys({press: 'j'});
    await harness.settle();
    expect(harness.element.conversationId).to.equal('k0001');
    harness.element.keymap = {next: 'n'};
    await harness.settle();
    await sendKeys({press: 'j'});
    expect(harness.element.conversationId).to.equal('k0001');
    await sendKeys({press: 'n'});
    await harness.settle();
    expect(harness.element.conversationId).to.equal('k0002');
  });

  it('hides Automated from the menu where the backend names no such view', async () => {
    const inbox = listingInbox();
    inbox.commit((state) => (state.views = everyCapability.views.filter(({role}) => role !== 'automated')));
    const harness = await ShellHarness.mount(inbox);
    expect(harness.menuItem('Automated') === undefined).to.equal(true);
  });

  it('opens the conversation of a notification at its message', async () => {
    const inbox = listingInbox();
    inbox.commit((state) => {
      const {items, ids} = state.notifications;
      items.put('n1', {id: 'n1', kind: 'mention', conversationId: 'k0003', messageId: 'm7', title: 'Jonas mentioned you', createdAt: '2026-03-24T14:00:00Z'});
      ids.place('n1', 1);
      state.notifications = {...state.notifications, status: 'ready', unread: 1, version: 1};
    });
    const harness = await ShellHarness.mount(inbox);
    harness.menuItem('Notifications').click();
    await customElements.whenDefined('loop-notifications');
    await frames(5);
    const list = harness.menu.shadowRoot!.querySelector('loop-notifications')!;
    await expect(list).to.be.accessible();
    list.shadowRoot!.querySelector<HTMLElement>('.item')!.click();
    await harness.settle();
    expect(harness.element.conversationId).to.equal('k0003');
    expect(inbox.called('markNotificationRead')).to.deep.equal([['n1']]);
    expect(inbox.called('openThread').at(-1)).to.deep.equal(['k0003', 'm7']);
  });

  it('keeps what the agent chooses in the settings', async () => {
    const harness = await ShellHarness.mount();
    harness.menuItem('Lena Brandt').click();
    await customElements.whenDefined('loop-settings');
    await frames(5);
    const settings = harness.menu.shadowRoot!.querySelector('loop-settings')!;
    await expect(settings).to.be.accessible();
    const root = settings.shadowRoot!;
    root.querySelectorAll<HTMLInputElement>('[role="switch"]')[0]!.click();
    const undo = [...root.querySelectorAll('select')].at(-1);
    undo!.value = '20000';
    undo!.dispatchEvent(new Event('change', {bubbles: true}));
    [...root.querySelectorAll<HTMLElement>('[role="radio"]')].find((each) => each.textContent.includes('Busy'))!.click();
    expect(harness.inbox.called('prefer')).to.deep.equal([[{enterSends: false}], [{undoSendMs: 20_000}]]);
    expect(harness.inbox.called('setAvailability')).to.deep.equal([['busy']]);
  });
});
