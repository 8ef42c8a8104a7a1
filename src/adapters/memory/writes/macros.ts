import type {Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {notFound} from '../backend/errors.js';
import {authorOf} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import type {FileMacro} from '../conversation-file.js';
import {assign, setPriority, setTags} from './labels.js';
import {assertState} from './rules.js';
import {send} from './send.js';
import {setState} from './state.js';

/** Does everything a macro says, in its order, in the name of the agent. */
export function runMacro(desk: MemoryBackend, row: ConversationRow, agentId: Id, id: Id): void {
  const macro = desk.macros.get(id);
  if (!macro) throw notFound('macro', id);
  for (const action of macro.actions) act(desk, row, agentId, action);
}

function act(desk: MemoryBackend, row: ConversationRow, agentId: Id, action: FileMacro['actions'][number]): void {
  const by = authorOf(desk, agentId);
  switch (action.do) {
    case 'tag':
      return setTags(desk, row, by, {add: [action.tag]});
    case 'assign':
      return assign(desk, row, by, {agentId: action.agent});
    case 'priority':
      return setPriority(desk, row, by, action.priority);
    case 'state':
      assertState(desk, row, action.state);
      return void setState(desk, row, action.state, agentId, by);
    case 'reply':
    case 'note':
      return void send(
        desk,
        agentId,
        {
          conversationId: row.id,
          clientId: desk.newId('macro'),
          kind: action.do,
          body: {format: 'markdown', value: action.text},
        },
        [],
      );
  }
}
