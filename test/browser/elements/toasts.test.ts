import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {AdapterError} from '../../../src/contract/index.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import type {Undoable} from '../../../src/store/state.js';
import {FakeInbox, now} from '../../support/fake-inbox.js';
import {mountToasts} from '../../support/panel-harness.js';

const archived = (id: string, about: Partial<Undoable> = {}): Undoable => ({
  conversationId: id,
  from: 'active',
  to: 'archived',
  removed: {notifications: 2, escalations: 1},
  expiresAt: now + 6000,
  ...about,
});

function withUndo(...undoables: readonly Undoable[]): FakeInbox {
  const inbox = new FakeInbox();
  inbox.answers.undo = (id: string) => inbox.commit((state) => state.undoables.delete(id));
  for (const each of undoables) inbox.commit((state) => state.undoables.put(each.conversationId, each));
  return inbox;
}

const middleOf = (element: HTMLElement): [number, number] => {
  const {x, y, width, height} = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

describe('<loop-toasts>', () => {
  it('passes the accessibility audit', async () => {
    const {element} = await mountToasts(withUndo(archived('k1')));
    await expect(element).to.be.accessible();
  });

  it('says what was archived and what went with it, and offers to take it back', async () => {
    const it = await mountToasts(withUndo(archived('k1')));
    it.element.undoKey = 'Z';
    await it.settle();
    expect(it.text()).to.contain('Archived. Its escalation and 2 notifications were removed. Undo Z');
    it.button('Undo').click();
    expect(it.inbox.called('undo')).to.deep.equal([['k1']]);
  });

  it('announces each of them once', async () => {
    const it = await mountToasts(withUndo(archived('k1')));
    await it.settle();
    const status = it.find('[role=status]');
    expect(status.textContent).to.equal('Archived. Its escalation and 2 notifications were removed.');
    status.textContent = '';
    it.inbox.commit((state) => state.undoables.put('k1', archived('k1', {expiresAt: undefined})));
    await it.settle();
    expect(status.textContent).to.equal('');
  });

  it('stops the time while the pointer is on it', async () => {
    const it = await mountToasts(withUndo(archived('k1')));
    await sendMouse({type: 'move', position: middleOf(it.find('.toast'))});
    expect(it.inbox.called('pauseUndo')).to.deep.equal([['k1']]);
    expect(it.inbox.called('resumeUndo')).to.deep.equal([]);
    await sendMouse({type: 'move', position: [1, 1]});
    expect(it.inbox.called('resumeUndo')).to.deep.equal([['k1']]);
  });

  it('stops the time while the focus is on it, also from one button to the other', async () => {
    const it = await mountToasts(withUndo(archived('k1')));
    it.button('Undo').focus();
    await sendKeys({press: 'Tab'});
    expect(it.inbox.called('pauseUndo')).to.deep.equal([['k1']]);
    expect(it.inbox.called('resumeUndo')).to.deep.equal([]);
    (it.element.shadowRoot!.activeElement as HTMLElement).blur();
    expect(it.inbox.called('resumeUndo')).to.deep.equal([['k1']]);
  });

  it('lets the time go on when it is taken out of the page', async () => {
    const it = await mountToasts(withUndo(archived('k1')));
    it.button('Undo').focus();
    it.element.remove();
    expect(it.inbox.called('resumeUndo')).to.deep.equal([['k1']]);
  });

  it('takes back the newest of several, and says whether there was one', async () => {
    const it = await mountToasts(withUndo(archived('k1'), archived('k2')));
    expect(it.element.undoNewest()).to.equal(true);
    expect(it.inbox.called('undo')).to.deep.equal([['k2']]);
    it.element.undoNewest();
    expect(it.element.undoNewest()).to.equal(false);
  });

  it('gives the focus back to where it came from', async () => {
    const it = await mountToasts(withUndo(archived('k1')));
    const row = document.createElement('button');
    it.element.before(row);
    row.focus();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(document.activeElement).to.equal(row);
  });

  it('says what was refused and why, until it is dismissed', async () => {
    const it = await mountToasts();
    const error = new AdapterError({code: 'forbidden', message: 'no'});
    it.inbox.commit((state) => state.notices.put('n1', {id: 'n1', about: {type: 'refused', action: 'tag', error}}));
    await it.settle();
    expect(it.text()).to.contain('The tags were not changed. You may not do this here.');
    it.button('Dismiss').click();
    expect(it.inbox.called('dismissNotice')).to.deep.equal([['n1']]);
  });

  it('leads to the conversation whose archiving was stopped by a message', async () => {
    const it = await mountToasts();
    it.inbox.commit((state) => state.notices.put('n1', {id: 'n1', about: {type: 'archive-cancelled', conversationId: 'k7'}}));
    await it.settle();
    const asked = oneEvent(it.element, 'loop-conversation-select');
    it.button('Show it').click();
    expect(((await asked) as Event as LoopConversationSelectEvent).conversationId).to.equal('k7');
  });

  it('leads to the conversation in which a message waits for the agent', async () => {
    const it = await mountToasts();
    it.inbox.commit((state) => state.notices.put('n1', {id: 'n1', about: {type: 'message-waits', conversationId: 'k7'}}));
    await it.settle();
    expect(it.text()).to.contain('A message of yours needs a look:');
    const asked = oneEvent(it.element, 'loop-conversation-select');
    it.button('Show it').click();
    expect(((await asked) as Event as LoopConversationSelectEvent).conversationId).to.equal('k7');
  });

  it('shows three at most', async () => {
    const it = await mountToasts(withUndo(...['k1', 'k2', 'k3', 'k4'].map((id) => archived(id))));
    expect(it.element.shadowRoot!.querySelectorAll('.toast')).to.have.length(3);
  });
});
