import {spawn, type ChildProcess} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {freePort} from './support/postgres-cluster.js';
import {rawCalls, until} from './support/raw.js';

const root = fileURLToPath(new URL('../', import.meta.url));
let child: ChildProcess;
let base = '';

beforeAll(async () => {
  const {DATABASE_URL: _other, ...env} = process.env;
  child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start-desk.ts', '--port', String(await freePort())], {cwd: root, env, stdio: ['ignore', 'pipe', 'inherit']});
  let said = '';
  child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
  base = await until('the desk has started', () => /(http:\/\/127\.0\.0\.1:\d+)\/examples/.exec(said)?.[1], 110_000);
});

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
});

describe('npm run start:server', () => {
  it('serves the example page with the address of the server in it', async () => {
    expect(await (await fetch(`${base}/examples/crm/`)).text()).toContain('<meta name="loop-endpoint" content="/v1">');
  });

  it('signs in the agent who is named, on the sample desk, and has customers write through the channel API', async () => {
    const token = async () => ((await (await fetch(`${base}/desk/token?agent=jonas`)).json()) as {token: string}).token;
    const jonas = rawCalls(fetch, `${base}/v1`, token);
    const {body: session} = await jonas.call<{me: {id: string}}>('GET', '/session');
    expect(session.me.id).toBe('jonas');
    const total = async (path: string) => (await jonas.call<{total: number}>('GET', `/conversations?limit=1&${path}`)).body.total;
    expect(await total('view=archived')).toBeGreaterThan(10);
    const visited = async () => (await total('view=active&inbox=nordlicht-chat')) + (await total('view=active&inbox=nordlicht-helper')) + (await total('view=automated&inbox=nordlicht-helper'));
    await until('a customer has written', async () => (await visited()) > 0, 60_000);
  }, 90_000);
});
