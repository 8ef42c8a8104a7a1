import type {FileMacro} from '../../../src/adapters/memory/conversation-file.js';
import {notFound} from '../errors.js';
import type {Caller} from '../services.js';
import {newId} from '../values.js';
import {assign, setPriority, setTags} from './labels.js';
import type {Locked} from './locked.js';
import {send} from './send.js';
import {assertState, move} from './state.js';
import type {Work} from './write.js';

type Action = FileMacro['actions'][number];

/** Does everything a macro says, in its order, in the name of the agent. */
export async function runMacro(work: Work, conversation: Locked, caller: Caller, id: string): Promise<void> {
  const [macro] = await work.query<{actions: readonly Action[]}>('select actions from macro where account = $1 and id = $2', [work.account, id]);
  if (!macro) throw notFound('macro');
  for (const action of macro.actions) await act(work, conversation, caller, action);
}

async function act(work: Work, conversation: Locked, caller: Caller, action: Action): Promise<void> {
  const {agent, author: by} = caller;
  switch (action.do) {
    case 'tag':
      return setTags(work, conversation, by, {add: [action.tag]});
    case 'assign':
      return assign(work, conversation, by, {agentId: action.agent});
    case 'priority':
      return setPriority(conversation, by, action.priority);
    case 'state':
      assertState(conversation, action.state);
      return void (await move(work, conversation, action.state, agent, by));
    case 'reply':
    case 'note': {
      const body = {format: 'markdown', value: action.text} as const;
      return void (await send(work, caller.agent, {conversationId: conversation.id, clientId: newId('macro'), kind: action.do, body}));
    }
  }
}
