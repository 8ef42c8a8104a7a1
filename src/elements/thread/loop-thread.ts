import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {ClockController} from '../../controllers/clock-controller.js';
import {AnnouncerController} from '../../controllers/announcer-controller.js';
import {EffectController} from '../../controllers/effect-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {ThreadWindow} from '../../controllers/thread-window.js';
import {threadNews as english} from '../../i18n/locales/en/thread-news.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {RichText} from '../../internal/rich-text.js';
import type {Id} from '../../model/index.js';
import type {Fact} from '../../store/facts.js';
import type {Inbox} from '../../store/inbox.js';
import {isOffline, selectPresence, selectThread, selectTypists, selectUnsent} from '../../store/selectors.js';
import type {Thread, ThreadMessage} from '../../store/state.js';
import {base} from '../../styles/base.js';
import {lateControls} from '../../styles/late.js';
import type {MessageActions} from '../message/loop-message.js';
import type {DeliveryAction} from '../message/delivery-line.js';
import {activityLine} from './activity-line.js';
import {liveStrip} from './live-strip.js';
import {styles} from './loop-thread.styles.js';
import {isMine, labelOf, namesMentioned, writerOf} from './people.js';
import {ThreadRows, type ThreadRow} from './thread-rows.js';

/** How far from the top, as a share of the height, a thread is opened at its first unread message, and shows a message jumped to. */
const unreadShare = 0.2;
const jumpShare = 0.4;

/** What leaves the agent with something to write. */
const givesDraft: ReadonlySet<DeliveryAction> = new Set<DeliveryAction>(['undoSend', 'editFailed', 'discard', 'writeAgain']);

/**
 * Shows the messages of one conversation, and the line between them and the composer.
 *
 * @summary Message viewer
 * @tag loop-thread
 * @csspart new-messages - The button that leads to messages below.
 */
export class LoopThread extends LitElement {
  static override styles = [base, lateControls, styles];

  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Message to open the thread at; empty: the first unread one, or the newest. */
  @property({attribute: 'message-id'}) messageId = '';

  @property({attribute: false}) inbox: Inbox | undefined;

  /** Origins whose pictures need no consent. */
  @property({attribute: false}) origins: readonly string[] = [];

  @state() private rich: RichText | undefined;

  /** The one message that the Tab key reaches; arrows go on from it. */
  @state() private activeKey: string | undefined;

  @state() private highlightedKey: string | undefined;

  /** Senders whose pictures are shown, as long as this element lives. */
  @state() private trusted: ReadonlySet<string> = new Set();

  @query('.scroller') private readonly scroller!: HTMLElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #clock = new ClockController(this, this.#inbox);
  readonly #announcer = new AnnouncerController(this);
  readonly #thread = this.#inbox.select((all) => selectThread(all, this.conversationId), undefined);
  readonly #unread = this.#inbox.select((all) => all.conversations.get(this.conversationId)?.unread, undefined);
  readonly #typists = this.#inbox.select((all) => selectTypists(all, this.conversationId), []);
  readonly #present = this.#inbox.select((all) => selectPresence(all, this.conversationId), []);
  readonly #offline = this.#inbox.select(isOffline, false);
  readonly #unsent = this.#inbox.select(selectUnsent, 0);
  readonly #me = this.#inbox.select((all) => all.session?.me.id, undefined);
  readonly #rows = new ThreadRows();
  readonly #window = new ThreadWindow(this, {
    scroller: () => this.scroller,
    hasEnd: () => this.#thread.value?.after === undefined,
    onNear: (edge) => this.#loadMore(edge),
    onSettled: () => this.#onSettled(),
  });
  /** The conversation whose opening place was taken. */
  #placed: Id | undefined;
  /** A message to go to as soon as it is loaded. */
  #wanted: {readonly id: Id; asked: boolean} | undefined;
  /** Newest message when the end was last in view: what came after is new. */
  #seenKey: string | undefined;
  #newestKey: string | undefined;
  #marked: Id | undefined;
  /** Cursors that were asked for: one that failed is asked again when the reader comes back, not at once. */
  readonly #asked: {start?: string | undefined; end?: string | undefined} = {};
  #richWanted = false;

  constructor() {
    super();
    new EffectController(this, () => [this.#inbox.inbox], (inbox) => inbox?.listen((fact) => this.#onFact(fact)));
    new EffectController(this, () => [this.#inbox.inbox], (inbox) =>
      inbox?.ports.page?.subscribe((event) => event === 'visible' && this.#markRead()));
    new EffectController(this, () => [this.#inbox.inbox, this.#heldUntil() !== undefined], (inbox, held) =>
      held && inbox ? this.#tick(inbox) : undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) {
      this.#placed = this.#seenKey = this.#newestKey = this.#marked = undefined;
      this.#asked.start = this.#asked.end = undefined;
      this.activeKey = this.highlightedKey = undefined;
    }
    if (changed.has('conversationId') || changed.has('messageId')) this.#wanted = this.messageId ? {id: this.messageId, asked: false} : undefined;
    const thread = this.#thread.value;
    if (thread && this.#placed === this.conversationId) this.#follow(thread);
  }

  protected override updated(): void {
    const thread = this.#thread.value;
    if (!thread || thread.status === 'loading') return;
    this.#place(thread);
    if (!this.#richWanted && this.#rows.of(thread).some((row) => row.type === 'message' && row.rich)) void this.#loadRich();
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
      <div class="below">${liveStrip({
        typists: this.#typists.value,
        present: this.#present.value,
        below: thread && !this.#window.atEnd ? this.#countBelow(thread) : undefined,
        offline: this.#offline.value,
        unsent: this.#unsent.value,
        locale: this.#locale.value,
        onLatest: this.#toLatest,
        onRetry: this.#retry,
      })}</div>
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
        return guard([row.message, locale, this.#me.value, row.key === activeKey], () => html`
          <div class="activity" data-key=${row.key} tabindex=${row.key === activeKey ? 0 : -1}>${activityLine(row.message, this.#me.value, locale)}</div>`);
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
      .rich=${rich ? this.rich : undefined}
      ?mine=${isMine(message, this.#me.value)}
      .answered=${message.replyTo === undefined ? undefined : this.#byId(thread, message.replyTo)}
      .mentioned=${message.mentions?.length ? namesMentioned(message, thread, this.#inbox.state) : ''}
      .trusted=${sender !== undefined && this.trusted.has(sender)}
      .offline=${message.entry !== undefined && this.#offline.value}
      .secondsLeft=${this.#secondsLeft(message)}></loop-message>`;
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

  #onSettled(): void {
    if (this.#placed !== this.conversationId) return;
    if (this.#window.atEnd || this.#seenKey === undefined) this.#seenKey = this.#thread.value?.keys.keys.at(-1);
    this.#markRead();
  }

  #countBelow(thread: Thread): number {
    const seen = this.#seenKey === undefined ? -1 : thread.keys.indexOf(this.#seenKey);
    if (seen < 0) return 0;
    const later = thread.keys.keys.slice(seen + 1).map((key) => thread.messages.get(key));
    return later.filter((message) => message && message.kind !== 'activity' && !isMine(message, this.#me.value)).length;
  }

  /** Read is what was on a visible page, at the end of the thread. */
  #markRead(): void {
    const thread = this.#thread.value;
    const inbox = this.#inbox.inbox;
    if (!inbox || !thread || thread.status !== 'ready' || this.#unread.value === 0 || this.#placed !== this.conversationId) return;
    if (!this.#window.atEnd || !this.#window.shown || !(inbox.ports.page?.visible() ?? true)) return;
    const newest = thread.keys.keys.findLast((key) => thread.messages.get(key)?.entry === undefined);
    const id = newest === undefined ? undefined : thread.messages.get(newest)?.id;
    if (id === undefined || id === this.#marked) return;
    this.#marked = id;
    inbox.commands.markRead(this.conversationId, id);
  }

  #loadMore(edge: 'start' | 'end'): void {
    const thread = this.#thread.value;
    const cursor = edge === 'start' ? thread?.before : thread?.after;
    if (cursor === undefined || cursor === this.#asked[edge] || this.#placed !== this.conversationId) return;
    this.#asked[edge] = cursor;
    if (edge === 'start') this.#inbox.commands?.loadEarlier(this.conversationId);
    else this.#inbox.commands?.loadLater(this.conversationId);
  }

  readonly #loadEarlier = (): void => this.#inbox.commands?.loadEarlier(this.conversationId);

  async #loadRich(): Promise<void> {
    this.#richWanted = true;
    try {
      this.rich = (await import('../../internal/rich-text.js')).richText;
    } catch (error) {
      // The words are there; links and formats are not.
      console.warn('Loop Inbox: the part that shows links and HTML could not be loaded', error);
    }
  }

  #heldUntil(): number | undefined {
    const thread = this.#thread.value;
    const newest = thread?.keys.keys.at(-1);
    const now = this.#inbox.inbox?.ports.clock.now() ?? 0;
    const until = newest === undefined ? undefined : thread?.messages.get(newest)?.entry?.heldUntil;
    return until !== undefined && until > now ? until : undefined;
  }

  #secondsLeft({entry}: ThreadMessage): number | undefined {
    const now = this.#inbox.inbox?.ports.clock.now();
    if (entry?.heldUntil === undefined || entry.delivery !== 'queued' || now === undefined || entry.heldUntil <= now) return undefined;
    return Math.ceil((entry.heldUntil - now) / 1000);
  }

  /** Counts down while a message can still be called back. */
  #tick({ports: {clock}}: Inbox): () => void {
    const stop = new AbortController();
    const run = async () => {
      while (this.#heldUntil() !== undefined) {
        await clock.sleep(1000, {signal: stop.signal});
        this.requestUpdate();
      }
    };
    run().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => stop.abort();
  }

  #onFact(fact: Fact): void {
    if (!('conversationId' in fact) || fact.conversationId !== this.conversationId) return;
    const {thread} = this.#locale.messages;
    if (fact.type === 'message-arrived' && fact.message.kind !== 'activity') {
      const {body, author} = fact.message;
      const text = (body.format === 'html' ? wordsOf(body.value) : body.value).slice(0, 300);
      this.#announcer.say(english.arrived(author.name ?? english.somebody, text));
    } else if (fact.type === 'message-failed') this.#announcer.say(english.failed, 'assertive');
  }

  readonly #toLatest = (): void => {
    const thread = this.#thread.value;
    if (thread?.after !== undefined) this.#inbox.commands?.showLatest(this.conversationId);
    this.#window.row(thread?.keys.keys.at(-1) ?? '')?.focus({preventScroll: true});
    this.#window.toEnd();
  };

  readonly #retry = (): void => this.#inbox.inbox?.retry();

  readonly #actions: MessageActions = {
    deliver: (action, {conversationId, id, entry}) => {
      const {commands} = this.#inbox;
      if (action === 'resend' || action === 'writeAgain') commands?.[action](conversationId, id);
      else if (entry) commands?.[action](entry.clientId);
      // What went back into the draft is written on at once.
      if (givesDraft.has(action)) this.dispatchEvent(new Event('compose'));
    },
    trust: (address) => {
      this.trusted = new Set([...this.trusted, address]);
    },
    show: (messageId) => this.showMessage(messageId),
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

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity};
    const step = steps[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
    if (step === undefined || !row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const rows = [...(this.scroller?.querySelectorAll<HTMLElement>('[data-key][tabindex]') ?? [])];
    const at = Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + step));
    event.preventDefault();
    rows[at]?.focus();
  };

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

