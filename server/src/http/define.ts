import type {ServerResponse} from 'node:http';
import {createRoute, type OpenAPIHono, type RouteConfig, z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import {invalid} from '../errors.js';
import {problem} from '../schemas/calls.js';
import type {Caller, Services} from '../services.js';
import {cleanInput} from './clean.js';

export interface Env {
  /** Of the socket below, where there is one. */
  Bindings: {outgoing?: ServerResponse} | undefined;
  Variables: {caller: Caller; expiresAt: number | undefined; requestId: string};
}

/** What one call is about, checked and typed. */
export interface Call<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly services: Services;
  readonly context: Context<Env>;
  /** Of `If-Match`, without its quotes. */
  readonly ifVersion: string | undefined;
}

type Infer<T> = T extends z.ZodType ? z.output<T> : undefined;
type Answer<T> = T extends z.ZodType ? z.input<T> : void;

/** An answer that is more than its body. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

export interface Definition<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Result extends z.ZodType | undefined,
> {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** The methods of the contract that are this request, e.g. 'tags.set'. */
  readonly contract: readonly string[];
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent: 204. */
  readonly result?: Result;
  readonly status?: 200 | 201;
  readonly headers?: readonly ('If-Match' | 'Idempotency-Key')[];
  /** The body is the bytes of a file, of whatever type the request says. */
  readonly takesBytes?: true;
  run(call: Call<Infer<Params>, Infer<Query>, Infer<Body>>): Promise<Answer<Result> | Reply<Answer<Result>>>;
}

const headerSchemas = {
  'If-Match': z.string().max(200).optional().openapi({description: 'Refuse with 412 unless the record still has this version.'}),
  'Idempotency-Key': z.string().max(200).optional().openapi({description: 'The client id: the same one again does nothing new.'}),
};

export type Api = OpenAPIHono<Env>;

/** A request of the protocol: its description, its checks and what it does, in one place. */
export function define<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Result extends z.ZodType | undefined = undefined,
>(api: Api, services: Services, definition: Definition<Params, Query, Body, Result>): void {
  const {method, path, contract, summary, params, query, body, result, headers = [], takesBytes} = definition;
  const status = result ? (definition.status ?? 200) : 204;
  const route: RouteConfig = {
    method,
    path,
    summary,
    operationId: [method, ...path.split('/').map((part) => part.replace(/[{}]/g, ''))].filter(Boolean).join('-'),
    ...(contract.length > 0 && {'x-contract-methods': contract}),
    security: [{bearer: []}],
    request: {
      ...(params && {params}),
      ...(query && {query}),
      ...(headers.length > 0 && {headers: z.object(Object.fromEntries(headers.map((name) => [name.toLowerCase(), headerSchemas[name]])))}),
      ...(body && {body: {required: true, content: {'application/json': {schema: body}}}}),
      ...(takesBytes && {body: {required: true, content: {'application/octet-stream': {schema: z.any().openapi({type: 'string', format: 'binary'})}}}}),
    },
    responses: {
      [status]: result
        ? {description: 'Done', content: {'application/json': {schema: result}}}
        : {description: 'Done, nothing to say'},
      default: {description: 'Refused or failed', content: {'application/problem+json': {schema: problem}}},
    },
  };
  const handler = async (context: Context<Env>): Promise<Response> => {
    const input = context.req as unknown as {valid(where: 'param' | 'query' | 'json'): never};
    const call = {
      params: params && cleanInput(input.valid('param')),
      query: query && cleanInput(input.valid('query')),
      body: body && cleanInput(input.valid('json')),
      caller: context.get('caller'),
      services,
      context,
      ifVersion: versionIn(context.req.header('if-match')),
    } as Call<Infer<Params>, Infer<Query>, Infer<Body>>;
    const answered = await definition.run(call);
    const {body: value, headers: extra} = answered instanceof Reply ? answered : new Reply(answered);
    if (!result) return context.body(null, 204, extra);
    return context.json(value as object, status as 200, {...etagOf(value), ...extra});
  };
  api.openapi(createRoute(route), handler as never);
}

function versionIn(header: string | undefined): string | undefined {
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"([^"]*)"$/.exec(header)?.[1];
  if (version === undefined) throw invalid('If-Match', 'must be one version in quotes');
  return version;
}

function etagOf(value: unknown): Readonly<Record<string, string>> {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return typeof version === 'string' ? {ETag: `"${version}"`} : {};
}
