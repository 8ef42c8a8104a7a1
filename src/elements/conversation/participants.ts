import type {Author, Conversation, Id} from '../../model/index.js';
import type {ThreadMessage} from '../../store/state.js';

/** Somebody who wrote in a conversation, or who is to. */
export interface Participant {
  readonly key: string;
  readonly kind: 'contact' | 'agent' | 'bot';
  readonly name: string | undefined;
  readonly isMe: boolean;
  /** Messages among those that are loaded. */
  readonly count: number;
  /** When the newest of them was written. */
  readonly last: string | undefined;
}

const keyOf = (kind: string, id: Id | undefined, name: string | undefined): string => `${kind} ${id ?? name ?? ''}`;

/** The contact first, then who answers it, then the others in the order in which they last wrote. */
export function participantsOf({contact, assignee}: Conversation, messages: Iterable<ThreadMessage>, me: Id | undefined): readonly Participant[] {
  const found = new Map<string, Participant>();
  const add = (kind: Participant['kind'], id: Id | undefined, name: string | undefined) => {
    const key = keyOf(kind, id, name);
    if (!found.has(key)) found.set(key, {key, kind, name, isMe: kind === 'agent' && id !== undefined && id === me, count: 0, last: undefined});
    return key;
  };
  add('contact', contact.id, contact.name ?? contact.email ?? contact.phone);
  if (assignee) add('agent', assignee.id, assignee.name);
  for (const {kind, author, createdAt, deleted} of messages) {
    if (kind === 'activity' || deleted || author.kind === 'system') continue;
    const key = add(author.kind, idOf(author, contact.id), author.name);
    const before = found.get(key);
    if (before) found.set(key, {...before, count: before.count + 1, last: before.last && before.last > createdAt ? before.last : createdAt});
  }
  return [...found.values()];
}

/** There is one contact, whether or not a message says which. */
const idOf = ({kind, id}: Author, contactId: Id): Id | undefined => (kind === 'contact' ? (id ?? contactId) : id);
