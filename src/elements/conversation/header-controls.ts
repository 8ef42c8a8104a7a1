import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {FloatingController} from '../../controllers/floating-controller.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import {LoopContactToggleEvent, LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import type {LoopShortcutEvent} from '../../events/shortcut-events.js';
import type {ConversationMenuMessages} from '../../i18n/areas/conversation-menu.js';
import {defineAsked} from '../../internal/define.js';
import type {Action, Conversation, Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {avatar} from '../../templates/avatar.js';
import {icon} from '../../templates/icon.js';
import {sentimentIcon} from '../../templates/sentiment.js';
import {tagLabel} from '../../templates/tag.js';
import type {LoopTicketButton} from '../ticket-button/loop-ticket-button.js';
import type {HeaderView} from './conversation-header.js';
import {wordsOf} from './conversation-words.js';
import type {LoopConversationDetails} from './loop-conversation-details.js';
import type {LoopConversationMenu, MenuKind} from './loop-conversation-menu.js';

/** True while the bot has it: an agent may take over. */
export const isAutomated = ({state, handledBy}: Conversation): boolean => state === 'automated' || handledBy === 'bot';

interface Control {
  readonly action: Action;
  readonly label: string;
  readonly content: unknown;
  readonly classes: string;
  readonly onClick?: () => void;
  readonly menu?: MenuKind;
}

/** The buttons of a conversation's header, the menu they open, and what the header says beside whom it is with. */
export class HeaderControls implements ReactiveController {
  readonly #host: LitElement & {readonly conversationId: Id};
  readonly #inbox: () => Inbox | undefined;
  readonly #floating: FloatingController;
  /** One stop of the Tab key. */
  readonly #toolbar: ToolbarController;
  #menu: MenuKind | undefined;
  #conversationId: Id;
  #anchor: HTMLElement | undefined;
  /** The press that closes a menu must not open it again. */
  #closing: HTMLElement | undefined;
  /** The code of the details is there. */
  #detailsLoaded = false;

  constructor(host: LitElement & {readonly conversationId: Id}, inbox: () => Inbox | undefined) {
    this.#host = host;
    this.#inbox = inbox;
    this.#conversationId = host.conversationId;
    this.#floating = new FloatingController(host, {
      anchor: () => this.#anchor,
      panel: () => host.renderRoot.querySelector<HTMLElement>('.popover'),
      placement: 'bottom-end',
    });
    this.#toolbar = new ToolbarController(host, {items: () => headerItems(host.renderRoot), axis: 'row'});
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot?.addEventListener('keydown', this.#toolbar.onKeydown as EventListener);
    this.#host.renderRoot?.addEventListener('focusin', this.#toolbar.onFocusIn);
    this.#host.addEventListener('loop-shortcut', this.#onShortcut);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('loop-shortcut', this.#onShortcut);
  }

  /** A menu belongs to the conversation it was opened for. */
  hostUpdate(): void {
    if (this.#host.conversationId === this.#conversationId) return;
    this.#conversationId = this.#host.conversationId;
    this.#menu = undefined;
    this.#floating.hide();
    this.#details?.close();
  }

  /** Before the host's own. */
  buttons(view: HeaderView): TemplateResult {
    const {conversation, inbox, session, locale} = view;
    const words = wordsOf(locale);
    const states = session?.capabilities.states ?? [];
    const archived = conversation.state === 'archived';
    return html`
      ${isAutomated(conversation) && session?.features.has('automation')
        ? this.#control(view, {action: 'hand-off', label: words.takeOver, content: words.takeOver, classes: 'button', onClick: () => inbox.commands.takeOver(conversation.id)})
        : nothing}
      ${this.#assignee(view)}
      ${states.includes('snoozed') && !archived
        ? this.#control(view, {action: 'snooze', label: words.snooze, content: icon('alarm'), classes: 'icon-button roomy', menu: 'snooze'})
        : nothing}
      ${archived
        ? states.includes('active')
          ? this.#control(view, {action: 'reopen', label: words.reopen, content: icon('arrow-u-up-left', {mirror: true}), classes: 'icon-button roomy', onClick: () => inbox.commands.reopen(conversation.id)})
          : nothing
        : states.includes('archived')
          ? this.#control(view, {action: 'archive', label: words.archive, content: icon('archive'), classes: 'icon-button roomy', onClick: this.#archive})
          : nothing}
      ${session?.features.has('tickets')
        ? html`<loop-ticket-button icon-only conversation-id=${conversation.id} .inbox=${inbox}></loop-ticket-button>`
        : nothing}
      <button type="button" class="icon-button roomy" aria-label=${words.details} title=${words.details} aria-haspopup="dialog" @click=${this.#openDetails}>${icon('info')}</button>
    `;
  }

  /** After the host's own. */
  more({locale}: HeaderView): TemplateResult {
    const words = wordsOf(locale);
    const shown = this.#shown;
    return html`<button type="button" class="icon-button" data-menu="more" aria-label=${words.more} title=${words.more} aria-haspopup="menu"
      aria-expanded=${shown !== undefined && shown !== 'assign' && shown !== 'tags' && shown !== 'snooze'}
      @pointerdown=${this.#onPointerdown} @click=${this.#onMenu}>${icon('dots-three')}</button>`;
  }

  /** How it stands, beside contact and channel. */
  facts({conversation, locale, now}: HeaderView): TemplateResult {
    const {messages, format} = locale;
    const {sentiment} = conversation;
    const words = wordsOf(locale);
    const score = sentiment?.score === undefined ? undefined : format.number(Math.round(sentiment.score * 100) / 100);
    return html`
      ${sentiment
        ? html`<span class="fact sentiment-${sentiment.label}" title=${words.sentimentBy(messages.list.sentiments[sentiment.label], score, sentiment.source)}>
            ${sentimentIcon(sentiment.label, {size: 14})}${messages.list.sentiments[sentiment.label]}</span>`
        : nothing}
      ${conversation.escalated ? html`<span class="fact escalated">${icon('flag-fill', {size: 14})}${words.escalated}</span>` : nothing}
      ${stateFact(conversation, words, (at) => format.until(at, now))}
      ${conversation.tags.map((tag) => html`<span class="fact">${tagLabel(tag)}</span>`)}
    `;
  }

  /** The button at the end of the second line. */
  tagging(view: HeaderView): TemplateResult | typeof nothing {
    if (!view.session?.features.has('tags')) return nothing;
    const label = wordsOf(view.locale).addTag;
    return this.#control(view, {action: 'tag', label, content: icon('plus', {size: 14}), classes: 'icon-button add-tag', menu: 'tags'});
  }

  /** The place of the menus: there also while none is open. */
  popover({conversation, inbox, locale, contact}: HeaderView): TemplateResult {
    return html`<div class="popover" popover="auto">${this.#menu
      ? html`<loop-conversation-menu .kind=${this.#menu} .conversation=${conversation} .inbox=${inbox} .locale=${locale} .contact=${contact}
          @choose=${this.#onChoose} @archive=${this.#archive} @ticket=${this.#openTicket} @details=${this.#openDetails} @contact=${this.#toggleContact}></loop-conversation-menu>`
      : nothing}</div>
      ${this.#detailsLoaded
        ? html`<loop-conversation-details .conversationId=${conversation.id} .inbox=${inbox} .locale=${locale}></loop-conversation-details>`
        : nothing}`;
  }

  /** A button that stays where it is when the agent may not use it, and says why. */
  #control(view: HeaderView, {action, label, content, classes, onClick, menu}: Control): TemplateResult {
    const denied = view.conversation.deny?.[action];
    return html`<button type="button" class=${classes} data-menu=${menu ?? nothing} aria-label=${label} title=${denied ?? label}
      aria-disabled=${denied === undefined ? nothing : 'true'} aria-haspopup=${menu ? 'menu' : nothing}
      aria-expanded=${menu ? this.#shown === menu : nothing} aria-description=${denied ?? nothing}
      @pointerdown=${this.#onPointerdown} @click=${denied !== undefined ? null : menu ? this.#onMenu : onClick}>${content}</button>`;
  }

  #assignee(view: HeaderView): TemplateResult {
    const {conversation, session, locale} = view;
    const words = wordsOf(locale);
    const who = conversation.assignee ?? conversation.team;
    const content = html`${avatar(who, {size: 'sm', mine: who?.id !== undefined && who.id === session?.me.id})}
      <bdi class="assignee-name truncate">${who ? who.name.split(' ')[0] : words.unassigned}</bdi>${icon('caret-down-bold', {size: 10})}`;
    const label = who ? words.assignedTo(who.name) : words.unassigned;
    if (!session?.features.has('assignment')) return html`<span class="assignee" title=${label}>${avatar(who, {size: 'sm', label})}</span>`;
    return this.#control(view, {action: 'assign', label, content, classes: 'button button--ghost assignee', menu: 'assign'});
  }

  /** The menu that is open. */
  get #shown(): MenuKind | undefined {
    return this.#floating.open ? this.#menu : undefined;
  }

  #show(menu: MenuKind): void {
    this.#menu = menu;
    this.#host.requestUpdate();
  }

  /** The host may keep it: the request is told first. */
  readonly #archive = (): void => {
    this.#floating.hide();
    const request = new LoopConversationArchiveEvent(this.#host.conversationId);
    if (this.#host.dispatchEvent(request)) this.#inbox()?.commands.archive(request.conversationId);
  };

  readonly #openTicket = (): void => {
    this.#floating.hide();
    void this.#host.renderRoot.querySelector<LoopTicketButton>('loop-ticket-button')?.open();
  };

  readonly #openDetails = async (): Promise<void> => {
    this.#floating.hide();
    if (!(await defineAsked('loop-conversation-details', async () => (await import('./loop-conversation-details.js')).LoopConversationDetails))) return;
    this.#detailsLoaded = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#details?.show();
  };

  get #details(): LoopConversationDetails | null {
    return this.#host.renderRoot.querySelector('loop-conversation-details');
  }

  readonly #toggleContact = (): void => {
    this.#floating.hide();
    this.#host.dispatchEvent(new LoopContactToggleEvent(this.#host.conversationId));
  };

  readonly #onPointerdown = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    this.#closing = this.#floating.open && button === this.#anchor ? button : undefined;
  };

  readonly #onMenu = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    const closing = this.#closing === button;
    this.#closing = undefined;
    if (closing) return this.#floating.hide();
    void this.#openMenu(button, button.dataset.menu as MenuKind);
  };

  async #openMenu(anchor: HTMLElement, kind: MenuKind): Promise<void> {
    if (!(await defineAsked('loop-conversation-menu', async () => (await import('./loop-conversation-menu.js')).LoopConversationMenu))) return;
    this.#floating.hide();
    this.#anchor = anchor;
    this.#show(kind);
    await this.#host.updateComplete;
    this.#floating.show();
    await this.#focusMenu();
  }

  async #focusMenu(): Promise<void> {
    const menu = this.#host.renderRoot.querySelector<LoopConversationMenu>('loop-conversation-menu');
    await menu?.updateComplete;
    menu?.focus();
  }

  /** By key what the buttons do. Where there is no room for one, its menu stands at the last button. */
  readonly #onShortcut = ({shortcut}: LoopShortcutEvent): void => {
    if (shortcut === 'details') return void this.#openDetails();
    if (shortcut === 'ticket') return this.#openTicket();
    const menu = menuOf[shortcut];
    const find = (kind: MenuKind) => this.#host.renderRoot.querySelector<HTMLElement>(`button[data-menu="${kind}"]`);
    const button = menu && find(menu);
    if (!button) return;
    // It says why it may not be used.
    if (button.ariaDisabled === 'true') return button.focus();
    const anchor = button.checkVisibility() ? button : find('more');
    if (anchor) void this.#openMenu(anchor, menu);
  };

  /** Another menu in the place of this one, or none any more. */
  readonly #onChoose = async (event: Event): Promise<void> => {
    const next = (event as CustomEvent<MenuKind | undefined>).detail;
    if (!next) return this.#floating.hide();
    this.#show(next);
    await this.#host.updateComplete;
    await this.#focusMenu();
  };
}

const menuOf: Partial<Record<LoopShortcutEvent['shortcut'], MenuKind>> = {snooze: 'snooze', assign: 'assign', tag: 'tags'};

function stateFact(conversation: Conversation, words: ConversationMenuMessages, until: (at: string) => string): unknown {
  const {state, snoozedUntil} = conversation;
  if (state === 'archived') return html`<span class="fact">${icon('archive', {size: 14})}${words.archived}</span>`;
  if (state === 'snoozed') {
    const text = snoozedUntil ? words.snoozedUntil(until(snoozedUntil)) : words.snoozedUntilMessage;
    return html`<span class="fact">${icon('alarm', {size: 14})}${text}</span>`;
  }
  return isAutomated(conversation) ? html`<span class="fact">${icon('robot', {size: 14})}${words.botAnswers}</span>` : nothing;
}

/** Buttons of the header in their order. Of what is slotted only the shell's own: a host's controls keep their place in the Tab order. */
function headerItems(root: ParentNode): HTMLElement[] {
  const found = root.querySelectorAll<HTMLElement>('header slot, header button, header loop-ticket-button');
  return [...found].flatMap((each) => {
    if (!(each instanceof HTMLSlotElement)) return each;
    const ours = (slotted: Element) => (slotted.getRootNode() as Partial<ShadowRoot>).host?.localName === 'loop-inbox';
    return each.assignedElements({flatten: true}).filter((slotted): slotted is HTMLElement => slotted instanceof HTMLButtonElement && ours(slotted));
  });
}
