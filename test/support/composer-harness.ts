import {fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define/composer.js';
import type {WrittenKind} from '../../src/contract/index.js';
import type {LoopComposer} from '../../src/elements/composer/loop-composer.js';
import type {SendOptions} from '../../src/store/commands.js';
import {changedDraft, draftKey, type DraftChange} from '../../src/store/draft.js';
import {conversation, FakeInbox} from './fake-inbox.js';
import './late-parts.js';

/** An inbox that keeps drafts and takes messages as the real one does, and nothing else. */
export function writingInbox(): FakeInbox {
  const inbox = new FakeInbox();
  inbox.commit((state) => {
    state.conversations.put('k1', conversation('k1', {contact: {id: 'c1', name: 'Marta Kowalczyk', email: 'marta@poczta.example'}}));
    state.conversations.put('k2', conversation('k2', {channel: {kind: 'whatsapp'}}));
  });
  inbox.answers.setDraft = (id: string, kind: WrittenKind, change: DraftChange) =>
    inbox.commit((state) => state.drafts.put(draftKey(id, kind), changedDraft(state.drafts, id, kind, change, 0)));
  inbox.answers.compose = (id: string, kind: WrittenKind) => inbox.commit((state) => state.composing.put(id, kind));
  inbox.answers.send = (id: string, kind: WrittenKind) => {
    inbox.commit((state) => state.drafts.delete(draftKey(id, kind)));
    return 'client-1';
  };
  return inbox;
}

/** As if the browser had written every draft by now. */
export const keepDrafts = (inbox: FakeInbox): void =>
  inbox.commit((state) => {
    for (const key of state.drafts.keys()) state.draftsKept.put(key, state.drafts.get(key)!);
  });

export interface ComposerHarness {
  readonly element: LoopComposer;
  readonly inbox: FakeInbox;
  /** The text field, as it is now. */
  readonly input: HTMLTextAreaElement;
  readonly sent: () => (readonly [id: string, kind: WrittenKind, text: string | undefined])[];
  readonly draft: (id: string, kind: WrittenKind) => string | undefined;
  readonly write: (id: string, kind: WrittenKind, text: string) => void;
  readonly button: (name: string) => HTMLElement;
  readonly find: (selector: string) => HTMLElement | null;
  readonly text: () => string;
  readonly settle: () => Promise<void>;
}

export async function mountComposer(inbox: FakeInbox | undefined = writingInbox()): Promise<ComposerHarness> {
  const element = await fixture<LoopComposer>(html`<loop-composer conversation-id="k1" .inbox=${inbox}></loop-composer>`);
  return harnessOf(element, inbox);
}

export function harnessOf(element: LoopComposer, inbox: FakeInbox): ComposerHarness {
  const root = element.shadowRoot!;
  const named = (name: string) =>
    [...root.querySelectorAll<HTMLElement>('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name);
  return {
    element,
    inbox,
    get input() {
      return root.querySelector('textarea')!;
    },
    sent: () => inbox.called('send').map(([id, kind, options]) => [id as string, kind as WrittenKind, (options as SendOptions).body?.value] as const),
    draft: (id, kind) => inbox.state.drafts.get(draftKey(id, kind))?.text,
    write: (id, kind, text) => inbox.commands.setDraft(id, kind, {text}),
    button: (name) => {
      const found = named(name);
      if (!found) throw new Error(`No button named ${name}`);
      return found;
    },
    find: (selector) => root.querySelector<HTMLElement>(selector),
    text: () => root.querySelector<HTMLElement>('.composer')!.innerText,
    settle: async () => {
      await inbox.settle();
      await element.updateComplete;
    },
  };
}

/** A key as an input method's engine reports it; a test driver can't type through one. */
export const composedEnter = (init: KeyboardEventInit): KeyboardEvent =>
  new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true, cancelable: true, ...init});

/** Two keys together, e.g. 'Control' and 'Enter'. */
export async function chord(modifier: string, key: string): Promise<void> {
  await sendKeys({down: modifier});
  await sendKeys({press: key});
  await sendKeys({up: modifier});
}
