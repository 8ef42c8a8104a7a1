import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import type {Locale} from '../../i18n/locale.js';
import {toast} from '../../i18n/locales/en/toast.js';
import {keepInside} from '../../internal/keep-inside.js';
import {AdapterError} from '../../contract/index.js';
import {repeat} from '../../internal/repeat.js';
import type {Conversation, Tag} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon} from '../../templates/icon.js';
import {tagLabel} from '../../templates/tag.js';
import {wordsOf} from './conversation-words.js';
import {styles} from './loop-tag-picker.styles.js';

const folded = (text: string): string => text.trim().toLocaleLowerCase();

/**
 * Puts tags on a conversation and takes them off: found by their letters, and created where the backend takes new ones. Each change is
 * made at once. Enter does what stands first.
 *
 * @summary Tags of a conversation
 * @tag loop-tag-picker
 */
export class LoopTagPicker extends LitElement {
  static override styles = [base, controls, styles];

  @property({attribute: false}) conversation: Conversation | undefined;
  @property({attribute: false}) inbox: Inbox | undefined;
  @property({attribute: false}) locale: Locale | undefined;

  /** Undefined while they are asked for. */
  @state() private known: readonly Tag[] | undefined;
  @state() private text = '';
  @state() private problem = '';

  @query('.field') private readonly field!: HTMLInputElement | null;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override firstUpdated(): void {
    void this.inbox?.commands.tags().then((tags) => (this.known = tags));
  }

  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  protected override render(): TemplateResult | typeof nothing {
    const {conversation, locale, inbox} = this;
    if (!conversation || !locale || !inbox) return nothing;
    const words = wordsOf(locale);
    const creates = inbox.state.can.has('tags.create');
    const found = this.#found;
    return html`<div class="picker" role="group" aria-label=${words.tags} @keydown=${this.#onKeydown}>
      <label class="visually-hidden" for="find">${creates ? words.findOrCreateTag : words.findTag}</label>
      <input class="field" id="find" dir="auto" autocomplete="off" maxlength="60" placeholder=${creates ? words.findOrCreateTag : words.findTag}
        .value=${live(this.text)} aria-invalid=${this.problem !== ''} aria-describedby="problem" @input=${this.#onInput}>
      <p class="problem" id="problem" role="alert">${this.problem}</p>
      ${found.length > 0
        ? html`<ul>${repeat(found, ({id}) => id, (tag) => html`<li><label class="check">
            <input type="checkbox" .checked=${live(this.#has(tag))} @change=${() => this.#toggle(tag)}>${tagLabel(tag)}</label></li>`)}</ul>`
        : this.known && !this.#creatable ? html`<p class="quiet">${words.noTags}</p>` : nothing}
      ${this.#creatable
        ? html`<button class="menu-item" type="button" @click=${() => void this.#create()}>${icon('plus')}<span>${words.createTag(this.text.trim())}</span></button>`
        : nothing}
    </div>`;
  }

  /** The backend's and the conversation's own, by the letters that are typed. */
  get #found(): readonly Tag[] {
    const known = this.known ?? [];
    const own = this.conversation?.tags ?? [];
    const all = [...known, ...own.filter(({id}) => !known.some((tag) => tag.id === id))];
    return all.filter(({name}) => folded(name).includes(folded(this.text)));
  }

  get #creatable(): boolean {
    const wanted = folded(this.text);
    return wanted !== '' && this.known !== undefined && (this.inbox?.state.can.has('tags.create') ?? false) && !this.#found.some(({name}) => folded(name) === wanted);
  }

  #has({id}: Tag): boolean {
    return this.conversation?.tags.some((tag) => tag.id === id) ?? false;
  }

  #toggle(tag: Tag): void {
    if (!this.conversation) return;
    this.inbox?.commands.changeTags(this.conversation.id, this.#has(tag) ? {remove: [tag]} : {add: [tag]});
  }

  async #create(): Promise<void> {
    const {conversation, inbox} = this;
    const name = this.text.trim();
    if (!conversation || !inbox) return;
    try {
      const tag = await inbox.commands.createTag(name);
      if (!tag) return;
      this.known = [...(this.known ?? []).filter(({id}) => id !== tag.id), tag];
      inbox.commands.changeTags(conversation.id, {add: [tag]});
      this.text = '';
      this.focus();
    } catch (error) {
      const {because} = this.locale?.messages.toast ?? toast;
      this.problem = AdapterError.is(error) ? ((error.init.code === 'validation' ? error.init.issues[0]?.message : undefined) ?? because[error.code]) : because.protocol;
    }
  }

  readonly #onInput = (): void => {
    this.text = this.field?.value ?? '';
    this.problem = '';
  };

  /** Arrows go through the field and the tags. */
  #onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('input, .menu-item')];
    const at = stops.findIndex((stop) => stop === this.shadowRoot?.activeElement);
    const next = {ArrowDown: at + 1, ArrowUp: at - 1}[event.key];
    if (next !== undefined) {
      event.preventDefault();
      stops.at(next % stops.length)?.focus();
    } else if (event.key === 'Enter' && at === 0) {
      event.preventDefault();
      this.#takeFirst();
    }
  }

  #takeFirst(): void {
    const [first] = this.#found;
    if (!this.text.trim()) return;
    if (first) {
      this.#toggle(first);
      this.text = '';
    } else if (this.#creatable) void this.#create();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-tag-picker': LoopTagPicker;
  }
}
