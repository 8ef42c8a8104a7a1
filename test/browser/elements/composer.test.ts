import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {LoopMessageSendEvent} from '../../../src/events/message-events.js';
import type {Message} from '../../../src/contract/index.js';
import {message} from '../../support/fake-inbox.js';
import {chord, composedEnter, keepDrafts, mountComposer, writingInbox} from '../../support/composer-harness.js';

describe('<loop-composer>', () => {
  it('passes the accessibility audit, as reply and as note', async () => {
    const {element, inbox, settle, write} = await mountComposer();
    write('k1', 'reply', 'On its way');
    await settle();
    await expect(element).to.be.accessible();
    inbox.commands.compose('k1', 'note');
    await settle();
    await expect(element).to.be.accessible();
  });

  describe('sending', () => {
    it('sends what was typed, on Enter, and clears the draft', async () => {
      const it = await mountComposer();
      it.element.focus();
      await sendKeys({type: 'On its way'});
      await sendKeys({press: 'Enter'});
      await it.settle();
      expect(it.sent()).to.deep.equal([['k1', 'reply', 'On its way']]);
      expect(it.input.value).to.equal('');
    });

    it('breaks the line on Shift+Enter', async () => {
      const it = await mountComposer();
      it.element.focus();
      await sendKeys({type: 'One'});
      await chord('Shift', 'Enter');
      await sendKeys({type: 'Two'});
      expect(it.input.value).to.equal('One\nTwo');
      expect(it.sent()).to.deep.equal([]);
    });

    it('breaks the line on Enter and sends on Ctrl+Enter when the agent chose so', async () => {
      const it = await mountComposer();
      it.inbox.commit((state) => (state.choices = {...state.choices, enterSends: false}));
      await it.settle();
      it.element.focus();
      await sendKeys({type: 'One'});
      await sendKeys({press: 'Enter'});
      expect(it.sent()).to.deep.equal([]);
      await sendKeys({type: 'Two'});
      await chord('Control', 'Enter');
      expect(it.sent()).to.deep.equal([['k1', 'reply', 'One\nTwo']]);
    });

    it('never sends the Enter that ends a composition: Chromium says isComposing, WebKit 229 after compositionend', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', '日本');
      await it.settle();
      it.input.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true, composed: true}));
      it.input.dispatchEvent(composedEnter({isComposing: true}));
      it.input.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true}));
      it.input.dispatchEvent(composedEnter({keyCode: 229}));
      it.input.dispatchEvent(composedEnter({keyCode: 229, ctrlKey: true}));
      expect(it.sent()).to.deep.equal([]);
      it.input.dispatchEvent(composedEnter({keyCode: 13}));
      expect(it.sent()).to.deep.equal([['k1', 'reply', '日本']]);
    });

    it('sends once when Enter is held down', async () => {
      const it = await mountComposer();
      it.inbox.answers.send = () => 'client-1';
      it.write('k1', 'reply', 'Once');
      await it.settle();
      it.input.dispatchEvent(composedEnter({}));
      it.input.dispatchEvent(composedEnter({repeat: true}));
      expect(it.sent()).to.have.length(1);
    });

    it('sends nothing when there are only spaces', async () => {
      const it = await mountComposer();
      it.element.focus();
      await sendKeys({type: '   '});
      await sendKeys({press: 'Enter'});
      expect(it.sent()).to.deep.equal([]);
      expect(it.element.matches(':state(empty)')).to.equal(true);
    });

    it('keeps the draft when the host cancels loop-message-send', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Not yet');
      await it.settle();
      it.element.addEventListener('loop-message-send', (event) => event.preventDefault());
      const asked = oneEvent(it.element, 'loop-message-send');
      it.button('Send').click();
      expect((await asked).cancelable).to.equal(true);
      expect(it.sent()).to.deep.equal([]);
      expect(it.input.value).to.equal('Not yet');
    });

    it('sends the body that the host put in its place', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Hello');
      await it.settle();
      it.element.addEventListener('loop-message-send', (event) => (event.body = {format: 'text', value: 'Hello, signed'}));
      it.button('Send').click();
      expect(it.sent()).to.deep.equal([['k1', 'reply', 'Hello, signed']]);
    });

    it('keeps the text when the inbox does not take the message', async () => {
      const it = await mountComposer();
      it.inbox.answers.send = () => undefined;
      it.write('k1', 'reply', 'Still mine');
      await it.settle();
      it.button('Send').click();
      await it.settle();
      expect(it.input.value).to.equal('Still mine');
    });

    it('does not send more than the backend takes, and says how much too long it is', async () => {
      const inbox = writingInbox();
      const {session} = inbox.state;
      inbox.commit((state) => (state.session = session && {...session, capabilities: {...session.capabilities, maxBodyChars: 10}}));
      const it = await mountComposer(inbox);
      it.write('k1', 'reply', 'Twelve chars');
      await it.settle();
      it.button('Send').click();
      expect(it.sent()).to.deep.equal([]);
      expect(it.text()).to.contain('2 characters too many');
    });

    it('goes on while offline and signed out', async () => {
      const it = await mountComposer();
      it.inbox.commit((state) => (state.connection = {status: 'signed-out', reason: 'expired'}));
      await it.settle();
      it.element.focus();
      await sendKeys({type: 'Later'});
      await sendKeys({press: 'Enter'});
      expect(it.sent()).to.deep.equal([['k1', 'reply', 'Later']]);
    });

    it('archives in the same call where the backend can', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Done');
      await it.settle();
      it.button('More ways to send').click();
      it.button('Send and archive').click();
      expect(it.inbox.called('send')).to.deep.equal([['k1', 'reply', {body: {format: 'markdown', value: 'Done'}, thenState: 'archived'}]]);
      expect(it.inbox.called('archive')).to.deep.equal([]);
    });

    it('sends and then archives where the backend takes two calls', async () => {
      const inbox = writingInbox();
      const {session} = inbox.state;
      const send = {...session!.capabilities.send, thenState: false};
      inbox.commit((state) => (state.session = {...session!, capabilities: {...session!.capabilities, send}}));
      const it = await mountComposer(inbox);
      it.write('k1', 'reply', 'Done');
      await it.settle();
      it.button('More ways to send').click();
      it.button('Send and archive').click();
      expect(it.inbox.calls.map(([name]) => name).filter((name) => name === 'send' || name === 'archive')).to.deep.equal(['send', 'archive']);
    });

    it('sends without archiving when the host cancels loop-conversation-archive', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Done');
      await it.settle();
      it.element.addEventListener('loop-conversation-archive', (event) => event.preventDefault());
      it.button('Send and archive').click();
      expect(it.inbox.called('send')).to.deep.equal([['k1', 'reply', {body: {format: 'markdown', value: 'Done'}}]]);
    });
  });

  describe('reply and note', () => {
    it('keeps a draft of its own for each, and never sends a note as a reply when the tab is changed while typing', async () => {
      const it = await mountComposer();
      it.button('Note').click();
      await it.settle();
      await sendKeys({type: 'He is angry'});
      it.button('Reply').click();
      await it.settle();
      expect(it.input.value).to.equal('');
      await sendKeys({press: 'Enter'});
      expect(it.sent()).to.deep.equal([]);
      it.button('Note').click();
      await it.settle();
      expect(it.input.value).to.equal('He is angry');
      await sendKeys({press: 'Enter'});
      expect(it.sent()).to.deep.equal([['k1', 'note', 'He is angry']]);
    });

    it('does not bring the text of a note into a reply by undoing', async () => {
      const it = await mountComposer();
      it.button('Note').click();
      await it.settle();
      await sendKeys({type: 'Secret'});
      it.button('Reply').click();
      await it.settle();
      await chord('Control', 'z');
      await it.settle();
      expect(it.input.value).to.equal('');
      expect(it.draft('k1', 'reply') ?? '').to.equal('');
    });

    it('takes the focus from the field when a note becomes a reply without the agent having asked', async () => {
      const it = await mountComposer();
      it.button('Note').click();
      await it.settle();
      await sendKeys({type: 'About him'});
      it.inbox.commands.compose('k1', 'reply');
      await it.settle();
      await sendKeys({type: ' and more'});
      expect(it.draft('k1', 'reply') ?? '').to.equal('');
    });

    it('says in words that only the team sees a note, and names its button', async () => {
      const it = await mountComposer();
      it.button('Note').click();
      await it.settle();
      expect(it.text()).to.contain('Only your team sees this');
      expect(it.button('Add note')).to.exist;
      expect(it.element.matches(':state(note)')).to.equal(true);
    });

    it('moves between the two with the arrow keys and stays on the tabs', async () => {
      const it = await mountComposer();
      it.button('Reply').focus();
      await sendKeys({press: 'ArrowRight'});
      await it.settle();
      expect(it.find('[aria-selected=true]')?.textContent.trim()).to.equal('Note');
      expect(it.element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Note');
    });

    it('shows no tabs where the backend has no notes', async () => {
      const inbox = writingInbox();
      const {session} = inbox.state;
      inbox.commit((state) => (state.session = {...session!, capabilities: {...session!.capabilities, kinds: ['reply']}}));
      const it = await mountComposer(inbox);
      expect(it.find('[role=tab]')).to.equal(null);
    });

    it('shows the backend’s sentence where replying is denied, and the way to a note', async () => {
      const it = await mountComposer();
      it.inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, deny: {reply: 'The reply window is over.'}}));
      await it.settle();
      expect(it.text()).to.contain('The reply window is over.');
      expect(it.find('textarea')).to.equal(null);
      it.button('Write a note').click();
      await it.settle();
      await sendKeys({type: 'Call him'});
      expect(it.draft('k1', 'note')).to.equal('Call him');
    });

    it('keeps what was begun readable when replying becomes denied', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Half a sen');
      it.inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, deny: {reply: 'Over.'}}));
      await it.settle();
      expect(it.input.value).to.equal('Half a sen');
      expect(it.input.readOnly).to.equal(true);
      it.input.dispatchEvent(composedEnter({ctrlKey: true}));
      expect(it.sent()).to.deep.equal([]);
    });
  });

  describe('the draft', () => {
    it('shows the draft of the conversation it is pointed at', async () => {
      const it = await mountComposer();
      it.write('k2', 'reply', 'Other');
      it.element.conversationId = 'k2';
      await it.settle();
      expect(it.input.value).to.equal('Other');
      expect(it.element.matches(':state(empty)')).to.equal(false);
    });

    it('writes what is typed to the conversation it was typed for, also in the moment of changing', async () => {
      const it = await mountComposer();
      it.element.focus();
      await sendKeys({type: 'For one'});
      const before = it.input;
      it.element.conversationId = 'k2';
      before.value = 'For one!';
      before.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      await it.settle();
      before.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      expect(it.draft('k1', 'reply')).to.equal('For one!');
      expect(it.draft('k2', 'reply')).to.equal(undefined);
      expect(it.input.value).to.equal('');
    });

    it('says that it is saved once the browser has what was typed last, and when another tab writes it', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Mine');
      await it.settle();
      expect(it.text()).to.not.contain('Draft saved');
      keepDrafts(it.inbox);
      await it.settle();
      expect(it.text()).to.contain('Draft saved');
      it.write('k1', 'reply', 'Mine, and more');
      await it.settle();
      expect(it.text()).to.not.contain('Draft saved');
      it.inbox.commit((state) => state.draftsElsewhere.put('reply:k1', true));
      await it.settle();
      expect(it.text()).to.contain('Being written in another tab');
    });

    it('does not claim that a draft is saved where the browser keeps nothing', async () => {
      const it = await mountComposer();
      it.inbox.commit((state) => (state.keeps = false));
      it.write('k1', 'reply', 'Mine');
      await it.settle();
      expect(it.text()).to.contain('Kept until you leave this page');
    });

    it('stops listening to the store once removed', async () => {
      const it = await mountComposer();
      it.element.remove();
      let updates = 0;
      it.element.requestUpdate = () => void updates++;
      it.write('k1', 'reply', 'late');
      await it.inbox.settle();
      expect(updates).to.equal(0);
    });

    it('follows the store again after it is moved', async () => {
      const it = await mountComposer();
      const parent = it.element.parentElement;
      it.element.remove();
      parent?.append(it.element);
      it.write('k1', 'reply', 'again');
      await it.settle();
      await it.settle();
      expect(it.input.value).to.equal('again');
    });

    it('renders a change although a handler read it before the notification', async () => {
      const it = await mountComposer();
      it.element.addEventListener('loop-message-send', (event) => event.preventDefault());
      it.write('k1', 'reply', 'Typed elsewhere');
      it.input.dispatchEvent(composedEnter({}));
      await it.settle();
      expect(it.input.value).to.equal('Typed elsewhere');
    });
  });

  describe('others', () => {
    it('tells that the agent types, and what they do, as long as there is text and focus', async () => {
      const it = await mountComposer();
      it.element.focus();
      await sendKeys({type: 'Hi'});
      await it.settle();
      expect(it.inbox.called('type')).to.deep.equal([['k1', 'reply'], ['k1', 'reply']]);
      expect(it.inbox.called('attend')).to.deep.equal([['k1', 'replying']]);
      const whileWriting = it.inbox.held;
      it.input.blur();
      expect(it.inbox.held).to.equal(whileWriting - 1);
    });

    it('lets go of everything once removed', async () => {
      const it = await mountComposer();
      it.element.focus();
      await sendKeys({type: 'Hi'});
      await it.settle();
      expect(it.inbox.held).to.be.greaterThan(0);
      it.element.remove();
      expect(it.inbox.held).to.equal(0);
    });

    it('says to whom a mail goes and through what another message', async () => {
      const it = await mountComposer();
      expect(it.text().replace(/\s+/g, ' ')).to.contain('To Marta Kowalczyk');
      it.element.conversationId = 'k2';
      await it.settle();
      expect(it.text()).to.contain('via WhatsApp');
    });
  });

  describe('in a host page', () => {
    it('keeps what is typed to itself, and lets Escape, Tab and combinations through', async () => {
      const it = await mountComposer();
      const heard: string[] = [];
      const hear = (event: Event) => heard.push(event instanceof KeyboardEvent ? event.key : event.type);
      const types = ['keydown', 'input', 'change', 'beforeinput'] as const;
      for (const type of types) document.addEventListener(type, hear);
      it.element.focus();
      await sendKeys({type: 'a1'});
      await sendKeys({press: 'Backspace'});
      await sendKeys({press: 'ArrowLeft'});
      await sendKeys({press: 'Escape'});
      await sendKeys({press: 'F2'});
      await chord('Control', 'm');
      await sendKeys({press: 'Tab'});
      for (const type of types) document.removeEventListener(type, hear);
      expect(heard).to.deep.equal(['Escape', 'F2', 'Control', 'm', 'Tab']);
    });

    it('is disabled without an inbox, and says so', async () => {
      const it = await mountComposer(undefined);
      it.element.inbox = undefined;
      await it.element.updateComplete;
      expect(it.input.disabled).to.equal(true);
      expect(it.input.placeholder).to.equal('There is no conversation to write to');
      expect(it.element.matches(':state(disabled)')).to.equal(true);
    });

    it('shows the draft and takes no input while disabled', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Mine');
      it.element.disabled = true;
      await it.settle();
      expect(it.input.value).to.equal('Mine');
      it.button('Send').click();
      expect(it.sent()).to.deep.equal([]);
    });

    it('asks with an event that names the conversation and the kind, once', async () => {
      const it = await mountComposer();
      it.write('k1', 'reply', 'Hello');
      await it.settle();
      const heard: LoopMessageSendEvent[] = [];
      const hear = (event: LoopMessageSendEvent) => void heard.push(event);
      document.body.addEventListener('loop-message-send', hear);
      it.button('Send').click();
      document.body.removeEventListener('loop-message-send', hear);
      expect(heard.map(({conversationId, kind, body}) => [conversationId, kind, body.value])).to.deep.equal([['k1', 'reply', 'Hello']]);
    });

    it('tells of what it sent once the backend has it, and of nothing else', async () => {
      const it = await mountComposer();
      const told: string[] = [];
      it.element.addEventListener('loop-message-sent', (event) => told.push(event.message.id));
      it.write('k1', 'reply', 'Hello');
      await it.settle();
      it.button('Send').click();
      const fact = (id: string, clientId: string) =>
        it.inbox.tell({type: 'message-sent', conversationId: 'k1', kind: 'reply', message: message(id, 'k1', {clientId}) as Message});
      fact('m1', 'client-of-another');
      fact('m2', 'client-1');
      fact('m2', 'client-1');
      expect(told).to.deep.equal(['m2']);
    });

    it('grows with the text and stops at its greatest height', async () => {
      const it = await mountComposer();
      const least = it.input.offsetHeight;
      it.write('k1', 'reply', 'line\n'.repeat(6));
      await it.settle();
      const more = it.input.offsetHeight;
      expect(more).to.be.greaterThan(least);
      it.write('k1', 'reply', 'line\n'.repeat(60));
      await it.settle();
      expect(it.input.offsetHeight).to.equal(240);
      expect(it.input.scrollHeight).to.be.greaterThan(240);
    });
  });
});
