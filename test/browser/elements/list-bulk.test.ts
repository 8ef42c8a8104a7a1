import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import {conversation, tag} from '../../support/fake-inbox.js';
import {frames, listingInbox, ListHarness} from '../../support/shell-harness.js';

const active = {view: 'active'};

class Picking {
  constructor(readonly list: ListHarness) {}

  static async mount(inbox = listingInbox(6)): Promise<Picking> {
    const list = await ListHarness.mount(inbox);
    list.element.focus();
    return new Picking(list);
  }
  get picked(): string[] {
    return this.list.rows.filter((row) => row.ariaSelected === 'true').map((row) => row.dataset['id']!);
  }
  async press(...keys: string[]): Promise<void> {
    for (const press of keys) {
      const [key, modifier] = press.split('+').reverse();
      if (modifier) await sendKeys({down: modifier});
      await sendKeys({press: key!});
      if (modifier) await sendKeys({up: modifier});
      await this.list.settle();
    }
    await customElements.whenDefined('loop-bulk-bar');
    await frames(4);
  }
  async click(id: string, how: MouseEventInit = {}, selector = '.row-facts'): Promise<void> {
    this.list.row(id).querySelector(selector)!.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, ...how}));
    await this.list.settle();
    await frames(3);
  }
  get bar(): HTMLElement {
    return this.list.root.querySelector<HTMLElement>('loop-bulk-bar')!;
  }
  get inBar(): ShadowRoot {
    return this.bar.shadowRoot!;
  }
  button(name: string): HTMLElement {
    return [...this.inBar.querySelectorAll<HTMLElement>('.bar > button')].find(({ariaLabel}) => ariaLabel === name)!;
  }
  get said(): string {
    return this.inBar.querySelector('[aria-live="polite"]')!.textContent;
  }
  get bulk(): unknown[][] {
    return this.list.inbox.called('bulk');
  }
}

describe('picking rows of <loop-list>', () => {
  it('passes the accessibility audit, with its bar and a menu', async () => {
    const inbox = listingInbox([conversation('a', {tags: [tag('repair')]}), conversation('b')]);
    inbox.answers.tags = () => Promise.resolve([tag('repair'), tag('billing')]);
    const it = await Picking.mount(inbox);
    await it.press('Control+a');
    await expect(it.list.element).to.be.accessible();
    it.button('Tag').click();
    await frames(6);
    await expect(it.list.element).to.be.accessible();
  });

  it('says that several rows can be picked, apart from which conversation is open', async () => {
    const it = await Picking.mount();
    expect(it.list.grid.getAttribute('aria-multiselectable')).to.equal('true');
    it.list.element.selectedId = 'k0002';
    await it.list.settle();
    expect([it.list.row('k0002').ariaCurrent, it.list.row('k0002').ariaSelected]).to.deep.equal(['true', 'false']);
  });

  it('picks the row with space, and lets it go again', async () => {
    const it = await Picking.mount();
    await it.press('Space');
    expect(it.picked).to.deep.equal(['k0001']);
    await it.press('Space');
    expect(it.picked).to.deep.equal([]);
  });

  it('picks a stretch with Shift and the arrows, and makes it shorter', async () => {
    const it = await Picking.mount();
    await it.press('ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(it.picked).to.deep.equal(['k0002', 'k0003', 'k0004']);
    expect(it.list.focused).to.equal('k0004');
    await it.press('Shift+ArrowUp');
    expect(it.picked).to.deep.equal(['k0002', 'k0003']);
  });

  it('keeps what was picked before a stretch', async () => {
    const it = await Picking.mount();
    await it.press('Space', 'ArrowDown', 'ArrowDown', 'Space', 'Shift+ArrowDown');
    expect(it.picked).to.deep.equal(['k0001', 'k0003', 'k0004']);
  });

  it('picks a stretch with Shift and space', async () => {
    const it = await Picking.mount();
    await it.press('Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
    expect(it.picked).to.deep.equal(['k0001', 'k0002', 'k0003']);
  });

  it('picks all with Ctrl+A and none with Escape, and says it', async () => {
    const it = await Picking.mount();
    await it.press('Control+a');
    expect(it.picked.length).to.equal(6);
    await it.press('Escape');
    expect(it.picked).to.deep.equal([]);
    expect(it.said).to.equal('Nothing selected');
    expect(it.list.focused).to.equal('k0001');
  });

  it('picks by its box, by Ctrl and by Shift, and opens none of them', async () => {
    const it = await Picking.mount();
    const opened: string[] = [];
    it.list.element.addEventListener('loop-conversation-select', (event: LoopConversationSelectEvent) => opened.push(event.conversationId));
    await it.click('k0001', {}, '.pick');
    await it.click('k0003', {ctrlKey: true});
    await it.click('k0005', {shiftKey: true});
    expect(it.picked).to.deep.equal(['k0001', 'k0003', 'k0004', 'k0005']);
    await it.click('k0003', {metaKey: true});
    expect(it.picked).to.deep.equal(['k0001', 'k0004', 'k0005']);
    expect(opened).to.deep.equal([]);
    await it.click('k0006');
    expect(opened).to.deep.equal(['k0006']);
  });

  it('keeps the selection through live changes, and forgets rows that left', async () => {
    const it = await Picking.mount();
    await it.press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    it.list.inbox.commit((state) => state.conversations.put('k0002', conversation('k0002', {preview: 'Something new'})));
    it.list.inbox.changeList(active, (ids) => ids.remove('k0001'));
    await it.list.settle();
    expect(it.picked).to.deep.equal(['k0002', 'k0003']);
    await frames(3);
    expect(it.said).to.equal('2 selected');
  });

  it('begins anew in another view', async () => {
    const it = await Picking.mount();
    await it.press('Control+a');
    it.list.inbox.putList({view: 'archived'}, [conversation('k0001', {state: 'archived'})]);
    it.list.element.view = 'archived';
    await it.list.settle();
    expect(it.picked).to.deep.equal([]);
    expect(it.bar.hidden).to.equal(true);
  });

  it('takes the place of the heading and moves no row', async () => {
    const it = await Picking.mount();
    const top = () => it.list.row('k0001').getBoundingClientRect().top;
    const before = top();
    await it.press('Space');
    expect(top()).to.equal(before);
    expect(it.list.root.querySelector('loop-list-header')!.inert).to.equal(true);
    expect(it.bar.getBoundingClientRect().bottom).to.be.at.most(before);
    it.button('Clear the selection').focus();
    await sendKeys({press: 'Enter'});
    await it.list.settle();
    expect(it.list.root.querySelector('loop-list-header')!.inert).to.equal(false);
    expect(it.list.focused).to.equal('k0001');
  });
});

describe('what is done to several conversations', () => {
  it('archives them with E, but those that the page keeps', async () => {
    const it = await Picking.mount();
    await it.press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    it.list.element.addEventListener('loop-conversation-archive', (event) => {
      if (event.conversationId === 'k0002') event.preventDefault();
    });
    await it.press('e');
    expect(it.bulk).to.deep.equal([[['k0001', 'k0003'], {type: 'move', to: 'archived'}]]);
  });

  it('archives them from the bar', async () => {
    const it = await Picking.mount();
    await it.press('Control+a');
    it.button('Archive').click();
    expect(it.bulk[0]?.[1]).to.deep.equal({type: 'move', to: 'archived'});
  });

  it('offers to reopen what is archived, to read what is unread', async () => {
    const it = await Picking.mount(listingInbox([conversation('a', {state: 'archived', unread: 2}), conversation('b', {state: 'archived'})]));
    await it.press('Control+a');
    expect(it.button('Archive')).to.equal(undefined);
    it.button('Reopen').click();
    it.button('Mark as read').click();
    expect(it.bulk.map(([, action]) => action)).to.deep.equal([{type: 'move', to: 'active'}, {type: 'read'}]);
    it.list.inbox.commit((state) => state.conversations.put('a', conversation('a', {state: 'archived'})));
    await it.list.settle();
    await frames(3);
    it.button('Mark as unread').click();
    expect(it.bulk.at(-1)?.[1]).to.deep.equal({type: 'unread'});
  });

  it('tags them, tells what all, some and none carry, and takes a tag from all', async () => {
    const inbox = listingInbox([conversation('a', {tags: [tag('repair'), tag('vip')]}), conversation('b', {tags: [tag('vip')]})]);
    inbox.answers.tags = () => Promise.resolve([tag('repair'), tag('billing'), tag('vip')]);
    const it = await Picking.mount(inbox);
    await it.press('Control+a');
    it.button('Tag').focus();
    await sendKeys({press: 'Enter'});
    await frames(6);
    const items = [...it.inBar.querySelectorAll<HTMLElement>('[role="menuitemcheckbox"]')];
    expect(items.map((item) => [item.textContent.trim(), item.ariaChecked])).to.deep.equal([['repair', 'mixed'], ['billing', 'false'], ['vip', 'true']]);
    items[0]!.click();
    items[2]!.click();
    expect(it.bulk.map(([, action]) => action)).to.deep.equal([{type: 'tag', add: [tag('repair')]}, {type: 'tag', remove: [tag('vip')]}]);
    await sendKeys({press: 'Escape'});
    await frames(3);
    expect(it.inBar.activeElement?.ariaLabel).to.equal('Tag');
  });

  it('assigns them to the agent, to nobody, to a colleague or a team', async () => {
    const inbox = listingInbox(2);
    inbox.answers.assignees = () => Promise.resolve([{id: 'jonas', name: 'Jonas Weber'}, {type: 'team' as const, id: 'repairs', name: 'Repairs'}]);
    const it = await Picking.mount(inbox);
    await it.press('Control+a');
    const choose = async (name: string) => {
      it.button('Assign').click();
      await frames(6);
      [...it.inBar.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((item) => item.textContent.trim() === name)!.click();
      await frames(2);
    };
    for (const name of ['Assign to me', 'Jonas Weber', 'Repairs', 'Unassigned']) await choose(name);
    expect(it.bulk.map(([, action]) => action)).to.deep.equal([
      {type: 'assign', agentId: 'me'}, {type: 'assign', agentId: 'jonas'}, {type: 'assign', teamId: 'repairs'}, {type: 'assign', agentId: null},
    ]);
  });

  it('is a toolbar: one stop of the Tab key, moved in by arrows, left with Escape', async () => {
    const it = await Picking.mount();
    await it.press('Control+a');
    it.button('Clear the selection').focus();
    await sendKeys({press: 'ArrowRight'});
    expect(it.inBar.activeElement?.ariaLabel).to.equal('Archive');
    await sendKeys({press: 'End'});
    expect(it.inBar.activeElement?.ariaLabel).to.equal('Assign');
    expect([...it.inBar.querySelectorAll<HTMLElement>('.bar > button')].filter(({tabIndex}) => tabIndex === 0).length).to.equal(1);
    await sendKeys({press: 'Escape'});
    await it.list.settle();
    expect(it.picked).to.deep.equal([]);
    expect(it.list.focused).to.equal('k0001');
  });
});
