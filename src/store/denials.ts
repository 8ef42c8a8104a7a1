import type {Action, AdapterError, Id} from '../contract/index.js';
import type {Records} from './records.js';

/**
 * What an agent was forbidden in a conversation is denied there from now on, with the sentence of the backend, as if it had said so before:
 * the control stays and says why. The conversation's next record from the backend has the last word.
 */
export function rememberDenial(records: Records, conversationId: Id, tried: Action, {init, message}: AdapterError): void {
  const known = records.confirmed(conversationId);
  if (!known || init.code !== 'forbidden') return;
  const action = init.action ?? tried;
  if (known.deny?.[action] === undefined) records.amend(conversationId, {deny: {...known.deny, [action]: message}});
}
