import {html, type TemplateResult} from 'lit';
import {unturned} from '../i18n/isolate.js';
import {icon} from './icon.js';

/** Characters at the end of a file's name that are always seen: they tell its kind. */
const keptEnd = 9;

/** A file's name in one line; what does not fit is cut before its end, and nothing in it can turn its end into another. */
export function fileName(name: string): TemplateResult {
  const letters = [...unturned(name)];
  return html`<bdi class="name"><bdi class="truncate">${letters.slice(0, -keptEnd).join('')}</bdi><bdi>${letters.slice(-keptEnd).join('')}</bdi></bdi>`;
}

export const fileIcon = (mime: string): TemplateResult => icon(mime === 'application/pdf' ? 'file-pdf' : 'paperclip');
