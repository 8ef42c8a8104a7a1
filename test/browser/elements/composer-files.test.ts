import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Capabilities, FileInput, WrittenKind} from '../../../src/contract/index.js';
import type {LoopMessageSendEvent} from '../../../src/events/message-events.js';
import type {DraftChange} from '../../../src/store/draft.js';
import {changedDraft, draftKey} from '../../../src/store/draft.js';
import {harnessOf, keepDrafts, mountComposer, writingInbox, type ComposerHarness} from '../../support/composer-harness.js';
import {mountConversation, talkingInbox} from '../../support/conversation-harness.js';
import type {FakeInbox} from '../../support/fake-inbox.js';

const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (each) => each.charCodeAt(0));
const picture = (name = 'photo.png') => new File([png], name, {type: 'image/png'});
const text = (name: string, size = 4) => new File(['x'.repeat(size)], name, {type: 'text/plain'});

/** As the store does: a change keeps what it does not name. */
function keepsFiles(inbox: FakeInbox): FakeInbox {
  inbox.answers.setDraft = (id: string, kind: WrittenKind, change: DraftChange) =>
    inbox.commit((state) => state.drafts.put(draftKey(id, kind), changedDraft(state.drafts, id, kind, change, 0)));
  return inbox;
}

function limited(limits: Partial<NonNullable<Capabilities['attachments']>> | undefined, inbox = keepsFiles(writingInbox())): FakeInbox {
  inbox.commit((state) => {
    const session = state.session!;
    const {attachments: _before, ...capabilities} = session.capabilities;
    state.session = {...session, capabilities: {...capabilities, ...(limits && {attachments: {mode: 'inline', progress: false, ...limits}})}};
  });
  return inbox;
}

const filesOf = (inbox: FakeInbox, id = 'k1', kind: WrittenKind = 'reply') =>
  (inbox.state.drafts.get(draftKey(id, kind))?.files ?? []).map(({name}) => name);

const transfer = (...files: File[]): DataTransfer => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
};

const drag = (type: string, data: DataTransfer) => new DragEvent(type, {dataTransfer: data, bubbles: true, composed: true, cancelable: true});

function choose(it: ComposerHarness, ...files: File[]): Promise<void> {
  const input = it.find('input[type=file]') as HTMLInputElement;
  input.files = transfer(...files).files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
  return it.settle();
}

function paste(it: ComposerHarness, data: DataTransfer): Promise<void> {
  const event = new ClipboardEvent('paste', {bubbles: true, composed: true, cancelable: true});
  // Firefox leaves out files that are given to the constructor.
  Object.defineProperty(event, 'clipboardData', {value: data});
  it.input.dispatchEvent(event);
  return it.settle();
}

const chips = (it: ComposerHarness) => [...it.element.shadowRoot!.querySelectorAll<HTMLElement>('.files .file')].map((chip) => ['.name', '.size'].map((part) => chip.querySelector(part)!.textContent).join(' '));

describe('<loop-composer> with files', () => {
  it('passes the accessibility audit with files, and with one that was refused', async () => {
    const it = await mountComposer(limited({maxBytes: 100}));
    await choose(it, picture(), text('list.txt'), text('large.txt', 101));
    await expect(it.element).to.be.accessible();
    it.inbox.commands.compose('k1', 'note');
    await it.settle();
    await choose(it, picture());
    await expect(it.element).to.be.accessible();
  });

  describe('taking them', () => {
    it('shows those that are chosen with their names, sizes and pictures', async () => {
      const it = await mountComposer(limited({}));
      await choose(it, picture(), text('a-long-list-of-spare-parts.txt', 1500));
      expect(chips(it)).to.deep.equal(['photo.png 70 bytes', 'a-long-list-of-spare-parts.txt 2 kB']);
      const shown = it.find('.thumb img') as HTMLImageElement;
      await shown.decode();
      expect(shown.naturalWidth).to.equal(1);
      expect(it.find('[role=status]')!.textContent).to.equal('2 files attached');
      expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
    });

    it('adds to what is there, also the same file again', async () => {
      const it = await mountComposer(limited({}));
      await choose(it, text('list.txt'));
      await choose(it, text('list.txt'));
      expect(filesOf(it.inbox)).to.deep.equal(['list.txt', 'list (2).txt']);
    });

    it('takes files that are pasted, and leaves text to the field', async () => {
      const it = await mountComposer(limited({}));
      await paste(it, transfer(picture('image.png')));
      expect(filesOf(it.inbox)).to.deep.equal(['image.png']);
      const office = transfer(picture('sheet.png'));
      office.setData('text/plain', '12');
      office.setData('text/html', '<td>12</td>');
      await paste(it, office);
      expect(filesOf(it.inbox)).to.deep.equal(['image.png']);
    });

    it('names each file that does not fit, says why, and keeps the rest', async () => {
      const it = await mountComposer(limited({maxBytes: 2000, maxCount: 2, accept: ['.txt', 'image/*']}));
      await choose(it, text('one.txt'), text('large.txt', 2001), new File(['x'], 'setup.exe'), picture(), text('third.txt'));
      expect(filesOf(it.inbox)).to.deep.equal(['one.txt', 'photo.png']);
      expect([...it.element.shadowRoot!.querySelectorAll('[role=alert] li')].map((each) => each.textContent)).to.deep.equal([
        'large.txt was not added: it is larger than 2 kB.',
        'setup.exe was not added: files of this kind are not accepted here.',
        'third.txt was not added: there can be at most 2 files.',
      ]);
      it.button('Dismiss').click();
      await it.settle();
      expect(it.find('[role=alert] li')).to.equal(null);
    });

    it('says nothing more of what was refused once the agent has gone on', async () => {
      const it = await mountComposer(limited({maxBytes: 10}));
      await choose(it, text('large.txt', 11));
      it.inbox.commands.compose('k1', 'note');
      await it.settle();
      expect(it.find('[role=alert] li')).to.equal(null);
    });
  });

  describe('belonging to the draft', () => {
    it('keeps them apart for reply and note, and for each conversation', async () => {
      const it = await mountComposer(limited({}));
      await choose(it, text('for-the-customer.txt'));
      it.inbox.commands.compose('k1', 'note');
      await it.settle();
      expect(chips(it)).to.deep.equal([]);
      await choose(it, text('for-us.txt'));
      it.inbox.commands.compose('k1', 'reply');
      await it.settle();
      expect(chips(it)).to.deep.equal(['for-the-customer.txt 4 bytes']);
      it.element.conversationId = 'k2';
      await it.settle();
      expect(chips(it)).to.deep.equal([]);
      expect(filesOf(it.inbox, 'k1', 'note')).to.deep.equal(['for-us.txt']);
    });

    it('gives a chosen file to the kind and conversation that were asked for', async () => {
      const it = await mountComposer(limited({}));
      const input = it.find('input[type=file]') as HTMLInputElement;
      input.files = transfer(text('mine.txt')).files;
      it.element.conversationId = 'k2';
      input.dispatchEvent(new Event('change'));
      await it.settle();
      expect(filesOf(it.inbox, 'k1')).to.deep.equal(['mine.txt']);
      expect(filesOf(it.inbox, 'k2')).to.deep.equal([]);
    });

    it('is not empty with files alone, says that it is saved, and sends them', async () => {
      const it = await mountComposer(limited({}));
      await choose(it, text('alone.txt'));
      expect(it.element.matches(':state(empty)')).to.equal(false);
      keepDrafts(it.inbox);
      await it.settle();
      expect(it.text()).to.contain('Draft saved');
      const asked: LoopMessageSendEvent[] = [];
      it.element.addEventListener('loop-message-send', (event) => asked.push(event));
      await sendKeys({press: 'Enter'});
      await it.settle();
      expect(asked.map(({files}) => files.map(({name}) => name))).to.deep.equal([['alone.txt']]);
      expect(it.sent()).to.deep.equal([['k1', 'reply', '']]);
      expect(chips(it)).to.deep.equal([]);
    });

    it('takes one away by its button; the focus goes to the next, and from the last to where more are added', async () => {
      const it = await mountComposer(limited({}));
      await choose(it, text('one.txt'), text('two.txt'), text('three.txt'));
      const focused = () => it.element.shadowRoot!.activeElement?.getAttribute('aria-label');
      it.button('Remove two.txt').click();
      await it.settle();
      expect(filesOf(it.inbox)).to.deep.equal(['one.txt', 'three.txt']);
      expect(focused()).to.equal('Remove three.txt');
      it.button('Remove three.txt').click();
      await it.settle();
      expect(focused()).to.equal('Remove one.txt');
      it.button('Remove one.txt').click();
      await it.settle();
      expect(focused()).to.equal('Attach files');
    });
  });

  describe('where they are not wanted', () => {
    const withoutFiles = async (inbox: FakeInbox) => {
      const it = await mountComposer(inbox);
      expect(it.find('.attach')).to.equal(null);
      await paste(it, transfer(picture()));
      expect(filesOf(inbox)).to.deep.equal([]);
    };

    it('offers nothing where the backend takes none', () => withoutFiles(limited(undefined)));

    it('offers nothing where it is denied here', () => {
      const inbox = limited({});
      inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, deny: {attach: 'Not by this channel.'}}));
      return withoutFiles(inbox);
    });

    it('shows what is in the draft all the same, so that it can be taken away', async () => {
      const inbox = limited(undefined);
      inbox.commands.setDraft('k1', 'reply', {files: [{name: 'old.txt', mime: 'text/plain', blob: text('old.txt')}] satisfies FileInput[]});
      const it = await mountComposer(inbox);
      it.button('Remove old.txt').click();
      await it.settle();
      expect(filesOf(inbox)).to.deep.equal([]);
    });
  });

  describe('dropping them', () => {
    const cover = (it: ComposerHarness) => it.find('.drop');

    it('covers the whole conversation while files are held over it, says to what they would be attached, and takes them', async () => {
      const conversation = await mountConversation(limited({}, keepsFiles(talkingInbox([]))));
      const it = harnessOf(conversation.own('loop-composer')!, conversation.inbox);
      conversation.inbox.commands.compose('k1', 'note');
      conversation.inbox.commit((state) => state.composing.put('k1', 'note'));
      await it.settle();
      const data = transfer(text('dropped.txt'));
      conversation.thread.dispatchEvent(drag('dragenter', data));
      expect(cover(it)!.innerText.trim()).to.equal('Drop files to attach them to your note, for your team only');
      const [over, whole] = [cover(it)!, conversation.element].map((each) => each.getBoundingClientRect());
      expect([over!.top, over!.left, over!.width, over!.height]).to.deep.equal([whole!.top, whole!.left, whole!.width, whole!.height]);
      const dropped = drag('drop', data);
      conversation.thread.dispatchEvent(dropped);
      await it.settle();
      expect(dropped.defaultPrevented).to.equal(true);
      expect(cover(it)!.matches(':popover-open')).to.equal(false);
      expect(filesOf(conversation.inbox, 'k1', 'note')).to.deep.equal(['dropped.txt']);
      expect(filesOf(conversation.inbox)).to.deep.equal([]);
    });

    it('uncovers it when they are taken elsewhere, not on the way between two of its parts', async () => {
      const it = await mountComposer(limited({}));
      const data = transfer(text('list.txt'));
      it.input.dispatchEvent(drag('dragenter', data));
      it.find('.attach')!.dispatchEvent(drag('dragenter', data));
      it.input.dispatchEvent(drag('dragleave', data));
      expect(cover(it)!.matches(':popover-open')).to.equal(true);
      it.find('.attach')!.dispatchEvent(drag('dragleave', data));
      expect(cover(it)!.matches(':popover-open')).to.equal(false);
    });

    it('does not let the browser leave the page for a file that is not taken', async () => {
      const it = await mountComposer(limited(undefined));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = drag(type, transfer(text('list.txt')));
        it.element.dispatchEvent(event);
        expect(event.defaultPrevented, type).to.equal(true);
      }
      expect(filesOf(it.inbox)).to.deep.equal([]);
    });

    it('leaves text that is dragged to the field', async () => {
      const it = await mountComposer(limited({}));
      const data = new DataTransfer();
      data.setData('text/plain', 'words');
      const event = drag('dragover', data);
      it.input.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });

    it('covers nothing once it is removed', async () => {
      const conversation = await mountConversation(limited({}, keepsFiles(talkingInbox([]))));
      const composer = conversation.own('loop-composer')!;
      composer.remove();
      const event = drag('dragover', transfer(text('list.txt')));
      conversation.element.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });
  });

  describe('their pictures', () => {
    it('give their memory back when they are not shown any more', async () => {
      const revoked: string[] = [];
      const revoke = URL.revokeObjectURL;
      URL.revokeObjectURL = (url) => {
        revoked.push(url);
        revoke.call(URL, url);
      };
      try {
        const it = await mountComposer(limited({}));
        await choose(it, picture('one.png'), picture('two.png'));
        const [one, two] = [...it.element.shadowRoot!.querySelectorAll('img')].map(({src}) => src);
        it.button('Remove one.png').click();
        await it.settle();
        expect(revoked).to.deep.equal([one]);
        it.element.remove();
        expect(revoked).to.deep.equal([one, two]);
        (await fixture(html`<div></div>`)).append(it.element);
        await it.settle();
        const shown = it.find('.thumb img') as HTMLImageElement;
        await shown.decode();
        expect(shown.naturalWidth).to.equal(1);
      } finally {
        URL.revokeObjectURL = revoke;
      }
    });

    it('are left away where a file only says that it is one', async () => {
      const it = await mountComposer(limited({}));
      await choose(it, new File(['no picture'], 'broken.png', {type: 'image/png'}));
      const image = it.find('.thumb img') as HTMLImageElement;
      await image.decode().catch(() => undefined);
      await it.settle();
      expect(image.hidden).to.equal(true);
    });
  });
});
