import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Locale} from '../../i18n/locale.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {RichText} from '../../internal/rich-text.js';
import type {ThreadMessage} from '../../store/state.js';
import {base} from '../../styles/base.js';
import {avatar} from '../../templates/avatar.js';
import {icon} from '../../templates/icon.js';
import {isCard, isPlain, type Place} from '../thread/thread-rows.js';
import {attachmentList, blockedPictures, listedFiles} from './attachments.js';
import {deliveryLine, isUnsettled, type DeliveryAction} from './delivery-line.js';
import {styles} from './loop-message.styles.js';
import {foldAt, messageText} from './message-text.js';

/** What a message asks its thread to do. One object for all messages of a thread. */
export interface MessageActions {
  deliver(action: DeliveryAction, clientId: string): void;
  /** Shows pictures of this sender from now on. */
  trust(address: string): void;
  show(messageId: string): void;
}

/** What became of a body that is more than text. */
interface Content {
  readonly element: HTMLElement;
  readonly blocked: number;
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
  static override styles = [base, styles];

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

  /** Names of the agents it mentions, one a line. */
  @property({attribute: false}) mentioned = '';

  /** Origins whose pictures need no consent. */
  @property({attribute: false}) origins: readonly string[] = [];

  /** Pictures of this sender are shown. */
  @property({attribute: false}) trusted = false;

  @property({attribute: false}) offline = false;

  @property({attribute: false}) secondsLeft: number | undefined;

  @state() private once = false;

  @state() private unfolded = false;

  @state() private quoteShown = false;

  #content: Content | undefined;
  #failed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {message} = this;
    if (!message) return;
    this.setAttribute('kind', message.kind);
    this.setAttribute('place', this.place);
    const again = ['message', 'rich', 'trusted', 'origins', 'once'].some((name) => changed.has(name as keyof LoopMessage));
    if (!again || isPlain(message.body)) return;
    try {
      this.#content = this.rich && this.#toNodes(message, this.rich);
      this.#failed = false;
    } catch (error) {
      this.#report(error);
    }
  }

  protected override render(): unknown {
    const {message, locale} = this;
    if (!message || !locale) return nothing;
    try {
      if (!this.#failed) return message.kind === 'note' ? this.#note(message, locale) : this.#said(message, locale);
    } catch (error) {
      this.#report(error);
    }
    return html`<p class="broken">${icon('warning-circle', {size: 14})}${english.broken}</p>`;
  }

  /** What is wrong with one message is the developer's business; the others are shown all the same. */
  #report(error: unknown): void {
    this.#failed = true;
    console.error('Loop Inbox: a message could not be shown', error);
  }

  #toNodes(message: ThreadMessage, rich: RichText): Content {
    const {fragment, blocked} = rich.nodes(message.body, {
      remote: this.once || this.trusted ? 'allow' : 'block',
      origins: this.origins,
      contentUrl: (id) => message.attachments.find(({contentId}) => contentId === id)?.url,
    });
    const element = document.createElement('div');
    element.className = 'rich';
    element.dir = 'auto';
    element.append(fragment);
    return {element, blocked};
  }

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
        ${this.#blockedBar(message, locale)}
        <div class="mail-body">${this.#inside(message, locale)}</div>
      </div>
    `;
  }

  /** The same in every frame: what it answers, its words, its files. */
  #inside(message: ThreadMessage, locale: Locale): TemplateResult {
    const words = locale.messages.message;
    if (message.deleted) return html`<p class="deleted">${icon('trash', {size: 14})}${words.deleted}</p>`;
    return html`
      ${this.answered ? this.#answer(this.answered, locale) : nothing}
      ${isCard(message) ? nothing : this.#blockedBar(message, locale)}
      ${this.#words(message, locale)}
      ${message.body.quoted ? this.#quote(message.body.quoted, locale) : nothing}
      ${attachmentList({files: listedFiles(message), allowed: this.once || this.trusted, origins: this.origins, locale})}
      ${message.editedAt ? html`<p class="edited" title=${locale.format.dateTime(message.editedAt)}>${words.edited}</p>` : nothing}
    `;
  }

  #words(message: ThreadMessage, locale: Locale): unknown {
    const {format, value} = message.body;
    if (!value) return nothing;
    const words = locale.messages.message;
    const text = format === 'html' && !this.#content ? wordsOf(value) : value;
    const cut = foldAt(text);
    const folded = cut !== undefined && !this.unfolded;
    const fold =
      cut === undefined
        ? nothing
        : html`<button class="link" type="button" aria-expanded=${this.unfolded} @click=${this.#onFold}>${folded ? english.showAll : english.showLess}</button>`;
    if (this.#content && !isPlain(message.body)) return html`<div class=${folded ? 'folded' : 'whole'}>${this.#content.element}</div>${fold}`;
    const names = this.mentioned ? this.mentioned.split('\n') : [];
    // No space inside: it would be seen, white space is kept here.
    return html`<div class="text" dir="auto">${messageText(folded ? `${text.slice(0, cut)}…` : text, names, isPlain(message.body) ? this.rich : undefined)}</div>${fold}`;
  }

  #quote(quoted: string, locale: Locale): TemplateResult {
    const lines = quoted.trim().split('\n').length;
    return html`
      <button class="quote-pill" type="button" aria-expanded=${this.quoteShown} @click=${this.#onQuote}>
        ${icon('dots-three', {size: 14})}${english.quoted(lines)}
      </button>
      ${this.quoteShown ? html`<blockquote class="text quote" dir="auto">${messageText(quoted.trim(), [], this.rich)}</blockquote>` : nothing}
    `;
  }

  #answer(answered: ThreadMessage, locale: Locale): TemplateResult {
    const {author, body} = answered;
    const line = (body.format === 'html' ? wordsOf(body.value) : body.value).slice(0, 200);
    return html`<button class="answered" type="button" @click=${() => this.actions?.show(answered.id)}>
      <span class="author">${english.answers(author.name ?? locale.messages.message.unknownAuthor)}</span>
      <span class="truncate" dir="auto">${line}</span>
    </button>`;
  }

  #blockedBar(message: ThreadMessage, locale: Locale): unknown {
    const words = locale.messages.message;
    if (this.once || this.trusted) return nothing;
    const blocked = (this.#content?.blocked ?? 0) + blockedPictures(listedFiles(message), this.origins);
    if (blocked === 0) return nothing;
    const sender = message.mail?.from?.address ?? message.author.id;
    return html`<div class="blocked-bar">
      <span class="told">${icon('image-broken', {size: 14})}${english.imagesBlocked(blocked)}</span>
      <button class="link" type="button" @click=${this.#onOnce}>${english.showOnce}</button>
      ${sender ? html`<button class="link" type="button" @click=${() => this.actions?.trust(sender)}>${english.always}</button>` : nothing}
    </div>`;
  }

  #delivery(message: ThreadMessage, locale: Locale): unknown {
    const {secondsLeft, offline} = this;
    return deliveryLine({message, locale, secondsLeft, offline, act: this.#onDeliver});
  }

  readonly #onDeliver = (action: DeliveryAction): void => {
    const clientId = this.message?.entry?.clientId;
    if (clientId === undefined) return;
    // The button goes with the state: the focus stays with the message.
    this.focus({preventScroll: true});
    this.actions?.deliver(action, clientId);
  };

  readonly #onOnce = (): void => {
    this.once = true;
    this.focus({preventScroll: true});
  };

  readonly #onFold = (): void => {
    this.unfolded = !this.unfolded;
  };

  readonly #onQuote = (): void => {
    this.quoteShown = !this.quoteShown;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-message': LoopMessage;
  }
}
