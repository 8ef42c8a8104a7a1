import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {NewTicket, Ticket} from '../../contract/index.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopTicketCreateEvent, LoopTicketCreatedEvent} from '../../events/ticket-events.js';
import {ticket} from '../../i18n/locales/en/ticket.js';
import {defineAsked} from '../../internal/define.js';
import {checkProperties, isInbox} from '../../internal/host-properties.js';
import {standsAlone} from '../../internal/stands-alone.js';
import type {Inbox} from '../../store/inbox.js';
import {offers, selectContact, selectConversation, selectDenial} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {hostGuard} from '../../styles/host-guard.js';
import {tokensLater} from '../../styles/tokens-later.js';
import {tokens} from '../../styles/tokens.js';
import {icon} from '../../templates/icon.js';
import {styles} from './loop-ticket-button.styles.js';
import type {LoopTicketDialog} from './loop-ticket-dialog.js';
import {TicketDraft} from './ticket-draft.js';

/**
 * Raises a ticket from a conversation, a contact, or from nothing but the agent's words.
 *
 * @summary Ticket button
 * @tag loop-ticket-button
 * @slot - What the button says; "Create a ticket" when empty.
 * @event {LoopTicketCreateEvent} loop-ticket-create - Before a ticket is created; cancelable, `ticket` can be changed.
 * @event {LoopTicketCreatedEvent} loop-ticket-created - The backend has it. Comes from the provider where there is one.
 * @csspart button - The button.
 * @cssstate disabled - No ticket can be created here.
 */
export class LoopTicketButton extends LitElement {
  static override styles = [tokens, tokensLater, hostGuard, base, controls, styles];

  /** Conversation the ticket comes from; empty: none. */
  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Contact the ticket is about where there is no conversation. */
  @property({attribute: 'contact-id'}) contactId = '';

  /** Id of a provider in the same tree, instead of the nearest one. */
  @property() for = '';

  /** The inbox to use instead of a provider's. */
  @property({attribute: false, type: isInbox}) inbox: Inbox | undefined;

  /** Shows an icon; the words become its name. */
  @property({type: Boolean, attribute: 'icon-only', reflect: true}) iconOnly = false;

  /** Can't be pressed. */
  @property({type: Boolean, reflect: true}) disabled = false;

  /** The dialog's code is loaded on the first opening. */
  @state() private dialogReady = false;

  @query('loop-ticket-dialog') private readonly dialog!: LoopTicketDialog | null;

  readonly #internals = this.attachInternals();
  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #offered = this.#inbox.select((state) => offers(state, 'tickets'), false);
  readonly #denial = this.#inbox.select((state) => selectDenial(state, this.conversationId, 'ticket'), undefined);
  readonly #conversation = this.#inbox.select((state) => selectConversation(state, this.#shown?.conversationId ?? ''), undefined);
  readonly #contact = this.#inbox.select((state) => selectContact(state, this.#shown?.conversationId ?? '') ?? state.contacts.get(this.#shown?.contactId ?? ''), undefined);
  /** What was typed, by what it is about: kept until the ticket is there or the agent cancels. */
  readonly #drafts = new Map<string, TicketDraft>();
  /** What the dialog is about, also when the button meanwhile points elsewhere. */
  #shown: TicketDraft | undefined;

  /** Opens the form, as a press of the button does. Does nothing where no ticket can be created. */
  async open(): Promise<void> {
    const {inbox} = this.#inbox;
    if (!inbox || this.#reason !== undefined) return;
    this.dialogReady ||= await defineAsked('loop-ticket-dialog', async () => (await import('./loop-ticket-dialog.js')).LoopTicketDialog);
    if (!this.dialogReady) return;
    await this.updateComplete;
    const about = `${this.conversationId} ${this.contactId}`;
    const draft = this.#drafts.get(about) ?? new TicketDraft(inbox.ports.newId(), this.conversationId, this.contactId);
    this.#drafts.set(about, draft);
    this.#shown = draft;
    this.requestUpdate();
    await this.updateComplete;
    if (this.contactId) inbox.commands.loadContact(this.contactId);
    await this.dialog?.show(draft);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  protected override willUpdate(): void {
    if (this.#reason === undefined) this.#internals.states.delete('disabled');
    else this.#internals.states.add('disabled');
  }

  protected override render(): TemplateResult {
    const reason = this.#reason;
    const {create} = this.#locale.messages.ticket ?? ticket;
    return html`
      <button part="button" class=${this.iconOnly ? 'icon-button' : 'button'} type="button" aria-haspopup="dialog" aria-label=${this.iconOnly ? create : nothing}
        ?disabled=${reason !== undefined} title=${reason || (this.iconOnly ? create : nothing)} @click=${this.open}>
        <slot>${this.iconOnly ? icon('ticket') : create}</slot>
      </button>
      ${this.dialogReady
        ? html`<loop-ticket-dialog .inbox=${this.#inbox.inbox} .locale=${this.#locale.value} .conversation=${this.#conversation.value}
            .contact=${this.#contact.value} .create=${this.#create} .settle=${this.#settle}></loop-ticket-dialog>`
        : nothing}
    `;
  }

  /** Why the button can't be pressed; empty when the host switched it off, undefined when it can. */
  get #reason(): string | undefined {
    if (this.disabled) return '';
    if (!this.#offered.value) return (this.#locale.messages.ticket ?? ticket).absent;
    return this.#denial.value;
  }

  /** Asks the host, then the backend. Undefined: the host cancelled. */
  readonly #create = async (ticket: Omit<NewTicket, 'clientId'>, clientId: string): Promise<Ticket | undefined> => {
    const {inbox} = this.#inbox;
    if (!inbox) return undefined;
    const request = new LoopTicketCreateEvent(ticket.conversationId ?? '', ticket);
    if (!this.dispatchEvent(request)) return undefined;
    const created = await inbox.commands.createTicket(request.ticket, clientId);
    // A provider tells it for everything inside; an element with an inbox of its own tells it itself.
    if (standsAlone(this)) this.dispatchEvent(new LoopTicketCreatedEvent(request.conversationId, created));
    return created;
  };

  /** The ticket is there, or the agent no longer wants it: the next form is a new one. */
  readonly #settle = (draft: TicketDraft): void => {
    for (const [about, each] of this.#drafts) if (each === draft) this.#drafts.delete(about);
  };
}

checkProperties(LoopTicketButton);

declare global {
  interface HTMLElementTagNameMap {
    'loop-ticket-button': LoopTicketButton;
  }
}
