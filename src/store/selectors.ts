import type {
  Action,
  Contact,
  Conversation,
  ConversationSort,
  Feature,
  Id,
  ViewDef,
  WrittenKind,
} from '../contract/index.js';
import {draftKey, isEmptyDraft, type Draft} from './draft.js';
import type {ConversationList, InboxState, ListQuery, Present, Thread, ThreadMessage, Typist} from './state.js';

export {isEmptyDraft};

/** Two queries with the same key are the same list. */
export function listKey({view, filter = {}, sort}: ListQuery): string {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([view, sort ?? '', entries]);
}

const nobodyTypes: readonly Typist[] = [];
const nobodyThere: readonly Present[] = [];

export const selectView = (state: InboxState, id: Id): ViewDef | undefined =>
  state.views.find((view) => view.id === id);

export const selectViewByRole = (state: InboxState, role: ViewDef['role']): ViewDef | undefined =>
  state.views.find((view) => view.role === role);

/** A view with the order and filter the agent chose for it. */
export function selectQuery(state: InboxState, view: Id): ListQuery {
  const sort: ConversationSort | undefined = state.choices.sorts[view];
  const filter = state.choices.filters[view];
  return {view, ...(sort && {sort}), ...(filter && {filter})};
}

/**
 * How many conversations a view holds; null when nobody can tell. Automated ones count as active while they are shown among them.
 */
export function selectCount(state: InboxState, view: Id): number | null {
  const {counts, session} = state;
  const own = counts?.views[view] ?? null;
  const isActive = selectView(state, view)?.role === 'active';
  const automated = session?.capabilities.views.find(({role}) => role === 'automated');
  if (own === null || !isActive || !automated || session?.features.has('automation')) return own;
  return own + (counts?.views[automated.id] ?? 0);
}

export const selectList = (state: InboxState, query: ListQuery): ConversationList | undefined =>
  state.lists.get(listKey(query));

export const selectConversation = (state: InboxState, id: Id): Conversation | undefined => state.conversations.get(id);

/** The contact with everything known of them. */
export const selectContact = (state: InboxState, conversationId: Id): Contact | undefined => {
  const contact = state.conversations.get(conversationId)?.contact;
  return contact && (state.contacts.get(contact.id) ?? contact);
};

export const selectThread = (state: InboxState, conversationId: Id): Thread | undefined =>
  state.threads.get(conversationId);

export const selectMessage = (state: InboxState, conversationId: Id, key: string): ThreadMessage | undefined =>
  state.threads.get(conversationId)?.messages.get(key);

export const selectDraft = (state: InboxState, conversationId: Id, kind: WrittenKind): Draft | undefined =>
  state.drafts.get(draftKey(conversationId, kind));

/** 'notKept': the browser keeps nothing; undefined while what was typed last is being written. */
export const selectKept = (state: InboxState, conversationId: Id, kind: WrittenKind): 'saved' | 'notKept' | undefined => {
  const key = draftKey(conversationId, kind);
  if (!state.keeps) return 'notKept';
  return state.draftsKept.get(key) === state.drafts.get(key) ? 'saved' : undefined;
};

/** True while another tab writes this draft. */
export const selectWrittenElsewhere = (state: InboxState, conversationId: Id, kind: WrittenKind): boolean =>
  state.draftsElsewhere.has(draftKey(conversationId, kind));

/** Which of the two the agent writes here; a reply until they choose, a note where there are no replies. */
export const selectComposing = (state: InboxState, conversationId: Id): WrittenKind => {
  const kinds = state.session?.capabilities.kinds ?? ['reply'];
  const chosen = state.composing.get(conversationId);
  return chosen && kinds.includes(chosen) ? chosen : (kinds[0] ?? 'reply');
};

export const selectTypists = (state: InboxState, conversationId: Id): readonly Typist[] =>
  state.typing.get(conversationId) ?? nobodyTypes;

export const selectPresence = (state: InboxState, conversationId: Id): readonly Present[] =>
  state.presence.get(conversationId) ?? nobodyThere;

/** True when the adapter has the group and the host allows it. */
export const offers = (state: InboxState, feature: Feature): boolean => state.session?.features.has(feature) ?? false;

/** The sentence why this agent may not do it here; undefined when they may. */
export const selectDenial = (state: InboxState, conversationId: Id, action: Action): string | undefined =>
  state.conversations.get(conversationId)?.deny?.[action];

/** True while writes wait: no connection to the backend. */
export const isOffline = (state: InboxState): boolean =>
  state.connection.status === 'waiting' || state.connection.status === 'failed';

/** Messages and changes that have not left yet. */
export const selectUnsent = (state: InboxState): number => state.outbox.size + state.changes.size;
