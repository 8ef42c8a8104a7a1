import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Locale} from '../../i18n/locale.js';
import {ticket} from '../../i18n/locales/en/ticket.js';
import {define} from '../../internal/define.js';
import {keepInside} from '../../internal/keep-inside.js';
import {onMenuKeydown} from '../../internal/menu-keys.js';
import {safeLink} from '../../internal/url-policy.js';
import type {Action, Agent, Conversation, Priority, Team, Timestamp} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {offers} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {avatar} from '../../templates/avatar.js';
import {icon, type IconName} from '../../templates/icon.js';
import {isAutomated} from './header-controls.js';
import {wordsOf} from './conversation-words.js';
import {styles} from './loop-conversation-menu.styles.js';
import {LoopTagPicker} from './loop-tag-picker.js';
import {snoozePresets} from './snooze-presets.js';

export type MenuKind = 'more' | 'assign' | 'snooze' | 'priority' | 'tags' | 'escalate';

const priorities = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];

interface Item {
  readonly label: string;
  readonly action?: Action;
  readonly icon?: unknown;
  readonly run: () => void;
}

interface Choice {
  readonly label: string;
  readonly content?: unknown;
  readonly checked: boolean;
  readonly run: () => void;
}

/**
 * The menus of a conversation's header. Loaded when the first of them is opened. Dispatches `choose` when it is done (`detail`: the menu
 * to show instead, or undefined), `archive` instead of archiving, because the host may say no, and `ticket`, `details` or `contact` for what stands elsewhere.
 *
 * @summary Menus of a conversation
 * @tag loop-conversation-menu
 */
export class LoopConversationMenu extends LitElement {
  static override styles = [base, controls, styles];

  @property({attribute: false}) kind: MenuKind = 'more';

  @property({attribute: false}) conversation: Conversation | undefined;

  @property({attribute: false}) inbox: Inbox | undefined;

  /** Undefined where the page has no place for the contact. */
  @property({attribute: false}) contact: 'shown' | 'hidden' | undefined;
  @property({attribute: false}) locale: Locale | undefined;

  @state() private people: readonly (Agent | Team)[] | undefined;

  /** What became of the link; undefined: nobody asked for it. */
  @state() private copied: boolean | undefined;

  @query('[role^=menuitem]:not([aria-disabled]), input, loop-tag-picker') private readonly first!: HTMLElement | null;

  @query('[aria-checked=true]') private readonly checked!: HTMLElement | null;

  protected override willUpdate(): void {
    if (this.kind === 'tags') define('loop-tag-picker', LoopTagPicker);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override updated(): void {
    const {inbox, conversation} = this;
    if (!inbox || !conversation) return;
    if (this.kind === 'assign' && !this.people) {
      this.people = [];
      void inbox.commands.assignees(conversation.id).then((people) => (this.people = people));
    }
  }

  /** Called when it opens. */
  override focus(options?: FocusOptions): void {
    this.copied = undefined;
    (this.checked ?? this.first)?.focus(options);
  }

  protected override render(): unknown {
    const {conversation, inbox, locale} = this;
    if (!conversation || !inbox || !locale) return nothing;
    const words = wordsOf(locale);
    switch (this.kind) {
      case 'more':
        return this.#menu(words.more, this.#more(conversation, inbox, locale));
      case 'assign':
        return this.#menu(words.assign, this.#assign(conversation, inbox, locale));
      case 'snooze':
        return this.#menu(words.snooze, this.#snooze(conversation, inbox, locale));
      case 'priority':
        return this.#menu(words.priority, this.#priority(conversation, inbox, locale));
      case 'tags':
        return html`<loop-tag-picker .conversation=${conversation} .inbox=${inbox} .locale=${locale}></loop-tag-picker>`;
      case 'escalate':
        return this.#escalate(conversation, inbox, locale);
    }
  }

  #menu(label: string, content: unknown): TemplateResult {
    return html`<div class="menu" role="menu" aria-label=${label} @keydown=${onMenuKeydown}>
      <p class="menu-heading" role="presentation">${label}</p>${content}
    </div>`;
  }

  #item({label, action, icon: mark, run}: Item): TemplateResult {
    const denied = action && this.conversation?.deny?.[action];
    return html`<button class="menu-item" type="button" role="menuitem" tabindex="-1" aria-disabled=${denied ? 'true' : nothing}
      title=${denied ?? nothing} @click=${denied ? null : run}>${mark ?? nothing}<span>${label}${denied
        ? html`<span class="denied">${denied}</span>`
        : nothing}</span></button>`;
  }

  #choice({label, content, checked, run}: Choice, role: 'menuitemradio' | 'menuitemcheckbox'): TemplateResult {
    return html`<button class="menu-item" type="button" role=${role} tabindex="-1" aria-checked=${checked} @click=${run}>
      ${content ?? label}${checked ? html`<span class="tick">${icon('check-bold', {size: 12})}</span>` : nothing}</button>`;
  }

  #more(conversation: Conversation, inbox: Inbox, locale: Locale): unknown {
    const words = wordsOf(locale);
    const {commands, state: all} = inbox;
    const states = all.session?.capabilities.states ?? [];
    const archived = conversation.state === 'archived';
    const link = safeLink(conversation.url);
    const item = (shown: boolean, label: string, mark: IconName, run: () => void, action?: Action) =>
      // The contact stands at the end, where the drawing has its panel at the start.
      shown ? this.#item({label, icon: mark === 'sidebar-simple' ? html`<span class="at-end">${icon(mark)}</span>` : icon(mark), run, ...(action && {action})}) : nothing;
    return html`
      ${item(offers(all, 'tickets'), (locale.messages.ticket ?? ticket).create, 'ticket', () => this.dispatchEvent(new Event('ticket')), 'ticket')}
      ${item(true, words.details, 'info', () => this.dispatchEvent(new Event('details')))}
      ${item(this.contact !== undefined, this.contact === 'shown' ? words.hideContact : words.showContact, 'sidebar-simple', () => this.dispatchEvent(new Event('contact')))}
      <hr>
      ${item(offers(all, 'assignment'), words.assign, 'user-switch', () => this.#go('assign'), 'assign')}
      ${item(offers(all, 'priority'), words.priority, 'warning', () => this.#go('priority'), 'priority')}
      ${item(offers(all, 'tags'), words.addTag, 'tag', () => this.#go('tags'), 'tag')}
      ${offers(all, 'escalations')
        ? conversation.escalated
          ? item(true, words.clearEscalation, 'flag-fill', this.#done(() => commands.clearEscalation(conversation.id)), 'escalate')
          : item(true, words.escalate, 'flag-fill', () => this.#go('escalate'), 'escalate')
        : nothing}
      <hr>
      ${item(states.includes('snoozed') && !archived, words.snooze, 'alarm', () => this.#go('snooze'), 'snooze')}
      ${item(states.includes('archived') && !archived, words.archive, 'archive', () => this.dispatchEvent(new Event('archive')), 'archive')}
      ${item(states.includes('active') && archived, words.reopen, 'arrow-u-up-left', this.#done(() => commands.reopen(conversation.id)), 'reopen')}
      ${offers(all, 'automation')
        ? isAutomated(conversation)
          ? item(true, words.takeOver, 'user-switch', this.#done(() => commands.takeOver(conversation.id)), 'hand-off')
          : item(!archived, words.handBack, 'robot', this.#done(() => commands.handBack(conversation.id)), 'hand-off')
        : nothing}
      ${item(true, words.markUnread, 'tray', this.#done(() => commands.markUnread(conversation.id)))}
      ${link
        ? html`<hr><a class="menu-item" role="menuitem" tabindex="-1" href=${link} target="_blank" rel="noopener noreferrer">
            ${icon('eye')}<span>${words.openInBackend}</span></a>
          <button class="menu-item" type="button" role="menuitem" tabindex="-1" @click=${() => void this.#copy(link)}>
            ${icon('link')}<span role="status">${this.copied === undefined ? words.copyLink : this.copied ? words.linkCopied : words.linkNotCopied}</span></button>`
        : nothing}
    `;
  }

  #assign(conversation: Conversation, {commands, state: {session}}: Inbox, locale: Locale): unknown {
    const words = wordsOf(locale);
    const mine = conversation.assignee?.id !== undefined && conversation.assignee.id === session?.me.id;
    const people = (this.people ?? []).filter(({id}) => id !== session?.me.id);
    const to = (who: Agent | Team) => (who.type === 'team' ? {teamId: who.id} : {agentId: who.id});
    const entry = (who: Agent | Team | null, label: string, checked: boolean, run: () => void) =>
      this.#choice({label, checked, run: this.#done(run), content: html`${avatar(who, {size: 'sm', mine: who?.id === session?.me.id})}<bdi class="truncate">${label}</bdi>`}, 'menuitemradio');
    return html`
      ${session ? entry(session.me, words.assignToMe, mine, () => commands.assign(conversation.id, {agentId: session.me.id})) : nothing}
      ${entry(null, words.unassigned, !conversation.assignee && !conversation.team, () => commands.assign(conversation.id, {agentId: null}))}
      ${people.length ? html`<hr>` : nothing}
      ${people.map((who) => entry(who, who.name, who.id === conversation.assignee?.id, () => commands.assign(conversation.id, to(who))))}
    `;
  }

  #snooze(conversation: Conversation, {commands, ports, state: {session}}: Inbox, locale: Locale): unknown {
    const {format} = locale;
    const words = wordsOf(locale);
    const {laterToday, tomorrow, monday} = snoozePresets(ports.clock.now());
    const until = (at: number): Timestamp => new Date(at).toISOString();
    const entry = (label: string, to: Timestamp | 'next-message') =>
      this.#item({label, icon: icon('alarm'), run: this.#done(() => commands.snooze(conversation.id, to))});
    return html`
      ${laterToday === undefined ? nothing : entry(words.snoozeLaterToday(format.time(laterToday)), until(laterToday))}
      ${entry(words.snoozeTomorrow(format.time(tomorrow)), until(tomorrow))}
      ${entry(words.snoozeMonday(format.time(monday)), until(monday))}
      ${session?.capabilities.snooze?.nextMessage ? entry(words.snoozeNextMessage, 'next-message') : nothing}
      ${conversation.state === 'snoozed'
        ? html`<hr>${this.#item({label: words.wake, icon: icon('arrow-u-up-left'), run: this.#done(() => commands.reopen(conversation.id))})}`
        : nothing}
    `;
  }

  #priority(conversation: Conversation, {commands}: Inbox, locale: Locale): unknown {
    const words = wordsOf(locale);
    const entry = (priority: Priority | null, label: string) => this.#choice({
      label,
      checked: (conversation.priority ?? null) === priority,
      run: this.#done(() => commands.setPriority(conversation.id, priority)),
    }, 'menuitemradio');
    return html`${priorities.map((priority) => entry(priority, words.priorities[priority]))}<hr>${entry(null, words.noPriority)}`;
  }

  #escalate(conversation: Conversation, {commands}: Inbox, locale: Locale): TemplateResult {
    const words = wordsOf(locale);
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const reason = new FormData(event.target as HTMLFormElement).get('reason');
      const text = typeof reason === 'string' ? reason.trim() : '';
      this.#done(() => commands.escalate(conversation.id, text || undefined))();
    };
    return html`<form class="form" @submit=${submit}>
      <label>${words.escalateReason}<input class="field" name="reason" maxlength="200" autocomplete="off" placeholder=${words.escalateReasonHint}></label>
      <div class="buttons">
        <button class="button button--ghost" type="button" @click=${() => this.#go(undefined)}>${words.cancel}</button>
        <button class="button button--primary" type="submit">${words.escalate}</button>
      </div>
    </form>`;
  }

  /** The menu stays, and says what became of it. */
  async #copy(link: string): Promise<void> {
    // Pages without TLS have no clipboard, and a browser may refuse it.
    const {clipboard} = navigator as Partial<Pick<Navigator, 'clipboard'>>;
    this.copied = (await clipboard?.writeText(link).then(() => true, () => false)) ?? false;
  }

  #go(next: MenuKind | undefined): void {
    this.dispatchEvent(new CustomEvent('choose', {detail: next}));
  }

  #done(work: () => void): () => void {
    return () => {
      work();
      this.#go(undefined);
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-conversation-menu': LoopConversationMenu;
  }
}
