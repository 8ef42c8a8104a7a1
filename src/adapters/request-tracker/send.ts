import {
  AdapterError,
  type CallOptions,
  type Id,
  type Message,
  type NewMessage,
  type SendResult,
} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {invalid} from './failures.js';
import {defaultMaxFileBytes, encodeFiles} from './files.js';
import {messagesOf} from './messages.js';
import type {RtTransaction} from './records.js';
import {isNumericId, malformed} from './shape.js';
import {noState, stateOf, wordFor} from './statuses.js';
import {searchTransactions} from './thread.js';
import {all, customField, isId, quoted} from './ticket-sql.js';
import {conversationOf, noTicket, readTicket} from './tickets.js';
import {afterWrite} from './wire-errors.js';

/** UTF-16 code units; even as 4 bytes each they stay below Request Tracker's own limit. */
export const maxBodyChars = 1_000_000;

export async function sendMessage(desk: Desk, message: NewMessage, options: CallOptions): Promise<SendResult> {
  const {conversationId: id, kind, thenState} = message;
  desk.client.assertMayBegin(options.signal);
  check(message);
  const status = thenState && wordOf(desk, thenState);
  const maxBytes = desk.options.maxFileBytes ?? defaultMaxFileBytes;
  const files = await encodeFiles(message.attachments ?? [], maxBytes);
  const path = `ticket/${id}/${kind === 'note' ? 'comment' : 'correspond'}`;
  const body = {
    Content: contentOf(message),
    ContentType: message.body.format === 'html' ? 'text/html' : 'text/plain',
    Attachments: files.length > 0 ? files : undefined,
    TxnCustomFields: desk.clientIdField && {[desk.clientIdField.name]: message.clientId},
    Status: status,
  };
  const {location} = await desk.client.post(path, body, options).catch((error: unknown) => explain(desk, message, error, options));
  try {
    return await stored(desk, message, location, options);
  } catch (error) {
    throw afterWrite(error);
  }
}

/** What was stored, read again: Request Tracker answers its id alone. */
async function stored(
  desk: Desk,
  {conversationId, clientId, thenState}: NewMessage,
  location: string | undefined,
  options: CallOptions,
): Promise<SendResult> {
  const made = /\/transaction\/(\d+)$/.exec(location ?? '')?.[1];
  if (made === undefined) throw malformed('Location');
  const [ticket, entries] = await Promise.all([
    readTicket(desk, conversationId, options),
    searchTransactions(desk, isId('id', made), {order: 'DESC', rows: 1}, options),
  ]);
  const [message] = await messagesOf(desk, entries, [ticket], options);
  if (!message) throw malformed(`transaction/${made}`);
  if (desk.clientIdField && message.clientId !== clientId) {
    desk.context.log?.('warn', 'Request Tracker did not keep the client id of a message', {id: made});
  }
  const isThere = thenState !== undefined && stateOf(desk.options.statuses, ticket.status) === thenState;
  return {message: {...message, clientId}, state: isThere ? {conversation: conversationOf(desk, ticket)} : undefined};
}

/** The message with this client id, or null. */
export async function findSent(
  desk: Desk,
  field: string,
  conversationId: Id,
  clientId: string,
  options: CallOptions,
): Promise<Message | null> {
  desk.client.assertMayBegin(options.signal);
  if (!isNumericId(conversationId)) throw noTicket();
  const query = all(`ObjectType = 'RT::Ticket'`, isId('ObjectId', conversationId), `${customField(field)} = ${quoted(clientId)}`);
  const [found]: readonly RtTransaction[] = await searchTransactions(desk, query, {order: 'ASC', rows: 1}, options);
  if (!found) return null;
  const ticket = await readTicket(desk, conversationId, options);
  return (await messagesOf(desk, [found], [ticket], options))[0] ?? null;
}

/** Request Tracker takes empty messages, so they are refused here. */
function check({conversationId, body, attachments = []}: NewMessage): void {
  if (!isNumericId(conversationId)) throw noTicket();
  if (body.format === 'markdown') throw invalid('body.format', 'Request Tracker keeps plain text and HTML');
  if (body.value.trim() === '' && attachments.length === 0) throw invalid('body.value', 'The message is empty');
  if (body.value.length > maxBodyChars) throw invalid('body.value', `The message is longer than ${maxBodyChars} characters`);
}

/** A message of the single sign '0' counts as no content in Perl. */
const contentOf = ({body}: NewMessage): string => (body.value === '0' ? '0\n' : body.value);

function wordOf({options}: Desk, state: NonNullable<NewMessage['thenState']>): string {
  const word = wordFor(options.statuses, state);
  if (word !== undefined) return word;
  throw noState(state);
}

/** Request Tracker says 400 "Permission Denied", in the agent's language, for a missing right and for a missing ticket alike. */
async function explain(desk: Desk, {conversationId, kind}: NewMessage, error: unknown, options: CallOptions): Promise<never> {
  if (!AdapterError.is(error) || error.code !== 'validation') throw error;
  const sentence = conversationOf(desk, await readTicket(desk, conversationId, options)).deny?.[kind];
  if (sentence === undefined) throw error;
  throw new AdapterError({code: 'forbidden', action: kind, message: sentence, cause: error});
}
