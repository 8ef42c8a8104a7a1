import type {Conversation} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects, NotProven} from '../claims.js';
import {declared, declaredIf} from '../needs.js';
import {readList} from '../walks.js';

export const organisingChecks = defineChecks([
  {
    id: 'counts/match-lists',
    level: 'feature',
    title: 'counts in each view as many conversations as its list holds',
    run: async (t) => {
      const counts = declared(t.session, 'counts');
      await t.conversation();
      for (const {id: view} of t.session.capabilities.views) {
        await t.eventually(`the count of the view '${view}' is null or that of its list`, async () => {
          const count = (await counts.get({})).views[view];
          return count == null || count === (await t.ids({view})).length;
        });
      }
    },
  },
  {
    id: 'counts/event-after-change',
    level: 'feature',
    title: 'tells that counts changed when a conversation comes or goes',
    run: async (t) => {
      const counts = declared(t.session, 'counts');
      declaredIf(t.session.capabilities.events.types.includes('counts.changed'), "there is no event 'counts.changed'");
      const id = await t.conversation();
      const view = t.view('active') ?? '';
      const before = (await counts.get({})).views[view];
      const watcher = await t.follow();
      await t.session.setState(id, 'archived', {});
      const event = await watcher.event(({type}) => type === 'counts.changed', 'changed counts are told');
      if (event.type !== 'counts.changed' || event.counts?.views[view] == null || before == null) return;
      claimEqual(event.counts.views[view], before - 1, 'the counts that are told are the new ones');
    },
  },
  {
    id: 'search/finds-message-text',
    level: 'feature',
    title: 'finds a conversation by the words of a message',
    run: async (t) => {
      const search = declared(t.session, 'search');
      const words = t.words('umbrella');
      const id = await t.conversation({text: words});
      const key = words.split(' ').at(-1) ?? words;
      await t.eventually('the words of a message are found', async () =>
        (await search.query(key, {}, {})).items.some((hit) => hit.conversationId === id && hit.title !== ''),
      );
      claimEqual((await search.query(t.key(), {}, {})).items, [], 'words that nobody wrote are not found');
    },
  },
  {
    id: 'search/no-operator-injection',
    level: 'feature',
    title: 'takes what is searched for as words, whatever signs are in it',
    run: async (t) => {
      const search = declared(t.session, 'search');
      await t.conversation();
      const key = t.key();
      for (const signs of [`${key}' OR '1'='1`, `${key}" OR *`, `${key}%`, `${key}) OR (a`, `${key} | * `, `.*${key}.*|.*`, `${key}\\`]) {
        const {items} = await search.query(signs, {}, {});
        claimEqual(items.map(({title}) => title), [], `the search for ${JSON.stringify(signs)} finds nothing: nobody wrote it`);
      }
    },
  },
  {
    id: 'tags/add-remove',
    level: 'feature',
    title: 'adds and removes tags',
    run: async (t) => {
      const {tags, tag} = await someTag(t.session, t.key());
      const id = await t.conversation();
      const names = (row: Conversation) => row.tags.map((one) => one.id);
      claim(names(await tags.set(id, {add: [tag]}, {})).includes(tag), 'set() answers the conversation with the tag');
      claim(names(await t.session.getConversation(id, {})).includes(tag), 'the added tag is there when read again');
      await tags.set(id, {add: [tag]}, {});
      claimEqual(names(await t.session.getConversation(id, {})).filter((one) => one === tag).length, 1, 'a tag added twice is there once');
      claim(!names(await tags.set(id, {remove: [tag]}, {})).includes(tag), 'set() answers the conversation without the removed tag');
      claim(!names(await t.session.getConversation(id, {})).includes(tag), 'the removed tag is gone when read again');
    },
  },
  {
    id: 'tags/parallel-adds-both-kept',
    level: 'feature',
    title: 'keeps both of two tags that two agents add at once',
    run: async (t) => {
      const tags = declared(t.session, 'tags');
      if (!tags.create && (await tags.list({})).length < 2) throw new NotProven('the backend has fewer than two tags');
      const known = (await tags.list({})).slice(0, 2).map(({id}) => id);
      while (known.length < 2 && tags.create) known.push((await tags.create(t.key(), {})).id);
      const [one = '', two = ''] = known;
      const id = await t.conversation();
      const theirs = declared(await t.other(), 'tags');
      await Promise.all([tags.set(id, {add: [one]}, {}), theirs.set(id, {add: [two]}, {})]);
      const found = (await t.session.getConversation(id, {})).tags.map((tag) => tag.id);
      claimEqual(found.filter((tag) => known.includes(tag)).sort(), known.toSorted(), 'both tags are there');
    },
  },
  {
    id: 'assign/me-none-other',
    level: 'feature',
    title: 'assigns a conversation to me, to a colleague and to nobody',
    run: async (t) => {
      const assignment = declared(t.session, 'assignment');
      const id = await t.conversation();
      const other = (await t.other()).me.id;
      const candidates = (await assignment.candidates(id, {})).map((one) => one.id);
      for (const agent of [t.session.me.id, other]) claim(candidates.includes(agent), `agent ${agent} is among the candidates`);
      for (const agentId of [t.session.me.id, other, null]) {
        const answered = await assignment.assign(id, {agentId}, {});
        claimEqual(answered.assignee?.id ?? null, agentId, 'assign() answers the conversation with its new assignee');
        claimEqual((await t.session.getConversation(id, {})).assignee?.id ?? null, agentId, 'the new assignee is there when read again');
      }
      await assignment.assign(id, {agentId: other}, {});
      const {assignee} = await assignment.assign(id, {}, {});
      claimEqual(assignee?.id, other, 'a key that is absent stays as it is');
    },
  },
  {
    id: 'assign/event-seen',
    level: 'feature',
    title: 'tells an agent that a colleague assigned a conversation',
    run: async (t) => {
      const theirs = declared(await t.other(), 'assignment');
      const id = await t.conversation();
      const watcher = await t.follow();
      await theirs.assign(id, {agentId: t.session.me.id}, {});
      await watcher.event(
        (one) =>
          (one.type === 'conversation.upserted' && one.conversation.id === id && one.conversation.assignee?.id === t.session.me.id) ||
          (one.type === 'conversation.touched' && one.id === id),
        'the assignment is told',
      );
    },
  },
  {
    id: 'read/unread-zero-after-mark',
    level: 'feature',
    title: 'counts no unread messages once they are marked read',
    run: async (t) => {
      const readState = declared(t.session, 'readState');
      const id = await t.conversation();
      const {id: last} = await t.seed.incoming(id, t.words('Hello?'));
      const before = (await t.session.getConversation(id, {})).unread;
      claim(before === null || before > 0, `\`unread\` of a conversation with new messages is above 0, not ${before ?? ''}`);
      await readState.markRead(id, last, {});
      const unread = async () => (await t.session.getConversation(id, {})).unread;
      await t.eventually('`unread` is 0 after all messages were marked read', async () => [0, null].includes(await unread()));
      const theirs = (await (await t.other()).getConversation(id, {})).unread;
      if (before !== null && theirs !== null) claim(theirs > 0, 'what one agent has read stays unread for the other');
      if (!readState.markUnread) return;
      await readState.markUnread(id, undefined, {});
      await t.eventually('`unread` is above 0 after markUnread()', async () => (await unread()) !== 0);
    },
  },
  {
    id: 'views/saved-round-trip',
    level: 'feature',
    title: 'saves, lists and removes a view, and answers its list',
    run: async (t) => {
      const views = declared(t.session, 'views');
      declaredIf(views.save, "the group 'views' has no save()");
      const me = t.session.me.id;
      const saved = await views.save({label: t.words('Mine'), filter: {assignee: 'me'}}, {});
      claimEqual(saved.role, 'saved', "a saved view has role 'saved'");
      claim((await views.list({})).some(({id}) => id === saved.id), 'a saved view is listed');
      const rows = await readList(t.session, {view: saved.id});
      claim(rows.every((row) => row.assignee?.id === me), 'the list of a saved view holds what its filter lets through');
      if (!views.remove) return;
      await views.remove(saved.id, {});
      claim(!(await views.list({})).some(({id}) => id === saved.id), 'a removed view is not listed');
      await claimRejects(t.session.listConversations({view: saved.id}, {}), 'not-found', 'a removed view cannot be listed');
    },
  },
  {
    id: 'bulk/partial-failure-reported',
    level: 'feature',
    title: 'moves several conversations at once and tells which of them failed',
    run: async (t) => {
      const bulk = declared(t.session, 'bulk');
      const ids = [await t.conversation(), t.key(), await t.conversation()];
      const results = await bulk.setState(ids, 'archived', {});
      claimEqual(results.map(({id}) => id).sort(), ids.toSorted(), 'there is one result for each id');
      for (const {id, ok, error} of results) {
        const exists = id !== ids[1];
        claimEqual(ok, exists, `\`ok\` of ${exists ? 'a' : 'an unknown'} conversation is ${exists}`);
        if (!exists) claimEqual(error?.code, 'not-found', 'the result of an unknown conversation says why');
      }
      claimEqual((await t.session.getConversation(ids[2] ?? '', {})).state, 'archived', 'one failure leaves the others done');
    },
  },
]);

async function someTag(session: Parameters<typeof declared>[0], name: string) {
  const tags = declared(session, 'tags');
  const tag = (await tags.list({}))[0] ?? (await tags.create?.(name, {}));
  if (!tag) throw new NotProven('the backend has no tag and cannot make one');
  return {tags, tag: tag.id};
}
