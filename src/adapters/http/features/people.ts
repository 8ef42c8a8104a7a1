import type {OptionalFeatures} from '../../../contract/index.js';
import {has, type Desk} from '../desk.js';
import {conversation, listOf, pageOf} from '../shapes/conversation.js';
import {profile} from '../shapes/desk.js';
import {agent, contact} from '../shapes/people.js';
import {path} from '../wire/path.js';

const agents = listOf(agent);
const contacts = listOf(contact);
const conversations = pageOf(conversation);

export const contactsOf = (desk: Desk): OptionalFeatures['contacts'] => {
  const {client} = desk;
  return {
    get: async (id, options) => {
      client.assertMayBegin(options.signal);
      const found = await client.read(contact, {path: path`contacts/${id}`}, options);
      if (found.id !== id) throw client.malformed('GET contact: another contact');
      return found;
    },
    update: has(desk, 'contacts.update')
      ? async (id, patch, {ifVersion, signal}) => {
          client.assertMayBegin(signal);
          return client.write(contact, {method: 'PATCH', path: path`contacts/${id}`, body: patch, ifVersion}, {signal});
        }
      : undefined,
    conversations: async (id, {cursor, limit}, options) => {
      client.assertMayBegin(options.signal);
      return client.read(conversations, {path: path`contacts/${id}/conversations`, query: {cursor, limit}}, options);
    },
    search: has(desk, 'contacts.search')
      ? async (text, options) => (await client.read(contacts, {path: 'contacts', query: {text}}, options)).items
      : undefined,
  };
};

export const directoryOf = ({client}: Desk): OptionalFeatures['directory'] => ({
  agents: async ({text, conversationId, limit}, options) =>
    (await client.read(agents, {path: 'agents', query: {text, conversationId, limit}}, options)).items,
});

export const typingOf = ({client}: Desk): OptionalFeatures['typing'] => ({
  set: async (id, on, kind, options) => client.tell({method: 'POST', path: path`conversations/${id}/typing`, body: {on, kind}}, options),
});

export const presenceOf = ({client}: Desk): OptionalFeatures['presence'] => ({
  set: async (id, doing, options) => client.tell({method: 'POST', path: path`conversations/${id}/presence`, body: {doing}}, options),
});

export const availabilityOf = ({client}: Desk): OptionalFeatures['availability'] => ({
  set: (availability, options) => client.tell({method: 'PUT', path: 'availability', body: {availability}}, options),
});

export const profileOf = (desk: Desk): OptionalFeatures['profile'] => {
  const {client, facts} = desk;
  return {
    get: (options) => client.read(profile, {path: 'profile'}, options),
    editable: facts.profileEditable ?? [],
    update: has(desk, 'profile.update')
      ? (patch, options) => client.write(profile, {method: 'PATCH', path: 'profile', body: patch}, options)
      : undefined,
    setAvatar: has(desk, 'profile.setAvatar')
      ? (file, options) => {
          const request = file ? ({method: 'PUT', file} as const) : ({method: 'DELETE'} as const);
          return client.write(profile, {path: 'profile/avatar', ...request}, options);
        }
      : undefined,
  };
};
