import {expect, oneEvent} from '@open-wc/testing';
import type {Notification} from '../../../src/contract/index.js';
import {LoopNotifications} from '../../../src/elements/notifications/loop-notifications.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import type {NotificationCenter} from '../../../src/store/state.js';
import {FakeInbox, minutesAgo} from '../../support/fake-inbox.js';
import {mountPanel} from '../../support/panel-harness.js';

const told = (id: string, about: Partial<Notification> = {}): Notification => ({
  id, kind: 'mention', conversationId: 'k1', messageId: `m-${id}`, title: `Title ${id}`, body: `Body ${id}`, createdAt: minutesAgo(5), readAt: null, ...about,
});

async function mount(items: readonly Notification[], about: Partial<NotificationCenter> = {}) {
  const inbox = new FakeInbox();
  inbox.commit((state) => {
    const {items: table, ids} = state.notifications;
    items.forEach((item, index) => {
      table.put(item.id, item);
      ids.place(item.id, 1000 - index);
    });
    state.notifications = {...state.notifications, status: 'ready', unread: items.filter(({readAt}) => !readAt).length, version: 1, ...about};
  });
  return mountPanel<LoopNotifications>('loop-notifications', LoopNotifications, inbox);
}

describe('<loop-notifications>', () => {
  it('passes the accessibility audit', async () => {
    const it = await mount([told('a'), told('b', {kind: 'escalation', readAt: minutesAgo(1)})]);
    await expect(it.element).to.be.accessible();
  });

  it('says of each what it is about, in words and not by picture alone', async () => {
    const kinds = ['assigned', 'mention', 'new-message', 'new-conversation', 'escalation', 'ticket', 'sla', 'other'] as const;
    const it = await mount(kinds.map((kind) => told(kind, {kind})));
    const names = [...it.element.shadowRoot!.querySelectorAll('.mark svg, .mark [role="img"]')].map((mark) => mark.getAttribute('aria-label') ?? mark.closest('[aria-label]')?.getAttribute('aria-label'));
    expect(new Set(names.filter(Boolean)).size).to.equal(kinds.length);
  });

  it('leads to the conversation at the message, and marks it read', async () => {
    const it = await mount([told('a')]);
    const asked = oneEvent(it.element, 'loop-conversation-select');
    it.find('.item').click();
    const {conversationId, messageId} = (await asked) as Event as LoopConversationSelectEvent;
    expect([conversationId, messageId]).to.deep.equal(['k1', 'm-a']);
    expect(it.inbox.called('markNotificationRead')).to.deep.equal([['a']]);
  });

  it('marks one read without leaving, and keeps the focus at it', async () => {
    const it = await mount([told('a'), told('b')]);
    const button = it.element.shadowRoot!.querySelectorAll<HTMLElement>('.read')[1]!;
    button.focus();
    button.click();
    expect(it.inbox.called('markNotificationRead')).to.deep.equal([['b']]);
    expect(it.element.shadowRoot!.activeElement?.textContent).to.contain('Title b');
  });

  it('marks all read, and asks for more where there are more', async () => {
    const it = await mount([told('a')], {next: 'n'});
    it.button('Mark all read').click();
    it.button('Show more').click();
    expect(it.inbox.calls.map(([name]) => name)).to.include.members(['markAllNotificationsRead', 'loadMoreNotifications']);
  });

  it('shows live what arrives and what goes', async () => {
    const it = await mount([told('a')]);
    it.inbox.commit((state) => {
      state.notifications.items.put('b', told('b', {title: 'Jonas mentioned you'}));
      state.notifications.ids.place('b', 1);
      state.notifications = {...state.notifications, unread: 2, version: 9};
    });
    await it.settle();
    expect(it.text()).to.contain('2 new').and.contain('Jonas mentioned you');
    it.inbox.commit((state) => {
      state.notifications.items.delete('a');
      state.notifications.ids.remove('a');
      state.notifications = {...state.notifications, unread: 1, version: 10};
    });
    await it.settle();
    expect(it.text()).to.not.contain('Title a');
  });

  it('says where they come from when the backend keeps none, and when there is nothing', async () => {
    const it = await mount([], {derived: true});
    expect(it.text()).to.contain('Nothing new').and.contain('Since you opened this page');
  });

  it('leads to what the agent is told of', async () => {
    const it = await mount([told('a')]);
    const asked = oneEvent(it.element, 'settings');
    it.button('What I am told about').click();
    await asked;
  });
});
