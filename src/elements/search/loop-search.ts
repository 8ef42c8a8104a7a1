import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import {LoopViewSelectEvent} from '../../events/view-events.js';
import type {SearchHit} from '../../contract/index.js';
import {search as english} from '../../i18n/locales/en/search.js';
import {keepInside} from '../../internal/keep-inside.js';
import {offers} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {dialog} from '../../styles/dialog.js';
import {icon} from '../../templates/icon.js';
import {viewName} from '../../templates/view-name.js';
import {styles} from './loop-search.styles.js';
import {groupHits, groupViews, markMatch, type Choice, type ChoiceGroup} from './search-results.js';

/** A key press later than this asks anew. */
const typingMs = 180;

/**
 * Finds a conversation, a message, a contact or a list, by keyboard from anywhere in the inbox.
 *
 * @summary Search
 * @tag loop-search
 * @event {LoopConversationSelectEvent} loop-conversation-select - Before what was found is shown; cancelable.
 * @internal
 */
export class LoopSearch extends LitElement {
  static override styles = [base, controls, dialog, styles];

  @state() private text = '';
  @state() private hits: readonly SearchHit[] = [];
  @state() private status: 'idle' | 'searching' | 'ready' | 'failed' = 'idle';
  /** Id of the choice that Enter opens. */
  @state() private active = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #views = this.#inbox.select((all) => all.views, []);
  readonly #offered = this.#inbox.select((all) => offers(all, 'search'), false);
  #asking: AbortController | undefined;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    root.addEventListener('click', this.#onClick);
    return root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
    this.dialog?.close();
  }

  /** Opens on what was looked for before, ready to be replaced. */
  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected || this.dialog?.open) return;
    this.dialog?.showModal();
    this.input?.select();
  }

  get #words() {
    return this.#locale.messages.search ?? english;
  }

  get #groups(): readonly ChoiceGroup[] {
    const words = this.#words;
    const views = groupViews(this.#views.value, (view) => viewName(view, this.#locale.messages), this.text, words.views);
    return [...groupHits(this.hits, words.scopes), ...views];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const groups = this.#groups;
    const choices = groups.flatMap((group) => group.choices);
    const active = choices.find(({id}) => id === this.active) ?? choices[0];
    return html`
      <dialog aria-label=${words.title} dir=${this.#locale.dir} lang=${this.#locale.locale}>
        <div class="field">
          ${icon('magnifying-glass', {size: 18})}
          <input type="text" role="combobox" dir="auto" aria-expanded=${choices.length > 0} aria-controls="results" aria-autocomplete="list"
            aria-activedescendant=${active?.id ?? nothing} aria-label=${words.placeholder} placeholder=${words.placeholder}
            autocomplete="off" spellcheck="false" enterkeyhint="search" .value=${this.text} @input=${this.#onInput}
            @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, choices, active)}>
          <kbd>Esc</kbd>
        </div>
        <div class="results">
          <div id="results" class="list" role="listbox" aria-label=${words.title} ?hidden=${choices.length === 0}>
            ${groups.map((group, index) => this.#renderGroup(group, index, active))}
          </div>
          ${this.#renderTold(choices.length)}
        </div>
        <footer aria-hidden="true"><kbd>↑</kbd><kbd>↓</kbd> ${words.move} <kbd>↵</kbd> ${words.open}</footer>
      </dialog>
    `;
  }

  #renderGroup({label, choices}: ChoiceGroup, index: number, active: Choice | undefined): TemplateResult {
    return html`<div role="group" aria-labelledby="group-${index}">
      <h3 id="group-${index}" role="presentation">${label}</h3>
      ${choices.map((choice) => this.#renderChoice(choice, choice === active))}
    </div>`;
  }

  #renderChoice(choice: Choice, selected: boolean): TemplateResult {
    const wanted = this.text.trim();
    const marked = (text: string) => {
      const [before, match, after] = markMatch(text, wanted);
      return html`${before}${match ? html`<b>${match}</b>` : nothing}${after}`;
    };
    return html`<div id=${choice.id} role="option" aria-selected=${selected}
      @pointermove=${() => (this.active = choice.id)}>
      ${icon(choice.icon)}
      <span class="words">
        <span class="title truncate" dir="auto">${marked(choice.title)}</span>
        ${choice.detail ? html`<span class="detail truncate" dir="auto">${marked(choice.detail)}</span>` : nothing}
      </span>
      ${choice.at ? html`<time datetime=${choice.at}>${this.#locale.format.short(choice.at, this.#clock.now)}</time>` : nothing}
    </div>`;
  }

  /** Always there, so that what changes in it is said. */
  #renderTold(count: number): TemplateResult {
    const words = this.#words;
    const text =
      this.status === 'failed'
        ? words.failed
        : this.status === 'searching'
          ? words.searching
          : count === 0
            ? words.nothing(this.text)
            : words.results(count);
    return html`<p class=${count > 0 ? 'visually-hidden' : 'told'} role="status">${text}</p>`;
  }

  #onInput(): void {
    this.text = this.input?.value ?? '';
    this.active = '';
    void this.#ask(this.text.trim());
  }

  /** The latest question counts; earlier ones are dropped, whenever their answers come. */
  async #ask(text: string): Promise<void> {
    this.#asking?.abort();
    const {inbox} = this.#inbox;
    if (!text || !inbox || !this.#offered.value) {
      this.hits = [];
      this.status = 'idle';
      return;
    }
    const {signal} = (this.#asking = new AbortController());
    this.status = 'searching';
    try {
      await inbox.ports.clock.sleep(typingMs, {signal});
      const page = await inbox.commands.search(text);
      if (signal.aborted) return;
      this.hits = page.items;
      this.status = 'ready';
    } catch {
      if (!signal.aborted) this.status = 'failed';
    }
  }

  #onKeydown(event: KeyboardEvent, choices: readonly Choice[], active: Choice | undefined): void {
    if (event.isComposing || event.keyCode === 229) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      const at = active ? choices.indexOf(active) : -1;
      this.active = choices.at((at + step) % choices.length)?.id ?? '';
      void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'}));
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      void this.#open(active);
    }
  }

  /** On a choice, or beside the dialog's own box. By keyboard the field does both. */
  readonly #onClick = (event: Event): void => {
    const target = event.target as HTMLElement;
    if (target === this.dialog) this.dialog.close();
    const id = target.closest('[role="option"]')?.id;
    const choice = this.#groups.flatMap(({choices}) => choices).find((each) => each.id === id);
    if (choice) void this.#open(choice);
  };

  async #open({target}: Choice): Promise<void> {
    this.dialog?.close();
    if ('view' in target) {
      this.dispatchEvent(new LoopViewSelectEvent(target.view));
      return;
    }
    const found = 'contactId' in target ? await this.#newestOf(target.contactId) : target;
    if (found) this.dispatchEvent(new LoopConversationSelectEvent(found.conversationId, found.messageId));
  }

  async #newestOf(contactId: string): Promise<{conversationId: string; messageId?: string} | undefined> {
    const [newest] = (await this.#inbox.commands?.contactConversations(contactId)) ?? [];
    return newest && {conversationId: newest.id};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-search': LoopSearch;
  }
}
