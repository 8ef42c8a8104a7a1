import {
  AdapterError,
  type Action,
  type Conversation,
  type ConversationState,
  type Id,
  type StateChange,
  type WriteOptions,
} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {unsupported} from './failures.js';
import type {RtTicket} from './records.js';
import {isNumericId} from './shape.js';
import {noState, stateOf, wordFor} from './statuses.js';
import {conversationOf, noTicket, readTicket} from './tickets.js';
import {afterWrite} from './wire-errors.js';

/**
 * Changes a ticket and looks at what became of it: Request Tracker answers 200 to a change that it refuses, with a sentence in the agent's
 * language.
 *
 * @param holds did the change happen?
 */
export async function change(
  desk: Desk,
  id: Id,
  fields: Readonly<Record<string, unknown>>,
  {action, holds}: {readonly action: Action; readonly holds: (ticket: RtTicket) => boolean},
  {signal, ifVersion}: WriteOptions,
): Promise<RtTicket> {
  desk.client.assertMayBegin(signal);
  if (!isNumericId(id)) throw noTicket();
  await desk.client.put(`ticket/${id}`, fields, {signal, ifMatch: ifVersion});
  const ticket = await readTicket(desk, id, {signal}).catch((error: unknown) => {
    throw afterWrite(error);
  });
  if (holds(ticket)) return ticket;
  const message = 'Request Tracker did not accept the change: a right is missing, or the lifecycle of the queue does not allow it';
  throw new AdapterError({code: 'forbidden', action, message});
}

const undoPattern = /^status:(.+)$/;

export async function setState(
  desk: Desk,
  id: Id,
  to: ConversationState,
  {undo, ...options}: WriteOptions & {readonly undo?: string},
): Promise<StateChange> {
  const {statuses} = desk.options;
  const word = wordFor(statuses, to);
  if (word === undefined) throw noState(to);
  const before = await readTicket(desk, id, options);
  const isThere = stateOf(statuses, before.status) === to;
  if (isThere && options.ifVersion === undefined) return {conversation: conversationOf(desk, before)};
  const status = (to === 'active' && undo !== undefined && undoPattern.exec(undo)?.[1]) || word;
  const holds = (ticket: RtTicket) => stateOf(statuses, ticket.status) === to;
  const ticket = await change(desk, id, {Status: status}, {action: to === 'archived' ? 'archive' : 'reopen', holds}, options);
  // Archiving takes nothing away but the word that the ticket had before.
  return {conversation: conversationOf(desk, ticket), undo: to === 'archived' ? `status:${before.status}` : undefined};
}

/** The owner of a ticket; queues are no teams, so there are none. */
export async function assign(
  desk: Desk,
  id: Id,
  {agentId, teamId}: {readonly agentId?: Id | null; readonly teamId?: Id | null},
  options: WriteOptions,
): Promise<Conversation> {
  if (teamId != null) throw unsupported('assignment.team', 'Request Tracker has no teams');
  if (agentId === undefined) return conversationOf(desk, await readTicket(desk, id, options));
  const holds = (ticket: RtTicket) => (ticket.owner?.id ?? null) === agentId;
  return conversationOf(desk, await change(desk, id, {Owner: agentId ?? 'Nobody'}, {action: 'assign', holds}, options));
}
