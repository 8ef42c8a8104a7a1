import {html, nothing, type TemplateResult} from 'lit';
import {formatBytes} from '../../i18n/format-sizes.js';
import {unturned} from '../../i18n/isolate.js';
import type {Locale} from '../../i18n/locale.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import {isLarge} from '../../internal/large-pictures.js';
import {codeOf} from '../../internal/late.js';
import {imageVerdict, type ImageVerdict} from '../../internal/url-policy.js';
import type {Attachment} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import type {ThreadMessage} from '../../store/state.js';
import {fileIcon, fileName} from '../../templates/file.js';
import {icon} from '../../templates/icon.js';
import {fetched} from './fetched.js';
import {fetchedPlayer, fetchedRow} from './fetched-file.js';
import {sourceOf} from './file-source.js';
import {boxOf, listedFiles} from './files.js';
import {isPlayed, isVideo, mediaPlayer} from './media-player.js';

export interface AttachmentsView {
  readonly message: ThreadMessage;
  readonly inbox: Inbox | undefined;
  /** Pictures of this message need no consent. */
  readonly allowed: boolean;
  readonly origins: readonly string[];
  readonly locale: Locale;
}

type Consent = Pick<AttachmentsView, 'message' | 'inbox' | 'allowed' | 'origins'>;

const pictureOf = (file: Attachment): string | undefined => file.thumbUrl ?? file.url;

/** Whether a file is shown as a picture. One without an address is the backend's own, and is asked of it. */
function verdictOf(file: Attachment, {message, inbox, allowed, origins}: Consent): ImageVerdict {
  if (!file.mime.startsWith('image/')) return 'refuse';
  if (pictureOf(file) === undefined) return sourceOf(file, message, inbox) ? 'show' : 'refuse';
  const verdict = imageVerdict(pictureOf(file), origins);
  return verdict === 'ask' && allowed ? 'show' : verdict;
}

/** How many pictures wait for consent. */
export const blockedPictures = (view: Consent): number => listedFiles(view.message).filter((file) => verdictOf(file, view) === 'ask').length;

/** Those that can be looked at in full. */
export const shownPictures = (view: Consent): readonly Attachment[] =>
  listedFiles(view.message).filter((file) => verdictOf(file, view) === 'show' && sourceOf(file, view.message, view.inbox));

function picture(file: Attachment, view: AttachmentsView, verdict: ImageVerdict): TemplateResult {
  const {message, inbox, locale} = view;
  const words = locale.messages.messageDetails ?? english;
  const {width, height} = boxOf(file) ?? {width: 0, height: 0};
  // The box is there before the picture is, so nothing moves when it comes.
  if (verdict === 'ask')
    return html`<span class="picture" part="attachment"><svg class="blocked" width=${width} height=${height} role="img"
        aria-label="${file.name}: ${words.imageBlocked}"></svg>${icon('image-broken', {size: 20})}</span>`;
  const source = sourceOf(file, message, inbox);
  // Very large ones are drawn where they were opened.
  if (isLarge(file.width ?? 0, file.height ?? 0))
    return html`<button type="button" class="picture large" part="attachment" aria-haspopup="dialog" ?disabled=${!source}
      @click=${(event: Event) => void look(event.currentTarget as HTMLElement, file, view)}>${words.largeImage}</button>`;
  const isAsked = source && 'fetch' in source && !/^(data|blob):/.test(pictureOf(file) ?? '');
  const image = isAsked
    ? html`<img ${fetched(file.id, source.fetch)} @load=${draw} @error=${draw} width=${width} height=${height} alt=${file.name}>`
    : html`<img src=${pictureOf(file) ?? nothing} width=${width} height=${height} alt=${file.name} loading="lazy" decoding="async" referrerpolicy="no-referrer" @load=${draw} @error=${draw}>`;
  if (!source) return html`<span class="picture" part="attachment">${image}</span>`;
  return html`<button type="button" class="picture" part="attachment" aria-label=${words.openImage(file.name)} aria-haspopup="dialog"
    @click=${(event: Event) => void look(event.currentTarget as HTMLElement, file, view)}>${image}</button>`;
}

/** One whose size nobody told is drawn when it has arrived and is not very large; otherwise its box stays, which opens it. */
function draw({target}: Event): void {
  const image = target as HTMLImageElement;
  image.toggleAttribute('data-drawn', !isLarge(image.naturalWidth, image.naturalHeight));
}

async function look(button: HTMLElement, file: Attachment, view: AttachmentsView): Promise<void> {
  const code = await codeOf('The view of one picture', () => import('../lightbox/open-lightbox.js'));
  await code?.openLightbox(button, file, view);
}

function row(file: Attachment, {message, inbox, locale}: AttachmentsView): unknown {
  const source = message.entry ? undefined : sourceOf(file, message, inbox);
  const content = html`
    ${fileIcon(file.mime)} ${fileName(file.name)}
    ${file.bytes === undefined ? nothing : html`<bdi class="size">${formatBytes(locale.tag, file.bytes)}</bdi>`}
  `;
  if (!source) return html`<span class="file" part="attachment">${content}</span>`;
  if ('fetch' in source) return inbox ? fetchedRow({file, fetch: source.fetch, inbox, locale, content}) : nothing;
  return html`<a class="file" part="attachment" href=${source.href} download=${unturned(file.name)} target="_blank" rel="noopener noreferrer"
    title=${(locale.messages.messageDetails ?? english).download(file.name)}>${content} ${icon('download-simple')}</a>`;
}

/** Sound or film above the row that saves it. */
function media(file: Attachment, view: AttachmentsView): unknown {
  const {message, inbox, locale} = view;
  const source = sourceOf(file, message, inbox);
  const player =
    source && 'href' in source
      ? mediaPlayer(file, source.href)
      : source && inbox
        ? fetchedPlayer({file, fetch: source.fetch, inbox, locale, content: html``})
        : icon('play', {size: 20});
  return html`<div class="media" ?data-video=${isVideo(file)}><div class="player">${player}</div>${row(file, view)}</div>`;
}

/** Pictures, sound and film in boxes that are there beforehand, other files as rows. */
export function attachmentList(view: AttachmentsView): TemplateResult | typeof nothing {
  const files = listedFiles(view.message);
  if (files.length === 0) return nothing;
  return html`<div class="files">${files.map((file) => {
    const verdict = verdictOf(file, view);
    return verdict !== 'refuse' ? picture(file, view, verdict) : isPlayed(file) ? media(file, view) : row(file, view);
  })}</div>`;
}
