import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Id, Notification} from '../../contract/index.js';
import {AnnouncerController} from '../../controllers/announcer-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import {notifications} from '../../i18n/locales/en/notifications.js';
import {toast} from '../../i18n/locales/en/toast.js';
import {repeat} from '../../internal/repeat.js';
import type {InboxState, Notice} from '../../store/state.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon} from '../../templates/icon.js';
import {styles} from './loop-toasts.styles.js';
import {keyOfUndo, noticeText, undoGroups, undoText, type ToastText, type UndoGroup} from './toast-texts.js';

/** More of them would cover the list; the rest follow as these go. */
const most = 3;

const newest = <T>(records: Iterable<T>): readonly T[] => [...records].slice(-most);

/**
 * Tells what was done and takes it back, and what could not be done.
 *
 * @summary Undo and notices
 * @tag loop-toasts
 * @event {LoopConversationSelectEvent} loop-conversation-select - The agent asks to see the conversation a notice is about; cancelable.
 * @csspart toast - One of them.
 */
export class LoopToasts extends LitElement {
  static override styles = [base, controls, styles];

  /** Key by which the shell calls `undoNewest`, as a hint beside "Undo"; empty: none. */
  @property({attribute: 'undo-key'}) undoKey = '';

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #announcer = new AnnouncerController(this);
  readonly #undoables = this.#inbox.select((state: InboxState) => state.undoables.version, -1);
  readonly #notices = this.#inbox.select((state: InboxState) => state.notices.version, -1);
  /** What has been said, as long as it is shown. */
  #said: ReadonlySet<string> = new Set();
  /** Undo times that stand still because of this element. */
  readonly #paused = new Set<Id>();
  /** Who had the focus before a toast. */
  #before: HTMLElement | undefined;
  #hadFocus = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const id of this.#paused) this.#inbox.commands?.resumeUndo(id);
    this.#paused.clear();
  }

  /** Takes back the newest change that can be taken back. Returns false when there is none. */
  undoNewest(): boolean {
    const group = this.#shownUndoables.at(-1);
    if (!group) return false;
    this.#undo(group);
    return true;
  }

  protected override willUpdate(): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
  }

  protected override updated(): void {
    this.#announce();
    for (const id of this.#paused) if (!this.#inbox.state?.undoables.has(id)) this.#paused.delete(id);
    // The toast that had the focus is gone: it goes back to where it came from, not to the top of the page.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) {
      const next = this.renderRoot.querySelector<HTMLElement>('.undo, .dismiss') ?? (this.#before?.isConnected ? this.#before : undefined);
      next?.focus();
    }
  }

  protected override render(): TemplateResult {
    const m = this.#locale.messages.toast ?? toast;
    return html`
      <section aria-label=${m.region} @focusin=${this.#onFocusIn}>
        ${repeat(this.#shownNotices, ({id}) => id, (notice) => this.#renderNotice(notice))}
        ${repeat(this.#shownUndoables, ([first]) => keyOfUndo(first), (group) => this.#renderUndo(group))}
      </section>
    `;
  }

  #renderUndo(group: UndoGroup): TemplateResult {
    const m = this.#locale.messages.toast ?? toast;
    const isNewest = this.#shownUndoables.at(-1)?.[0] === group[0];
    return html`
      <div part="toast" class="toast" @pointerenter=${() => this.#pause(group)} @pointerleave=${(event: Event) => this.#leave(event, group)}
        @focusin=${() => this.#pause(group)} @focusout=${(event: FocusEvent) => this.#leave(event, group)}>
        ${this.#renderText(undoText(group, m))}
        <button type="button" class="undo" @click=${() => this.#undo(group)}>
          ${m.undo}${isNewest && this.undoKey ? html`<kbd aria-hidden="true">${this.undoKey}</kbd>` : nothing}
        </button>
        <button type="button" class="dismiss" aria-label=${m.dismiss} @click=${() => this.#dismiss(group)}>${icon('x', {size: 14})}</button>
      </div>
    `;
  }

  #renderNotice(notice: Notice): TemplateResult {
    const m = this.#locale.messages.toast ?? toast;
    const {about} = notice;
    return html`
      <div part="toast" class="toast" data-type=${about.type}>
        ${this.#renderText(this.#textOf(notice))}
        ${about.type === 'archive-cancelled' || about.type === 'message-waits'
          ? html`<button type="button" class="undo" @click=${() => this.#show(about.conversationId, notice.id)}>${m.show}</button>`
          : nothing}
        ${about.type === 'told' && about.notification.conversationId
          ? html`<button type="button" class="undo" @click=${() => this.#showTold(about.notification, notice.id)}>${m.show}</button>`
          : nothing}
        <button type="button" class="dismiss" aria-label=${m.dismiss} @click=${() => this.#inbox.commands?.dismissNotice(notice.id)}>${icon('x', {size: 14})}</button>
      </div>
    `;
  }

  #renderText({icon: name, title, details}: ToastText): TemplateResult {
    return html`${icon(name)}<p><b>${title}</b> ${details.map((detail) => html`<bdi>${detail}</bdi> `)}</p>`;
  }

  get #shownUndoables(): readonly UndoGroup[] {
    return this.#undoables.value < 0 || !this.#inbox.state ? [] : newest(undoGroups(this.#inbox.state.undoables.values()));
  }

  readonly #nameOf = (conversationId: Id): string => {
    const conversation = this.#inbox.state?.conversations.get(conversationId);
    const {name, email, phone} = conversation?.contact ?? {};
    return name ?? email ?? phone ?? conversation?.subject ?? conversationId;
  };

  get #shownNotices(): readonly Notice[] {
    return this.#notices.value < 0 || !this.#inbox.state ? [] : newest(this.#inbox.state.notices.values());
  }

  /** Each of them once, in one breath with those that came at the same time. */
  #announce(): void {
    const m = this.#locale.messages.toast ?? toast;
    const texts = new Map<string, ToastText>([
      ...this.#shownNotices.map((notice) => [`notice ${notice.id}`, this.#textOf(notice)] as const),
      ...this.#shownUndoables.map((group) => [`undo ${keyOfUndo(group[0])} ${group[0].to}`, undoText(group, m)] as const),
    ]);
    const fresh = [...texts].filter(([key]) => !this.#said.has(key)).flatMap(([, {title, details}]) => [title, ...details]);
    this.#said = new Set(texts.keys());
    if (fresh.length > 0) this.#announcer.say(fresh.join(' '));
  }

  #undo(group: UndoGroup): void {
    for (const {conversationId} of group) {
      this.#paused.delete(conversationId);
      this.#inbox.commands?.undo(conversationId);
    }
    this.#announcer.say((this.#locale.messages.toast ?? toast).undone);
  }

  #dismiss(group: UndoGroup): void {
    for (const {conversationId} of group) this.#inbox.commands?.dismissUndo(conversationId);
  }

  #textOf(notice: Notice): ToastText {
    const {toast: m = toast, notifications: told = notifications} = this.#locale.messages;
    return noticeText(notice, m, told, this.#nameOf);
  }

  #show(conversationId: Id, noticeId: string, messageId?: Id): void {
    this.#inbox.commands?.dismissNotice(noticeId);
    this.dispatchEvent(new LoopConversationSelectEvent(conversationId, messageId));
  }

  #showTold({id, conversationId, messageId}: Notification, noticeId: string): void {
    this.#inbox.commands?.markNotificationRead(id);
    if (conversationId) this.#show(conversationId, noticeId, messageId);
  }

  #pause(group: UndoGroup): void {
    for (const {conversationId} of group) {
      if (this.#paused.has(conversationId)) continue;
      this.#paused.add(conversationId);
      this.#inbox.commands?.pauseUndo(conversationId);
    }
  }

  /** Time goes on once neither the pointer nor the focus is on it. */
  #leave(event: Event, group: UndoGroup): void {
    const toast = event.currentTarget as HTMLElement;
    const isHeld = event instanceof FocusEvent ? toast.matches(':hover') : toast.contains(this.shadowRoot?.activeElement ?? null);
    if (isHeld || (event instanceof FocusEvent && toast.contains(event.relatedTarget as Node | null))) return;
    for (const {conversationId} of group) if (this.#paused.delete(conversationId)) this.#inbox.commands?.resumeUndo(conversationId);
  }

  #onFocusIn(event: FocusEvent): void {
    const from = event.relatedTarget;
    if (from instanceof HTMLElement && !this.renderRoot.contains(from)) this.#before = from;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-toasts': LoopToasts;
  }
}
