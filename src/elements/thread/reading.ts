import {html, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {AnnouncerController} from '../../controllers/announcer-controller.js';
import {EffectController} from '../../controllers/effect-controller.js';
import type {InboxController, Slice} from '../../controllers/inbox-controller.js';
import type {LocaleController} from '../../controllers/locale-controller.js';
import type {ThreadWindow} from '../../controllers/thread-window.js';
import type {ThreadNewsMessages} from '../../i18n/areas/thread-news.js';
import {threadNews} from '../../i18n/locales/en/thread-news.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {Id} from '../../model/index.js';
import type {Fact} from '../../store/facts.js';
import type {Inbox} from '../../store/inbox.js';
import {isOffline, offers, selectPresence, selectTypists, selectUnsent} from '../../store/selectors.js';
import type {Present, Thread, ThreadEdge, ThreadMessage, Typist} from '../../store/state.js';
import type {DeliveryAction} from '../message/delivery-line.js';
import {MessageMenu} from '../message/message-menu.js';
import {Arrivals} from './arrivals.js';
import {liveStrip} from './live-strip.js';
import {namesMentioned} from './mentions.js';
import {isMine} from './people.js';

type Host = LitElement & {readonly conversationId: Id};

/** What of its thread the reading is about. */
export interface ReadingParts {
  readonly inbox: InboxController;
  readonly locale: LocaleController;
  readonly window: ThreadWindow;
  readonly thread: () => Thread | undefined;
  /** The opening place of this conversation was taken. */
  readonly isPlaced: () => boolean;
}

/** Senders that are remembered. */
const mostTrusted = 1_000;

/** Messages in the page at most; beyond, those farthest from the reader are let go. */
const rowsAtMost = 300;

/** What leaves the agent with something to write. */
const givesDraft: ReadonlySet<DeliveryAction> = new Set<DeliveryAction>(['undoSend', 'editFailed', 'discard', 'writeAgain']);

/**
 * What goes on while a thread is read: counts what is new below, marks what was seen, loads more towards both ends, announces what
 * arrives, and counts down while a message can still be called back.
 */
export class Reading implements ReactiveController {
  readonly #host: Host;
  readonly #parts: ReadingParts;
  readonly #announcer: AnnouncerController;
  readonly #arrivals: Arrivals;
  readonly #unread: Slice<number | null | undefined>;
  readonly #me: Slice<Id | undefined>;
  readonly #typists: Slice<readonly Typist[]>;
  readonly #present: Slice<readonly Present[]>;
  readonly #offline: Slice<boolean>;
  readonly #unsent: Slice<number>;
  readonly #names: Slice<Readonly<Record<Id, string>> | undefined>;
  readonly menu: MessageMenu;
  #conversationId: Id;
  /** Newest message when the end was last in view: what came after is new. */
  #seenKey: string | undefined;
  #marked: Id | undefined;
  /** Cursors that were asked for: one that failed is asked again when the reader comes back, not at once. */
  readonly #asked: {start?: ThreadEdge | undefined; end?: ThreadEdge | undefined} = {};

  constructor(host: Host, parts: ReadingParts) {
    const {inbox} = parts;
    this.#host = host;
    this.#parts = parts;
    this.#conversationId = host.conversationId;
    this.#announcer = new AnnouncerController(host);
    this.#arrivals = new Arrivals((text) => this.#announcer.say(text), (count) => this.#words.newMessages(count));
    this.menu = new MessageMenu(host, {inbox: () => inbox.inbox, locale: () => parts.locale.value});
    this.#unread = inbox.select((all) => all.conversations.get(host.conversationId)?.unread, undefined);
    this.#me = inbox.select((all) => all.session?.me.id, undefined);
    this.#typists = inbox.select((all) => selectTypists(all, host.conversationId), []);
    this.#present = inbox.select((all) => selectPresence(all, host.conversationId), []);
    this.#offline = inbox.select(isOffline, false);
    this.#unsent = inbox.select(selectUnsent, 0);
    this.#names = inbox.select((all) => all.agentNames, undefined);
    new EffectController(host, () => [inbox.inbox], (source) => source?.listen((fact) => this.#onFact(fact)));
    new EffectController(host, () => [inbox.inbox], (source) =>
      source?.ports.page?.subscribe((event) => event === 'visible' && this.#markRead()));
    new EffectController(host, () => [inbox.inbox, this.#heldUntil() !== undefined], (source, held) =>
      held && source ? this.#tick(source) : undefined);
    // Who is mentioned in a note may have written nothing that is loaded.
    new EffectController(host, () => [inbox.inbox, this.#hasUnknownMention() ? host.conversationId : undefined], (source, id) => {
      if (source && id !== undefined) source.commands.agents('', id).catch(() => undefined);
      return undefined;
    });
    host.addController(this);
  }

  /** Pictures of this sender are shown from now on, to this agent. */
  trust(sender: string): void {
    const {inbox} = this.#parts.inbox;
    const before = inbox?.state.choices.trustedSenders.filter((each) => each !== sender) ?? [];
    inbox?.commands.choose({trustedSenders: [...before, sender].slice(-mostTrusted)});
  }

  hostUpdate(): void {
    if (this.#host.conversationId !== this.#conversationId) {
      this.#conversationId = this.#host.conversationId;
      this.#seenKey = this.#marked = undefined;
      this.#asked.start = this.#asked.end = undefined;
      this.#arrivals.clear();
    }
    // What a burst pushes far out of view is let go before it is rendered.
    if (this.#parts.isPlaced() && this.#parts.window.atEnd) this.#trim('start');
  }

  hostDisconnected(): void {
    this.#arrivals.clear();
  }

  /** The line between messages and composer. */
  strip(): TemplateResult {
    const thread = this.#parts.thread();
    return html`${liveStrip({
      typists: this.#typists.value,
      present: this.#present.value,
      below: thread && !this.#parts.window.atEnd ? this.#countBelow(thread) : undefined,
      offline: this.#offline.value,
      unsent: this.#unsent.value,
      locale: this.#parts.locale.value,
      onLatest: this.#toLatest,
      onRetry: this.#retry,
    })}${this.menu.view()}`;
  }

  /** The rows are where they belong. */
  onSettled(): void {
    const {window, thread, isPlaced} = this.#parts;
    if (!isPlaced()) return;
    if (window.atEnd || this.#seenKey === undefined) this.#seenKey = thread()?.keys.keys.at(-1);
    if (window.atEnd) this.#trim('start');
    this.#markRead();
  }

  /** The reader comes near an end of what is loaded. */
  loadMore(edge: 'start' | 'end'): void {
    const {inbox, thread, isPlaced} = this.#parts;
    const cursor = edge === 'start' ? thread()?.before : thread()?.after;
    if (cursor === undefined || cursor === this.#asked[edge] || !isPlaced()) return;
    this.#trim(edge === 'start' ? 'end' : 'start');
    this.#asked[edge] = cursor;
    if (edge === 'start') inbox.commands?.loadEarlier(this.#host.conversationId);
    else inbox.commands?.loadLater(this.#host.conversationId);
  }

  /** Does what a reader asks of a message of theirs. */
  deliver(action: DeliveryAction, {conversationId, id, entry}: ThreadMessage): void {
    const {commands} = this.#parts.inbox;
    if (action === 'resend' || action === 'writeAgain') commands?.[action](conversationId, id);
    else if (entry) commands?.[action](entry.clientId);
    // What went back into the draft is written on at once.
    if (givesDraft.has(action)) this.#host.dispatchEvent(new Event('compose'));
  }

  /** Until a message leaves; undefined when it is not held. */
  secondsLeft({entry}: ThreadMessage): number | undefined {
    const now = this.#parts.inbox.inbox?.ports.clock.now();
    if (entry?.heldUntil === undefined || entry.delivery !== 'queued' || now === undefined || entry.heldUntil <= now) return undefined;
    return Math.ceil((entry.heldUntil - now) / 1000);
  }

  /** A thread read for a day would fill the page; what has the focus stays. */
  #trim(end: 'start' | 'end'): void {
    const thread = this.#parts.thread();
    if (!thread || thread.keys.size <= rowsAtMost) return;
    const focused = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
    this.#parts.inbox.commands?.trimThread(this.#host.conversationId, end, focused);
  }

  #countBelow(thread: Thread): number {
    const seen = this.#seenKey === undefined ? -1 : thread.keys.indexOf(this.#seenKey);
    if (seen < 0) return 0;
    const after = thread.keys.keys.slice(seen + 1).map((key) => thread.messages.get(key));
    return after.filter((message) => message && message.kind !== 'activity' && !isMine(message, this.#me.value)).length;
  }

  /** Read is what was on a visible page, at the end of the thread. */
  #markRead(): void {
    const {window, isPlaced, inbox: {inbox}} = this.#parts;
    const thread = this.#parts.thread();
    if (!inbox || !thread || thread.status !== 'ready' || this.#unread.value === 0 || !isPlaced()) return;
    if (!window.atEnd || !window.shown || !(inbox.ports.page?.visible() ?? true)) return;
    const newest = thread.keys.keys.findLast((key) => thread.messages.get(key)?.entry === undefined);
    const id = newest === undefined ? undefined : thread.messages.get(newest)?.id;
    if (id === undefined || id === this.#marked) return;
    this.#marked = id;
    inbox.commands.markRead(this.#host.conversationId, id);
  }

  #heldUntil(): number | undefined {
    const thread = this.#parts.thread();
    const newest = thread?.keys.keys.at(-1);
    const now = this.#parts.inbox.inbox?.ports.clock.now() ?? 0;
    const until = newest === undefined ? undefined : thread?.messages.get(newest)?.entry?.heldUntil;
    return until !== undefined && until > now ? until : undefined;
  }

  #tick({ports: {clock}}: Inbox): () => void {
    const stop = new AbortController();
    const run = async () => {
      while (this.#heldUntil() !== undefined) {
        await clock.sleep(1000, {signal: stop.signal});
        this.#host.requestUpdate();
      }
    };
    run().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => stop.abort();
  }

  #onFact(fact: Fact): void {
    if (!('conversationId' in fact) || fact.conversationId !== this.#host.conversationId) return;
    const words = this.#words;
    if (fact.type === 'message-arrived' && fact.message.kind !== 'activity') {
      const {body, author} = fact.message;
      const text = (body.format === 'html' ? wordsOf(body.value) : body.value).slice(0, 300);
      const clock = this.#parts.inbox.inbox?.ports.clock;
      if (clock) this.#arrivals.add({clock, words: words.arrived(author.name ?? words.somebody, text)});
    } else if (fact.type === 'message-failed') this.#announcer.say(words.failed, 'assertive');
  }

  get #words(): ThreadNewsMessages {
    return this.#parts.locale.messages.threadNews ?? threadNews;
  }

  #hasUnknownMention(): boolean {
    const {inbox, thread} = this.#parts;
    const loaded = thread();
    const state = inbox.inbox?.state;
    if (!loaded || !state || !offers(state, 'directory')) return false;
    const known = this.#names.value ?? {};
    return [...loaded.messages.values()].some((message) => {
      const unknown = message.mentions?.filter((id) => known[id] === undefined).length ?? 0;
      return unknown > 0 && namesMentioned(message, loaded, state).split('\n').filter(Boolean).length < (message.mentions?.length ?? 0);
    });
  }

  readonly #toLatest = (): void => {
    const {inbox, window} = this.#parts;
    const thread = this.#parts.thread();
    if (thread?.after !== undefined) inbox.commands?.showLatest(this.#host.conversationId);
    window.row(thread?.keys.keys.at(-1) ?? '')?.focus({preventScroll: true});
    window.toEnd();
  };

  readonly #retry = (): void => this.#parts.inbox.inbox?.retry();
}
