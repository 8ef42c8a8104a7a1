import {z} from '@hono/zod-openapi';
import type {Capabilities, Feature, LoopEventType} from '../../../src/contract/index.js';
import {answerWith, bodyOf} from '../events/sinks.js';
import {define, type Api, type Env} from '../http/define.js';
import {filterKeys, sorts} from '../read/lists.js';
import * as calls from '../schemas/calls.js';
import type {Services} from '../services.js';
import {iso} from '../values.js';
import {states} from '../write/state.js';
import type {Limits} from '../limits.js';
import {personOf, profileEditable} from './people.js';
import type {Context} from 'hono';

const features = [
  'counts', 'search', 'readState', 'tags', 'assignment', 'priority', 'contacts', 'tickets', 'notifications', 'escalations', 'automation',
  'upload', 'download', 'canned', 'macros', 'typing', 'availability', 'presence', 'directory', 'views', 'profile', 'bulk', 'editMessage',
  'deleteMessage',
] as const satisfies readonly Feature[];

/** Every group of the contract but `lookup`, which is there only where sends are not idempotent. */
type Missing = Exclude<Feature, (typeof features)[number]>;
const complete = <_Rest extends 'lookup'>(): void => {};
complete<Missing>();

/** Methods that a group may have. */
const optional = [
  'readState.markUnread', 'tags.create', 'contacts.update', 'contacts.search', 'notifications.markUnread', 'notifications.remove',
  'upload.discard', 'views.save', 'views.remove', 'profile.update', 'profile.setAvatar',
];

const eventTypes: readonly LoopEventType[] = [
  'message.upserted', 'message.removed', 'conversation.upserted', 'conversation.touched', 'conversation.removed', 'contact.upserted',
  'notification.upserted', 'notification.removed', 'escalation.upserted', 'escalation.removed', 'counts.changed', 'ticket.upserted',
  'views.changed', 'typing', 'presence', 'availability', 'reset',
];

export const capabilitiesOf = (limits: Limits): Capabilities => ({
  views: [
    {id: 'active', role: 'active'},
    {id: 'archived', role: 'archived'},
    {id: 'automated', role: 'automated'},
  ],
  filters: filterKeys,
  sorts,
  kinds: ['reply', 'note'],
  bodyFormats: ['markdown', 'text', 'html'],
  maxBodyChars: limits.maxBodyChars,
  events: {transport: 'push', resume: 'cursor', ordering: 'per-conversation', types: eventTypes},
  idempotentSend: 'server',
  states,
  snooze: {nextMessage: true},
  archive: {clearsNotifications: 'server', reopenOnReply: false, reopenOnIncoming: true, undo: 'restore'},
  send: {thenState: true, replyTo: true, mentions: true, mail: true, staleGuard: 'server'},
  attachments: {mode: 'upload-first', maxBytes: limits.maxFileBytes, maxCount: limits.maxFiles, progress: true},
  tickets: {model: 'linked', form: 'schema'},
  sentiment: 'both',
  totals: 'exact',
});

export function sessionRoutes(api: Api, services: Services): void {
  const {db, hub, clock, limits} = services;

  define(api, services, {
    method: 'get',
    path: '/session',
    contract: ['connect'],
    summary: 'Who one is, what the server can do, and where its events begin',
    query: z.object({locale: z.string().max(40).optional()}),
    result: calls.session,
    run: async ({caller: {account, agent}}) => {
      // The cursor first: what happens between it and the first list is told by the events.
      const cursor = await hub.cursor(account);
      return {
        me: await personOf(db, account, agent),
        identity: `loop:${account}:${agent}`,
        capabilities: capabilitiesOf(limits),
        features,
        profileEditable: [...profileEditable],
        optional,
        cursor,
        serverNow: iso(clock.now()),
      };
    },
  });
}

const after = z.object({after: z.string().max(100).optional()});

export function eventRoutes(api: Api, services: Services): void {
  const {hub} = services;

  define(api, services, {
    method: 'get',
    path: '/events/log',
    contract: [],
    summary: 'The same events as plain JSON, for proxies that hold streams back; waits up to `wait` seconds for one',
    query: after.extend({limit: calls.limit.optional(), wait: z.coerce.number().min(0).max(55).optional()}),
    result: calls.eventLog,
    run: async ({query, caller, context}) => {
      const json = await hub.log(caller, query.after, query.limit ?? 200, (query.wait ?? 0) * 1_000, context.req.raw.signal);
      return JSON.parse(json) as z.input<typeof calls.eventLog>;
    },
  });

  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/events',
    operationId: 'get-events',
    summary: 'A stream of server-sent events',
    security: [{bearer: []}],
    request: {query: after},
    responses: {
      200: {description: 'Frames: `event` is the type of a LoopEvent or `phase`, `data` its JSON, `id` a cursor', content: {'text/event-stream': {schema: z.string()}}},
      default: {description: 'Refused or failed', content: {'application/problem+json': {schema: calls.problem}}},
    },
    'x-contract-methods': ['events'],
  });
  api.get('/events', async (context: Context<Env>) => {
    const {after: from} = after.parse(context.req.query());
    const stream = await hub.open(context.get('caller'), from, context.get('expiresAt'), context.req.raw);
    const headers = {'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no'};
    const outgoing = context.env?.outgoing;
    if (!outgoing) return new Response(bodyOf(stream), {headers});
    answerWith(stream, outgoing, {...Object.fromEntries(context.res.headers), ...headers});
    return context.body(null);
  });
}
