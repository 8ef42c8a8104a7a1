import {html, type TemplateResult} from 'lit';
import {icon} from './icon.js';

/** Characters at the end of a file's name that are always seen: they tell its kind. */
const keptEnd = 9;

/** A file's name in one line; what does not fit is cut before its end. */
export function fileName(name: string): TemplateResult {
  const letters = [...name];
  return html`<bdi class="name"><span class="truncate">${letters.slice(0, -keptEnd).join('')}</span><span>${letters.slice(-keptEnd).join('')}</span></bdi>`;
}

export const fileIcon = (mime: string): TemplateResult => icon(mime === 'application/pdf' ? 'file-pdf' : 'paperclip');
