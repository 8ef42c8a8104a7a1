import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {Id, Macro, WrittenKind} from '../../contract/index.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import type {Locale} from '../../i18n/locale.js';
import {emoji} from '../../i18n/locales/en/emoji.js';
import {writing as english} from '../../i18n/locales/en/writing.js';
import {focusMenu} from '../../internal/menu-keys.js';
import type {Inbox} from '../../store/inbox.js';
import {offers, selectComposing, selectDenial} from '../../store/selectors.js';
import {icon, type IconName} from '../../templates/icon.js';
import {Completion} from './completion.js';
import type {EmojiPicker} from './emoji-picker.js';
import {formatMenu, markOfKey} from './format-menu.js';
import {withMark, type Mark} from './formatting.js';
import {insertText} from './insert-text.js';
import {emojiCode} from './late.js';
import {macroBar} from './macro-bar.js';
import type {Sign} from './trigger.js';

type Host = LitElement & {readonly conversationId: Id};

/** What the tools need of the composer. */
export interface WritingToolsParts {
  readonly inbox: () => Inbox | undefined;
  /** It takes no input. */
  readonly isOff: () => boolean;
}

/** What a composer shows of the tools. */
export interface ToolsView {
  /** In the bottom line. */
  readonly buttons: TemplateResult | typeof nothing;
  /** Above it. */
  readonly bar: TemplateResult | typeof nothing;
  readonly list: TemplateResult | typeof nothing;
}

/** What makes writing faster: suggestions, macros, formats. */
export class WritingTools implements ReactiveController {
  readonly #host: Host;
  readonly #parts: WritingToolsParts;
  readonly #format: FloatingController;
  readonly #emojiBox: FloatingController;
  readonly #completion: Completion;
  #emoji: EmojiPicker | undefined;
  /** A macro that waits for the agent's word, and where. */
  #macro: {readonly macro: Macro; readonly conversationId: Id} | undefined;
  #disconnect: (() => void) | undefined;

  constructor(host: Host, parts: WritingToolsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#format = new FloatingController(host, {
      anchor: () => host.renderRoot.querySelector('.format-button'),
      panel: () => host.renderRoot.querySelector<HTMLElement>('.format'),
      placement: 'top-start',
    });
    this.#emojiBox = new FloatingController(host, {
      anchor: () => host.renderRoot.querySelector('.emoji-button'),
      panel: () => host.renderRoot.querySelector<HTMLElement>('.emoji-picker'),
      placement: 'top-start',
    });
    this.#completion = new Completion(host, {
      inbox: parts.inbox,
      kind: () => this.#kind,
      field: () => this.#field,
      onMacro: (macro) => {
        this.#macro = {macro, conversationId: host.conversationId};
        host.requestUpdate();
        void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>('.macro .run')?.focus());
      },
    });
    host.addController(this);
    if (host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    const root = this.#host.renderRoot;
    if (this.#disconnect || !root) return;
    const stop = new AbortController();
    root.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent), {signal: stop.signal});
    this.#disconnect = () => stop.abort();
  }

  hostDisconnected(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
  }

  hostUpdate(): void {
    if (this.#macro && this.#macro.conversationId !== this.#host.conversationId) this.#macro = undefined;
  }

  view(id: Id, kind: WrittenKind, locale: Locale): ToolsView {
    const state = this.#parts.inbox()?.state;
    if (!state?.session || selectDenial(state, id, kind) !== undefined) return {buttons: nothing, bar: nothing, list: nothing};
    const m = locale.messages.writing ?? english;
    const {bodyFormats, send} = state.session.capabilities;
    const hasMacros = offers(state, 'macros');
    const {label} = locale.messages.emoji ?? emoji;
    const buttons = html`
      <button type="button" class="icon-button emoji-button" aria-label=${label} title=${label} aria-haspopup="dialog"
        aria-expanded=${this.#emojiBox.open} ?disabled=${this.#parts.isOff()} @click=${this.#toggleEmoji}>${icon('smiley')}</button>
      <div class="popover emoji-picker" popover="auto" role="dialog" aria-label=${label}>${this.#emojiBox.open ? this.#emoji?.view(locale) : nothing}</div>
      ${kind === 'note'
        ? offers(state, 'directory') && send.mentions ? this.#button('at', m.mention, '@') : nothing
        : offers(state, 'canned') || hasMacros ? this.#button('lightning', hasMacros ? m.cannedAndMacros : m.canned, '/') : nothing}
      ${bodyFormats.includes('markdown')
        ? html`<button type="button" class="icon-button format-button" aria-label=${m.format} title=${m.format} aria-haspopup="menu"
              aria-expanded=${this.#format.open} ?disabled=${this.#parts.isOff()} @click=${this.#toggleFormat}>${icon('text-aa')}</button>
            ${formatMenu(m, (mark) => this.#mark(mark))}`
        : nothing}
    `;
    const {macro} = this.#macro ?? {};
    return {
      buttons,
      bar: macro ? macroBar(macro, m, () => this.#run(macro, id), this.#cancel) : nothing,
      list: this.#completion.view(locale),
    };
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('textarea');
  }

  #button(drawing: IconName, label: string, sign: Sign): TemplateResult {
    return html`<button type="button" class="icon-button" aria-label=${label} title=${label} ?disabled=${this.#parts.isOff()}
      @click=${() => this.#completion.begin(sign)}>${icon(drawing)}</button>`;
  }

  get #kind(): WrittenKind {
    const inbox = this.#parts.inbox();
    return inbox ? selectComposing(inbox.state, this.#host.conversationId) : 'reply';
  }

  #run({id}: Macro, conversationId: Id): void {
    this.#parts.inbox()?.commands.runMacro(id, conversationId);
    this.#cancel();
  }

  readonly #cancel = (): void => {
    this.#macro = undefined;
    this.#host.focus();
    this.#host.requestUpdate();
  };

  /** The first opening waits for its file. */
  readonly #toggleEmoji = async (): Promise<void> => {
    const code = await emojiCode();
    if (!code || !this.#host.isConnected) return;
    this.#emoji ??= new code.EmojiPicker(this.#host, {
      inbox: this.#parts.inbox,
      insert: (chosen) => {
        this.#emojiBox.hide();
        const field = this.#field;
        if (field) insertText(field, field.selectionStart, field.selectionEnd, chosen);
      },
    });
    this.#emojiBox.toggle();
    if (this.#emojiBox.open) this.#emoji.open();
  };

  readonly #toggleFormat = (): void => {
    this.#format.toggle();
    if (this.#format.open) focusMenu(this.#host.renderRoot.querySelector<HTMLElement>('.format'));
  };

  #onKeydown(event: KeyboardEvent): void {
    const field = this.#field;
    if (!field || event.target !== field || event.isComposing || event.keyCode === 229) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || field.readOnly) return;
    const formats = this.#parts.inbox()?.state.session?.capabilities.bodyFormats ?? [];
    const mark = formats.includes('markdown') ? markOfKey(event.key) : undefined;
    // The same key opens the search: here it makes a link of words that are selected.
    if (!mark || (mark === 'link' && field.selectionStart === field.selectionEnd)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#mark(mark);
  }

  #mark(mark: Mark): void {
    this.#format.hide();
    const field = this.#field;
    if (!field) return;
    const {from, to, text, select} = withMark(mark, field.value, field.selectionStart, field.selectionEnd);
    insertText(field, from, to, text);
    field.setSelectionRange(...select);
  }
}
