import {defineAdapter, type Adapter, type Agent, type CallOptions, type Id, type SessionOf} from '../../contract/index.js';
import {capabilitiesOf} from './capabilities.js';
import {assign, setState} from './change.js';
import {openDesk} from './connect.js';
import {contactsOf} from './contacts.js';
import type {Desk} from './desk.js';
import {follow} from './events.js';
import {fileUrl} from './files.js';
import {listConversations} from './list.js';
import type {RequestTrackerOptions} from './options.js';
import {agentOf} from './people.js';
import {searchOf} from './search.js';
import {findSent, sendMessage} from './send.js';
import {tagsOf} from './tags.js';
import {listMessages} from './thread.js';
import {conversationOf, readTicket} from './tickets.js';

const features = ['search', 'tags', 'assignment', 'contacts', 'download', 'lookup'] as const;

/**
 * Tickets of Request Tracker 5 as conversations, through its REST 2 interface.
 *
 * A page of another origin cannot call Request Tracker: it goes through a proxy of the page's own origin.
 */
export function createRequestTrackerAdapter(options: RequestTrackerOptions): Adapter {
  return defineAdapter({
    name: 'request-tracker',
    features,
    connect: async (context, callOptions) => sessionOf(await openDesk(options, context, callOptions)),
  });
}

function sessionOf(desk: Desk): SessionOf<(typeof features)[number]> {
  const {client, clientIdField, tagsField, me, options} = desk;
  return {
    me: agentOf(me),
    identity: `request-tracker ${options.endpoint} ${me.id}`,
    capabilities: capabilitiesOf(desk),
    listConversations: (query, call) => listConversations(desk, query, call),
    getConversation: async (id, call) => conversationOf(desk, await readTicket(desk, id, call)),
    listMessages: (id, query, call) => listMessages(desk, id, query, call),
    sendMessage: (message, call) => sendMessage(desk, message, call),
    setState: (id, to, call) => setState(desk, id, to, call),
    events: (call) => follow(desk, call),
    search: searchOf(desk),
    tags: tagsField && tagsOf(desk, tagsField),
    assignment: {
      candidates: (id, call) => candidatesFor(desk, id, call),
      assign: (id, to, call) => assign(desk, id, to, call),
    },
    contacts: contactsOf(desk),
    download: {url: (attachment, call) => fileUrl(desk, attachment, call)},
    lookup: clientIdField && {sent: (id, clientId, call) => findSent(desk, clientIdField.name, id, clientId, call)},
    close: () => {
      client.close();
      return Promise.resolve();
    },
  };
}

/** Members of the group that was named; without one the agent can take and leave tickets. */
async function candidatesFor({client, people, options, me}: Desk, _id: Id, call: CallOptions): Promise<readonly Agent[]> {
  client.assertMayBegin(call.signal);
  if (options.agentsGroup === undefined) return [agentOf(me)];
  return (await people.membersOf(options.agentsGroup, call)).map(agentOf);
}
