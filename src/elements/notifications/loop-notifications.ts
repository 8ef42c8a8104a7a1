import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {ClockController} from '../../controllers/clock-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {LoopConversationSelectEvent} from '../../events/conversation-events.js';
import {notifications} from '../../i18n/locales/en/notifications.js';
import {states as statesInEnglish} from '../../i18n/locales/en/states.js';
import {repeat} from '../../internal/repeat.js';
import type {Notification} from '../../model/index.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';
import {notificationIcon} from '../../templates/notification-icon.js';
import {bone} from '../../templates/skeleton.js';
import {styles} from './loop-notifications.styles.js';

/**
 * Tells an agent what concerns them, newest first, and leads to it. Dispatches `settings` when they want to say what they are told of.
 *
 * @summary Notifications
 * @tag loop-notifications
 * @event {LoopConversationSelectEvent} loop-conversation-select - Before the conversation is shown at the message; cancelable.
 * @internal
 */
export class LoopNotifications extends LitElement {
  static override styles = [base, controls, styles];

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #center = this.#inbox.select((all) => all.notifications, undefined);

  protected override updated(): void {
    if (this.#center.value?.status === 'idle') this.#inbox.commands?.loadNotifications();
  }

  protected override render(): TemplateResult {
    const {notifications: words = notifications} = this.#locale.messages;
    const center = this.#center.value;
    const unread = center?.unread ?? 0;
    return html`
      <header>
        <h2>${words.title}</h2>
        ${unread > 0 ? html`<bdi class="fresh">${words.fresh(unread)}</bdi>` : nothing}
        <span class="space"></span>
        ${unread > 0
          ? html`<button class="link" type="button" @click=${() => this.#inbox.commands?.markAllNotificationsRead()}>${words.markAllRead}</button>`
          : nothing}
      </header>
      ${this.#renderBody()}
      ${center?.derived ? html`<p class="derived">${words.derived}</p>` : nothing}
      <footer><button class="menu-item" type="button" @click=${() => this.dispatchEvent(new Event('settings'))}>
        ${icon('sliders-horizontal')}<span>${words.toldAbout}</span></button></footer>
    `;
  }

  #renderBody(): TemplateResult {
    const {notifications: words = notifications, states = statesInEnglish, shell} = this.#locale.messages;
    const center = this.#center.value;
    if (center && center.ids.size > 0)
      return html`
        <ul>${repeat(center.ids.keys, (id) => id, (id) => this.#renderItem(center.items.get(id)))}</ul>
        ${center.next && !center.loadingMore
          ? html`<button class="link more" type="button" @click=${() => this.#inbox.commands?.loadMoreNotifications()}>${words.more}</button>`
          : nothing}
      `;
    if (center?.status === 'failed')
      return blank({
        icon: 'warning-circle',
        title: words.failed,
        text: states.because[center.error?.code ?? 'unknown'],
        action: html`<button class="button" type="button" @click=${() => this.#inbox.commands?.loadNotifications()}>${states.tryAgain}</button>`,
      });
    if (center?.status === 'ready') return blank({icon: 'bell', title: words.empty, text: words.emptyText});
    return html`<div class="bones" role="img" aria-label=${shell.loading}>${[0, 1, 2].map(() => html`<p>${bone()}${bone('short')}</p>`)}</div>`;
  }

  #renderItem(item: Notification | undefined): TemplateResult | typeof nothing {
    if (!item) return nothing;
    const {messages: {notifications: words = notifications}, format} = this.#locale;
    const isUnread = !item.readAt;
    return html`<li class=${isUnread ? 'li-unread' : ''}>
      <button class="item ${isUnread ? 'item-unread' : ''}" type="button" @click=${() => this.#open(item)}>
        <span class="mark mark-${item.kind}">${icon(notificationIcon(item.kind), {label: words.kinds[item.kind] ?? words.kinds.other})}</span>
        <span class="text">
          <span class="line truncate" dir="auto">${item.title}</span>
          ${item.body ? html`<span class="body truncate" dir="auto">${item.body}</span>` : nothing}
        </span>
        <span class="when">
          <time datetime=${item.createdAt}>${format.short(item.createdAt, this.#clock.now)}</time>
          ${isUnread ? html`<span class="visually-hidden">${words.unread}</span>` : nothing}
        </span>
      </button>
      ${isUnread
        ? html`<button class="read" type="button" aria-label=${words.markRead} title=${words.markRead} @click=${() => this.#markRead(item)}></button>`
        : nothing}
    </li>`;
  }

  /** Its button goes: the focus stays with what it was about. */
  #markRead({id}: Notification): void {
    const button = this.shadowRoot?.activeElement;
    button?.closest('li')?.querySelector<HTMLElement>('.item')?.focus();
    this.#inbox.commands?.markNotificationRead(id);
  }

  #open(item: Notification): void {
    if (!item.readAt) this.#inbox.commands?.markNotificationRead(item.id);
    if (item.conversationId) this.dispatchEvent(new LoopConversationSelectEvent(item.conversationId, item.messageId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-notifications': LoopNotifications;
  }
}
