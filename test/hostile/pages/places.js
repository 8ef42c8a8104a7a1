// Puts the inbox where hosts put it, and tells what is left of what an agent had before them.
import {createMemoryAdapter} from '/loop/loop-inbox.js';
import {all, frame, inbox, show, until} from './desk.js';

const inside = (root, name) => [...all(root.shadowRoot)].find(({localName}) => localName === name);
const field = (of = inbox) => inside(of, 'textarea');
const scroller = () => inside(inbox, 'loop-thread')?.shadowRoot.querySelector('.scroller');

/** The first message that is seen, and where it stands, in px below the edge. */
function place() {
  const top = scroller().getBoundingClientRect().top;
  const first = [...all(scroller())].find((each) => each.localName === 'loop-message' && each.getBoundingClientRect().bottom > top);
  return `${first.message.id} ${Math.round(first.getBoundingClientRect().top - top)}`;
}

/** What `read` gives once it gives the same for ten frames. */
async function steady(read) {
  let value = read();
  for (let same = 0; same < 10; ) {
    await frame();
    const now = read();
    same = now === value ? same + 1 : 0;
    value = now;
  }
  return value;
}

function write(words, of = inbox) {
  field(of).value = words;
  field(of).dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}

/** The colours of the words of mails. */
const colours = () => [...all(inbox.shadowRoot)].filter((each) => each.matches('.sheet')).map(({shadowRoot}) => getComputedStyle(shadowRoot.querySelector('p')).color).join();

/** What an agent has before them: the conversation, the place in it, the draft, and whether it looks as it should. */
const had = async () => ({conversation: inbox.conversationId, place: await steady(place), draft: field().value, look: getComputedStyle(inside(inbox, 'loop-thread')).display, mails: colours()});

/** In the midst of a conversation, with half a sentence written. */
async function begin(file) {
  await show(file);
  await until(() => scroller()?.scrollHeight > 2 * scroller()?.clientHeight);
  await steady(() => scroller().scrollTop);
  scroller().scrollTop = scroller().scrollHeight / 3;
  write('Half a sentence');
  return had();
}

/** Waits until what an agent had is there again, and answers what there is. */
async function again(before) {
  await until(() => field()?.value === before.draft && scroller()?.clientHeight > 0);
  await until(() => place() === before.place && colours() === before.mails);
  return had();
}

/** An empty document in a frame of its own. */
async function otherDocument() {
  const box = document.createElement('iframe');
  box.width = '1200';
  box.height = '700';
  document.body.append(box);
  await until(() => box.contentDocument?.body);
  return box;
}

Object.assign(globalThis.desk, {
  /** @returns what there was before and after the inbox got another parent. */
  async move(file) {
    const before = await begin(file);
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(inbox);
    return [before, await again(before)];
  },

  /** @returns what there was before, and after the inbox was in the document of a frame and came back; whether it was alive there. */
  async adopt(file) {
    const before = await begin(file);
    const box = await otherDocument();
    box.contentDocument.body.append(box.contentDocument.adoptNode(inbox));
    const there = await until(() => field()?.value === before.draft);
    document.body.prepend(document.adoptNode(inbox));
    box.remove();
    return [before, await again(before), there];
  },

  /** A second inbox with the same ids. @returns the drafts, conversations and languages of both, after all of it was changed in one. */
  async twice(file) {
    await show(file);
    const other = document.createElement('loop-inbox');
    document.body.append(other);
    other.adapter = createMemoryAdapter({data: {...file, conversations: file.conversations}, live: false});
    await until(() => [...all(other.shadowRoot)].some((element) => element.matches('.row[data-id]')));
    other.conversationId = 'k';
    await until(() => field(other) && field());
    write('Of the first');
    write('Of the second', other);
    other.lang = 'ar';
    await until(() => getComputedStyle(inside(other, 'loop-thread')).direction === 'rtl');
    const seen = [inbox, other].map((each) => [field(each).value, getComputedStyle(inside(each, 'loop-thread')).direction]);
    const shared = inbox.currentInbox === other.currentInbox;
    other.remove();
    await until(() => field()?.value === 'Of the first');
    return {seen, shared, left: field()?.value};
  },

  /** Loads the file once more from another address, and shows a desk of an adapter from there. @returns how many messages it shows. */
  async loadAgain(address, file) {
    const {createMemoryAdapter: make} = await import(address);
    inbox.adapter = make({data: {...file, conversations: file.conversations.map((each) => ({...each, id: `${each.id}-again`}))}, live: false});
    await until(() => [...all()].some((element) => element.matches('.row[data-id="k-again"]')));
    inbox.conversationId = 'k-again';
    const messages = () => [...all()].filter(({localName}) => localName === 'loop-message');
    await until(() => messages().length === file.conversations[0].messages.length && messages().every(({message}) => message?.conversationId === 'k-again'));
    return messages().length;
  },

  async inClosedTree() {
    const host = document.createElement('div');
    document.body.append(host);
    const element = document.createElement('loop-inbox');
    element.setAttribute('demo', '');
    host.attachShadow({mode: 'closed'}).append(element);
    const isFull = () => element.currentInbox?.state.session !== undefined && element.shadowRoot?.querySelector('loop-list')?.shadowRoot?.querySelector('.row[data-id]');
    const full = await until(() => Boolean(isFull()));
    host.remove();
    return full;
  },

  async inFrame(address) {
    const box = document.createElement('iframe');
    box.src = address;
    box.width = '1000';
    box.height = '600';
    document.body.append(box);
    await until(() => typeof box.contentWindow.desk?.show === 'function');
    const shown = await box.contentWindow.desk.show(globalThis.lastDesk);
    box.remove();
    return shown > 0;
  },

  /** A frame that has no origin: no storage, no locks, no cookies. What is in it cannot be reached from here. */
  addSandbox(address) {
    const box = document.createElement('iframe');
    box.setAttribute('sandbox', 'allow-scripts');
    box.src = address;
    box.width = '1200';
    box.height = '700';
    document.body.append(box);
  },

  write: (words) => write(words),
  draft: () => field().value,
  words: () => [...all()].flatMap((element) => [...(element.shadowRoot ?? element).childNodes]).map((node) => (node.nodeType === Node.TEXT_NODE ? node.data.trim() : '')).filter(Boolean),
});
