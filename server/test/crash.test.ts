import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import type {Message, Page} from '../../src/contract/index.js';
import type {Database} from '../src/ports/database.js';
import {openPglite} from '../src/ports/pglite.js';
import {newDesk, startServer, tokenFor} from './support/desk.js';
import {NodeProcess} from './support/node-process.js';
import {freePort} from './support/postgres-cluster.js';
import {postgresForThisFile} from './support/postgres.js';
import {frames, rawCalls, until, type Raw} from './support/raw.js';

const postgres = postgresForThisFile();
const folder = mkdtempSync(join(tmpdir(), 'loop-crash-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const writers = 4;

/** Makes the desk of the tests in a database that the node will open. */
async function prepare(db: Database): Promise<string> {
  const server = await startServer(db);
  const account = await newDesk(server.services);
  await server.close();
  return account;
}

/** Follows the events like a page does: comes back with the last position whenever the connection is lost. */
function follow(endpoint: string, account: string, agent: string) {
  const told: string[] = [];
  const positions: number[] = [];
  let cursor: string | undefined;
  let isOver = false;
  const stop = new AbortController();
  const reading = (async () => {
    while (!isOver) {
      try {
        const address = `${endpoint}/events${cursor === undefined ? '' : `?after=${cursor}`}`;
        const answer = await fetch(address, {headers: {authorization: `Bearer ${await tokenFor(account, agent)}`}, signal: stop.signal});
        if (!answer.ok) throw new Error(String(answer.status));
        for await (const {id, data} of frames(answer)) {
          const isCatchingUp = data && 'phase' in data && data.phase === 'catching-up';
          if (id !== undefined && !isCatchingUp) {
            cursor = id;
            positions.push(Number(id.split('.')[1]));
          }
          if (data && 'type' in data && data.type === 'message.upserted') told.push(data.message.id);
          if (data && 'type' in data && data.type === 'reset') throw new Error('A reset was told');
        }
      } catch {
        if (!isOver) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  })();
  return {
    told,
    positions,
    started: () => until('the reader has a position', () => cursor !== undefined),
    end: async () => {
      isOver = true;
      stop.abort();
      await reading;
    },
  };
}

/** Sends until it is acknowledged, always under the same client id. */
async function sendSurely(raw: Raw, text: string): Promise<Message> {
  return until(`${text} is acknowledged`, async () => {
    const answer = await raw.send('first', text, text).catch(() => undefined);
    return answer?.status === 201 && answer.body.message;
  }, 120_000);
}

async function killWhileWriting(node: NodeProcess, account: string, kills: number): Promise<void> {
  await node.start();
  const ann = rawCalls(fetch, node.endpoint, () => tokenFor(account, 'ann'));
  const reader = follow(node.endpoint, account, 'ben');
  await reader.started();
  const acknowledged: Message[] = [];
  let isOver = false;
  const writing = Array.from({length: writers}, async (_, writer) => {
    for (let index = 0; !isOver; index++) acknowledged.push(await sendSurely(ann, `w${writer}n${index}`));
  });
  for (let kill = 1; kill <= kills; kill++) {
    const before = acknowledged.length;
    await until('some messages are acknowledged', () => acknowledged.length >= before + 40, 60_000);
    await node.stop('SIGKILL');
    await node.start();
  }
  const last = acknowledged.length;
  await until('messages are acknowledged after the last kill', () => acknowledged.length >= last + 20, 60_000);
  isOver = true;
  await Promise.all(writing);

  const stored: Message[] = [];
  let before: string | undefined;
  do {
    const {body} = await ann.call<Page<Message>>('GET', `/conversations/first/messages?limit=500${before === undefined ? '' : `&before=${before}`}`);
    stored.push(...body.items);
    before = body.prev;
  } while (before !== undefined);
  const sent = stored.filter(({clientId}) => clientId !== undefined);
  expect(new Set(sent.map(({clientId}) => clientId)).size, 'nothing is doubled').toBe(sent.length);
  expect(acknowledged.filter(({id}) => !sent.some((one) => one.id === id)), 'nothing acknowledged is lost').toEqual([]);
  const missing = () => sent.filter(({id}) => !reader.told.includes(id));
  await until('every stored message is told', () => missing().length === 0).catch(() => {});
  await reader.end();
  expect(missing().map(({clientId}) => clientId), 'no event is skipped').toEqual([]);
  const {positions} = reader;
  expect(positions, 'positions never go back').toEqual(positions.toSorted((a, b) => a - b));
  expect(await node.stop('SIGTERM'), 'a node that is asked to stop ends well').toBe(0);
}

describe('a node that is killed while it writes', () => {
  it.skipIf(!postgres.there)('loses, doubles and skips nothing on PostgreSQL', async () => {
    const account = await prepare(postgres.open());
    await killWhileWriting(new NodeProcess(await freePort(), {DATABASE_URL: postgres.url(), LOOP_FILES: join(folder, 'files')}), account, 3);
  }, 240_000);

  it('loses, doubles and skips nothing on PGlite', async () => {
    const db = await openPglite(join(folder, 'data'));
    const account = await prepare(db);
    await db.close();
    await killWhileWriting(new NodeProcess(await freePort(), {LOOP_DATA: join(folder, 'data'), LOOP_FILES: join(folder, 'files')}), account, 1);
  }, 240_000);
});
