import {AdapterError, type NewTicket, type Ticket, type TicketField, type ValidationIssue} from '../../../src/contract/index.js';
import {ticketColumns, ticketOf, type TicketRow} from '../read/attention.js';
import {contactById} from '../read/contacts.js';
import {invalid} from '../errors.js';
import type {Queries} from '../ports/database.js';
import type {Caller} from '../services.js';
import {newId} from '../values.js';
import {putContact} from './contacts.js';
import {Locked} from './locked.js';
import {notify} from './notify.js';
import type {Work} from './write.js';

export async function ticketFields(db: Queries, account: string): Promise<readonly TicketField[]> {
  const [row] = await db.query<{fields: readonly TicketField[]}>('select ticket_fields as fields from account where id = $1', [account]);
  return row?.fields ?? [];
}

export async function createTicket(work: Work, caller: Caller, wanted: Omit<NewTicket, 'clientId'> & {readonly clientId?: string}): Promise<Ticket> {
  const {agent, author: by} = caller;
  const {clientId, conversationId, contact, title, description, fields = {}} = wanted;
  if (!clientId) throw invalid('clientId', 'the header Idempotency-Key is needed', 'required');
  const conversation = conversationId === undefined ? undefined : await Locked.open(work, conversationId, agent);
  const [before] = await work.query<TicketRow>(
    `select ${ticketColumns} from ticket where account = $1 and coalesce(conversation, '') = $2 and client_id = $3`,
    [work.account, conversationId ?? '', clientId],
  );
  if (before) return ticketOf(before);
  conversation?.assertAllowed('ticket');
  assertComplete(await ticketFields(work, work.account), title, fields);
  const contactId = contact && ('id' in contact ? (await contactById(work, work.account, contact.id)).id : await contactOfMail(work, contact));
  const [row] = await work.query<TicketRow>(
    `with counted as (update account set ticket_number = ticket_number + 1 where id = $1 returning ticket_number)
     insert into ticket (account, id, number, title, description, status, open, conversation, contact, client_id, fields, created_by, created_at)
     select $1, $2, 'T-' || ticket_number, $3, $4, 'open', true, $5, $6, $7, $8::jsonb, $9, $10 from counted
     on conflict (account, coalesce(conversation, ''), client_id) do nothing returning ${ticketColumns}`,
    [
      work.account,
      newId('t'),
      title.trim(),
      description ?? null,
      conversationId ?? null,
      contactId ?? conversation?.row.contact ?? null,
      clientId,
      JSON.stringify(fields),
      agent,
      work.now,
    ],
  );
  // Without a conversation to lock, the same ticket may have been raised at this very moment.
  if (!row) return createTicket(work, caller, wanted);
  const ticket = ticketOf(row);
  work.say({kind: 'plain', data: {type: 'ticket.upserted', ticket}, conversation: conversationId});
  if (!conversation) return ticket;
  await conversation.note(by, {type: 'ticket', ticketId: ticket.id, number: ticket.number});
  const {assignee} = conversation.row;
  await notify(work, conversation, assignee === null ? [] : [assignee], {kind: 'ticket', actor: by, body: ticket.title, ticketId: ticket.id});
  return ticket;
}

/** A contact that is not known yet is made. */
async function contactOfMail(work: Work, {email, name}: {readonly email: string; readonly name?: string}): Promise<string> {
  const [known] = await work.query<{id: string}>('select id from contact where account = $1 and lower(email) = lower($2) limit 1', [work.account, email]);
  return known?.id ?? (await putContact(work, {email, name: name ?? email}));
}

/** @throws {AdapterError} `validation` with one issue for each field that does not hold. */
function assertComplete(known: readonly TicketField[], title: string, fields: Readonly<Record<string, unknown>>): void {
  const issues: ValidationIssue[] = [];
  if (!title.trim()) issues.push({path: 'title', message: 'must not be empty', rule: 'required'});
  for (const key of Object.keys(fields)) {
    if (!known.some((field) => field.key === key)) issues.push({path: `fields.${key}`, message: 'no such field'});
  }
  for (const field of known) {
    const issue = fieldIssue(field, fields[field.key]);
    if (issue) issues.push({...issue, path: `fields.${field.key}`});
  }
  if (issues.length > 0) throw new AdapterError({code: 'validation', issues, message: issues.map(({path}) => path).join(', ')});
}

function fieldIssue({kind, required, maxLength, options}: TicketField, value: unknown): Omit<ValidationIssue, 'path'> | undefined {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return required ? {message: 'must not be empty', rule: 'required'} : undefined;
  if (kind === 'number' && !Number.isFinite(typeof value === 'string' ? Number(value) : value)) return {message: 'must be a number', rule: 'type'};
  if (kind === 'checkbox' && typeof value !== 'boolean') return {message: 'must be true or false', rule: 'type'};
  if (kind === 'date' && (typeof value !== 'string' || Number.isNaN(Date.parse(value)))) return {message: 'must be a date', rule: 'format'};
  if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) {
    return {message: `must be at most ${maxLength} characters`, rule: 'maxLength'};
  }
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isKnown = (one: unknown) => options?.some((option) => option.value === one) ?? true;
  return chosen.every(isKnown) ? undefined : {message: 'must be one of the options', rule: 'enum'};
}
