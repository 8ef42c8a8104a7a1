import {afterAll, beforeAll, describe, test} from 'vitest';
import {runConformance} from '../../src/conformance/index.js';
import type {LoopServer} from '../src/index.js';
import {serverTarget, startServer} from './support/desk.js';
import {postgresForThisFile} from './support/postgres.js';
import {listen} from './support/sockets.js';

const postgres = postgresForThisFile();

describe.skipIf(!postgres.there)('two nodes on one PostgreSQL, over sockets', () => {
  const nodes: {server: LoopServer; endpoint: string; fetch: typeof globalThis.fetch}[] = [];
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    for (const _node of ['one', 'two']) {
      const server = await startServer(postgres.open());
      const {endpoint, close} = await listen(server);
      nodes.push({server, endpoint, fetch: globalThis.fetch});
      ends.push(async () => {
        await server.close();
        await close();
      });
    }
  });

  afterAll(async () => void (await Promise.all(ends.map((end) => end()))));

  // What one agent does on the first node, the other sees on the second.
  runConformance(serverTarget('HTTP adapter, two nodes, sockets, PostgreSQL', () => nodes), {describe, test});
});
