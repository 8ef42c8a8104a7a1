import type {Agent, CallOptions, Contact, Id} from '../../contract/index.js';
import {AdapterError} from '../../contract/index.js';
import {jsonOf} from '../../contract/json.js';
import type {Client} from './client.js';
import {decodePage, decodeUser, type RtUser} from './records.js';
import {fieldsOf, idAt, isNumericId} from './shape.js';

export interface RtPerson extends RtUser {
  readonly isPrivileged: boolean;
  readonly phone?: string;
  readonly company?: string;
}

export const agentOf = ({id, name, realName, email}: RtUser): Agent => ({type: 'agent', id, name: realName ?? name, email});

/** Who was made from a mail has the address for a name. */
export const contactOf = ({id, name, realName, email}: RtUser): Contact => ({
  id,
  name: realName ?? (name.includes('@') ? undefined : name),
  email: email ?? (name.includes('@') ? name : undefined),
});

const membersAtOnce = 100;

/** Who is who. An entry of a ticket's history names its author, not whether that is an agent. */
export class People {
  readonly #client: Client;
  readonly #known = new Map<Id, RtPerson>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** As Request Tracker tells it now. */
  async read(idOrName: string, options: CallOptions): Promise<RtPerson> {
    const user = fieldsOf(await this.#client.get(`user/${encodeURIComponent(idOrName)}`, {}, options), 'user');
    // Only an administrator of users, and everybody about themselves, is told the id.
    const id = isNumericId(idOrName) ? idOrName : idAt(user, 'id', 'user');
    const text = (key: string) => (typeof user[key] === 'string' && user[key] !== '' ? user[key] : undefined);
    const person: RtPerson = {
      ...decodeUser(user, 'user', id),
      isPrivileged: Boolean(Number(user['Privileged'])),
      phone: text('WorkPhone') ?? text('MobilePhone'),
      company: text('Organization'),
    };
    this.#known.set(id, person);
    return person;
  }

  /** The same person as before, read once in a session: names of a history's authors, not what an agent edits. */
  async find(id: Id, options: CallOptions): Promise<RtPerson | undefined> {
    const known = this.#known.get(id);
    if (known) return known;
    try {
      return await this.read(id, options);
    } catch (error) {
      if (AdapterError.is(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  /** Members of a group, also of the groups in it. Request Tracker tells them to who may administer its members. */
  async membersOf(group: string, options: CallOptions): Promise<readonly RtPerson[]> {
    const query = jsonOf([
      {field: 'Domain', value: 'UserDefined'},
      {field: 'Name', value: group},
    ]);
    const found = decodePage(await this.#client.get('groups', {query}, options), 'groups', (one, at) => idAt(one, 'id', at));
    const [id] = found.items;
    if (id === undefined) return [];
    const path = `group/${id}/members`;
    const ids: Id[] = [];
    for (let page = 1, more = true; more; page++) {
      const asked = {groups: 0, recursively: 1, per_page: membersAtOnce, page};
      const {items} = decodePage(await this.#client.get(path, asked, options), path, (one, at) => idAt(one, 'id', at));
      ids.push(...items);
      more = items.length === membersAtOnce;
    }
    const people = await Promise.all(ids.map((one) => this.find(one, options)));
    return people.filter((one) => one !== undefined);
  }
}
