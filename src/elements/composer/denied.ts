import {html, nothing, type TemplateResult} from 'lit';
import type {WrittenKind} from '../../contract/index.js';
import type {ComposerMessages} from '../../i18n/areas/composer.js';
import {icon} from '../../templates/icon.js';

/**
 * The backend's sentence in the field's place; a draft that was begun before stays readable below it.
 *
 * @param other what may be written instead.
 */
export const denied = (sentence: string, other: WrittenKind | undefined, m: ComposerMessages, choose: (kind: WrittenKind) => void): TemplateResult => html`
  ${icon('lock-simple', {size: 14})}
  <p>${sentence}</p>
  ${other
    ? html`<button type="button" class="link" @click=${() => choose(other)}>${other === 'note' ? m.writeNote : m.writeReply}</button>`
    : nothing}
`;
