import {expect, oneEvent} from '@open-wc/testing';
import type {Conversation} from '../../../src/contract/index.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import {conversation, FakeInbox, minutesAgo} from '../../support/fake-inbox.js';
import {mountContact} from '../../support/panel-harness.js';

function contactInbox(earlier: readonly Conversation[] = []): FakeInbox {
  const inbox = new FakeInbox();
  inbox.answers.contactConversations = async () => earlier;
  inbox.commit((state) => {
    state.conversations.put('k1', conversation('k1', {contact: {id: 'c1', name: 'Marta Kowalczyk'}}));
    state.conversations.put('k2', conversation('k2', {contact: {id: 'c2', name: 'Luc Moreau'}}));
    state.contacts.put('c1', {
      id: 'c1',
      name: 'Marta Kowalczyk',
      email: 'marta@poczta.example',
      phone: '+48 58 010 77 20',
      attributes: [
        {key: 'time_zone', label: 'Time zone', value: 'Europe/Warsaw'},
        {key: 'city', label: 'City', value: 'Gdańsk'},
        {key: 'plan', label: 'Plan', value: 'Nordlicht Plus'},
        {key: 'consent', label: 'Consent', value: true, kind: 'checkbox'},
        {key: 'value', label: 'Lifetime value', value: 2184, kind: 'number'},
        {key: 'site', label: 'Site', value: 'javascript:alert(1)', kind: 'link'},
        {key: 'gone', label: 'Gone', value: null},
      ],
    });
    state.tickets.put('k1', [{id: 't1', number: 'NL-1204', title: 'Pole batch', status: 'Open', open: true, url: 'https://desk.example/1204'}]);
  });
  return inbox;
}

describe('<loop-contact>', () => {
  it('passes the accessibility audit', async () => {
    const {element} = await mountContact(contactInbox([conversation('k9', {subject: 'Boots'})]));
    await expect(element).to.be.accessible();
  });

  it('shows who it is, how to reach them and what time it is there', async () => {
    const it = await mountContact(contactInbox());
    expect(it.text()).to.match(/Marta Kowalczyk Gdańsk, (15:30|0?3:30\sPM) local time/);
    expect(it.button('marta@poczta.example').getAttribute('href')).to.equal('mailto:marta@poczta.example');
    expect(it.button('+48').getAttribute('href')).to.equal('tel:+48580107720');
  });

  it('shows attributes in words and numbers of the agent’s language, without those that hold nothing', async () => {
    const it = await mountContact(contactInbox());
    expect(it.text()).to.contain('Plan Nordlicht Plus Consent Yes Lifetime value 2,184');
    expect(it.text()).to.not.contain('Gone');
  });

  it('makes no link of an address that would run a script', async () => {
    const it = await mountContact(contactInbox());
    expect(it.text()).to.contain('javascript:alert(1)');
    expect(it.element.shadowRoot!.querySelector('a[href^="javascript"]')).to.equal(null);
  });

  it('puts nothing into a mail link but the address', async () => {
    const inbox = contactInbox();
    inbox.commit((state) => state.contacts.put('c1', {id: 'c1', name: 'M', email: 'a@b.example?bcc=c@d.example'}));
    const it = await mountContact(inbox);
    expect(it.element.shadowRoot!.querySelector('a[href^="mailto"]')).to.equal(null);
  });

  it('asks for the contact, its earlier conversations and the tickets, once', async () => {
    const it = await mountContact(contactInbox());
    it.inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, preview: 'News'}));
    await it.settle();
    const asked = it.inbox.calls.filter(([name]) => ['loadContact', 'loadTickets', 'contactConversations'].includes(name));
    expect(asked).to.deep.equal([['loadContact', 'c1'], ['contactConversations', 'c1'], ['loadTickets', 'k1']]);
  });

  it('opens an earlier conversation by asking, and does not list the one that is open', async () => {
    const it = await mountContact(contactInbox([conversation('k1'), conversation('k9', {subject: 'Boots', activityAt: minutesAgo(90_000)})]));
    expect(it.text()).to.contain('Earlier conversations 1');
    const asked = oneEvent(it.element, 'loop-conversation-select');
    it.button('Boots').click();
    expect(((await asked) as Event as LoopConversationSelectEvent).conversationId).to.equal('k9');
  });

  it('shows nothing of one contact beside another, however late the answer comes', async () => {
    const inbox = contactInbox();
    const answers: ((value: readonly Conversation[]) => void)[] = [];
    inbox.answers.contactConversations = () => new Promise((resolve) => answers.push(resolve));
    const it = await mountContact(inbox);
    it.element.conversationId = 'k2';
    await it.settle();
    answers[0]!([conversation('k9', {subject: 'Of Marta'})]);
    await it.settle();
    expect(it.text()).to.contain('Luc Moreau');
    expect(it.text()).to.not.contain('Of Marta');
  });

  it('keeps a section folded from contact to contact', async () => {
    const it = await mountContact(contactInbox());
    it.find('summary').click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    it.element.conversationId = 'k2';
    await it.settle();
    it.element.conversationId = 'k1';
    await it.settle();
    expect(it.find<HTMLDetailsElement>('details').open).to.equal(false);
  });

  it('links tickets with their number, title and state', async () => {
    const it = await mountContact(contactInbox());
    expect(it.button('NL-1204 Pole batch').getAttribute('href')).to.equal('https://desk.example/1204');
    expect(it.text()).to.contain('Open');
  });

  it('offers neither earlier conversations nor tickets where the backend has none', async () => {
    const inbox = contactInbox();
    inbox.commit((state) => (state.session = {...state.session!, features: new Set()}));
    const it = await mountContact(inbox);
    expect(it.text()).to.not.contain('Earlier conversations');
    expect(it.text()).to.not.contain('Tickets');
  });
});
