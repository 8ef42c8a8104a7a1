import {html, nothing, type TemplateResult} from 'lit';
import {rowActions as english} from '../../i18n/locales/en/row-actions.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import type {Action, Conversation} from '../../model/index.js';
import type {SessionFact} from '../../store/state.js';
import {icon, type IconName} from '../../templates/icon.js';

export type RowAction = 'read' | 'snooze' | 'archive' | 'reopen';

/** The buttons of the row under the pointer or with the focus. */
export function rowActions(
  conversation: Conversation,
  session: SessionFact | undefined,
  {rowActions: words = english}: SpokenMessages,
  act: (action: RowAction, conversation: Conversation) => void,
): TemplateResult {
  const {state, unread, deny} = conversation;
  const states = session?.capabilities.states ?? [];
  const offered: readonly (readonly [RowAction, IconName, string, Action | undefined, boolean])[] = [
    ['read', 'check', words.done, undefined, (unread ?? 0) > 0],
    ['snooze', 'alarm', words.snooze, 'snooze', state === 'active' && states.includes('snoozed') && session?.capabilities.snooze?.nextMessage === true],
    ['archive', 'archive', words.archive, 'archive', state !== 'archived' && states.includes('archived')],
    ['reopen', 'arrow-u-up-left', words.reopen, 'reopen', state === 'archived' && states.includes('active')],
  ];
  return html`<div class="row-actions" role="gridcell" aria-label=${words.actions}>
    ${offered.map(([action, mark, label, needs, there]) => {
      const denial = needs && deny?.[needs];
      return there
        ? html`<button class="icon-button" type="button" tabindex="-1" aria-label=${label} title=${denial ?? label}
            ?disabled=${denial !== undefined} @click=${() => act(action, conversation)}>${icon(mark)}</button>`
        : nothing;
    })}
  </div>`;
}
