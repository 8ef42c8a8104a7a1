import {AdapterError, type OptionalFeatures} from '../../../contract/index.js';
import type {Desk} from '../desk.js';
import {listOf} from '../shapes/conversation.js';
import {canned, macro} from '../shapes/desk.js';
import {message} from '../shapes/message.js';
import {path} from '../wire/path.js';

const cannedReplies = listOf(canned);
const macros = listOf(macro);

export const cannedOf = ({client}: Desk): OptionalFeatures['canned'] => ({
  find: async (text, {conversationId, kind}, options) =>
    (await client.read(cannedReplies, {path: 'canned', query: {text, conversationId, kind}}, options)).items,
});

export const macrosOf = ({client}: Desk): OptionalFeatures['macros'] => ({
  list: async (options) => (await client.read(macros, {path: 'macros'}, options)).items,
  run: async (id, conversationId, options) =>
    client.tell({method: 'POST', path: path`macros/${id}/run`, body: {conversationId}}, options),
});

export const editMessageOf = ({client}: Desk): OptionalFeatures['editMessage'] => ({
  edit: async (id, messageId, body, {ifVersion, signal}) => {
    client.assertMayBegin(signal);
    const request = {method: 'PATCH', path: path`conversations/${id}/messages/${messageId}`, body: {body}, ifVersion} as const;
    return client.write(message, request, {signal});
  },
});

export const deleteMessageOf = ({client}: Desk): OptionalFeatures['deleteMessage'] => ({
  remove: async (id, messageId, options) =>
    client.tell({method: 'DELETE', path: path`conversations/${id}/messages/${messageId}`}, options),
});

/** There exactly where a repeated send is not known to be one. */
export function lookupOf({client, facts}: Desk): OptionalFeatures['lookup'] | undefined {
  if (facts.capabilities.idempotentSend !== 'lookup') return undefined;
  return {
    sent: async (id, clientId, options) => {
      client.assertMayBegin(options.signal);
      try {
        return await client.read(message, {path: path`conversations/${id}/sent/${clientId}`}, options);
      } catch (error) {
        if (AdapterError.is(error) && error.code === 'not-found') return null;
        throw error;
      }
    },
  };
}
