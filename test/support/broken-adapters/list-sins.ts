import {AdapterError, type Conversation, type Cursor} from '../../../src/contract/index.js';
import {withItems, type Sin} from './sin.js';

/** Sins of lists and records. */
export const listSins: readonly Sin[] = [
  {
    that: 'lists only what is assigned',
    caughtBy: 'list/active-contains-open',
    saying: /an open conversation is in the active view/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations(query, options);
        return withItems(page, page.items.filter(({assignee}) => assignee != null));
      },
    }),
  },
  {
    that: 'drops a row while paging',
    caughtBy: 'list/pages-cover-all-once',
    saying: /no row is missing/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations(query, options);
        return query.cursor === undefined ? page : withItems(page, page.items.slice(1));
      },
    }),
  },
  {
    that: 'repeats a row while paging',
    caughtBy: 'list/pages-cover-all-once',
    saying: /no row comes twice/,
    session: (session) => {
      let last: readonly Conversation[] = [];
      return {
        ...session,
        listConversations: async (query, options) => {
          const page = await session.listConversations(query, options);
          const items = query.cursor === undefined ? page.items : [...last, ...page.items];
          last = page.items.slice(-1);
          return withItems(page, items);
        },
      };
    },
  },
  {
    that: 'ignores the limit',
    caughtBy: 'list/limit-respected',
    saying: /at most 1 rows/,
    session: (session) => ({
      ...session,
      listConversations: (query, options) => session.listConversations({...query, limit: 3}, options),
    }),
  },
  {
    that: 'never ends a list',
    caughtBy: 'list/last-page-has-no-next',
    saying: /comes to an end; the cursor .* was given twice/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations({...query, cursor: query.cursor === 'end' ? undefined : query.cursor}, options);
        return {...page, next: page.next ?? 'end'};
      },
    }),
  },
  {
    that: 'gives objects as cursors',
    caughtBy: 'list/cursor-survives-json-roundtrip',
    saying: /`next` is a string/,
    session: (session) => {
      const positions = new Map<unknown, Cursor>();
      return {
        ...session,
        listConversations: async (query, options) => {
          const page = await session.listConversations({...query, cursor: positions.get(query.cursor)}, options);
          if (page.next === undefined) return page;
          const next = {} as unknown as Cursor;
          positions.set(next, page.next);
          return {...page, next};
        },
      };
    },
  },
  {
    that: 'forgets a cursor once it was used',
    caughtBy: 'list/cursor-survives-json-roundtrip',
    saying: /leads to the same page/,
    session: (session) => {
      const used = new Set<Cursor>();
      return {
        ...session,
        listConversations: async (query, options) => {
          if (query.cursor === undefined || !used.has(query.cursor)) {
            if (query.cursor !== undefined) used.add(query.cursor);
            return session.listConversations(query, options);
          }
          return {items: []};
        },
      };
    },
  },
  {
    that: 'begins anew for a cursor it does not know',
    caughtBy: 'list/garbage-cursor-is-validation',
    saying: /cursor from elsewhere is refused/,
    session: (session) => ({
      ...session,
      listConversations: (query, options) =>
        session.listConversations(query, options).catch(() => session.listConversations({...query, cursor: undefined}, options)),
    }),
  },
  {
    that: 'answers an empty list for a view it does not know',
    caughtBy: 'list/unknown-view-is-not-found',
    saying: /unknown view is refused.*accepted/,
    session: (session) => ({
      ...session,
      listConversations: (query, options) => session.listConversations(query, options).catch(() => ({items: []})),
    }),
  },
  {
    that: 'pages by counting rows',
    caughtBy: 'list/no-row-lost-while-paging-under-writes',
    saying: /no row that stayed in the list is lost/,
    session: (session) => ({
      ...session,
      listConversations: async ({cursor = '0', limit = 50, ...query}, options) => {
        const {items} = await session.listConversations({...query, sort: 'created-asc', limit: 100}, options);
        const end = Number(cursor) + limit;
        return {items: items.slice(Number(cursor), end), next: end < items.length ? String(end) : undefined};
      },
    }),
  },
  {
    that: 'turns the order of a list round',
    caughtBy: 'list/order-matches-sort',
    saying: /rows come in the order/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations(query, options);
        return withItems(page, page.items.toReversed());
      },
    }),
  },
  {
    that: 'throws where a list is empty',
    caughtBy: 'list/empty-is-empty-not-error',
    saying: /not-found/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations(query, options);
        if (page.items.length === 0) throw new AdapterError({code: 'not-found', message: 'not-found: nothing there'});
        return page;
      },
    }),
  },
  {
    that: 'counts the rows of the page as the total',
    caughtBy: 'list/total-honest',
    saying: /`total` counts all rows/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations(query, options);
        return {...page, total: page.items.length};
      },
    }),
  },
  {
    that: 'ignores a filter that it declares',
    caughtBy: 'list/each-declared-filter-narrows',
    saying: /filter \{"contact":.*only what fits/,
    session: (session) => ({
      ...session,
      listConversations: ({filter, ...query}, options) =>
        session.listConversations(filter?.contact === undefined ? {...query, filter} : query, options),
    }),
  },
  {
    that: 'takes filters that it does not declare',
    caughtBy: 'list/undeclared-filter-is-unsupported',
    saying: /undeclared filter \{"topic"/,
    session: (session) => ({
      ...session,
      capabilities: {...session.capabilities, filters: session.capabilities.filters.filter((key) => key !== 'topic')},
    }),
  },
  {
    that: 'lists archived conversations in the active view too',
    caughtBy: 'list/active-archived-automated-are-disjoint',
    saying: /in one of the views only/,
    session: (session) => ({
      ...session,
      listConversations: async (query, options) => {
        const page = await session.listConversations(query, options);
        if (query.view !== 'active' || query.cursor !== undefined) return page;
        const archived = await session.listConversations({view: 'archived'}, options);
        return withItems(page, [...page.items, ...archived.items]);
      },
    }),
  },
  {
    that: 'tells something else in a row than by itself',
    caughtBy: 'list/row-equals-get',
    saying: /`subject` of a row/,
    session: (session) => ({
      ...session,
      getConversation: async (...given) => ({...(await session.getConversation(...given)), subject: 'Re: Re: Re:'}),
    }),
  },
  {
    that: 'answers null for what does not exist',
    caughtBy: 'get/not-found',
    saying: /unknown id is refused.*accepted: null/,
    session: (session) => ({
      ...session,
      getConversation: (...given) => session.getConversation(...given).catch(() => null as unknown as Conversation),
    }),
  },
  {
    that: 'shows what the agent may not see',
    caughtBy: 'get/forbidden-not-leaked-as-data',
    saying: /hidden conversation is refused.*accepted/,
    session: async (session, _context, {adapter, agents}) => {
      const other = await adapter.connect(agents[1], {});
      return {...session, getConversation: (...given) => other.getConversation(...given)};
    },
  },
  {
    that: 'tells local times without a zone',
    caughtBy: 'entity/required-fields-and-iso-times',
    saying: /`conversation.createdAt` is a time as ISO 8601 with a zone/,
    session: (session) => ({
      ...session,
      getConversation: async (...given) => ({...(await session.getConversation(...given)), createdAt: '2026-03-23 09:00:00'}),
    }),
  },
  {
    that: 'leaves the list of tags out where it is empty',
    caughtBy: 'entity/required-fields-and-iso-times',
    saying: /`conversation.tags` is a list/,
    session: (session) => ({
      ...session,
      getConversation: async (...given) => {
        const {tags: _tags, ...rest} = await session.getConversation(...given);
        return rest as Conversation;
      },
    }),
  },
  {
    that: 'names records by numbers',
    caughtBy: 'entity/ids-are-strings-and-stable',
    saying: /an id is a string that is not empty, not number/,
    session: (session) => ({
      ...session,
      listMessages: async (...given) => {
        const page = await session.listMessages(...given);
        return withItems(page, page.items.map((message, index) => ({...message, id: index as unknown as string})));
      },
    }),
  },
  {
    that: 'counts wrongly',
    caughtBy: 'counts/match-lists',
    saying: /the count of the view 'active'/,
    session: (session) => ({
      ...session,
      counts: {get: async () => ({views: {active: 999, archived: 0, automated: 0}})},
    }),
  },
];
