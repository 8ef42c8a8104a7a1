import {z} from '@hono/zod-openapi';
import type {Agent, Profile} from '../../../src/contract/index.js';
import {define, type Api} from '../http/define.js';
import {invalid, notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import {agentColumns, agentOf, assertVisible} from '../read/conversations.js';
import {contactById, contactOf, contactColumns, type ContactRow} from '../read/contacts.js';
import {contactHistory} from '../read/lists.js';
import {tsquery} from '../read/search.js';
import * as calls from '../schemas/calls.js';
import {agent as agentSchema, attribute, availability, contact, conversation, id, preferences, profile} from '../schemas/model.js';
import type {Services} from '../services.js';
import {present} from '../values.js';
import {updateContact} from '../write/contacts.js';
import {write} from '../write/write.js';
import {readBody, storeFile} from './files.js';

const one = z.object({id});
const foundAtMost = 20;
const avatarBytes = 1_000_000;

export const profileEditable = [
  'name', 'displayName', 'signature', 'availability', 'preferences', 'settings', 'notify', 'language', 'theme', 'enterSends', 'avatarUrl',
] as const;

export function peopleRoutes(api: Api, services: Services): void {
  const {db, hub} = services;

  define(api, services, {
    method: 'get',
    path: '/contacts',
    contract: ['contacts.search'],
    summary: 'Contacts by words of their name, address, number or company',
    query: z.object({text: calls.words}),
    result: calls.items(contact),
    run: async ({query: {text}, caller: {account}}) => {
      const wanted = tsquery(text);
      if (wanted === undefined) return {items: []};
      const rows = await db.query<ContactRow>(
        `--\nselect ${contactColumns} from contact where account = $1 and words @@ $2::tsquery order by name, id limit $3`,
        [account, wanted, foundAtMost],
      );
      return {items: rows.map(contactOf)};
    },
  });

  define(api, services, {
    method: 'get',
    path: '/contacts/{id}',
    contract: ['contacts.get'],
    summary: 'One contact',
    params: one,
    result: contact,
    run: ({params, caller: {account}}) => contactById(db, account, params.id),
  });

  define(api, services, {
    method: 'patch',
    path: '/contacts/{id}',
    contract: ['contacts.update'],
    summary: 'Changes what is given of a contact',
    params: one,
    headers: ['If-Match'],
    body: z.object({
      name: z.string().max(500).optional(),
      email: z.string().max(320).optional(),
      phone: z.string().max(100).optional(),
      avatarUrl: z.string().max(2_000).optional(),
      company: z.string().max(500).optional(),
      blocked: z.boolean().optional(),
      attributes: z.array(attribute).max(200).readonly().optional(),
    }),
    result: contact,
    run: ({params, body, caller: {account}, ifVersion}) => write(services, account, (work) => updateContact(work, params.id, body, ifVersion)),
  });

  define(api, services, {
    method: 'get',
    path: '/contacts/{id}/conversations',
    contract: ['contacts.conversations'],
    summary: 'All conversations of a contact, newest first',
    params: one,
    query: z.object({cursor: calls.cursor.optional(), limit: calls.limit.optional()}),
    result: calls.page(conversation),
    run: async ({params, query, caller: {account, agent}}) => {
      await contactById(db, account, params.id);
      return contactHistory(db, account, agent, params.id, query);
    },
  });

  define(api, services, {
    method: 'get',
    path: '/agents',
    contract: ['directory.agents'],
    summary: 'Colleagues, for mentions; with a conversation only those who may see it',
    query: z.object({text: calls.words.optional(), conversationId: id.optional(), limit: calls.limit.optional()}),
    result: calls.items(agentSchema),
    run: async ({query: {text = '', conversationId, limit = 500}, caller: {account, agent}}) => {
      if (conversationId !== undefined) await assertVisible(db, account, agent, conversationId);
      const rows = await db.query<Parameters<typeof agentOf>[0]>(
        `select ${agentColumns} from agent a where account = $1 and active
           and (position(lower($2) in lower(name)) > 0 or position(lower($2) in lower(coalesce(email, ''))) > 0)
           and ($3::text is null or exists (select 1 from conversation c where c.account = a.account and c.id = $3
             and (c.visible_to is null or c.visible_to && loop_principals(a.account, a.id))))
         order by name, id limit $4`,
        [account, text.trim(), conversationId ?? null, limit],
      );
      return {items: rows.map(agentOf)};
    },
  });

  define(api, services, {
    method: 'put',
    path: '/availability',
    contract: ['availability.set'],
    summary: 'Whether one takes work right now',
    body: z.object({availability}),
    run: async ({body, caller: {account, agent}}) => {
      await db.query('update agent set availability = $3 where account = $1 and id = $2', [account, agent, body.availability]);
      hub.pass({of: 'availability', account, agent, availability: body.availability});
    },
  });

  define(api, services, {
    method: 'get',
    path: '/profile',
    contract: ['profile.get'],
    summary: "One's own settings",
    result: profile,
    run: ({caller: {account, agent}}) => profileOf(db, account, agent),
  });

  define(api, services, {
    method: 'patch',
    path: '/profile',
    contract: ['profile.update'],
    summary: 'Changes what is given of them',
    body: z.object({
      name: z.string().max(200).optional(),
      displayName: z.string().max(200).optional(),
      email: z.string().optional(),
      signature: z.string().max(10_000).optional(),
      availability: availability.optional(),
      preferences: preferences.optional(),
      settings: z.array(attribute).max(100).readonly().optional(),
    }),
    result: profile,
    run: async ({body, caller: {account, agent}}) => {
      if (body.name !== undefined && !body.name.trim()) throw invalid('name', 'must not be empty', 'required');
      await db.query(
        `update agent set name = coalesce($3, name), display_name = coalesce($4, display_name), signature = coalesce($5, signature),
           availability = coalesce($6, availability), preferences = preferences || coalesce($7::jsonb, '{}'), settings = coalesce($8::jsonb, settings)
         where account = $1 and id = $2`,
        [
          account,
          agent,
          body.name?.trim() ?? null,
          body.displayName ?? null,
          body.signature ?? null,
          body.availability ?? null,
          body.preferences ? JSON.stringify(body.preferences) : null,
          body.settings ? JSON.stringify(body.settings) : null,
        ],
      );
      if (body.availability !== undefined) hub.pass({of: 'availability', account, agent, availability: body.availability});
      return profileOf(db, account, agent);
    },
  });

  define(api, services, {
    method: 'put',
    path: '/profile/avatar',
    contract: ['profile.setAvatar'],
    summary: "One's picture: the bytes of a PNG, JPEG, GIF or WebP as the body",
    takesBytes: true,
    result: profile,
    run: async ({caller, context}) => {
      const mime = context.req.header('content-type')?.split(';')[0]?.trim() ?? '';
      if (!/^image\/(png|jpeg|gif|webp)$/.test(mime)) throw invalid('file', 'must be a picture', 'mime');
      const bytes = await readBody(context.req.raw, avatarBytes);
      const stored = await storeFile(services, caller, {name: 'avatar', mime, bytes, public: true});
      const base = context.req.url.replace(/\/profile\/avatar(\?.*)?$/, '');
      return setAvatar(services, caller, `${base}/avatars/${caller.account}/${stored}`);
    },
  });

  define(api, services, {
    method: 'delete',
    path: '/profile/avatar',
    contract: ['profile.setAvatar'],
    summary: 'No picture any more',
    result: profile,
    run: ({caller}) => setAvatar(services, caller, null),
  });
}

async function setAvatar({db}: Services, {account, agent}: {account: string; agent: string}, url: string | null): Promise<Profile> {
  await db.query('update agent set avatar_url = $3 where account = $1 and id = $2', [account, agent, url]);
  return profileOf(db, account, agent);
}

interface ProfileRow {
  readonly name: string;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly signature: string | null;
  readonly avatar_url: string | null;
  readonly availability: Profile['availability'];
  readonly preferences: Profile['preferences'];
  readonly settings: Profile['settings'] | null;
}

async function profileOf(db: Queries, account: string, agent: string): Promise<Profile> {
  const [row] = await db.query<ProfileRow>(
    'select name, display_name, email, signature, avatar_url, availability, preferences, settings from agent where account = $1 and id = $2',
    [account, agent],
  );
  if (!row) throw notFound('agent');
  const {display_name, avatar_url, ...rest} = row;
  return {...present({...rest, displayName: display_name, avatarUrl: avatar_url}), name: row.name};
}

export async function personOf(db: Queries, account: string, agent: string): Promise<Agent> {
  const [row] = await db.query<Parameters<typeof agentOf>[0]>(`select ${agentColumns} from agent where account = $1 and id = $2`, [account, agent]);
  if (!row) throw notFound('agent');
  return agentOf(row);
}

