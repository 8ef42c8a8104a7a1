import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Conversation, Id} from '../../contract/index.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import type {ContactMessages} from '../../i18n/areas/contact.js';
import {contact} from '../../i18n/locales/en/contact.js';
import {keepInside} from '../../internal/keep-inside.js';
import {repeat} from '../../internal/repeat.js';
import type {Inbox} from '../../store/inbox.js';
import {offers, selectContact, selectConversation, selectDenial} from '../../store/selectors.js';
import {badge} from '../../styles/badge.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {line} from '../../styles/line.js';
import {avatar} from '../../templates/avatar.js';
import {blank} from '../../templates/blank.js';
import {channelIcon} from '../../templates/channel.js';
import {icon} from '../../templates/icon.js';
import {ticketLine} from '../../templates/ticket-line.js';
import {AttributeEditor} from './attribute-editor.js';
import {attributeFacts, contactFacts, localTime, type Fact} from './contact-values.js';
import {styles} from './loop-contact.styles.js';

type Section = 'contact' | 'attributes' | 'earlier' | 'tickets';

/**
 * Tells who wrote: how to reach them, what is known of them, what they wrote before, and which tickets there are.
 *
 * @summary Contact panel
 * @tag loop-contact
 * @slot contact-before - The host's own sections, before the others.
 * @slot contact-after - The host's own sections, after the others.
 * @event {LoopConversationSelectEvent} loop-conversation-select - The agent asks to see an earlier conversation; cancelable.
 */
export class LoopContact extends LitElement {
  static override styles = [base, controls, line, badge, styles];

  /** Conversation whose contact is shown. */
  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Undefined while it is asked for. */
  @state() private earlier: readonly Conversation[] | undefined;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #contact = this.#inbox.select((state) => selectContact(state, this.conversationId), undefined);
  readonly #conversation = this.#inbox.select((state) => selectConversation(state, this.conversationId), undefined);
  readonly #tickets = this.#inbox.select((state) => state.tickets.get(this.conversationId), undefined);
  readonly #offersContacts = this.#inbox.select((state) => offers(state, 'contacts'), false);
  readonly #canEdit = this.#inbox.select((state) => state.can.has('contacts.update') && selectDenial(state, this.conversationId, 'edit-contact') === undefined, false);
  readonly #editor = new AttributeEditor(this, {
    contact: () => this.#contact.value,
    save: (id, patch) => this.#inbox.commands?.updateContact(id, patch),
  });
  readonly #offersTickets = this.#inbox.select((state) => offers(state, 'tickets'), false);
  /** Sections that the agent closed; they stay so from contact to contact. */
  readonly #folded = new Set<Section>();
  #asked: {readonly inbox: Inbox; readonly what: string} | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#asked = undefined;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override updated(): void {
    this.#ask();
  }

  get #mayEdit(): boolean {
    return this.#canEdit.value;
  }

  get #words(): ContactMessages {
    return this.#locale.messages.contact ?? contact;
  }

  protected override render(): TemplateResult {
    const m = this.#words;
    const contact = this.#contact.value;
    if (!contact) return blank({icon: 'user', title: m.label, text: m.absent});
    const attributes = contact.attributes ?? [];
    const now = this.#clock.now;
    const time = localTime(attributes, this.#locale.value, now);
    return html`
      <header>
        ${avatar(contact.name === undefined ? null : {name: contact.name}, {size: 'lg'})}
        <div>
          <h2 class="truncate" dir="auto">${contact.name ?? contact.email ?? contact.phone ?? m.unnamed}</h2>
          ${time ? html`<p class="time number">${time}</p>` : nothing}
        </div>
      </header>
      <slot name="contact-before"></slot>
      ${this.#section('contact', m.contact, this.#facts(contactFacts(contact, this.#locale.value)))}
      ${attributes.length > 0 ? this.#section('attributes', m.attributes, this.#facts(attributeFacts(attributes, this.#locale.value, this.#mayEdit))) : nothing}
      ${this.#offersContacts.value ? this.#renderEarlier(now) : nothing}
      ${this.#offersTickets.value ? this.#renderTickets() : nothing}
      <slot name="contact-after"></slot>
    `;
  }

  #section(name: Section, title: string, content: unknown, count?: number): TemplateResult {
    return html`
      <details class="section" ?open=${!this.#folded.has(name)} @toggle=${(event: Event) => this.#fold(name, event)}>
        <summary>
          ${icon('caret-down-bold', {size: 10})}<h3>${title}</h3>${count ? html`<span class="number-of">${this.#locale.format.number(count)}</span>` : nothing}
        </summary>
        ${content}
      </details>
    `;
  }

  #facts(facts: readonly Fact[]): TemplateResult {
    if (facts.length === 0) return html`<p class="none">${this.#words.nothingKnown}</p>`;
    return html`
      <dl>
        ${repeat(
          facts,
          ({key}) => key,
          ({key, label, value, href, editable}) => html`
            <div>
              <dt class="truncate">${label}</dt>
              ${editable && this.#editor.key === key
                ? html`<dd class="editing">${this.#editor.render(editable, this.#locale.value)}</dd>`
                : editable
                  ? html`<dd class="value"><span class="truncate" dir="auto" title=${value}>${valueOf(href, value || html`<span class="none">${this.#words.empty}</span>`)}</span>
                      <button type="button" class="icon-button edit" data-key=${key} aria-label=${this.#words.change(label)} title=${this.#words.change(label)}
                        @click=${() => this.#editor.begin(editable)}>${icon('pencil-simple', {size: 14})}</button></dd>`
                  : html`<dd class="truncate" dir="auto" title=${value}>${valueOf(href, value)}</dd>`}
            </div>
          `,
        )}
      </dl>
    `;
  }

  #renderEarlier(now: number): TemplateResult {
    const m = this.#words;
    const items = this.earlier?.filter(({id}) => id !== this.conversationId);
    const content = !items
      ? html`<p class="none">${m.loading}</p>`
      : items.length === 0
        ? html`<p class="none">${m.noEarlier}</p>`
        : html`<ul>
            ${repeat(
              items,
              ({id}) => id,
              ({id, channel, subject, preview, activityAt}) => html`
                <li>
                  <button type="button" class="line" @click=${() => this.dispatchEvent(new LoopConversationSelectEvent(id))}>
                    ${channelIcon(channel.kind, {size: 14})}
                    <span class="truncate" dir="auto">${subject ?? preview ?? m.noSubject}</span>
                    <time datetime=${activityAt}>${this.#locale.format.short(activityAt, now)}</time>
                  </button>
                </li>
              `,
            )}
          </ul>`;
    return this.#section('earlier', m.earlier, content, items?.length);
  }

  #renderTickets(): TemplateResult {
    const m = this.#words;
    const tickets = this.#tickets.value;
    const content = !tickets
      ? html`<p class="none">${m.loading}</p>`
      : tickets.length === 0
        ? html`<p class="none">${m.noTickets}</p>`
        : html`<ul>${repeat(tickets, ({id}) => id, (ticket) => html`<li>${ticketLine(ticket, m.opensOutside)}</li>`)}</ul>`;
    return this.#section('tickets', m.tickets, content, tickets?.length);
  }

  #fold(name: Section, event: Event): void {
    if ((event.currentTarget as HTMLDetailsElement).open) this.#folded.delete(name);
    else this.#folded.add(name);
  }

  /** Asks once for each contact and conversation, and again after the panel was away or the backend offers more. */
  #ask(): void {
    const {inbox} = this.#inbox;
    const contactId = this.#conversation.value?.contact.id;
    const what = [this.conversationId, contactId, this.#offersContacts.value, this.#offersTickets.value].join(' ');
    if (!this.isConnected || !inbox || !contactId || (this.#asked?.inbox === inbox && this.#asked.what === what)) return;
    const asked = (this.#asked = {inbox, what});
    if (this.#offersContacts.value) {
      inbox.commands.loadContact(contactId);
      void this.#loadEarlier(asked, contactId);
    }
    if (this.#offersTickets.value) inbox.commands.loadTickets(this.conversationId);
  }

  async #loadEarlier(asked: {readonly inbox: Inbox}, contactId: Id): Promise<void> {
    this.earlier = undefined;
    const conversations = await asked.inbox.commands.contactConversations(contactId);
    if (asked === this.#asked) this.earlier = conversations;
  }
}

const valueOf = (href: string | undefined, value: unknown): unknown =>
  href ? html`<a href=${href} target=${/^https?:/.test(href) ? '_blank' : nothing} rel="noopener noreferrer">${value}</a>` : value;

declare global {
  interface HTMLElementTagNameMap {
    'loop-contact': LoopContact;
  }
}
