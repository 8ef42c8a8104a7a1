import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Locale} from '../../i18n/locale.js';
import {lateStyles} from '../../internal/late.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {RichText} from '../../internal/rich-text.js';
import type {Attachment} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import type {ThreadMessage} from '../../store/state.js';
import {base} from '../../styles/base.js';
import {lateControls} from '../../styles/late.js';
import {avatar} from '../../templates/avatar.js';
import {icon} from '../../templates/icon.js';
import {isCard, isPlain, type Place} from '../thread/thread-rows.js';
import type {DeliveryAction} from './delivery-line.js';
import {boxOf, listedFiles} from './files.js';
import {messageDetails} from './late.js';
import {styles} from './loop-message.styles.js';
import type {Content, MessageView} from './message-details.js';
import type {Editing} from './message-menu.js';

/** What a message asks its thread to do. One object for all messages of a thread. */
export interface MessageActions {
  deliver(action: DeliveryAction, message: ThreadMessage): void;
  /** Shows pictures of this sender from now on. */
  trust(address: string): void;
  show(messageId: string): void;
  /** Opens the menu of what can be done with it. */
  menu(row: LoopMessage, anchor: HTMLElement): void;
  inbox(): Inbox | undefined;
}

/**
 * Shows one message of a thread. It is an element of its own so that a new message renders nothing but itself, and what can't be
 * shown spoils no other.
 *
 * @summary One message
 * @tag loop-message
 * @csspart bubble - What an incoming message or a reply stands on.
 * @csspart note - What a note stands on.
 * @csspart mail - The card of a mail.
 * @csspart delivery - Where a reply or note is on its way.
 * @csspart attachment - A file or picture.
 */
export class LoopMessage extends LitElement {
  static override styles = [base, lateControls, styles, lateStyles(messageDetails)];

  @property({attribute: false}) message: ThreadMessage | undefined;

  @property({attribute: false}) locale: Locale | undefined;

  @property({attribute: false}) place: Place = 'alone';

  /** Finds links and cleans HTML; undefined until it is loaded, or when this message needs none of it. */
  @property({attribute: false}) rich: RichText | undefined;

  @property({attribute: false}) actions: MessageActions | undefined;

  /** The message this one answers, where it is loaded. */
  @property({attribute: false}) answered: ThreadMessage | undefined;

  /** Who wrote it, in words. */
  @property({attribute: false}) author = '';

  /** The agent who looks at it wrote it. */
  @property({type: Boolean}) mine = false;

  /** Names of the agents it mentions, one a line. */
  @property({attribute: false}) mentioned = '';

  /** Origins whose pictures need no consent. */
  @property({attribute: false}) origins: readonly string[] | undefined;

  /** Pictures of this sender are shown. */
  @property({attribute: false}) trusted = false;

  @property({attribute: false}) offline = false;

  @property({attribute: false}) secondsLeft: number | undefined;

  /** Pictures of this message are shown. */
  @property({attribute: false}) once = false;

  /** What is being changed in its words; undefined: nothing. */
  @property({attribute: false}) editing: Editing | undefined;

  @state() private unfolded = false;

  @state() private quoteShown = false;

  #content: Content | undefined;
  #failed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {message, locale} = this;
    if (!message || !locale) return;
    this.setAttribute('kind', message.kind);
    this.setAttribute('place', this.place);
    const details = messageDetails.for(this);
    const again = ['message', 'rich', 'trusted', 'origins', 'once', 'locale'].some((name) => changed.has(name as keyof LoopMessage));
    if (again) this.#failed = false;
    if (!details || isPlain(message.body) || (!again && (this.#content || this.#failed))) return;
    try {
      this.#content = this.rich && details.contentOf(this.#view(message, locale), this.rich);
    } catch (error) {
      this.#onError(error);
    }
  }

  protected override render(): unknown {
    const {message, locale} = this;
    if (!message || !locale) return nothing;
    try {
      if (!this.#failed) return message.kind === 'note' ? this.#note(message, locale) : this.#said(message, locale);
    } catch (error) {
      this.#onError(error);
    }
    return messageDetails.value?.broken(locale);
  }

  /** What is wrong with one message is the developer's business; the others are shown all the same. */
  readonly #onError = (error: unknown): void => {
    this.#failed = true;
    console.error('Loop Inbox: a message could not be shown', error);
    this.requestUpdate();
  };

  #said(message: ThreadMessage, locale: Locale): TemplateResult {
    const head = this.place === 'alone' || this.place === 'first';
    const card = isCard(message);
    const incoming = message.kind === 'incoming';
    const last = this.place === 'alone' || this.place === 'last';
    return html`
      ${incoming && head && !card ? avatar(message.author) : nothing}
      <div class="column">
        ${head && !card ? html`<p class="head">${this.#authorAndTime(message, locale)}</p>` : nothing}
        ${card ? this.#mail(message, locale) : this.#bubble(message, locale)}
        ${last || isUnsettled(message) ? this.#delivery(message, locale) : nothing}
      </div>
    `;
  }

  #authorAndTime(message: ThreadMessage, locale: Locale): TemplateResult {
    return html`<bdi class="author">${this.author}</bdi> ${this.#time(message, locale)}`;
  }

  #time(message: ThreadMessage, locale: Locale): TemplateResult {
    return html`<time datetime=${message.createdAt} title=${locale.format.dateTime(message.createdAt)}>${locale.format.time(message.createdAt)}</time>`;
  }

  #bubble(message: ThreadMessage, locale: Locale): TemplateResult {
    const failed = message.delivery === 'failed';
    return html`<div class=${failed ? 'bubble failed' : 'bubble'} part="bubble">${this.#inside(message, locale)}</div>`;
  }

  #note(message: ThreadMessage, locale: Locale): TemplateResult {
    const words = locale.messages.message;
    return html`
      <div class=${message.delivery === 'failed' ? 'note failed' : 'note'} part="note">
        <p class="note-head">
          ${icon('lock-simple-fill', {size: 14})}<strong class="label">${words.note}</strong>
          <bdi class="author truncate">${this.author}</bdi><span class="aside truncate">· ${words.onlyTeam}</span>
          ${this.#time(message, locale)}
        </p>
        ${this.#inside(message, locale)}
      </div>
      ${this.#delivery(message, locale)}
    `;
  }

  #mail(message: ThreadMessage, locale: Locale): TemplateResult {
    const words = locale.messages.message;
    const {mail} = message;
    const names = (people: readonly {readonly address: string; readonly name?: string}[]) =>
      locale.format.list(people.map(({address}) => address));
    return html`
      <div class="mail" part="mail">
        <div class="mail-head">
          ${avatar(message.author)}
          <p class="from">
            <bdi class="author">${mail?.from?.name ?? this.author}</bdi> <bdi class="address">${mail?.from?.address ?? ''}</bdi>
            ${mail?.to?.length ? html`<span class="address truncate">${words.to(names(mail.to))}</span>` : nothing}
            ${mail?.cc?.length ? html`<span class="address truncate">${words.cc(names(mail.cc))}</span>` : nothing}
          </p>
          ${this.#time(message, locale)}
        </div>
        ${messageDetails.value?.blockedBar(this.#view(message, locale))}
        <div class="mail-body">${this.#inside(message, locale)}</div>
      </div>
    `;
  }

  /** The same in every frame: what it answers, its words, its files. */
  #inside(message: ThreadMessage, locale: Locale): TemplateResult {
    if (message.deleted) return html`<p class="deleted">${icon('trash', {size: 14})}${locale.messages.message.deleted}</p>`;
    const details = messageDetails.value;
    const view = this.#view(message, locale);
    if (details) return html`${details.above(view)}${this.editing ? details.editor(this.editing, locale) : details.words(view)}${details.below(view)}`;
    return html`${justWords(message)}${fileBoxes(listedFiles(message))}`;
  }

  /** A box that is there for every message that is on its way or has arrived; what stands in it comes with the details. */
  #delivery(message: ThreadMessage, locale: Locale): unknown {
    const {delivery, kind} = message;
    // A note that is stored has arrived: there is nothing more to say.
    if (!delivery || (kind !== 'reply' && !isUnsettled(message))) return nothing;
    const {secondsLeft, offline} = this;
    return html`<div class=${delivery === 'failed' ? 'delivery alarming' : 'delivery'} part="delivery">${messageDetails.value?.deliveryLine({
      message, locale, secondsLeft, offline, mine: this.mine, act: this.#onDeliver,
    })}</div>`;
  }

  #view(message: ThreadMessage, locale: Locale): MessageView {
    const {rich, answered, mentioned, origins, unfolded, quoteShown} = this;
    return {
      message, locale, rich, answered, mentioned, origins, unfolded, quoteShown,
      content: this.#content,
      picturesShown: this.once || this.trusted,
      actions: this.actions,
      row: this,
      onOnce: this.#onOnce,
      onFold: this.#onFold,
      onTall: this.#onTall,
      onError: this.#onError,
      onQuote: this.#onQuote,
    };
  }

  readonly #onDeliver = (action: DeliveryAction): void => {
    if (!this.message) return;
    // The button goes with the state: the focus stays with the message.
    this.focus({preventScroll: true});
    this.actions?.deliver(action, this.message);
  };

  readonly #onOnce = (): void => {
    this.once = true;
    this.focus({preventScroll: true});
  };

  readonly #onFold = (): void => {
    this.unfolded = !this.unfolded;
  };

  readonly #onTall = (): void => this.requestUpdate();

  readonly #onQuote = (): void => {
    this.quoteShown = !this.quoteShown;
  };
}

/** True for a state that asks for something or is still moving: it is shown under each message, not only under the last of a group. */
const isUnsettled = ({delivery}: ThreadMessage): boolean =>
  delivery === 'queued' || delivery === 'sending' || delivery === 'unconfirmed' || delivery === 'failed';

/** Characters: what is longer will be folded. */
const shownChars = 3_000;

/** The words alone, until the details are there. No space inside: it would be seen, white space is kept here. */
const justWords = ({body: {format, value}}: ThreadMessage): unknown =>
  value ? html`<div class="text" dir="auto">${(format === 'html' ? wordsOf(value) : value).slice(0, shownChars)}</div>` : nothing;

/** Places of files as large as they will be. */
const fileBoxes = (files: readonly Attachment[]): unknown =>
  files.length === 0
    ? nothing
    : html`<div class="files">${files.map((file) => {
        const box = boxOf(file);
        if (!box) return html`<span class="file"><bdi class="truncate">${file.name}</bdi></span>`;
        return html`<span class="picture"><svg width=${box.width} height=${box.height} aria-hidden="true"></svg></span>`;
      })}</div>`;

declare global {
  interface HTMLElementTagNameMap {
    'loop-message': LoopMessage;
  }
}
