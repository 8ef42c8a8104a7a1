import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {Id, WrittenKind} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {writing as english} from '../../i18n/locales/en/writing.js';
import type {Inbox} from '../../store/inbox.js';
import {selectDraft} from '../../store/selectors.js';
import {icon} from '../../templates/icon.js';
import {openGaps, type Gap} from './gaps.js';

type Host = LitElement & {readonly conversationId: Id};

export interface GapGuardParts {
  readonly inbox: () => Inbox | undefined;
}

/**
 * What canned replies left open: marked in the field, reached by Tab, and asked about before it is sent. Tab goes on to the next thing in the
 * page when there is no further gap, so nobody is caught in the field.
 */
export class GapGuard implements ReactiveController {
  readonly #host: Host;
  readonly #parts: GapGuardParts;
  /** Somebody wanted to send it as it is; `send` does. */
  #asked: {readonly conversationId: Id; readonly kind: WrittenKind; readonly send: () => void} | undefined;
  #disconnect: (() => void) | undefined;

  constructor(host: Host, parts: GapGuardParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    if (host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    const root = this.#host.renderRoot;
    if (this.#disconnect || !root) return;
    const stop = new AbortController();
    root.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent), {signal: stop.signal});
    // Scrolling does not bubble.
    root.addEventListener('scroll', () => this.#follow(), {signal: stop.signal, capture: true});
    this.#disconnect = () => stop.abort();
  }

  hostUpdated(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
    this.#asked = undefined;
  }

  /** Behind the text of the field: the same text, unseen, with the gaps marked. */
  marks(id: Id, kind: WrittenKind): TemplateResult | typeof nothing {
    const gaps = this.#gaps(id, kind);
    if (gaps.length === 0) return nothing;
    const text = this.#text(id, kind);
    const pieces = gaps.map(({start, end}, index) => html`${text.slice(gaps[index - 1]?.end ?? 0, start)}<mark>${text.slice(start, end)}</mark>`);
    return html`<div class="gap-marks" dir="auto" aria-hidden="true">${pieces}${`${text.slice(gaps.at(-1)?.end)}\u200b`}</div>`;
  }

  /** The question, while there is one. */
  bar(id: Id, kind: WrittenKind, locale: Locale): TemplateResult | typeof nothing {
    const [first, ...more] = this.#gaps(id, kind);
    const asked = this.#asked;
    if (!asked || asked.conversationId !== id || asked.kind !== kind || !first) return nothing;
    const m = locale.messages.writing ?? english;
    return html`<div class="bar gap-bar">
      ${icon('warning-circle')}
      <p role="alert">${m.openGaps(first.text, more.length)}</p>
      <span class="bar-actions">
        <button type="button" class="link" @click=${() => this.#select(first)}>${m.fillGap}</button>
        <button type="button" class="link send-anyway" @click=${this.#sendAnyway}>${m.sendWithGaps}</button>
      </span>
    </div>`;
  }

  /** True when nothing is open; otherwise asks, with the first gap selected. */
  settle(id: Id, kind: WrittenKind, send: () => void): boolean {
    const [first] = this.#gaps(id, kind);
    if (!first) return true;
    this.#asked = {conversationId: id, kind, send};
    this.#host.requestUpdate();
    this.#select(first);
    return false;
  }

  readonly #sendAnyway = (): void => {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.send();
    this.#host.requestUpdate();
  };

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('textarea');
  }

  #text(id: Id, kind: WrittenKind): string {
    const state = this.#parts.inbox()?.state;
    return (state && selectDraft(state, id, kind)?.text) ?? '';
  }

  #gaps(id: Id, kind: WrittenKind): readonly Gap[] {
    const state = this.#parts.inbox()?.state;
    return openGaps(this.#text(id, kind), state && selectDraft(state, id, kind)?.gaps);
  }

  #select({start, end}: Gap): void {
    const field = this.#field;
    field?.focus();
    field?.setSelectionRange(start, end);
  }

  #onKeydown(event: KeyboardEvent): void {
    const field = this.#field;
    // With Shift, WebKitGTK does not name the key.
    if ((event.key !== 'Tab' && event.code !== 'Tab') || !field || event.target !== field || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const gaps = this.#gaps(this.#host.conversationId, field.dataset['kind'] === 'note' ? 'note' : 'reply');
    const {selectionStart, selectionEnd} = field;
    const next = event.shiftKey ? gaps.findLast(({end}) => end <= selectionStart) : gaps.find(({start}) => start >= selectionEnd);
    if (!next) return;
    event.preventDefault();
    this.#select(next);
  }

  /** What is marked stands where the text does, also in a field that scrolls. */
  #follow(): void {
    const marks = this.#host.renderRoot.querySelector('.gap-marks');
    if (marks) marks.scrollTop = this.#field?.scrollTop ?? 0;
  }
}
