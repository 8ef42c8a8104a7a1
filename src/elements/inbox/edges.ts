import {html, nothing, type TemplateResult} from 'lit';
import type {PanelSizeController} from '../../controllers/panel-size-controller.js';
import {panels as english} from '../../i18n/locales/en/panels.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import {icon} from '../../templates/icon.js';

const wordsOf = ({panels = english}: SpokenMessages) => panels;

/** The edges of the list: towards the menu and towards the conversation. */
export function listEdges(sizes: PanelSizeController, messages: SpokenMessages): TemplateResult {
  const words = wordsOf(messages);
  return html`${sizes.handle('menu', words.resizeMenu)}${sizes.handle('list', words.resizeList)}`;
}

/** In the conversation's header: the way to more room for it, and back. */
export function listToggle(sizes: PanelSizeController, messages: SpokenMessages): TemplateResult {
  const words = wordsOf(messages);
  const hidden = sizes.isHidden('list');
  return html`<button class="icon-button list-toggle" slot="header-actions" type="button" aria-label=${words.list} title=${hidden ? words.showList : words.hideList}
    aria-pressed=${!hidden} @click=${() => sizes.toggle('list')}>${icon('sidebar-simple')}</button>`;
}

/** @param sizes absent where the details lie over the conversation or push the list away. */
export function contactEdge(sizes: PanelSizeController | undefined, messages: SpokenMessages, onClose: () => void): TemplateResult {
  return html`${sizes?.handle('contact', wordsOf(messages).resizeContact) ?? nothing}
    <button class="icon-button close" type="button" aria-label=${messages.shell.close} @click=${onClose}>${icon('x')}</button>`;
}
