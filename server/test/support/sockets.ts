import {createServer, type Server} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import type {LoopServer} from '../../src/index.js';

/** The server behind a real socket. */
export async function listen(server: LoopServer): Promise<{readonly endpoint: string; close(): Promise<void>}> {
  const answer = getRequestListener((request) => server.fetch(request));
  const http: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
