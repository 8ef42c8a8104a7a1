// The example CRM page on this server, with the sample desk and customers who write through the channel API: npm run start:server
import {parseArgs} from 'node:util';
import {fileURLToPath} from 'node:url';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {SignJWT} from 'jose';
import {createServer, type Plugin} from 'vite';
import {sampleDesk} from '../../src/adapters/memory/sample/index.js';
import {putChannel} from '../src/desk/admin.js';
import {importFile} from '../src/desk/import-file.js';
import {listenerOf} from '../src/http/listener.js';
import {createLoopServer, type LoopServer} from '../src/index.js';
import {jwtAuth} from '../src/ports/auth.js';
import {openPglite} from '../src/ports/pglite.js';
import {openPostgres} from '../src/ports/postgres.js';
import {memoryStorage, folderStorage} from '../src/ports/storage.js';
import {Customers} from './customers.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = '/examples/crm/';
const account = 'nordlicht';
const issuer = 'loop-example';
const secret = crypto.getRandomValues(new Uint8Array(32));
const chat = {id: 'nordlicht-chat', kind: 'web-chat', name: 'Website chat', secret: 'only on this machine: chat'};
const helper = {id: 'nordlicht-helper', kind: 'web-chat', name: 'Shop helper', secret: 'only on this machine: helper'};

const usage = `Shows the inbox in an example CRM page, on the reference server.

  npm run start:server -- [options]

  --port N       listen there or on the next free port (5180)
  --keep DIR     keep the desk in this folder; without it, it is a new one each time
  --quiet        no customers write by themselves
  --help         show this

DATABASE_URL selects a PostgreSQL in place of the embedded one.`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The host's own sign-in, as far as an example needs one: whoever asks is who they say. */
async function token(url: URL, response: ServerResponse): Promise<void> {
  const agent = sampleDesk.agents.find(({id}) => id === url.searchParams.get('agent')) ?? sampleDesk.agents[0];
  const signed = await new SignJWT({account})
    .setProtectedHeader({alg: 'HS256'})
    .setSubject(agent?.id ?? '')
    .setIssuer(issuer)
    .setAudience('loop-inbox')
    .setExpirationTime('10m')
    .sign(secret);
  response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'}).end(JSON.stringify({token: signed, name: agent?.name}));
}

function desk(server: LoopServer, customers: Customers): Plugin {
  const api = listenerOf(server);
  const outside = getRequestListener((request) => customers.fetch(request));
  return {
    name: 'loop-desk',
    transformIndexHtml: () => [{tag: 'meta', attrs: {name: 'loop-endpoint', content: '/v1'}, injectTo: 'head'}],
    configureServer({middlewares}) {
      middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (url.pathname === '/') return void response.writeHead(302, {Location: page}).end();
        if (url.pathname === '/desk/token') return void token(url, response);
        if (/^\/(v1\/|health$|metrics$)/.test(url.pathname)) return api(request, response);
        if (url.pathname.startsWith('/outside/')) return void outside(request, response);
        return next();
      });
    },
  };
}

async function start(): Promise<void> {
  const options = {port: {type: 'string', default: '5180'}, keep: {type: 'string'}, quiet: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}} as const;
  const {values} = parseArgs({options});
  if (values.help) return say(usage);
  const {DATABASE_URL: database} = process.env;
  say(database ? 'Opening PostgreSQL …' : 'Starting the embedded database, a few seconds …');
  const db = database ? openPostgres({url: database}) : await openPglite(values.keep && `${values.keep}/data`);
  const server = await createLoopServer({
    db,
    storage: values.keep ? folderStorage(`${values.keep}/files`) : memoryStorage(),
    auth: jwtAuth({issuer, audience: 'loop-inbox', algorithms: ['HS256'], key: secret}),
  });
  const [known] = await db.query('select 1 from account where id = $1', [account]);
  if (!known) await importFile(server.services, account, sampleDesk);
  const customers = new Customers([chat, helper]);
  const vite = await createServer({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'warn',
    plugins: [desk(server, customers)],
    server: {host: '127.0.0.1', port: Number(values.port)},
    optimizeDeps: {entries: ['src/cdn.ts', 'src/adapters/http/index.ts']},
  });
  await vite.listen();
  const address = vite.httpServer?.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : values.port}`;
  await putChannel(server.services, account, {...chat, deliverUrl: `${base}/outside/out`});
  await putChannel(server.services, account, {...helper, deliverUrl: `${base}/outside/out`, responderUrl: `${base}/outside/helper`});
  if (!values.quiet) customers.begin(`${base}/v1`);
  say(`Loop Inbox as ${sampleDesk.agents.slice(0, 2).map(({name}) => name).join(' and as ')}, side by side:`);
  for (const {id} of sampleDesk.agents.slice(0, 2)) say(`  ${base}${page}?agent=${id}`);
  const stop = async () => {
    customers.end();
    await vite.close();
    await server.close();
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

await start();
