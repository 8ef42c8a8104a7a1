import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Conversation, ConversationFilter} from '../../../src/contract/index.js';
import type { FakeInbox} from '../../support/fake-inbox.js';
import {conversation, everyCapability, tag} from '../../support/fake-inbox.js';
import {frames, listingInbox, ListHarness} from '../../support/shell-harness.js';

const rows: readonly Conversation[] = [
  conversation('a', {tags: [tag('repair')], assignee: {id: 'jonas', name: 'Jonas Weber'}, channel: {kind: 'email'}}),
  conversation('b', {channel: {kind: 'sms'}}),
];

/** A list that does what `arrangeList` says, as the store does. */
function arrangeable(inbox = listingInbox(rows)): FakeInbox {
  const arrange = (view: string, {filter = {}}: {filter?: ConversationFilter}) =>
    inbox.commit((state) => (state.choices = {...state.choices, filters: {...state.choices.filters, [view]: filter}}));
  inbox.answers.arrangeList = arrange;
  inbox.answers.tags = () => Promise.resolve([tag('repair'), tag('billing')]);
  inbox.answers.directory = () => Promise.resolve([{id: 'jonas', name: 'Jonas Weber'}, {id: 'ann', name: 'Ann Lee'}, {id: 'me', name: 'Lena Brandt'}]);
  return inbox;
}

class Filters {
  constructor(readonly list: ListHarness) {}

  static async mount(filter?: ConversationFilter, inbox = arrangeable()): Promise<Filters> {
    if (filter) inbox.commit((state) => (state.choices = {...state.choices, filters: {active: filter}}));
    const list = await ListHarness.mount(inbox);
    await frames(5);
    return new Filters(list);
  }
  get inbox(): FakeInbox {
    return this.list.inbox;
  }
  get filter(): ConversationFilter | undefined {
    return this.inbox.state.choices.filters['active'];
  }
  async open(): Promise<void> {
    this.list.button('Filter').focus();
    await sendKeys({press: 'Enter'});
    await customElements.whenDefined('loop-filter-panel');
    await frames(6);
  }
  get panel(): ShadowRoot {
    return this.list.header.querySelector('loop-filter-panel')!.shadowRoot!;
  }
  field<T extends HTMLElement>(label: string): T {
    const labels = [...this.panel.querySelectorAll('label')];
    return labels.find((each) => each.textContent.trim().startsWith(label))!.querySelector<T>('select, input')!;
  }
  async choose(label: string, text: string): Promise<void> {
    const select = this.field<HTMLSelectElement>(label);
    select.value = [...select.options].find((option) => option.text === text)!.value;
    select.dispatchEvent(new Event('change', {bubbles: true}));
    await this.list.settle();
  }
  get chips(): string[] {
    return [...this.list.header.querySelectorAll('.chip')].map((chip) => chip.textContent.trim());
  }
  get focused(): string | undefined {
    const active = this.list.header.activeElement;
    return active?.ariaLabel ?? active?.textContent.trim();
  }
  get said(): string {
    return [...this.list.header.querySelectorAll('[aria-live="polite"]')].map((each) => each.textContent).join('');
  }
}

describe('filters of <loop-list>', () => {
  it('pass the accessibility audit, open and as chips', async () => {
    const filters = await Filters.mount({unread: true, tags: ['repair']});
    await expect(filters.list.element).to.be.accessible();
    await filters.open();
    await expect(filters.list.element).to.be.accessible();
  });

  it('offer what the backend can filter by, and nothing else', async () => {
    const inbox = arrangeable();
    inbox.commit((state) => {
      if (state.session) state.session = {...state.session, capabilities: {...everyCapability, filters: ['unread', 'topic', 'contact']}};
    });
    const filters = await Filters.mount(undefined, inbox);
    await filters.open();
    expect([...filters.panel.querySelectorAll('label')].map((label) => label.textContent.trim().split(/\s/)[0])).to.deep.equal(['Unread', 'Topic']);
  });

  it('are not offered where the backend has none', async () => {
    const inbox = arrangeable();
    inbox.commit((state) => {
      if (state.session) state.session = {...state.session, capabilities: {...everyCapability, filters: ['contact']}};
    });
    const {list} = await Filters.mount(undefined, inbox);
    expect(list.button('Filter')).to.equal(undefined);
  });

  it('narrow by assignee, channel, topic, priority, tag, unread and escalated, and keep the order', async () => {
    const filters = await Filters.mount();
    filters.inbox.commit((state) => (state.choices = {...state.choices, sorts: {active: 'waiting-asc'}}));
    await filters.open();
    await filters.choose('Assignee', 'Ann Lee');
    await filters.choose('Channel', 'SMS');
    await filters.choose('Topic', 'Feedback');
    await filters.choose('Priority', 'Urgent');
    for (const box of ['Unread', 'Escalated', 'repair']) {
      filters.field(box).click();
      await filters.list.settle();
    }
    expect(filters.filter).to.deep.equal({
      assignee: 'ann', channel: 'sms', topic: 'feedback', priority: 'urgent', unread: true, escalated: true, tags: ['repair'],
    });
    expect(filters.inbox.called('arrangeList').at(-1)?.[1]).to.have.property('sort', 'waiting-asc');
    expect(filters.chips).to.deep.equal([
      'Unread', 'Escalated', 'Assignee: Ann Lee', 'Channel: SMS', 'Topic: Feedback', 'Priority: Urgent', 'Tag: repair',
    ]);
    await filters.choose('Topic', 'Any');
    expect(filters.filter).not.to.have.property('topic');
  });

  it('name everyone of the directory but the agent, who is "Me"', async () => {
    const filters = await Filters.mount();
    await filters.open();
    const options = [...filters.field<HTMLSelectElement>('Assignee').options].map(({text}) => text);
    expect(options).to.deep.equal(['Any', 'Me', 'Nobody', 'Ann Lee', 'Jonas Weber']);
  });

  it('say the names of remembered ones that no loaded conversation carries', async () => {
    const filters = await Filters.mount({assignee: 'ann', tags: ['billing']});
    expect(filters.chips).to.deep.equal(['Assignee: Ann Lee', 'Tag: billing']);
  });

  it('belong to their view', async () => {
    const filters = await Filters.mount({unread: true});
    filters.inbox.putList({view: 'archived'}, []);
    filters.list.element.view = 'archived';
    await filters.list.settle();
    expect(filters.chips).to.deep.equal([]);
  });

  it('go one by one, and the focus goes to the next chip, at last to the button that makes them', async () => {
    const filters = await Filters.mount({unread: true, assignee: 'me', tags: ['repair', 'billing']});
    filters.list.header.querySelectorAll<HTMLElement>('.chip')[2]!.focus();
    await sendKeys({press: 'Enter'});
    await filters.list.settle();
    expect(filters.filter).to.deep.equal({unread: true, assignee: 'me', tags: ['billing']});
    expect(filters.focused).to.equal('Remove the filter Tag: billing');
    await sendKeys({press: 'Enter'});
    await filters.list.settle();
    expect(filters.filter).to.deep.equal({unread: true, assignee: 'me'});
    expect(filters.focused).to.equal('Filter');
  });

  it('go all at once', async () => {
    const filters = await Filters.mount({unread: true, assignee: 'me'});
    filters.list.button('Clear all').click();
    await filters.list.settle();
    expect(filters.filter).to.deep.equal({});
    expect(filters.chips).to.deep.equal([]);
  });

  it('are said where nothing matches, with a way back', async () => {
    const inbox = arrangeable();
    inbox.putList({view: 'active', filter: {assignee: 'ann', topic: 'question'}}, []);
    const filters = await Filters.mount({assignee: 'ann', topic: 'question'}, inbox);
    expect(filters.list.text()).to.include('Nothing matches').and.include('Assignee: Ann Lee and Topic: Question');
    [...filters.list.root.querySelectorAll<HTMLElement>('.body button')].find((each) => each.textContent === 'Clear all')!.click();
    await filters.list.settle();
    expect(filters.list.ids).to.deep.equal(['a', 'b']);
  });

  it('say how many are left, once, to whom changed them', async () => {
    const inbox = arrangeable();
    inbox.putList({view: 'active', filter: {unread: true}}, [rows[0]!]);
    const filters = await Filters.mount(undefined, inbox);
    await filters.open();
    filters.field('Unread').click();
    await filters.list.settle();
    expect(filters.said).to.equal('1 conversation');
  });

  it('are silent when they were only remembered', async () => {
    const inbox = arrangeable();
    inbox.putList({view: 'active', filter: {unread: true}}, [rows[0]!]);
    const filters = await Filters.mount({unread: true}, inbox);
    expect(filters.said).to.equal('');
  });

  it('close with Escape and give the focus back', async () => {
    const filters = await Filters.mount();
    await filters.open();
    expect(filters.panel.activeElement?.localName).to.equal('input');
    await sendKeys({press: 'Escape'});
    await frames(3);
    expect(filters.focused).to.equal('Filter');
  });
});

describe('the toolbar of <loop-list>', () => {
  it('is one stop of the Tab key, moved in by arrows, Home and End', async () => {
    const {list} = await Filters.mount({unread: true});
    const stops = [...list.header.querySelectorAll<HTMLElement>('.bar button')].filter(({tabIndex}) => tabIndex === 0);
    expect(stops.length).to.equal(1);
    const focused = () => (list.header.activeElement as HTMLElement).className;
    list.element.shadowRoot!.querySelector<HTMLElement>('loop-list-header')!.focus();
    expect(focused()).to.include('sort');
    for (const [key, place] of [['ArrowRight', 'filter'], ['ArrowRight', 'chip'], ['ArrowLeft', 'filter'], ['End', 'clear'], ['ArrowRight', 'sort'], ['ArrowLeft', 'clear'], ['Home', 'sort']] as const) {
      await sendKeys({press: key});
      expect(focused(), key).to.include(place);
    }
  });

  it('moves the other way where one reads the other way', async () => {
    const list = await ListHarness.mount(arrangeable(), html`<loop-list view="active" dir="rtl"></loop-list>`);
    list.button('Order: Newest first').focus();
    await sendKeys({press: 'ArrowLeft'});
    expect(list.header.activeElement?.ariaLabel).to.equal('Filter');
  });

  it('opens the order by the keys of a menu button', async () => {
    const {list} = await Filters.mount();
    list.button('Order: Newest first').focus();
    await sendKeys({press: 'Enter'});
    await frames(3);
    const item = () => list.header.activeElement?.textContent.trim();
    expect(item()).to.equal('Newest first');
    await sendKeys({press: 'ArrowDown'});
    expect(item()).to.equal('Waiting longest');
    await sendKeys({press: 'End'});
    expect(item()).to.equal('Last begun');
    await sendKeys({press: 'ArrowDown'});
    expect(item()).to.equal('Newest first');
    await sendKeys({press: 'Escape'});
    expect(list.header.activeElement?.ariaLabel).to.equal('Order: Newest first');
  });
});
