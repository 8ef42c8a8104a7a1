import type {Contact, OptionalFeatures, SearchHit} from '../../../contract/index.js';
import {keysetPage} from '../backend/keyset.js';
import {plainText} from '../backend/plain-text.js';
import type {ConversationRow} from '../backend/rows.js';
import {titleOf} from '../writes/messages.js';
import type {FeatureContext} from './context.js';

/** Characters shown on each side of what was found. */
const around = 60;

type Scope = SearchHit['scope'];

/** Finds text as it is written: all its words have to occur, and no sign in it means anything. */
export const search = ({desk, agentId}: FeatureContext): OptionalFeatures['search'] => ({
  query: async (text, {scope, cursor, limit}) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const wants = (one: Scope) => !scope || scope.includes(one);
    const hits: SearchHit[] = [];
    if (words.length > 0) {
      for (const row of desk.conversations.values()) {
        if (!desk.sees(agentId, row)) continue;
        const title = titleOf(desk, row);
        if (wants('conversation')) hits.push(...conversationHit(row, title, desk.contacts.get(row.contactId), words));
        if (wants('message')) hits.push(...messageHits(row, title, words));
      }
      if (wants('contact')) for (const contact of desk.contacts.values()) hits.push(...contactHit(contact, words));
    }
    const {items, next, total} = keysetPage(hits, (hit) => [hit.at ?? '', keyOf(hit)], cursor, limit);
    return {items, next, total};
  },
});

const keyOf = ({scope, conversationId, messageId, contactId}: SearchHit): string =>
  [scope, conversationId, messageId, contactId].join('\n');

const holds = (text: string, words: readonly string[]): boolean => {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
};

function conversationHit(row: ConversationRow, title: string, contact: Contact | undefined, words: readonly string[]): SearchHit[] {
  const text = [row.subject, row.number, contact?.name, contact?.email].filter(Boolean).join(' · ');
  if (!holds(text, words)) return [];
  return [{scope: 'conversation', conversationId: row.id, title, excerpt: excerpt(text, words), at: row.activityAt}];
}

function messageHits({id, messages}: ConversationRow, title: string, words: readonly string[]): SearchHit[] {
  return messages.flatMap((message): SearchHit[] => {
    if (message.kind === 'activity' || message.deleted || !mayHold(message.body.value, words)) return [];
    const text = plainText(message.body);
    if (!holds(text, words)) return [];
    const hit = {scope: 'message', conversationId: id, messageId: message.id, title} as const;
    return [{...hit, excerpt: excerpt(text, words), at: message.createdAt}];
  });
}

/** Cheap no for nearly all: marks and entities can hide letters from it, so it only asks for what they cannot. */
const mayHold = (value: string, words: readonly string[]): boolean =>
  value.includes('&') || value.includes('<') || /[*_`\][]/.test(value) || holds(value, words);

function contactHit({id, name, email, phone, company}: Contact, words: readonly string[]): SearchHit[] {
  const text = [name, email, phone, company].filter(Boolean).join(' · ');
  return holds(text, words) ? [{scope: 'contact', contactId: id, title: name ?? email ?? id, excerpt: excerpt(text, words)}] : [];
}

function excerpt(text: string, words: readonly string[]): string {
  const found = text.toLowerCase().indexOf(words[0] ?? '');
  const start = Math.max(0, found - around);
  const end = Math.min(text.length, found + (words[0]?.length ?? 0) + around);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
