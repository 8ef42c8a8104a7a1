import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {FrameController} from '../../controllers/frame-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {ThreadWindow} from '../../controllers/thread-window.js';
import {lateStyles} from '../../internal/late.js';
import {repeat} from '../../internal/repeat.js';
import type {Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {isOffline, selectThread} from '../../store/selectors.js';
import type {Thread, ThreadMessage} from '../../store/state.js';
import {base} from '../../styles/base.js';
import {lateControls} from '../../styles/late.js';
import type {MessageActions} from '../message/loop-message.js';
import {later, richText} from './late.js';
import {styles} from './loop-thread.styles.js';
import {isMine, labelOf, writerOf} from './people.js';
import type {Reading} from './reading.js';
import {ThreadRows, type ThreadRow} from './thread-rows.js';

/** How far from the top, as a share of the height, a thread is opened at its first unread message, and shows a message jumped to. */
const unreadShare = 0.2;
const jumpShare = 0.4;

/**
 * Shows the messages of one conversation, and the line between them and the composer.
 *
 * @summary Message viewer
 * @tag loop-thread
 * @csspart new-messages - The button that leads to messages below.
 */
export class LoopThread extends LitElement {
  static override styles = [base, lateControls, styles, lateStyles(later)];

  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Message to open the thread at; empty: the first unread one, or the newest. */
  @property({attribute: 'message-id'}) messageId = '';

  @property({attribute: false}) inbox: Inbox | undefined;

  /** Origins whose pictures need no consent. */
  @property({attribute: false}) origins: readonly string[] | undefined;

  /** The one message that the Tab key reaches; arrows go on from it. */
  @state() private activeKey: string | undefined;

  @state() private highlightedKey: string | undefined;

  @query('.scroller') private readonly scroller!: HTMLElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #thread = this.#inbox.select((all) => selectThread(all, this.conversationId), undefined);
  readonly #offline = this.#inbox.select(isOffline, false);
  readonly #trusted = this.#inbox.select((all) => all.choices.trustedSenders, []);
  readonly #me = this.#inbox.select((all) => all.session?.me.id, undefined);
  readonly #frame = new FrameController(this);
  readonly #rows = new ThreadRows();
  readonly #window = new ThreadWindow(this, {
    scroller: () => this.scroller,
    hasEnd: () => this.#thread.value?.after === undefined,
    onNear: (edge) => this.#reading?.loadMore(edge),
    onSettled: () => this.#reading?.onSettled(),
  });
  /** The conversation whose opening place was taken. */
  #placed: Id | undefined;
  /** A message to go to as soon as it is loaded. */
  #wanted: {readonly id: Id; asked: boolean} | undefined;
  #newestKey: string | undefined;
  #reading: Reading | undefined;

  protected override scheduleUpdate(): void | Promise<unknown> {
    const turn = this.#frame.turn();
    return turn ? turn.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) {
      this.#placed = this.#newestKey = undefined;
      this.activeKey = this.highlightedKey = undefined;
    }
    if (changed.has('conversationId') || changed.has('messageId')) this.#wanted = this.messageId ? {id: this.messageId, asked: false} : undefined;
    const thread = this.#thread.value;
    if (thread && this.#placed === this.conversationId) this.#follow(thread);
    const code = later.for(this);
    if (!code) return;
    this.#reading ??= new code.Reading(this, {
      inbox: this.#inbox,
      locale: this.#locale,
      window: this.#window,
      thread: () => this.#thread.value,
      isPlaced: () => this.#placed === this.conversationId,
    });
  }

  protected override updated(): void {
    const thread = this.#thread.value;
    if (!thread || thread.status === 'loading') return;
    this.#place(thread);
  }

  /** Goes to a message, loading the stretch around it where it is not there, and gives it the focus. */
  showMessage(messageId: Id): void {
    this.#wanted = {id: messageId, asked: false};
    this.requestUpdate();
  }

  protected override render(): unknown {
    const thread = this.#thread.value;
    const {messages} = this.#locale;
    return html`
      <div class="scroller" @scroll=${this.#window.onScroll} @keydown=${this.#onKeydown} @focusin=${this.#onFocusin}>
        <section class="rows" aria-label=${messages.thread.label}>${thread ? this.#list(thread) : nothing}</section>
      </div>
      <div class="below">${this.#reading?.strip() ?? html`<div class="strip"></div>`}</div>
    `;
  }

  #list(thread: Thread): unknown {
    const words = this.#locale.messages.thread;
    const rows = this.#rows.of(thread);
    const activeKey = this.activeKey !== undefined && thread.messages.has(this.activeKey) ? this.activeKey : thread.keys.keys.at(-1);
    return html`
      ${thread.before === undefined
        ? nothing
        : html`<div class="edge">${thread.loadingBefore
            ? words.loadingEarlier
            : html`<button class="link" type="button" @click=${this.#loadEarlier}>${words.earlier}</button>`}</div>`}
      ${rows.length === 0 && thread.status === 'ready' ? html`<p class="empty">${words.empty}</p>` : nothing}
      ${repeat(rows, (row) => row.key, (row) => this.#row(row, thread, activeKey))}
      ${thread.loadingAfter ? html`<div class="edge">${words.loadingLater}</div>` : nothing}
    `;
  }

  #row(row: ThreadRow, thread: Thread, activeKey: string | undefined): unknown {
    const locale = this.#locale.value;
    switch (row.type) {
      case 'day':
        return html`<h3 class="day">${locale.format.day(row.at, this.#clock.now)}</h3>`;
      case 'unread':
        return html`<h3 class="unread" data-key="unread">${locale.messages.thread.unread}</h3>`;
      case 'activity':
        return html`<div class="activity" data-key=${row.key} tabindex=${row.key === activeKey ? 0 : -1}>${later.value?.activityLine(row.message, this.#me.value, locale)}</div>`;
      case 'message':
        return this.#message(row, thread, row.key === activeKey);
    }
  }

  #message({message, place, rich}: Extract<ThreadRow, {type: 'message'}>, thread: Thread, active: boolean): TemplateResult {
    const locale = this.#locale.value;
    const author = writerOf(message, this.#me.value, locale);
    const sender = message.mail?.from?.address ?? message.author.id;
    return html`<loop-message role="article" tabindex=${active ? 0 : -1} data-key=${message.key}
      ?data-highlighted=${message.key === this.highlightedKey} aria-label=${labelOf(message, author, locale)}
      exportparts="bubble, note, mail, delivery, attachment"
      .message=${message} .place=${place} .locale=${locale} .author=${author} .actions=${this.#actions} .origins=${this.origins}
      .rich=${rich ? richText.for(this) : undefined}
      ?mine=${isMine(message, this.#me.value)}
      .answered=${message.replyTo === undefined ? undefined : this.#byId(thread, message.replyTo)}
      .mentioned=${(message.mentions?.length && later.value?.namesMentioned(message, thread, this.#inbox.state)) || ''}
      .trusted=${sender !== undefined && this.#trusted.value.includes(sender)}
      .offline=${message.entry !== undefined && this.#offline.value}
      .secondsLeft=${this.#reading?.secondsLeft(message)}></loop-message>`;
  }

  /** Follows what was added at the end since the last render: what is mine is gone to, what is not is counted. */
  #follow(thread: Thread): void {
    const newest = thread.keys.keys.at(-1);
    if (newest === undefined || newest === this.#newestKey) return;
    const message = thread.messages.get(newest);
    this.#newestKey = newest;
    if (message?.entry && thread.after === undefined) this.#window.toEnd();
  }

  /** Takes the place a thread is opened at, or goes to the message that was asked for. */
  #place(thread: Thread): void {
    const wanted = this.#wanted;
    const key = wanted && this.#keyOf(thread, wanted.id);
    if (key !== undefined) {
      this.#wanted = undefined;
      this.#placed = this.conversationId;
      this.#window.row(key)?.focus({preventScroll: true});
      this.#window.toRow(key, jumpShare);
      queueMicrotask(() => (this.highlightedKey = key));
      return;
    }
    if (wanted && !wanted.asked) {
      wanted.asked = true;
      this.#inbox.commands?.showMessage(this.conversationId, wanted.id);
    }
    // Also while the message is on its way: it may not be there any more.
    if (this.#placed === this.conversationId) return;
    this.#placed = this.conversationId;
    if (this.#window.row('unread')) this.#window.toRow('unread', unreadShare);
    else this.#window.toEnd();
  }

  readonly #loadEarlier = (): void => this.#inbox.commands?.loadEarlier(this.conversationId);

  readonly #actions: MessageActions = {
    deliver: (action, message) => this.#reading?.deliver(action, message),
    trust: (sender) => this.#reading?.trust(sender),
    show: (messageId) => this.showMessage(messageId),
    menu: (row, anchor) => this.#reading?.menu.toggle(row, anchor),
    inbox: () => this.#inbox.inbox,
  };

  readonly #onFocusin = (event: FocusEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
    if (row?.dataset.key && row.dataset.key !== 'unread') {
      this.activeKey = row.dataset.key;
      const [focused] = event.composedPath();
      if (focused instanceof Element && focused.matches(':focus-visible')) this.#window.reveal(row.dataset.key, focused);
    }
    if (this.highlightedKey !== undefined && row?.dataset.key !== this.highlightedKey) this.highlightedKey = undefined;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => later.value?.moveInRows(event, this.scroller);

  #keyOf(thread: Thread, messageId: Id): string | undefined {
    return this.#byId(thread, messageId)?.key;
  }

  #byId(thread: Thread, messageId: Id): ThreadMessage | undefined {
    const direct = thread.messages.get(messageId);
    return direct?.id === messageId ? direct : [...thread.messages.values()].find(({id}) => id === messageId);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-thread': LoopThread;
  }
}

