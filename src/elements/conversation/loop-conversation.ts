import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {EffectController} from '../../controllers/effect-controller.js';
import {FactEventsController} from '../../controllers/fact-events-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {checkProperties, isInbox, isText, isTextList} from '../../internal/host-properties.js';
import {keepInside} from '../../internal/keep-inside.js';
import {lateStyles} from '../../internal/late.js';
import {standsAlone} from '../../internal/stands-alone.js';
import type {Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {selectConversation, selectThread} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {hostGuard} from '../../styles/host-guard.js';
import {lateControls, lateTokens} from '../../styles/late.js';
import {tokens} from '../../styles/tokens.js';
import type {LoopComposer} from '../composer/loop-composer.js';
import type {LoopThread} from '../thread/loop-thread.js';
import {conversationHeader, type HeaderView} from './conversation-header.js';
import {skeleton} from './conversation-skeleton.js';
import type {HeaderControls} from './header-controls.js';
import {later} from './late.js';
import {styles} from './loop-conversation.styles.js';

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
 * @event {LoopConversationSelectEvent} loop-conversation-select - The agent asks in the details to see an earlier conversation; cancelable.
 * @event {LoopContactToggleEvent} loop-contact-toggle - The agent wants the contact shown, or hidden, beside it.
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
  static override styles = [tokens, lateTokens, hostGuard, base, lateControls, styles, lateStyles(later)];

  /** Conversation to show; empty: none. */
  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Message to show it at, e.g. from a notification; empty: the first unread one, or the newest. */
  @property({attribute: 'message-id'}) messageId = '';

  /** Id of a provider in the same tree, instead of the nearest one. */
  @property() for = '';

  /** The inbox to use instead of a provider's. */
  @property({attribute: false, type: isInbox}) inbox: Inbox | undefined;

  /** `full`: subject, actions and facts; `none`: the page says elsewhere what it is about. */
  @property() header: 'full' | 'none' = 'full';

  /** Whether the page shows the contact beside it: its menu offers to show or hide them then, and tells `loop-contact-toggle`. */
  @property({attribute: 'contact-panel', type: isText}) contactPanel: 'shown' | 'hidden' | undefined;

  /** Origins whose pictures need no consent, e.g. 'https://files.example'. */
  @property({attribute: false, type: isTextList}) trustedOrigins: readonly string[] | undefined;

  @query('loop-composer') private readonly composer!: LoopComposer | null;

  @query('loop-thread') private readonly thread!: LoopThread | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #conversation = this.#inbox.select((all) => selectConversation(all, this.conversationId), undefined);
  readonly #status = this.#inbox.select((all) => selectThread(all, this.conversationId)?.status, undefined);
  readonly #error = this.#inbox.select((all) => selectThread(all, this.conversationId)?.error, undefined);
  readonly #session = this.#inbox.select((all) => all.session, undefined);
  #controls: HeaderControls | undefined;

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
    new EffectController(this, () => [this.#inbox.inbox, this.conversationId, later.value], (inbox, id, code) =>
      id && inbox ? code?.attendWhileVisible(inbox, id) : undefined);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override willUpdate(): void {
    const code = later.for(this);
    if (code && this.conversationId) this.#controls ??= new code.HeaderControls(this, () => this.#inbox.inbox);
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
    return html`<div class="window">${this.#content()}</div>`;
  }

  #content(): TemplateResult | undefined {
    const {inbox} = this.#inbox;
    const locale = this.#locale.value;
    const conversation = this.#conversation.value;
    const status = this.#status.value;
    if (!inbox || !this.conversationId || status === 'failed')
      return later.value?.withoutMessages({
        locale,
        hasInbox: inbox !== undefined,
        failed: this.conversationId !== '' && status === 'failed',
        error: this.#error.value,
        onRetry: this.#reload,
      });
    if (!conversation || status !== 'ready') return skeleton(locale);
    const view: HeaderView = {conversation, inbox, session: this.#session.value, locale, now: this.#clock.now, contact: this.contactPanel, controls: this.#controls};
    return html`
      ${this.header === 'none' ? nothing : conversationHeader(view)}
      <loop-thread exportparts="bubble, note, mail, delivery, attachment, new-messages" conversation-id=${this.conversationId} message-id=${this.messageId}
        .inbox=${inbox} .origins=${this.trustedOrigins} @compose=${() => this.composer?.focus()}></loop-thread>
      <div class="below"><div class="composer">
        <loop-composer exportparts="composer, input, send" conversation-id=${this.conversationId} .inbox=${inbox}>
          <slot name="composer-actions" slot="composer-actions"></slot>
        </loop-composer>
      </div></div>
      ${this.header === 'none' ? nothing : this.#controls?.popover(view)}
    `;
  }

  readonly #reload = (): void => {
    this.#inbox.commands?.reloadThread(this.conversationId);
  };
}

checkProperties(LoopConversation);

declare global {
  interface HTMLElementTagNameMap {
    'loop-conversation': LoopConversation;
  }
}
