import type {Author} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {notify} from '../backend/notifications.js';
import {preview} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {appendActivity, titleOf} from './messages.js';

/** Takes a conversation over from the automated responder, or hands it back. */
export function handOff(desk: MemoryBackend, row: ConversationRow, to: 'agent' | 'bot', by: Author): void {
  const state = to === 'bot' ? 'automated' : 'active';
  if (row.state === state) return;
  desk.change(row, () => {
    row.state = state;
    row.snoozedUntil = undefined;
    row.handledBy = to;
    row.misses = 0;
  });
  appendActivity(desk, row, by, {type: 'handed', to});
  if (to === 'bot') {
    for (const react of desk.onIncoming) react(row);
    return;
  }
  const asked = row.messages.findLast(({kind}) => kind === 'incoming');
  const told = row.assigneeId === undefined ? desk.agents.keys() : [row.assigneeId];
  notify(desk, told, row, {
    kind: 'new-conversation',
    actor: by,
    title: titleOf(desk, row),
    body: asked && preview(asked),
    messageId: asked?.id,
  });
}
