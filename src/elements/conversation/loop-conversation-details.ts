import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import type {ConversationDetailsMessages} from '../../i18n/areas/conversation-details.js';
import type {Locale} from '../../i18n/locale.js';
import {contact as contactInEnglish} from '../../i18n/locales/en/contact.js';
import {conversationDetails} from '../../i18n/locales/en/conversation-details.js';
import {keepInside} from '../../internal/keep-inside.js';
import {repeat} from '../../internal/repeat.js';
import type {Conversation, Escalation} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {offers, selectConversation, selectDenial, selectThread} from '../../store/selectors.js';
import type {ThreadMessage} from '../../store/state.js';
import {badge} from '../../styles/badge.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {dialog} from '../../styles/dialog.js';
import {dialogHead} from '../../styles/dialog-head.js';
import {line} from '../../styles/line.js';
import {avatar} from '../../templates/avatar.js';
import {channelIcon} from '../../templates/channel.js';
import {icon} from '../../templates/icon.js';
import {ticketLine} from '../../templates/ticket-line.js';
import {activityLine} from '../thread/activity-line.js';
import {conversationFacts} from './conversation-facts.js';
import {subjectOf} from './conversation-header.js';
import {wordsOf} from './conversation-words.js';
import {styles} from './loop-conversation-details.styles.js';
import {participantsOf, type Participant} from './participants.js';

/**
 * Everything known of one conversation, in a dialog: its facts, why it needs attention, who took part and what they wrote before, its
 * tickets, and what has been done with it. Follows live while it is open. Loaded when it is first opened.
 *
 * @summary Conversation details
 * @tag loop-conversation-details
 * @event {LoopConversationSelectEvent} loop-conversation-select - The agent asks to see an earlier conversation; cancelable.
 */
export class LoopConversationDetails extends LitElement {
  static override styles = [base, controls, dialog, dialogHead, line, badge, styles];

  @property({attribute: false}) conversationId = '';
  @property({attribute: false}) inbox: Inbox | undefined;
  @property({attribute: false}) locale!: Locale;

  /** Undefined while they are asked for. */
  @state() private earlier: readonly Conversation[] | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  readonly #inbox = new InboxController(this);
  readonly #conversation = this.#inbox.select((all) => selectConversation(all, this.conversationId), undefined);
  readonly #thread = this.#inbox.select((all) => selectThread(all, this.conversationId), undefined);
  readonly #escalations = this.#inbox.select((all) => all.escalations.get(this.conversationId), undefined);
  readonly #tickets = this.#inbox.select((all) => all.tickets.get(this.conversationId), undefined);
  readonly #session = this.#inbox.select((all) => all.session, undefined);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An open dialog that is put back into the page would no longer be modal.
    this.dialog?.close();
  }

  /** Opens it and reads what is not there yet. */
  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected || this.dialog.open) return;
    this.dialog.showModal();
    this.#load();
  }

  /** It was about another conversation. */
  close(): void {
    this.dialog?.close();
  }

  get #words(): ConversationDetailsMessages {
    return this.locale.messages.conversationDetails ?? conversationDetails;
  }

  protected override render(): TemplateResult | typeof nothing {
    const conversation = this.#conversation.value;
    const {locale} = this;
    const words = this.#words;
    const title = wordsOf(locale).details;
    return html`<dialog aria-labelledby="title" dir=${locale.dir} lang=${locale.tag}>
      <div class="head">
        <h2 id="title">${title}</h2>
        <button type="button" class="icon-button" aria-label=${words.close} title=${words.close} @click=${this.#close}>${icon('x')}</button>
      </div>
      ${conversation ? this.#renderBody(conversation) : nothing}
    </dialog>`;
  }

  #renderBody(conversation: Conversation): TemplateResult {
    const words = this.#words;
    const canTag = this.#offers('tags') && this.#denial('tag') === undefined;
    const escalations = this.#escalations.value ?? [];
    return html`<div class="body" tabindex="0" role="region" aria-labelledby="title">
      <p class="subject"><bdi>${subjectOf(conversation, this.locale)}</bdi></p>
      ${this.#section(words.facts, conversationFacts({
        conversation,
        locale: this.locale,
        words,
        onRemoveTag: canTag ? (tag) => this.#inbox.commands?.changeTags(conversation.id, {remove: [tag]}) : undefined,
      }))}
      ${escalations.length > 0 ? this.#section(words.escalations, html`<ul>${repeat(escalations, ({id}) => id, (each) => this.#renderEscalation(each))}</ul>`, escalations.length) : nothing}
      ${this.#renderParticipants(conversation)}
      ${this.#offers('tickets') ? this.#renderTickets() : nothing}
      ${this.#renderActivities()}
    </div>`;
  }

  #section(title: string, content: unknown, count = 0): TemplateResult {
    return html`<section><h3>${title}${count > 0 ? html` <span class="number-of">${this.locale.format.number(count)}</span>` : nothing}</h3>${content}</section>`;
  }

  #renderEscalation({reason, raisedAt, by, team}: Escalation): TemplateResult {
    const words = this.#words;
    return html`<li class="entry escalation">${icon('flag-fill', {size: 14})}
      <p><bdi>${reason ?? words.noReason}</bdi>
        <span class="quiet">${words.escalated(this.locale.format.dateTime(raisedAt), by?.name ?? team?.name)}</span></p></li>`;
  }

  #renderParticipants(conversation: Conversation): TemplateResult {
    const words = this.#words;
    const everybody = participantsOf(conversation, this.#messages, this.#session.value?.me.id);
    // Whoever wrote in what is not loaded is not counted: no number says otherwise.
    return this.#section(
      words.participants,
      html`<ul>${repeat(everybody, ({key}) => key, (each) => this.#renderParticipant(each))}</ul>
        ${this.#isPartial ? html`<p class="quiet">${words.amongLoaded}</p>` : nothing}`,
      this.#isPartial ? 0 : everybody.length,
    );
  }

  #renderParticipant({kind, name, isMe, count, last}: Participant): TemplateResult {
    const words = this.#words;
    const {format} = this.locale;
    const role = kind === 'contact' ? words.contact : kind === 'bot' ? words.bot : isMe ? words.you : undefined;
    return html`<li class="entry">${avatar({kind, name}, {size: 'sm', mine: isMe})}
      <div><p><bdi>${name ?? role}</bdi>${role && name ? html` <span class="quiet">${role}</span>` : nothing}</p>
        <p class="quiet">${last === undefined ? words.wroteNothing : words.wrote(count, format.dateTime(last))}</p>
        ${kind === 'contact' && this.#offers('contacts') ? this.#renderEarlier() : nothing}</div></li>`;
  }

  #renderEarlier(): TemplateResult {
    const words = this.#words;
    const items = this.earlier?.filter(({id}) => id !== this.conversationId);
    if (!items) return html`<p class="quiet">${words.loading}</p>`;
    if (items.length === 0) return html`<p class="quiet">${words.noEarlier}</p>`;
    return html`<ul aria-label=${words.earlier}>${repeat(items, ({id}) => id, ({id, channel, subject, preview, activityAt}) => html`
      <li><button type="button" class="line" @click=${() => this.#show(id)}>${channelIcon(channel.kind, {size: 14})}
        <span class="truncate" dir="auto">${subject ?? preview ?? words.noSubject}</span>
        <time datetime=${activityAt}>${this.locale.format.short(activityAt, this.#inbox.inbox?.ports.clock.now() ?? 0)}</time></button></li>`)}</ul>`;
  }

  #renderTickets(): TemplateResult {
    const words = this.#words;
    const tickets = this.#tickets.value;
    const {opensOutside} = this.locale.messages.contact ?? contactInEnglish;
    if (!tickets?.length) return this.#section(words.tickets, html`<p class="quiet">${tickets ? words.noTickets : words.loading}</p>`);
    return this.#section(words.tickets, html`<ul>${repeat(tickets, ({id}) => id, (each) => html`<li>${ticketLine(each, opensOutside)}</li>`)}</ul>`, tickets.length);
  }

  /** Newest first: what was done last is what one asks for. */
  #renderActivities(): TemplateResult {
    const words = this.#words;
    const thread = this.#thread.value;
    const done = this.#messages.filter(({kind}) => kind === 'activity').reverse();
    return this.#section(words.activities, html`
      ${done.length === 0 ? html`<p class="quiet">${this.#isPartial ? words.noActivitiesLoaded : words.noActivities}</p>` : html`<ul class="activities">${repeat(done, ({key}) => key, (each) => html`
        <li class="entry">${activityLine(each, this.#session.value?.me.id, this.locale)}</li>`)}</ul>`}
      ${thread?.before && !thread.loadingBefore
        ? html`<button class="link" type="button" @click=${() => this.#inbox.commands?.loadEarlier(this.conversationId)}>${words.showEarlier}</button>`
        : nothing}
    `);
  }

  get #isPartial(): boolean {
    const thread = this.#thread.value;
    return thread?.before !== undefined || thread?.after !== undefined;
  }

  /** Those that are loaded, oldest first. */
  get #messages(): readonly ThreadMessage[] {
    const thread = this.#thread.value;
    return (thread?.keys.keys ?? []).flatMap((key) => thread?.messages.get(key) ?? []);
  }

  #offers(feature: 'tags' | 'contacts' | 'tickets' | 'escalations'): boolean {
    const {state: all} = this.#inbox;
    return all !== undefined && offers(all, feature);
  }

  #denial(action: 'tag'): string | undefined {
    const {state: all} = this.#inbox;
    return all && selectDenial(all, this.conversationId, action);
  }

  #load(): void {
    const {commands} = this.#inbox;
    const contactId = this.#conversation.value?.contact.id;
    if (this.#offers('escalations')) commands?.loadEscalations(this.conversationId);
    if (this.#offers('tickets')) commands?.loadTickets(this.conversationId);
    if (this.#offers('contacts') && contactId !== undefined && commands) void this.#loadEarlier(contactId, commands.contactConversations(contactId));
  }

  async #loadEarlier(contactId: string, asked: Promise<readonly Conversation[]>): Promise<void> {
    this.earlier = undefined;
    const earlier = await asked;
    if (this.#conversation.value?.contact.id === contactId) this.earlier = earlier;
  }

  #show(conversationId: string): void {
    this.dialog.close();
    this.dispatchEvent(new LoopConversationSelectEvent(conversationId));
  }

  readonly #close = (): void => this.dialog.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-conversation-details': LoopConversationDetails;
  }
}
