import {OpenAPIHono} from '@hono/zod-openapi';
import type {Context, MiddlewareHandler} from 'hono';
import {cors} from 'hono/cors';
import {AdapterError} from '../../../src/contract/index.js';
import {invalid, notFound} from '../errors.js';
import {errorFields} from '../ports/log.js';
import {channelRoutes} from '../channels/routes.js';
import {conversationRoutes} from '../routes/conversations.js';
import {fileRoutes, openFileRoutes} from '../routes/files.js';
import {organisingRoutes} from '../routes/organising.js';
import {peopleRoutes} from '../routes/people.js';
import {eventRoutes, sessionRoutes} from '../routes/session.js';
import {threadFeatureRoutes} from '../routes/thread-features.js';
import type {Services} from '../services.js';
import {newId} from '../values.js';
import {callerOf, claimed} from '../write/people.js';
import type {Api, Env} from './define.js';
import {failureOf, problemOf} from './problems.js';
import {RateLimit} from './rate.js';

export interface AppSettings {
  /** Origins of the pages that may call; '*' allows all: bearer tokens are not sent by themselves. */
  readonly origins: readonly string[] | '*';
  readonly isReady: () => Promise<boolean>;
}

const maxJsonBytes = 2_000_000;

/** The whole protocol under `/v1`, and beside it what an operator looks at. */
export function createApp(services: Services, {origins, isReady}: AppSettings): Api {
  const app = new OpenAPIHono<Env>();
  app.use('*', answering(services));
  app.use(
    '/v1/*',
    cors({
      origin: origins === '*' ? '*' : [...origins],
      allowHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key', 'accept', 'last-event-id'],
      allowMethods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
      exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id', 'Idempotency-Replayed'],
      maxAge: 86_400,
    }),
  );
  app.get('/health', async (context) => ((await isReady()) ? context.json({ok: true}) : context.json({ok: false}, 503)));
  app.get('/metrics', (context) => context.text(services.metrics.text()));
  app.route('/v1', createApi(services));
  app.onError((error, context) => failed(services, error, context));
  app.notFound((context) => problemOf(notFound('address'), (context).get('requestId')));
  return app;
}

export function createApi(services: Services): Api {
  const api: Api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const issues = result.error.issues.map(({path, message, code}) => ({path: path.join('.') || 'body', message, rule: code}));
      throw new AdapterError({code: 'validation', issues, message: 'The request is not valid'});
    },
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {type: 'http', scheme: 'bearer', bearerFormat: 'JWT'});
  openFileRoutes(api, services);
  channelRoutes(api, services);
  api.use('*', signedIn(services));
  sessionRoutes(api, services);
  eventRoutes(api, services);
  conversationRoutes(api, services);
  threadFeatureRoutes(api, services);
  peopleRoutes(api, services);
  organisingRoutes(api, services);
  fileRoutes(api, services);
  return api;
}

/** The OpenAPI description, made from the same schemas that check the requests. */
export const describe = (services: Services): object =>
  createApi(services).getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Loop Inbox',
      version: '1',
      description: 'What the HTTP adapter of Loop Inbox asks of a backend. Events, cursors, idempotency and errors: docs/protocol.md.',
      license: {name: 'MIT'},
    },
    servers: [{url: '/v1'}],
  });

/** Sending, the most frequent of all writes, asks who the agent is together with all else it has to know. */
const sending = /^\/v1\/conversations\/[^/]+\/messages$/;

/** An id for each request, its time, and one line of log without a word of its content. */
function answering({log, metrics, clock}: Services): MiddlewareHandler<Env> {
  return async (context, next) => {
    const requestId = newId('r');
    context.set('requestId', requestId);
    context.header('X-Request-Id', requestId);
    const began = clock.now();
    const size = Number(context.req.header('content-length') ?? 0);
    if (size > maxJsonBytes && context.req.header('content-type')?.includes('json')) throw invalid('body', `must be at most ${maxJsonBytes} bytes`, 'maxBytes');
    await next();
    const {status} = context.res;
    const ms = clock.now() - began;
    metrics.count('loop_requests_total', `method="${context.req.method}",status="${status}"`);
    metrics.time('loop_request_seconds', ms / 1_000);
    const level = status >= 500 ? 'error' : 'info';
    log(level, 'request', {requestId, method: context.req.method, route: context.req.routePath, status, ms, account: context.get('caller')?.account});
  };
}

function signedIn({auth, db, limits, clock}: Services): MiddlewareHandler<Env> {
  const rate = new RateLimit(limits.callsPerSecond, limits.callsAtOnce, () => clock.now());
  return async (context, next) => {
    const {accountId, agentId, expiresAt} = await auth(context.req.raw);
    rate.take(`${accountId}\n${agentId}`);
    const isSending = context.req.method === 'POST' && sending.test(context.req.path);
    context.set('caller', isSending ? claimed(accountId, agentId) : await callerOf(db, accountId, agentId));
    context.set('expiresAt', expiresAt);
    await next();
  };
}

function failed({log}: Services, error: unknown, context: Context<Env>): Response {
  const requestId = context.get('requestId');
  if (AdapterError.is(error)) return problemOf(error, requestId);
  if (error instanceof SyntaxError || isBadRequest(error)) return problemOf(invalid('body', 'must be JSON', 'format'), requestId);
  log('error', 'a request failed', {requestId, route: context.req.routePath, ...errorFields(error)});
  return problemOf(failureOf(error), requestId);
}

/** What Hono itself refuses, and what zod refuses where a route reads its own query. */
const isBadRequest = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ZodError' || ('status' in error && typeof error.status === 'number' && error.status < 500));
