import {
  AdapterError,
  type CallOptions,
  type Contact,
  type Id,
  type OptionalFeatures,
  type WriteOptions,
} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {missing, unsupported} from './failures.js';
import {contactOf, type RtPerson} from './people.js';
import {conversationsOf} from './search.js';
import {isNumericId} from './shape.js';
import {afterWrite} from './wire-errors.js';

/** Names in Request Tracker of what the inbox may change. */
const fieldNames = {name: 'RealName', email: 'EmailAddress', phone: 'WorkPhone', company: 'Organization'} as const;

type Editable = keyof typeof fieldNames;

export function contactsOf(desk: Desk): OptionalFeatures['contacts'] {
  return {
    get: async (id, options) => fullContact(await readPerson(desk, id, options)),
    conversations: async (id, query, options) => {
      desk.client.assertMayBegin(options.signal);
      return conversationsOf(desk, id, query, options);
    },
    update: desk.administersUsers ? (id, patch, options) => update(desk, id, patch, options) : undefined,
  };
}

const fullContact = (person: RtPerson): Contact => ({...contactOf(person), phone: person.phone, company: person.company});

async function readPerson({client, people}: Desk, id: Id, options: CallOptions): Promise<RtPerson> {
  client.assertMayBegin(options.signal);
  // Words would be taken for a name.
  if (!isNumericId(id)) throw missing('contact');
  return people.read(id, options);
}

async function update(desk: Desk, id: Id, patch: Partial<Contact>, {signal}: WriteOptions): Promise<Contact> {
  const before = await readPerson(desk, id, {signal});
  const given = (Object.keys(fieldNames) as readonly Editable[]).filter((key) => patch[key] !== undefined);
  const unknown = Object.keys(patch).find((key) => !(key in fieldNames) && key !== 'id');
  if (unknown !== undefined) throw unsupported(`contact.${unknown}`, `Request Tracker keeps no '${unknown}' of a contact`);
  if (given.length === 0) return fullContact(before);
  const fields = Object.fromEntries(given.map((key) => [fieldNames[key], patch[key]]));
  await desk.client.put(`user/${id}`, fields, {signal});
  const after = fullContact(
    await desk.people.read(id, {signal}).catch((error: unknown) => {
      throw afterWrite(error);
    }),
  );
  // A value that it refuses, such as the address of somebody else, is answered with status 200 as well.
  const issues = given
    .filter((key) => (after[key] ?? '') !== patch[key])
    .map((key) => ({path: key, message: 'Request Tracker did not accept this value'}));
  if (issues.length === 0) return after;
  throw new AdapterError({code: 'validation', issues, message: 'Request Tracker did not accept the change of a contact'});
}
