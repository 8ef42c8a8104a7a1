import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {EffectController} from '../../controllers/effect-controller.js';
import {FactEventsController} from '../../controllers/fact-events-controller.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import {define} from '../../internal/define.js';
import {keepInside} from '../../internal/keep-inside.js';
import {standsAlone} from '../../internal/stands-alone.js';
import type {Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {selectConversation, selectThread} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {hostGuard} from '../../styles/host-guard.js';
import {lateControls} from '../../styles/late.js';
import {tokens} from '../../styles/tokens.js';
import type {LoopComposer} from '../composer/loop-composer.js';
import type {LoopTicketButton} from '../ticket-button/loop-ticket-button.js';
import type {LoopThread} from '../thread/loop-thread.js';
import {conversationHeader} from './conversation-header.js';
import {absent, failed, loading, noneChosen} from './conversation-states.js';
import {styles} from './loop-conversation.styles.js';
import type {LoopConversationMenu, MenuKind} from './loop-conversation-menu.js';

/**
 * Shows one conversation: what it is about, its messages, and where to write to it.
 *
 * @summary One conversation
 * @tag loop-conversation
 * @slot header-start - Before the subject, e.g. the way back.
 * @slot header-actions - Buttons between those of the conversation and its menu.
 * @slot composer-actions - Buttons at the start of the composer's bottom line.
 * @event {LoopConversationArchiveEvent} loop-conversation-archive - Before the conversation is archived; cancelable.
 * @event {LoopConversationArchivedEvent} loop-conversation-archived - It was archived. Facts come from the provider where there is one.
 * @event {LoopMessageSendEvent} loop-message-send - Before a reply or note is sent; cancelable, `body` can be changed.
 * @event {LoopMessageSentEvent} loop-message-sent - The backend has stored a reply or note.
 * @event {LoopTicketCreateEvent} loop-ticket-create - Before a ticket is created; cancelable, `ticket` can be changed.
 * @event {LoopTicketCreatedEvent} loop-ticket-created - A ticket was raised.
 * @event {LoopReadyEvent} loop-ready - The inbox is connected.
 * @event {LoopSignInEvent} loop-sign-in - The agent has to sign in.
 * @event {LoopSignOutEvent} loop-sign-out - What the browser kept has been wiped.
 * @event {LoopErrorEvent} loop-error - Something went wrong that no message shows.
 * @csspart header - The two lines at the top.
 * @csspart bubble - What an incoming message or a reply stands on.
 * @csspart note - What a note stands on.
 * @csspart mail - The card of a mail.
 * @csspart delivery - Where a reply or note is on its way.
 * @csspart attachment - A file or picture of a message.
 * @csspart new-messages - The button that leads to messages below.
 * @csspart composer - The panel that is written in.
 * @csspart input - Its text field.
 * @csspart send - The button that sends, or adds the note.
 * @cssprop [--loop-header-block-size=48px] - Height of the first line.
 * @cssprop [--loop-message-gap=20px] - Space between groups of messages.
 * @cssprop [--loop-message-gap-grouped=4px] - Space between messages of one group.
 * @cssprop [--loop-message-font-size=14px] - Size of what was written.
 * @cssprop [--loop-bubble-padding-block=8px] - Space above and below the words of a bubble.
 * @cssprop [--loop-bubble-padding-inline=12px] - Space before and after them.
 * @cssprop [--loop-bubble-radius=10px] - Corners of a bubble.
 * @cssprop [--loop-bubble-background-incoming=var(--loop-color-incoming)] - Plane of what the contact wrote.
 * @cssprop [--loop-bubble-background-reply=var(--loop-color-reply)] - Plane of a reply.
 * @cssprop [--loop-note-background=var(--loop-color-note)] - Plane of a note.
 * @cssprop [--loop-note-border-color=var(--loop-color-note-line)] - Its dashed edge.
 * @cssprop [--loop-note-radius=3px] - Its corners.
 */
export class LoopConversation extends LitElement {
  static override styles = [tokens, hostGuard, base, lateControls, styles];

  /** Conversation to show; empty: none. */
  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Message to show it at, e.g. from a notification; empty: the first unread one, or the newest. */
  @property({attribute: 'message-id'}) messageId = '';

  /** Id of a provider in the same tree, instead of the nearest one. */
  @property() for = '';

  /** The inbox to use instead of a provider's. */
  @property({attribute: false}) inbox: Inbox | undefined;

  /** `full`: subject, actions and facts; `none`: the page says elsewhere what it is about. */
  @property() header: 'full' | 'none' = 'full';

  /** Origins whose pictures need no consent, e.g. 'https://files.example'. */
  @property({attribute: false}) trustedOrigins: readonly string[] = [];

  @state() private menu: MenuKind | undefined;

  @query('loop-composer') private readonly composer!: LoopComposer | null;

  @query('loop-thread') private readonly thread!: LoopThread | null;

  @query('.popover') private readonly panel!: HTMLElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #conversation = this.#inbox.select((all) => selectConversation(all, this.conversationId), undefined);
  readonly #status = this.#inbox.select((all) => selectThread(all, this.conversationId)?.status, undefined);
  readonly #error = this.#inbox.select((all) => selectThread(all, this.conversationId)?.error, undefined);
  readonly #session = this.#inbox.select((all) => all.session, undefined);
  #anchor: HTMLElement | undefined;
  /** The press that closes a menu must not open it again. */
  #closing: HTMLElement | undefined;
  #focusBack = false;
  readonly #floating = new FloatingController(this, {
    anchor: () => this.#anchor,
    panel: () => this.panel,
    placement: 'bottom-end',
  });

  constructor() {
    super();
    new FactEventsController(
      this,
      () => (standsAlone(this) ? this.inbox : undefined),
      (fact) => {
        const about = 'conversationId' in fact ? fact.conversationId : 'ticket' in fact ? fact.ticket.conversationId : this.conversationId;
        return about === this.conversationId;
      },
    );
    new EffectController(this, () => [this.#inbox.inbox, this.conversationId], (inbox, id) =>
      id && inbox ? inbox.commands.openThread(id, this.messageId || undefined) : undefined);
    new EffectController(this, () => [this.#inbox.inbox, this.conversationId], (inbox, id) =>
      id && inbox ? attendWhileVisible(inbox, id) : undefined);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) this.menu = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) this.#floating.hide();
  }

  /** Puts the focus where one writes. */
  override focus(options?: FocusOptions): void {
    this.composer?.focus(options);
  }

  /** Goes to a message of this conversation. */
  showMessage(messageId: Id): void {
    this.thread?.showMessage(messageId);
  }

  protected override render(): TemplateResult {
    const {inbox} = this.#inbox;
    const locale = this.#locale.value;
    if (!inbox) return absent(locale);
    if (!this.conversationId) return noneChosen(locale);
    const conversation = this.#conversation.value;
    if (this.#status.value === 'failed') return failed(locale, this.#error.value, this.#reload);
    if (!conversation || this.#status.value !== 'ready') return loading(locale);
    return html`
      ${this.header === 'none'
        ? nothing
        : conversationHeader({
            conversation,
            inbox,
            session: this.#session.value,
            locale,
            now: this.#clock.now,
            open: this.#floating.open ? this.menu : undefined,
            onMenu: this.#onMenu,
            onPointerdown: this.#onPointerdown,
            onArchive: this.#archive,
            onReopen: () => inbox.commands.reopen(conversation.id),
            onTakeOver: () => inbox.commands.takeOver(conversation.id),
          })}
      <loop-thread exportparts="bubble, note, mail, delivery, attachment, new-messages" conversation-id=${this.conversationId} message-id=${this.messageId}
        .inbox=${inbox} .origins=${this.trustedOrigins} @compose=${() => this.composer?.focus()}></loop-thread>
      <div class="below"><div class="composer">
        <loop-composer exportparts="composer, input, send" conversation-id=${this.conversationId} .inbox=${inbox}>
          <slot name="composer-actions" slot="composer-actions"></slot>
        </loop-composer>
      </div></div>
      <div class="popover" popover="auto" @beforetoggle=${this.#onBeforeToggle} @toggle=${this.#onToggle}>${this.menu
        ? html`<loop-conversation-menu .kind=${this.menu} .conversation=${conversation} .inbox=${inbox} .locale=${locale}
            @choose=${this.#onChoose} @archive=${this.#archive} @ticket=${this.#openTicket}></loop-conversation-menu>`
        : nothing}</div>
    `;
  }

  readonly #reload = (): void => {
    this.#inbox.commands?.reloadThread(this.conversationId);
  };

  /** The host may keep it: the request is told first. */
  readonly #archive = (): void => {
    this.#floating.hide();
    const request = new LoopConversationArchiveEvent(this.conversationId);
    if (this.dispatchEvent(request)) this.#inbox.commands?.archive(request.conversationId);
  };

  readonly #openTicket = (): void => {
    this.#focusBack = false;
    this.#floating.hide();
    void this.renderRoot.querySelector<LoopTicketButton>('loop-ticket-button')?.open();
  };

  readonly #onPointerdown = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    this.#closing = this.#floating.open && button === this.#anchor ? button : undefined;
  };

  readonly #onMenu = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    const closing = this.#closing === button;
    this.#closing = undefined;
    if (closing) return this.#floating.hide();
    void this.#openMenu(button, button.dataset.menu as MenuKind);
  };

  async #openMenu(anchor: HTMLElement, kind: MenuKind): Promise<void> {
    const {LoopConversationMenu} = await import('./loop-conversation-menu.js');
    define('loop-conversation-menu', LoopConversationMenu);
    this.#floating.hide();
    this.#anchor = anchor;
    this.menu = kind;
    await this.updateComplete;
    this.#floating.show();
    await this.#focusMenu();
  }

  async #focusMenu(): Promise<void> {
    const menu = this.renderRoot.querySelector<LoopConversationMenu>('loop-conversation-menu');
    await menu?.updateComplete;
    menu?.focus();
  }

  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    this.#focusBack = event.newState === 'closed' && this.#isInMenu;
  };

  /** Not every engine gives the focus back from a menu with a shadow root of its own. */
  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'closed' || !this.#focusBack) return;
    this.#focusBack = false;
    if (!this.shadowRoot?.activeElement || this.#isInMenu) this.#anchor?.focus();
  };

  get #isInMenu(): boolean {
    return this.shadowRoot?.activeElement?.localName === 'loop-conversation-menu';
  }

  /** Another menu in the place of this one, or none any more. */
  readonly #onChoose = async (event: Event): Promise<void> => {
    const next = (event as CustomEvent<MenuKind | undefined>).detail;
    if (!next) return this.#floating.hide();
    this.menu = next;
    await this.updateComplete;
    await this.#focusMenu();
  };
}

/** Colleagues see who looks on; who has turned to another page does not. */
function attendWhileVisible({commands, ports: {page}}: Inbox, id: Id): () => void {
  let release: (() => void) | undefined;
  const follow = () => {
    if (page?.visible() ?? true) release ??= commands.attend(id, 'viewing');
    else {
      release?.();
      release = undefined;
    }
  };
  follow();
  const unsubscribe = page?.subscribe(follow);
  return () => {
    unsubscribe?.();
    release?.();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-conversation': LoopConversation;
  }
}
