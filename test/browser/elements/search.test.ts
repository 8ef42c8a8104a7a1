import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {AdapterError, type SearchHit} from '../../../src/contract/index.js';
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
    expect(inbox.called('search')).to.deep.equal([['marta', {}]]);
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

  it('looks in one kind only, and offers to look everywhere where that has nothing', async () => {
    const {element, inbox, type, settle, told} = await mountSearch();
    inbox.answers.search = (_text: string, {scope}: {scope?: readonly string[]}) => Promise.resolve({items: hits.filter((hit) => (scope ? scope.includes(hit.scope) && hit.scope !== 'message' : true))});
    await type('marta');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'Enter'});
    await settle();
    expect(inbox.called('search').at(-1)).to.deep.equal(['marta', {scope: ['message']}]);
    expect(told()).to.equal('Nothing found for “marta”');
    await expect(element).to.be.accessible();
    [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === 'Search everything')!.click();
    await settle();
    expect(told()).to.equal('3 results');
  });

  it('reads on past the last result, and by the button', async () => {
    const {element, inbox, type, settle, titles} = await mountSearch();
    const page = (from: number) => Array.from({length: 2}, (_, at): SearchHit => ({scope: 'conversation', conversationId: `k${from + at}`, title: `Title ${from + at}`}));
    inbox.answers.search = (_text: string, {cursor}: {cursor?: string}) => Promise.resolve({items: page(Number(cursor ?? 1)), ...(cursor !== '5' && {next: String(Number(cursor ?? 1) + 2)})});
    await type('title');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await settle();
    expect(titles()).to.deep.equal(['Title 1', 'Title 2', 'Title 3', 'Title 4']);
    [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === 'Show more results')!.click();
    await settle();
    expect(titles()).to.deep.equal(['Title 1', 'Title 2', 'Title 3', 'Title 4', 'Title 5', 'Title 6']);
    expect(element.shadowRoot!.querySelector('.below')).to.equal(null);
  });

  it('marks every word that was looked for, in any case, and no sign means anything', async () => {
    const {element, inbox, type} = await mountSearch();
    inbox.answers.search = () => Promise.resolve({items: [{scope: 'message', conversationId: 'k1', title: 'T', excerpt: 'Pole (broken) and another POLE'}]});
    await type('pole (bro');
    expect([...element.shadowRoot!.querySelectorAll('.detail b')].map((mark) => mark.textContent)).to.deep.equal(['Pole', '(bro', 'POLE']);
  });

  it('offers again what was found, until it is cleared', async () => {
    const {element, inbox, type, settle, titles} = await mountSearch();
    inbox.answers.choose = (change: object) => inbox.commit((state) => (state.choices = {...state.choices, ...change}));
    await type('marta');
    await sendKeys({press: 'Enter'});
    await settle();
    expect(inbox.state.choices.recentSearches).to.deep.equal(['marta']);
    await element.show();
    await sendKeys({press: 'Backspace'});
    await settle();
    expect(titles()[0]).to.equal('marta');
    await sendKeys({press: 'Enter'});
    await settle();
    expect(titles()).to.include('Marta Kowalczyk');
    element.shadowRoot!.querySelector('input')!.select();
    await sendKeys({press: 'Backspace'});
    await settle();
    [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === 'Clear recent searches')!.click();
    await settle();
    expect(titles()).to.deep.equal(['Active', 'Archived', 'Automated']);
  });

  it('shows nothing of what another agent looked for', async () => {
    const {element, inbox, type, settle, titles} = await mountSearch();
    await type('marta');
    inbox.commit((state) => (state.session = {...state.session!, identity: 'fake:other'}));
    await settle();
    expect(element.shadowRoot!.querySelector('input')!.value).to.equal('');
    expect(titles()).to.deep.equal(['Active', 'Archived', 'Automated']);
  });

  it('says why it failed, and tries again', async () => {
    const {element, inbox, type, settle, told, titles} = await mountSearch();
    inbox.answers.search = () => Promise.reject(new AdapterError({code: 'network', message: 'no'}));
    await type('marta');
    expect(told()).to.equal('The search did not work. There is no connection. Try again once you are back.');
    inbox.answers.search = () => Promise.resolve({items: hits});
    [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === 'Try again')!.click();
    await settle();
    expect(titles()).to.include('Marta Kowalczyk');
  });

  it('says that a contact has no conversation, and stays', async () => {
    const {inbox, type, settle, told, dialog} = await mountSearch();
    inbox.answers.contactConversations = () => Promise.resolve([]);
    await type('marta');
    await sendKeys({press: 'ArrowUp'});
    await sendKeys({press: 'Enter'});
    await settle();
    expect(dialog.open).to.equal(true);
    expect(told()).to.equal('There is no conversation with Marta Lindqvist.');
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
