import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import type {Id, Macro, WrittenKind} from '../../contract/index.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import type {Locale} from '../../i18n/locale.js';
import type {Inbox} from '../../store/inbox.js';
import type {InboxState} from '../../store/state.js';
import {selectDenial, selectDraft} from '../../store/selectors.js';
import {openGaps} from './gaps.js';
import {insertText} from './insert-text.js';
import {suggestionList} from './suggestion-list.js';
import {findSuggestions, signsFor, type Suggestion} from './suggestions.js';
import {triggerAt, type Sign, type Trigger} from './trigger.js';

type Host = LitElement & {readonly conversationId: Id};

/** What completing needs of the composer. */
export interface CompletionParts {
  readonly inbox: () => Inbox | undefined;
  readonly kind: () => WrittenKind;
  readonly field: () => HTMLTextAreaElement | null;
  /** A macro was chosen: it is run once the agent has said so. */
  readonly onMacro: (macro: Macro) => void;
}

/** What the list was opened for. */
interface Found {
  readonly trigger: Trigger;
  readonly conversationId: Id;
  readonly kind: WrittenKind;
  readonly suggestions: readonly Suggestion[];
}

type Session = InboxState['session'];

const listId = 'suggestions';
const optionId = (index: number): string => `suggestion-${index}`;

/**
 * The list of suggestions that a sign at the start of a word opens. The focus stays in the field; Enter and Tab insert and never send, not
 * even while the suggestions are on their way.
 */
export class Completion implements ReactiveController {
  readonly #host: Host;
  readonly #parts: CompletionParts;
  readonly #floating: FloatingController;
  #found: Found | undefined;
  #active = 0;
  /** The lookup that is under way; `choose`: Enter was pressed meanwhile. */
  #looking: {readonly trigger: Trigger; choose: boolean} | undefined;
  /** Closed by Escape, until another sign is typed. */
  #dismissedAt: number | undefined;
  #disconnect: (() => void) | undefined;
  /** What is offered was looked up for it. */
  #session: Session;

  constructor(host: Host, parts: CompletionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#floating = new FloatingController(host, {
      anchor: () => host.renderRoot.querySelector('.composer'),
      panel: () => this.#list,
      placement: 'top-start',
    });
    host.addController(this);
    if (host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    const root = this.#host.renderRoot;
    if (this.#disconnect || !root) return;
    const stop = new AbortController();
    const {signal} = stop;
    // Before the field's own handler, which sends.
    root.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent), {signal, capture: true});
    root.addEventListener('input', (event) => this.#onInput(event as InputEvent), {signal});
    root.addEventListener('compositionend', () => this.#look(), {signal});
    for (const type of ['keyup', 'click'] as const) root.addEventListener(type, (event) => this.#isField(event) && this.#look(), {signal});
    root.addEventListener('click', (event) => this.#onClick(event), {signal});
    root.addEventListener('focusout', (event) => this.#isField(event) && this.#close(), {signal});
    this.#disconnect = () => stop.abort();
    // What was typed before this code was there.
    this.#look();
  }

  hostDisconnected(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
    this.#close();
  }

  hostUpdated(): void {
    const found = this.#found;
    if (found && (found.conversationId !== this.#host.conversationId || found.kind !== this.#parts.kind())) return this.#close();
    // What was typed before anybody knew what the backend has.
    const session = this.#parts.inbox()?.state.session;
    if (session !== this.#session) {
      this.#session = session;
      this.#look();
    }
    this.#tellField();
    this.#reveal();
  }

  /** The list, also while it is closed. */
  view(locale: Locale): TemplateResult {
    const found = this.#found;
    const state = this.#parts.inbox()?.state;
    return suggestionList({
      id: listId,
      optionId,
      sign: found?.trigger.sign,
      query: found?.trigger.query ?? '',
      suggestions: found?.suggestions ?? [],
      active: this.#active,
      macroDenial: state && selectDenial(state, this.#host.conversationId, 'macro'),
      locale,
    });
  }

  /** Types a sign at the caret, with a blank before it where one is missing. */
  begin(sign: Sign): void {
    const field = this.#parts.field();
    if (!field) return;
    const {selectionStart: from, selectionEnd: to, value} = field;
    const before = value.slice(0, from);
    this.#dismissedAt = undefined;
    insertText(field, from, to, triggerAt(`${before}${sign}`, from + 1, new Set([sign])) ? sign : ` ${sign}`);
    this.#look();
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.suggestions');
  }

  #isField(event: Event): boolean {
    const field = this.#parts.field();
    return field !== null && event.target === field;
  }

  #onInput(event: InputEvent): void {
    if (this.#isField(event) && !event.isComposing) this.#look();
  }

  #onClick({target}: Event): void {
    const option = target instanceof Element && this.#list?.contains(target) ? target.closest('[role=option]') : null;
    const index = this.#found?.suggestions.findIndex((_, each) => optionId(each) === option?.id) ?? -1;
    if (index >= 0) this.#choose(index);
  }

  #onKeydown(event: KeyboardEvent): void {
    // 229: the key belongs to an input method, also right after its composition has ended.
    if (!this.#isField(event) || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const used = this.#found ? this.#onListKey(event.key) : this.#onWaitingKey(event.key);
    if (!used) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #onListKey(key: string): boolean {
    const count = this.#found?.suggestions.length ?? 0;
    switch (key) {
      case 'ArrowDown':
        return this.#moveTo((this.#active + 1) % count);
      case 'ArrowUp':
        return this.#moveTo((this.#active + count - 1) % count);
      case 'Enter':
      case 'Tab':
        // What is shown answers an earlier letter: the choice waits for the answer to the last one.
        if (this.#looking) this.#looking.choose = true;
        else this.#choose(this.#active);
        return true;
      case 'Escape':
        this.#dismiss();
        return true;
      default:
        return false;
    }
  }

  #onWaitingKey(key: string): boolean {
    if (!this.#looking) return false;
    if (key === 'Escape') this.#dismiss();
    else if (key === 'Enter') this.#looking.choose = true;
    else return false;
    return true;
  }

  #moveTo(index: number): true {
    this.#active = index;
    this.#host.requestUpdate();
    return true;
  }

  #dismiss(): void {
    this.#dismissedAt = this.#found?.trigger.start ?? this.#looking?.trigger.start;
    this.#close();
  }

  #close(): void {
    this.#looking = undefined;
    if (!this.#found) return;
    this.#found = undefined;
    this.#floating.hide();
    this.#host.requestUpdate();
  }

  /** Looks at what stands before the caret. */
  #look(): void {
    const inbox = this.#parts.inbox();
    const field = this.#parts.field();
    const kind = this.#parts.kind();
    const isAlone = field !== null && field.selectionStart === field.selectionEnd && !field.readOnly && field.matches(':focus');
    const trigger = inbox && isAlone ? triggerAt(field.value, field.selectionStart, signsFor(inbox.state, kind)) : undefined;
    if (trigger?.start !== this.#dismissedAt) this.#dismissedAt = undefined;
    if (!inbox || !trigger || this.#dismissedAt !== undefined) return this.#close();
    const before = this.#looking?.trigger ?? this.#found?.trigger;
    if (before && isSame(before, trigger)) return;
    void this.#find(trigger, inbox, this.#host.conversationId, kind);
  }

  async #find(trigger: Trigger, inbox: Inbox, conversationId: Id, kind: WrittenKind): Promise<void> {
    const looking = (this.#looking = {trigger, choose: false});
    const suggestions = await findSuggestions(trigger, inbox, conversationId, kind).catch((): readonly Suggestion[] => []);
    if (this.#looking !== looking) return;
    this.#looking = undefined;
    // Nothing fits: it was no shortcut but a word.
    if (suggestions.length === 0) return this.#close();
    this.#found = {trigger, conversationId, kind, suggestions};
    this.#active = 0;
    if (looking.choose) this.#choose(0);
    else void this.#show();
  }

  async #show(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#found) this.#floating.show();
  }

  #choose(index: number): void {
    const found = this.#found;
    const suggestion = found?.suggestions[index];
    const field = this.#parts.field();
    const inbox = this.#parts.inbox();
    if (!found || !suggestion || !field || !inbox) return;
    const {trigger: {start, end}, conversationId, kind} = found;
    if (suggestion.type === 'macro' && selectDenial(inbox.state, conversationId, 'macro') !== undefined) return;
    this.#close();
    switch (suggestion.type) {
      case 'canned': {
        const {text, gaps} = suggestion;
        insertText(field, start, end, text);
        const before = selectDraft(inbox.state, conversationId, kind)?.gaps ?? [];
        if (gaps.length > 0) inbox.commands.setDraft(conversationId, kind, {gaps: [...new Set([...before, ...gaps])]});
        // The next letter fills the first one.
        const [first] = openGaps(text, gaps);
        if (first) field.setSelectionRange(start + first.start, start + first.end);
        return;
      }
      case 'macro':
        insertText(field, start, end, '');
        return this.#parts.onMacro(suggestion.macro);
      case 'agent': {
        const {id, name} = suggestion.agent;
        const named = selectDraft(inbox.state, conversationId, kind)?.named;
        inbox.commands.setDraft(conversationId, kind, {named: {...named, [id]: name}});
        // 'Ann ' would look for Ann again.
        this.#dismissedAt = start;
        return insertText(field, start, end, `@${name} `);
      }
      case 'emoji':
        return insertText(field, start, end, suggestion.emoji.emoji);
    }
  }

  /**
   * What a screen reader hears of the list. A text area can't be a combobox: its role is fixed, and a text box knows no `aria-expanded`.
   * It may have an active descendant in a list that it controls.
   */
  #tellField(): void {
    const field = this.#parts.field();
    if (!field) return;
    const told = {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': optionId(this.#active),
    };
    for (const [name, value] of Object.entries(told)) {
      if (this.#found) field.setAttribute(name, value);
      else field.removeAttribute(name);
    }
  }

  /** Scrolls the list alone: `scrollIntoView` would move the host's page too. */
  #reveal(): void {
    const list = this.#list;
    const option = this.#found && list?.querySelector<HTMLElement>('[aria-selected=true]');
    if (!list || !option) return;
    const [box, row] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
    if (row.top < box.top) list.scrollTop -= box.top - row.top;
    else if (row.bottom > box.bottom) list.scrollTop += row.bottom - box.bottom;
  }
}

const isSame = (a: Trigger, b: Trigger): boolean => a.sign === b.sign && a.query === b.query && a.start === b.start && a.end === b.end;
