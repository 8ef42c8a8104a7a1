import {createServer, type Server} from 'node:http';
import {listenerOf} from '../../src/http/listener.js';
import type {LoopServer} from '../../src/index.js';

/** The server behind a real socket. */
export async function listen(server: LoopServer): Promise<{readonly endpoint: string; close(): Promise<void>}> {
  const http: Server = createServer(listenerOf(server));
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
