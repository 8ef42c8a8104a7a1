import {html, nothing, type TemplateResult} from 'lit';
import type {WrittenKind} from '../../contract/index.js';
import {sending} from '../../i18n/locales/en/sending.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import {icon} from '../../templates/icon.js';

/**
 * The backend's sentence in the field's place; a draft that was begun before stays readable below it.
 *
 * @param other what may be written instead.
 */
export const denied = (
  sentence: string,
  other: WrittenKind | undefined,
  {sending: m = sending}: SpokenMessages,
  choose: (kind: WrittenKind) => void,
): TemplateResult => html`
  ${icon('lock-simple', {size: 14})}
  <p>${sentence}</p>
  ${other
    ? html`<button type="button" class="link" @click=${() => choose(other)}>${other === 'note' ? m.writeNote : m.writeReply}</button>`
    : nothing}
`;
