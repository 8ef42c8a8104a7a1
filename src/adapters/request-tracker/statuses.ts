import type {AdapterError, ConversationState} from '../../contract/index.js';
import {unsupported} from './failures.js';
import type {Statuses} from './options.js';
import {any, all, quoted} from './ticket-sql.js';

const closedWords = ['resolved', 'rejected', 'deleted'];

const closedOf = ({closed = closedWords}: Statuses = {}): readonly string[] => closed;

/** Every word that is not known as a closed one counts as active: new, open, stalled, and those of other lifecycles. */
export const stateOf = (statuses: Statuses | undefined, word: string): 'active' | 'archived' =>
  closedOf(statuses).includes(word) ? 'archived' : 'active';

/** The word that moves a ticket there; undefined for a state that Request Tracker does not have. */
export function wordFor({archived = 'resolved', reopened = 'open'}: Statuses = {}, state: ConversationState): string | undefined {
  if (state === 'archived') return archived;
  return state === 'active' ? reopened : undefined;
}

export const noState = (state: ConversationState): AdapterError =>
  unsupported(`state.${state}`, `Request Tracker has no state '${state}'`);

/** Made of the same words as the state of a row, so that a list never holds a row that says something else. */
export const isInState = (statuses: Statuses | undefined, state: 'active' | 'archived'): string => {
  const words = closedOf(statuses);
  return state === 'archived'
    ? any(words.map((word) => `Status = ${quoted(word)}`))
    : all(...words.map((word) => `Status != ${quoted(word)}`));
};
