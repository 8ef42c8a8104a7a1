import type {Id} from '../../model/index.js';
import type {InboxState, Thread, ThreadMessage} from '../../store/state.js';

/** Names of those a note mentions, one a line, longest first: 'Ann Lee' before 'Ann'. Agents nobody has named are left out. */
export function namesMentioned({mentions, author, entry}: ThreadMessage, thread: Thread, state: InboxState | undefined): string {
  const wanted = new Set(mentions);
  const names = new Map<Id, string>();
  const add = (person: {readonly id?: Id | undefined; readonly name?: string | undefined} | null | undefined) => {
    if (person?.id !== undefined && person.name && wanted.has(person.id)) names.set(person.id, person.name);
  };
  add(state?.session?.me);
  add(state?.conversations.get(thread.conversationId)?.assignee);
  add(author);
  for (const [id, name] of Object.entries({...state?.agentNames, ...entry?.named})) add({id, name});
  for (const message of thread.messages.values()) add(message.author);
  return [...names.values()].sort((a, b) => b.length - a.length).join('\n');
}
