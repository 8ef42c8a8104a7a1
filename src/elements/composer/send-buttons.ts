import {html, nothing, type TemplateResult} from 'lit';
import type {WrittenKind} from '../../contract/index.js';
import type {ComposerMessages} from '../../i18n/areas/composer.js';
import {icon} from '../../templates/icon.js';

export interface SendButtons {
  readonly kind: WrittenKind;
  readonly disabled: boolean;
  readonly canArchive: boolean;
  readonly menuOpen: boolean;
  readonly messages: ComposerMessages;
  readonly send: () => void;
  readonly toggleMenu: () => void;
  /** Its popover, once it is there. */
  readonly menu: TemplateResult | undefined;
}

/** "Add note", or "Send" with what else can be done in the same breath. */
export function sendButtons({kind, disabled, canArchive, menuOpen, messages: m, send, toggleMenu, menu}: SendButtons): TemplateResult {
  if (kind === 'note')
    return html`<button part="send" type="button" class="button send-note" ?disabled=${disabled} @click=${send}>
      ${icon('lock-simple-fill', {size: 14})}${m.addNote}
    </button>`;
  const more = html`
    <button type="button" class="button button--primary more" aria-label=${m.moreWays} aria-haspopup="menu" aria-expanded=${menuOpen}
      ?disabled=${disabled} @click=${toggleMenu}>
      ${icon('caret-down-bold', {size: 12})}
    </button>
    ${menu ?? nothing}
  `;
  return html`<span class="split">
    <button part="send" type="button" class="button button--primary" ?disabled=${disabled} @click=${send}>${m.send}</button>
    ${canArchive ? more : nothing}
  </span>`;
}
