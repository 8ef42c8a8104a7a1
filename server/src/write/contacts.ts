import type {Attribute, Contact} from '../../../src/contract/index.js';
import {conflict, invalid} from '../errors.js';
import {contactById, contactWords} from '../read/contacts.js';
import {newId} from '../values.js';
import {Locked} from './locked.js';
import type {Work} from './write.js';

/** More conversations than this are not told one by one when their contact changes. */
const toldOneByOne = 50;

export interface NewContact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly company?: string;
  readonly avatarUrl?: string;
  readonly attributes?: readonly Attribute[];
  /** What a channel calls them. */
  readonly external?: string;
}

/** Stores a new contact; with what a channel calls them, one known already is brought up to date. Answers the id. */
export async function putContact(work: Work, contact: NewContact, id = newId('p')): Promise<string> {
  const {name, email, phone, company, avatarUrl, attributes, external} = contact;
  const [row] = await work.query<{id: string; changed: boolean}>(
    `insert into contact (account, id, external, name, email, phone, company, avatar_url, attributes, words, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, array_to_tsvector($10::text[]), $11)
     on conflict (account, external) where external is not null do update
       set name = coalesce(excluded.name, contact.name), email = coalesce(excluded.email, contact.email),
         phone = coalesce(excluded.phone, contact.phone), avatar_url = coalesce(excluded.avatar_url, contact.avatar_url),
         words = excluded.words, rev = contact.rev + 1
       where (excluded.name, excluded.email, excluded.phone, excluded.avatar_url)
         is distinct from (contact.name, contact.email, contact.phone, contact.avatar_url)
     returning id, true as changed`,
    [
      work.account,
      id,
      external ?? null,
      name ?? null,
      email ?? null,
      phone ?? null,
      company ?? null,
      avatarUrl ?? null,
      attributes ? JSON.stringify(attributes) : null,
      contactWords(contact),
      work.now,
    ],
  );
  if (row) {
    work.say({kind: 'contact', ref: row.id});
    return row.id;
  }
  const [known] = await work.query<{id: string}>('select id from contact where account = $1 and external = $2', [work.account, external]);
  return known?.id ?? id;
}

export type ContactPatch = Partial<Omit<Contact, 'id' | 'version' | 'rev'>>;

const columns = {name: 'name', email: 'email', phone: 'phone', avatarUrl: 'avatar_url', company: 'company', blocked: 'blocked', attributes: 'attributes'} as const;

export async function updateContact(work: Work, id: string, patch: ContactPatch, ifVersion: string | undefined): Promise<Contact> {
  await work.query('select 1 from contact where account = $1 and id = $2 for update', [work.account, id]);
  const before = await contactById(work, work.account, id);
  if (ifVersion !== undefined && ifVersion !== before.version) throw conflict('version', 'The contact has changed since', before);
  if (patch.email && !/^[^\s@]+@[^\s@]+$/.test(patch.email)) throw invalid('email', 'must be an e-mail address', 'format');
  patch.attributes?.forEach(({key, value}, index) => {
    const known = before.attributes?.find((attribute) => attribute.key === key);
    if (known && !known.editable && known.value !== value) throw invalid(`attributes.${index}`, 'cannot be changed', 'readOnly');
  });
  const keys = (Object.keys(columns) as (keyof typeof columns)[]).filter((key) => patch[key] !== undefined);
  const values = keys.map((key) => (key === 'attributes' ? JSON.stringify(patch[key]) : patch[key]));
  await work.query(
    `update contact set ${keys.map((key, index) => `${columns[key]} = $${index + 4}, `).join('')} words = array_to_tsvector($3::text[]), rev = rev + 1
     where account = $1 and id = $2`,
    [work.account, id, contactWords({...before, ...patch}), ...values],
  );
  work.say({kind: 'contact', ref: id});
  await tellConversations(work, id);
  return contactById(work, work.account, id);
}

/** Conversations show their contact, so they are told too. */
async function tellConversations(work: Work, contact: string): Promise<void> {
  const rows = await work.query<{id: string}>(
    'select id from conversation where account = $1 and contact = $2 order by id limit $3',
    [work.account, contact, toldOneByOne + 1],
  );
  if (rows.length <= toldOneByOne) {
    for (const {id} of rows) (await Locked.open(work, id, undefined)).change(() => {}, 'aside');
    return;
  }
  const all = await work.query<{id: string}>('select id from conversation where account = $1 and contact = $2', [work.account, contact]);
  for (const {id} of all) work.say({kind: 'touched', conversation: id, ref: id});
}
