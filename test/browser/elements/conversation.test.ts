import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/define/conversation.js';
import {AdapterError} from '../../../src/contract/index.js';
import type {LoopConversation} from '../../../src/elements/conversation/loop-conversation.js';
import type {LoopConversationArchiveEvent} from '../../../src/events/conversation-events.js';
import type {Conversation} from '../../../src/model/index.js';
import {frames, mountConversation, numbered, talkingInbox} from '../../support/conversation-harness.js';
import {conversation, everyFeature, FakeInbox, now, tag} from '../../support/fake-inbox.js';

/** An inbox whose conversation 'k1' is like this. */
function inboxWith(about: Partial<Conversation>): FakeInbox {
  const inbox = talkingInbox(numbered(3));
  inbox.commit((state) => state.conversations.put('k1', conversation('k1', {subject: 'Tent pole', contact: {id: 'c1', name: 'Marta Kowalczyk'}, ...about})));
  return inbox;
}

/** Which threads the conversation itself opened; the composer in it opens its own. */
const opened = (inbox: FakeInbox) => inbox.called('openThread').filter((call) => call.length === 2);

const menuOf = (element: HTMLElement) => element.shadowRoot!.querySelector('loop-conversation-menu')!;
const items = (element: HTMLElement) =>
  [...menuOf(element).shadowRoot!.querySelectorAll<HTMLElement>('[role^=menuitem]')].map((each) => each.innerText.replace(/\s+/g, ' ').trim());

async function openMenu(harness: Awaited<ReturnType<typeof mountConversation>>, name: string): Promise<void> {
  await import('../../../src/elements/conversation/loop-conversation-menu.js');
  harness.button(name).click();
  await harness.settle();
  await harness.settle();
}

function choose(element: HTMLElement, name: string): void {
  const found = [...menuOf(element).shadowRoot!.querySelectorAll<HTMLElement>('[role^=menuitem], button')].find((each) =>
    each.innerText.replace(/\s+/g, ' ').trim().startsWith(name));
  if (!found) throw new Error(`No item ${name} in ${items(element).join(', ')}`);
  found.click();
}

describe('<loop-conversation>', () => {
  it('keeps the composer in sight where a page gives it a display of its own', async () => {
    const it = await mountConversation(talkingInbox(numbered(50)));
    it.element.style.display = 'block';
    await it.settle();
    expect(it.own('loop-composer')!.getBoundingClientRect().bottom).to.be.at.most(it.element.getBoundingClientRect().bottom);
  });

  it('passes the accessibility audit', async () => {
    const harness = await mountConversation(inboxWith({escalated: true, tags: [tag('order')], sentiment: {label: 'negative', source: 'Ann'}}));
    await expect(harness.element).to.be.accessible();
  });

  it('shows what it is about, with whom, where it came from and how it stands', async () => {
    const harness = await mountConversation(
      inboxWith({escalated: true, tags: [tag('order')], sentiment: {label: 'negative', score: -0.62, source: 'Mood check'}, assignee: {id: 'me', name: 'Lena Brandt'}}),
    );
    const header = harness.own('header')!.innerText.replace(/\s+/g, ' ');
    for (const word of ['Tent pole', 'Marta Kowalczyk', 'Help desk', 'Negative', 'Escalated', 'order', 'Lena']) expect(header).to.contain(word);
    expect(harness.own('.sentiment-negative')!.title).to.equal('Negative (-0.62), says Mood check');
  });

  it('says so when no conversation is chosen, when there is no inbox, and while it loads', async () => {
    const none = await mountConversation(new FakeInbox(), '');
    expect(none.element.shadowRoot!.textContent).to.contain('No conversation open');
    const absent = await fixture<LoopConversation>(html`<loop-conversation conversation-id="k1"></loop-conversation>`);
    expect(absent.shadowRoot!.textContent).to.contain('No backend yet');
    const loading = await mountConversation(new FakeInbox());
    expect(loading.own('[role=status]')!.getAttribute('aria-label')).to.equal('Loading the conversation');
  });

  it('says why it can’t be shown and tries again', async () => {
    const inbox = talkingInbox([], {status: 'failed', error: new AdapterError({code: 'unavailable', message: ''})});
    const harness = await mountConversation(inbox);
    expect(harness.element.shadowRoot!.textContent).to.contain('The conversation could not be loaded');
    expect(harness.element.shadowRoot!.textContent).to.contain('Nothing you wrote is lost.');
    harness.button('Try again').click();
    expect(inbox.called('reloadThread')).to.deep.equal([['k1']]);
  });

  it('says who may see it when this agent may not', async () => {
    const harness = await mountConversation(talkingInbox([], {status: 'failed', error: new AdapterError({code: 'forbidden', message: ''})}));
    expect(harness.element.shadowRoot!.textContent).to.contain('You cannot see this conversation');
    expect(harness.element.shadowRoot!.querySelectorAll('button').length).to.equal(0);
  });

  it('opens the thread, tells colleagues who looks on, and lets go of both', async () => {
    const inbox = talkingInbox(numbered(3));
    const harness = await mountConversation(inbox);
    expect(opened(inbox)).to.deep.equal([['k1', undefined]]);
    expect(inbox.called('attend')).to.deep.equal([['k1', 'viewing']]);
    harness.element.remove();
    expect(inbox.held).to.equal(0);
  });

  it('follows to another conversation', async () => {
    const inbox = talkingInbox(numbered(3));
    const harness = await mountConversation(inbox);
    inbox.commit((state) => state.conversations.put('k2', conversation('k2', {subject: 'Other'})));
    inbox.putThread('k2', []);
    (harness.element as LoopConversation).conversationId = 'k2';
    await harness.settle();
    expect(harness.own('h2')!.innerText).to.equal('Other');
    expect(opened(inbox).map(([id]) => id)).to.deep.equal(['k1', 'k2']);
    harness.element.remove();
    expect(inbox.held).to.equal(0);
  });

  it('works the same when it is removed and put back', async () => {
    const inbox = talkingInbox(numbered(3));
    const harness = await mountConversation(inbox);
    const parent = harness.element.parentElement!;
    harness.element.remove();
    parent.append(harness.element);
    await harness.settle();
    await harness.put(numbered(4));
    expect(harness.messages.length).to.equal(4);
    expect(opened(inbox).length).to.equal(2);
  });

  it('asks the host before it archives', async () => {
    const inbox = inboxWith({});
    const harness = await mountConversation(inbox);
    const asked: LoopConversationArchiveEvent[] = [];
    harness.element.addEventListener('loop-conversation-archive', (event) => {
      asked.push(event);
      if (asked.length === 1) event.preventDefault();
    });
    harness.button('Archive').click();
    expect(inbox.called('archive')).to.deep.equal([]);
    harness.button('Archive').click();
    expect(inbox.called('archive')).to.deep.equal([['k1']]);
    expect(asked.map((event) => event.conversationId)).to.deep.equal(['k1', 'k1']);
  });

  it('reopens an archived conversation', async () => {
    const inbox = inboxWith({state: 'archived'});
    const harness = await mountConversation(inbox);
    harness.button('Reopen').click();
    expect(inbox.called('reopen')).to.deep.equal([['k1']]);
  });

  it('lets an agent take over from the bot where automation is on', async () => {
    const inbox = inboxWith({state: 'automated', handledBy: 'bot'});
    inbox.commit((state) => (state.session = {...state.session!, features: new Set([...everyFeature, 'automation'])}));
    const harness = await mountConversation(inbox);
    harness.button('Take over').click();
    expect(inbox.called('takeOver')).to.deep.equal([['k1']]);
  });

  it('offers only what the backend has and the host allows', async () => {
    const inbox = inboxWith({});
    inbox.commit((state) => {
      const {capabilities} = state.session!;
      state.session = {...state.session!, features: new Set(), capabilities: {...capabilities, states: ['active', 'archived']}};
    });
    const harness = await mountConversation(inbox);
    const names = [...harness.own('header')!.querySelectorAll('button')].map((each) => each.getAttribute('aria-label'));
    expect(names).to.deep.equal(['Archive', 'Conversation details', 'More']);
    await openMenu(harness, 'More');
    expect(items(harness.element)).to.deep.equal(['Conversation details', 'Archive', 'Mark as unread']);
  });

  it('copies the address that the backend gives a conversation, and says what became of it', async () => {
    const copied: string[] = [];
    const {clipboard} = navigator;
    const inbox = inboxWith({url: 'https://desk.example/c/48213'});
    const harness = await mountConversation(inbox);
    try {
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: async (text: string) => void copied.push(text)}});
      await openMenu(harness, 'More');
      choose(harness.element, 'Copy link');
      await harness.settle();
      await harness.settle();
      expect(copied).to.deep.equal(['https://desk.example/c/48213']);
      expect(items(harness.element)).to.include.members(['Open at its source', 'Link copied']);
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
      choose(harness.element, 'Link copied');
      await harness.settle();
      await harness.settle();
      expect(items(harness.element)).to.include('The link could not be copied');
    } finally {
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
    }
  });

  it('opens the form of a ticket from its menu', async () => {
    const harness = await mountConversation(inboxWith({}));
    await openMenu(harness, 'More');
    choose(harness.element, 'Create a ticket');
    await import('../../../src/elements/ticket-button/loop-ticket-dialog.js');
    await harness.settle();
    await harness.settle();
    const dialog = harness.own('loop-ticket-button')!.shadowRoot!.querySelector('loop-ticket-dialog')!;
    expect(dialog.shadowRoot!.querySelector('dialog')!.open).to.equal(true);
  });

  it('tells the host’s page of its own conversation, and of no other', async () => {
    const inbox = talkingInbox(numbered(3));
    const harness = await mountConversation(inbox);
    const told: string[] = [];
    harness.element.addEventListener('loop-conversation-archived', (event) => told.push(event.conversationId));
    inbox.tell({type: 'conversation-moved', conversationId: 'k2', from: 'active', to: 'archived', mine: false});
    inbox.tell({type: 'conversation-moved', conversationId: 'k1', from: 'active', to: 'archived', mine: true});
    expect(told).to.deep.equal(['k1']);
  });

  it('keeps a denied action in its place, does nothing, and says why', async () => {
    const inbox = inboxWith({deny: {archive: 'Only the wholesale team archives here.'}});
    const harness = await mountConversation(inbox);
    const archive = harness.button('Archive');
    archive.click();
    expect(inbox.called('archive')).to.deep.equal([]);
    expect(archive.getAttribute('aria-disabled')).to.equal('true');
    expect(archive.title).to.equal('Only the wholesale team archives here.');
    await openMenu(harness, 'More');
    choose(harness.element, 'Archive');
    expect(inbox.called('archive')).to.deep.equal([]);
    expect(items(harness.element)).to.contain('Archive Only the wholesale team archives here.');
  });

  it('snoozes until a time one chooses', async () => {
    const inbox = inboxWith({});
    const harness = await mountConversation(inbox);
    await openMenu(harness, 'Snooze');
    choose(harness.element, 'Until the next message');
    await openMenu(harness, 'Snooze');
    choose(harness.element, 'Later today');
    const calls = inbox.called('snooze');
    expect(calls[0]).to.deep.equal(['k1', 'next-message']);
    expect(Date.parse(calls[1]![1] as string) - now).to.be.within(3 * 3_600_000, 3.25 * 3_600_000);
  });

  it('assigns to me and to others', async () => {
    const inbox = inboxWith({});
    inbox.answers.assignees = () => Promise.resolve([{id: 'me', name: 'Lena Brandt'}, {id: 'jonas', name: 'Jonas Weber'}, {type: 'team', id: 'repairs', name: 'Repairs'}]);
    const harness = await mountConversation(inbox);
    await openMenu(harness, 'Unassigned');
    expect(items(harness.element)).to.deep.equal(['Assign to me', 'Unassigned', 'Jonas Weber', 'Repairs']);
    choose(harness.element, 'Repairs');
    await harness.settle();
    await openMenu(harness, 'Unassigned');
    choose(harness.element, 'Assign to me');
    expect(inbox.called('assign')).to.deep.equal([['k1', {teamId: 'repairs'}], ['k1', {agentId: 'me'}]]);
  });

  it('offers to show or hide the contact where the page has a place for them', async () => {
    const harness = await mountConversation(inboxWith({}));
    const element = harness.element as LoopConversation;
    const toggled: string[] = [];
    element.addEventListener('loop-contact-toggle', (event) => toggled.push(event.conversationId));
    element.contactPanel = 'shown';
    await harness.settle();
    await openMenu(harness, 'More');
    choose(element, 'Hide the contact');
    element.contactPanel = 'hidden';
    await harness.settle();
    await openMenu(harness, 'More');
    choose(element, 'Show the contact');
    expect(toggled).to.deep.equal(['k1', 'k1']);
  });

  it('escalates with a reason that was typed', async () => {
    const inbox = inboxWith({});
    const harness = await mountConversation(inbox);
    await openMenu(harness, 'More');
    choose(harness.element, 'Escalate');
    await harness.settle();
    await harness.settle();
    await sendKeys({type: 'travels on Friday'});
    await sendKeys({press: 'Enter'});
    expect(inbox.called('escalate')).to.deep.equal([['k1', 'travels on Friday']]);
  });

  it('gives the focus to the menu, moves in it by arrows, and gives it back', async () => {
    const harness = await mountConversation(inboxWith({}));
    const more = harness.button('More');
    more.focus();
    await openMenu(harness, 'More');
    const focused = () => (menuOf(harness.element).shadowRoot!.activeElement as HTMLElement | null)?.innerText.trim();
    expect(focused()).to.equal('Create a ticket');
    await sendKeys({press: 'ArrowDown'});
    expect(focused()).to.equal('Conversation details');
    await sendKeys({press: 'Escape'});
    await harness.settle();
    expect(harness.element.shadowRoot!.activeElement === more).to.equal(true);
    expect(more.getAttribute('aria-expanded')).to.equal('false');
  });

  it('does not take the focus back from where it has gone since its menu was closed', async () => {
    const elsewhere = await fixture<HTMLButtonElement>(html`<button>Elsewhere</button>`);
    const harness = await mountConversation(inboxWith({}));
    harness.button('More').focus();
    await openMenu(harness, 'More');
    menuOf(harness.element).closest<HTMLElement>('[popover]')!.hidePopover();
    elsewhere.focus();
    await frames(4);
    await harness.settle();
    expect(document.activeElement === elsewhere).to.equal(true);
  });

  it('puts the focus where one writes once a message is taken back', async () => {
    const harness = await mountConversation(talkingInbox(numbered(3)));
    harness.thread.dispatchEvent(new Event('compose'));
    expect(harness.element.shadowRoot!.activeElement?.localName).to.equal('loop-composer');
  });

  it('shows no header where the page has one', async () => {
    const harness = await mountConversation(talkingInbox(numbered(3)));
    (harness.element as LoopConversation).header = 'none';
    await harness.settle();
    expect(harness.own('header') === null).to.equal(true);
  });

  it('goes to the message it is told to show', async () => {
    const inbox = talkingInbox(numbered(50));
    const element = await fixture<LoopConversation>(html`
      <loop-conversation style="block-size: 600px" conversation-id="k1" message-id="000004" .inbox=${inbox}></loop-conversation>`);
    await inbox.settle();
    await element.updateComplete;
    expect(opened(inbox)).to.deep.equal([['k1', '000004']]);
    await frames();
    const thread = element.shadowRoot!.querySelector('loop-thread')!.shadowRoot!;
    expect((thread.activeElement as HTMLElement | null)?.dataset['key']).to.equal('000004');
    expect(thread.querySelector<HTMLElement>('[data-highlighted]')?.dataset['key']).to.equal('000004');
  });
});
