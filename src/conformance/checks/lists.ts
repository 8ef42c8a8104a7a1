import type {ConversationFilter, Id} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import type {CheckContext} from '../context.js';
import {claim, claimEqual, claimRejects, NotProven} from '../claims.js';
import {declaredIf} from '../needs.js';
import {filterSamples, isOrdered} from '../list-rules.js';
import {listPages, readList, repeated} from '../walks.js';

export const listChecks = defineChecks([
  {
    id: 'list/active-contains-open',
    level: 'core',
    title: 'lists an open conversation in the active view',
    run: async (t) => {
      const id = await t.conversation();
      const view = t.view('active') ?? '';
      await t.eventually('an open conversation is in the active view', async () => (await t.ids({view})).includes(id));
    },
  },
  {
    id: 'list/active-archived-automated-are-disjoint',
    level: 'core',
    title: 'lists each conversation in one of active, archived and automated only',
    run: async (t) => {
      const open = await t.conversation();
      const closed = await t.conversation();
      await t.session.setState(closed, 'archived', {});
      const automated = t.view('automated') ? await t.conversation({automated: true}) : undefined;
      const wanted = {active: open, archived: closed, automated};
      const seen = new Map<Id, string>();
      for (const role of ['active', 'archived', 'automated'] as const) {
        const view = t.view(role);
        if (view === undefined) continue;
        const expected = wanted[role];
        const ids = await t.eventually(`the ${role} view holds its conversation`, async () => {
          const list = await t.ids({view});
          return (expected === undefined || list.includes(expected)) && list;
        });
        for (const id of ids) {
          claim(!seen.has(id), `conversation ${id} is in one of the views only, not in ${seen.get(id) ?? ''} and in ${role}`);
          seen.set(id, role);
        }
      }
    },
  },
  {
    id: 'list/unknown-view-is-not-found',
    level: 'core',
    title: 'answers `not-found` for a view that does not exist',
    run: async (t) => {
      await claimRejects(t.session.listConversations({view: t.key()}, {}), 'not-found', 'an unknown view is refused');
    },
  },
  {
    id: 'list/pages-cover-all-once',
    level: 'core',
    title: 'gives every row of a list exactly once over its pages',
    run: async (t) => {
      const made = await several(t, 7);
      const view = t.view('active') ?? '';
      const ids = await t.ids({view, limit: 3});
      claimEqual(repeated(ids), [], 'no row comes twice while paging');
      claimEqual(made.filter((id) => !ids.includes(id)), [], 'no row is missing after paging to the end');
      claimEqual(ids.toSorted(), (await t.ids({view})).toSorted(), 'small pages and large pages hold the same rows');
    },
  },
  {
    id: 'list/limit-respected',
    level: 'core',
    title: 'answers at most `limit` rows, and says that there are more',
    run: async (t) => {
      await several(t, 4);
      for (const limit of [1, 3]) {
        const page = await t.session.listConversations({view: t.view('active') ?? '', limit}, {});
        claim(page.items.length > 0, `a page of a longer list with limit ${limit} is not empty`);
        claim(page.items.length <= limit, `a page with limit ${limit} holds at most ${limit} rows, not ${page.items.length}`);
        claim(page.next !== undefined, `a page with limit ${limit} of a longer list names \`next\``);
      }
    },
  },
  {
    id: 'list/last-page-has-no-next',
    level: 'core',
    title: 'ends a list: the last page has no `next`, and no page is empty before it',
    run: async (t) => {
      await several(t, 4);
      const view = t.view('active') ?? '';
      const total = (await t.ids({view})).length;
      const pages = await listPages(t.session, {view, limit: Math.max(1, Math.floor(total / 2))});
      claim(pages.every((page) => page.items.length > 0), 'no page of a list that has rows is empty');
      claimEqual(pages.at(-1)?.next, undefined, 'the last page has no `next`');
      const whole = await t.session.listConversations({view, limit: total}, {});
      claimEqual(whole.next, undefined, 'a page that holds the whole list has no `next`');
    },
  },
  {
    id: 'list/cursor-survives-json-roundtrip',
    level: 'core',
    title: 'makes cursors that work after a trip through JSON',
    run: async (t) => {
      await several(t, 4);
      const query = {view: t.view('active') ?? '', limit: 2};
      const {next} = await t.session.listConversations(query, {});
      claim(typeof next === 'string', '`next` is a string');
      const direct = await t.session.listConversations({...query, cursor: next}, {});
      const kept = (JSON.parse(JSON.stringify({next})) as {next: string}).next;
      const again = await t.session.listConversations({...query, cursor: kept}, {});
      const ids = (page: typeof direct) => page.items.map(({id}) => id);
      claimEqual(ids(again), ids(direct), 'a cursor out of JSON leads to the same page');
    },
  },
  {
    id: 'list/garbage-cursor-is-validation',
    level: 'core',
    title: 'answers `validation` for a cursor that it did not make',
    run: async (t) => {
      const query = {view: t.view('active') ?? '', cursor: `!garbage ${t.key()}`};
      await claimRejects(t.session.listConversations(query, {}), 'validation', 'a cursor from elsewhere is refused');
    },
  },
  {
    id: 'list/order-matches-sort',
    level: 'core',
    title: 'orders lists as each declared sort says, the first one where none is asked for',
    run: async (t) => {
      const made = await several(t, 4);
      await t.reply(made[1] ?? '', t.words('Answered'));
      const view = t.view('active') ?? '';
      const {sorts} = t.session.capabilities;
      for (const sort of sorts) {
        claim(isOrdered(await readList(t.session, {view, sort, limit: 3}), sort), `rows come in the order '${sort}'`);
      }
      claim(isOrdered(await readList(t.session, {view}), sorts[0] ?? 'activity-desc'), `without a sort rows come in the order '${sorts[0] ?? ''}'`);
    },
  },
  {
    id: 'list/no-row-lost-while-paging-under-writes',
    level: 'core',
    title: 'loses no row that did not change while others leave and join the list',
    run: async (t) => {
      await several(t, 8);
      const view = t.view('active') ?? '';
      const before = await t.ids({view});
      const first = await t.session.listConversations({view, limit: 3}, {});
      // More rows leave than join: an adapter that counts rows would be put right by as many new ones.
      const gone = first.items.slice(0, 2).map(({id}) => id);
      for (const id of gone) await t.session.setState(id, 'archived', {});
      await t.conversation();
      const rest = first.next === undefined ? [] : await t.ids({view, limit: 3, cursor: first.next});
      const seen = [...first.items.map(({id}) => id), ...rest];
      claimEqual(before.filter((id) => !gone.includes(id) && !seen.includes(id)), [], 'no row that stayed in the list is lost by paging');
    },
  },
  {
    id: 'list/empty-is-empty-not-error',
    level: 'core',
    title: 'answers an empty page where nothing fits',
    run: async (t) => {
      const {filters} = t.session.capabilities;
      if (!filters.includes('contact')) throw new NotProven("without the filter 'contact' no list is surely empty");
      const filter: ConversationFilter = {contact: (await t.contact()).id};
      const page = await t.session.listConversations({view: t.view('active') ?? '', filter}, {});
      claimEqual(page.items, [], 'the list of a contact without conversations is empty');
      claimEqual(page.next, undefined, 'an empty list has no `next`');
    },
  },
  {
    id: 'list/total-honest',
    level: 'core',
    title: 'tells totals as it declares them: exact ones are right, unknown ones are null',
    run: async (t) => {
      await several(t, 4);
      const view = t.view('active') ?? '';
      const {totals} = t.session.capabilities;
      const {total} = await t.session.listConversations({view, limit: 2}, {});
      if (totals === 'exact') claimEqual(total, (await t.ids({view})).length, 'an exact `total` counts all rows of the list');
      if (totals === 'unknown') claim(total == null, `a \`total\` that is declared unknown is null or absent, not ${total ?? ''}`);
      if (totals === 'estimate') claim(total == null || total >= 0, 'an estimated `total` is null or a count');
    },
  },
  {
    id: 'list/each-declared-filter-narrows',
    level: 'core',
    title: 'narrows the list by each filter that it declares',
    run: async (t) => {
      const id = await t.conversation();
      await t.conversation();
      const view = t.view('active') ?? '';
      const all = await readList(t.session, {view});
      const row = all.find((one) => one.id === id) ?? (await t.session.getConversation(id, {}));
      for (const {key, filter, fits} of filterSamples(row, t.session.me, t.now())) {
        if (!t.session.capabilities.filters.includes(key)) continue;
        const rows = await readList(t.session, {view, filter});
        const wrong = rows.filter((one) => !fits(one)).map((one) => one.id);
        claimEqual(wrong, [], `the filter ${JSON.stringify(filter)} lets through only what fits`);
        const known = all.filter(fits).map((one) => one.id);
        const missing = known.filter((one) => !rows.some((found) => found.id === one));
        claimEqual(missing, [], `the filter ${JSON.stringify(filter)} keeps all that fits`);
      }
    },
  },
  {
    id: 'list/undeclared-filter-is-unsupported',
    level: 'core',
    title: 'answers `unsupported` for a filter that it does not declare',
    run: async (t) => {
      const row = await t.session.getConversation(await t.conversation(), {});
      const samples = filterSamples(row, t.session.me, t.now());
      const undeclared = samples.filter(({key}) => !t.session.capabilities.filters.includes(key));
      declaredIf(undeclared.length > 0, 'the adapter declares every filter');
      for (const {filter} of undeclared) {
        const call = t.session.listConversations({view: t.view('active') ?? '', filter}, {});
        await claimRejects(call, 'unsupported', `the undeclared filter ${JSON.stringify(filter)} is refused`);
      }
    },
  },
]);

/** Makes conversations and waits until all of them are in the active view. */
async function several(t: CheckContext, count: number): Promise<readonly Id[]> {
  const made: Id[] = [];
  for (let index = 0; index < count; index++) made.push(await t.conversation());
  await t.eventually('new conversations are in the active view', async () => {
    const ids = await t.ids({view: t.view('active') ?? ''});
    return made.every((id) => ids.includes(id));
  });
  return made;
}
