import {html, nothing, type TemplateResult} from 'lit';
import type {FileInput, WrittenKind} from '../../contract/index.js';
import type {FilesMessages} from '../../i18n/areas/files.js';
import {formatBytes} from '../../i18n/format-sizes.js';
import {repeat} from '../../internal/repeat.js';
import {fileIcon, fileName} from '../../templates/file.js';
import {icon} from '../../templates/icon.js';
import type {Refusal} from './file-limits.js';

export interface FileChips {
  readonly kind: WrittenKind;
  readonly files: readonly FileInput[];
  readonly refused: readonly Refusal[];
  readonly maxBytes: number | undefined;
  readonly maxCount: number | undefined;
  readonly disabled: boolean;
  readonly messages: FilesMessages;
  /** BCP 47. */
  readonly locale: string;
  /** Where the picture of a file is. */
  readonly picture: (file: FileInput) => string | undefined;
  readonly remove: (file: FileInput, index: number) => void;
  readonly dismiss: () => void;
}

/** Files of a draft, each with what it is called and how large it is, and those that were not taken with the reason. */
export function fileChips(chips: FileChips): TemplateResult {
  const {kind, files, refused, messages: m} = chips;
  return html`
    ${files.length > 0
      ? html`<ul class="files" aria-label=${m.attachedTo[kind]}>${repeat(files, ({blob}) => blob, (file, index) => chip(file, index, chips))}</ul>`
      : nothing}
    <span class="visually-hidden" role="status">${files.length > 0 ? m.attached(files.length) : nothing}</span>
    <div role="alert">
      ${refused.length > 0
        ? html`<div class="refused">
            <ul>${refused.map((each) => html`<li>${sentence(each, chips)}</li>`)}</ul>
            <button type="button" class="icon-button" aria-label=${m.dismiss} title=${m.dismiss} @click=${chips.dismiss}>${icon('x', {size: 14})}</button>
          </div>`
        : nothing}
    </div>
  `;
}

function chip(file: FileInput, index: number, {messages: m, locale, disabled, picture, remove}: FileChips): TemplateResult {
  const address = picture(file);
  return html`<li class="file" title=${file.name}>
    <span class="thumb">
      ${fileIcon(file.mime)}
      ${address ? html`<img src=${address} alt="" decoding="async" @error=${hide}>` : nothing}
    </span>
    ${fileName(file.name)}
    <bdi class="size">${formatBytes(locale, file.blob.size)}</bdi>
    <button type="button" class="icon-button" aria-label=${m.remove(file.name)} title=${m.remove(file.name)} ?disabled=${disabled}
      @click=${() => remove(file, index)}>${icon('x', {size: 14})}</button>
  </li>`;
}

/** Not every file that calls itself a picture is one. */
const hide = (event: Event): void => void ((event.target as HTMLElement).hidden = true);

function sentence({name, why}: Refusal, {messages: m, locale, maxBytes = 0, maxCount = 0}: FileChips): string {
  switch (why) {
    case 'folder':
    case 'wrongKind':
      return m[why](name);
    case 'tooLarge':
      return m.tooLarge(name, formatBytes(locale, maxBytes));
    case 'tooMany':
      return m.tooMany(name, maxCount);
  }
}
