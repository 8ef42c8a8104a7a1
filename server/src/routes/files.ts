import {createHmac, timingSafeEqual} from 'node:crypto';
import {z} from '@hono/zod-openapi';
import {define, Reply, type Api} from '../http/define.js';
import {invalid, notFound} from '../errors.js';
import {sees} from '../read/rights.js';
import {uploadRef, cursor} from '../schemas/calls.js';
import {id} from '../schemas/model.js';
import type {Services} from '../services.js';
import {iso, newId} from '../values.js';

const one = z.object({id});
const linkMs = 300_000;
/** An upload that no message names by then is removed. */
export const uploadMs = 86_400_000;

export function fileRoutes(api: Api, services: Services): void {
  const {db, storage, limits, clock} = services;

  define(api, services, {
    method: 'post',
    path: '/uploads',
    contract: ['upload.put'],
    summary: 'Stores a file for a message to come: the bytes are the body, its type the Content-Type',
    query: z.object({name: z.string().min(1).max(500)}),
    takesBytes: true,
    result: uploadRef,
    status: 201,
    run: async ({query: {name}, caller, context}) => {
      const mime = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream';
      assertType(mime, limits.fileTypes);
      const bytes = await readBody(context.req.raw, limits.maxFileBytes);
      const ref = await storeFile(services, caller, {name, mime, bytes, public: false});
      return {ref, name, mime, bytes: bytes.byteLength, expiresAt: iso(clock.now() + uploadMs)};
    },
  });

  define(api, services, {
    method: 'delete',
    path: '/uploads/{id}',
    contract: ['upload.discard'],
    summary: 'Takes back a file that no message names yet',
    params: one,
    run: async ({params, caller: {account, agent}}) => {
      const gone = await db.query(
        'delete from file where account = $1 and id = $2 and uploaded_by = $3 and conversation is null and not public returning 1',
        [account, params.id, agent],
      );
      if (gone.length > 0) await storage.remove(`${account}/${params.id}`);
    },
  });

  define(api, services, {
    method: 'get',
    path: '/attachments/{id}/link',
    contract: ['download.url'],
    summary: 'An address of an attachment that works without a token, for a few minutes',
    params: one,
    result: z.object({href: z.string().openapi({description: 'Relative to the endpoint, without a slash at its beginning.'})}),
    run: async ({params, caller: {account, agent}}) => {
      const [file] = await db.query(
        `select 1 from file f where f.account = $1 and f.id = $3 and not f.public and (
           (f.conversation is null and f.uploaded_by = $2)
           or exists (select 1 from conversation c where c.account = f.account and c.id = f.conversation and ${sees('c', '$2')}))`,
        [account, agent, params.id],
      );
      if (!file) throw notFound('attachment');
      const until = clock.now() + linkMs;
      const sign = await signature(services, account, params.id, until);
      return new Reply({href: `files/${account}/${params.id}?until=${until}&sign=${sign}`}, {'cache-control': 'no-store'});
    },
  });
}

const filePath = z.object({account: id, id});

/** What is served without a token: signed links, and pictures of agents by an address nobody guesses. */
export function openFileRoutes(api: Api, services: Services): void {
  const {db, clock} = services;

  api.get('/files/:account/:id', async (context) => {
    const {account, id: file} = filePath.parse(context.req.param());
    const until = Number(context.req.query('until'));
    const given = Buffer.from(cursor.safeParse(context.req.query('sign')).data ?? '');
    const wanted = Buffer.from(await signature(services, account, file, until));
    if (!(until > clock.now()) || given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw notFound('file');
    const [row] = await db.query<FileRow>('select name, mime from file where account = $1 and id = $2', [account, file]);
    return served(services, account, file, row, 'attachment');
  });

  api.get('/avatars/:account/:id', async (context) => {
    const {account, id: file} = filePath.parse(context.req.param());
    const [row] = await db.query<FileRow>('select name, mime from file where account = $1 and id = $2 and public', [account, file]);
    return served(services, account, file, row, 'inline');
  });
}

interface FileRow {
  readonly name: string;
  readonly mime: string;
}

/** A browser may keep it, but never run it: whatever its type says, it has no origin and no sniffing. */
async function served({storage}: Services, account: string, file: string, row: FileRow | undefined, how: 'attachment' | 'inline'): Promise<Response> {
  const bytes = row && (await storage.get(`${account}/${file}`));
  if (!bytes) throw notFound('file');
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': row.mime,
      'content-length': String(bytes.byteLength),
      'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(row.name).replace(/['()*]/g, escape)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': how === 'inline' ? 'public, max-age=31536000, immutable' : 'private, no-store',
    },
  });
}

async function signature({db}: Services, account: string, file: string, until: number): Promise<string> {
  const [row] = await db.query<{value: string}>(`select value from setting where key = 'link-secret'`, []);
  if (!row) throw new Error('The schema is not migrated');
  return createHmac('sha256', row.value).update(JSON.stringify([account, file, until])).digest('base64url');
}

export interface NewFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly public: boolean;
  /** The conversation it comes in with. */
  readonly conversation?: string;
}

/** Bytes first, then the row: a row never names bytes that are not there. */
export async function storeFile({db, storage, clock}: Services, {account, agent}: {readonly account: string; readonly agent?: string}, file: NewFile): Promise<string> {
  const fileId = newId('f');
  await storage.put(`${account}/${fileId}`, file.bytes);
  await db.query(
    'insert into file (account, id, name, mime, bytes, uploaded_by, conversation, public, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [account, fileId, file.name, file.mime, file.bytes.byteLength, agent ?? null, file.conversation ?? null, file.public, clock.now()],
  );
  return fileId;
}

/** What a browser would run as a page, whatever it is served as. */
const pages = /^(text\/html|application\/xhtml\+xml|image\/svg\+xml|text\/xml|application\/xml|text\/javascript|application\/javascript)$/;

export function assertType(mime: string, allowed: readonly string[]): void {
  const fits = (pattern: string) => (pattern.endsWith('*') ? mime.startsWith(pattern.slice(0, -1)) : mime === pattern);
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(mime) || pages.test(mime) || !allowed.some(fits)) throw invalid('file', `files of type ${mime} are not taken`, 'mime');
}

/** @throws {AdapterError} `validation` as soon as there is more than allowed, whatever the request said of its length. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooBig = () => invalid('file', `must be at most ${maxBytes} bytes`, 'maxBytes');
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooBig();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw tooBig();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
