import type {Agent, Contact, Conversation} from '../../model/index.js';
import type {Draft} from '../../store/draft.js';
import {isEmptyDraft, selectDraft, selectPresence} from '../../store/selectors.js';
import type {InboxState, Present} from '../../store/state.js';

/** Everything one row shows, by identity: equal facts need no render. */
export interface RowFacts {
  readonly conversation: Conversation;
  readonly contact: Contact;
  readonly draft: Draft | undefined;
  readonly present: readonly Present[];
}

export function readRow(state: InboxState, id: string, selectedId: string): RowFacts | undefined {
  const conversation = state.conversations.get(id);
  if (!conversation) return undefined;
  // The open conversation's draft is seen in its composer: a row would only repeat each key.
  const draft = id === selectedId ? undefined : draftOf(state, id);
  return {
    conversation,
    contact: state.contacts.get(conversation.contact.id) ?? conversation.contact,
    draft,
    present: selectPresence(state, id),
  };
}

function draftOf(state: InboxState, id: string): Draft | undefined {
  return [selectDraft(state, id, 'reply'), selectDraft(state, id, 'note')].find((draft) => !isEmptyDraft(draft));
}

export const sameRows = (a: readonly (RowFacts | undefined)[], b: readonly (RowFacts | undefined)[]): boolean =>
  a.length === b.length && a.every((row, i) => sameRow(row, b[i]));

const sameRow = (a: RowFacts | undefined, b: RowFacts | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.conversation === b.conversation &&
    a.contact === b.contact &&
    a.draft === b.draft &&
    a.present === b.present);

/** The best name there is for a contact; empty when nothing is known. */
export const nameOf = ({name, email, phone, company}: Contact): string => name || email || phone || company || '';

export const isMine = (agent: Agent | null | undefined, me: Agent | undefined): boolean =>
  agent != null && agent.id === me?.id;
