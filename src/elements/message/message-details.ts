import {html, nothing, type TemplateResult} from 'lit';
import type {MessageDetailsMessages} from '../../i18n/areas/message-details.js';
import type {Locale} from '../../i18n/locale.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import {messageMenu as menuWords} from '../../i18n/locales/en/message-menu.js';
import {wordsOf} from '../../internal/plain-text.js';
import {LatePart} from '../../internal/late.js';
import {splitQuoted, type Quoted} from '../../internal/quotes.js';
import type {RichText} from '../../internal/rich-text.js';
import type {ThreadMessage} from '../../store/state.js';
import {icon} from '../../templates/icon.js';
import {isCard, isPlain} from '../thread/thread-rows.js';
import {attachmentList, blockedPictures} from './attachments.js';
import type {LoopMessage, MessageActions} from './loop-message.js';
import {foldAt, messageText} from './message-text.js';

export {deliveryLine} from './delivery-line.js';
export {editor} from './message-editor.js';
export {styles} from './message-details.styles.js';

/** What became of a body that is more than text. */
export interface Content {
  readonly element: HTMLElement;
  /** Pictures that were left out. */
  readonly blocked: number;
  /** Of what a mail repeats of earlier ones; 0: nothing. */
  readonly quotedLines: number;
  /** Higher than what is shown of it at first. */
  tall: boolean;
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
  readonly row: LoopMessage;
  readonly onOnce: () => void;
  readonly onFold: () => void;
  /** A content has turned out to be tall, or not to be. */
  readonly onTall: () => void;
  readonly onQuote: () => void;
}

const sentences = ({messages}: Locale): MessageDetailsMessages => messages.messageDetails ?? english;

/** What only mails in HTML need. */
export const mailLook = new LatePart('The look of mails', () => import('./mail.js'));

/** Characters; a longer text in Markdown is shown as it was written. */
const longestMarkdown = 50_000;

/** Characters of HTML; a longer one is made into nodes when it is asked for. */
const longestHtml = 400_000;

/** Markdown or HTML as nodes that are safe to show; undefined where only the words are shown. */
export function contentOf(view: MessageView, rich: RichText): Content | undefined {
  const {message, locale, picturesShown, origins, unfolded} = view;
  const {format, value} = message.body;
  const options = {
    remote: picturesShown ? 'allow' : 'block',
    origins,
    contentUrl: (id: string) => message.attachments.find(({contentId}) => contentId === id)?.url,
    leadsTo: (host: string) => sentences(locale).leadsTo(host),
  } as const;
  if (format === 'html') {
    if (value.length > longestHtml && !unfolded) return undefined;
    const look = mailLook.for({requestUpdate: view.onTall});
    return look && watched({...look.mail(value, rich, options), tall: false}, view);
  }
  if (value.length > longestMarkdown) return undefined;
  const {fragment, blocked} = rich.markdown(value, options);
  const element = document.createElement('div');
  element.className = 'rich';
  element.dir = 'auto';
  element.append(fragment);
  return watched({element, blocked, quotedLines: 0, tall: false}, view);
}

/** Smaller than this a mail is scrolled, not made to fit. */
const smallest = 0.6;

/** How high a content is, only the browser can tell, and how wide. */
function watched(content: Content, {onTall}: MessageView): Content {
  const {element} = content;
  const body = element.shadowRoot?.querySelector('body');
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (body && element.clientWidth !== width) {
      width = element.clientWidth;
      fit(body, element);
    }
    const limit = element.parentElement && Number.parseFloat(getComputedStyle(element.parentElement).maxBlockSize);
    // Unfolded it has no limit, and is what it was.
    if (!limit) return;
    const tall = element.offsetHeight > limit + 1;
    if (tall === content.tall) return;
    content.tall = tall;
    onTall();
  });
  observer.observe(element);
  return content;
}

/** A mail drawn for a wider window is shown smaller, as it would be on a phone. */
function fit(body: HTMLElement, {clientWidth, ownerDocument}: HTMLElement): void {
  body.style.removeProperty('zoom');
  const box = ownerDocument.createRange();
  box.selectNodeContents(body);
  const wide = Math.max(body.scrollWidth, Math.ceil(box.getBoundingClientRect().width));
  if (clientWidth > 0 && wide > clientWidth + 1) body.style.setProperty('zoom', String(Math.max(smallest, clientWidth / wide)));
}

/** What can be done with a message. Shown under the pointer and with the focus; the Tab key goes from message to message past it. */
function moreButton({row, actions, locale}: MessageView): TemplateResult {
  const {label} = locale.messages.messageMenu ?? menuWords;
  return html`<button class="icon-button message-more" type="button" tabindex="-1" aria-label=${label} title=${label} aria-haspopup="menu"
    @click=${(event: Event) => actions?.menu(row, event.currentTarget as HTMLElement)}>${icon('dots-three')}</button>`;
}

/** What stands over the words: what they answer, and which pictures were left out. */
export const above = (view: MessageView): TemplateResult => html`
  ${moreButton(view)}
  ${view.answered ? answer(view.answered, view) : nothing}
  ${isCard(view.message) ? nothing : blockedBar(view)}
`;

/** Characters of text that stand in one box: browsers lay out a very long one in more than its share of time. */
const longestPiece = 20_000;
/** Pieces with links; in what comes after them addresses stay words. */
const linkedPieces = 5;

/** The text in pieces that end where a line or a word ends. */
function pieces(text: string): string[] {
  const cut: string[] = [];
  for (let from = 0, to; from < text.length; from = to) {
    to = from + longestPiece;
    if (to < text.length) to = [text.lastIndexOf('\n', to), text.lastIndexOf(' ', to)].find((at) => at > from + longestPiece / 2) ?? to;
    cut.push(text.slice(from, to));
  }
  return cut;
}

/** The words: with links, marks and formats, and folded where they are very long. */
export function words(view: MessageView): unknown {
  const {message, locale, content, rich, mentioned, unfolded} = view;
  const {format, value} = message.body;
  if (!value) return nothing;
  if (content && !isPlain(message.body)) {
    content.element.toggleAttribute('data-folded', content.quotedLines > 0 && !view.quoteShown);
    const shown = unfolded ? 'whole' : content.tall ? 'capped folded' : 'capped';
    return html`<div class=${shown}>${content.element}</div>${content.tall || unfolded ? fold(view) : nothing}`;
  }
  const text = format === 'html' ? wordsOf(value) : textOf(message).own;
  const cut = foldAt(text);
  const folded = cut !== undefined && !unfolded;
  const names = mentioned ? mentioned.split('\n') : [];
  const isLong = cut !== undefined || (format === 'html' && value.length > longestHtml);
  const shown = folded ? `${text.slice(0, cut)}…` : text;
  // No space inside: it would be seen, white space is kept here.
  return html`<div class="text" dir="auto">${pieces(shown).map((piece, index) => {
    const said = messageText(piece, names, format === 'html' || index >= linkedPieces ? undefined : rich, sentences(locale).leadsTo);
    return index === 0 && piece === shown ? said : html`<div>${said}</div>`;
  })}</div>${isLong ? fold(view) : nothing}`;
}

const fold = ({locale, unfolded, onFold}: MessageView): TemplateResult =>
  html`<button class="link" type="button" aria-expanded=${unfolded} @click=${onFold}>${unfolded ? sentences(locale).showLess : sentences(locale).showAll}</button>`;

/** What is new in a plain text, and what it repeats: as the backend says, else as it is written. */
function textOf({kind, body: {format, value, quoted}}: ThreadMessage): Quoted {
  if (quoted !== undefined || format !== 'text' || kind !== 'incoming') return {own: value, quoted};
  return splitQuoted(value);
}

/** What stands under the words: what they quote, files, and that they were changed. */
export function below(view: MessageView): TemplateResult {
  const {message, locale, content, picturesShown, origins, actions} = view;
  const {quoted} = textOf(message);
  return html`
    ${content?.quotedLines ? quotePill(content.quotedLines, view) : nothing}
    ${quoted ? quote(quoted.trim(), view) : nothing}
    ${attachmentList({message, inbox: actions?.inbox(), allowed: picturesShown, origins, locale})}
    ${message.editedAt ? html`<p class="edited" title=${locale.format.dateTime(message.editedAt)}>${sentences(locale).edited}</p>` : nothing}
  `;
}

const quotePill = (lines: number, {locale, quoteShown, onQuote}: MessageView): TemplateResult =>
  html`<button class="quote-pill" type="button" aria-expanded=${quoteShown} @click=${onQuote}>
    ${icon('dots-three', {size: 14})}${sentences(locale).quoted(lines)}
  </button>`;

/** Characters; of what is repeated no more is shown. */
const longestQuote = 20_000;

function quote(quoted: string, view: MessageView): TemplateResult {
  const {rich, quoteShown, locale} = view;
  return html`${quotePill(quoted.split('\n').length, view)}
    ${quoteShown ? html`<blockquote class="text quote" dir="auto">${messageText(quoted.slice(0, longestQuote), [], rich, sentences(locale).leadsTo)}</blockquote>` : nothing}`;
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
