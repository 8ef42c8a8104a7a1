import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {SearchHit} from '../../../src/contract/index.js';
import {LoopSearch} from '../../../src/elements/search/loop-search.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import {define} from '../../../src/internal/define.js';
import {FakeInbox} from '../../support/fake-inbox.js';

define('loop-search', LoopSearch);

const hits: readonly SearchHit[] = [
  {scope: 'conversation', conversationId: 'k1', title: 'Marta Kowalczyk', excerpt: 'Tent pole snapped', at: '2026-03-24T10:00:00Z'},
  {scope: 'message', conversationId: 'k2', messageId: 'm7', title: 'Jonas', excerpt: 'ask Marta about it'},
  {scope: 'contact', contactId: 'c9', title: 'Marta Lindqvist'},
];

async function mountSearch() {
  const inbox = new FakeInbox();
  inbox.commit((state) => {
    if (state.session) state.session = {...state.session, features: new Set([...state.session.features, 'search'])};
  });
  inbox.answers.search = () => Promise.resolve({items: hits});
  inbox.answers.contactConversations = () => Promise.resolve([{id: 'k9'}]);
  const element = Object.assign(document.createElement('loop-search'), {inbox});
  document.body.append(element);
  const selected: (string | undefined)[][] = [];
  element.addEventListener('loop-conversation-select', (event: LoopConversationSelectEvent) => selected.push([event.conversationId, event.messageId]));
  await element.show();
  const root = element.shadowRoot!;
  const settle = async () => {
    await inbox.settle();
    await element.updateComplete;
  };
  const type = async (text: string) => {
    await sendKeys({type: text});
    await inbox.clock.advance(500);
    await settle();
  };
  return {
    element,
    inbox,
    selected,
    settle,
    type,
    dialog: root.querySelector('dialog')!,
    titles: () => [...root.querySelectorAll('[role="option"] .title')].map((each) => each.textContent?.trim()),
    active: () => root.querySelector('[aria-selected="true"] .title')?.textContent?.trim(),
    told: () => root.querySelector('[role="status"]')!.textContent?.trim(),
  };
}

describe('<loop-search>', () => {
  afterEach(() => document.querySelector('loop-search')?.remove());

  it('passes the accessibility audit, with and without results', async () => {
    const {element, type} = await mountSearch();
    await expect(element).to.be.accessible();
    await type('marta');
    await expect(element).to.be.accessible();
  });

  it('asks once for what was typed in one go, and shows what was found by kind', async () => {
    const {inbox, type, titles, told} = await mountSearch();
    await type('marta');
    expect(inbox.called('search')).to.deep.equal([['marta']]);
    expect(titles()).to.deep.equal(['Marta Kowalczyk', 'Jonas', 'Marta Lindqvist']);
    expect(told()).to.equal('3 results');
  });

  it('opens a message with Enter, after the arrows, and closes', async () => {
    const {type, active, selected, dialog, settle} = await mountSearch();
    await type('marta');
    expect(active()).to.equal('Marta Kowalczyk');
    await sendKeys({press: 'ArrowDown'});
    await settle();
    expect(active()).to.equal('Jonas');
    await sendKeys({press: 'Enter'});
    await settle();
    expect(selected).to.deep.equal([['k2', 'm7']]);
    expect(dialog.open).to.equal(false);
  });

  it('opens what is clicked, and closes on a click beside it', async () => {
    const {element, type, selected, dialog, settle} = await mountSearch();
    await type('marta');
    element.shadowRoot!.querySelectorAll<HTMLElement>('[role="option"] .title')[0]!.click();
    await settle();
    expect(selected).to.deep.equal([['k1', undefined]]);
    await element.show();
    dialog.click();
    expect(dialog.open).to.equal(false);
  });

  it('opens the newest conversation of a contact', async () => {
    const {type, selected, settle} = await mountSearch();
    await type('marta');
    await sendKeys({press: 'ArrowUp'});
    await sendKeys({press: 'Enter'});
    await settle();
    expect(selected).to.deep.equal([['k9', undefined]]);
  });

  it('offers the lists before anything is typed', async () => {
    const {titles} = await mountSearch();
    expect(titles()).to.deep.equal(['Active', 'Archived', 'Automated']);
  });

  it('says that nothing was found, and that the search did not work', async () => {
    const {inbox, type, told} = await mountSearch();
    inbox.answers.search = () => Promise.resolve({items: []});
    await type('zzz');
    expect(told()).to.equal('Nothing found for “zzz”');
    inbox.answers.search = () => Promise.reject(new Error('no'));
    await type('z');
    expect(told()).to.equal('The search did not work.');
  });

  it('keeps what is typed from the page around it', async () => {
    const {type} = await mountSearch();
    let heard = 0;
    const listen = () => heard++;
    document.addEventListener('keydown', listen);
    await type('ea');
    document.removeEventListener('keydown', listen);
    expect(heard).to.equal(0);
  });
});
