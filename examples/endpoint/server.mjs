// Serves the page and, below /v1, the desk: npm run build && node examples/endpoint/server.mjs
import {createReadStream, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {Readable} from 'node:stream';
import {createDesk} from './desk.mjs';

const port = Number(process.env.PORT ?? 5180);
const origin = `http://127.0.0.1:${port}`;
const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8'};
const folders = {loop: join(import.meta.dirname, '../../dist/cdn'), '': import.meta.dirname};

const desk = createDesk();
desk.begin({contact: {id: 'c1', name: 'Robin Meyer'}, subject: 'Order 1001', text: 'Is my order on its way?'});
desk.begin({contact: {id: 'c2', name: 'Aiko Tanaka'}, subject: 'Kettle', text: 'It does not switch off any more.'});
// Customers here are polite, and quick.
desk.onReply(({conversationId}) => setTimeout(() => desk.incoming(conversationId, 'Thank you!'), 3_000));

createServer(async (incoming, outgoing) => {
  const {pathname} = new URL(incoming.url ?? '/', origin);
  if (!pathname.startsWith('/v1/')) return serveFile(pathname, outgoing);
  const left = new AbortController();
  outgoing.on('close', () => left.abort());
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const {method, headers} = incoming;
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  const response = await desk.fetch(new Request(origin + incoming.url, {method, headers, body, signal: left.signal}));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (response.body) Readable.fromWeb(response.body).on('error', () => outgoing.destroy()).pipe(outgoing);
  else outgoing.end();
}).listen(port, '127.0.0.1', () => console.log(`${origin}/?as=ann and, in another window, ${origin}/?as=ben`));

function serveFile(pathname, outgoing) {
  const [, first, ...rest] = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname)).split('/');
  const file = first === 'loop' ? join(folders.loop, ...rest) : join(folders[''], first ?? '', ...rest);
  if (!types[extname(file)] || !statSync(file, {throwIfNoEntry: false})?.isFile()) return outgoing.writeHead(404).end();
  outgoing.writeHead(200, {'content-type': types[extname(file)]});
  createReadStream(file).pipe(outgoing);
}
