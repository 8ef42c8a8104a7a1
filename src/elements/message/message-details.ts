import {html, nothing, type TemplateResult} from 'lit';
import type {MessageDetailsMessages} from '../../i18n/areas/message-details.js';
import type {Locale} from '../../i18n/locale.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import {messageMenu as menuWords} from '../../i18n/locales/en/message-menu.js';
import {wordsOf} from '../../internal/plain-text.js';
import {LatePart} from '../../internal/late.js';
import {guardPictures} from '../../internal/large-pictures.js';
import {MarkdownSheet} from '../../internal/markdown-sheet.js';
import {splitQuoted, type Quoted} from '../../internal/quotes.js';
import type {RichText} from '../../internal/rich-text.js';
import {textSlices} from '../../internal/text-slices.js';
import type {ThreadMessage} from '../../store/state.js';
import {icon} from '../../templates/icon.js';
import {isCard, isPlain} from '../thread/thread-rows.js';
import {attachmentList, blockedPictures} from './attachments.js';
import {grows, inSlices, type Growing} from './gradual.js';
import type {LoopMessage, MessageActions} from './loop-message.js';
import {foldAt, messageText} from './message-text.js';

export {deliveryLine} from './delivery-line.js';
export {editor} from './message-editor.js';
export {styles} from './message-details.styles.js';

/** What became of a body that is more than text. */
export interface Content {
  readonly sheet: Sheet;
  /** Higher than what is shown of it at first. */
  tall: boolean;
}

interface Sheet extends Growing {
  readonly element: HTMLElement;
  /** Pictures that were left out. */
  readonly blocked: number;
  /** Of what a mail repeats of earlier ones; 0: nothing. */
  readonly quotedLines: number;
  /** What is there of it ends in what it repeats. */
  readonly endsQuoted: boolean;
  /** The parts of a mail, each in a box. */
  readonly bodies?: readonly HTMLElement[];
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
  readonly origins: readonly string[] | undefined;
  readonly picturesShown: boolean;
  readonly unfolded: boolean;
  readonly quoteShown: boolean;
  readonly actions: MessageActions | undefined;
  readonly row: LoopMessage;
  readonly onOnce: () => void;
  readonly onFold: () => void;
  /** A content has turned out to be tall, or not to be. */
  readonly onTall: () => void;
  /** A part of it that comes later can't be shown. */
  readonly onError: (error: unknown) => void;
  readonly onQuote: () => void;
}

const sentences = ({messages}: Locale): MessageDetailsMessages => messages.messageDetails ?? english;

/** Whose pictures need no consent: those that the host names, and the backend's own. */
const originsOf = ({origins, actions}: MessageView): readonly string[] => [...(origins ?? []), ...(actions?.inbox()?.state.session?.fileOrigins ?? [])];

/** What only mails in HTML need. */
export const mailLook = new LatePart('The look of mails', () => import('./mail.js'));

/** Markdown or HTML as nodes that are safe to show; undefined where only the words are shown. */
export function contentOf(view: MessageView, rich: RichText): Content | undefined {
  const {message, locale, picturesShown} = view;
  const origins = originsOf(view);
  const {format, value} = message.body;
  const options = {
    remote: picturesShown ? 'allow' : 'block',
    origins,
    contentUrl: (id: string) => message.attachments.find(({contentId}) => contentId === id)?.url,
    leadsTo: (host: string) => sentences(locale).leadsTo(host),
  } as const;
  if (format !== 'html') return guarded(new MarkdownSheet(value, (slice) => rich.markdown(slice, options)), view);
  const look = mailLook.for({requestUpdate: view.onTall});
  return look && guarded(look.mail(value, rich, options, sentences(locale).largeImage), view);
}

/** Smaller than this a mail is scrolled, not made to fit; where it would still be as many times as wide as its box, it is read at its own size. */
const smallest = 0.6;
const muchWider = 1.5;

/** Its very large pictures are drawn when they are asked for. */
function guarded(sheet: Sheet, view: MessageView): Content {
  guardPictures(sheet.element.shadowRoot ?? sheet.element, sentences(view.locale).largeImage);
  return watched(sheet, view);
}

/** How high a content is, only the browser can tell, and how wide. */
function watched(sheet: Sheet, {onTall}: MessageView): Content {
  const {element} = sheet;
  const content: Content = {sheet, tall: false};
  let width = 0;
  const observer = new ResizeObserver(() => {
    const [body] = sheet.bodies ?? [];
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

/**
 * A mail drawn for a wider window is shown smaller, as it would be on a phone. What would be its window's is its box's: the ground under all of it, and the side
 * to which it is scrolled.
 */
function fit(body: HTMLElement, element: HTMLElement): void {
  const {style, clientWidth, ownerDocument} = element;
  const {backgroundColor, direction} = getComputedStyle(body);
  style.removeProperty('--_mail-zoom');
  // What shines through lies on paper.
  style.backgroundColor = /^rgba|\//.test(backgroundColor) ? '' : backgroundColor;
  style.direction = direction;
  const box = ownerDocument.createRange();
  box.selectNodeContents(body);
  // Shown smaller, a part of it may be wider than it said: what is as wide as the box stays so.
  let zoom = 1;
  // Engines that do not tell a zoom measure what is zoomed as if it were not: WebKit, and Chromium before 128.
  const width = () => Math.max(element.scrollWidth, Math.ceil(box.getBoundingClientRect().width * ('currentCSSZoom' in element ? 1 : zoom)));
  for (let tries = 0; tries < 3 && clientWidth > 0 && zoom > smallest; tries++) {
    const wide = width();
    if (wide <= clientWidth + 1) return;
    zoom = Math.max(smallest, (zoom * clientWidth) / wide);
    style.setProperty('--_mail-zoom', String(zoom));
  }
  if (width() > clientWidth * muchWider) style.removeProperty('--_mail-zoom');
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

/** The words: with links, marks and formats, and folded where they are very long. */
export function words(view: MessageView): unknown {
  const {message, locale, content, rich, mentioned, unfolded} = view;
  const {format, value} = message.body;
  if (!value) return nothing;
  if (content && !isPlain(message.body)) {
    const {sheet, tall} = content;
    const quoteFolded = sheet.quotedLines > 0 && !view.quoteShown;
    sheet.element.toggleAttribute('data-folded', quoteFolded);
    const isLong = tall || unfolded || !(sheet.isWhole || (quoteFolded && sheet.endsQuoted));
    return html`<div class=${unfolded ? 'whole' : isLong ? 'capped folded' : 'capped'} ${grows(unfolded ? sheet : undefined, view.onTall, view.onError)}>${sheet.element}</div>${isLong ? fold(view) : nothing}`;
  }
  const text = format === 'html' ? wordsOf(value) : textOf(message).own;
  const cut = foldAt(text);
  const names = mentioned ? mentioned.split('\n') : [];
  const linked = format === 'html' ? undefined : rich;
  const show = (piece: string) => messageText(piece, names, linked, sentences(locale).leadsTo);
  const shown = cut === undefined || unfolded ? text : `${text.slice(0, cut)}…`;
  const parts = textSlices(shown);
  // No space inside: it would be seen, white space is kept here.
  return html`<div class="text" dir=${parts.length > 1 ? nothing : 'auto'}>${parts.length > 1 ? inSlices(parts, [mentioned, linked, locale], show, view.onError) : show(shown)}</div>${cut === undefined ? nothing : fold(view)}`;
}

const fold = ({locale, unfolded, onFold}: MessageView): TemplateResult =>
  html`<button class="link" type="button" aria-expanded=${unfolded} @click=${onFold}>${unfolded ? sentences(locale).showLess : sentences(locale).showAll}</button>`;

/** Characters; in a longer text nobody looks for what it repeats. */
const longestParted = 100_000;

/** What is new in a plain text, and what it repeats: as the backend says, else as it is written. */
function textOf({kind, body: {format, value, quoted}}: ThreadMessage): Quoted {
  if (quoted !== undefined || format !== 'text' || kind !== 'incoming' || value.length > longestParted) return {own: value, quoted};
  return splitQuoted(value);
}

/** What stands under the words: what they quote, files, and that they were changed. */
export function below(view: MessageView): TemplateResult {
  const {message, locale, content, picturesShown, actions} = view;
  const origins = originsOf(view);
  const {quoted} = textOf(message);
  return html`
    ${content?.sheet.quotedLines ? quotePill(content.sheet.quotedLines, view) : nothing}
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
export function blockedBar(view: MessageView): unknown {
  const {message, locale, content, picturesShown, actions, onOnce} = view;
  if (picturesShown) return nothing;
  const origins = originsOf(view);
  const blocked = (content?.sheet.blocked ?? 0) + blockedPictures({message, inbox: actions?.inbox(), allowed: false, origins});
  if (blocked === 0) return nothing;
  const {imagesBlocked, showOnce, always} = sentences(locale);
  const sender = message.mail?.from?.address ?? message.author.id;
  return html`<div class="blocked-bar">
    <span class="told">${icon('image-broken', {size: 14})}<bdi>${imagesBlocked(blocked)}</bdi></span>
    <span class="choices">
      <button class="link" type="button" @click=${onOnce}>${showOnce}</button>
      ${sender ? html`<button class="link" type="button" @click=${() => actions?.trust(sender)}>${always}</button>` : nothing}
    </span>
  </div>`;
}

/** In the place of a message that can't be shown. */
export const broken = (locale: Locale): TemplateResult =>
  html`<p class="broken">${icon('warning-circle', {size: 14})}${sentences(locale).broken}</p>`;
