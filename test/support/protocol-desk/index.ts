import {
  AdapterError,
  systemClock,
  type Adapter,
  type Attachment,
  type Feature,
  type OptionalFeatures,
  type Session,
} from '../../../src/contract/index.js';
import {eventLog, eventStream} from './events.js';
import {problem} from './problem.js';
import {routes, type Call} from './routes.js';
import {answer} from './wire.js';

export interface ProtocolDesk {
  /** Answers what goes to an address below `/v1`. */
  readonly fetch: typeof globalThis.fetch;
  /** Method and path of each request that arrived. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A server of the protocol of docs/protocol.md, over any adapter: a token opens a session of it. */
export function createProtocolDesk(adapter: Adapter): ProtocolDesk {
  const sessions = new Map<string, Promise<Session>>();
  const files = new Map<string, () => Promise<Blob>>();
  const asked: string[] = [];
  const sessionOf = (token: string): Promise<Session> => {
    const open = sessions.get(token) ?? connect(adapter, token);
    sessions.set(token, open);
    open.catch(() => sessions.delete(token));
    return open;
  };
  const respond = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/v1\//, '');
    asked.push(`${request.method} ${path}`);
    const file = /^files\/(.+)$/.exec(path)?.[1];
    if (file !== undefined) {
      const headers = {'content-disposition': 'attachment', 'x-content-type-options': 'nosniff'};
      return new Response(await files.get(file)?.(), {headers});
    }
    const token = /^Bearer (.*)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const session = await sessionOf(token);
    const {searchParams: query} = url;
    if (path === 'session') return answer(factsOf(session));
    if (path === 'events') return eventStream(session, query.get('after') ?? undefined, request.signal);
    if (path === 'events/log') return answer(await eventLog(session, query, request.signal));
    const link = /^attachments\/(.+)\/link$/.exec(path)?.[1];
    if (link !== undefined) {
      files.set(link, async () => (await fetch((await session.download!.url({id: decodeURIComponent(link)} as Attachment, {})).href)).blob());
      return answer({href: `files/${link}`});
    }
    return routed(session, request, path, query);
  };
  return {
    asked,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      try {
        return await respond(request);
      } catch (error) {
        return problem(error);
      }
    },
    close: async () => {
      for (const session of sessions.values()) await (await session.catch(() => undefined))?.close();
    },
  };
}

const connect = (adapter: Adapter, token: string): Promise<Session> =>
  adapter.connect({getToken: (why) => (why === 'initial' && token ? token : undefined), fetch, clock: systemClock, locale: 'en'}, {});

async function routed(session: Session, request: Request, path: string, query: URLSearchParams): Promise<Response> {
  const segments = path.split('/').map(decodeURIComponent);
  for (const [method, pattern, handle] of routes) {
    if (method !== request.method) continue;
    const ids = matched(pattern, segments);
    if (!ids) continue;
    const type = request.headers.get('content-type') ?? '';
    const ifMatch = request.headers.get('if-match');
    const call: Call = {
      session,
      ids,
      query,
      body: type === 'application/json' ? await request.json() : undefined,
      file: async () => ({name: query.get('name') ?? 'file', mime: type, blob: await request.blob()}),
      options: {ifVersion: ifMatch === null ? undefined : ifMatch.slice(1, -1), signal: request.signal},
    };
    const found = await handle(call);
    if (found === undefined) return new Response(null, {status: 204});
    return answer(found, method === 'POST' ? 201 : 200);
  }
  throw new AdapterError({code: 'not-found', what: 'route', message: `There is no ${request.method} ${path}`});
}

/** What stands at the places of the stars, if the path is this one. */
function matched(pattern: string, segments: readonly string[]): readonly string[] | undefined {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return undefined;
  if (!parts.every((part, index) => part === '*' || part === segments[index])) return undefined;
  return segments.filter((_, index) => parts[index] === '*');
}

const groupNames = [
  'counts', 'search', 'readState', 'tags', 'assignment', 'priority', 'contacts', 'tickets', 'notifications', 'escalations',
  'automation', 'upload', 'download', 'canned', 'macros', 'typing', 'availability', 'presence', 'directory', 'lookup', 'views',
  'profile', 'bulk', 'editMessage', 'deleteMessage',
] as const satisfies readonly Feature[];

function factsOf(session: Session): unknown {
  const {me, capabilities, serverNow, identity = `protocol desk ${me.id}`} = session;
  const features = groupNames.filter((name) => session[name]);
  const optional = features.flatMap((name) => Object.keys(session[name] as OptionalFeatures[Feature]).map((method) => `${name}.${method}`));
  const events = {...capabilities.events, transport: 'push'};
  return {
    me,
    identity,
    serverNow,
    capabilities: {...capabilities, events},
    features,
    optional,
    profileEditable: session.profile?.editable,
  };
}
