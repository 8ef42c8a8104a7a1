import {afterAll, beforeAll, describe, test} from 'vitest';
import {runConformance} from '../../src/conformance/index.js';
import type {LoopServer} from '../src/index.js';
import type {Database} from '../src/ports/database.js';
import {openPglite} from '../src/ports/pglite.js';
import {endpoint, serverTarget, startServer} from './support/desk.js';

let db: Database;
let server: LoopServer;

beforeAll(async () => {
  db = await openPglite();
  server = await startServer(db);
});

afterAll(async () => {
  await server.close();
  await db.close();
});

const target = serverTarget('HTTP adapter, server in this process, PGlite', () => [
  {server, endpoint, fetch: (input, init) => server.fetch(new Request(input, init))},
]);
runConformance(target, {describe, test});
