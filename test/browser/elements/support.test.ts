import {expect} from '@open-wc/testing';
import {LoopSupport} from '../../../src/elements/support/loop-support.js';
import {conversation, FakeInbox} from '../../support/fake-inbox.js';
import {mountPanel} from '../../support/panel-harness.js';

function clipboard(write: ((text: string) => Promise<void>) | undefined): () => void {
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: write && {writeText: write}});
  return () => void Reflect.deleteProperty(navigator, 'clipboard');
}

async function mount() {
  const inbox = new FakeInbox();
  inbox.commit((state) => state.conversations.put('k1', conversation('k1', {contact: {id: 'c1', name: 'Marta Kowalczyk', email: 'marta@example.com'}, subject: 'Broken pole'})));
  const it = await mountPanel<LoopSupport>('loop-support', LoopSupport, inbox);
  it.element.support = {url: 'https://help.example', label: 'Handbook', mail: 'help@example.com'};
  await it.settle();
  return it;
}

describe('<loop-support>', () => {
  let restore = () => undefined as void;
  afterEach(() => restore());

  it('passes the accessibility audit', async () => {
    const {element} = await mount();
    await expect(element).to.be.accessible();
  });

  it('links what the host offers, and nothing that would run a script', async () => {
    const it = await mount();
    expect(it.button('Handbook').getAttribute('href')).to.equal('https://help.example/');
    expect(it.button('help@example.com').getAttribute('href')).to.equal('mailto:help@example.com');
    it.element.support = {url: 'javascript:alert(1)'};
    await it.settle();
    expect(it.element.shadowRoot!.querySelector('a')).to.equal(null);
  });

  it('copies version, adapter and connection, and no word of a customer or of the agent', async () => {
    let copied = '';
    restore = clipboard(async (text) => void (copied = text));
    const it = await mount();
    it.button('Copy diagnostics').click();
    await it.settle();
    expect(it.text()).to.contain('Copied');
    expect(copied).to.match(/Loop Inbox \d+\.\d+\.\d+/).and.contain('fake').and.contain('live');
    expect(copied).to.not.match(/Marta|marta|Broken pole|Lena|c1|k1/);
  });

  for (const [page, write] of [['has no clipboard', undefined], ['may not use it', () => Promise.reject(new Error('denied'))]] as const)
    it(`shows the lines to copy by hand, chosen, where the page ${page}`, async () => {
      restore = clipboard(write);
      const it = await mount();
      it.button('Copy diagnostics').click();
      await it.settle();
      await it.settle();
      const lines = it.find<HTMLTextAreaElement>('textarea');
      expect(lines.value).to.contain('Loop Inbox');
      expect(lines.selectionEnd! - lines.selectionStart!).to.equal(lines.value.length);
      await expect(it.element).to.be.accessible();
    });
});
