import type {Agent, Author, Conversation, Id, Message, Tag} from '../../../contract/index.js';
import type {MemoryBackend} from './backend.js';
import {plainText} from './plain-text.js';
import type {AgentRow, ConversationRow} from './rows.js';

const previewChars = 200;

export const agentOf = ({id, name, email, avatarUrl, availability}: AgentRow): Agent => ({
  type: 'agent',
  id,
  name,
  email,
  avatarUrl,
  availability,
});

export function authorOf(desk: MemoryBackend, by: Id): Author {
  const agent = desk.agents.get(by);
  if (agent) return {kind: 'agent', id: by, name: agent.name, avatarUrl: agent.avatarUrl};
  return {kind: by === 'bot' ? 'bot' : 'system'};
}

export function contactAuthor(desk: MemoryBackend, contactId: Id): Author {
  const contact = desk.contacts.get(contactId);
  return {kind: 'contact', id: contactId, name: contact?.name, avatarUrl: contact?.avatarUrl};
}

/** Characters of a message that are looked at for its first words. */
const lookedAt = 50_000;

/** Its words, or what its files are called. */
export const preview = ({body, attachments}: Message): string =>
  (plainText({...body, value: body.value.slice(0, lookedAt)}) || attachments.map(({name}) => name).join(', ')).slice(0, previewChars);

/** A conversation as this agent sees it now. */
export function conversationFor(desk: MemoryBackend, row: ConversationRow, agentId: Id): Conversation {
  const agent = row.assigneeId === undefined ? undefined : desk.agents.get(row.assigneeId);
  const team = row.teamId === undefined ? undefined : desk.teams.get(row.teamId);
  const said = row.messages.findLast(({kind}) => kind !== 'activity');
  return {
    id: row.id,
    version: String(row.version),
    rev: Math.max(row.rev, desk.marks.rev(agentId, row)),
    number: row.number,
    subject: row.subject,
    state: row.state,
    snoozedUntil: row.snoozedUntil,
    channel: row.channel,
    contact: desk.contacts.get(row.contactId) ?? {id: row.contactId},
    assignee: agent ? agentOf(agent) : null,
    team: team ? {type: 'team', id: team.id, name: team.name} : null,
    priority: row.priority ?? null,
    tags: tagsOf(desk, row.tagIds),
    topic: row.topic,
    unread: desk.marks.unread(agentId, row),
    readUpTo: desk.marks.readUpTo(agentId, row)?.id,
    preview: said && preview(said),
    lastMessage: said && messageFor(desk, said),
    createdAt: row.createdAt,
    activityAt: row.activityAt,
    waitingSince: row.waitingSince,
    sentiment: row.sentiment,
    escalated: row.escalationIds.length > 0,
    handledBy: row.handledBy,
    attributes: row.attributes,
    deny: row.deny,
  };
}

export const tagsOf = (desk: MemoryBackend, ids: readonly Id[]): readonly Tag[] => ids.flatMap((id) => desk.tags.get(id) ?? []);

/**
 * A message as this agent reads it back. Where sends are told apart by nothing, as in some real systems, a record that is read
 * again does not name the id its author gave it.
 */
export function messageFor(desk: MemoryBackend, message: Message): Message {
  if (desk.idempotentSend !== 'none' || message.clientId === undefined) return message;
  const {clientId: _withheld, ...rest} = message;
  return rest;
}
