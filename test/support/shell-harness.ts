import {ContextProvider} from '@lit/context';
import {fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {inboxContext} from '../../src/controllers/inbox-context.js';
import '../../src/define/inbox.js';
import '../../src/define/provider.js';
import type {LoopInbox} from '../../src/elements/inbox/loop-inbox.js';
import type {LoopList} from '../../src/elements/list/loop-list.js';
import type {LoopMenu} from '../../src/elements/menu/loop-menu.js';
import type {Inbox} from '../../src/store/inbox.js';
import {conversation, FakeInbox} from './fake-inbox.js';
import './late-parts.js';

/** Elements whose code comes after the first look. */
const late = ['loop-list-header', 'loop-menu', 'loop-toasts'];

const allDefined = () => Promise.all(late.map((tag) => customElements.whenDefined(tag)));

export async function frames(count = 3): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** 'k0001' … in order. */
export const many = (count: number) => Array.from({length: count}, (_, index) => conversation(`k${String(index + 1).padStart(4, '0')}`));

/** An inbox whose Active list holds these conversations. */
export function listingInbox(count: number | Parameters<FakeInbox['putList']>[1] = 3, about: Parameters<FakeInbox['putList']>[2] = {}): FakeInbox {
  const inbox = new FakeInbox();
  inbox.putList({view: 'active'}, typeof count === 'number' ? many(count) : count, about);
  return inbox;
}

/** Mounts something inside a provider of `inbox`, in a box of that size. */
export async function mountInside<T extends HTMLElement>(inbox: Inbox, content: TemplateResult, size = {width: 340, height: 600}): Promise<T> {
  const box = document.createElement('div');
  Object.assign(box.style, {inlineSize: `${size.width}px`, blockSize: `${size.height}px`, overflow: 'hidden'});
  new ContextProvider(box, {context: inboxContext, initialValue: inbox}).hostConnected();
  const element = await fixture<T>(content, {parentNode: box});
  await allDefined();
  await frames();
  return element;
}

export class ListHarness {
  constructor(
    readonly element: LoopList,
    readonly inbox: FakeInbox,
  ) {}

  static async mount(inbox: FakeInbox = listingInbox(), content = html`<loop-list view="active"></loop-list>`): Promise<ListHarness> {
    return new ListHarness(await mountInside<LoopList>(inbox, content), inbox);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  get scroller(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.scroller')!;
  }
  get grid(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[role="grid"]')!;
  }
  get rows(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.row[data-id]')];
  }
  get ids(): string[] {
    return this.rows.map((row) => row.dataset['id']!);
  }
  row(id: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(`.row[data-id="${id}"]`)!;
  }
  get focused(): string | undefined {
    return (this.root.activeElement as HTMLElement | null)?.dataset['id'];
  }
  get header(): ShadowRoot {
    return this.root.querySelector('loop-list-header')!.shadowRoot!;
  }
  button(name: string): HTMLElement {
    return [...this.root.querySelectorAll<HTMLElement>('button'), ...this.header.querySelectorAll<HTMLElement>('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name,
    )!;
  }
  text(): string {
    return (this.root.querySelector('.body')!.textContent ?? '').replace(/\s+/g, ' ').trim();
  }
  async settle(): Promise<void> {
    await this.element.updateComplete;
    await frames();
  }
}

export class ShellHarness {
  constructor(
    readonly element: LoopInbox,
    readonly inbox: FakeInbox,
  ) {}

  static async mount(inbox: FakeInbox = listingInbox(), size = {width: 1300, height: 700}): Promise<ShellHarness> {
    const box = document.createElement('div');
    Object.assign(box.style, {inlineSize: `${size.width}px`, blockSize: `${size.height}px`});
    const element = await fixture<LoopInbox>(html`<loop-inbox .inbox=${inbox}></loop-inbox>`, {parentNode: box});
    await allDefined();
    await frames();
    return new ShellHarness(element, inbox);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  get list(): ListHarness {
    return new ListHarness(this.root.querySelector('loop-list')!, this.inbox);
  }
  get menu(): LoopMenu {
    return this.root.querySelector('loop-menu')!;
  }
  menuItem(text: string): HTMLElement {
    return [...this.menu.shadowRoot!.querySelectorAll<HTMLElement>('.item')].find((item) => item.textContent.includes(text))!;
  }
  button(name: string): HTMLElement {
    return [...this.root.querySelectorAll<HTMLElement>('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name,
    )!;
  }
  shows(selector: string): boolean {
    return this.root.querySelector(selector)?.checkVisibility() ?? false;
  }
  get box(): HTMLElement {
    return this.element.parentElement!;
  }
  async settle(): Promise<void> {
    await this.element.updateComplete;
    await frames();
  }
}
