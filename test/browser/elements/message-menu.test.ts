import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Feature} from '../../../src/contract/index.js';
import {changedDraft, draftKey, type DraftChange} from '../../../src/store/draft.js';
import type {WrittenKind} from '../../../src/contract/index.js';
import {composedEnter} from '../../support/composer-harness.js';
import {frames, mountConversation, onItsWay, talkingInbox} from '../../support/conversation-harness.js';
import {conversation, everyFeature, message, minutesAgo, type FakeInbox} from '../../support/fake-inbox.js';

const jonas = {kind: 'agent', id: 'jonas', name: 'Jonas Weber'} as const;
const me = {kind: 'agent', id: 'me', name: 'Lena Brandt'} as const;
const text = (value: string) => ({format: 'text', value}) as const;

function deskInbox(): FakeInbox {
  const inbox = talkingInbox([
    message('in', 'k1', {order: '1', body: text('When does it come?'), createdAt: minutesAgo(30)}),
    message('note', 'k1', {order: '2', kind: 'note', author: jonas, body: text('Third time'), createdAt: minutesAgo(20)}),
    message('theirs', 'k1', {order: '3', kind: 'reply', author: jonas, body: text('Soon'), createdAt: minutesAgo(15)}),
    message('mine', 'k1', {order: '4', kind: 'reply', author: me, body: text('On Wensday'), delivery: 'sent', createdAt: minutesAgo(1)}),
    onItsWay('leaving'),
  ]);
  const features: readonly Feature[] = [...everyFeature, 'editMessage', 'deleteMessage'];
  inbox.commit((state) => (state.session = state.session && {...state.session, features: new Set(features)}));
  inbox.answers.setDraft = (id: string, kind: WrittenKind, change: DraftChange) =>
    inbox.commit((state) => state.drafts.put(draftKey(id, kind), changedDraft(state.drafts, id, kind, change, 0)));
  inbox.answers.compose = (id: string, kind: WrittenKind) => inbox.commit((state) => state.composing.put(id, kind));
  inbox.answers.editMessage = () => Promise.resolve(true);
  return inbox;
}

async function opened(key: string, inbox = deskInbox()) {
  const conv = await mountConversation(inbox);
  const root = conv.thread.shadowRoot!;
  const menu = () => root.querySelector<HTMLElement>('.message-menu')!;
  const settle = async () => {
    await inbox.settle();
    await frames(2);
  };
  const items = () => (menu().matches(':popover-open') ? [...menu().querySelectorAll<HTMLElement>('[role=menuitem]')] : []);
  const it = {
    conv,
    inbox,
    root,
    menu,
    settle,
    row: () => conv.message(key),
    names: () => items().map((item) => item.innerText.trim()),
    press: async (name: string) => {
      items().find((item) => item.innerText.trim() === name)!.click();
      await settle();
    },
    composer: () => conv.element.shadowRoot!.querySelector('loop-composer')!,
    field: () => conv.message(key).shadowRoot!.querySelector('textarea'),
  };
  it.row().focus();
  await sendKeys({press: 'Enter'});
  await settle();
  return it;
}

describe('the menu of a message', () => {
  it('passes the accessibility audit, with its question and its field too', async () => {
    const it = await opened('mine');
    await expect(it.conv.element).to.be.accessible();
    await it.press('Delete');
    await expect(it.conv.element).to.be.accessible();
    await sendKeys({press: 'Enter'});
    await it.settle();
    await sendKeys({press: 'Enter'});
    await it.settle();
    await it.press('Edit');
    await expect(it.conv.element).to.be.accessible();
  });

  it('offers what may be done with it: one’s own can be changed, others not, and what is on its way only copied', async () => {
    expect((await opened('mine')).names()).to.deep.equal(['Answer this message', 'Copy text', 'Edit', 'Delete']);
    expect((await opened('theirs')).names()).to.deep.equal(['Answer this message', 'Copy text']);
    expect((await opened('note')).names()).to.deep.equal(['Answer in a note', 'Copy text']);
    expect((await opened('leaving')).names()).to.deep.equal(['Copy text']);
  });

  it('offers nothing that the backend does not have', async () => {
    const inbox = deskInbox();
    const {session} = inbox.state;
    inbox.commit((state) => (state.session = session && {
      ...session,
      features: new Set(everyFeature),
      capabilities: {...session.capabilities, send: {...session.capabilities.send, replyTo: false}},
    }));
    expect((await opened('mine', inbox)).names()).to.deep.equal(['Copy text']);
  });

  it('says why something may not be done here', async () => {
    const inbox = deskInbox();
    inbox.commit((state) => state.conversations.put('k1', conversation('k1', {deny: {'delete-message': 'Kept for the auditors.'}})));
    const it = await opened('mine', inbox);
    const item = [...it.menu().querySelectorAll<HTMLElement>('[role=menuitem]')].at(-1)!;
    expect(item.innerText).to.match(/Delete\s+Kept for the auditors\./);
    item.click();
    await it.settle();
    expect(it.root.querySelector('.message-question')!.matches(':popover-open')).to.equal(false);
  });

  it('adds no Tab stop: its button is for the pointer', async () => {
    const it = await opened('mine');
    await sendKeys({press: 'Escape'});
    await it.settle();
    const stops = it.conv.messages.flatMap((row) => [...row.shadowRoot!.querySelectorAll<HTMLElement>('button')]).filter((button) => button.classList.contains('message-more'));
    expect(stops.length).to.equal(5);
    expect(stops.every((button) => button.tabIndex === -1)).to.equal(true);
    stops.at(3)!.click();
    await it.settle();
    expect(it.names()).to.contain('Edit');
  });

  it('gives the focus back to the message when it is closed', async () => {
    const it = await opened('mine');
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(it.root.activeElement).to.equal(it.row());
  });
});

describe('answering a message', () => {
  it('stands over the field, with the way to it and the way out, and does not change what one writes', async () => {
    const it = await opened('in');
    await it.press('Answer this message');
    expect(it.inbox.state.drafts.get('reply:k1')?.replyTo).to.equal('in');
    expect(it.inbox.called('compose')).to.deep.equal([]);
    const composer = it.composer().shadowRoot!;
    expect(composer.activeElement?.localName).to.equal('textarea');
    const bar = composer.querySelector<HTMLElement>('.quoted')!;
    expect(bar.innerText).to.match(/In answer to Contact k1\s+When does it come\?/);
    await expect(it.conv.element).to.be.accessible();
    bar.querySelector('button')!.click();
    await it.settle();
    expect(it.root.activeElement).to.equal(it.row());
    bar.querySelector<HTMLElement>('.icon-button')!.click();
    await it.settle();
    expect(it.inbox.state.drafts.get('reply:k1')?.replyTo).to.equal(undefined);
    expect(composer.querySelector('.quoted')).to.equal(null);
  });

  it('in a note stays a note', async () => {
    const inbox = deskInbox();
    inbox.commands.compose('k1', 'note');
    const it = await opened('in', inbox);
    await it.press('Answer this message');
    expect(it.inbox.state.drafts.get('note:k1')?.replyTo).to.equal('in');
    expect(it.inbox.state.drafts.get('reply:k1')).to.equal(undefined);
  });

  it('that is a note is never a reply to the customer', async () => {
    const it = await opened('note');
    await it.press('Answer in a note');
    expect(it.inbox.state.drafts.get('note:k1')?.replyTo).to.equal('note');
    expect(it.inbox.state.drafts.get('reply:k1')).to.equal(undefined);
    expect(it.inbox.state.composing.get('k1')).to.equal('note');
    const field = it.composer().shadowRoot!.activeElement as HTMLElement;
    expect(field.dataset['kind']).to.equal('note');
  });
});

describe('changing a message', () => {
  async function editing(inbox = deskInbox()) {
    const it = await opened('mine', inbox);
    await it.press('Edit');
    await it.row().updateComplete;
    return it;
  }

  it('happens where it stands; Enter saves and the focus goes back to it', async () => {
    const it = await editing();
    expect(it.field()!.value).to.equal('On Wensday');
    await sendKeys({type: ', I hope'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.inbox.called('editMessage')).to.deep.equal([['k1', 'mine', 'On Wensday, I hope']]);
    expect(it.field()).to.equal(null);
    expect(it.root.activeElement).to.equal(it.row());
  });

  it('is let be with Escape, and not saved when nothing was changed', async () => {
    const it = await editing();
    await sendKeys({type: '!'});
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(it.field()).to.equal(null);
    await sendKeys({press: 'Enter'});
    await it.settle();
    await it.press('Edit');
    expect(it.field()!.value).to.equal('On Wensday');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.inbox.called('editMessage')).to.deep.equal([]);
  });

  it('that is refused gives the words back', async () => {
    const inbox = deskInbox();
    inbox.answers.editMessage = () => Promise.resolve(false);
    const it = await editing(inbox);
    await sendKeys({type: '?'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.field()!.value).to.equal('On Wensday?');
  });

  it('does not end with the Enter of an input method, and its keys move nothing else', async () => {
    const it = await editing();
    it.field()!.dispatchEvent(composedEnter({isComposing: true}));
    it.field()!.dispatchEvent(composedEnter({keyCode: 229}));
    await sendKeys({press: 'ArrowUp'});
    await it.settle();
    expect(it.row().shadowRoot!.activeElement).to.equal(it.field());
    expect(it.inbox.called('editMessage')).to.deep.equal([]);
  });

  it('breaks the line on Enter where the agent sends by Ctrl and Enter', async () => {
    const inbox = deskInbox();
    inbox.commit((state) => (state.choices = {...state.choices, enterSends: false}));
    const it = await editing(inbox);
    await sendKeys({press: 'Enter'});
    expect(it.field()!.value).to.equal('On Wensday\n');
  });
});

describe('deleting a message', () => {
  it('asks first; the answer under the next Enter is the one that keeps it', async () => {
    const it = await opened('mine');
    await it.press('Delete');
    expect(it.root.querySelector<HTMLElement>('.message-question')!.innerText).to.contain('The customer may have read it already.');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.inbox.called('deleteMessage')).to.deep.equal([]);
    expect(it.root.activeElement).to.equal(it.row());
  });

  it('does so when the agent says so', async () => {
    const it = await opened('mine');
    await it.press('Delete');
    it.root.querySelector<HTMLElement>('.answers .remove')!.click();
    await it.settle();
    expect(it.inbox.called('deleteMessage')).to.deep.equal([['k1', 'mine']]);
  });
});
