import {html, nothing, type TemplateResult} from 'lit';
import type {Format} from '../../i18n/format.js';
import type {FirstMessages} from '../../i18n/messages.js';
import type {Agent} from '../../model/index.js';
import {avatar} from '../../templates/avatar.js';
import {channelIcon} from '../../templates/channel.js';
import {icon} from '../../templates/icon.js';
import {sentimentIcon} from '../../templates/sentiment.js';
import {tagLabel} from '../../templates/tag.js';
import {isMine, nameOf, type RowFacts} from './row-facts.js';

/** What all rows of a list have in common. */
export interface RowFrame {
  readonly messages: FirstMessages;
  readonly format: Format;
  /** ms since the epoch, the backend's. */
  readonly now: number;
  readonly me: Agent | undefined;
}

/** Characters of a text that one line may show: more of it would only be laid out to be cut. */
const longestLine = 500;

/** Line 1 to 3 of a row; the row itself and its actions are the list's. */
export function rowContent({conversation, contact, draft, present}: RowFacts, frame: RowFrame): TemplateResult {
  const {messages, format, now, me} = frame;
  const words = messages.list;
  const {kind, name: channelName} = conversation.channel;
  const unread = conversation.unread ?? 0;
  const {assignee, sentiment} = conversation;
  return html`
    <span class="row-channel">${channelIcon(kind, {label: channelName ?? messages.channel.kinds[kind] ?? kind})}</span>
    <span class="row-name truncate" dir="auto">${line(nameOf(contact)) || words.nobody}</span>
    <time class="row-time" datetime=${conversation.activityAt}>${format.short(conversation.activityAt, now)}</time>
    <span class="row-preview">${preview()}</span>
    ${unread > 0
      ? html`<span class="count"><span aria-hidden="true">${format.number(unread)}</span><span class="visually-hidden">${words.unread(unread)}</span></span>`
      : nothing}
    <span class="row-meta">${statusOf(conversation, present, frame)}</span>
    <span class="row-end">
      ${sentiment
        ? html`<span class="sentiment">${sentimentIcon(sentiment.label, {size: 14, label: words.sentiment(words.sentiments[sentiment.label])})}</span>`
        : nothing}
      ${conversation.handledBy === 'bot'
        ? avatar({kind: 'bot'}, {size: 'sm'})
        : avatar(assignee, {
            size: 'sm',
            mine: isMine(assignee, me),
            label: assignee ? words.assignedTo(assignee.name) : words.unassigned,
          })}
    </span>
  `;

  function preview(): TemplateResult {
    if (draft)
      return html`<span class="row-draft">${words.draft}:</span><span class="row-text truncate" dir="auto">${line(draft.text || draft.files?.map(({name}) => name).join(', '))}</span>`;
    const last = conversation.lastMessage?.kind;
    const mark =
      last === 'reply' ? icon('arrow-bend-up-left', {size: 12, mirror: true, label: words.you})
      : last === 'note' ? icon('lock-simple-fill', {size: 12, label: messages.composer.note})
      : nothing;
    return html`${mark}<span
      class="row-text truncate" dir="auto">${line(conversation.preview ?? conversation.subject)}</span>`;
  }
}

const line = (text = ''): string => text.slice(0, longestLine);

/** Status and tags by rank. The line wraps under a fixed height, so what does not fit whole is absent. */
function statusOf(conversation: RowFacts['conversation'], present: RowFacts['present'], frame: RowFrame): unknown[] {
  const {messages: {list: words}, format, now} = frame;
  const {escalated, state, snoozedUntil, handledBy, waitingSince, topic, tags} = conversation;
  const writer = present.find(({doing}) => doing !== 'viewing');
  const parts: unknown[] = [];
  if (writer) {
    const sentence = writer.doing === 'noting' ? words.isNoting : words.isReplying;
    parts.push(part('present', icon('pencil-simple', {size: 12}), sentence(writer.agent.name)));
  }
  if (escalated) parts.push(part('escalated', icon('flag-fill', {size: 12}), words.escalated));
  if (state === 'snoozed')
    parts.push(part('snoozed', icon('alarm', {size: 12}), snoozedUntil ? words.until(format.until(snoozedUntil, now)) : words.untilMessage));
  if (handledBy === 'bot') parts.push(part('bot', icon('robot', {size: 12}), words.botAnswers));
  if (waitingSince && state !== 'archived') parts.push(part('waits', nothing, words.waits(format.duration(now - Date.parse(waitingSince)))));
  if (topic) parts.push(part('topic', nothing, words.topics[topic]));
  parts.push(...tags.map(tagLabel));
  return parts;
}

const part = (role: string, mark: unknown, text: string): TemplateResult =>
  html`<span class="status status-${role}">${mark}<span class="status-text">${text}</span></span>`;
