#!/usr/bin/env node
// Serves the example CRM with the inbox in it, from the sources: npm start
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { strictPolicy } from './strict-policy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = '/examples/crm/';
const DESK = '/desk.json';
const BUILT = '/dist/cdn/loop-inbox.js';
const FIRST_PORT = 5173;

const usage = `Shows the inbox in an example CRM page.

  npm start                      with the sample desk
  npm start -- --data FILE       with the conversations of FILE (a conversation file)

  --port N          listen there or on the next free port (${FIRST_PORT})
  --persist NAME    keep what is done at the desk in the browser, under this name
  --built           use ${BUILT.slice(1)} (npm run build makes it) in place of the sources
  --no-open         don't open the browser
  --help            show this

The page at ${PAGE}?strict is answered with the strict Content-Security-Policy line of the README.`;

/** Something the caller can put right: told in one line, without a stack. */
class UsageError extends Error {}

function readOptions(args) {
  const options = {
    data: { type: 'string' },
    port: { type: 'string' },
    persist: { type: 'string' },
    built: { type: 'boolean' },
    'no-open': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  let values;
  try {
    ({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(`${error.message.split(/\.\s/)[0].replace(/\.$/, '')} (see npm start -- --help)`);
  }
  const port = values.port === undefined ? FIRST_PORT : Number(values.port);
  if (!/^\d+$/.test(values.port ?? '1') || port < 1 || port > 65_535) throw new UsageError(`--port: not a port number: ${values.port}`);
  if (values.persist === '') throw new UsageError('--persist: a name is missing');
  return { ...values, port };
}

/** Throws unless the file can be read and says that it is a conversation file; the page checks the rest. */
function checkDesk(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--data: can't read ${path} (${error.code ?? error.message})`);
  }
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new UsageError(`--data: ${path} is not JSON`);
  }
  if (file?.format !== 'loop-inbox/conversations' || !Array.isArray(file.conversations))
    throw new UsageError(`--data: ${path} is not a conversation file ("format" must be "loop-inbox/conversations")`);
  if (file.version !== 1) throw new UsageError(`--data: ${path} has version ${JSON.stringify(file.version)}; this program reads version 1`);
}

/** Tells the page of the desk file and its name in `<meta>`, serves the file, and sends `/` to the page. */
function desk({ data, persist, built }) {
  // From the sources Lit is a dependency of its own, with a policy of its own.
  const policy = built ? strictPolicy() : `${strictPolicy()} lit-html`;
  const facts = { ...(data && { 'loop-desk': DESK }), ...(persist && { 'loop-persist': persist }), ...(built && { 'loop-module': BUILT }) };
  return {
    name: 'loop-desk',
    transformIndexHtml: () => Object.entries(facts).map(([name, content]) => ({ tag: 'meta', attrs: { name, content }, injectTo: 'head' })),
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname, searchParams } = new URL(request.url, 'http://localhost');
        if (pathname === '/') return void response.writeHead(302, { Location: PAGE }).end();
        if (pathname === PAGE && searchParams.has('strict')) response.setHeader('Content-Security-Policy', policy);
        if (pathname !== DESK || !data) return next();
        response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
        createReadStream(data).on('error', (error) => response.destroy(error)).pipe(response);
      });
    },
  };
}

async function start(args) {
  const options = readOptions(args);
  if (options.help) return console.log(usage);
  if (options.data !== undefined) checkDesk(options.data);
  if (options.built && !existsSync(`${root}${BUILT}`)) throw new UsageError(`--built: ${BUILT.slice(1)} is not there; npm run build makes it`);
  const { createServer } = await import('vite');
  const open = !options['no-open'] && process.stdout.isTTY && !process.env.CI;
  const server = await createServer({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'warn',
    plugins: [desk(options)],
    server: { host: '127.0.0.1', port: options.port, open: open ? PAGE : false },
    // Found before the first visit, late parts too, so that opening a menu never reloads the page.
    optimizeDeps: { entries: ['src/cdn.ts'] },
  });
  await server.listen();
  const { port } = server.httpServer.address();
  console.log(`Loop Inbox: http://127.0.0.1:${port}${PAGE}`);
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
