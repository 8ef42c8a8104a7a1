import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {AppearanceController, isDensity, isScheme} from '../../controllers/appearance-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LayoutController} from '../../controllers/layout-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import type {PanelSizeController} from '../../controllers/panel-size-controller.js';
import {ProviderController} from '../../controllers/provider-controller.js';
import type {Adapter} from '../../contract/index.js';
import {LoopConversationSelectedEvent, type LoopConversationSelectEvent} from '../../events/conversation-events.js';
import type {LoopPanelOpenEvent, LoopViewSelectEvent} from '../../events/view-events.js';
import {meetsBrowserFloor} from '../../internal/browser-floor.js';
import {defineLate} from '../../internal/define.js';
import {canConnect, checkProperties, isFunction, isInbox, isRecord, isText, isTextList} from '../../internal/host-properties.js';
import type {Keymap} from '../../internal/keymap.js';
import {lateStyles} from '../../internal/late.js';
import type {Support} from '../../internal/support.js';
import type {Id} from '../../model/index.js';
import type {Inbox, InboxSettings} from '../../store/inbox.js';
import {selectUnsent, selectView, selectViewByRole} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {hostGuard} from '../../styles/host-guard.js';
import {lateControls, lateTokens} from '../../styles/late.js';
import {tokens} from '../../styles/tokens.js';
import {icon} from '../../templates/icon.js';
import type {LoopList} from '../list/loop-list.js';
import type {LoopMenu} from '../menu/loop-menu.js';
import {later} from './late.js';
import {styles} from './loop-inbox.styles.js';

/**
 * The whole inbox: the menu of views, the list of conversations, the open conversation, and who wrote it.
 *
 * @summary Customer-support inbox
 * @tag loop-inbox
 * @slot empty - Instead of our words where a list is empty.
 * @slot signed-out - Instead of our words and button while the agent is signed out.
 * @slot support - The host's own lines in the support popover.
 * @slot header-actions - Buttons in the conversation's header.
 * @slot composer-actions - Buttons at the start of the composer's bottom line.
 * @slot contact-before - The host's own sections before the contact's.
 * @slot contact-after - The host's own sections after the contact's.
 * @event {LoopReadyEvent} loop-ready - The inbox is connected.
 * @event {LoopSignInEvent} loop-sign-in - The agent has to sign in; once, and again when they ask for it.
 * @event {LoopSignOutEvent} loop-sign-out - What the browser kept has been wiped.
 * @event {LoopErrorEvent} loop-error - Something went wrong that no message or list shows.
 * @event {LoopConversationSelectEvent} loop-conversation-select - Before a conversation is shown; cancelable.
 * @event {LoopConversationSelectedEvent} loop-conversation-selected - The agent sees another conversation, or none.
 * @event {LoopConversationArchiveEvent} loop-conversation-archive - Before a conversation is archived; cancelable.
 * @event {LoopConversationArchivedEvent} loop-conversation-archived - A conversation was archived.
 * @event {LoopMessageSendEvent} loop-message-send - Before a reply or note is sent; cancelable.
 * @event {LoopMessageSentEvent} loop-message-sent - The backend has stored a reply or note.
 * @event {LoopTicketCreateEvent} loop-ticket-create - Before a ticket is raised; cancelable.
 * @event {LoopTicketCreatedEvent} loop-ticket-created - A ticket was raised.
 * @csspart menu - The left-hand menu.
 * @csspart list - The scrolling list.
 * @csspart row - One conversation in it.
 * @csspart toast - What tells of something and offers to undo it.
 * @csspart header - The two lines at the top of the conversation.
 * @csspart bubble - What an incoming message or a reply stands on.
 * @csspart note - What a note stands on.
 * @csspart mail - The card of a mail.
 * @csspart delivery - Where a reply or note is on its way.
 * @csspart attachment - A file or picture of a message.
 * @csspart new-messages - The button that leads to messages below.
 * @csspart composer - The panel that is written in.
 * @csspart input - Its text field.
 * @csspart send - The button that sends, or adds the note.
 * @cssprop [--loop-rail-inline-size=188px] - Width of the menu where there is room.
 * @cssprop [--loop-rail-background=var(--loop-color-canvas)] - Plane of the menu.
 * @cssprop [--loop-list-inline-size=340px] - Width of the list.
 * @cssprop [--loop-list-background=var(--loop-color-surface-quiet)] - Plane of the list.
 * @cssprop [--loop-panel-inline-size=280px] - Width of the contact details.
 * @cssprop [--loop-panel-background=var(--loop-color-surface-quiet)] - Plane of the contact details.
 * @cssprop [--loop-row-block-size=76px] - Height of a row.
 * @cssprop [--loop-row-background-selected=var(--loop-color-accent-soft)] - Plane of the open conversation's row.
 * @cssstate compact - Rows of two lines.
 * @cssstate normal - Rows of three lines.
 * @cssstate comfortable - More room everywhere.
 * @cssstate light - Light colours, chosen by attribute or agent.
 * @cssstate dark - Dark ones.
 * @cssstate auto - As the browser: neither they nor the page say which.
 */
export class LoopInbox extends LitElement {
  static override styles = [tokens, lateTokens, hostGuard, base, lateControls, styles, lateStyles(later)];

  /** An inbox made by the host; goes before all others. */
  @property({attribute: false, type: isInbox}) inbox: Inbox | undefined;

  /** The backend. */
  @property({attribute: false, type: canConnect}) adapter: Adapter | undefined;

  /** Address of a backend that speaks the HTTP protocol, e.g. `https://desk.example/v1`. `getToken` gives the tokens; without it, cookies sign in. */
  @property({type: isText}) endpoint: string | undefined;

  /** Uses sample data that live in the page; with a value they are kept in the browser under that name. */
  @property({type: isText}) demo: string | undefined;

  /** The identity of the agent, as the backend names it: what the browser keeps for them is shown before the backend answers. */
  @property({type: isText}) account: string | undefined;

  /** False hides a feature that the adapter has; `automation` is hidden unless it is true. */
  @property({attribute: false, type: isRecord}) features: InboxSettings['features'];

  /** Fresh credentials, for adapters that ask for them. */
  @property({attribute: false, type: isFunction}) getToken: InboxSettings['getToken'];

  /** Id of the view, or `active`, `archived`, `automated`; empty: the first one. */
  @property() view = '';

  /** The open conversation; empty: none. */
  @property({attribute: 'conversation-id'}) conversationId = '';

  /** `compact`, `normal` or `comfortable`; absent: the agent chooses. */
  @property({type: isDensity}) density: string | undefined;

  /** `light`, `dark` or `auto`; absent: the agent chooses, else as the page. */
  @property({attribute: 'color-scheme', type: isScheme}) colorScheme: string | undefined;

  /** Where agents find help. */
  @property({attribute: false, type: isRecord}) support: Support | undefined;

  /** Origins whose pictures need no consent, e.g. 'https://files.example'. */
  @property({attribute: false, type: isTextList}) trustedOrigins: readonly string[] | undefined;

  /** Keys of the shortcuts; false switches them off. */
  @property({attribute: false, type: isRecord}) keymap: Keymap | undefined;

  /** Undefined: as there is room. */
  @state() private contactShown: boolean | undefined;
  @state() private menuOpen = false;
  @state() private messageId: Id = '';

  @query('loop-list') private readonly list!: LoopList | null;
  @query('loop-menu') private readonly menu!: LoopMenu | null;

  readonly #internals = this.attachInternals();
  readonly #provider: ProviderController = new ProviderController(this, () => this.#choices.value?.language ?? '');
  readonly #inbox = new InboxController(this, () => this.#provider.inbox);
  readonly #locale = new LocaleController(this, () => this.#provider.locale);
  readonly #layout = new LayoutController(this);
  readonly #connection = this.#inbox.select((all) => all.connection, {status: 'idle'} as const);
  readonly #session = this.#inbox.select((all) => all.session, undefined);
  readonly #choices = this.#inbox.select((all) => all.choices, undefined);
  readonly #views = this.#inbox.select((all) => all.views, []);
  readonly #unsent = this.#inbox.select(selectUnsent, 0);
  /** Edges that can be moved. */
  #sizes: PanelSizeController | undefined;
  #contactLoaded = false;
  /** The conversation that `messageId` is in. */
  #messageOf: Id = '';
  /** The row to give the focus back to once the list is seen again. */
  #focusList = false;

  constructor() {
    super();
    new AppearanceController(this, this.#internals, () => this.#choices.value);
    // Requests of our own elements and of the host's markup inside us alike.
    this.addEventListener('loop-conversation-select', this.#onSelect);
  }

  /** The inbox that elements inside get; undefined until there is one. */
  get currentInbox(): Inbox | undefined {
    return this.#inbox.inbox;
  }

  /** Goes to the list, or to the open conversation where only that is seen. */
  override focus(options?: FocusOptions): void {
    if (this.#layout.value === 'one' && this.conversationId) this.renderRoot.querySelector<HTMLElement>('loop-conversation')?.focus(options);
    else this.list?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A message belongs to the conversation it was asked for with.
    if (changed.has('conversationId') && this.conversationId !== this.#messageOf) this.messageId = '';
    if (this.#showsContact && !this.#contactLoaded) this.#loadContact();
    const code = later.for(this);
    if (code) this.#sizes ??= new code.PanelSizeController(this, this.#toggleContact);
  }

  protected override updated(): void {
    this.#internals.role = 'region';
    this.#internals.ariaLabel = this.#locale.messages.shell.inbox;
    if (!this.#focusList) return;
    this.#focusList = false;
    void this.list?.updateComplete.then(() => this.list?.focus({preventScroll: true}));
  }

  protected override render(): unknown {
    const {inbox} = this.#inbox;
    const isSignedOut = this.#connection.value.status === 'signed-out';
    if (!meetsBrowserFloor() || !inbox || (isSignedOut && !this.#session.value))
      return later.value?.withoutShell({host: this, locale: this.#locale.value, inbox, unsent: this.#unsent.value});
    return html`
      ${isSignedOut ? later.value?.signedOutBar({host: this, locale: this.#locale.value, inbox, unsent: this.#unsent.value}) : nothing}
      ${this.#renderShell(isSignedOut)}
    `;
  }

  #renderShell(isSignedOut: boolean): TemplateResult {
    const {messages, dir} = this.#locale;
    const one = this.#layout.value === 'one';
    const pane = this.conversationId ? 'conversation' : 'list';
    const density = this.density ?? this.#choices.value?.density ?? 'normal';
    return html`
      <div class="shell ${isSignedOut ? 'shell-quiet' : ''}" dir=${dir} lang=${this.#locale.locale} data-pane=${pane}
        data-menu=${this.menuOpen ? 'open' : nothing} data-contact=${this.#showsContact ? 'shown' : 'hidden'}
        @loop-view-select=${this.#onView} @loop-panel-open=${this.#openPanel} @keydown=${this.#onKeydown}>
        <div class="scrim" @pointerdown=${this.#closeMenu}></div>
        <loop-menu class="rail" exportparts="menu" .view=${this.#viewId} .support=${this.support} .fixed=${later.value?.fixedBy(this) ?? []}
          ?inert=${one && !this.menuOpen}>
          <slot name="support" slot="support"></slot>
        </loop-menu>
        <div class="list">
          <loop-list exportparts="list, row" .view=${this.#viewId} selected-id=${this.conversationId} density=${density} .keymap=${this.keymap}>
            <button class="icon-button narrow" slot="header-start" type="button" aria-label=${messages.shell.openMenu}
              aria-expanded=${this.menuOpen} @click=${this.#openMenu}>${icon('list')}</button>
            <slot name="empty" slot="empty"></slot>
          </loop-list>
          <loop-toasts class="toasts" exportparts="toast" undo-key=${later.value?.undoKeyOf(this.keymap) ?? ''}></loop-toasts>
          ${this.#sizes && later.value?.listEdges(this.#sizes, this.#locale.messages)}
        </div>
        <section class="conversation" aria-label=${messages.shell.conversation} ?inert=${one && this.menuOpen}>
          <loop-conversation exportparts="header, bubble, note, mail, delivery, attachment, new-messages, composer, input, send"
            conversation-id=${this.conversationId} message-id=${this.messageId} contact-panel=${this.#showsContact ? 'shown' : 'hidden'}
            .trustedOrigins=${this.trustedOrigins} @loop-contact-toggle=${this.#toggleContact}>
            <button class="icon-button narrow" slot="header-start" type="button" aria-label=${messages.shell.back} title=${messages.shell.back}
              @click=${this.#back}>${icon('arrow-left', {mirror: true})}</button>
            ${this.#sizes && later.value?.listToggle(this.#sizes, this.#locale.messages)}
            <button class="icon-button contact-toggle" slot="header-actions" type="button" aria-label=${messages.shell.contactDetails}
              title=${messages.shell.contactDetails} aria-pressed=${this.#showsContact} @click=${this.#toggleContact}>${icon('sidebar-simple')}</button>
            <slot name="header-actions" slot="header-actions"></slot>
            <slot name="composer-actions" slot="composer-actions"></slot>
          </loop-conversation>
        </section>
        ${this.#showsContact ? this.#renderContact() : nothing}
      </div>
    `;
  }

  #renderContact(): TemplateResult {
    const {messages} = this.#locale;
    return html`<aside class="contact" aria-label=${messages.shell.contactDetails} tabindex="-1">
      ${later.value?.contactEdge(this.#layout.value === 'wide' ? this.#sizes : undefined, this.#locale.messages, this.#toggleContact)}
      <loop-contact conversation-id=${this.conversationId}>
        <slot name="contact-before" slot="contact-before"></slot>
        <slot name="contact-after" slot="contact-after"></slot>
      </loop-contact>
    </aside>`;
  }

  get #viewId(): Id {
    const all = this.#inbox.state;
    if (!all) return this.view;
    const byRole = this.#views.value.find(({role}) => role === this.view);
    return (selectView(all, this.view) ?? byRole ?? selectViewByRole(all, 'active'))?.id ?? this.view;
  }

  get #showsContact(): boolean {
    return this.conversationId !== '' && (this.contactShown ?? this.#layout.value === 'wide');
  }

  #open(conversationId: Id, messageId: Id = ''): void {
    this.messageId = messageId;
    this.#messageOf = conversationId;
    this.menuOpen = false;
    if (this.#layout.value !== 'wide') this.contactShown = undefined;
    if (conversationId === this.conversationId) return;
    this.conversationId = conversationId;
    this.dispatchEvent(new LoopConversationSelectedEvent(conversationId));
  }

  readonly #onSelect = (event: LoopConversationSelectEvent): void => {
    // After the host's listeners, wherever they are on the way up: any of them may cancel it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#open(event.conversationId, event.messageId);
    });
  };

  #onView(event: LoopViewSelectEvent): void {
    event.stopPropagation();
    this.view = event.view;
    this.menuOpen = false;
    if (this.#layout.value === 'one') this.#back();
  }

  readonly #back = (): void => {
    this.#open('');
    this.#focusList = true;
  };

  readonly #openMenu = (): void => {
    this.menuOpen = true;
    void this.updateComplete.then(() => this.menu?.focus());
  };

  readonly #closeMenu = (): void => {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>('loop-list > .narrow')?.focus();
  };

  readonly #toggleContact = (): void => {
    this.contactShown = !this.#showsContact;
  };

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.menuOpen) return this.#closeMenu();
    if (event.key === 'Escape' && this.#showsContact && this.#layout.value !== 'wide') return this.#toggleContact();
    later.value?.actOnShortcut(event, {
      host: this,
      list: this.list,
      commands: this.#inbox.commands,
      toggleContact: this.#toggleContact,
    });
  }

  #openPanel({panel}: LoopPanelOpenEvent): void {
    void later.value?.openPanel(this, panel);
  }

  #loadContact(): void {
    this.#contactLoaded = true;
    defineLate('loop-contact', async () => (await import('../contact/loop-contact.js')).LoopContact);
  }
}

checkProperties(LoopInbox);

declare global {
  interface HTMLElementTagNameMap {
    'loop-inbox': LoopInbox;
  }
}
