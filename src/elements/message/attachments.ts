import {html, nothing, type TemplateResult} from 'lit';
import {formatBytes} from '../../i18n/format-sizes.js';
import type {Locale} from '../../i18n/locale.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import {imageVerdict, safeDownload} from '../../internal/url-policy.js';
import type {Attachment} from '../../model/index.js';
import {icon} from '../../templates/icon.js';
import {boxOf, isDrawn} from './files.js';

export interface AttachmentsView {
  readonly files: readonly Attachment[];
  readonly allowed: boolean;
  readonly origins: readonly string[];
  readonly locale: Locale;
}

const pictureOf = (file: Attachment): string | undefined => file.thumbUrl ?? file.url;
const isPicture = (file: Attachment): boolean => isDrawn(file) && imageVerdict(pictureOf(file)) !== 'refuse';

/** How many pictures wait for consent. */
export const blockedPictures = (files: readonly Attachment[], origins: readonly string[]): number =>
  files.filter((file) => isPicture(file) && imageVerdict(pictureOf(file), origins) === 'ask').length;

function picture(file: Attachment, {allowed, origins, locale}: AttachmentsView): TemplateResult {
  const words = locale.messages.messageDetails ?? english;
  const address = pictureOf(file);
  const {width, height} = boxOf(file);
  const shown = allowed || imageVerdict(address, origins) === 'show';
  // The box is there before the picture is, so nothing moves when it comes.
  const content = shown
    ? html`<img src=${address ?? nothing} width=${width} height=${height} alt=${file.name} loading="lazy" decoding="async" referrerpolicy="no-referrer">`
    : html`<svg class="blocked" width=${width} height=${height} role="img" aria-label="${file.name}: ${words.imageBlocked}"></svg>
        ${icon('image-broken', {size: 20})}`;
  const href = shown ? safeDownload(file.url ?? file.thumbUrl) : undefined;
  if (!href) return html`<span class="picture" part="attachment">${content}</span>`;
  const saved = href.startsWith('data:');
  return html`<a class="picture" part="attachment" href=${href} download=${saved ? file.name : nothing} target=${saved ? nothing : '_blank'}
    rel="noopener noreferrer" aria-label=${saved ? words.download(file.name) : words.openImage(file.name)}>${content}</a>`;
}

/** Characters at the end of a file's name that are always seen: they tell its kind. */
const keptEnd = 9;

function row(file: Attachment, {locale}: AttachmentsView): TemplateResult {
  const href = safeDownload(file.url);
  const letters = [...file.name];
  const content = html`
    ${icon(file.mime === 'application/pdf' ? 'file-pdf' : 'paperclip')}
    <bdi class="name"><span class="truncate">${letters.slice(0, -keptEnd).join('')}</span><span>${letters.slice(-keptEnd).join('')}</span></bdi>
    ${file.bytes === undefined ? nothing : html`<bdi class="size">${formatBytes(locale.tag, file.bytes)}</bdi>`}
    ${href ? icon('download-simple') : nothing}
  `;
  return href
    ? html`<a class="file" part="attachment" href=${href} download=${file.name} target="_blank" rel="noopener noreferrer"
        title=${(locale.messages.messageDetails ?? english).download(file.name)}>${content}</a>`
    : html`<span class="file" part="attachment">${content}</span>`;
}

/** Pictures in boxes that are there beforehand, other files as rows. */
export function attachmentList(view: AttachmentsView): TemplateResult | typeof nothing {
  if (view.files.length === 0) return nothing;
  return html`<div class="files">${view.files.map((file) => (isPicture(file) ? picture(file, view) : row(file, view)))}</div>`;
}
