import type {Conversation, OptionalFeatures} from '../../../contract/index.js';
import {change} from '../conversations.js';
import {has, type Desk} from '../desk.js';
import {conversation, listOf, pageOf} from '../shapes/conversation.js';
import {bulkAnswer, counts, escalation, searchHit} from '../shapes/desk.js';
import {tag} from '../shapes/message.js';
import {agentOrTeam} from '../shapes/people.js';
import {path} from '../wire/path.js';
import {errorIn} from '../wire/problem.js';

const hits = pageOf(searchHit);
const tags = listOf(tag);
const candidates = listOf(agentOrTeam);
const escalations = listOf(escalation);

export const countsOf = ({client}: Desk): OptionalFeatures['counts'] => ({
  get: (options) => client.read(counts, {path: 'counts'}, options),
});

export const searchOf = ({client}: Desk): OptionalFeatures['search'] => ({
  query: (text, {scope, cursor, limit}, options) =>
    client.read(hits, {path: 'search', query: {text, scope, cursor, limit}}, options),
});

export const readStateOf = (desk: Desk): OptionalFeatures['readState'] => ({
  markRead: async (id, upTo, options) =>
    desk.client.tell({method: 'POST', path: path`conversations/${id}/read`, body: {upTo}}, options),
  markUnread: has(desk, 'readState.markUnread')
    ? async (id, from, options) => desk.client.tell({method: 'POST', path: path`conversations/${id}/unread`, body: {from}}, options)
    : undefined,
});

export const tagsOf = (desk: Desk): OptionalFeatures['tags'] => ({
  list: async (options) => (await desk.client.read(tags, {path: 'tags'}, options)).items,
  set: async (id, {add = [], remove = []}, options) => changed(change(desk, id, {tags: {add, remove}}, options)),
  create: has(desk, 'tags.create')
    ? (name, options) => desk.client.write(tag, {method: 'POST', path: 'tags', body: {name}}, options)
    : undefined,
});

export const assignmentOf = (desk: Desk): OptionalFeatures['assignment'] => ({
  candidates: async (id, options) => {
    desk.client.assertMayBegin(options.signal);
    return (await desk.client.read(candidates, {path: path`conversations/${id}/assignees`}, options)).items;
  },
  assign: (id, {agentId, teamId}, options) => changed(change(desk, id, {assign: {agentId, teamId}}, options)),
});

export const priorityOf = (desk: Desk): OptionalFeatures['priority'] => ({
  set: (id, priority, options) => changed(change(desk, id, {priority}, options)),
});

const changed = async (answer: Promise<{readonly conversation: Conversation}>): Promise<Conversation> => (await answer).conversation;

export const escalationsOf = ({client}: Desk): OptionalFeatures['escalations'] => ({
  list: async (id, options) => {
    client.assertMayBegin(options.signal);
    return (await client.read(escalations, {path: path`conversations/${id}/escalations`}, options)).items;
  },
  raise: async (id, {reason, toTeamId}, options) => {
    client.assertMayBegin(options.signal);
    return client.write(escalation, {method: 'POST', path: path`conversations/${id}/escalations`, body: {reason, toTeamId}}, options);
  },
  clear: async (id, options) => client.tell({method: 'DELETE', path: path`escalations/${id}`}, options),
});

export const automationOf = ({client}: Desk): OptionalFeatures['automation'] => ({
  handOff: async (id, to, options) => {
    client.assertMayBegin(options.signal);
    return client.write(conversation, {method: 'POST', path: path`conversations/${id}/hand-off`, body: {to}}, options);
  },
});

export const bulkOf = ({client}: Desk): OptionalFeatures['bulk'] => ({
  setState: async (ids, state, options) => {
    const request = {method: 'POST', path: 'conversations/bulk', body: {ids, state}} as const;
    const {items} = await client.write(bulkAnswer, request, options);
    return items.map(({id, ok, problem}) => ({
      id,
      ok,
      ...(!ok && {error: errorIn(problem, 'POST conversations/bulk', client.context.clock)}),
    }));
  },
});
