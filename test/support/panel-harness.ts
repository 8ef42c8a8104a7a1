import {fixture, html} from '@open-wc/testing';
import {LoopContact} from '../../src/elements/contact/loop-contact.js';
import type {LoopTicketButton} from '../../src/elements/ticket-button/loop-ticket-button.js';
import {LoopToasts} from '../../src/elements/toasts/loop-toasts.js';
import type {LitElement} from 'lit';
import {inboxContext} from '../../src/controllers/inbox-context.js';
import {ContextProvider} from '@lit/context';
import {define} from '../../src/internal/define.js';
import {tokensLater} from '../../src/styles/tokens-later.js';
import {tokens} from '../../src/styles/tokens.js';
import '../../src/define/ticket-button.js';
import {FakeInbox} from './fake-inbox.js';
import './late-parts.js';

define('loop-contact', LoopContact);
define('loop-toasts', LoopToasts);

/** The page a panel stands in: a provider, with the tokens that its public host would bring. */
async function provide<T extends HTMLElement>(tag: string, inbox: FakeInbox, attributes: Readonly<Record<string, string>> = {}): Promise<T> {
  const place = await fixture<HTMLElement>(html`<div class="panel-place"></div>`);
  const style = document.createElement('style');
  style.textContent = (tokens.cssText + tokensLater.cssText).replaceAll(':host(', ':not(').replaceAll(':host', '.panel-place');
  place.append(style);
  new ContextProvider(place, {context: inboxContext, initialValue: inbox});
  const element = document.createElement(tag) as T;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  place.append(element);
  return element;
}

interface Panel<T> {
  readonly element: T;
  readonly inbox: FakeInbox;
  readonly text: () => string;
  readonly find: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  readonly button: (name: string) => HTMLElement;
  readonly settle: () => Promise<void>;
}

function panel<T extends HTMLElement & {readonly updateComplete: Promise<boolean>}>(element: T, inbox: FakeInbox, root: () => ShadowRoot): Panel<T> {
  return {
    element,
    inbox,
    text: () => [...root().children].map((child) => (child as HTMLElement).innerText).join(' ').replace(/\s+/g, ' '),
    find: (selector) => root().querySelector(selector)!,
    button: (name) => {
      const nameOf = (each: Element) => (each.getAttribute('aria-label') ?? (each as HTMLElement).innerText).replace(/\s+/g, ' ').trim();
      const found = [...root().querySelectorAll<HTMLElement>('button, a')].find((each) => nameOf(each).startsWith(name));
      if (!found) throw new Error(`No button named ${name}`);
      return found;
    },
    settle: async () => {
      await inbox.settle();
      await element.updateComplete;
    },
  };
}

/** Any other panel, of a class that its opener registers. */
export async function mountPanel<T extends LitElement>(tag: string, make: CustomElementConstructor, inbox = new FakeInbox()): Promise<Panel<T>> {
  define(tag, make);
  const element = await provide<T>(tag, inbox);
  await inbox.settle();
  await element.updateComplete;
  return panel(element, inbox, () => element.shadowRoot!);
}

export async function mountToasts(inbox = new FakeInbox()): Promise<Panel<LoopToasts>> {
  const element = await provide<LoopToasts>('loop-toasts', inbox);
  await element.updateComplete;
  return panel(element, inbox, () => element.shadowRoot!);
}

export async function mountContact(inbox: FakeInbox): Promise<Panel<LoopContact>> {
  const element = await provide<LoopContact>('loop-contact', inbox, {'conversation-id': 'k1'});
  await inbox.settle();
  await element.updateComplete;
  return panel(element, inbox, () => element.shadowRoot!);
}

export interface TicketHarness extends Panel<LoopTicketButton> {
  /** Of the dialog; `find`, `text` and `button` look into it. */
  readonly open: () => Promise<void>;
  readonly isOpen: () => boolean;
  readonly field: <E extends HTMLElement = HTMLInputElement>(path: string) => E;
  readonly submit: () => Promise<void>;
}

export async function mountTicketButton(inbox = new FakeInbox(), attributes: Readonly<Record<string, string>> = {'conversation-id': 'k1'}): Promise<TicketHarness> {
  const element = await provide<LoopTicketButton>('loop-ticket-button', inbox, attributes);
  await element.updateComplete;
  return ticketHarness(element, inbox);
}

export function ticketHarness(element: LoopTicketButton, inbox: FakeInbox): TicketHarness {
  const dialog = () => element.shadowRoot!.querySelector('loop-ticket-dialog');
  const inside = panel(element, inbox, () => dialog()?.shadowRoot ?? element.shadowRoot!);
  const settle = async () => {
    await inbox.settle();
    await element.updateComplete;
    await dialog()?.updateComplete;
  };
  return {
    ...inside,
    settle,
    open: async () => {
      await element.open();
      await settle();
    },
    isOpen: () => dialog()?.shadowRoot?.querySelector('dialog')?.open ?? false,
    field: (path) => inside.find(`#field-${path}`),
    submit: async () => {
      inside.find('.submit').click();
      await settle();
    },
  };
}
