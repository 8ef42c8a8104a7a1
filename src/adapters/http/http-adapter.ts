import {
  AdapterError,
  defineAdapter,
  type Adapter,
  type AdapterContext,
  type CallOptions,
  type Capabilities,
  type Feature,
  type OptionalFeatures,
  type SessionOf,
} from '../../contract/index.js';
import {getConversation, listConversations, listMessages, sendMessage, setState} from './conversations.js';
import type {Desk} from './desk.js';
import type {Feed} from './events/feed.js';
import {follow} from './events/follow.js';
import {downloadOf, uploadOf} from './features/files.js';
import {notificationsOf, ticketsOf, viewsOf} from './features/notifying.js';
import {
  assignmentOf,
  automationOf,
  bulkOf,
  countsOf,
  escalationsOf,
  priorityOf,
  readStateOf,
  searchOf,
  tagsOf,
} from './features/organising.js';
import {availabilityOf, contactsOf, directoryOf, presenceOf, profileOf, typingOf} from './features/people.js';
import {cannedOf, deleteMessageOf, editMessageOf, lookupOf, macrosOf} from './features/writing.js';
import type {HttpAdapterOptions} from './options.js';
import {isPassing} from './shapes/event.js';
import {sessionAnswer} from './shapes/session.js';
import {Client} from './wire/client.js';

/** How each group is spoken; which of them a session has, the server says. */
const groups: {readonly [F in Feature]: (desk: Desk) => OptionalFeatures[F] | undefined} = {
  counts: countsOf,
  search: searchOf,
  readState: readStateOf,
  tags: tagsOf,
  assignment: assignmentOf,
  priority: priorityOf,
  contacts: contactsOf,
  tickets: ticketsOf,
  notifications: notificationsOf,
  escalations: escalationsOf,
  automation: automationOf,
  upload: uploadOf,
  download: downloadOf,
  canned: cannedOf,
  macros: macrosOf,
  typing: typingOf,
  availability: availabilityOf,
  presence: presenceOf,
  directory: directoryOf,
  lookup: lookupOf,
  views: viewsOf,
  profile: profileOf,
  bulk: bulkOf,
  editMessage: editMessageOf,
  deleteMessage: deleteMessageOf,
};

const features = Object.keys(groups) as readonly Feature[];
const sessionShape = sessionAnswer(features);

/** Any server that speaks the open protocol of docs/protocol.md: JSON over HTTP, and events as a stream. */
export function createHttpAdapter(given: HttpAdapterOptions): Adapter {
  const options = {...given, endpoint: given.endpoint.replace(/\/+$/, '')};
  return defineAdapter({
    name: 'loop-http',
    features,
    connect: async (context, call) => sessionOf(await openDesk(options, context, call)),
  });
}

async function openDesk(options: HttpAdapterOptions, context: AdapterContext, call: CallOptions): Promise<Desk> {
  call.signal?.throwIfAborted();
  assertSpeakable(options);
  const client = new Client(options, context);
  const facts = await client.read(sessionShape, {path: 'session', query: {locale: context.locale}}, call);
  client.agent = facts.me.id;
  return {client, options, facts};
}

/** An address to which nothing could be added, or which no request could go to. */
function assertSpeakable({endpoint}: HttpAdapterOptions): void {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(endpoint)?.[1]?.toLowerCase();
  if (endpoint !== '' && !/[?#]/.test(endpoint) && [undefined, 'http', 'https'].includes(scheme)) return;
  const message = 'The endpoint has to be an address of the web without ? and #';
  throw new AdapterError({code: 'validation', issues: [{path: 'endpoint', message}], message});
}

function sessionOf(desk: Desk): SessionOf<Feature> {
  const {client, facts, options} = desk;
  const {me, identity, serverNow, cursor} = facts;
  const {transport = 'auto'} = options;
  const capabilities = transport === 'poll' ? withPolling(facts.capabilities) : facts.capabilities;
  const {resume, types} = capabilities.events;
  const feed: Feed = {client, transport, resume, tellsCounts: types.includes('counts.changed'), start: cursor, isHeldBack: false};
  return {
    me,
    identity,
    serverNow,
    capabilities,
    fileOrigins: originOf(options.endpoint),
    listConversations: (query, call) => listConversations(desk, query, call),
    getConversation: (id, call) => getConversation(desk, id, call),
    listMessages: (id, query, call) => listMessages(desk, id, query, call),
    sendMessage: (message, call) => sendMessage(desk, message, call),
    setState: (id, to, call) => setState(desk, id, to, call),
    events: (call) => follow(feed, call),
    ...groupsOf(desk),
    close: () => {
      client.close();
      return Promise.resolve();
    },
  };
}

/** The backend's own place; none where it is that of the page, in a process without one. */
function originOf(endpoint: string): readonly string[] {
  const page = (globalThis as {readonly location?: {readonly href: string}}).location?.href;
  return URL.canParse(endpoint, page) ? [new URL(endpoint, page).origin] : [];
}

/** The log that is asked has nothing of what is over in a moment. */
function withPolling({events, ...capabilities}: Capabilities): Capabilities {
  const types = events.types.filter((type) => !isPassing(type));
  return {...capabilities, events: {...events, transport: 'poll', types}};
}

function groupsOf(desk: Desk): {readonly [F in Feature]: OptionalFeatures[F] | undefined} {
  const made = features.map((name) => [name, desk.facts.features.includes(name) ? groups[name](desk) : undefined] as const);
  return Object.fromEntries(made) as {readonly [F in Feature]: OptionalFeatures[F] | undefined};
}
