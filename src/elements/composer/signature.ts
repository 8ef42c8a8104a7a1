import type {Id, WrittenKind} from '../../contract/index.js';
import {selectConversation} from '../../store/selectors.js';
import type {InboxState} from '../../store/state.js';

/**
 * A reply by mail with the agent's signature below it, as mail programs tell the two apart. Unchanged for every other channel, for notes,
 * where it is there already (a message that was called back), and where it would not fit.
 */
export function signed(text: string, state: InboxState, conversationId: Id, kind: WrittenKind): string {
  const {profile, choices, session} = state;
  const signature = (profile?.keeps.has('signature') ? (profile.signature ?? '') : choices.signature).trim();
  const isMail = kind === 'reply' && selectConversation(state, conversationId)?.channel.kind === 'email';
  if (!isMail || !signature || text.endsWith(signature)) return text;
  const both = text ? `${text}\n\n-- \n${signature}` : `-- \n${signature}`;
  return both.length > (session?.capabilities.maxBodyChars ?? Infinity) ? text : both;
}
