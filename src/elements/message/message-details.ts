import {html, nothing, type TemplateResult} from 'lit';
import type {MessageDetailsMessages} from '../../i18n/areas/message-details.js';
import type {Locale} from '../../i18n/locale.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {RichText} from '../../internal/rich-text.js';
import type {ThreadMessage} from '../../store/state.js';
import {icon} from '../../templates/icon.js';
import {isCard, isPlain} from '../thread/thread-rows.js';
import {attachmentList, blockedPictures} from './attachments.js';
import type {MessageActions} from './loop-message.js';
import {foldAt, messageText} from './message-text.js';

export {deliveryLine} from './delivery-line.js';
export {styles} from './message-details.styles.js';

/** What became of a body that is more than text. */
export interface Content {
  readonly element: HTMLElement;
  /** Pictures that were left out. */
  readonly blocked: number;
}

/** A message as its element stands. */
export interface MessageView {
  readonly message: ThreadMessage;
  readonly locale: Locale;
  readonly rich: RichText | undefined;
  readonly content: Content | undefined;
  readonly answered: ThreadMessage | undefined;
  /** Names, one a line. */
  readonly mentioned: string;
  readonly origins: readonly string[];
  readonly picturesShown: boolean;
  readonly unfolded: boolean;
  readonly quoteShown: boolean;
  readonly actions: MessageActions | undefined;
  readonly onOnce: () => void;
  readonly onFold: () => void;
  readonly onQuote: () => void;
}

const sentences = ({messages}: Locale): MessageDetailsMessages => messages.messageDetails ?? english;

/** Markdown or HTML as nodes that are safe to show. */
export function contentOf({message, picturesShown, origins}: MessageView, rich: RichText): Content {
  const {fragment, blocked} = rich.nodes(message.body, {
    remote: picturesShown ? 'allow' : 'block',
    origins,
    contentUrl: (id) => message.attachments.find(({contentId}) => contentId === id)?.url,
  });
  const element = document.createElement('div');
  element.className = 'rich';
  element.dir = 'auto';
  element.append(fragment);
  return {element, blocked};
}

/** What stands over the words: what they answer, and which pictures were left out. */
export const above = (view: MessageView): TemplateResult => html`
  ${view.answered ? answer(view.answered, view) : nothing}
  ${isCard(view.message) ? nothing : blockedBar(view)}
`;

/** The words: with links, marks and formats, and folded where they are very long. */
export function words({message, locale, content, rich, mentioned, unfolded, onFold}: MessageView): unknown {
  const {format, value} = message.body;
  if (!value) return nothing;
  const {showAll, showLess} = sentences(locale);
  const text = format === 'html' && !content ? wordsOf(value) : value;
  const cut = foldAt(text);
  const folded = cut !== undefined && !unfolded;
  const fold =
    cut === undefined
      ? nothing
      : html`<button class="link" type="button" aria-expanded=${unfolded} @click=${onFold}>${folded ? showAll : showLess}</button>`;
  if (content && !isPlain(message.body)) return html`<div class=${folded ? 'folded' : 'whole'}>${content.element}</div>${fold}`;
  const names = mentioned ? mentioned.split('\n') : [];
  // No space inside: it would be seen, white space is kept here.
  return html`<div class="text" dir="auto">${messageText(folded ? `${text.slice(0, cut)}…` : text, names, isPlain(message.body) ? rich : undefined)}</div>${fold}`;
}

/** What stands under the words: what they quote, files, and that they were changed. */
export function below(view: MessageView): TemplateResult {
  const {message, locale, picturesShown, origins, actions} = view;
  return html`
    ${message.body.quoted ? quote(message.body.quoted, view) : nothing}
    ${attachmentList({message, inbox: actions?.inbox(), allowed: picturesShown, origins, locale})}
    ${message.editedAt ? html`<p class="edited" title=${locale.format.dateTime(message.editedAt)}>${sentences(locale).edited}</p>` : nothing}
  `;
}

function quote(quoted: string, {locale, rich, quoteShown, onQuote}: MessageView): TemplateResult {
  const lines = quoted.trim().split('\n').length;
  return html`
    <button class="quote-pill" type="button" aria-expanded=${quoteShown} @click=${onQuote}>
      ${icon('dots-three', {size: 14})}${sentences(locale).quoted(lines)}
    </button>
    ${quoteShown ? html`<blockquote class="text quote" dir="auto">${messageText(quoted.trim(), [], rich)}</blockquote>` : nothing}
  `;
}

function answer(answered: ThreadMessage, {locale, actions}: MessageView): TemplateResult {
  const {author, body} = answered;
  const line = (body.format === 'html' ? wordsOf(body.value) : body.value).slice(0, 200);
  return html`<button class="answered" type="button" @click=${() => actions?.show(answered.id)}>
    <span class="author">${sentences(locale).answers(author.name ?? locale.messages.message.unknownAuthor)}</span>
    <span class="truncate" dir="auto">${line}</span>
  </button>`;
}

/** Says that pictures were left out, and lets them in. */
export function blockedBar({message, locale, content, origins, picturesShown, actions, onOnce}: MessageView): unknown {
  if (picturesShown) return nothing;
  const blocked = (content?.blocked ?? 0) + blockedPictures({message, inbox: actions?.inbox(), allowed: false, origins});
  if (blocked === 0) return nothing;
  const {imagesBlocked, showOnce, always} = sentences(locale);
  const sender = message.mail?.from?.address ?? message.author.id;
  return html`<div class="blocked-bar">
    <span class="told">${icon('image-broken', {size: 14})}<bdi>${imagesBlocked(blocked)}</bdi></span>
    <button class="link" type="button" @click=${onOnce}>${showOnce}</button>
    ${sender ? html`<button class="link" type="button" @click=${() => actions?.trust(sender)}>${always}</button>` : nothing}
  </div>`;
}

/** In the place of a message that can't be shown. */
export const broken = (locale: Locale): TemplateResult =>
  html`<p class="broken">${icon('warning-circle', {size: 14})}${sentences(locale).broken}</p>`;
