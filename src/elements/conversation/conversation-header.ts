import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import type {Conversation} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import type {SessionFact} from '../../store/state.js';
import {channelIcon} from '../../templates/channel.js';
import type {HeaderControls} from './header-controls.js';

export interface HeaderView {
  readonly conversation: Conversation;
  readonly inbox: Inbox;
  readonly session: SessionFact | undefined;
  readonly locale: Locale;
  /** ms since the epoch. */
  readonly now: number;
  /** Whether the page shows the contact beside it; undefined: it has no place for them. */
  readonly contact: 'shown' | 'hidden' | undefined;
  /** Its buttons and the rest of its facts; undefined until they are there. */
  readonly controls: HeaderControls | undefined;
}

/** What a conversation is called. */
export const subjectOf = ({subject, contact}: Conversation, {messages}: Locale): string =>
  subject ?? messages.conversation.subject(contact.name ?? contact.email ?? contact.phone);

/** Two lines: what it is about and what can be done with it; whom it is with and how it stands. */
export function conversationHeader(view: HeaderView): TemplateResult {
  const {conversation, locale, controls} = view;
  const {channel, contact} = conversation;
  const {channel: {kinds}, conversation: words} = locale.messages;
  const subject = subjectOf(conversation, locale);
  const channelName = channel.name ?? kinds[channel.kind] ?? channel.kind;
  return html`
    <header part="header">
      <div class="line">
        <slot name="header-start"></slot>
        <h2 class="subject truncate" dir="auto" title=${subject}>${subject}</h2>
        <div class="actions" role="toolbar" aria-label=${words.actions}>
          ${controls?.buttons(view) ?? nothing}<slot name="header-actions"></slot>${controls?.more(view) ?? nothing}
        </div>
      </div>
      <div class="line second">
        <div class="facts" role="group" aria-label=${words.facts}>
          <span class="fact contact truncate"><bdi>${contact.name ?? contact.email ?? contact.phone ?? words.unknownContact}</bdi></span>
          <span class="fact" title=${channelName}>${channelIcon(channel.kind, {size: 14})}<bdi class="channel-name">${channelName}</bdi></span>
          ${controls?.facts(view) ?? nothing}
        </div>
        ${controls?.tagging(view) ?? nothing}
      </div>
    </header>
  `;
}
