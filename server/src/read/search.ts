import type {BodyFormat, Cursor, Page, SearchHit} from '../../../src/contract/index.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import type {Queries} from '../ports/database.js';
import {iso, present, wordsOf} from '../values.js';
import {contactColumns, contactOf, type ContactRow} from './contacts.js';
import {cursorAt, pageSize, readCursor} from './paging.js';
import {sees} from './rights.js';

/** Characters shown on each side of what was found. */
const around = 60;
const maxWords = 12;

/**
 * All words have to occur, each as the beginning of one. Signs mean nothing: only letters and digits get here.
 *
 * @returns undefined when there is no word.
 */
export function tsquery(text: string): string | undefined {
  const words = wordsOf(text).slice(0, maxWords);
  return words.length === 0 ? undefined : words.map((word) => `'${word}':*`).join(' & ');
}

type Scope = SearchHit['scope'];
const scopes: readonly Scope[] = ['conversation', 'message', 'contact'];

interface Hit {
  readonly hit: SearchHit;
  readonly place: readonly [scope: number, at: number, id: string];
}

/** Hits of each scope newest first: conversations, then messages, then contacts. Each is found by its own index. */
export async function searchPage(
  db: Queries,
  account: string,
  agent: string,
  {text, scope = scopes, cursor, limit}: {readonly text: string; readonly scope?: readonly Scope[]; readonly cursor?: Cursor; readonly limit?: number},
): Promise<Page<SearchHit>> {
  const wanted = tsquery(text);
  if (wanted === undefined) return {items: []};
  const words = wordsOf(text);
  const count = pageSize(limit);
  const [fromScope, fromAt, fromId] =
    cursor === undefined ? [0, Number.MIN_SAFE_INTEGER, ''] : (readCursor(cursor, 'search', ['number', 'number', 'string']) as [number, number, string]);
  const found: Hit[] = [];
  for (const [index, one] of scopes.entries()) {
    if (found.length > count || index < fromScope || !scope.includes(one)) continue;
    const after = index === fromScope ? ([fromAt, fromId] as const) : ([Number.MIN_SAFE_INTEGER, ''] as const);
    found.push(...(await finders[one]({db, account, agent, wanted, words, after, count: count + 1 - found.length})));
  }
  const shown = found.slice(0, count);
  const last = shown.at(-1);
  return {items: shown.map(({hit}) => hit), ...(found.length > count && last && {next: cursorAt('search', last.place)})};
}

interface Finding {
  readonly db: Queries;
  readonly account: string;
  readonly agent: string;
  readonly wanted: string;
  readonly words: readonly string[];
  readonly after: readonly [at: number, id: string];
  readonly count: number;
}

const title = 'coalesce(c.subject, k.name, c.number, c.id) as title';

const finders: Readonly<Record<Scope, (finding: Finding) => Promise<Hit[]>>> = {
  conversation: async ({db, account, agent, wanted, words, after, count}) => {
    const rows = await db.query<{id: string; title: string; subject: string | null; number: string | null; name: string | null; email: string | null; at: number}>(
      `--\nselect c.id, ${title}, c.subject, c.number, k.name, k.email, c.activity_at as at
       from conversation c join contact k on k.account = c.account and k.id = c.contact
       where c.account = $1 and c.words @@ $3::tsquery and ${sees('c', '$2')} and ((-c.activity_at), c.id) > ($4, $5)
       order by (-c.activity_at), c.id limit $6`,
      [account, agent, wanted, ...after, count],
    );
    return rows.map((row) => {
      const text = [row.subject, row.number, row.name, row.email].filter(Boolean).join(' · ');
      const hit = {scope: 'conversation', conversationId: row.id, title: row.title, excerpt: excerpt(text, words), at: iso(row.at)} as const;
      return {hit, place: [0, -row.at, row.id]};
    });
  },

  message: async ({db, account, agent, wanted, words, after, count}) => {
    const rows = await db.query<{id: string; conversation: string; title: string; format: BodyFormat; body: string; at: number}>(
      `--\nselect m.id, m.conversation, ${title}, m.format, m.body, m.created_at as at
       from message m
       join conversation c on c.account = m.account and c.id = m.conversation
       join contact k on k.account = c.account and k.id = c.contact
       where m.account = $1 and m.words @@ $3::tsquery and ${sees('c', '$2')} and ((-m.created_at), m.id) > ($4, $5)
       order by (-m.created_at), m.id limit $6`,
      [account, agent, wanted, ...after, count],
    );
    return rows.map((row) => {
      const text = plainText({format: row.format, value: row.body});
      const hit = {scope: 'message', conversationId: row.conversation, messageId: row.id, title: row.title, excerpt: excerpt(text, words), at: iso(row.at)} as const;
      return {hit, place: [1, -row.at, row.id]};
    });
  },

  contact: async ({db, account, wanted, words, after: [, id], count}) => {
    const rows = await db.query<ContactRow>(
      `--\nselect ${contactColumns} from contact where account = $1 and words @@ $2::tsquery and id > $3 order by id limit $4`,
      [account, wanted, id, count],
    );
    return rows.map((row) => {
      const {name, email, phone, company} = contactOf(row);
      const text = [name, email, phone, company].filter(Boolean).join(' · ');
      return {hit: {scope: 'contact', contactId: row.id, title: name ?? email ?? row.id, ...present({excerpt: excerpt(text, words)})}, place: [2, 0, row.id]};
    });
  },
};

function excerpt(text: string, words: readonly string[]): string {
  const found = Math.max(0, text.toLowerCase().indexOf(words[0] ?? ''));
  const start = Math.max(0, found - around);
  const end = Math.min(text.length, found + (words[0]?.length ?? 0) + around);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`.toWellFormed();
}
