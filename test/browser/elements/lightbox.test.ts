import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Attachment} from '../../../src/contract/index.js';
import type {LoopLightbox} from '../../../src/elements/lightbox/loop-lightbox.js';
import type {ThreadMessage} from '../../../src/store/state.js';
import {mountThread, onItsWay, talkingInbox} from '../../support/conversation-harness.js';
import {message, type FakeInbox} from '../../support/fake-inbox.js';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const png = (id: string, about: Partial<Attachment> = {}): Attachment => ({id, name: `${id}.gif`, mime: 'image/gif', url: pixel, ...about});
const withFiles = (id: string, ...attachments: Attachment[]): ThreadMessage => message(id, 'k1', {attachments});

/** A backend that hands files out by itself, and how each is answered. */
function handingOut(inbox: FakeInbox, answer: (file: Attachment) => Promise<{href: string; revoke?(): void}>): FakeInbox {
  inbox.commit((state) => (state.session = {...state.session!, features: new Set([...state.session!.features, 'download'])}));
  inbox.answers.fileUrl = answer;
  return inbox;
}

type Thread = Awaited<ReturnType<typeof mountThread>>;

const lightbox = (thread: Thread): LoopLightbox | null => thread.thread.shadowRoot!.querySelector('loop-lightbox');

async function until<T>(read: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = read();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error('It did not come');
}

async function openAt(thread: Thread, key: string, name: string) {
  const button = thread.button(`Open ${name}`, thread.message(key).shadowRoot!);
  button.focus();
  button.click();
  const element = await until(() => lightbox(thread));
  await until(() => element.shadowRoot!.querySelector('dialog[open]'));
  const root = element.shadowRoot!;
  return {
    element,
    button,
    told: () => root.querySelector<HTMLElement>('header [role=status]')!.innerText.replace(/\s+/g, ' ').trim(),
    image: () => root.querySelector('img'),
    press: (label: string) => thread.button(label, root).click(),
    text: () => root.querySelector<HTMLElement>('.place')!.innerText.trim(),
  };
}

describe('<loop-lightbox>', () => {
  const three = () => talkingInbox([withFiles('a', png('one')), withFiles('b', png('two'), png('three'), {id: 'doc', name: 'doc.pdf', mime: 'application/pdf', url: 'https://files.example/doc'})]);

  it('passes the accessibility audit', async () => {
    const thread = await mountThread(three());
    const {element} = await openAt(thread, 'b', 'two.gif');
    await expect(element).to.be.accessible();
  });

  it('shows the picture in full under its name, and where it stands among those of the thread', async () => {
    const thread = await mountThread(three());
    const {told, image} = await openAt(thread, 'b', 'two.gif');
    expect(told()).to.equal('two.gif 2 of 3');
    expect(image()!.alt).to.equal('two.gif');
  });

  it('goes through the pictures by arrow keys, round both ends, and to the first and last', async () => {
    const thread = await mountThread(three());
    const {told, element} = await openAt(thread, 'b', 'three.gif');
    const seen: string[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'ArrowLeft']) {
      await sendKeys({press: key});
      await element.updateComplete;
      seen.push(told());
    }
    expect(seen).to.deep.equal(['one.gif 1 of 3', 'three.gif 3 of 3', 'one.gif 1 of 3', 'three.gif 3 of 3', 'two.gif 2 of 3']);
  });

  it('has buttons for the same', async () => {
    const thread = await mountThread(three());
    const {told, press, element} = await openAt(thread, 'a', 'one.gif');
    press('Next image');
    await element.updateComplete;
    expect(told()).to.equal('two.gif 2 of 3');
    press('Previous image');
    await element.updateComplete;
    expect(told()).to.equal('one.gif 1 of 3');
  });

  it('closes on Escape, goes, and gives the focus back', async () => {
    const thread = await mountThread(three());
    const {button} = await openAt(thread, 'b', 'two.gif');
    await sendKeys({press: 'Escape'});
    await until(() => !lightbox(thread));
    expect(thread.message('b').shadowRoot!.activeElement).to.equal(button);
  });

  it('keeps its keys from the page', async () => {
    const thread = await mountThread(three());
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    try {
      await openAt(thread, 'b', 'two.gif');
      await sendKeys({press: 'j'});
      await sendKeys({press: 'ArrowRight'});
      expect(heard).to.deep.equal([]);
    } finally {
      document.removeEventListener('keydown', hear);
    }
  });

  it('leaves out pictures that wait for consent', async () => {
    const thread = await mountThread(talkingInbox([withFiles('a', png('one')), withFiles('b', png('far', {url: 'https://files.example/far.gif'}))]));
    const {told} = await openAt(thread, 'a', 'one.gif');
    expect(told()).to.equal('one.gif');
  });

  it('asks the backend for a picture where it hands files out, and gives it back on going on and on closing', async () => {
    const revoked: string[] = [];
    const inbox = handingOut(talkingInbox([withFiles('a', png('one', {url: undefined} as Partial<Attachment>), png('two', {url: undefined} as Partial<Attachment>))]), async ({id}) => ({
      href: `${pixel}#${id}`,
      revoke: () => revoked.push(id),
    }));
    const thread = await mountThread(inbox);
    await until(() => [...thread.message('a').shadowRoot!.querySelectorAll('.picture img')].every((image) => image.hasAttribute('src')));
    const {image, element, press} = await openAt(thread, 'a', 'one.gif');
    await until(() => image());
    expect(image()!.src).to.contain('#one');
    press('Next image');
    await element.updateComplete;
    await until(() => image()?.src.endsWith('#two'));
    expect(revoked).to.deep.equal(['one']);
    await sendKeys({press: 'Escape'});
    await until(() => !lightbox(thread));
    expect(revoked).to.deep.equal(['one', 'two']);
    thread.thread.remove();
    expect(revoked).to.deep.equal(['one', 'two', 'one', 'two']);
  });

  it('says so when a picture can’t be had', async () => {
    const inbox = handingOut(talkingInbox([withFiles('a', png('one', {url: undefined} as Partial<Attachment>))]), () => Promise.reject(new Error('gone')));
    const {text, element} = await openAt(await mountThread(inbox), 'a', 'one.gif');
    await until(() => text() === 'It could not be loaded.');
    await expect(element).to.be.accessible();
  });
});

describe('<loop-message> with files', () => {
  const pdf: Attachment = {id: 'doc', name: 'receipt.pdf', mime: 'application/pdf', bytes: 188_416};

  it('passes the accessibility audit with pictures, sound, film and others', async () => {
    const sound = {id: 's', name: 'voice.mp3', mime: 'audio/mpeg', url: 'https://files.example/voice.mp3'};
    const film = {id: 'f', name: 'tent.mp4', mime: 'video/mp4'};
    const inbox = handingOut(talkingInbox([withFiles('a', png('one'), pdf, sound, film)]), () => Promise.reject(new Error('gone')));
    const {thread} = await mountThread(inbox);
    await expect(thread).to.be.accessible();
  });

  it('saves a file that the backend hands out, under its name', async () => {
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(`${this.download} ${this.href} ${this.target}`);
    };
    let revoked = 0;
    try {
      const inbox = handingOut(talkingInbox([withFiles('a', pdf)]), async () => ({href: 'blob:https://here/1', revoke: () => void revoked++}));
      const thread = await mountThread(inbox);
      thread.find('button.file', 'a')!.click();
      await thread.settle();
      expect(saved).to.deep.equal(['receipt.pdf blob:https://here/1 ']);
      expect(revoked).to.equal(0);
      await inbox.clock.advance(60_000);
      expect(revoked).to.equal(1);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('says so when it can’t be had, and tries again', async () => {
    const inbox = handingOut(talkingInbox([withFiles('a', pdf)]), () => Promise.reject(new Error('gone')));
    const thread = await mountThread(inbox);
    thread.find('button.file', 'a')!.click();
    await thread.settle();
    expect(thread.seen('a')).to.contain('It could not be loaded.');
    thread.find('button.file', 'a')!.click();
    await thread.settle();
    expect(inbox.called('fileUrl').length).to.equal(2);
  });

  it('never saves from an address that runs', async () => {
    const inbox = handingOut(talkingInbox([withFiles('a', pdf)]), async () => ({href: 'javascript:alert(1)'}));
    const thread = await mountThread(inbox);
    thread.find('button.file', 'a')!.click();
    await thread.settle();
    expect(thread.seen('a')).to.contain('It could not be loaded.');
  });

  it('plays sound at its address with the browser’s controls, and fetches nothing before', async () => {
    const thread = await mountThread(talkingInbox([withFiles('a', {id: 's', name: 'voice.mp3', mime: 'audio/mpeg', url: 'https://files.example/voice.mp3'})]));
    const audio = thread.find<HTMLAudioElement>('audio', 'a' as never)!;
    expect([audio.controls, audio.preload, audio.src]).to.deep.equal([true, 'none', 'https://files.example/voice.mp3']);
    expect(thread.find('.media a.file', 'a')!.title).to.equal('Download voice.mp3');
  });

  it('fetches film that the backend hands out when it is to be played, in a box that stays as it is', async () => {
    const revoked: string[] = [];
    const inbox = handingOut(talkingInbox([withFiles('a', {id: 'f', name: 'tent.mp4', mime: 'video/mp4'})]), async ({id}) => ({
      href: 'data:video/mp4;base64,AAAA',
      revoke: () => revoked.push(id),
    }));
    const thread = await mountThread(inbox);
    const before = thread.find('.media', 'a')!.getBoundingClientRect().height;
    expect(inbox.called('fileUrl').length).to.equal(0);
    thread.button('Play tent.mp4', thread.message('a').shadowRoot!).click();
    await thread.settle();
    const video = thread.find<HTMLVideoElement & HTMLElement>('video', 'a')!;
    expect([video.controls, video.autoplay]).to.deep.equal([true, true]);
    expect(thread.find('.media', 'a')!.getBoundingClientRect().height).to.equal(before);
    thread.thread.remove();
    expect(revoked).to.deep.equal(['f']);
  });

  it('shows a drawing as a picture only: it is never a page of its own', async () => {
    const thread = await mountThread(talkingInbox([withFiles('a', {id: 'v', name: 'map.svg', mime: 'image/svg+xml', url: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'})]));
    expect(thread.find('img', 'a')!.getAttribute('alt')).to.equal('map.svg');
    expect(thread.find('a', 'a')).to.equal(null);
  });

  it('shows the picture of a message that is on its way', async () => {
    const blob = await (await fetch(pixel)).blob();
    const way = onItsWay('m', {files: [{name: 'mine.gif', mime: 'image/gif', blob}]});
    const thread = await mountThread(talkingInbox([{...way, attachments: [{id: 'm/0', name: 'mine.gif', mime: 'image/gif', bytes: blob.size}]}]));
    const image = thread.find<HTMLImageElement & HTMLElement>('.picture img', 'm')!;
    await until(() => image.src.startsWith('blob:') && image.naturalWidth === 1);
  });

  it('gives every address of a blob back: of what was shown, opened, played and saved', async () => {
    const {createObjectURL, revokeObjectURL} = URL;
    const {click} = HTMLAnchorElement.prototype;
    const open = new Set<string>();
    let made = 0;
    URL.createObjectURL = (of) => {
      const address = createObjectURL.call(URL, of);
      open.add(address);
      made++;
      return address;
    };
    URL.revokeObjectURL = (address) => {
      open.delete(address);
      revokeObjectURL.call(URL, address);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      const blob = await (await fetch(pixel)).blob();
      const files = [{name: 'mine.gif', mime: 'image/gif', blob}];
      const way = {...onItsWay('m', {files}), attachments: [{id: 'm/0', name: 'mine.gif', mime: 'image/gif', bytes: blob.size}]};
      const theirs = withFiles('a', pdf, {id: 'f', name: 'tent.mp4', mime: 'video/mp4'}, png('far', {url: undefined}));
      const inbox = handingOut(talkingInbox([theirs, way]), async () => {
        const href = URL.createObjectURL(blob);
        return {href, revoke: () => URL.revokeObjectURL(href)};
      });
      const thread = await mountThread(inbox);
      await until(() => thread.find<HTMLImageElement & HTMLElement>('.picture img', 'm')?.src.startsWith('blob:'));
      await until(() => thread.find<HTMLImageElement & HTMLElement>('.picture img', 'a')?.src.startsWith('blob:'));
      const opened = await openAt(thread, 'a', 'far.gif');
      await until(() => opened.image()?.src.startsWith('blob:'));
      opened.press('Close');
      thread.find('button.file', 'a')!.click();
      thread.button('Play tent.mp4', thread.message('a').shadowRoot!).click();
      await until(() => thread.find('video', 'a'));
      thread.thread.remove();
      await inbox.clock.advance(60_000);
      expect(made, 'addresses').to.be.greaterThanOrEqual(5);
      expect([...open], 'not given back').to.deep.equal([]);
    } finally {
      Object.assign(URL, {createObjectURL, revokeObjectURL});
      HTMLAnchorElement.prototype.click = click;
    }
  });
});
