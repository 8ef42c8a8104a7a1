import {html, nothing, type TemplateResult} from 'lit';
import {LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import {rowActions as english} from '../../i18n/locales/en/row-actions.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import type {Action, Conversation} from '../../model/index.js';
import type {Commands} from '../../store/commands.js';
import type {SessionFact} from '../../store/state.js';
import {icon, type IconName} from '../../templates/icon.js';

type RowAction = 'read' | 'snooze' | 'archive' | 'reopen';

/** The buttons of the row under the pointer or with the focus. */
export function rowActions(
  host: HTMLElement,
  conversation: Conversation,
  session: SessionFact | undefined,
  {rowActions: words = english}: SpokenMessages,
  commands: Commands | undefined,
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
            ?disabled=${denial !== undefined} @click=${() => act(host, action, conversation, commands)}>${icon(mark)}</button>`
        : nothing;
    })}
  </div>`;
}

function act(host: HTMLElement, action: RowAction, conversation: Conversation, commands: Commands | undefined): void {
  const {id} = conversation;
  if (action === 'archive') archiveRow(host, conversation, commands);
  else if (action === 'reopen') commands?.reopen(id);
  else if (action === 'snooze') commands?.snooze(id, 'next-message');
  else commands?.markRead(id);
}

/** What a key asks to do with a row. */
export function actOnRow(what: 'archive' | 'unread', host: HTMLElement, conversation: Conversation, commands: Commands | undefined): void {
  if (what === 'archive') archiveRow(host, conversation, commands);
  else commands?.markUnread(conversation.id);
}

/** Archives it where that may be and the host does not keep it. */
function archiveRow(host: HTMLElement, {id, state, deny}: Conversation, commands: Commands | undefined): void {
  if (state === 'archived' || deny?.archive) return;
  if (host.dispatchEvent(new LoopConversationArchiveEvent(id))) commands?.archive(id);
}
