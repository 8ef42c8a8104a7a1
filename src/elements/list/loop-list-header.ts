import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {AnnouncerController} from '../../controllers/announcer-controller.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import type {ConversationFilter, ConversationSort} from '../../contract/index.js';
import {listHeader} from '../../i18n/locales/en/list-header.js';
import {views as viewsInEnglish} from '../../i18n/locales/en/views.js';
import {defineAsked} from '../../internal/define.js';
import {focusMenu, onMenuKeydown} from '../../internal/menu-keys.js';
import {repeat} from '../../internal/repeat.js';
import type {Id} from '../../model/index.js';
import {selectCount, selectList, selectQuery, selectView} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon, type IconName} from '../../templates/icon.js';
import {filterChips, filterKeys, filterWords, narrow, type FilterChip} from './filter-chips.js';
import {FilterChoices} from './filter-choices.js';
import type {LoopFilterPanel} from './loop-filter-panel.js';
import type {LoopViewEditor} from './loop-view-editor.js';
import {styles} from './loop-list-header.styles.js';
import {viewTasks, type ViewTask} from './view-tasks.js';

/**
 * Names a list, says how many conversations it has, how it is ordered and narrowed, and whether it is in step with the backend. Its controls are
 * one toolbar: one stop of the Tab key.
 *
 * @summary Heading of the conversation list
 * @tag loop-list-header
 * @slot start - Before the title: the menu button of a narrow inbox.
 * @internal
 */
export class LoopListHeader extends LitElement {
  static override styles = [base, controls, styles];

  /** Id of the view. */
  @property() view: Id = '';

  /** What the view is called. */
  @property() name = '';

  /** The code of the filters is there. */
  @state() private panelLoaded = false;

  /** The code of what is done with views is there. */
  @state() private editorLoaded = false;
  @state() private task: ViewTask = 'new';

  @query('.bar') private readonly bar!: HTMLElement | null;
  @query('loop-filter-panel') private readonly panel!: LoopFilterPanel | null;
  @query('.sort') private readonly sortButton!: HTMLElement;
  @query('.filter') private readonly filterButton!: HTMLElement | null;
  @query('.sort-menu') private readonly sortMenu!: HTMLElement;
  @query('.filters') private readonly filters!: HTMLElement;
  @query('.more') private readonly moreButton!: HTMLElement | null;
  @query('.more-menu') private readonly moreMenu!: HTMLElement | null;
  @query('.editing') private readonly editing!: HTMLElement;
  @query('loop-view-editor') private readonly editor!: LoopViewEditor | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #sorting = new FloatingController(this, {
    anchor: () => this.sortButton,
    panel: () => this.sortMenu,
    placement: 'bottom-end',
  });
  readonly #filtering = new FloatingController(this, {
    anchor: () => this.filterButton,
    panel: () => this.filters,
    placement: 'bottom-end',
  });
  readonly #more = new FloatingController(this, {anchor: () => this.moreButton, panel: () => this.moreMenu, placement: 'bottom-end'});
  readonly #editing = new FloatingController(this, {anchor: () => this.moreButton, panel: () => this.editing, placement: 'bottom-end'});
  readonly #toolbar = new ToolbarController(this, {items: () => this.#controls, axis: 'row'});
  readonly #announcer = new AnnouncerController(this);
  readonly #choices = new FilterChoices(this, () => this.#inbox.inbox, () => this.#filter.value);
  readonly #status = this.#inbox.select((all) => all.connection.status, 'idle');
  readonly #capabilities = this.#inbox.select((all) => all.session?.capabilities, undefined);
  readonly #sort = this.#inbox.select((all) => all.choices.sorts[this.view], undefined);
  readonly #viewSort = this.#inbox.select((all) => selectView(all, this.view)?.sort, undefined);
  readonly #tasks = this.#inbox.select<readonly ViewTask[]>((all) => viewTasks(all, selectView(all, this.view)), [], (a, b) => a.join() === b.join());
  readonly #filter = this.#inbox.select((all) => all.choices.filters[this.view], undefined);
  readonly #total = this.#inbox.select<number | null>((all) => {
    const query = selectQuery(all, this.view);
    const total = selectList(all, query)?.total ?? null;
    // What a view holds is told live; what a filter leaves of it was counted when the list was read.
    return query.filter && Object.keys(query.filter).length > 0 ? total : (selectCount(all, this.view) ?? total);
  }, null);
  readonly #ready = this.#inbox.select((all) => selectList(all, selectQuery(all, this.view))?.status === 'ready', false);
  /** What the agent narrowed the list to and has not heard of. */
  #unsaid: ConversationFilter | undefined;
  #lastFilter: ConversationFilter | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const filter = this.#filter.value;
    if (changed.has('view')) {
      this.#sorting.hide();
      this.#filtering.hide();
      this.#more.hide();
      this.#unsaid = undefined;
    } else if (filter !== this.#lastFilter && this.shadowRoot?.activeElement) {
      this.#unsaid = filter;
    }
    this.#lastFilter = filter;
    // A colleague may have removed the view.
    if (this.#tasks.value.length === 0) this.#editing.hide();
  }

  protected override updated(): void {
    if (!this.#unsaid || !this.#ready.value) return;
    this.#unsaid = undefined;
    const words = filterWords(this.#locale.messages);
    this.#announcer.say(this.#total.value === null ? words.foundSome : words.found(this.#total.value));
  }

  /** Goes to the control that had the focus last. */
  override focus(options?: FocusOptions): void {
    this.#controls.find((control) => control.tabIndex === 0)?.focus(options);
  }

  protected override render(): TemplateResult {
    const {messages: {listHeader: words = listHeader}, format} = this.#locale;
    const total = this.#total.value;
    return html`
      <div class="bar" role="toolbar" aria-label=${words.toolbar} @keydown=${this.#toolbar.onKeydown} @focusin=${this.#toolbar.onFocusIn}>
        <div class="line">
          <slot name="start" @slotchange=${() => this.#toolbar.refresh()}></slot>
          <h2 class="title truncate">${this.name}</h2>
          ${total === null ? nothing : html`<span class="total number">${format.number(total)}</span>`}
          <span role="status">${this.#renderConnection()}</span>
          <span class="space"></span>
          ${this.#renderSort()} ${this.#renderFilter()} ${this.#renderMore()}
        </div>
        ${this.#renderChips()}
      </div>
      ${this.#renderSortMenu()} ${this.#renderTasks()}
      <div class="popover filters" popover="auto" role="dialog" aria-label=${filterWords(this.#locale.messages).title}>
        ${this.panelLoaded ? html`<loop-filter-panel .view=${this.view} @done=${() => this.#filtering.hide()}></loop-filter-panel>` : nothing}
      </div>
      <div class="popover editing" popover="auto" role="dialog" aria-label=${this.#taskName(this.task)}>
        ${this.editorLoaded ? html`<loop-view-editor .view=${this.view} .task=${this.task} @done=${this.#onTaskDone}></loop-view-editor>` : nothing}
      </div>
      <span class="visually-hidden" id="by">${words.sortBy}</span>
    `;
  }

  #renderConnection(): TemplateResult | typeof nothing {
    const {listHeader: words = listHeader} = this.#locale.messages;
    switch (this.#status.value) {
      case 'waiting':
      case 'failed':
        return html`<span class="connection">${icon('cloud-slash', {size: 14})}<span class="connection-text">${words.offline}</span></span>`;
      case 'catching-up':
        return html`<span class="connection quiet">${icon('arrow-clockwise', {size: 14})}<span class="connection-text">${words.catchingUp}</span></span>`;
      case 'connecting':
      case 'idle':
      case 'live':
      case 'signed-out':
        return nothing;
    }
  }

  get #sorts(): readonly ConversationSort[] {
    const sorts = this.#capabilities.value?.sorts ?? [];
    return sorts.length < 2 ? [] : sorts;
  }

  get #order(): ConversationSort | undefined {
    return this.#sort.value ?? this.#viewSort.value ?? this.#sorts[0];
  }

  #renderSort(): TemplateResult | typeof nothing {
    const {listHeader: words = listHeader} = this.#locale.messages;
    const current = this.#order;
    if (!current || this.#sorts.length === 0) return nothing;
    return html`
      <button class="button button--ghost sort" type="button" aria-haspopup="menu" aria-expanded=${this.#sorting.open}
        aria-label="${words.sortBy}: ${words.sorts[current]}" @click=${this.#openSort}>
        ${icon('arrows-down-up', {size: 14})}<span class="sort-text">${words.sorts[current]}</span>
      </button>`;
  }

  #renderSortMenu(): TemplateResult | typeof nothing {
    const {listHeader: words = listHeader} = this.#locale.messages;
    if (this.#sorts.length === 0) return nothing;
    return html`<div class="popover menu sort-menu" popover="auto" role="menu" aria-labelledby="by" @keydown=${onMenuKeydown}>
      ${this.#sorts.map((sort) => this.#renderOrder(words.sorts[sort], sort === this.#order, () => this.#arrange(sort)))}
    </div>`;
  }

  #renderFilter(): TemplateResult | typeof nothing {
    const {listHeader: words = listHeader} = this.#locale.messages;
    const offered: readonly string[] = this.#capabilities.value?.filters ?? [];
    if (!filterKeys.some((key) => offered.includes(key))) return nothing;
    return html`
      <button class="icon-button filter ${this.#chips.length > 0 ? 'filter-on' : ''}" type="button" aria-haspopup="dialog"
        aria-expanded=${this.#filtering.open} aria-label=${words.filter} title=${words.filter} @click=${this.#openFilter}>
        ${icon('funnel-simple')}
      </button>`;
  }

  get #chips(): readonly FilterChip[] {
    return filterChips(this.#filter.value ?? {}, this.#locale.messages, this.#choices);
  }

  #renderChips(): TemplateResult | typeof nothing {
    const words = filterWords(this.#locale.messages);
    if (this.#chips.length === 0) return nothing;
    return html`<div class="chips" role="group" aria-label=${words.title}>
      ${repeat(this.#chips, ({key}) => key, ({text, without}) => html`<button class="chip" type="button" aria-label=${words.remove(text)}
        @click=${(event: Event) => void this.#remove(event, without)}><bdi class="truncate">${text}</bdi>${icon('x', {size: 12})}</button>`)}
      ${this.#tasks.value.includes('new') ? html`<button class="link clear" type="button" @click=${() => void this.#begin('new')}>${this.#taskName('new')}</button>` : nothing}
      <button class="link clear" type="button" @click=${(event: Event) => void this.#remove(event, {})}>${words.clearAll}</button>
    </div>`;
  }

  #renderMore(): TemplateResult | typeof nothing {
    if (this.#tasks.value.length === 0) return nothing;
    const {more} = this.#locale.messages.views ?? viewsInEnglish;
    return html`<button class="icon-button more" type="button" aria-haspopup="menu" aria-expanded=${this.#more.open} aria-label=${more} title=${more}
      @click=${this.#openMore}>${icon('dots-three')}</button>`;
  }

  #renderTasks(): TemplateResult | typeof nothing {
    if (this.#tasks.value.length === 0) return nothing;
    const {more} = this.#locale.messages.views ?? viewsInEnglish;
    return html`<div class="popover menu more-menu" popover="auto" role="menu" aria-label=${more} @keydown=${onMenuKeydown}>
      ${this.#tasks.value.map((task) => html`<button class="menu-item" type="button" role="menuitem" @click=${() => void this.#begin(task)}>
        ${icon(taskIcons[task])}<span>${this.#taskName(task)}</span></button>`)}
    </div>`;
  }

  #taskName(task: ViewTask): string {
    const words = this.#locale.messages.views ?? viewsInEnglish;
    return task === 'new' ? words.saveAs : words[task];
  }

  get #controls(): readonly HTMLElement[] {
    const slot = this.bar?.querySelector('slot');
    const slotted = (slot?.assignedElements({flatten: true}) ?? []).filter((each): each is HTMLElement => each instanceof HTMLElement);
    return [...slotted, ...(this.bar?.querySelectorAll('button') ?? [])];
  }

  #renderOrder(label: string, on: boolean, choose: () => void): TemplateResult {
    return html`<button class="menu-item" type="button" role="menuitemradio" aria-checked=${on} @click=${choose}>
      <span class="tick">${on ? icon('check', {size: 14}) : nothing}</span>${label}
    </button>`;
  }

  #openSort(): void {
    this.#sorting.toggle();
    focusMenu(this.sortMenu);
  }

  #openMore(): void {
    this.#more.toggle();
    focusMenu(this.moreMenu);
  }

  async #begin(task: ViewTask): Promise<void> {
    this.#more.hide();
    this.task = task;
    this.editorLoaded ||= await defineAsked('loop-view-editor', async () => (await import('./loop-view-editor.js')).LoopViewEditor);
    if (!this.editorLoaded) return;
    await this.updateComplete;
    await this.editor?.updateComplete;
    this.#editing.show();
    this.editor?.focus();
  }

  readonly #onTaskDone = async (event: Event): Promise<void> => {
    const {outcome} = event.currentTarget as LoopViewEditor;
    this.#editing.hide();
    if (outcome) {
      this.#announcer.say(outcome);
      // That the list is narrowed no more goes without saying.
      this.#lastFilter = this.#filter.value;
      this.#unsaid = undefined;
    }
    await this.updateComplete;
    // The view went, and the button with it.
    if (!this.shadowRoot?.activeElement && this.#tasks.value.length === 0) this.focus();
  };

  async #openFilter(): Promise<void> {
    this.#filtering.toggle();
    this.panelLoaded ||= await defineAsked('loop-filter-panel', async () => (await import('./loop-filter-panel.js')).LoopFilterPanel);
    if (!this.panelLoaded) return this.#filtering.hide();
    await this.updateComplete;
    await this.panel?.updateComplete;
    if (this.#filtering.open) this.panel?.focus();
  }

  /** The focus goes to the chip that takes the place of the one that went, else to where chips are made. */
  async #remove(event: Event, filter: ConversationFilter): Promise<void> {
    const at = this.#controls.indexOf(event.currentTarget as HTMLElement);
    narrow(this.#inbox.inbox, this.view, filter);
    // Commands are told in a microtask, and the chips are rendered after it.
    await Promise.resolve();
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    const next = this.#controls[at];
    if (next?.matches('.chip')) next.focus();
    else this.filterButton?.focus();
  }

  #arrange(sort: ConversationSort): void {
    const filter = this.#filter.value;
    this.#inbox.commands?.arrangeList(this.view, {sort, ...(filter && {filter})});
    this.#sorting.hide();
  }
}

const taskIcons = {new: 'plus', overwrite: 'check', rename: 'pencil-simple', remove: 'trash'} as const satisfies Record<ViewTask, IconName>;

declare global {
  interface HTMLElementTagNameMap {
    'loop-list-header': LoopListHeader;
  }
}
