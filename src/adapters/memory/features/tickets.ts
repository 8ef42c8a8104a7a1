import type {
  Contact,
  Id,
  NewTicket,
  OptionalFeatures,
  Ticket,
  TicketField,
  ValidationIssue,
} from '../../../contract/index.js';
import {AdapterError} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {assertAllowed} from '../backend/errors.js';
import {notify} from '../backend/notifications.js';
import {newContact} from '../writes/begin.js';
import {appendActivity, titleOf} from '../writes/messages.js';
import {author, type FeatureContext} from './context.js';

export const tickets = (context: FeatureContext): OptionalFeatures['tickets'] => {
  const {desk, agentId} = context;
  return {
    form: async (conversationId) => {
      if (conversationId !== undefined) desk.conversation(conversationId, agentId);
      return {fields: desk.ticketFields};
    },

    create: async (wanted) => {
      const row = wanted.conversationId === undefined ? undefined : desk.conversation(wanted.conversationId, agentId);
      const before = [...desk.tickets.values()].find(
        ({clientId, conversationId}) => clientId === wanted.clientId && conversationId === wanted.conversationId,
      );
      if (before) return before;
      if (row) assertAllowed(row, 'ticket');
      assertComplete(desk, wanted);
      if (wanted.contact) contactId(desk, wanted.contact);
      const rev = desk.nextRev();
      const ticket: Ticket = {
        id: desk.newId('ticket'),
        rev,
        version: String(rev),
        number: nextNumber(desk),
        title: wanted.title.trim(),
        status: 'open',
        open: true,
        conversationId: row?.id,
        clientId: wanted.clientId,
        createdAt: desk.now(),
      };
      desk.tickets.set(ticket.id, ticket);
      desk.say({of: 'event', conversationId: row?.id, event: {type: 'ticket.upserted', ticket}});
      if (!row) return ticket;
      appendActivity(desk, row, author(context), {type: 'ticket', ticketId: ticket.id, number: ticket.number});
      const told = row.assigneeId === undefined ? [] : [row.assigneeId];
      const news = {kind: 'ticket', actor: author(context), title: titleOf(desk, row), body: ticket.title} as const;
      notify(desk, told, row, {...news, ticketId: ticket.id});
      return ticket;
    },

    list: async (conversationId) => {
      desk.conversation(conversationId, agentId);
      return [...desk.tickets.values()].filter((ticket) => ticket.conversationId === conversationId);
    },
  };
};

const nextNumber = (desk: MemoryBackend): string => {
  let highest = 1000;
  for (const {number = ''} of desk.tickets.values()) highest = Math.max(highest, Number(/\d+$/.exec(number)?.[0] ?? 0));
  return `T-${highest + 1}`;
};

/** The contact a ticket is for; one that is not known yet is made. */
function contactId(desk: MemoryBackend, contact: NonNullable<NewTicket['contact']>): Id {
  if ('id' in contact) return desk.contact(contact.id).id;
  const known = [...desk.contacts.values()].find(({email}: Contact) => email?.toLowerCase() === contact.email.toLowerCase());
  return known?.id ?? newContact(desk, {email: contact.email, name: contact.name ?? contact.email});
}

/** @throws {AdapterError} `validation` with one issue for each field that does not hold. */
function assertComplete({ticketFields}: MemoryBackend, {title, fields = {}}: NewTicket): void {
  const issues: ValidationIssue[] = [];
  if (!title?.trim()) issues.push({path: 'title', message: 'must not be empty', rule: 'required'});
  for (const key of Object.keys(fields)) {
    if (!ticketFields.some((field) => field.key === key)) issues.push({path: `fields.${key}`, message: 'no such field'});
  }
  for (const field of ticketFields) {
    const issue = fieldIssue(field, fields[field.key]);
    if (issue) issues.push({...issue, path: `fields.${field.key}`});
  }
  if (issues.length > 0) throw new AdapterError({code: 'validation', issues, message: issues.map(({path}) => path).join(', ')});
}

function fieldIssue({kind, required, maxLength, options}: TicketField, value: unknown): Omit<ValidationIssue, 'path'> | undefined {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return required ? {message: 'must not be empty', rule: 'required'} : undefined;
  if (kind === 'number' && !Number.isFinite(typeof value === 'string' ? Number(value) : value)) {
    return {message: 'must be a number', rule: 'type'};
  }
  if (kind === 'checkbox' && typeof value !== 'boolean') return {message: 'must be true or false', rule: 'type'};
  if (kind === 'date' && (typeof value !== 'string' || Number.isNaN(Date.parse(value)))) {
    return {message: 'must be a date', rule: 'format'};
  }
  if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) {
    return {message: `must be at most ${maxLength} characters`, rule: 'maxLength'};
  }
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isKnown = (one: unknown) => options?.some((option) => option.value === one) ?? true;
  return chosen.every(isKnown) ? undefined : {message: 'must be one of the options', rule: 'enum'};
}
