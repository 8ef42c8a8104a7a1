import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {FrameController} from '../../controllers/frame-controller.js';
import type {HeldOrder, LiveOrder} from '../../controllers/held-order.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {OpenListController} from '../../controllers/open-list-controller.js';
import {WindowController} from '../../controllers/window-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import type {Keymap} from '../../internal/keymap.js';
import {lateStyles} from '../../internal/late.js';
import type {ViewDef} from '../../contract/index.js';
import {repeat} from '../../internal/repeat.js';
import type {Id} from '../../model/index.js';
import {selectView, selectViewByRole} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {lateControls} from '../../styles/late.js';
import {viewName} from '../../templates/view-name.js';
import type {FilterChoices} from './filter-choices.js';
import {later} from './late.js';
import {listSkeleton} from './list-skeleton.js';
import {rowContent, type RowFrame} from './row.js';
import {readRow, sameRows, type RowFacts} from './row-facts.js';
import type {RowPicks} from './row-picks.js';
import {styles} from './loop-list.styles.js';

/**
 * Lists the conversations of one view, however many there are, and keeps them where they are while a hand is among them.
 *
 * It is a grid (`role="grid"`), not a list box: a row holds buttons, which an `option` may not, and a grid says how many rows there
 * are although only the visible ones are in the document. One row takes part in the Tab order. Arrow up and down (or K and J), Home,
 * End and Page keys move; the arrow towards the end of the line goes to the row's actions and the other one back; Enter opens;
 * E archives. Space, Shift with the arrows and Ctrl+A pick rows for what is done to several at once.
 *
 * @summary Conversation list
 * @tag loop-list
 * @slot header-start - Before the title.
 * @slot empty - Shown instead of our words where the list is empty.
 * @event {LoopConversationSelectEvent} loop-conversation-select - Before a conversation is shown; cancelable.
 * @event {LoopConversationArchiveEvent} loop-conversation-archive - Before a conversation is archived; cancelable.
 * @csspart list - The scrolling rows.
 * @csspart row - One row.
 * @internal
 */
export class LoopList extends LitElement {
  static override styles = [base, lateControls, styles, lateStyles(later)];

  /** Id or role of the view; empty: the first one. */
  @property() view = '';

  /** The conversation that is open. */
  @property({attribute: 'selected-id'}) selectedId: Id = '';

  /** Shown as it is: the shell has decided. */
  @property({reflect: true}) density = 'normal';

  /** Keys of the shortcuts. */
  @property({attribute: false}) keymap: Keymap | undefined;

  @state() private hoveredId: Id = '';

  /** The host has something to show where the list is empty. */
  @state() private hostsWords = false;

  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('.body') private readonly body!: HTMLElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #window = new WindowController(this, () => this.scroller);
  readonly #frame = new FrameController(this);
  readonly #open = new OpenListController(this, this.#inbox, () => this.#viewId);
  readonly #clock = new ClockController(this, this.#inbox, () => (this.#waitsVisibly() ? 1000 : 60_000));

  readonly #connection = this.#inbox.select((all) => all.connection, {status: 'idle'} as const);
  readonly #session = this.#inbox.select((all) => all.session, undefined);
  readonly #views = this.#inbox.select((all) => all.views, []);
  readonly #rows = this.#inbox.select(
    (all) => this.#shownIds.map((id) => readRow(all, id, this.selectedId)),
    [] as readonly (RowFacts | undefined)[],
    sameRows,
  );

  #order: HeldOrder | undefined;
  #choices: FilterChoices | undefined;
  #picks: RowPicks | undefined;
  /** All rows, in the order they are shown. */
  #keys: readonly Id[] = [];
  #fresh = 0;
  /** Indexes and ids of the rows in the document. */
  #shownIndexes: readonly number[] = [];
  #shownIds: readonly Id[] = [];
  /** The row in the Tab order, and where it stands. */
  #activeId: Id = '';
  #activeIndex = -1;
  /** Gives the focus to the active row after the render. */
  #focusActive = false;

  constructor() {
    super();
    // Here and not on the rows: on its way to the button that lets new ones in, the pointer must not let them in itself.
    this.addEventListener('pointerenter', this.#onPointerEnter);
    this.addEventListener('pointerleave', this.#onPointerLeave);
  }

  /** Goes to the row of the open conversation, else to the first one. */
  override focus(options?: FocusOptions): void {
    const row = this.#rowElement(this.#activeId);
    if (row) row.focus(options);
    else this.body?.focus(options);
  }

  /** Opens the next (1) or previous (-1) conversation of the list. */
  step(by: 1 | -1): void {
    const from = this.#keys.indexOf(this.selectedId);
    const id = this.#keys[Math.max(0, Math.min(this.#keys.length - 1, from + by))];
    if (id === undefined) return;
    this.#moveTo(this.#keys.indexOf(id), false);
    this.#select(id);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const turn = this.#frame.turn();
    return turn ? turn.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const list = this.#open.list;
    const order = list?.ids ?? noRows;
    const {keys, fresh} = this.#holding()?.rows(order) ?? {keys: order.keys, fresh: 0};
    this.#keys = keys;
    this.#fresh = fresh;
    this.#picks?.keep(this.#viewId, (id) => order.has(id));
    this.#keepActive(changed.has('selectedId'));
    const {first, end} = this.#window.of(keys.length);
    const indexes = Array.from({length: Math.max(0, end - first)}, (_, offset) => first + offset);
    // The row that has the focus stays in the document wherever one scrolls.
    if (this.#activeIndex >= 0 && (this.#activeIndex < first || this.#activeIndex >= end)) {
      if (this.#activeIndex < first) indexes.unshift(this.#activeIndex);
      else indexes.push(this.#activeIndex);
    }
    this.#shownIndexes = indexes;
    this.#shownIds = indexes.map((index) => keys[index] ?? '');
  }

  protected override updated(): void {
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.row[data-id]'))
      row.style.insetBlockStart = `${(Number(row.ariaRowIndex) - 1) * this.#window.rowSize}px`;
    const rows = this.renderRoot.querySelector<HTMLElement>('.rows');
    if (rows) rows.style.blockSize = `${this.#keys.length * this.#window.rowSize + (this.#open.list?.loadingMore ? 36 : 0)}px`;
    if (this.#focusActive) {
      this.#focusActive = false;
      this.focus({preventScroll: true});
    }
    this.#open.loadMoreNear(this.#window.of(this.#keys.length).end, this.#keys.length);
  }

  protected override render(): TemplateResult {
    const list = this.#open.list;
    return html`
      <loop-list-header .view=${this.#viewId} .name=${this.#viewName}><slot name="header-start" slot="start"></slot></loop-list-header>
      ${this.#picks?.bar() ?? nothing}
      ${later.value?.notices({
        words: this.#locale.messages.list,
        stale: list?.stale === true && this.#connection.value.status === 'live',
        fresh: this.#fresh,
        onFocusOut: this.#onFocusOut,
        onLetIn: this.#letIn,
      })}
      <div class="body" tabindex="-1" @pointerleave=${this.#onBodyLeave}
        @focusin=${this.#onFocusIn} @focusout=${this.#onFocusOut}>${this.#renderBody()}</div>
    `;
  }

  #renderBody(): TemplateResult {
    const list = this.#open.list;
    if (this.#keys.length > 0) return this.#renderRows();
    const blank = later.for(this)?.withoutRows({
      host: this,
      locale: this.#locale.value,
      inbox: this.#inbox.inbox,
      query: this.#open.query,
      list,
      view: this.#view,
      viewName: this.#viewName,
      hostsWords: this.hostsWords,
      choices: this.#choices,
      onSlot: this.#onSlot,
      now: this.#clock.local,
    });
    return blank ?? listSkeleton(this.#locale.messages.shell.loading);
  }

  #renderRows(): TemplateResult {
    const {messages, format} = this.#locale;
    const frame: RowFrame = {messages, format, now: this.#clock.now, me: this.#session.value?.me};
    const facts = this.#rows.value;
    const list = this.#open.list;
    return html`
      <div class="scroller" part="list" tabindex="-1">
        <div class="probe" data-row-probe></div>
        <div class="rows" role="grid" aria-label=${messages.list.label(this.#viewName)} aria-readonly="true"
          aria-rowcount=${list?.next ? (list.total ?? -1) : this.#keys.length} aria-busy=${list?.status === 'loading'}
          @click=${this.#onClick} @keydown=${this.#onKeydown} @pointerover=${this.#onPointerOver}>
          ${repeat(this.#shownIds, (id) => id, (id, at) => this.#renderRow(id, this.#shownIndexes[at] ?? 0, facts[at], frame))}
        </div>
        ${list?.loadingMore ? html`<p class="more" role="status">${messages.list.loadingMore}</p>` : nothing}
      </div>
    `;
  }

  #renderRow(id: Id, index: number, facts: RowFacts | undefined, frame: RowFrame): TemplateResult {
    const record = facts?.conversation;
    const withActions = record && (id === this.hoveredId || id === this.#activeId);
    return html`<div class="row ${record?.unread ? 'row-unread' : ''} ${record?.state === 'snoozed' ? 'row-snoozed' : ''}" part="row"
      role="row" data-id=${id} aria-rowindex=${index + 1} aria-selected=${this.#picks?.has(id) ?? false} aria-current=${id === this.selectedId ? 'true' : nothing}
      tabindex=${id === this.#activeId ? 0 : -1}>
      ${this.#picks?.box(id, frame.messages) ?? nothing}<div class="row-facts" role="gridcell">${facts ? rowContent(facts, frame) : nothing}</div>
      ${withActions ? later.value?.rowActions(this, record, this.#session.value, frame.messages, this.#inbox.commands) : nothing}
    </div>`;
  }

  get #viewId(): Id {
    const all = this.#inbox.state;
    if (!all) return this.view;
    const found = selectView(all, this.view) ?? all.views.find(({role}) => role === this.view) ?? selectViewByRole(all, 'active');
    return found?.id ?? this.view;
  }

  get #view(): ViewDef | undefined {
    return this.#views.value.find(({id}) => id === this.#viewId);
  }

  get #viewName(): string {
    return viewName(this.#view, this.#locale.messages);
  }

  #waitsVisibly(): boolean {
    return this.#keys.length === 0 && this.#connection.value.status === 'waiting';
  }

  /** What keeps rows where they are; a hand may be among them before it has come. */
  #holding(): HeldOrder | undefined {
    const code = later.for(this);
    if (!code || this.#order) return this.#order;
    this.#order = new code.HeldOrder(this);
    this.#choices = new code.FilterChoices(this, () => this.#inbox.inbox, () => this.#open.query?.filter);
    this.#picks = new code.RowPicks(this, {
      inbox: () => this.#inbox.inbox,
      keys: () => this.#keys,
      active: () => this.#activeIndex,
      moveTo: (index) => this.#moveTo(index, true),
    });
    new code.ListTrimController(this, {inbox: this.#inbox, query: () => this.#open.query, shown: () => this.#shownIds, keep: () => this.#picks?.ids ?? []});
    new code.ScrollMemory(this, {scroller: () => this.scroller, key: () => this.#open.list?.key, hasMore: () => this.#open.list?.next !== undefined});
    if (this.matches(':hover') && matchMedia('(hover: hover)').matches) this.#order.hold('pointer');
    if (this.#hasFocus) this.#order.hold('focus');
    return this.#order;
  }

  /** The row in the Tab order follows its conversation; when that left, the next one takes its place. */
  #keepActive(selectionChanged: boolean): void {
    if (selectionChanged && this.selectedId && !this.#hasFocus) this.#activeId = this.selectedId;
    const keys = this.#keys;
    if (keys[this.#activeIndex] === this.#activeId && this.#activeId !== '') return;
    const index = this.#activeId === '' ? -1 : keys.indexOf(this.#activeId);
    if (index >= 0) {
      this.#activeIndex = index;
      return;
    }
    const left = this.#activeId !== '';
    this.#activeIndex = keys.length === 0 ? -1 : Math.max(0, Math.min(this.#activeIndex, keys.length - 1));
    this.#activeId = keys[this.#activeIndex] ?? '';
    if (left && this.#hasFocus) this.#focusActive = true;
  }

  get #hasFocus(): boolean {
    return this.shadowRoot?.activeElement?.closest('.body') != null;
  }

  #rowElement(id: Id): HTMLElement | null {
    return id === '' ? null : this.renderRoot.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"]`);
  }

  #moveTo(index: number, focus: boolean): void {
    const id = this.#keys[index];
    if (id === undefined) return;
    this.#activeIndex = index;
    this.#activeId = id;
    this.#window.reveal(index);
    this.#focusActive = focus;
    this.requestUpdate();
  }

  #select(id: Id): void {
    this.dispatchEvent(new LoopConversationSelectEvent(id));
  }

  #onClick(event: MouseEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    if (!row || (event.target as Element).closest('button:not(.pick)')) return;
    const id = row.dataset['id'] ?? '';
    const picked = this.#picks?.onClick(event, id);
    this.#moveTo(this.#keys.indexOf(id), true);
    if (!picked) this.#select(id);
  }

  #onKeydown(event: KeyboardEvent): void {
    // A key pressed before the code for it is there is not lost.
    if (!later.value) return void later.load().then(() => this.#onKeydown(event));
    const place = {index: this.#activeIndex, last: this.#keys.length - 1, pageRows: this.#window.pageRows, dir: this.#locale.dir, keymap: this.keymap, isOpen: this.#activeId === this.selectedId};
    const picked = this.#picks?.onKeydown(event);
    const move = picked ? undefined : later.value?.rowKey(event, place);
    if (!picked && !move) return;
    event.preventDefault();
    event.stopPropagation();
    if (!move) return;
    const record = this.#rows.value.find((row) => row?.conversation.id === this.#activeId)?.conversation;
    if (move.type === 'to') this.#moveTo(move.index, true);
    else if (move.type === 'open') this.#select(this.#activeId);
    else if (move.type === 'inside') later.value?.moveInside(this.#rowElement(this.#activeId), move.by);
    else if (this.#picks?.size) this.#picks.act(move.type);
    else if (record) later.value?.actOnRow(move.type, this, record, this.#inbox.commands);
  }

  readonly #onPointerOver = (event: Event): void => {
    this.hoveredId = (event.target as Element).closest<HTMLElement>('.row')?.dataset['id'] ?? '';
  };

  readonly #onPointerEnter = (event: PointerEvent): void => {
    // A finger has no resting place: it would hold the list for good.
    if (event.pointerType !== 'touch') this.#order?.hold('pointer');
  };

  readonly #onPointerLeave = (): void => this.#order?.release('pointer');

  readonly #onBodyLeave = (): void => {
    this.hoveredId = '';
  };

  /** Not by the slot's own fallback: a shell around us passes on a slot of its own, which is there when it is empty too. */
  readonly #onSlot = (event: Event): void => {
    this.hostsWords = (event.currentTarget as HTMLSlotElement).assignedNodes({flatten: true}).length > 0;
  };

  readonly #onFocusIn = (event: FocusEvent): void => {
    this.#order?.hold('focus');
    const id = (event.target as Element).closest<HTMLElement>('.row')?.dataset['id'];
    if (id === undefined || id === this.#activeId) return;
    this.#activeId = id;
    this.#activeIndex = this.#keys.indexOf(id);
    this.requestUpdate();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget as Element | null;
    if (!to?.closest('.body, .fresh, loop-bulk-bar')) this.#order?.release('focus');
  };

  readonly #letIn = (): void => {
    this.#order?.letIn();
    this.#window.toStart();
    this.#moveTo(0, true);
  };
}

const noRows: LiveOrder = {keys: [], version: 0, has: () => false, indexOf: () => -1};

declare global {
  interface HTMLElementTagNameMap {
    'loop-list': LoopList;
  }
}
