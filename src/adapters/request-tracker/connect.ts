import {AdapterError, type AdapterContext, type CallOptions, type Id} from '../../contract/index.js';
import {Client, ownerOf} from './client.js';
import type {Desk, RtField} from './desk.js';
import type {RequestTrackerOptions} from './options.js';
import {People} from './people.js';
import {decodePage} from './records.js';
import {fieldsOf, idAt, listAt, textAt, wordAt, type Fields} from './shape.js';
import {any, isId} from './ticket-sql.js';
import {searchTickets} from './tickets.js';

/** Request Tracker's own user: what the agent is told of it says whether they administer users. */
const systemUser = '1';

interface RtQueue {
  readonly id: Id;
  readonly name: string;
  readonly ticketFields: readonly RtField[];
  readonly transactionFields: readonly RtField[];
}

/** Learns who the agent is, which queues there are, and what can be done in them. */
export async function openDesk(given: RequestTrackerOptions, context: AdapterContext, callOptions: CallOptions): Promise<Desk> {
  const options = {...given, endpoint: given.endpoint.replace(/\/+$/, ''), webUrl: given.webUrl?.replace(/\/+$/, '')};
  const client = new Client({endpoint: options.endpoint, context, getToken: tokenSource(options, context)});
  const people = new People(client);
  const me = await people.read(await agentIn(options, client, callOptions), callOptions);
  const [queues, administersUsers] = await Promise.all([
    readQueues(client, options.queues, callOptions),
    isUserAdmin(client, callOptions),
  ]);
  const desk: Desk = {
    client,
    context,
    options,
    people,
    me,
    queues,
    tagsField: inAll(queues.map(({ticketFields}) => ticketFields), options.tagsField ?? 'Tags'),
    clientIdField: inAll(queues.map(({transactionFields}) => transactionFields), options.clientIdField ?? 'ClientId'),
    countsExactly: false,
    administersUsers,
  };
  const {total} = await searchTickets(desk, any(queues.map(({id}) => isId('Queue', id))), {per_page: 1}, callOptions);
  return {...desk, countsExactly: total !== null};
}

function tokenSource({token, getToken}: RequestTrackerOptions, context: AdapterContext): AdapterContext['getToken'] {
  if (getToken) return getToken;
  if (context.getToken) return (why, options) => context.getToken?.(why, options);
  return token === undefined ? undefined : () => token;
}

async function agentIn({agent}: RequestTrackerOptions, client: Client, options: CallOptions): Promise<string> {
  const token = await client.firstToken(options);
  const found = agent ?? ownerOf(token);
  if (found !== undefined) return found;
  await client.get('rt', {}, options); // a token that is none is refused here
  const message = 'The option `agent` has to say who the agent is: there is no token to read it from';
  throw new AdapterError({code: 'auth', reason: 'missing', message});
}

async function readQueues(client: Client, names: readonly string[] | undefined, options: CallOptions): Promise<readonly RtQueue[]> {
  const wanted = names ?? (await queuesSeen(client, options));
  return Promise.all(wanted.map((name) => readQueue(client, name, options)));
}

async function queuesSeen(client: Client, options: CallOptions): Promise<readonly Id[]> {
  const answer = await client.get('queues/all', {per_page: 100}, options);
  return decodePage(answer, 'queues', (queue, path) => idAt(queue, 'id', path)).items;
}

async function readQueue(client: Client, name: string, options: CallOptions): Promise<RtQueue> {
  const path = `queue/${encodeURIComponent(name)}`;
  const queue = fieldsOf(await client.get(path, {}, options), path);
  return {
    id: idAt(queue, 'id', path),
    name: textAt(queue, 'Name', path),
    ticketFields: fieldsIn(queue, 'TicketCustomFields', path),
    transactionFields: fieldsIn(queue, 'TicketTransactionCustomFields', path),
  };
}

function fieldsIn(queue: Fields, key: string, path: string): readonly RtField[] {
  if (queue[key] === undefined) return [];
  return listAt(queue, key, path).map((item, index) => {
    const at = `${path}.${key}.${index}`;
    const field = fieldsOf(item, at);
    return {id: idAt(field, 'id', at), name: textAt(field, 'name', at)};
  });
}

/** The field of this name, where every queue has it. */
function inAll(queues: readonly (readonly RtField[])[], name: string): RtField | undefined {
  const found = queues.map((fields) => fields.find((field) => field.name === name));
  const [first] = found;
  return first && found.every((field) => field?.id === first.id) ? first : undefined;
}

async function isUserAdmin(client: Client, options: CallOptions): Promise<boolean> {
  const user = fieldsOf(await client.get(`user/${systemUser}`, {}, options), 'user');
  return user['Memberships'] !== undefined && wordAt(user, 'Name') !== undefined;
}
