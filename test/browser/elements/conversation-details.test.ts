import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {AdapterError, type Conversation, type Tag} from '../../../src/contract/index.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import {mountConversation, talkingInbox} from '../../support/conversation-harness.js';
import {deepText} from '../../support/deep.js';
import {conversation, message, minutesAgo, tag, type FakeInbox} from '../../support/fake-inbox.js';

type Harness = Awaited<ReturnType<typeof mountConversation>>;

const known = (about: Partial<Conversation> = {}): FakeInbox => {
  const jonas = {kind: 'agent' as const, id: 'jonas', name: 'Jonas Weber'};
  const inbox = talkingInbox([
    message('1', 'k1', {author: {kind: 'contact', name: 'Marta Kowalczyk'}}),
    message('2', 'k1', {kind: 'note', author: jonas}),
    message('3', 'k1', {kind: 'reply', author: {kind: 'agent', id: 'me', name: 'Lena Brandt'}}),
    message('4', 'k1', {kind: 'activity', author: jonas, activity: {type: 'tagged', added: [tag('order')]}}),
    message('5', 'k1', {kind: 'activity', author: jonas, activity: {type: 'ticket', ticketId: 't1', number: 'NL-1'}}),
  ], {before: 'earlier'});
  inbox.commit((state) => {
    state.conversations.put('k1', conversation('k1', {
      number: '48213', subject: 'Tent pole', contact: {id: 'c1', name: 'Marta Kowalczyk'}, topic: 'feedback', priority: 'urgent', escalated: true,
      tags: [tag('order')], assignee: {id: 'me', name: 'Lena Brandt'}, sentiment: {label: 'negative', score: -0.62, source: 'Mood check'},
      waitingSince: minutesAgo(120), attributes: [{key: 'total', label: 'Total', value: 588, kind: 'number'}], ...about,
    }));
    state.escalations.put('k1', [{id: 'e1', conversationId: 'k1', reason: 'travels on Friday', raisedAt: minutesAgo(30), by: jonas}]);
    state.tickets.put('k1', [{id: 't1', number: 'NL-1', title: 'Pole batch', status: 'Open', open: true}]);
  });
  inbox.answers.contactConversations = async () => [conversation('k9', {subject: 'Boots'}), conversation('k1')];
  return inbox;
};

async function open(inbox = known()): Promise<Harness & {dialog: () => HTMLDialogElement; text: () => string; inside: (name: string) => HTMLElement}> {
  const harness = await mountConversation(inbox);
  const button = harness.button('Conversation details');
  button.focus();
  button.click();
  await import('../../../src/elements/conversation/loop-conversation-details.js');
  await harness.settle();
  await harness.settle();
  const root = () => harness.own('loop-conversation-details')!.shadowRoot!;
  return Object.assign(harness, {
    dialog: () => root().querySelector('dialog')!,
    text: () => deepText(root().querySelector('dialog')!).replace(/\s+/g, ' '),
    inside: (name: string) => harness.button(name, root()),
  });
}

describe('<loop-conversation-details>', () => {
  it('passes the accessibility audit', async () => {
    const it = await open();
    await expect(it.element).to.be.accessible();
  });

  it('tells every fact; the mood with its score and who judged it', async () => {
    const it = await open();
    const text = it.text();
    for (const fact of ['48213', 'Help desk', 'Mail', 'Feedback', 'Urgent', 'Lena Brandt', 'Negative (-0.62), says Mood check', 'order', 'Total', '588', 'Waiting since']) expect(text).to.contain(fact);
  });

  it('makes up no mood where nobody judged it', async () => {
    const inbox = known();
    const {sentiment: _judged, ...unjudged} = inbox.state.conversations.get('k1')!;
    inbox.commit((state) => state.conversations.put('k1', unjudged));
    const it = await open(inbox);
    expect(it.text()).to.not.contain('Sentiment');
  });

  it('says why it needs attention, since when and by whom, and follows live', async () => {
    const it = await open();
    expect(it.text()).to.match(/travels on Friday .*, by Jonas Weber/);
    expect(it.inbox.called('loadEscalations')).to.deep.equal([['k1']]);
    it.inbox.commit((state) => state.escalations.put('k1', []));
    await it.settle();
    expect(it.text()).to.not.contain('travels on Friday');
  });

  it('names who took part, how much they wrote, and what the contact wrote before', async () => {
    const it = await open();
    expect(it.text()).to.match(/Marta Kowalczyk Contact 1 message, last .* Boots/);
    expect(it.text()).to.match(/Lena Brandt You 1 message/);
    expect(it.text()).to.match(/Jonas Weber\s+1 message/);
    const asked = oneEvent(it.element, 'loop-conversation-select');
    it.own('loop-conversation-details')!.shadowRoot!.querySelector<HTMLElement>('button.line')!.click();
    expect(((await asked) as Event as LoopConversationSelectEvent).conversationId).to.equal('k9');
    expect(it.dialog().open).to.equal(false);
  });

  it('claims nothing of messages that are not loaded', async () => {
    const partial = await open();
    expect(partial.text()).to.contain('Counted in the messages that are loaded; there are more.');
    expect(partial.text()).to.not.match(/Participants 3/);
    const thread = partial.inbox.state.threads.get('k1')!;
    partial.inbox.putThread('k1', [...thread.messages.values()].filter(({kind}) => kind !== 'activity'), {before: 'earlier'});
    await partial.settle();
    expect(partial.text()).to.contain('None among the messages that are loaded');
    partial.inbox.putThread('k1', [...thread.messages.values()].filter(({kind}) => kind !== 'activity'));
    await partial.settle();
    expect(partial.text()).to.match(/Participants 3/);
    expect(partial.text()).to.contain('Nothing has been done with it yet');
    expect(partial.text()).to.not.contain('Counted in the messages');
  });

  it('lists what was done, newest first, and reads earlier ones', async () => {
    const it = await open();
    expect(it.text()).to.match(/Jonas Weber created ticket NL-1.*Jonas Weber added order/i);
    const before = it.inbox.called('loadEarlier').length;
    it.inside('Show earlier ones').click();
    expect(it.inbox.called('loadEarlier').length).to.equal(before + 1);
  });

  it('shows a linked ticket as it changes', async () => {
    const it = await open();
    expect(it.text()).to.contain('NL-1 Pole batch Open');
    it.inbox.commit((state) => state.tickets.put('k1', [{id: 't1', number: 'NL-1', title: 'Pole batch', status: 'Solved', open: false}]));
    await it.settle();
    expect(it.text()).to.contain('NL-1 Pole batch Solved');
  });

  it('takes a tag off, where that may be done', async () => {
    const it = await open();
    it.inside('Remove order').click();
    expect(it.inbox.called('changeTags')).to.deep.equal([['k1', {remove: [tag('order')]}]]);
    const denied = await open(known({deny: {tag: 'Not here.'}}));
    expect(() => denied.inside('Remove order')).to.throw();
  });

  it('closes with Escape and gives the focus back, and does not stay open on another conversation', async () => {
    const it = await open();
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(it.dialog().open).to.equal(false);
    expect(it.element.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Conversation details');
    const again = await open();
    again.inbox.commit((state) => state.conversations.put('k2', conversation('k2')));
    again.inbox.putThread('k2', [message('1', 'k2')]);
    again.element.conversationId = 'k2';
    await again.settle();
    expect(again.dialog().open).to.equal(false);
  });
});

describe('<loop-tag-picker>', () => {
  async function pick(creates = true) {
    const inbox = known();
    inbox.commit((state) => (state.can = new Set(creates ? ['tags.create'] : [])));
    inbox.answers.tags = () => Promise.resolve([tag('order'), tag('repair'), tag('warranty')]) as Promise<readonly Tag[]>;
    const harness = await mountConversation(inbox);
    harness.button('Change tags').click();
    await import('../../../src/elements/conversation/loop-conversation-menu.js');
    await harness.settle();
    await harness.settle();
    const root = () => harness.own('loop-conversation-menu')!.shadowRoot!.querySelector('loop-tag-picker')!.shadowRoot!;
    await harness.settle();
    const shown = () => [...root().querySelectorAll('.check')].map(({textContent}) => textContent.trim());
    return Object.assign(harness, {root, shown});
  }

  it('passes the accessibility audit', async () => {
    const it = await pick();
    await expect(it.element).to.be.accessible();
  });

  it('puts tags on and takes them off, and stays open for the next one', async () => {
    const it = await pick();
    const boxes = it.root().querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    expect([...boxes].map(({checked}) => checked)).to.deep.equal([true, false, false]);
    boxes[2]!.click();
    boxes[0]!.click();
    expect(it.inbox.called('changeTags')).to.deep.equal([['k1', {add: [tag('warranty')]}], ['k1', {remove: [tag('order')]}]]);
    expect(it.own('.popover')!.matches(':popover-open')).to.equal(true);
  });

  it('finds by letters, and takes the first with Enter', async () => {
    const it = await pick();
    await sendKeys({type: 'war'});
    await it.settle();
    expect(it.shown()).to.deep.equal(['warranty']);
    await sendKeys({press: 'Backspace'});
    await sendKeys({type: 'rranty'});
    await sendKeys({press: 'Enter'});
    expect(it.inbox.called('changeTags')).to.deep.equal([['k1', {add: [tag('warranty')]}]]);
  });

  it('goes through the tags by arrows', async () => {
    const it = await pick();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Space'});
    expect(it.inbox.called('changeTags')).to.deep.equal([['k1', {add: [tag('repair')]}]]);
  });

  it('creates a tag that is not there, and puts it on', async () => {
    const it = await pick();
    it.inbox.answers.createTag = (name: string) => Promise.resolve(tag(name));
    await sendKeys({type: 'poles'});
    await it.settle();
    expect(it.root().querySelector('.menu-item')!.textContent).to.contain('Create “poles”');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.inbox.called('changeTags')).to.deep.equal([['k1', {add: [tag('poles')]}]]);
  });

  it('says why a tag was not created', async () => {
    const it = await pick();
    it.inbox.answers.createTag = () => Promise.reject(new AdapterError({code: 'forbidden', message: 'no'}));
    await sendKeys({type: 'poles'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.root().querySelector('[role=alert]')!.textContent).to.contain('You may not do this here.');
  });

  it('offers no new tags where the backend takes none', async () => {
    const it = await pick(false);
    await sendKeys({type: 'poles'});
    await it.settle();
    expect(it.root().querySelector('.menu-item')).to.equal(null);
    expect(it.root().textContent).to.contain('There are no tags');
  });
});
