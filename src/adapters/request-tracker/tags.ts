import {
  AdapterError,
  type CallOptions,
  type Conversation,
  type Id,
  type OptionalFeatures,
  type Tag,
  type WriteOptions,
} from '../../contract/index.js';
import {change} from './change.js';
import type {Desk, RtField} from './desk.js';
import type {RtTicket} from './records.js';
import {all, customField} from './ticket-sql.js';
import {conversationOf, inQueues, maxRows, noTicket, readTicket, searchTickets} from './tickets.js';
import {isNumericId} from './shape.js';

/** A colleague may change the tags between our reading and our writing; who is met so often meets a machine. */
const maxTries = 4;

/** Tags are the values of a custom field of free text: there is no list of them but those in use. */
export function tagsOf(desk: Desk, field: RtField): OptionalFeatures['tags'] {
  return {
    list: (options) => listTags(desk, field, options),
    create: async (name, {signal}) => {
      desk.client.assertMayBegin(signal);
      return {id: name, name}; // there is nothing to make before a ticket has it
    },
    set: (id, change, options) => setTags(desk, field, id, change, options),
  };
}

/** The tags of the tickets that were last changed. */
async function listTags(desk: Desk, field: RtField, options: CallOptions): Promise<readonly Tag[]> {
  const query = all(inQueues(desk), `${customField(field.name)} IS NOT NULL`);
  const recent = {orderby: 'LastUpdated', order: 'DESC', per_page: maxRows};
  const {items} = await searchTickets(desk, query, recent, options);
  const names = new Set(items.flatMap((ticket) => ticket.fields.get(field.name) ?? []));
  return [...names].sort().map((name) => ({id: name, name}));
}

/**
 * Request Tracker sets the whole list of values, so it is written on the version it was read from, and read again if a colleague wrote
 * meanwhile: nothing was applied then. Two who write in the same moment may pass that check both, so what was written is looked at.
 */
async function setTags(
  desk: Desk,
  field: RtField,
  id: Id,
  {add = [], remove = []}: {readonly add?: readonly Id[]; readonly remove?: readonly Id[]},
  options: WriteOptions,
): Promise<Conversation> {
  desk.client.assertMayBegin(options.signal);
  if (!isNumericId(id)) throw noTicket();
  const tagsIn = (ticket: RtTicket) => ticket.fields.get(field.name) ?? [];
  const holds = (ticket: RtTicket) => {
    const tags = tagsIn(ticket);
    return add.every((tag) => tags.includes(tag)) && !remove.some((tag) => tags.includes(tag));
  };
  for (let tried = 1; ; tried++) {
    const ifVersion = options.ifVersion ?? (await desk.client.getWithVersion(`ticket/${id}`, options));
    const ticket = await readTicket(desk, id, options);
    if (holds(ticket) && options.ifVersion === undefined) return conversationOf(desk, ticket);
    const wanted = [...new Set([...tagsIn(ticket), ...add])].filter((tag) => !remove.includes(tag));
    try {
      const fields = {CustomFields: {[field.name]: wanted}};
      return conversationOf(desk, await change(desk, id, fields, {action: 'tag', holds}, {signal: options.signal, ifVersion}));
    } catch (error) {
      const isOvertaken = AdapterError.is(error) && (error.code === 'conflict' || error.code === 'forbidden');
      if (!isOvertaken || options.ifVersion !== undefined || tried === maxTries) throw error;
    }
  }
}
