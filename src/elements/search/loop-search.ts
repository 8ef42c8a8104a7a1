import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import {LoopViewSelectEvent} from '../../events/view-events.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import {AdapterError, type AdapterErrorCode, type Cursor, type SearchHit} from '../../contract/index.js';
import {search as english} from '../../i18n/locales/en/search.js';
import {toast} from '../../i18n/locales/en/toast.js';
import {keepInside} from '../../internal/keep-inside.js';
import {offers} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {dialog} from '../../styles/dialog.js';
import {icon} from '../../templates/icon.js';
import {viewName} from '../../templates/view-name.js';
import {styles} from './loop-search.styles.js';
import {groupHits, groupRecent, groupViews, markMatches, scopes, withRecent, type Choice, type ChoiceGroup} from './search-results.js';

/** A key press later than this asks anew. */
const typingMs = 180;

/**
 * Finds a conversation, a message, a contact or a list, by keyboard from anywhere in the inbox. What was looked for and opened is offered again, to
 * the same agent in the same browser.
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
  /** Undefined: everywhere. */
  @state() private scope: SearchHit['scope'] | undefined;
  @state() private status: 'idle' | 'searching' | 'ready' | 'failed' = 'idle';
  @state() private next: Cursor | undefined;
  @state() private loadingMore = false;
  /** Why it failed, where the backend says so. */
  @state() private problem: AdapterErrorCode | undefined;
  /** The contact that was chosen and has no conversation to show. */
  @state() private silent = '';
  /** Id of the choice that Enter opens. */
  @state() private active = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #views = this.#inbox.select((all) => all.views, []);
  readonly #offered = this.#inbox.select((all) => offers(all, 'search'), false);
  readonly #recent = this.#inbox.select((all) => all.choices.recentSearches, []);
  readonly #identity = this.#inbox.select((all) => all.session?.identity ?? all.session?.me.id, undefined);
  readonly #toolbar = new ToolbarController(this, {items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.scope')], axis: 'row'});
  #asking: AbortController | undefined;
  /** Whose results these are. */
  #owner: string | undefined;

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

  /** What one agent found is nobody else's. */
  protected override willUpdate(): void {
    const identity = this.#identity.value;
    if (identity === undefined || identity === this.#owner) return;
    if (this.#owner !== undefined) this.#forget();
    this.#owner = identity;
  }

  #forget(): void {
    this.#asking?.abort();
    this.text = '';
    this.scope = undefined;
    this.#showNothing('idle');
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
    const recent = this.text.trim() ? [] : groupRecent(this.#recent.value, words.recent);
    return [...recent, ...groupHits(this.hits, words.scopes), ...views];
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
        ${this.#offered.value ? this.#renderScopes() : nothing}
        <div class="results">
          <div id="results" class="list" role="listbox" aria-label=${words.title} ?hidden=${choices.length === 0}>
            ${groups.map((group, index) => this.#renderGroup(group, index, active))}
          </div>
          ${this.#renderTold(choices.length)} ${this.#renderBelow(choices.length)}
        </div>
        <footer aria-hidden="true"><kbd>↑</kbd><kbd>↓</kbd> ${words.move} <kbd>↵</kbd> ${words.open}</footer>
      </dialog>
    `;
  }

  #renderScopes(): TemplateResult {
    const words = this.#words;
    const scope = (label: string, value: SearchHit['scope'] | undefined) => html`<button class="scope" type="button" aria-pressed=${this.scope === value}
      @click=${() => this.#lookIn(value)}>${label}</button>`;
    return html`<div class="scopes" role="toolbar" aria-label=${words.where} @keydown=${this.#toolbar.onKeydown} @focusin=${this.#toolbar.onFocusIn}>
      ${scope(words.everywhere, undefined)} ${scopes.map((value) => scope(words.scopes[value], value))}
    </div>`;
  }

  /** What can be done where the list ends, or where there is none. */
  #renderBelow(count: number): TemplateResult | typeof nothing {
    const words = this.#words;
    const button = (label: string, act: () => void) => html`<p class="below"><button class="button" type="button" @click=${act}>${label}</button></p>`;
    if (this.status === 'failed') return button(words.tryAgain, () => void this.#ask());
    if (this.status === 'ready' && this.next !== undefined) return button(this.loadingMore ? words.loadingMore : words.more, () => void this.#askMore());
    if (this.status === 'ready' && count === 0 && this.scope) return button(words.lookEverywhere, () => this.#lookIn(undefined));
    if (!this.text.trim() && this.#recent.value.length > 0) return button(words.clearRecent, () => this.#clearRecent());
    return nothing;
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
      return markMatches(text, wanted).map((piece, index) => (index % 2 === 1 ? html`<b>${piece}</b>` : piece));
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
    const because = this.problem && (this.#locale.messages.toast ?? toast).because[this.problem];
    const text = this.silent
      ? words.noConversation(this.silent)
      : this.status === 'failed'
        ? [words.failed, because].filter(Boolean).join(' ')
        : this.status === 'searching'
          ? words.searching
          : count === 0
            ? words.nothing(this.text)
            : words.results(count);
    return html`<p class=${count > 0 && !this.silent && this.status !== 'failed' ? 'visually-hidden' : 'told'} role="status">${text}</p>`;
  }

  #onInput(): void {
    this.text = this.input?.value ?? '';
    this.active = '';
    void this.#ask(typingMs);
  }

  #lookIn(scope: SearchHit['scope'] | undefined): void {
    this.scope = scope;
    this.active = '';
    void this.#ask();
  }

  #showNothing(status: 'idle' | 'failed'): void {
    this.hits = [];
    this.next = undefined;
    this.status = status;
    this.problem = undefined;
    this.silent = '';
  }

  #clearRecent(): void {
    this.#inbox.commands?.choose({recentSearches: []});
    this.input?.focus();
  }

  /** The latest question counts; earlier ones are dropped, whenever their answers come. */
  async #ask(afterMs = 0): Promise<void> {
    this.#asking?.abort();
    const {inbox} = this.#inbox;
    const text = this.text.trim();
    if (!text || !inbox || !this.#offered.value) return this.#showNothing('idle');
    this.silent = '';
    const {signal} = (this.#asking = new AbortController());
    this.status = 'searching';
    try {
      if (afterMs > 0) await inbox.ports.clock.sleep(afterMs, {signal});
      const page = await inbox.commands.search(text, this.#place);
      if (signal.aborted) return;
      this.hits = page.items;
      this.next = page.next;
      this.status = 'ready';
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #askMore(): Promise<void> {
    const {inbox} = this.#inbox;
    const signal = this.#asking?.signal;
    if (!inbox || !signal || this.next === undefined || this.loadingMore) return;
    this.loadingMore = true;
    try {
      const page = await inbox.commands.search(this.text.trim(), {...this.#place, cursor: this.next});
      if (signal.aborted) return;
      this.hits = [...this.hits, ...page.items];
      this.next = page.next;
      if (page.next === undefined) this.input?.focus();
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      this.loadingMore = false;
    }
  }

  get #place(): {scope?: readonly SearchHit['scope'][]} {
    return this.scope ? {scope: [this.scope]} : {};
  }

  #fail(error: unknown): void {
    this.#showNothing('failed');
    this.problem = AdapterError.is(error) ? error.code : undefined;
  }

  #onKeydown(event: KeyboardEvent, choices: readonly Choice[], active: Choice | undefined): void {
    if (event.isComposing || event.keyCode === 229) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      const at = active ? choices.indexOf(active) : -1;
      // Past the last one lies the next page.
      if (step === 1 && at === choices.length - 1 && this.next !== undefined) return void this.#askMore();
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

  async #open({target, title}: Choice): Promise<void> {
    if ('again' in target) return this.#again(target.again);
    if ('view' in target) {
      this.dialog?.close();
      this.dispatchEvent(new LoopViewSelectEvent(target.view));
      return;
    }
    const text = this.text.trim();
    if (text) this.#inbox.commands?.choose({recentSearches: withRecent(this.#recent.value, text)});
    const found = 'contactId' in target ? await this.#newestOf(target.contactId) : target;
    this.silent = found ? '' : title;
    if (!found) return;
    this.dialog?.close();
    this.dispatchEvent(new LoopConversationSelectEvent(found.conversationId, found.messageId));
  }

  #again(text: string): void {
    this.text = text;
    this.active = '';
    this.input?.focus();
    void this.#ask();
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
