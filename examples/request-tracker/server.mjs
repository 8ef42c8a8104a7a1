#!/usr/bin/env node
/**
 * Serves the example page and stands between it and Request Tracker: a page can't call Request Tracker from another origin, and a token
 * is better kept here. A server of yours would look up the agent who is signed in with it; this one knows a single agent.
 *
 *   node examples/request-tracker/server.mjs        the throw-away desk of scripts/rt/start.sh
 *   RT_URL=https://rt.example.org RT_TOKEN=1-28-… RT_QUEUES=Inbox,Sales node examples/request-tracker/server.mjs
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const port = Number(process.env.PORT ?? 5180);
const desk = readDesk();

/** Where what the page asks for lies: its own files, and the built library. */
const folders = { '/loop/': join(root, 'dist'), '/': import.meta.dirname };
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

function readDesk() {
  const { RT_URL: url, RT_TOKEN: token, RT_QUEUES: queues, RT_AGENTS_GROUP: agentsGroup } = process.env;
  if (url && token) return { url: url.replace(/\/+$/, ''), token, queues: queues?.split(','), agentsGroup };
  const file = process.env.LOOP_RT ?? join(tmpdir(), 'loop-rt', 'rt.json');
  if (!existsSync(file)) {
    console.error('No Request Tracker: set RT_URL and RT_TOKEN, or start one with scripts/rt/start.sh');
    process.exit(2);
  }
  const live = JSON.parse(readFileSync(file, 'utf8'));
  return { url: live.url, token: live.tokens.agent1, queues: ['Inbox', 'Returns'], agentsGroup: 'Support' };
}

/** Another site's page must not act with this server's token. */
function isOurs({ headers }) {
  const isHere = [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host);
  return isHere && ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const some = (headers, names) => Object.fromEntries(names.map((name) => [name, headers.get(name)]).filter(([, value]) => value !== null));

/**
 * Neither cookies nor the browser's name go on: Request Tracker prefers a cookie to the token, and shows browsers its login page where
 * programs get a 401.
 */
async function passOn(request, response, path) {
  const hasBody = !['GET', 'HEAD'].includes(request.method);
  const given = new Headers(Object.entries(request.headers).filter(([, value]) => typeof value === 'string'));
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const answer = await fetch(`${desk.url}/REST/2.0/${path}`, {
    method: request.method,
    headers: { ...some(given, ['accept', 'content-type', 'if-match']), authorization: `token ${desk.token}`, 'user-agent': 'kontor' },
    body: hasBody ? await readBody(request) : undefined,
    redirect: 'manual',
    signal: gone.signal,
  });
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { ...some(answer.headers, ['content-type', 'etag', 'location', 'retry-after']), 'cache-control': 'no-store' });
  response.end(body);
}

function sendFile(response, pathname) {
  const [prefix, folder] = Object.entries(folders).find(([start]) => pathname.startsWith(start));
  const file = resolve(folder, pathname.slice(prefix.length) || 'index.html');
  const isThere = file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() && extname(file) in types;
  if (!isThere) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': types[extname(file)], 'cache-control': 'no-cache' });
  createReadStream(file).on('error', (error) => response.destroy(error)).pipe(response);
}

const server = createServer(async (request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const rest = '/rt/REST/2.0/';
  try {
    if (!isOurs(request)) return response.writeHead(403).end('Not from here');
    if (pathname.startsWith(rest)) return await passOn(request, response, pathname.slice(rest.length) + search);
    if (pathname !== '/session.json') return sendFile(response, pathname);
    // The second part of a token is the id of its agent.
    const { queues, agentsGroup, url: webUrl } = desk;
    response.writeHead(200, { 'content-type': types['.json'], 'cache-control': 'no-store' });
    response.end(JSON.stringify({ agent: desk.token.split('-')[1], queues, agentsGroup, webUrl }));
  } catch (error) {
    if (response.headersSent) response.destroy(error);
    else response.writeHead(502).end('Request Tracker does not answer');
  }
});

if (!existsSync(join(root, 'dist/adapters/request-tracker/index.js'))) {
  console.error('dist/ has no adapter for Request Tracker: npm run build makes it');
  process.exit(2);
}
server.listen(port, '127.0.0.1', () => console.log(`Kontor CRM: http://127.0.0.1:${port}/ (Request Tracker: ${desk.url})`));
