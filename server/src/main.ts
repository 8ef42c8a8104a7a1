import {readFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import {parseConversationFile} from '../../src/adapters/memory/index.js';
import {authOf, ConfigError, readConfig} from './config.js';
import {deadDeliveries, putAccount, putAgent, putChannel, putTeam, removeAgent, renewEpochs, reviveDelivery} from './desk/admin.js';
import {importFile} from './desk/import-file.js';
import {listenerOf} from './http/listener.js';
import {createLoopServer, type LoopServer} from './index.js';
import {jsonLog, noLog} from './ports/log.js';
import {migrate} from './ports/migrate.js';
import type {Auth} from './ports/auth.js';

const usage = `The reference server of Loop Inbox. Its settings come from the environment: server/README.md.

  serve                              answers on HOST:PORT (the default)
  migrate                            brings the schema up to date and ends
  account ID [NAME]                  makes or renames an account
  agent ACCOUNT ID NAME [EMAIL]      makes or renames an agent ("--admin" after it: sees everything)
  remove-agent ACCOUNT ID            ends what an agent may do, at once
  team ACCOUNT ID NAME [AGENT …]     makes a team of these agents
  channel ACCOUNT ID KIND SECRET [DELIVER_URL] [RESPONDER_URL]
  import ACCOUNT FILE                fills a new account with a conversation file
  dead                               deliveries that were given up
  revive ID                          tries one of them again
  renew-cursors                      after a restored backup: all readers read again`;

const closeMs = 10_000;

async function main([command = 'serve', ...args]: readonly string[]): Promise<void> {
  if (command === 'help' || command === '--help') return say(usage);
  const log = command === 'serve' ? jsonLog : noLog;
  const config = await readConfig(process.env, log);
  if (command === 'migrate') {
    const done = await migrate(config.db);
    say(done.length > 0 ? done.join('\n') : 'The schema is up to date');
    return config.db.close();
  }
  // What an operator does needs no sign-in, so it needs no settings of one.
  const auth: Auth = command === 'serve' ? authOf(process.env) : () => Promise.reject(new Error('Nobody signs in here'));
  const server = await createLoopServer({...config, auth, log});
  if (command === 'serve') return serve(server, config.host, config.port, () => config.db.close());
  await operate(server, command, args).finally(async () => {
    await server.close();
    await config.db.close();
  });
}

async function operate({services}: LoopServer, command: string, args: readonly string[]): Promise<void> {
  const [account = '', id = '', name = '', ...rest] = args.filter((arg) => arg !== '--admin');
  const needs = (count: number) => {
    if (args.length < count) throw new ConfigError(`${command}: something is missing\n\n${usage}`);
  };
  switch (command) {
    case 'account':
      needs(1);
      return putAccount(services, account, id || undefined);
    case 'agent':
      needs(3);
      return putAgent(services, account, {id, name, email: rest[0], admin: args.includes('--admin')});
    case 'remove-agent':
      needs(2);
      return removeAgent(services, account, id);
    case 'team':
      needs(3);
      return putTeam(services, account, {id, name, agents: rest});
    case 'channel':
      needs(4);
      return putChannel(services, account, {id, kind: name, secret: rest[0] ?? '', deliverUrl: rest[1], responderUrl: rest[2]});
    case 'import':
      needs(2);
      return importFile(services, account, parseConversationFile(JSON.parse(await readFile(id, 'utf8'))));
    case 'dead':
      for (const row of await deadDeliveries(services)) say(JSON.stringify(row));
      return;
    case 'revive':
      needs(1);
      return reviveDelivery(services, account);
    case 'renew-cursors':
      return renewEpochs(services);
    default:
      throw new ConfigError(`There is no ${command}\n\n${usage}`);
  }
}

/** Listens until it is told to stop; then no new call is taken, those under way are answered, streams end and their readers come back elsewhere. */
async function serve(loop: LoopServer, host: string, port: number, closeDatabase: () => Promise<void>): Promise<void> {
  const server = createServer(listenerOf(loop));
  // A stream of events is one long answer.
  server.requestTimeout = 60_000;
  // Longer than proxies keep theirs, so that it is never this end that closes while a request is on its way.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  loop.services.log('info', 'listening', {host, port: typeof address === 'object' && address ? address.port : port});
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
  const signal = await stopped;
  loop.services.log('info', 'stopping', {signal});
  await close(server, loop);
  await closeDatabase();
}

async function close(server: Server, loop: LoopServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await loop.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), closeMs);
  await closed;
  clearTimeout(timer);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
