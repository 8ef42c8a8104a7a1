import type {RequestListener, ServerResponse} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {LoopServer} from '../index.js';

/** The server as a listener of Node's own HTTP server. */
export function listenerOf(loop: Pick<LoopServer, 'fetch'>): RequestListener {
  const answer = getRequestListener(async (request, socket) => {
    const outgoing = socket.outgoing as ServerResponse;
    const response = await loop.fetch(request, {outgoing});
    // A stream of events has begun to answer by itself.
    return outgoing.headersSent ? RESPONSE_ALREADY_SENT : response;
  });
  return (request, response) => void answer(request, response);
}
