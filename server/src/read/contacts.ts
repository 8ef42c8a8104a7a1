import type {Attribute, Contact} from '../../../src/contract/index.js';
import {notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import {present, wordsOf} from '../values.js';

export interface ContactRow {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly avatar_url: string | null;
  readonly company: string | null;
  readonly blocked: boolean | null;
  readonly attributes: readonly Attribute[] | null;
  readonly rev: number;
}

export const contactColumns = 'id, name, email, phone, avatar_url, company, blocked, attributes, rev';

export const contactOf = ({avatar_url, rev, ...row}: ContactRow): Contact => ({
  ...present({...row, avatarUrl: avatar_url}),
  id: row.id,
  version: String(rev),
  rev,
});

/** What a contact is found by. */
export const contactWords = ({name, email, phone, company}: Pick<Contact, 'name' | 'email' | 'phone' | 'company'>): string[] =>
  wordsOf([name, email, phone, company].filter(Boolean).join(' '));

/** @throws {AdapterError} `not-found`. */
export async function contactById(db: Queries, account: string, id: string): Promise<Contact> {
  const [row] = await contactsById(db, account, [id]);
  if (!row) throw notFound('contact');
  return row;
}

export async function contactsById(db: Queries, account: string, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<ContactRow>(`select ${contactColumns} from contact where account = $1 and id = any($2::text[])`, [account, ids]);
  return rows.map(contactOf);
}
