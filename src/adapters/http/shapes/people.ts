import {array, boolean, literal, maxValue, minValue, nullable, optional, picklist, pipe, union} from 'valibot';
import type {Agent, Attribute, Author, Contact, Sentiment, Team} from '../../../contract/index.js';
import {amount, count, id, record, text, time} from './values.js';

export const availability = picklist(['online', 'busy', 'offline']);
export const doing = picklist(['viewing', 'replying', 'noting']);

export const agent = record<Agent>({
  type: optional(literal('agent')),
  id,
  name: text,
  email: optional(text),
  avatarUrl: optional(text),
  availability: optional(availability),
});

export const team = record<Team>({type: literal('team'), id, name: text});

/** The team first: an agent may leave out what it is. */
export const agentOrTeam = union([team, agent]);

export const author = record<Author>({
  kind: picklist(['contact', 'agent', 'bot', 'system']),
  id: optional(id),
  name: optional(text),
  avatarUrl: optional(text),
});

export const attribute = record<Attribute>({
  key: id,
  label: text,
  value: nullable(union([text, amount, boolean()])),
  kind: optional(picklist(['text', 'number', 'date', 'link', 'list', 'checkbox'])),
  editable: optional(boolean()),
});

export const versioned = {id, version: optional(text), rev: optional(count)};

export const contact = record<Contact>({
  ...versioned,
  name: optional(text),
  email: optional(text),
  phone: optional(text),
  avatarUrl: optional(text),
  company: optional(text),
  blocked: optional(boolean()),
  attributes: optional(array(attribute)),
});

export const sentiment = record<Sentiment>({
  label: picklist(['negative', 'neutral', 'positive', 'mixed']),
  score: optional(pipe(amount, minValue(-1), maxValue(1))),
  source: text,
  at: optional(time),
});
