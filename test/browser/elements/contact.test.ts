import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {AdapterError, type Conversation} from '../../../src/contract/index.js';
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

  describe('where the backend lets attributes be changed', () => {
    async function mount(about: Partial<Conversation> = {}) {
      const inbox = contactInbox();
      inbox.commit((state) => {
        state.can = new Set(['contacts.update']);
        state.conversations.put('k1', {...state.conversations.get('k1')!, ...about});
        state.contacts.put('c1', {id: 'c1', name: 'Marta', attributes: [
          {key: 'batch', label: 'Pole batch', value: 'FJ3', editable: true},
          {key: 'value', label: 'Lifetime value', value: 2184, kind: 'number', editable: true},
          {key: 'vip', label: 'VIP', value: false, kind: 'checkbox', editable: true},
          {key: 'site', label: 'Site', value: null, kind: 'link', editable: true},
          {key: 'plan', label: 'Plan', value: 'Plus'},
        ]});
      });
      const it = await mountContact(inbox);
      const saved = () => it.inbox.called('updateContact').map(([, patch]) => (patch as {attributes: {key: string; value: unknown}[]}).attributes.map(({key, value}) => [key, value]));
      return {...it, saved};
    }

    it('changes one in its place with Enter, and gives the focus back', async () => {
      const it = await mount();
      it.button('Change Pole batch').click();
      await it.settle();
      await expect(it.element).to.be.accessible();
      it.find<HTMLInputElement>('.editing input').value = 'FJ4';
      await sendKeys({press: 'Enter'});
      await it.settle();
      expect(it.saved()).to.deep.equal([[['batch', 'FJ4'], ['value', 2184], ['vip', false], ['site', null], ['plan', 'Plus']]]);
      expect(it.find('.editing')).to.equal(null);
      expect(it.element.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Change Pole batch');
    });

    it('reads numbers and switches as what they are, and refuses what is none', async () => {
      const it = await mount();
      it.button('Change Lifetime value').click();
      await it.settle();
      const field = it.find<HTMLInputElement>('.editing input');
      field.value = 'many';
      it.button('Save').click();
      await it.settle();
      expect(it.find('.problem').innerText).to.equal('Write a number.');
      expect(it.saved()).to.deep.equal([]);
      it.find<HTMLInputElement>('.editing input').value = '1 200,5';
      it.button('Save').click();
      await it.settle();
      it.button('Change VIP').click();
      await it.settle();
      it.find<HTMLInputElement>('.editing input').checked = true;
      it.button('Save').click();
      await it.settle();
      expect(it.saved().map((values) => [values[1]![1], values[2]![1]])).to.deep.equal([[1200.5, false], [2184, true]]);
    });

    it('says at the field what the backend did not accept, and lets it be put right', async () => {
      const it = await mount();
      it.inbox.answers.updateContact = () => Promise.reject(new AdapterError({code: 'validation', message: 'no', issues: [{path: 'attributes.0', message: 'must begin with FJ'}]}));
      it.button('Change Pole batch').click();
      await it.settle();
      it.find<HTMLInputElement>('.editing input').value = 'X';
      it.button('Save').click();
      await it.settle();
      const field = it.find<HTMLInputElement>('.editing input');
      expect(field.value).to.equal('X');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(it.find('.problem').innerText).to.equal('Not saved. must begin with FJ');
    });

    it('leaves it as it was with Escape', async () => {
      const it = await mount();
      it.button('Change Pole batch').click();
      await it.settle();
      await sendKeys({press: 'Escape'});
      await it.settle();
      expect(it.saved()).to.deep.equal([]);
      expect(it.find('.editing')).to.equal(null);
    });

    it('offers it for no other attribute, and not where it is denied', async () => {
      const it = await mount();
      expect(() => it.button('Change Plan')).to.throw();
      expect(it.button('Change Site')).to.exist;
      const denied = await mount({deny: {'edit-contact': 'Read only.'}});
      expect(() => denied.button('Change Pole batch')).to.throw();
    });
  });
});
