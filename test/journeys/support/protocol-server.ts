import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {Readable} from 'node:stream';
import {inject, onTestFinished} from 'vitest';
import {createMemoryAdapter, type OutsideWorld} from '../../../src/adapters/memory/index.js';
import {createProtocolDesk} from '../../support/protocol-desk/index.js';
import {desk} from './desk.js';

export interface ProtocolServer {
  readonly origin: string;
  /** How customers and colleagues act on it. */
  readonly backend: OutsideWorld;
  /** Method and path of each request below `/v1`. */
  readonly asked: readonly string[];
  /** Breaks every connection there is. */
  cut(): void;
  /** Refuses every token from now on, or none. */
  refuse(all: 'all' | 'none'): void;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match',
  'access-control-expose-headers': 'etag, retry-after, x-request-id, idempotency-replayed',
};

/**
 * A server of the open protocol with the desk of the journeys behind it; everything outside `/v1` are the pages.
 *
 * @param first sees each request before, and may answer it; its signal tells that the browser has gone.
 */
export async function protocolServer(first?: (request: Request) => Promise<Response> | undefined): Promise<ProtocolServer> {
  const memory = createMemoryAdapter({data: desk});
  const backend = createProtocolDesk(memory);
  let refused = false;
  const answer = (request: Request): Response | Promise<Response> => {
    const own = first?.(request);
    if (own) return own;
    const {pathname} = new URL(request.url);
    if (!pathname.startsWith('/v1/')) return fetch(inject('origin') + request.url.slice(origin.length));
    if (request.method === 'OPTIONS') return new Response(null, {status: 204});
    return refused ? new Response(null, {status: 401}) : backend.fetch(request);
  };
  const server = createServer((incoming, outgoing) => {
    void requestOf(incoming, origin, outgoing)
      .then(answer)
      .then((response) => send(response, outgoing))
      .catch(() => outgoing.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server of the protocol has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await backend.close();
  });
  return {
    origin,
    backend: memory.backend,
    asked: backend.asked,
    cut: () => server.closeAllConnections(),
    refuse: (all) => (refused = all === 'all'),
  };
}

async function requestOf(incoming: IncomingMessage, origin: string, outgoing: ServerResponse): Promise<Request> {
  const {method = 'GET', url = '/', headers} = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  return new Request(origin + url, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
    body: chunks.length > 0 ? Buffer.concat(chunks) : null,
    signal: gone.signal,
  });
}

function send(response: Response, outgoing: ServerResponse): void {
  const {'content-encoding': _encoding, 'content-length': _length, ...headers} = Object.fromEntries(response.headers);
  outgoing.writeHead(response.status, {...headers, ...cors});
  if (!response.body) return void outgoing.end();
  outgoing.flushHeaders();
  // A body that ends because the browser went away is no failure.
  Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]).on('error', () => outgoing.destroy()).pipe(outgoing);
}
