import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/inbox.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';
import {LoopNotifications} from '../../../src/elements/notifications/loop-notifications.js';
import {LoopSearch} from '../../../src/elements/search/loop-search.js';
import {showDesktop} from '../../../src/internal/alert.js';
import {define} from '../../../src/internal/define.js';
import {deepQuery} from '../../support/deep.js';
import {conversation, FakeInbox, message, minutesAgo} from '../../support/fake-inbox.js';
import {mountPanel, mountTicketButton} from '../../support/panel-harness.js';
import '../../support/late-parts.js';
import {frames} from '../../support/shell-harness.js';

define('loop-search', LoopSearch);

/** Every character that turns what follows it, or the neighbours of what it stands beside. */
const controls = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

/** A name that turns what comes after it, with a word to know it by. */
const turning = (word: string): string => `${word} 12${controls}\u202e`;

/** Texts and attributes under a root, through shadow roots. */
function* places(root: Node): Generator<{readonly text: string; readonly node: Node}> {
  if (root instanceof Text) yield {text: root.data, node: root};
  if (root instanceof HTMLStyleElement) return;
  if (root instanceof Element) {
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'download']) {
      const text = root.getAttribute(name);
      if (text) yield {text, node: root};
    }
    if (root.shadowRoot) for (const child of root.shadowRoot.childNodes) yield* places(child);
  }
  for (const child of root.childNodes) yield* places(child);
}

/** What is left once every isolation that is closed has been taken out, with what it holds. */
const outside = (text: string): string => text.replace(/\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069/g, '').replace(/[\u061c\u200e\u200f]/g, '');
const turns = (text: string): boolean => /[\u202a-\u202e\u2066-\u2069]/.test(outside(text));

/** The innermost element that keeps what is in it from turning what is around it. */
function box(node: Node): Element {
  for (let each = node.parentElement; each; each = each.parentElement) {
    const {unicodeBidi, display} = getComputedStyle(each);
    if (/isolate|plaintext/.test(unicodeBidi) || !/^(inline|contents)$/.test(display)) return each;
  }
  throw new Error('It stands in no element');
}

/** Where something that turns shares its line with anything else. */
function unkept(root: Node): string[] {
  return [...places(root)].flatMap(({text, node}) => {
    if (!turns(text)) return [];
    // An attribute is a line of its own: its name alone may turn, in a sentence it must not.
    const around = node instanceof Text ? box(node).textContent : text;
    const others = [...(around ?? '')].filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');
    const own = [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');
    const isAlone = node instanceof Text ? others === own : /^[A-Z]+ ?12[^\p{L}\p{N}]*$/u.test(text);
    return isAlone ? [] : [`${text} in ${around}`];
  });
}

/** The words that were found under a root. */
const found = (root: Node, words: readonly string[]): string[] => {
  const all = [...places(root)].map(({text}) => text).join('\n');
  return words.filter((word) => all.includes(word));
};

function hostileInbox(): FakeInbox {
  const inbox = new FakeInbox();
  const contact = {id: 'c1', name: turning('CONTACT')};
  const assignee = {id: 'ann', name: turning('ASSIGNEE')};
  const one = conversation('k1', {subject: turning('SUBJECT'), preview: turning('PREVIEW'), contact, assignee, tags: [{id: 'a', name: turning('TAGA')}, {id: 'b', name: turning('TAGB')}], channel: {kind: 'email', name: turning('CHANNEL')}, unread: 2});
  inbox.putList({view: 'active'}, [one, conversation('k2')]);
  inbox.putThread('k1', [
    message('a', 'k1', {author: {kind: 'contact', id: 'c1', name: turning('AUTHOR')}, mail: {from: {address: 'a@b.example', name: turning('SENDER')}, to: [{address: 'c@d.example', name: turning('RECEIVER')}], subject: turning('MAILSUBJECT')}, attachments: [{id: 'f', name: `${turning('FILE')}fdp.exe`, mime: 'application/pdf', bytes: 2_000, url: 'data:application/pdf,x'}]}),
    message('b', 'k1', {kind: 'note', author: {kind: 'agent', id: 'ann', name: turning('COLLEAGUE')}}),
  ]);
  inbox.commit((state) => {
    state.contacts.put('c1', {id: 'c1', name: turning('CONTACT'), company: turning('COMPANY'), email: 'a@b.example', attributes: [{key: 'plan', label: turning('LABEL'), value: turning('VALUE')}]});
    state.tickets.put('k1', [{id: 't', number: turning('NUMBER'), title: turning('TICKET'), status: turning('STATUS'), open: true}]);
    state.typing.put('k1', [{author: {kind: 'contact', name: turning('TYPIST')}, kind: 'reply'}]);
    state.presence.put('k1', [{agent: {id: 'x', name: turning('VIEWER')}, doing: 'viewing'}]);
    state.views = [...state.views, {id: 'saved', label: turning('VIEW'), role: 'saved'}];
  });
  return inbox;
}

describe('a name that turns what follows', () => {
  it('turns nothing in list, conversation, details and menu', async () => {
    const element = await fixture<LoopInbox>(html`<loop-inbox style="inline-size: 1500px; block-size: 800px" .inbox=${hostileInbox()} conversation-id="k1"></loop-inbox>`);
    for (let left = 100; left > 0 && !deepQuery(element, 'loop-contact', '.ticket, [class*=ticket]'); left--) await frames(1);
    await frames(5);
    const words = ['CONTACT', 'ASSIGNEE', 'SUBJECT', 'PREVIEW', 'TAGA', 'SENDER', 'FILE', 'COLLEAGUE', 'COMPANY', 'LABEL', 'VALUE', 'TICKET', 'TYPIST', 'VIEWER', 'VIEW'];
    expect(found(element, words), 'is shown').to.deep.equal(words);
    expect(unkept(element)).to.deep.equal([]);
  });

  it('turns nothing among what was found', async () => {
    const inbox = hostileInbox();
    inbox.commit((state) => (state.session = {...state.session!, features: new Set([...state.session!.features, 'search'])}));
    inbox.answers.search = () => Promise.resolve({items: [{scope: 'conversation', conversationId: 'k1', title: turning('TITLE'), excerpt: turning('EXCERPT'), at: minutesAgo(5)}]});
    const element = Object.assign(document.createElement('loop-search'), {inbox});
    document.body.append(element);
    await element.show();
    const field = element.shadowRoot!.querySelector('input')!;
    field.value = 'a';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await inbox.clock.advance(500);
    await inbox.settle();
    await element.updateComplete;
    expect(found(element, ['TITLE', 'EXCERPT'])).to.deep.equal(['TITLE', 'EXCERPT']);
    expect(unkept(element)).to.deep.equal([]);
    element.remove();
  });

  it('turns nothing among notifications', async () => {
    const inbox = new FakeInbox();
    inbox.commit((state) => {
      state.notifications.items.put('n', {id: 'n', kind: 'mention', conversationId: 'k1', title: turning('TOLD'), body: turning('BODY'), createdAt: minutesAgo(5), readAt: null});
      state.notifications.ids.place('n', 1);
      state.notifications = {...state.notifications, status: 'ready', unread: 1, version: 1};
    });
    const {element} = await mountPanel<LoopNotifications>('loop-notifications', LoopNotifications, inbox);
    expect(found(element, ['TOLD', 'BODY'])).to.deep.equal(['TOLD', 'BODY']);
    expect(unkept(element)).to.deep.equal([]);
  });

  it('turns nothing in the dialog of a ticket', async () => {
    const inbox = hostileInbox();
    inbox.answers.ticketForm = () => Promise.resolve({fields: [{key: 'p', label: turning('FIELD'), kind: 'select', options: [{value: 'x', label: turning('OPTION')}]}]});
    const ticket = await mountTicketButton(inbox);
    await ticket.open();
    expect(found(ticket.element, ['FIELD'])).to.deep.equal(['FIELD']);
    expect(unkept(ticket.element)).to.deep.equal([]);
  });

  it('turns nothing in a notification of the desktop', () => {
    const real = globalThis.Notification;
    const hasFocus = document.hasFocus;
    const shown: string[] = [];
    globalThis.Notification = class {
      static readonly permission = 'granted';
      constructor(title: string, {body = ''}: NotificationOptions = {}) {
        shown.push(title, body);
      }
    } as never;
    document.hasFocus = () => false;
    try {
      showDesktop({id: 'n', kind: 'mention', conversationId: 'k1', title: turning('TOLD'), body: turning('BODY'), createdAt: minutesAgo(5), readAt: null}, () => undefined);
    } finally {
      globalThis.Notification = real;
      document.hasFocus = hasFocus;
    }
    expect(shown.map((text) => text.slice(1, 5))).to.deep.equal(['TOLD', 'BODY']);
    expect(shown.filter(turns)).to.deep.equal([]);
    expect(shown.map((text) => text[0] + text.at(-1)!)).to.deep.equal(['\u2068\u2069', '\u2068\u2069']);
  });
});
