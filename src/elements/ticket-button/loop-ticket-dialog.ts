import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {AdapterError, type Contact, type Conversation, type NewTicket, type Ticket} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {ticket as english} from '../../i18n/locales/en/ticket.js';
import {keepInside} from '../../internal/keep-inside.js';
import {safeLink} from '../../internal/url-policy.js';
import type {Inbox} from '../../store/inbox.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {dialog} from '../../styles/dialog.js';
import {dialogHead} from '../../styles/dialog-head.js';
import {channelIcon} from '../../templates/channel.js';
import {icon} from '../../templates/icon.js';
import {styles} from './loop-ticket-dialog.styles.js';
import {descriptionPath, titlePath, type TicketDraft} from './ticket-draft.js';
import {longField, schemaField, textField, type FieldContext} from './ticket-fields.js';

/** The dialog covers the page, but its events would go through whatever the button stands in: a table row, another dialog. */
const kept = ['click', 'dblclick', 'pointerdown', 'mousedown', 'contextmenu', 'keydown', 'keyup', 'keypress'] as const;

const toError = (error: unknown): AdapterError =>
  AdapterError.is(error) ? error : new AdapterError({code: 'protocol', applied: 'maybe', message: String(error), cause: error});

/** The form that raises a ticket, in a dialog. Loaded on first use by the ticket button. */
export class LoopTicketDialog extends LitElement {
  static override styles = [base, controls, dialog, dialogHead, styles];

  @property({attribute: false}) inbox: Inbox | undefined;
  @property({attribute: false}) locale!: Locale;
  @property({attribute: false}) conversation: Conversation | undefined;
  @property({attribute: false}) contact: Contact | undefined;
  /** Creates it; undefined when the host does not want it. */
  @property({attribute: false}) create!: (ticket: Omit<NewTicket, 'clientId'>, clientId: string) => Promise<Ticket | undefined>;
  /** Forgets what was typed. */
  @property({attribute: false}) settle!: (draft: TicketDraft) => void;

  @state() private draft: TicketDraft | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  #focusProblem = false;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    for (const type of kept) root.addEventListener(type, (event) => event.stopPropagation());
    return root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An open dialog that is put back into the page would no longer be modal.
    this.dialog?.close();
  }

  /** Opens the form on what was typed before, or on an empty one. */
  async show(draft: TicketDraft): Promise<void> {
    this.draft = draft;
    this.requestUpdate();
    await this.updateComplete;
    if (!this.dialog || !this.isConnected) return;
    if (!this.dialog.open) this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('.field')?.focus();
    if (draft.status === 'loading' || draft.status === 'form-failed') await this.#load(draft);
  }

  protected override updated(): void {
    if (!this.#focusProblem) return;
    this.#focusProblem = false;
    const path = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-path]')].find((row) => this.draft?.problems.has(row.dataset['path'] ?? ''));
    path?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  protected override render(): TemplateResult {
    const m = this.locale.messages.ticket ?? english;
    return html`
      <dialog aria-labelledby="title" dir=${this.locale.dir} lang=${this.locale.tag}>
        ${this.draft?.status === 'created' ? this.#renderCreated(this.draft) : this.draft ? this.#renderForm(this.draft) : html`<h2 id="title">${m.create}</h2>`}
      </dialog>
    `;
  }

  #renderForm(draft: TicketDraft): TemplateResult {
    const m = this.locale.messages.ticket ?? english;
    const isCreating = draft.status === 'creating';
    const context: FieldContext = {draft, messages: m, disabled: isCreating, onChange: (path, value) => this.#change(draft, path, value)};
    return html`
      <form novalidate @submit=${(event: Event) => this.#submit(event, draft)}>
        <header class="head">
          <h2 id="title">${m.create}</h2>
          <button type="button" class="icon-button" aria-label=${m.close} @click=${this.#close}>${icon('x')}</button>
        </header>
        <div class="body">
          ${this.#renderSource()}
          ${textField(titlePath, {label: m.title, required: true}, context)}
          ${longField(descriptionPath, {label: m.description}, context)}
          ${draft.fields.map((field) => schemaField(field, context))}
        </div>
        ${draft.failure.length > 0
          ? html`<p class="failure" role="alert">${icon('warning-circle')}<span>${draft.failure.map((sentence) => html`${sentence} `)}</span></p>`
          : nothing}
        <footer>
          <span class="hint" role="status">${draft.status === 'loading' ? m.loading : draft.conversationId ? m.linked : nothing}</span>
          <button type="button" class="button" @click=${() => this.#cancel(draft)}>${m.cancel}</button>
          ${draft.status === 'form-failed'
            ? html`<button type="button" class="button button--primary" @click=${() => this.#load(draft)}>${m.tryAgain}</button>`
            : html`<button class="button button--primary submit" aria-disabled=${draft.status === 'ready' ? nothing : 'true'}>${isCreating ? m.submitting : m.submit}</button>`}
        </footer>
      </form>
    `;
  }

  #renderSource(): TemplateResult | typeof nothing {
    const m = this.locale.messages.ticket ?? english;
    const name = this.contact?.name ?? this.contact?.email ?? this.conversation?.contact.name;
    const subject = this.conversation?.subject;
    if (!name && !subject) return nothing;
    return html`<p class="source">
      ${this.conversation ? channelIcon(this.conversation.channel.kind) : icon('user')}
      <span>${name ? html`${m.from} <bdi><b>${name}</b></bdi> ` : nothing}${subject ? html`<bdi>${m.quoted(subject)}</bdi>` : nothing}</span>
    </p>`;
  }

  #renderCreated({ticket}: TicketDraft): TemplateResult {
    const m = this.locale.messages.ticket ?? english;
    const href = safeLink(ticket?.url);
    return html`
      <div class="created">
        ${icon('check-bold', {size: 28})}
        <h2 id="title">${m.created(ticket?.number)}</h2>
        <p>${ticket?.title}</p>
        <footer>
          ${href ? html`<a class="button" href=${href} target="_blank" rel="noopener noreferrer">${m.open}${icon('arrow-square-out', {size: 14})}</a>` : nothing}
          <button type="button" class="button button--primary done" @click=${this.#close}>${m.done}</button>
        </footer>
      </div>
    `;
  }

  async #load(draft: TicketDraft): Promise<void> {
    draft.status = 'loading';
    draft.failure = [];
    this.requestUpdate();
    const m = this.locale.messages.ticket ?? english;
    try {
      if (!this.inbox) return;
      const {fields} = await this.inbox.commands.ticketForm(draft.conversationId || undefined);
      draft.take(fields);
    } catch (error) {
      draft.status = 'form-failed';
      draft.failure = [m.formFailed, m.because[toError(error).code], m.nothingLost];
    }
    this.requestUpdate();
  }

  async #submit(event: Event, draft: TicketDraft): Promise<void> {
    event.preventDefault();
    if (draft.status !== 'ready') return;
    const m = this.locale.messages.ticket ?? english;
    if (!draft.check(m)) return this.#showProblems();
    draft.status = 'creating';
    this.requestUpdate();
    try {
      draft.ticket = await this.create(draft.toTicket(), draft.clientId);
      draft.status = draft.ticket ? 'created' : 'ready';
    } catch (error) {
      draft.fail(toError(error), m);
      this.#showProblems();
    }
    if (draft.status === 'created') this.settle(draft);
    if (draft !== this.draft) return;
    this.requestUpdate();
    await this.updateComplete;
    if (draft.ticket && this.dialog?.open) this.renderRoot.querySelector<HTMLElement>('.done')?.focus();
  }

  #showProblems(): void {
    this.#focusProblem = true;
    this.requestUpdate();
  }

  #change(draft: TicketDraft, path: string, value: unknown): void {
    draft.set(path, value);
    this.requestUpdate();
  }

  readonly #close = (): void => this.dialog?.close();

  #cancel(draft: TicketDraft): void {
    if (draft.status !== 'creating') this.settle(draft);
    this.dialog?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-ticket-dialog': LoopTicketDialog;
  }
}
