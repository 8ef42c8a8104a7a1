import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {AdapterError, type ConversationFilter, type ViewDef} from '../../../src/contract/index.js';
import type {Extra} from '../../../src/store/state.js';
import {conversation, everyCapability, type FakeInbox} from '../../support/fake-inbox.js';
import {frames, listingInbox, ListHarness} from '../../support/shell-harness.js';

const billing: ViewDef = {id: 'billing', role: 'saved', label: 'Billing', filter: {tags: ['billing']}, sort: 'created-desc'};

/** An inbox whose backend keeps views, at Active and 'Billing'. */
function keeping(can: readonly Extra[] = ['views.save', 'views.remove']): FakeInbox {
  const inbox = listingInbox([conversation('a'), conversation('b')]);
  inbox.putList({view: 'billing'}, [conversation('a')]);
  inbox.answers.arrangeList = (view: string, {filter = {}}: {filter?: ConversationFilter}) =>
    inbox.commit((state) => (state.choices = {...state.choices, filters: {...state.choices.filters, [view]: filter}}));
  inbox.answers.saveView = (view: ViewDef) => Promise.resolve({...view, id: view.id ?? 'new', role: 'saved'});
  inbox.answers.removeView = (id: string) => {
    inbox.commit((state) => (state.views = state.views.filter((view) => view.id !== id)));
    return Promise.resolve();
  };
  inbox.commit((state) => {
    state.views = [...everyCapability.views, billing];
    state.can = new Set(can);
  });
  return inbox;
}

class ViewsHarness {
  readonly shown: string[] = [];

  constructor(readonly list: ListHarness) {
    list.element.addEventListener('loop-view-select', ({view}) => this.shown.push(view));
  }

  static async mount({view = 'active', filter, inbox = keeping()}: {view?: string; filter?: ConversationFilter; inbox?: FakeInbox} = {}): Promise<ViewsHarness> {
    if (filter) inbox.commit((state) => (state.choices = {...state.choices, filters: {[view]: filter}}));
    const list = await ListHarness.mount(inbox);
    list.element.view = view;
    await list.settle();
    return new ViewsHarness(list);
  }
  get inbox(): FakeInbox {
    return this.list.inbox;
  }
  get tasks(): string[] {
    return [...this.list.header.querySelectorAll('.more-menu [role="menuitem"]')].map((item) => item.textContent.trim());
  }
  /** By keys: the button, then the item of that name. */
  async begin(task: string): Promise<void> {
    this.list.button('This view').focus();
    await sendKeys({press: 'Enter'});
    for (let at = 0; at < this.tasks.indexOf(task); at++) await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await customElements.whenDefined('loop-view-editor');
    await frames(6);
  }
  get editor(): ShadowRoot {
    return this.list.header.querySelector('loop-view-editor')!.shadowRoot!;
  }
  get isOpen(): boolean {
    return this.list.header.querySelector('.editing')!.matches(':popover-open');
  }
  get problem(): string {
    return this.editor.querySelector('[role="alert"]')!.textContent;
  }
  get said(): string {
    return this.list.header.querySelector('[aria-live="polite"]')!.textContent;
  }
  async press(...keys: string[]): Promise<void> {
    for (const press of keys) await sendKeys({press});
    await frames(4);
  }
}

describe('saved views in <loop-list>', () => {
  it('pass the accessibility audit with each dialog', async () => {
    const views = await ViewsHarness.mount({view: 'billing', filter: {unread: true}});
    for (const task of ['Save changes…', 'Save as a view…', 'Rename…', 'Remove…']) {
      await views.begin(task);
      await expect(views.list.element).to.be.accessible();
      await views.press('Escape');
    }
  });

  it('keep what the list is narrowed to, and take the agent there', async () => {
    const views = await ViewsHarness.mount({filter: {unread: true, tags: ['repair']}});
    await views.begin('Save as a view…');
    expect([...views.editor.querySelectorAll('li')].map((item) => item.textContent)).to.deep.equal(['Unread', 'Tag: repair']);
    await sendKeys({type: 'My repairs'});
    await views.press('Enter');
    expect(views.inbox.called('saveView')).to.deep.equal([[{label: 'My repairs', filter: {unread: true, tags: ['repair']}}]]);
    expect(views.shown).to.deep.equal(['new']);
    expect(views.inbox.state.choices.filters['active']).to.deep.equal({});
    expect(views.isOpen).to.equal(false);
    expect(views.said).to.equal('“My repairs” is saved.');
  });

  it('are begun from the chips too', async () => {
    const views = await ViewsHarness.mount({filter: {unread: true}});
    views.list.button('Save as a view…').click();
    await customElements.whenDefined('loop-view-editor');
    await frames(6);
    expect(views.editor.activeElement?.localName).to.equal('input');
  });

  it('are overwritten with what the agent narrowed further', async () => {
    const views = await ViewsHarness.mount({view: 'billing', filter: {assignee: 'me', tags: ['urgent']}});
    await views.begin('Save changes…');
    expect(views.editor.activeElement?.textContent).to.equal('Cancel');
    await views.press('Tab', 'Enter');
    expect(views.inbox.called('saveView')).to.deep.equal([
      [{id: 'billing', label: 'Billing', filter: {tags: ['billing', 'urgent'], assignee: 'me'}, sort: 'created-desc'}],
    ]);
    expect(views.inbox.state.choices.filters['billing']).to.deep.equal({});
  });

  it('are renamed, and keep what they show', async () => {
    const views = await ViewsHarness.mount({view: 'billing'});
    await views.begin('Rename…');
    await sendKeys({type: 'Invoices'});
    await views.press('Enter');
    expect(views.inbox.called('saveView')).to.deep.equal([[{id: 'billing', label: 'Invoices', filter: {tags: ['billing']}, sort: 'created-desc'}]]);
    expect(views.shown).to.deep.equal([]);
  });

  it('are removed only after the agent has said so, and Active is shown', async () => {
    const views = await ViewsHarness.mount({view: 'billing'});
    await views.begin('Remove…');
    await views.press('Enter');
    expect(views.isOpen).to.equal(false);
    expect(views.inbox.called('removeView')).to.deep.equal([]);
    await views.begin('Remove…');
    await views.press('Tab', 'Enter');
    expect(views.inbox.called('removeView')).to.deep.equal([['billing']]);
    expect(views.shown).to.deep.equal(['active']);
    expect(views.said).to.equal('“Billing” is removed.');
    expect(views.list.header.activeElement).not.to.equal(null);
  });

  it('say what was not saved and keep the name for another try', async () => {
    const views = await ViewsHarness.mount();
    views.inbox.answers.saveView = () => Promise.reject(new AdapterError({code: 'forbidden', message: 'no'}));
    await views.begin('Save as a view…');
    await views.press('Enter');
    expect(views.problem).to.equal('Give it a name.');
    await sendKeys({type: 'billing'});
    await views.press('Enter');
    expect(views.problem).to.equal('There is already a view of this name.');
    await sendKeys({type: ' 2'});
    await views.press('Enter');
    expect(views.problem).to.equal('You may not do this here.');
    expect(views.editor.querySelector('input')!.value).to.equal('billing 2');
    expect(views.isOpen).to.equal(true);
    await views.press('Escape');
    expect(views.list.header.activeElement?.ariaLabel).to.equal('This view');
  });

  it('offer what the backend takes and nothing else', async () => {
    expect((await ViewsHarness.mount({view: 'billing'})).tasks).to.deep.equal(['Save as a view…', 'Rename…', 'Remove…']);
    expect((await ViewsHarness.mount()).tasks).to.deep.equal(['Save as a view…']);
    expect((await ViewsHarness.mount({view: 'archived'})).tasks).to.deep.equal([]);
    expect((await ViewsHarness.mount({view: 'billing', inbox: keeping(['views.remove'])})).tasks).to.deep.equal(['Remove…']);
    const without = await ViewsHarness.mount({filter: {unread: true}, inbox: keeping([])});
    expect(without.list.button('This view')).to.equal(undefined);
    expect(without.list.button('Save as a view…')).to.equal(undefined);
  });

  it('show their own order until the agent chooses another', async () => {
    const views = await ViewsHarness.mount({view: 'billing'});
    expect(views.list.button('Order: Last begun')).not.to.equal(undefined);
  });
});
