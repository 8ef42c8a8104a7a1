import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {rowKey} from '../../../src/elements/list/row-keys.js';
import {keySections} from '../../../src/elements/shortcuts/key-lines.js';
import {LoopShortcuts} from '../../../src/elements/shortcuts/loop-shortcuts.js';
import {keyOf, shortcuts, type Keymap} from '../../../src/internal/keymap.js';
import {everyCapability, FakeInbox} from '../../support/fake-inbox.js';
import {mountPanel} from '../../support/panel-harness.js';
import {frames, listingInbox, ShellHarness} from '../../support/shell-harness.js';

async function mount(keymap?: Keymap, inbox = new FakeInbox()) {
  const it = await mountPanel<LoopShortcuts>('loop-shortcuts', LoopShortcuts, inbox);
  it.element.keymap = keymap;
  await it.element.show();
  await it.settle();
  const lines = () => [...it.element.shadowRoot!.querySelectorAll('li')].map((line) => line.textContent.replace(/\s+/g, ' ').trim());
  return {...it, lines};
}

const sheetOf = ({root}: ShellHarness) => root.querySelector('loop-shortcuts')?.shadowRoot?.querySelector('dialog');

/** A shell with a conversation open, whose composer is there. */
async function opened(): Promise<ShellHarness> {
  const inbox = listingInbox();
  inbox.putThread('k0001', []);
  const harness = await ShellHarness.mount(inbox);
  harness.element.conversationId = 'k0001';
  await harness.settle();
  harness.list.row('k0001').focus();
  return harness;
}

describe('<loop-shortcuts>', () => {
  it('passes the accessibility audit', async () => {
    const {element} = await mount();
    await expect(element).to.be.accessible();
  });

  it('says every shortcut of the keymap, and the keys that no keymap changes', async () => {
    const {lines} = await mount();
    const shown = lines();
    for (const line of ['Next conversation J', 'Search / or Ctrl + K', 'This sheet ?', 'Write a note N', 'Archive E', 'Send ↵Enter or Ctrl + ↵Enter', 'Bold Ctrl + B'])
      expect(shown).to.include(line);
    const letters = new Set(shown.map((line) => line.split(' ').at(-1)!.toLowerCase()));
    for (const shortcut of shortcuts) if (shortcut !== 'search') expect(letters, shortcut).to.include(keyOf(shortcut, undefined));
  });

  it('says the host’s own keys, and leaves out what the host switched off', async () => {
    const {lines} = await mount({archive: 'x', undo: null});
    expect(lines()).to.include('Archive X');
    expect(lines().some((line) => line.startsWith('Undo'))).to.equal(false);
    const none = await mount(false);
    expect(none.element.shadowRoot!.textContent).to.include('This page has switched off single letters');
    expect(none.lines().some((line) => line.startsWith('Archive') || line.startsWith('Search'))).to.equal(false);
    expect(none.lines()).to.include('Open the conversation ↵Enter');
  });

  it('leaves out what the backend does not have, and follows what Enter does for the agent', async () => {
    const inbox = new FakeInbox();
    inbox.commit((state) => {
      state.session = {...state.session!, capabilities: {...everyCapability, kinds: ['reply'], states: ['active', 'archived']}, features: new Set()};
    });
    const {lines, settle} = await mount(undefined, inbox);
    for (const word of ['Write a note', 'Snooze', 'Assign', 'Tags', 'Create a ticket', 'Mention', 'Canned'])
      expect(lines().some((line) => line.startsWith(word)), word).to.equal(false);
    inbox.commit((state) => (state.choices = {...state.choices, enterSends: false}));
    await settle();
    expect(lines()).to.include('Send Ctrl + ↵Enter').and.include('New line ↵Enter');
  });

  it('names no key of the list that the list does not know', () => {
    const list = keySections(new FakeInbox().state, undefined).find(({name}) => name === 'list')!;
    const place = {index: 3, last: 9, pageRows: 2, dir: 'ltr', keymap: undefined, isOpen: false} as const;
    const moves = list.lines.filter(({does}) => 'fixed' in does && ['move', 'open', 'inside'].includes(does.fixed)).flatMap(({ways}) => ways);
    expect(moves.length).to.equal(8);
    for (const [key] of moves) {
      const event = new KeyboardEvent('keydown', {key: key!});
      document.createElement('div').dispatchEvent(event);
      expect(rowKey(event, place), key).not.to.equal(undefined);
    }
  });
});

describe('the keys of <loop-inbox>', () => {
  it('show the sheet on ?, and Escape closes it where the focus was', async () => {
    const harness = await opened();
    await sendKeys({press: '?'});
    await customElements.whenDefined('loop-shortcuts');
    await frames(5);
    expect(sheetOf(harness)?.open).to.equal(true);
    // What lies under the sheet is out of reach.
    await sendKeys({press: 'e'});
    expect(harness.inbox.called('archive')).to.deep.equal([]);
    await sendKeys({press: 'Escape'});
    expect(sheetOf(harness)?.open).to.equal(false);
    expect(harness.list.focused).to.equal('k0001');
  });

  it('do not show it where the host switched it off, nor to who types', async () => {
    const harness = await opened();
    harness.element.keymap = {help: null};
    await sendKeys({press: '?'});
    await frames(5);
    expect(sheetOf(harness) ?? undefined).to.equal(undefined);
    harness.element.keymap = undefined;
    harness.root.querySelector('loop-conversation')!.focus();
    await sendKeys({type: '?n'});
    await frames(5);
    expect(sheetOf(harness) ?? undefined).to.equal(undefined);
    expect(harness.inbox.called('compose')).to.deep.equal([]);
  });

  it('are shown from the support popover too', async () => {
    const harness = await opened();
    harness.menuItem('Support').click();
    await customElements.whenDefined('loop-support');
    await frames(5);
    const support = harness.menu.shadowRoot!.querySelector('loop-support')!;
    [...support.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.includes('Keyboard shortcuts'))!.click();
    await customElements.whenDefined('loop-shortcuts');
    await frames(5);
    expect(sheetOf(harness)?.open).to.equal(true);
  });

  it('write, and do what the buttons of the conversation do', async () => {
    const harness = await opened();
    const conversation = harness.root.querySelector('loop-conversation')!.shadowRoot!;
    await sendKeys({press: 'n'});
    expect(harness.inbox.called('compose')).to.deep.equal([['k0001', 'note']]);
    harness.list.row('k0001').focus();
    await sendKeys({press: 'r'});
    expect(harness.element.shadowRoot!.activeElement?.localName).to.equal('loop-conversation');
    for (const [key, role] of [['a', 'assign'], ['h', 'snooze'], ['l', 'tags']] as const) {
      harness.list.row('k0001').focus();
      await sendKeys({press: key});
      await customElements.whenDefined('loop-conversation-menu');
      await frames(6);
      expect(conversation.querySelector<HTMLElement & {kind: string}>('.popover:popover-open loop-conversation-menu')?.kind, key).to.equal(role);
      await sendKeys({press: 'Escape'});
      await frames(2);
    }
    harness.list.row('k0001').focus();
    await sendKeys({press: 'u'});
    expect(harness.inbox.called('markUnread')).to.deep.equal([['k0001']]);
    await sendKeys({press: 'i'});
    await customElements.whenDefined('loop-conversation-details');
    await frames(5);
    expect(conversation.querySelector('loop-conversation-details')!.shadowRoot!.querySelector('dialog')?.open).to.equal(true);
  });

  it('open the row they are pressed on before anything is written to it', async () => {
    const harness = await opened();
    harness.list.row('k0002').focus();
    await sendKeys({press: 'r'});
    await harness.settle();
    expect(harness.element.conversationId).to.equal('k0002');
    expect(harness.list.focused).to.equal('k0002');
    harness.list.row('k0003').focus();
    await sendKeys({press: 'u'});
    expect(harness.inbox.called('markUnread')).to.deep.equal([['k0003']]);
  });

  it('are the host page’s while no conversation is open', async () => {
    const harness = await ShellHarness.mount();
    harness.menuItem('Active').focus();
    let heard: KeyboardEvent | undefined;
    const hear = (event: KeyboardEvent) => (heard = event);
    document.addEventListener('keydown', hear);
    await sendKeys({press: 'n'});
    document.removeEventListener('keydown', hear);
    expect(heard?.defaultPrevented).to.equal(false);
  });
});
