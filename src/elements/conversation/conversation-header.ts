import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import type {Action, Conversation} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import type {SessionFact} from '../../store/state.js';
import {avatar} from '../../templates/avatar.js';
import {channelIcon} from '../../templates/channel.js';
import {icon} from '../../templates/icon.js';
import {sentimentIcon} from '../../templates/sentiment.js';
import {tagLabel} from '../../templates/tag.js';
import type {MenuKind} from './loop-conversation-menu.js';

export interface HeaderView {
  readonly conversation: Conversation;
  readonly inbox: Inbox;
  readonly session: SessionFact | undefined;
  readonly locale: Locale;
  /** ms since the epoch. */
  readonly now: number;
  /** The menu that is open. */
  readonly open: MenuKind | undefined;
  readonly onMenu: (event: Event) => void;
  readonly onPointerdown: (event: Event) => void;
  readonly onArchive: () => void;
  readonly onReopen: () => void;
  readonly onTakeOver: () => void;
}

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

/** A button that stays where it is when the agent may not use it, and says why. */
function control(view: HeaderView, {action, label, content, classes, onClick, menu}: Control): TemplateResult {
  const denied = view.conversation.deny?.[action];
  return html`<button type="button" class=${classes} data-menu=${menu ?? nothing} aria-label=${label} title=${denied ?? label}
    aria-disabled=${denied === undefined ? nothing : 'true'} aria-haspopup=${menu ? 'menu' : nothing}
    aria-expanded=${menu ? view.open === menu : nothing} aria-description=${denied ?? nothing}
    @pointerdown=${view.onPointerdown} @click=${denied !== undefined ? null : menu ? view.onMenu : onClick}>${content}</button>`;
}

function assignee(view: HeaderView): TemplateResult {
  const {conversation, session, locale: {messages}} = view;
  const words = messages.conversation;
  const who = conversation.assignee ?? conversation.team;
  const content = html`${avatar(who, {size: 'sm', mine: who?.id !== undefined && who.id === session?.me.id})}
    <bdi class="assignee-name truncate">${who ? who.name.split(' ')[0] : words.unassigned}</bdi>${icon('caret-down-bold', {size: 10})}`;
  const label = who ? words.assignedTo(who.name) : words.unassigned;
  if (!session?.features.has('assignment')) return html`<span class="assignee" title=${label}>${avatar(who, {size: 'sm', label})}</span>`;
  return control(view, {action: 'assign', label, content, classes: 'button button--ghost assignee', menu: 'assign'});
}

function buttons(view: HeaderView): TemplateResult {
  const {conversation, session, locale: {messages}} = view;
  const words = messages.conversation;
  const states = session?.capabilities.states ?? [];
  const archived = conversation.state === 'archived';
  return html`
    ${isAutomated(conversation) && session?.features.has('automation')
      ? control(view, {action: 'hand-off', label: words.takeOver, content: words.takeOver, classes: 'button', onClick: view.onTakeOver})
      : nothing}
    ${assignee(view)}
    ${states.includes('snoozed') && !archived
      ? control(view, {action: 'snooze', label: words.snooze, content: icon('alarm'), classes: 'icon-button roomy', menu: 'snooze'})
      : nothing}
    ${archived
      ? states.includes('active')
        ? control(view, {action: 'reopen', label: words.reopen, content: icon('arrow-u-up-left', {mirror: true}), classes: 'icon-button roomy', onClick: view.onReopen})
        : nothing
      : states.includes('archived')
        ? control(view, {action: 'archive', label: words.archive, content: icon('archive'), classes: 'icon-button roomy', onClick: view.onArchive})
        : nothing}
    ${session?.features.has('tickets')
      ? html`<loop-ticket-button icon-only conversation-id=${conversation.id} .inbox=${view.inbox}></loop-ticket-button>`
      : nothing}
    <slot name="header-actions"></slot>
    <button type="button" class="icon-button" data-menu="more" aria-label=${words.more} title=${words.more} aria-haspopup="menu"
      aria-expanded=${view.open !== undefined && view.open !== 'assign' && view.open !== 'tags' && view.open !== 'snooze'}
      @pointerdown=${view.onPointerdown} @click=${view.onMenu}>${icon('dots-three')}</button>
  `;
}

function facts(view: HeaderView): TemplateResult {
  const {conversation, session, locale: {messages, format}, now} = view;
  const {channel, sentiment, contact} = conversation;
  const words = messages.conversation;
  const channelName = channel.name ?? messages.channel.kinds[channel.kind] ?? channel.kind;
  const score = sentiment?.score === undefined ? undefined : format.number(Math.round(sentiment.score * 100) / 100);
  return html`
    <div class="facts" role="group" aria-label=${words.facts}>
      <span class="fact contact truncate"><bdi>${contact.name ?? contact.email ?? contact.phone ?? words.unknownContact}</bdi></span>
      <span class="fact" title=${channelName}>${channelIcon(channel.kind, {size: 14})}<bdi class="channel-name">${channelName}</bdi></span>
      ${sentiment
        ? html`<span class="fact sentiment-${sentiment.label}" title=${words.sentimentBy(messages.list.sentiments[sentiment.label], score, sentiment.source)}>
            ${sentimentIcon(sentiment.label, {size: 14})}${messages.list.sentiments[sentiment.label]}</span>`
        : nothing}
      ${conversation.escalated ? html`<span class="fact escalated">${icon('flag-fill', {size: 14})}${words.escalated}</span>` : nothing}
      ${stateFact(view, format.until.bind(format), now)}
      ${conversation.tags.map((tag) => html`<span class="fact">${tagLabel(tag)}</span>`)}
    </div>
    ${session?.features.has('tags')
      ? control(view, {action: 'tag', label: words.addTag, content: icon('plus', {size: 14}), classes: 'icon-button add-tag', menu: 'tags'})
      : nothing}
  `;
}

function stateFact({conversation, locale: {messages}}: HeaderView, until: (at: string, now: number) => string, now: number): unknown {
  const words = messages.conversation;
  if (conversation.state === 'archived') return html`<span class="fact">${icon('archive', {size: 14})}${words.archived}</span>`;
  if (conversation.state === 'snoozed') {
    const text = conversation.snoozedUntil ? words.snoozedUntil(until(conversation.snoozedUntil, now)) : words.snoozedUntilMessage;
    return html`<span class="fact">${icon('alarm', {size: 14})}${text}</span>`;
  }
  return isAutomated(conversation) ? html`<span class="fact">${icon('robot', {size: 14})}${words.botAnswers}</span>` : nothing;
}

/** What a conversation is called. */
export const subjectOf = ({subject, contact}: Conversation, {messages}: Locale): string =>
  subject ?? messages.conversation.subject(contact.name ?? contact.email ?? contact.phone);

/** Two lines: what it is about and what can be done with it; whom it is with and how it stands. */
export const conversationHeader = (view: HeaderView): TemplateResult => html`
  <header part="header">
    <div class="line">
      <slot name="header-start"></slot>
      <h2 class="subject truncate" dir="auto" title=${subjectOf(view.conversation, view.locale)}>${subjectOf(view.conversation, view.locale)}</h2>
      <div class="actions" role="group" aria-label=${view.locale.messages.conversation.actions}>${buttons(view)}</div>
    </div>
    <div class="line second">${facts(view)}</div>
  </header>
`;

