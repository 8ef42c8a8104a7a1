import {z} from '@hono/zod-openapi';
import type {BodyFormat, ConversationFilter, ConversationSort, Tag, ViewDef} from '../../../src/contract/index.js';
import {define, type Api} from '../http/define.js';
import {invalid, notFound} from '../errors.js';
import {notificationPage} from '../read/attention.js';
import {countsFor} from '../read/lists.js';
import {searchPage} from '../read/search.js';
import * as calls from '../schemas/calls.js';
import {cannedReply, id, tag, writtenKind} from '../schemas/model.js';
import type {Caller, Services} from '../services.js';
import {newId, present} from '../values.js';
import {removeNotifications, setRead} from '../write/notify.js';
import {write} from '../write/write.js';

const one = z.object({id});
const ids = z.array(id).max(1_000).readonly();
const newView = z.object({label: z.string().max(200), filter: calls.filter, sort: calls.sort.optional()});

export function organisingRoutes(api: Api, services: Services): void {
  const {db} = services;

  define(api, services, {
    method: 'get',
    path: '/counts',
    contract: ['counts.get'],
    summary: 'How many conversations each view holds',
    result: calls.counts,
    run: ({caller: {account, agent}}) => countsFor(db, account, agent),
  });

  define(api, services, {
    method: 'get',
    path: '/search',
    contract: ['search.query'],
    summary: 'Conversations, messages and contacts that hold all words; each as the beginning of one',
    query: z.object({text: calls.words, scope: calls.many(calls.scope).optional(), cursor: calls.cursor.optional(), limit: calls.limit.optional()}),
    result: calls.page(calls.searchHit),
    run: ({query, caller: {account, agent}}) => searchPage(db, account, agent, query),
  });

  define(api, services, {
    method: 'get',
    path: '/tags',
    contract: ['tags.list'],
    summary: 'Tags of the account',
    result: calls.items(tag),
    run: async ({caller: {account}}) => {
      const rows = await db.query<Tag>('select id, name, color from tag where account = $1 order by lower(name), id', [account]);
      return {items: rows.map((row) => present<Tag>(row))};
    },
  });

  define(api, services, {
    method: 'post',
    path: '/tags',
    contract: ['tags.create'],
    summary: 'Makes a tag, or answers the one of this name',
    body: z.object({name: z.string().max(200)}),
    result: tag,
    status: 201,
    run: async ({body, caller: {account}}) => {
      const name = body.name.trim();
      if (!name) throw invalid('name', 'must not be empty', 'required');
      await db.query('insert into tag (account, id, name) values ($1, $2, $3) on conflict (account, lower(name)) do nothing', [account, newId('tag'), name]);
      const [row] = await db.query<Tag>('select id, name, color from tag where account = $1 and lower(name) = lower($2)', [account, name]);
      if (!row) throw notFound('tag');
      return present<Tag>(row);
    },
  });

  define(api, services, {
    method: 'get',
    path: '/canned',
    contract: ['canned.find'],
    summary: 'Canned replies whose shortcut begins with the text, then those that hold it',
    query: z.object({text: calls.words.optional(), conversationId: id.optional(), kind: writtenKind.optional()}),
    result: calls.items(cannedReply),
    run: async ({query: {text = ''}, caller: {account}}) => {
      const rows = await db.query<{id: string; shortcut: string; format: BodyFormat; body: string}>(
        `select id, shortcut, format, body from canned where account = $1
           and (position(lower($2) in lower(shortcut)) > 0 or position(lower($2) in lower(body)) > 0)
         order by not starts_with(lower(shortcut), lower($2)), shortcut, id`,
        [account, text.trim()],
      );
      return {items: rows.map(({format, body, ...row}) => ({...row, body: {format, value: body}}))};
    },
  });

  define(api, services, {
    method: 'get',
    path: '/views',
    contract: ['views.list'],
    summary: 'Saved views of the account',
    result: calls.items(calls.view),
    run: async ({caller: {account}}) => {
      const rows = await db.query<ViewRow>('select id, label, filter, sort from saved_view where account = $1 order by created_at, id', [account]);
      return {items: rows.map(viewOf)};
    },
  });

  define(api, services, {
    method: 'post',
    path: '/views',
    contract: ['views.save'],
    summary: 'Saves a new view',
    body: newView,
    result: calls.view,
    status: 201,
    run: ({body, caller}) => saveView(services, caller, body, undefined),
  });

  define(api, services, {
    method: 'put',
    path: '/views/{id}',
    contract: ['views.save'],
    summary: 'Saves a view that is there',
    params: one,
    body: newView,
    result: calls.view,
    run: ({params, body, caller}) => saveView(services, caller, body, params.id),
  });

  define(api, services, {
    method: 'delete',
    path: '/views/{id}',
    contract: ['views.remove'],
    summary: 'Removes a saved view',
    params: one,
    run: ({params, caller: {account}}) =>
      write(services, account, async (work) => {
        const gone = await work.query('delete from saved_view where account = $1 and id = $2 returning 1', [account, params.id]);
        if (gone.length === 0) throw notFound('view');
        work.say({kind: 'plain', data: {type: 'views.changed'}});
      }),
  });

  define(api, services, {
    method: 'get',
    path: '/notifications',
    contract: ['notifications.list'],
    summary: 'What one has been told, newest first',
    query: z.object({unread: calls.flag.optional(), cursor: calls.cursor.optional(), limit: calls.limit.optional()}),
    result: calls.notificationPage,
    run: ({query, caller: {account, agent}}) => notificationPage(db, account, agent, query),
  });

  define(api, services, {
    method: 'post',
    path: '/notifications/read',
    contract: ['notifications.markRead'],
    summary: 'Marks these or all read',
    body: z.object({ids: z.union([ids, z.literal('all')])}),
    run: ({body, caller: {account, agent}}) => write(services, account, (work) => setRead(work, agent, body.ids === 'all' ? null : body.ids, work.now)),
  });

  define(api, services, {
    method: 'post',
    path: '/notifications/remove',
    contract: ['notifications.remove'],
    summary: 'Takes these away',
    body: z.object({ids}),
    run: ({body, caller: {account, agent}}) => write(services, account, (work) => removeNotifications(work, agent, body.ids)),
  });

  define(api, services, {
    method: 'post',
    path: '/notifications/{id}/unread',
    contract: ['notifications.markUnread'],
    summary: 'Marks one unread',
    params: one,
    run: ({params, caller: {account, agent}}) =>
      write(services, account, async (work) => {
        const [found] = await work.query('select 1 from notification where account = $1 and agent = $2 and id = $3', [account, agent, params.id]);
        if (!found) throw notFound('notification');
        await setRead(work, agent, [params.id], null);
      }),
  });
}

interface ViewRow {
  readonly id: string;
  readonly label: string;
  readonly filter: ConversationFilter;
  readonly sort: ConversationSort | null;
}

const viewOf = ({sort, ...row}: ViewRow): ViewDef => ({...row, role: 'saved', ...(sort !== null && {sort})});

async function saveView(services: Services, {account}: Caller, {label, filter, sort}: z.output<typeof newView>, known: string | undefined): Promise<ViewDef> {
  if (!label.trim()) throw invalid('label', 'must not be empty', 'required');
  return write(services, account, async (work) => {
    const values = [account, known ?? newId('view'), label.trim(), JSON.stringify(filter), sort ?? null];
    const [row] =
      known === undefined
        ? await work.query<ViewRow>(
            'insert into saved_view (account, id, label, filter, sort, created_at) values ($1, $2, $3, $4, $5, $6) returning id, label, filter, sort',
            [...values, work.now],
          )
        : await work.query<ViewRow>(
            'update saved_view set label = $3, filter = $4, sort = $5 where account = $1 and id = $2 returning id, label, filter, sort',
            values,
          );
    if (!row) throw notFound('view');
    work.say({kind: 'plain', data: {type: 'views.changed'}});
    return viewOf(row);
  });
}
