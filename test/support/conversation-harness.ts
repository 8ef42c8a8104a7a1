import {fixture, html} from '@open-wc/testing';
import '../../src/define/conversation.js';
import type {LoopConversation} from '../../src/elements/conversation/loop-conversation.js';
import type {LoopMessage} from '../../src/elements/message/loop-message.js';
import type {LoopThread} from '../../src/elements/thread/loop-thread.js';
import type {OutboxEntry} from '../../src/store/outbox-entry.js';
import type {Thread, ThreadMessage} from '../../src/store/state.js';
import {conversation, FakeInbox, message, minutesAgo} from './fake-inbox.js';
import './late-parts.js';

/** Zero-padded, so that texts sort as numbers do. */
export const numbered = (count: number, from = 0): readonly ThreadMessage[] =>
  Array.from({length: count}, (_, index) => {
    const id = String(from + index).padStart(6, '0');
    return message(id, 'k1', {createdAt: minutesAgo(60 * 24 - from - index), body: {format: 'text', value: `Text of ${id}`}});
  });

/** A reply or note of mine on its way. */
export function onItsWay(clientId: string, about: Partial<OutboxEntry> = {}): ThreadMessage {
  const entry: OutboxEntry = {
    clientId,
    conversationId: 'k1',
    kind: 'reply',
    body: {format: 'text', value: 'On its way'},
    createdAt: 0,
    localOrder: 1,
    delivery: 'queued',
    attempts: 0,
    schema: 1,
    ...about,
  };
  return message(clientId, 'k1', {
    kind: entry.kind, clientId, entry, delivery: entry.delivery, body: entry.body, author: {kind: 'agent', id: 'me', name: 'Lena Brandt'}, createdAt: minutesAgo(0),
  });
}

/** An inbox with the conversation 'k1' and these messages. */
export function talkingInbox(messages: readonly ThreadMessage[], about: Partial<Thread> = {}): FakeInbox {
  const inbox = new FakeInbox();
  inbox.commit((state) => state.conversations.put('k1', conversation('k1', {subject: 'Tent pole', contact: {id: 'c1', name: 'Marta Kowalczyk'}})));
  inbox.putThread('k1', messages, about);
  return inbox;
}

export async function frames(count = 3): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

class Harness {
  constructor(
    readonly inbox: FakeInbox,
    readonly element: LoopThread | LoopConversation,
  ) {}

  get thread(): LoopThread {
    return this.element.localName === 'loop-thread' ? (this.element as LoopThread) : this.element.shadowRoot!.querySelector('loop-thread')!;
  }

  get scroller(): HTMLElement {
    return this.thread.shadowRoot!.querySelector<HTMLElement>('.scroller')!;
  }

  get messages(): LoopMessage[] {
    return [...this.thread.shadowRoot!.querySelectorAll('loop-message')];
  }

  message(key: string): LoopMessage {
    const found = this.messages.find((each) => each.dataset['key'] === key);
    if (!found) throw new Error(`No message ${key}`);
    return found;
  }

  /** Every row in order, as a reader sees it: 'day Today', 'New', 'activity …', 'incoming …'. */
  rows(): string[] {
    return [...this.thread.shadowRoot!.querySelectorAll<HTMLElement>('.day, .unread, .activity, loop-message')].map((row) =>
      row.localName === 'loop-message' ? `${row.getAttribute('kind')} ${this.textOf(row as LoopMessage)}` : row.innerText.replace(/\s+/g, ' ').trim(),
    );
  }

  textOf(row: LoopMessage): string {
    const text = row.shadowRoot!.querySelector<HTMLElement>('.text, .rich, .sheet, .deleted');
    return (text?.shadowRoot?.querySelector('body') ?? text)?.innerText.trim() ?? '';
  }

  /** Everything a message shows. */
  seen(key: string): string {
    return [...this.message(key).shadowRoot!.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n').replace(/\s+/g, ' ').trim();
  }

  find<T extends HTMLElement = HTMLElement>(selector: string, key?: string): T | null {
    const root = key === undefined ? this.thread.shadowRoot! : this.message(key).shadowRoot!;
    return root.querySelector<T>(selector);
  }

  /** Of the conversation itself. */
  own<T extends HTMLElement = HTMLElement>(selector: string): T | null {
    return this.element.shadowRoot!.querySelector<T>(selector);
  }

  button(name: string, root: ShadowRoot = this.element.shadowRoot!): HTMLElement {
    const found = [...root.querySelectorAll<HTMLElement>('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.innerText).replace(/\s+/g, ' ').trim() === name,
    );
    if (!found) throw new Error(`No button named ${name}`);
    return found;
  }

  /** The body of a mail, which stands in a tree of its own. */
  mail(key: string): HTMLElement {
    return this.find('.sheet', key)!.shadowRoot!.querySelector('body')!;
  }

  press(key: string, name: string): void {
    this.button(name, this.message(key).shadowRoot!).click();
  }

  strip(): string {
    return this.find('.strip')!.innerText.replace(/\s+/g, ' ').trim();
  }

  /** px between the top of what is seen and the top of a row. */
  offset(key: string): number {
    return this.thread.shadowRoot!.querySelector(`[data-key="${key}"]`)!.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  get fromEnd(): number {
    return Math.round(this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight);
  }

  put(messages: readonly ThreadMessage[], about: Partial<Thread> = {}): Promise<void> {
    this.inbox.putThread('k1', messages, about);
    return this.settle();
  }

  async scrollTo(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.inbox.settle();
    await this.element.updateComplete;
    await frames();
    await Promise.all(this.messages.map((each) => each.updateComplete));
  }
}

export async function mountThread(inbox: FakeInbox): Promise<Harness> {
  const element = await fixture<LoopThread>(
    html`<loop-thread style="block-size: 400px; inline-size: 600px" conversation-id="k1" .inbox=${inbox}></loop-thread>`,
  );
  const harness = new Harness(inbox, element);
  await harness.settle();
  return harness;
}

export async function mountConversation(inbox: FakeInbox, id = 'k1'): Promise<Harness> {
  const element = await fixture<LoopConversation>(
    html`<loop-conversation style="block-size: 600px; inline-size: 900px" conversation-id=${id} .inbox=${inbox}></loop-conversation>`,
  );
  const harness = new Harness(inbox, element);
  await inbox.settle();
  await element.updateComplete;
  if (element.shadowRoot!.querySelector('loop-thread')) await harness.settle();
  return harness;
}
