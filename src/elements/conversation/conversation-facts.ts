import {html, nothing, type TemplateResult} from 'lit';
import type {ConversationDetailsMessages} from '../../i18n/areas/conversation-details.js';
import {attributeDate} from '../../i18n/attribute-date.js';
import type {Locale} from '../../i18n/locale.js';
import {safeLink} from '../../internal/url-policy.js';
import type {Attribute, Conversation, Tag} from '../../model/index.js';
import {icon} from '../../templates/icon.js';
import {tagLabel} from '../../templates/tag.js';
import {wordsOf} from './conversation-words.js';

function valueOf({value, kind}: Attribute, {format, tag}: Locale): string | TemplateResult {
  if (value === null) return '–';
  if (kind === 'date' && typeof value !== 'boolean') return attributeDate(value, tag);
  if (typeof value === 'number') return format.number(value);
  const text = String(value);
  const link = kind === 'link' ? safeLink(text) : undefined;
  return link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}

export interface FactsView {
  readonly conversation: Conversation;
  readonly locale: Locale;
  readonly words: ConversationDetailsMessages;
  /** Absent: tags can't be changed here. */
  readonly onRemoveTag: ((tag: Tag) => void) | undefined;
}

/** Everything a conversation says of itself. */
export function conversationFacts({conversation, locale, words: details, onRemoveTag}: FactsView): TemplateResult {
  const {messages, format} = locale;
  const words = wordsOf(locale);
  const {channel, sentiment} = conversation;
  const score = sentiment?.score === undefined ? undefined : format.number(Math.round(sentiment.score * 100) / 100);
  const kind = messages.channel.kinds[channel.kind] ?? channel.kind;
  const states = {
    active: messages.list.active,
    archived: messages.list.archived,
    automated: messages.list.automated,
    snoozed: conversation.snoozedUntil ? words.snoozedUntil(format.dateTime(conversation.snoozedUntil)) : words.snoozedUntilMessage,
  };
  const fact = (label: string, value: string | TemplateResult | undefined) =>
    value === undefined ? nothing : html`<dt>${label}</dt><dd>${typeof value === 'string' ? html`<bdi>${value}</bdi>` : value}</dd>`;
  const tag = (each: Tag) => html`<li>${tagLabel(each)}${onRemoveTag
    ? html`<button class="icon-button remove" type="button" aria-label=${words.removeTag(each.name)} title=${words.removeTag(each.name)}
        @click=${() => onRemoveTag(each)}>${icon('x', {size: 10})}</button>`
    : nothing}</li>`;
  return html`<dl>
    ${fact(words.number, conversation.number)}
    ${fact(words.state, states[conversation.state])}
    ${fact(words.channel, channel.name && channel.name !== kind ? html`<bdi>${channel.name}</bdi> · ${kind}` : kind)}
    ${fact(words.topic, conversation.topic && messages.list.topics[conversation.topic])}
    ${fact(words.priority, conversation.priority ? words.priorities[conversation.priority] : undefined)}
    ${fact(details.assignee, conversation.assignee?.name ?? (conversation.team ? undefined : words.unassigned))}
    ${fact(details.team, conversation.team?.name)}
    ${fact(words.sentiment, sentiment && words.sentimentBy(messages.list.sentiments[sentiment.label], score, sentiment.source))}
    ${fact(words.tags, conversation.tags.length ? html`<ul class="tags">${conversation.tags.map(tag)}</ul>` : undefined)}
    ${conversation.attributes?.map((attribute) => fact(attribute.label, valueOf(attribute, locale)))}
    ${fact(words.created, format.dateTime(conversation.createdAt))}
    ${fact(words.lastActivity, format.dateTime(conversation.activityAt))}
    ${fact(details.waitingSince, conversation.waitingSince ? format.dateTime(conversation.waitingSince) : undefined)}
  </dl>`;
}
