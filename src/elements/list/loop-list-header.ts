import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import type {ConversationFilter, ConversationSort} from '../../contract/index.js';
import {listHeader} from '../../i18n/locales/en/list-header.js';
import {focusMenu, onMenuKeydown} from '../../internal/menu-keys.js';
import type {Id} from '../../model/index.js';
import {selectCount, selectList, selectQuery} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon} from '../../templates/icon.js';
import {styles} from './loop-list-header.styles.js';

/**
 * Names a list, says how many conversations it has, how it is ordered and narrowed, and whether it is in step with the backend.
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

  @query('.sort') private readonly sortButton!: HTMLElement;
  @query('.filter') private readonly filterButton!: HTMLElement;
  @query('.sort-menu') private readonly sortMenu!: HTMLElement;
  @query('.filter-menu') private readonly filterMenu!: HTMLElement;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #sorting = new FloatingController(this, {
    anchor: () => this.sortButton,
    panel: () => this.sortMenu,
    placement: 'bottom-end',
  });
  readonly #filtering = new FloatingController(this, {
    anchor: () => this.filterButton,
    panel: () => this.filterMenu,
    placement: 'bottom-end',
  });
  readonly #status = this.#inbox.select((all) => all.connection.status, 'idle');
  readonly #capabilities = this.#inbox.select((all) => all.session?.capabilities, undefined);
  readonly #sort = this.#inbox.select((all) => all.choices.sorts[this.view], undefined);
  readonly #filter = this.#inbox.select((all) => all.choices.filters[this.view], undefined);
  readonly #total = this.#inbox.select<number | null>((all) => {
    const query = selectQuery(all, this.view);
    const total = selectList(all, query)?.total ?? null;
    // What a view holds is told live; what a filter leaves of it was counted when the list was read.
    return query.filter && Object.keys(query.filter).length > 0 ? total : (selectCount(all, this.view) ?? total);
  }, null);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) {
      this.#sorting.hide();
      this.#filtering.hide();
    }
  }

  protected override render(): TemplateResult {
    const {messages: {listHeader: words = listHeader}, format} = this.#locale;
    const total = this.#total.value;
    return html`
      <slot name="start"></slot>
      <h2 class="title truncate">${this.name}</h2>
      ${total === null ? nothing : html`<span class="total number">${format.number(total)}</span>`}
      <span role="status">${this.#renderConnection()}</span>
      <span class="space"></span>
      ${this.#renderSort()} ${this.#renderFilter()}
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

  #renderSort(): TemplateResult | typeof nothing {
    const {listHeader: words = listHeader} = this.#locale.messages;
    const sorts = this.#capabilities.value?.sorts ?? [];
    const current = this.#sort.value ?? sorts[0];
    if (!current || sorts.length < 2) return nothing;
    return html`
      <button class="button button--ghost sort" type="button" aria-haspopup="menu" aria-expanded=${this.#sorting.open}
        aria-label="${words.sortBy}: ${words.sorts[current]}" @click=${this.#openSort}>
        ${icon('arrows-down-up', {size: 14})}<span class="sort-text">${words.sorts[current]}</span>
      </button>
      <div class="popover menu sort-menu" popover="auto" role="menu" aria-labelledby="by" @keydown=${onMenuKeydown}>
        ${sorts.map((sort) => this.#renderChoice(words.sorts[sort], sort === current, 'menuitemradio', () => this.#arrange(sort, undefined)))}
      </div>
    `;
  }

  #renderFilter(): TemplateResult | typeof nothing {
    const {listHeader: words = listHeader} = this.#locale.messages;
    const offered = this.#capabilities.value?.filters ?? [];
    const filter: ConversationFilter = this.#filter.value ?? {};
    const {assignee, unread, ...rest} = filter;
    const choices: TemplateResult[] = [];
    if (offered.includes('unread'))
      choices.push(this.#renderChoice(words.filterUnread, unread === true, 'menuitemcheckbox', () =>
        this.#arrange(undefined, {...rest, ...(assignee && {assignee}), ...(!unread && {unread: true})})));
    if (offered.includes('assignee'))
      for (const [who, label] of [['me', words.filterMine], ['none', words.filterUnassigned]] as const)
        choices.push(this.#renderChoice(label, assignee === who, 'menuitemcheckbox', () =>
          this.#arrange(undefined, {...rest, ...(unread && {unread}), ...(assignee !== who && {assignee: who})})));
    if (choices.length === 0) return nothing;
    const active = Object.keys(filter).length > 0;
    return html`
      <button class="icon-button filter ${active ? 'filter-on' : ''}" type="button" aria-haspopup="menu"
        aria-expanded=${this.#filtering.open} aria-label=${words.filter} title=${words.filter} @click=${this.#openFilter}>
        ${icon('funnel-simple')}
      </button>
      <div class="popover menu filter-menu" popover="auto" role="menu" aria-label=${words.filter} @keydown=${onMenuKeydown}>
        ${choices}
        ${active
          ? html`<hr /><button class="menu-item" type="button" role="menuitem" @click=${() => this.#arrange(undefined, {})}>${words.clearFilter}</button>`
          : nothing}
      </div>
    `;
  }

  #renderChoice(label: string, on: boolean, role: 'menuitemradio' | 'menuitemcheckbox', choose: () => void): TemplateResult {
    return html`<button class="menu-item" type="button" role=${role} aria-checked=${on} @click=${choose}>
      <span class="tick">${on ? icon('check', {size: 14}) : nothing}</span>${label}
    </button>`;
  }

  #openSort(): void {
    this.#sorting.toggle();
    focusMenu(this.sortMenu);
  }

  #openFilter(): void {
    this.#filtering.toggle();
    focusMenu(this.filterMenu);
  }

  #arrange(sort: ConversationSort | undefined, filter: ConversationFilter | undefined): void {
    const {value: chosenSort} = this.#sort;
    const order = sort ?? chosenSort;
    const narrowed = filter ?? this.#filter.value;
    this.#inbox.commands?.arrangeList(this.view, {...(order && {sort: order}), ...(narrowed && {filter: narrowed})});
    this.#sorting.hide();
    this.#filtering.hide();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-list-header': LoopListHeader;
  }
}
