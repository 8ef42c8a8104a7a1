import {SignJWT} from 'jose';
import {createHttpAdapter} from '../../../src/adapters/http/index.js';
import {createFetchFaults, type Seed, type Setup, type Target} from '../../../src/conformance/index.js';
import {systemClock, type AdapterContext} from '../../../src/contract/index.js';
import {importFile} from '../../src/desk/import-file.js';
import {putChannel, setVisibleTo} from '../../src/desk/admin.js';
import {createLoopServer, type LoopServer, type LoopServerOptions} from '../../src/index.js';
import {jwtAuth} from '../../src/ports/auth.js';
import type {Database} from '../../src/ports/database.js';
import {memoryStorage} from '../../src/ports/storage.js';
import type {Services} from '../../src/services.js';
import {putContact} from '../../src/write/contacts.js';
import {Locked} from '../../src/write/locked.js';
import {begin, receive} from '../../src/write/receive.js';
import {write} from '../../src/write/write.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import {storeFile} from '../../src/routes/files.js';
import {deskFile} from '../../../test/support/desk-file.js';

export const secret = new TextEncoder().encode('a secret of the tests, long enough for HS256');
export const issuer = 'https://host.example';
export const audience = 'loop-inbox';

export const auth = jwtAuth({issuer, audience, algorithms: ['HS256'], key: secret});

let minted = 0;

/** Each token differs from the one before, as a fresh one of a host would. */
export const tokenFor = (account: string, agent: string, seconds = 600): Promise<string> =>
  new SignJWT({account, n: ++minted})
    .setProtectedHeader({alg: 'HS256'})
    .setSubject(agent)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
    .sign(secret);

export const startServer = (db: Database, more: Partial<LoopServerOptions> = {}): Promise<LoopServer> =>
  createLoopServer({
    db,
    auth,
    storage: memoryStorage(),
    ...more,
    limits: {maxFileBytes: 100_000, callsPerSecond: 10_000, callsAtOnce: 10_000, upkeepMs: 100, ...more.limits},
  });

let desks = 0;

/** A new account with the two agents and the few conversations of the tests. */
export async function newDesk(services: Services): Promise<string> {
  const account = `desk${process.pid}x${++desks}x${Date.now().toString(36)}`;
  await importFile(services, account, deskFile);
  await putChannel(services, account, {id: `${account}-chat`, kind: 'web-chat', name: 'Chat', secret: 'channel secret'});
  return account;
}

export const endpoint = 'http://server.test/v1';

interface Node {
  readonly server: Pick<LoopServer, 'services'>;
  /** Where requests of this node go. */
  readonly fetch: typeof globalThis.fetch;
  readonly endpoint: string;
}

/**
 * A server as the conformance suite sees it: each check has an account of its own.
 *
 * @param nodes the first agent talks to the first, the second to the last.
 */
export function serverTarget(name: string, nodes: () => readonly Node[]): Target {
  return {
    name,
    setup: async (): Promise<Setup> => {
      const [first] = nodes();
      const last = nodes().at(-1);
      if (!first || !last) throw new Error('There is no node');
      const {services} = first.server;
      const account = await newDesk(services);
      // Expiring is written to the database; who asks afterwards must not be quicker.
      let expired: Promise<unknown> = Promise.resolve();
      const faults = createFetchFaults(async (input, init) => {
        await expired;
        const request = new Request(input, init);
        return (request.url.startsWith(last.endpoint) ? last : first).fetch(request);
      });
      const context = (agent: string): AdapterContext => ({
        getToken: () => tokenFor(account, agent),
        fetch: faults.fetch,
        clock: systemClock,
        locale: 'en',
      });
      const adapterOf = new Map<AdapterContext, string>();
      const agents = [context('ann'), context('ben')] as const;
      adapterOf.set(agents[1], last.endpoint);
      const adapter = createHttpAdapter({endpoint: first.endpoint, uploads: 'fetch'});
      const other = createHttpAdapter({endpoint: last.endpoint, uploads: 'fetch'});
      return {
        adapter: {...adapter, connect: (given, options) => (adapterOf.has(given) ? other : adapter).connect(given, options)},
        agents,
        seed: seedOf(last.server.services, account),
        faults: {...faults.faults, expireCursor: () => void (expired = expireCursor(services, account))},
        teardown: () => Promise.resolve(),
      };
    },
  };
}

/** Forgets the events so far, as retention does. */
export const expireCursor = (services: Services, account: string): Promise<unknown> =>
  services.db.query(
    `with counted as (update account set seq = seq + 1, forgotten = seq + 1 where id = $1 returning seq)
     delete from event using counted where account = $1 and event.seq <= counted.seq`,
    [account],
  );

export function seedOf(services: Services, account: string): Seed {
  const told = async (conversationId: string, said: Parameters<typeof receive>[2]) => {
    const message = await write(services, account, async (work) => receive(work, await Locked.open(work, conversationId, undefined), said));
    return {id: message.id};
  };
  const start = (contact: string, text: string, more: {subject?: string; automated?: boolean; channel?: string} = {}) =>
    write(services, account, async (work) => {
      const {conversation} = await begin(work, {
        contact,
        subject: more.subject,
        automated: more.automated ?? false,
        channel: {kind: more.channel ?? 'web-chat', inbox: `${account}-chat`},
        first: {format: 'text', body: text},
      });
      return {id: conversation.id};
    });
  return {
    contact: async (contact) => ({id: await write(services, account, (work) => putContact(work, contact))}),
    conversation: ({contact, text, ...more}) => start(contact, text, more),
    incoming: async (conversationId, text, file) => {
      if (!file) return told(conversationId, {format: 'text', body: text});
      const bytes = new Uint8Array(await file.blob.arrayBuffer());
      const id = await storeFile(services, {account}, {name: file.name, mime: file.mime, bytes, public: false, conversation: conversationId});
      return told(conversationId, {format: 'text', body: text, attachments: [{id, name: file.name, mime: file.mime, bytes: bytes.byteLength}]});
    },
    incomingHtml: (conversationId, html) => told(conversationId, {format: 'html', body: html}),
    many: async (count) => {
      const made = await Promise.all(Array.from({length: count}, (_, index) => start('robin', `Question ${index + 1}`)));
      return made.map(({id}) => id);
    },
    setBackdated: async (conversationId, text, at) => void (await told(conversationId, {format: 'text', body: text, createdAt: Date.parse(at)})),
    hidden: async () => {
      const {id} = await start('robin', 'For Ben alone');
      await setVisibleTo(services, account, id, ['agent:ben']);
      return {id};
    },
    incomingHidden: async (conversationId, text) => void (await told(conversationId, {format: 'text', body: text})),
    deny: async (conversationId, action, sentence) => {
      await services.db.query(`update conversation set deny = coalesce(deny, '{}') || jsonb_build_object($3::text, $4::text) where account = $1 and id = $2`, [
        account,
        conversationId,
        action,
        sentence,
      ]);
    },
    contactSees: async (conversationId) => {
      const rows = await services.db.query<{format: 'text'; body: string}>(
        `select format, body from message where account = $1 and conversation = $2 and kind = 'reply' and not deleted order by ord`,
        [account, conversationId],
      );
      return rows.map(({format, body}) => plainText({format, value: body}));
    },
  };
}
