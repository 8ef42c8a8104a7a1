import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {AdapterError} from '../../../src/contract/index.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import {conversation, FakeInbox, message, minutesAgo, tag} from '../../support/fake-inbox.js';
import {frames, listingInbox, ListHarness, many, ShellHarness} from '../../support/shell-harness.js';

const active = {view: 'active'};

describe('<loop-list>', () => {
  it('passes the accessibility audit', async () => {
    const {element} = await ListHarness.mount(
      listingInbox([
        conversation('a', {unread: 2, escalated: true, tags: [tag('warranty')], sentiment: {label: 'negative', source: 'agent'}}),
        conversation('b', {state: 'snoozed', snoozedUntil: minutesAgo(-600)}),
      ]),
    );
    await expect(element).to.be.accessible();
  });

  it('passes the accessibility audit while it loads, is empty, and has failed', async () => {
    const inbox = new FakeInbox();
    const harness = await ListHarness.mount(inbox);
    await expect(harness.element).to.be.accessible();
    inbox.putList(active, []);
    await harness.settle();
    await expect(harness.element).to.be.accessible();
    inbox.putList(active, [], {status: 'failed', error: new AdapterError({code: 'unavailable', message: '503'})});
    await harness.settle();
    await expect(harness.element).to.be.accessible();
  });

  it('opens the list of its view and lets it go when removed', async () => {
    const {element, inbox} = await ListHarness.mount();
    expect(inbox.called('openList')).to.deep.equal([[{view: 'active'}]]);
    element.remove();
    expect(inbox.held).to.equal(0);
  });

  it('keeps the same list open when it is moved', async () => {
    const harness = await ListHarness.mount();
    const parent = harness.element.parentElement!;
    harness.element.remove();
    parent.append(harness.element);
    await harness.settle();
    expect(harness.inbox.held).to.equal(1);
    expect(harness.ids.length).to.equal(3);
  });

  it('has only the visible rows of 100,000 in the document', async () => {
    const harness = await ListHarness.mount(listingInbox(100_000));
    expect(harness.rows.length).to.be.lessThan(40);
    expect(harness.scroller.scrollHeight).to.be.within(7_500_000, 7_700_000);
    expect(harness.grid.ariaRowCount).to.equal('100000');
  });

  it('is where one left it when one comes back from another view, as soon as that much is loaded again', async () => {
    const inbox = listingInbox(many(200));
    inbox.putList({view: 'archived'}, many(100));
    const harness = await ListHarness.mount(inbox);
    const show = async (view: string) => {
      harness.element.view = view;
      await harness.settle();
    };
    harness.scroller.scrollTop = 76 * 80;
    await harness.settle();
    await show('archived');
    expect(harness.scroller.scrollTop).to.equal(0);
    harness.scroller.scrollTop = 500;
    await harness.settle();
    inbox.putList(active, many(50), {next: 'page 2'});
    await show('active');
    expect(harness.scroller.scrollTop).to.be.within(76 * 30, 76 * 50);
    expect(inbox.called('loadMore')).to.deep.equal([[active]]);
    inbox.putList(active, many(200));
    await harness.settle();
    expect(harness.scroller.scrollTop).to.equal(76 * 80);
    await show('archived');
    expect(harness.scroller.scrollTop).to.equal(500);
  });

  it('tells the store where the reader of a long list is, and which rows are picked', async () => {
    const harness = await ListHarness.mount(listingInbox(1500));
    harness.row('k0001').focus();
    await sendKeys({press: 'Space'});
    harness.scroller.scrollTop = 76 * 1000;
    await harness.settle();
    const [query, shown, keep] = harness.inbox.called('trimList').at(-1) as [object, string[], string[]];
    expect(query).to.deep.equal(active);
    expect(shown).to.include('k1005');
    expect(keep).to.deep.equal(['k0001']);
    const short = await ListHarness.mount(listingInbox(100));
    expect(short.inbox.called('trimList')).to.deep.equal([]);
  });

  it('shows the rows at the place one scrolls to', async () => {
    const harness = await ListHarness.mount(listingInbox(5000));
    harness.scroller.scrollTop = 76 * 3000;
    await harness.settle();
    expect(harness.ids).to.include('k3001');
    const row = harness.row('k3001');
    expect(row.ariaRowIndex).to.equal('3001');
    expect(row.getBoundingClientRect().top).to.be.closeTo(harness.scroller.getBoundingClientRect().top, 1);
  });

  it('asks for the next page once when the end comes near', async () => {
    const inbox = listingInbox(50, {next: 'cursor-2', total: 200});
    const harness = await ListHarness.mount(inbox);
    expect(inbox.called('loadMore')).to.deep.equal([]);
    harness.scroller.scrollTop = 76 * 40;
    await harness.settle();
    harness.scroller.scrollTop = 76 * 42;
    await harness.settle();
    expect(inbox.called('loadMore')).to.deep.equal([[active]]);
  });

  it('says what a row is about: name, preview, waiting, escalation, tags, unread and assignee', async () => {
    const {row} = await ListHarness.mount(
      listingInbox([
        conversation('a', {
          contact: {id: 'c', name: 'Marta'}, preview: 'Pole snapped', unread: 2, escalated: true,
          waitingSince: minutesAgo(134), tags: [tag('warranty')], assignee: {id: 'jw', name: 'Jonas Weber'},
        }),
      ]),
      html`<loop-list view="active"></loop-list>`,
    ).then((harness) => ({row: harness.row('a')}));
    const text = row.textContent.replace(/\s+/g, ' ');
    for (const part of ['Marta', 'Pole snapped', 'Waits 2 h 14 min', 'Escalated', 'warranty', '2 unread']) expect(text).to.include(part);
    expect(row.querySelector('[aria-label="Assigned to Jonas Weber"]')).to.exist;
  });

  it('marks whether the last word was a reply or a note for the team', async () => {
    const said = (id: string, kind: 'incoming' | 'reply' | 'note') => conversation(id, {preview: 'So it is.', lastMessage: {...message(`m-${id}`, id, {kind}), delivery: 'sent'}});
    const harness = await ListHarness.mount(listingInbox([said('a', 'incoming'), said('b', 'reply'), said('c', 'note')]));
    const marks = ['a', 'b', 'c'].map((id) => harness.row(id).querySelector('.row-preview [role=img]')?.getAttribute('aria-label'));
    expect(marks).to.deep.equal([undefined, 'You answered', 'Note']);
  });

  it('takes no more into a row than a line can show, whatever was sent', async () => {
    const long = 'Pole snapped. '.repeat(100_000);
    const harness = await ListHarness.mount(listingInbox([conversation('k', {preview: long, contact: {id: 'c', name: long}})]));
    for (const part of ['.row-text', '.row-name']) {
      const {textContent} = harness.row('k').querySelector(part)!;
      expect(textContent).to.contain('Pole snapped. Pole snapped.');
      expect(textContent.length).to.be.at.most(500);
    }
  });

  it('tells a draft instead of the preview, but not that of the open conversation', async () => {
    const inbox = listingInbox(2);
    for (const id of ['k0001', 'k0002'])
      inbox.commit((state) => state.drafts.put(`reply:${id}`, {conversationId: id, kind: 'reply', text: 'Not yet', updatedAt: 0, schema: 1}));
    const harness = await ListHarness.mount(inbox, html`<loop-list view="active" selected-id="k0002"></loop-list>`);
    expect(harness.row('k0001').textContent).to.include('Not yet');
    expect(harness.row('k0002').textContent).not.to.include('Not yet');
  });

  it('tells a draft that is nothing but files by their names', async () => {
    const inbox = listingInbox(1);
    const files = ['seam.png', 'strap.png'].map((name) => ({name, mime: 'image/png', blob: new Blob()}));
    inbox.commit((state) => state.drafts.put('note:k0001', {conversationId: 'k0001', kind: 'note', text: '', files, updatedAt: 0, schema: 1}));
    const harness = await ListHarness.mount(inbox);
    expect(harness.row('k0001').querySelector('.row-preview')!.textContent).to.equal('Draft:seam.png, strap.png');
  });

  it('shows a name of another direction from the start of its column', async () => {
    const harness = await ListHarness.mount(listingInbox([conversation('a', {contact: {id: 'c', name: 'خالد المنصوري'}}), conversation('b')]));
    const [arabic, latin] = ['a', 'b'].map((id) => harness.row(id).querySelector('.row-name')!);
    expect(getComputedStyle(arabic!).direction).to.equal('rtl');
    expect(arabic!.getBoundingClientRect().left).to.be.closeTo(latin!.getBoundingClientRect().left, 1);
  });

  it('asks to open a conversation on click', async () => {
    const harness = await ListHarness.mount();
    const asked: string[] = [];
    harness.element.addEventListener('loop-conversation-select', (event: LoopConversationSelectEvent) => asked.push(event.conversationId));
    harness.row('k0002').click();
    expect(asked).to.deep.equal(['k0002']);
  });

  it('moves with the arrow keys, J and K, Home, End and pages, and opens on Enter', async () => {
    const harness = await ListHarness.mount(listingInbox(100));
    const asked: string[] = [];
    harness.element.addEventListener('loop-conversation-select', (event: LoopConversationSelectEvent) => asked.push(event.conversationId));
    harness.element.focus();
    const seen: (string | undefined)[] = [harness.focused];
    for (const key of ['ArrowDown', 'j', 'k', 'End', 'Home', 'PageDown', 'Enter']) {
      await sendKeys({press: key});
      await harness.settle();
      seen.push(harness.focused);
    }
    expect(seen.slice(0, 6)).to.deep.equal(['k0001', 'k0002', 'k0003', 'k0002', 'k0100', 'k0001']);
    expect(seen[6]! > 'k0004').to.equal(true);
    expect(asked).to.deep.equal([seen[6]]);
  });

  it('takes part in the Tab order with one row', async () => {
    const harness = await ListHarness.mount(listingInbox(20));
    expect(harness.rows.filter((row) => row.tabIndex === 0).length).to.equal(1);
  });

  it('keeps the focused row in the document when one scrolls away', async () => {
    const harness = await ListHarness.mount(listingInbox(1000));
    harness.element.focus();
    harness.scroller.scrollTop = 76 * 500;
    await harness.settle();
    expect(harness.focused).to.equal('k0001');
    expect(harness.ids.length).to.be.greaterThan(5);
  });

  it('gives the focus to the next row when the focused one leaves', async () => {
    const harness = await ListHarness.mount(listingInbox(5));
    harness.element.focus();
    await sendKeys({press: 'ArrowDown'});
    await harness.settle();
    harness.inbox.changeList(active, (ids) => ids.remove('k0002'));
    await harness.settle();
    expect(harness.focused).to.equal('k0003');
  });

  it('keeps the focus inside when the last row leaves', async () => {
    const harness = await ListHarness.mount(listingInbox(1));
    harness.element.focus();
    harness.inbox.changeList(active, (ids) => ids.remove('k0001'));
    await harness.settle();
    expect(document.activeElement?.localName).to.equal('loop-list');
  });

  it('holds its order while the focus is among the rows, counts what is new, and lets it in on a press', async () => {
    const harness = await ListHarness.mount(listingInbox(3));
    harness.element.focus();
    harness.inbox.commit((state) => state.conversations.put('new', conversation('new')));
    harness.inbox.changeList(active, (ids) => {
      ids.place('new', {rank: 0, value: -1});
      ids.place('k0003', {rank: 0, value: -2});
    });
    await harness.settle();
    expect(harness.ids).to.deep.equal(['k0001', 'k0002', 'k0003']);
    harness.button('1 new conversation').click();
    await harness.settle();
    expect(harness.ids).to.deep.equal(['k0003', 'new', 'k0001', 'k0002']);
  });

  it('shows the new order once the pointer has left', async () => {
    const harness = await ListHarness.mount(listingInbox(3));
    // Not the browser's own mouse: it waits for frames, which a page behind another one does not get.
    const point = (type: string) => harness.element.dispatchEvent(new PointerEvent(type, {pointerType: 'mouse'}));
    point('pointerenter');
    harness.inbox.changeList(active, (ids) => ids.place('k0003', {rank: 0, value: -1}));
    await harness.settle();
    expect(harness.ids[0]).to.equal('k0001');
    point('pointerleave');
    await harness.settle();
    expect(harness.ids[0]).to.equal('k0003');
  });

  it('shows a further page at the end although the order is held', async () => {
    const harness = await ListHarness.mount(listingInbox(3));
    harness.element.focus();
    harness.inbox.commit((state) => state.conversations.put('late', conversation('late')));
    harness.inbox.changeList(active, (ids) => ids.place('late', {rank: 0, value: 99}));
    await harness.settle();
    expect(harness.ids).to.deep.equal(['k0001', 'k0002', 'k0003', 'late']);
    expect(harness.button('1 new conversation') === undefined).to.equal(true);
  });

  it('archives the focused conversation with E, unless the host cancels it', async () => {
    const harness = await ListHarness.mount(listingInbox(2));
    harness.element.focus();
    await sendKeys({press: 'e'});
    expect(harness.inbox.called('archive')).to.deep.equal([['k0001']]);
    harness.element.addEventListener('loop-conversation-archive', (event) => event.preventDefault());
    await sendKeys({press: 'e'});
    expect(harness.inbox.called('archive').length).to.equal(1);
  });

  it('leads to the actions of a row with the arrow towards the end', async () => {
    const harness = await ListHarness.mount(listingInbox([conversation('a', {unread: 1})]));
    harness.element.focus();
    await harness.settle();
    await sendKeys({press: 'ArrowRight'});
    expect(harness.root.activeElement?.getAttribute('aria-label')).to.equal('Mark as read');
    await sendKeys({press: 'Enter'});
    expect(harness.inbox.called('markRead')).to.deep.equal([['a']]);
  });

  it('offers no key and no letters when the keymap is switched off', async () => {
    const harness = await ListHarness.mount(listingInbox(2));
    harness.element.keymap = false;
    await harness.settle();
    harness.element.focus();
    await sendKeys({press: 'e'});
    await sendKeys({press: 'j'});
    await harness.settle();
    expect(harness.inbox.called('archive')).to.deep.equal([]);
    expect(harness.focused).to.equal('k0001');
  });

  it('changes the order of its view from the menu', async () => {
    const harness = await ListHarness.mount();
    harness.button('Order: Newest first').click();
    await frames(5);
    const choice = [...harness.header.querySelectorAll<HTMLElement>('[role="menuitemradio"]')].find((item) => item.textContent.includes('Waiting longest'))!;
    choice.click();
    expect(harness.inbox.called('arrangeList')).to.deep.equal([['active', {sort: 'waiting-asc'}]]);
  });

  it('opens another list when the arrangement changes, and releases the earlier one', async () => {
    const harness = await ListHarness.mount();
    harness.inbox.commit((state) => (state.choices = {...state.choices, filters: {active: {unread: true}}}));
    await harness.settle();
    expect(harness.inbox.called('openList').at(-1)).to.deep.equal([{view: 'active', filter: {unread: true}}]);
    expect(harness.inbox.held).to.equal(1);
  });

  it('shows what failed, when it is tried next, and tries again', async () => {
    const inbox = new FakeInbox();
    const error = new AdapterError({code: 'unavailable', message: '503'});
    inbox.commit((state) => (state.connection = {status: 'waiting', error, retryAt: inbox.clock.now() + 8000}));
    const harness = await ListHarness.mount(inbox);
    expect(harness.text()).to.include('The server did not answer. Nothing you wrote is lost.').and.to.include('Next try in 8 s');
    await inbox.clock.advance(3000);
    await harness.settle();
    expect(harness.text()).to.include('Next try in 5 s');
    harness.button('Try again').click();
    expect(inbox.lifeCalls).to.deep.equal(['retry']);
  });

  it('keeps its title beside what is wrong with the connection where there is little room', async () => {
    const inbox = listingInbox(many(42));
    const error = new AdapterError({code: 'network', message: ''});
    inbox.commit((state) => (state.connection = {status: 'waiting', error, retryAt: inbox.clock.now() + 8000}));
    const {header} = (await ShellHarness.mount(inbox, {width: 800, height: 700})).list;
    const title = header.querySelector<HTMLElement>('.title')!;
    expect(header.querySelector<HTMLElement>('.connection')!.innerText.trim()).to.equal('Offline');
    expect(title.clientWidth).to.be.greaterThan(20);
    expect(title.scrollWidth).to.equal(title.clientWidth);
  });

  it('reads a list again that failed by itself', async () => {
    const inbox = listingInbox([], {status: 'failed', error: new AdapterError({code: 'protocol', message: 'odd'})});
    const harness = await ListHarness.mount(inbox);
    harness.button('Try again').click();
    expect(inbox.called('reloadList')).to.deep.equal([[active]]);
  });

  it('says who may not see a list', async () => {
    const inbox = listingInbox([], {status: 'failed', error: new AdapterError({code: 'forbidden', message: 'no'})});
    const harness = await ListHarness.mount(inbox);
    expect(harness.text()).to.include('You cannot see this list');
  });

  it('shows nothing of another list under the heading of this one', async () => {
    const inbox = listingInbox(3);
    inbox.putList({view: 'archived'}, [conversation('old', {state: 'archived'})]);
    const harness = await ListHarness.mount(inbox);
    harness.element.view = 'archived';
    await harness.settle();
    expect(harness.ids).to.deep.equal(['old']);
  });

  it('renders once for any number of changes in one frame', async () => {
    const harness = await ListHarness.mount(listingInbox(3));
    await frames(3);
    let renders = 0;
    const {element} = harness;
    const updated = element['updated'].bind(element);
    element['updated'] = () => {
      renders++;
      updated();
    };
    for (let change = 0; change < 20; change++) {
      harness.inbox.commit((state) => state.conversations.put('k0001', conversation('k0001', {preview: `Change ${change}`})));
      await Promise.resolve();
      await Promise.resolve();
    }
    await harness.settle();
    expect(renders).to.be.within(1, 3);
    expect(harness.row('k0001').textContent).to.include('Change 19');
  });

  it('draws two lines in a compact row and keeps the flag', async () => {
    const harness = await ListHarness.mount(
      listingInbox([conversation('a', {escalated: true, tags: [tag('warranty')]})]),
      html`<loop-list view="active" density="compact"></loop-list>`,
    );
    const tags = harness.row('a').querySelector('.tag')!;
    expect(tags.checkVisibility()).to.equal(false);
    expect(harness.row('a').querySelector('.status-escalated .icon')!.checkVisibility()).to.equal(true);
  });
});
