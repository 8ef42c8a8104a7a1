import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {MailHeaders} from '../../../src/contract/index.js';
import {draftKey} from '../../../src/store/draft.js';
import {mountComposer, writingInbox} from '../../support/composer-harness.js';
import {message, type FakeInbox} from '../../support/fake-inbox.js';

const mail: MailHeaders = {
  from: {address: 'marta@poczta.example', name: 'Marta Kowalczyk'},
  to: [{address: 'help@desk.example'}, {address: 'husband@poczta.example', name: 'Piotr'}],
  cc: [{address: 'Lena@desk.example'}, {address: 'repairs@desk.example'}],
};

/** A mail came, to us and to others. */
function mailInbox(headers: MailHeaders = mail): FakeInbox {
  const inbox = writingInbox();
  inbox.putThread('k1', [message('m1', 'k1', {mail: headers})]);
  inbox.commit((state) => {
    state.session = state.session && {...state.session, me: {...state.session.me, email: 'lena@desk.example'}};
    state.conversations.put('k1', {...state.conversations.get('k1')!, channel: {kind: 'email', name: 'Help desk', address: 'help@desk.example'}});
  });
  return inbox;
}

async function mounted(inbox = mailInbox()) {
  const it = await mountComposer(inbox);
  await it.settle();
  const draft = () => inbox.state.drafts.get(draftKey('k1', 'reply'))?.mail;
  const field = (line: string) => it.find(`[data-line=${line}]`) as HTMLInputElement;
  const open = async () => {
    it.button('Recipients and subject').click();
    await it.settle();
  };
  return {...it, it, draft, field, open, get input() {
    return it.input;
  }};
}

describe('the recipients of a mail', () => {
  it('pass the accessibility audit, in short, as fields, and with an error', async () => {
    const {it, element, open, field} = await mounted();
    await expect(element).to.be.accessible();
    await open();
    field('cc').focus();
    await sendKeys({type: 'nobody'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    await expect(element).to.be.accessible();
  });

  it('are the contact until the agent says otherwise, and then nothing is said to the backend', async () => {
    const {it, text, draft} = await mounted();
    expect(text()).to.contain('To').and.to.contain('Marta Kowalczyk');
    it.write('k1', 'reply', 'Hello');
    await it.settle();
    it.button('Send').click();
    expect(draft()).to.equal(undefined);
    expect(it.sent()).to.have.length(1);
  });

  it('are all of the last mail at one press, but oneself, the team and nobody twice; and its sender alone at another', async () => {
    const {it, draft} = await mounted();
    it.button('Reply to all').click();
    await it.settle();
    expect(draft()).to.deep.equal({
      to: [{address: 'marta@poczta.example', name: 'Marta Kowalczyk'}],
      cc: [{address: 'husband@poczta.example', name: 'Piotr'}, {address: 'repairs@desk.example'}],
    });
    it.button('Sender only').click();
    await it.settle();
    expect(draft()).to.deep.equal({to: [{address: 'marta@poczta.example', name: 'Marta Kowalczyk'}]});
  });

  it('can be all of them as soon as the mail is read, where nothing else shows it', async () => {
    const inbox = mailInbox();
    inbox.commit((state) => state.threads.delete('k1'));
    const {it} = await mounted(inbox);
    expect(() => it.button('Reply to all')).to.throw();
    inbox.putThread('k1', [message('m1', 'k1', {mail})]);
    await it.settle();
    expect(it.button('Reply to all').isConnected).to.equal(true);
  });

  it('are not all where there is nobody else', async () => {
    const {it} = await mounted(mailInbox({from: mail.from!, to: [{address: 'HELP@desk.example'}]}));
    expect(() => it.button('Reply to all')).to.throw();
  });

  it('are counted where they have no room', async () => {
    const {it, element, find} = await mounted();
    it.button('Reply to all').click();
    element.style.inlineSize = '320px';
    await it.settle();
    const shown = [...find('.recipients')!.querySelectorAll<HTMLElement>('.chip')].filter((chip) => chip.checkVisibility()).map((chip) => chip.innerText.replace(/\s+/g, ' '));
    expect(shown).to.have.length(2);
    expect(shown[1]).to.contain('+2').and.to.contain('and 2 more');
  });

  it('are typed: a comma and Enter take one, Backspace takes the last away, the draft keeps them', async () => {
    const {it, draft, field, open} = await mounted();
    await open();
    expect(it.element.shadowRoot!.activeElement).to.equal(field('cc'));
    await sendKeys({type: 'ann@lee.example, '});
    await sendKeys({type: 'Bo Li <bo@li.example>'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(draft()?.cc).to.deep.equal([{address: 'ann@lee.example'}, {address: 'bo@li.example', name: 'Bo Li'}]);
    await sendKeys({press: 'Backspace'});
    await it.settle();
    expect(draft()?.cc).to.deep.equal([{address: 'ann@lee.example'}]);
    expect(it.sent()).to.deep.equal([]);
  });

  it('that are none stay as they were typed, with a sentence, and hold the mail back', async () => {
    const {it, field, open} = await mounted();
    it.write('k1', 'reply', 'Hello');
    await it.settle();
    await open();
    await sendKeys({type: 'ann@lee'});
    it.input.focus();
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.sent()).to.deep.equal([]);
    expect(field('cc').value).to.equal('ann@lee');
    expect(field('cc').getAttribute('aria-invalid')).to.equal('true');
    expect(it.text()).to.contain('“ann@lee” is not a mail address.');
    expect(it.element.shadowRoot!.activeElement).to.equal(field('cc'));
    await sendKeys({type: '.example'});
    it.input.focus();
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.sent()).to.have.length(1);
  });

  it('that are not finished stay with their conversation, also in another composer, and are seen on return', async () => {
    const {it, field, open, find} = await mounted();
    await open();
    await sendKeys({type: 'ann@lee'});
    it.element.conversationId = 'k2';
    await it.settle();
    it.element.conversationId = 'k1';
    await it.settle();
    expect(field('cc').value).to.equal('ann@lee');
    expect(it.text()).to.contain('“ann@lee” is not a mail address.');
    const other = await mounted(it.inbox);
    expect(other.field('cc').value).to.equal('ann@lee');
    field('cc').focus();
    await sendKeys({type: '.example'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.inbox.state.drafts.get(draftKey('k1', 'reply'))?.typed).to.equal(undefined);
    expect(find('.envelope-wrong')).to.equal(null);
  });

  it('must be somebody', async () => {
    const {it, field, open} = await mounted();
    it.write('k1', 'reply', 'Hello');
    await it.settle();
    await open();
    it.button('Remove Marta Kowalczyk').click();
    await it.settle();
    it.button('Send').click();
    await it.settle();
    expect(it.sent()).to.deep.equal([]);
    expect(it.text()).to.contain('There is nobody to send it to.');
    expect(it.element.shadowRoot!.activeElement).to.equal(field('to'));
  });

  it('have a subject too', async () => {
    const {it, draft, open, find} = await mounted();
    await open();
    const subject = find('label .envelope-field') as HTMLInputElement;
    expect(subject.placeholder).to.equal('Subject k1');
    subject.focus();
    await sendKeys({type: 'Your order'});
    await it.settle();
    expect(draft()?.subject).to.equal('Your order');
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(find('.envelope')).to.equal(null);
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
  });

  it('are not asked for in a note, on another channel, or where the backend chooses', async () => {
    const {it} = await mounted();
    it.inbox.commands.compose('k1', 'note');
    await it.settle();
    expect(() => it.button('Recipients and subject')).to.throw();
    it.inbox.commands.compose('k1', 'reply');
    it.element.conversationId = 'k2';
    await it.settle();
    expect(() => it.button('Recipients and subject')).to.throw();
    it.element.conversationId = 'k1';
    const {session} = it.inbox.state;
    it.inbox.commit((state) => (state.session = session && {...session, capabilities: {...session.capabilities, send: {...session.capabilities.send, mail: false}}}));
    await it.settle();
    expect(() => it.button('Recipients and subject')).to.throw();
    expect(it.text()).to.contain('Marta Kowalczyk');
  });
});
