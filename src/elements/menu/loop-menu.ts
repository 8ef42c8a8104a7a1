import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import type {ViewDef} from '../../contract/index.js';
import {LoopPanelOpenEvent, LoopViewSelectEvent, type ShellPanel} from '../../events/view-events.js';
import type {MenuMessages} from '../../i18n/areas/menu.js';
import {menu} from '../../i18n/locales/en/menu.js';
import {defineAsked} from '../../internal/define.js';
import type {Support} from '../../internal/support.js';
import type {Id} from '../../model/index.js';
import {selectCount} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon, type IconName} from '../../templates/icon.js';
import {ownPicture} from '../../templates/own-picture.js';
import {viewName} from '../../templates/view-name.js';
import type {FixedSetting} from '../settings/loop-settings.js';
import {styles} from './loop-menu.styles.js';

type Part = 'notifications' | 'support' | 'settings';

/**
 * Leads to the views, and to notifications, support and the agent's settings. Narrow, it is a column of icons.
 *
 * @summary Left-hand menu
 * @tag loop-menu
 * @slot support - The host's own lines in the support popover.
 * @csspart menu - The whole menu.
 * @internal
 */
export class LoopMenu extends LitElement {
  static override styles = [base, controls, styles];

  /** Id of the view that is shown. */
  @property() view: Id = '';

  /** What the host offers for support. */
  @property({attribute: false}) support: Support | undefined;

  /** Whether density and scheme are the host's to say: their settings are hidden then. */
  @property({attribute: false}) fixed: readonly FixedSetting[] = [];

  /** The parts whose code is there. */
  @state() private loaded: ReadonlySet<Part> = new Set();

  @query('[data-opens="notifications"]') private readonly notificationsButton!: HTMLElement;
  @query('[data-opens="support"]') private readonly supportButton!: HTMLElement;
  @query('[data-opens="settings"]') private readonly settingsButton!: HTMLElement;
  @query('#notifications') private readonly notificationsPanel!: HTMLElement;
  @query('#support') private readonly supportPanel!: HTMLElement;
  @query('#settings') private readonly settingsPanel!: HTMLElement;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #views = this.#inbox.select((all) => all.views, []);
  readonly #counts = this.#inbox.select((all) => all.counts, undefined);
  readonly #unread = this.#inbox.select((all) => all.notifications.unread, null);
  readonly #me = this.#inbox.select((all) => all.session?.me, undefined);
  readonly #floating: Readonly<Record<Part, FloatingController>> = {
    notifications: new FloatingController(this, {
      anchor: () => this.notificationsButton,
      panel: () => this.notificationsPanel,
      placement: 'right-end',
    }),
    support: new FloatingController(this, {anchor: () => this.supportButton, panel: () => this.supportPanel, placement: 'right-end'}),
    settings: new FloatingController(this, {anchor: () => this.settingsButton, panel: () => this.settingsPanel, placement: 'right-end'}),
  };

  /** One stop of the Tab key: the view that is shown, and arrows from there. */
  readonly #toolbar = new ToolbarController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.menu button')],
    axis: 'column',
    preferred: () => this.renderRoot.querySelector<HTMLElement>('[aria-current="page"]'),
  });

  /** Goes to the view that is shown. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-current="page"], .item')?.focus(options);
  }

  get #words(): MenuMessages {
    return this.#locale.messages.menu ?? menu;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const fixed = this.#views.value.filter(({role}) => role !== 'saved');
    const saved = this.#views.value.filter(({role}) => role === 'saved');
    return html`
      <div class="menu" part="menu" role="toolbar" aria-orientation="vertical" aria-label=${words.title} @keydown=${this.#toolbar.onKeydown}
        @focusin=${this.#toolbar.onFocusIn}>
        <div class="head">
          <h2 class="title">${words.title}</h2>
          <button class="icon-button" type="button" aria-label=${words.search} title=${words.search} aria-keyshortcuts="Control+K"
            @click=${() => this.#openOver('search')}>${icon('magnifying-glass')}</button>
        </div>
        <nav class="views" aria-label=${words.label}>
          ${fixed.map((view) => this.#renderView(view))}
          ${saved.length ? html`<h3 class="heading"><span class="label">${words.savedViews}</span></h3>` : nothing}
          ${saved.map((view) => this.#renderView(view))}
        </nav>
        <div class="end">
          ${this.#renderNotifications()}
          ${this.#renderOpener('support', icon('question'), words.support)}
          ${this.#renderMe()}
        </div>
      </div>
      ${this.#renderPanel('notifications', words.notifications, html`<loop-notifications @loop-conversation-select=${this.#close} @settings=${this.#openToldAbout}></loop-notifications>`)}
      ${this.#renderPanel('support', words.support, html`<loop-support .support=${this.support} @shortcuts=${this.#openShortcuts}><slot name="support"></slot></loop-support>`)}
      ${this.#renderPanel('settings', words.settings, html`<loop-settings .fixed=${this.fixed}></loop-settings>`)}
    `;
  }

  #renderView(view: ViewDef): TemplateResult {
    const {messages, format} = this.#locale;
    const name = viewName(view, messages);
    const {inbox} = this.#inbox;
    const count = (this.#counts.value && inbox && selectCount(inbox.state, view.id)) ?? undefined;
    const shown = view.role === 'archived' ? undefined : count;
    const current = view.id === this.view;
    return html`<button class="item" type="button" aria-current=${current ? 'page' : nothing} title=${name}
      aria-label=${this.#words.view(name, shown)} @click=${() => this.dispatchEvent(new LoopViewSelectEvent(view.id))}>
      ${icon(viewIcon(view, current))}<span class="label">${name}</span>
      ${shown === undefined ? nothing : html`<span class="number">${format.number(shown)}</span>`}
    </button>`;
  }

  #renderNotifications(): TemplateResult {
    const {format} = this.#locale;
    const words = this.#words;
    const unread = this.#unread.value ?? 0;
    const open = this.#floating.notifications.open;
    return this.#renderOpener(
      'notifications',
      icon(open ? 'bell-fill' : 'bell'),
      words.notifications,
      unread > 0 ? words.unreadNotifications(unread) : undefined,
      unread > 0 ? html`<span class="count">${format.number(unread)}</span>` : nothing,
    );
  }

  #renderMe(): TemplateResult | typeof nothing {
    const me = this.#me.value;
    if (!me) return nothing;
    const state = me.availability && this.#words.availability[me.availability];
    const more = html`<span class="visually-hidden">${[state, this.#words.settings].filter(Boolean).join(', ')}</span>`;
    return this.#renderOpener('settings', ownPicture(me, {size: 'sm'}), me.name, undefined, more);
  }

  #renderOpener(part: Part, mark: TemplateResult, text: string, label?: string, end: unknown = nothing): TemplateResult {
    return html`<button class="item ${part === 'settings' ? 'item-me' : ''}" type="button" data-opens=${part} aria-haspopup="dialog"
      aria-expanded=${this.#floating[part].open} aria-label=${label ?? nothing} title=${text} @click=${() => this.#open(part)}>
      ${mark}<span class="label truncate">${text}</span> ${end}
    </button>`;
  }

  #renderPanel(part: Part, label: string, content: TemplateResult): TemplateResult {
    return html`<div id=${part} class="popover" popover="auto" role="dialog" aria-label=${label}>
      ${this.loaded.has(part) ? content : nothing}
    </div>`;
  }

  async #open(part: Part): Promise<void> {
    this.#floating[part].toggle();
    if (this.loaded.has(part)) return;
    if (await load[part]()) this.loaded = new Set([...this.loaded, part]);
    else this.#floating[part].hide();
  }

  /** What the agent is told of, from the list of it. */
  readonly #openToldAbout = async (): Promise<void> => {
    await this.#open('settings');
    await this.updateComplete;
    await this.renderRoot.querySelector('loop-settings')?.showToldAbout();
  };

  #openOver(panel: ShellPanel): void {
    this.dispatchEvent(new LoopPanelOpenEvent(panel));
  }

  readonly #openShortcuts = (): void => {
    this.#close();
    this.#openOver('shortcuts');
  };

  readonly #close = (): void => {
    for (const floating of Object.values(this.#floating)) floating.hide();
  };
}

/** Code that is not there before somebody asks for it. */
const load = {
  notifications: () => defineAsked('loop-notifications', async () => (await import('../notifications/loop-notifications.js')).LoopNotifications),
  support: () => defineAsked('loop-support', async () => (await import('../support/loop-support.js')).LoopSupport),
  settings: () => defineAsked('loop-settings', async () => (await import('../settings/loop-settings.js')).LoopSettings),
} as const satisfies Record<Part, () => Promise<boolean>>;

function viewIcon({role, filter, sort}: ViewDef, current: boolean): IconName {
  switch (role) {
    case 'active':
      return current ? 'tray-fill' : 'tray';
    case 'archived':
      return 'archive';
    case 'automated':
      return current ? 'robot-fill' : 'robot';
    case 'saved':
      if (filter?.assignee === 'me') return 'user';
      if (filter?.assignee === 'none') return 'circle-dashed';
      if (filter?.escalated) return 'flag-fill';
      if (filter?.tags?.length) return 'tag';
      return sort === 'waiting-asc' ? 'hourglass-medium' : 'list';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-menu': LoopMenu;
  }
}
