import {html, type TemplateResult} from 'lit';
import type {WritingMessages} from '../../i18n/areas/writing.js';
import {isMac} from '../../internal/is-mac.js';
import {onMenuKeydown} from '../../internal/menu-keys.js';
import {icon, type IconName} from '../../templates/icon.js';
import type {Mark} from './formatting.js';

export const marks: readonly (readonly [Mark, IconName, key?: string])[] = [
  ['bold', 'text-b', 'B'],
  ['italic', 'text-italic', 'I'],
  ['strike', 'text-strikethrough'],
  ['code', 'code', 'E'],
  ['link', 'link-simple', 'K'],
  ['bullets', 'list-bullets'],
  ['numbers', 'list-numbers'],
  ['quote', 'quotes'],
];

/** The mark of a key that is pressed with Ctrl or Cmd. */
export const markOfKey = (key: string): Mark | undefined => marks.find(([, , own]) => own?.toLowerCase() === key.toLowerCase())?.[0];

/** What can be done with the words that are selected. */
export const formatMenu = (m: WritingMessages, choose: (mark: Mark) => void): TemplateResult => html`
  <div class="popover menu format" popover="auto" role="menu" aria-label=${m.format} @keydown=${onMenuKeydown}>
    ${marks.map(
      ([mark, drawing, key]) => html`<button type="button" class="menu-item" role="menuitem" @click=${() => choose(mark)}>
        ${icon(drawing)}${m[mark]}${key ? html`<kbd aria-hidden="true">${isMac() ? '⌘' : 'Ctrl '}${key}</kbd>` : ''}
      </button>`,
    )}
  </div>
`;
