import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import {safeLink} from '../../internal/url-policy.js';
import type {Attribute, Conversation} from '../../model/index.js';
import {tagLabel} from '../../templates/tag.js';
import {wordsOf} from './conversation-words.js';

function valueOf({value, kind}: Attribute, {format}: Locale): string | TemplateResult {
  if (value === null) return '–';
  if (typeof value === 'number') return format.number(value);
  const text = String(value);
  const link = kind === 'link' ? safeLink(text) : undefined;
  return link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}

/** Everything known of a conversation that its header has no room for. */
export function conversationDetails(conversation: Conversation, locale: Locale): TemplateResult {
  const {messages, format} = locale;
  const words = wordsOf(locale);
  const {channel, sentiment} = conversation;
  const score = sentiment?.score === undefined ? undefined : format.number(Math.round(sentiment.score * 100) / 100);
  const states = {
    active: messages.list.active,
    archived: messages.list.archived,
    automated: messages.list.automated,
    snoozed: conversation.snoozedUntil ? words.snoozedUntil(format.dateTime(conversation.snoozedUntil)) : words.snoozedUntilMessage,
  };
  const fact = (label: string, value: string | TemplateResult | undefined) =>
    value === undefined ? nothing : html`<dt>${label}</dt><dd>${typeof value === 'string' ? html`<bdi>${value}</bdi>` : value}</dd>`;
  return html`<div class="details" tabindex="-1">
    <h3 class="menu-heading">${words.details}</h3>
    <dl>
      ${fact(words.number, conversation.number)}
      ${fact(words.state, states[conversation.state])}
      ${fact(words.channel, channel.name ?? messages.channel.kinds[channel.kind] ?? channel.kind)}
      ${fact(words.topic, conversation.topic && messages.list.topics[conversation.topic])}
      ${fact(words.priority, conversation.priority ? words.priorities[conversation.priority] : undefined)}
      ${fact(words.sentiment, sentiment && words.sentimentBy(messages.list.sentiments[sentiment.label], score, sentiment.source))}
      ${fact(words.tags, conversation.tags.length ? html`<span class="tags">${conversation.tags.map(tagLabel)}</span>` : undefined)}
      ${conversation.attributes?.map((attribute) => fact(attribute.label, valueOf(attribute, locale)))}
      ${fact(words.created, format.dateTime(conversation.createdAt))}
      ${fact(words.lastActivity, format.dateTime(conversation.activityAt))}
    </dl>
  </div>`;
}
