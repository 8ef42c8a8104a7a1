import {describe, expect, it, vi} from 'vitest';
import {createMemoryAdapter, type FileConversation} from '../../../src/adapters/memory/index.js';
import {FakeClock} from '../../support/fake-clock.js';
import {context, follow, openDesk, reply, settle, smallDesk} from './memory-support.js';

describe('connecting to the memory adapter', () => {
  it.each([
    ['a token names the agent', 'cy', undefined, 'cy'],
    ['a fresh token of the same agent names them too', 'cy#2', undefined, 'cy'],
    ['without a token the option names them', undefined, 'ben', 'ben'],
    ['without either it is the me of the file', undefined, undefined, 'ann'],
  ])('%s', async (_what, token, agent, expected) => {
    const adapter = createMemoryAdapter({data: smallDesk, agent});
    const session = await adapter.connect(context(new FakeClock(), token), {});
    expect(session.me.id).toBe(expected);
  });

  it('refuses a token that is nobody’s', async () => {
    const adapter = createMemoryAdapter({data: smallDesk});
    await expect(adapter.connect(context(new FakeClock(), 'eve'), {})).rejects.toMatchObject({code: 'auth'});
  });

  it('moves the times of the file so that its now is now', async () => {
    const {ann, clock} = await openDesk();
    const invoice = await ann.getConversation('invoice', {});
    expect(clock.now() - Date.parse(invoice.activityAt)).toBe(30 * 60_000);
  });

  it('asks for a desk again that could not be loaded', async () => {
    let tries = 0;
    const adapter = createMemoryAdapter({data: () => (tries++ === 0 ? Promise.reject(new Error('offline')) : smallDesk)});
    await expect(adapter.connect(context(new FakeClock()), {})).rejects.toThrow('offline');
    expect((await adapter.connect(context(new FakeClock()), {})).me.id).toBe('ann');
  });

  it('freezes what it can do', async () => {
    const {ann} = await openDesk();
    expect(Object.isFrozen(ann.capabilities.views[0])).toBe(true);
  });

  it('leaves the automated view and the hand-off out when told so, and shows the bot’s conversations in Active', async () => {
    const {ann} = await openDesk({automated: false});
    expect(ann.capabilities.views.map(({id}) => id)).toEqual(['active', 'archived']);
    expect(ann.automation).toBeUndefined();
    const active = await ann.listConversations({view: 'active'}, {});
    expect(active.items.map(({id}) => id)).toContain('robot');
  });
});

describe('listing conversations', () => {
  it('keeps the three fixed views apart', async () => {
    const {ann} = await openDesk();
    await ann.setState('parcel', 'archived', {});
    const ids = async (view: string) => (await ann.listConversations({view}, {})).items.map(({id}) => id);
    expect(await ids('active')).toEqual(['invoice']);
    expect(await ids('archived')).toEqual(['parcel']);
    expect(await ids('automated')).toEqual(['robot']);
  });

  it('shows in a saved view what is not archived and passes its filter', async () => {
    const {ann} = await openDesk();
    const ids = async () => (await ann.listConversations({view: 'unowned'}, {})).items.map(({id}) => id);
    expect(await ids()).toEqual(['parcel', 'robot']);
    await ann.setState('parcel', 'archived', {});
    await ann.assignment?.assign('robot', {agentId: 'ben'}, {});
    expect(await ids()).toEqual([]);
  });

  it.each([
    ['activity-desc', ['d', 'c', 'b', 'a']],
    ['activity-asc', ['a', 'b', 'c', 'd']],
    ['created-desc', ['c', 'b', 'a', 'd']],
    ['created-asc', ['d', 'a', 'b', 'c']],
    ['waiting-asc', ['a', 'c', 'd', 'b']],
    ['priority-desc', ['b', 'c', 'd', 'a']],
  ] as const)('sorts by %s', async (sort, expected) => {
    const said = (hour: number, kind: 'incoming' | 'reply' = 'incoming') => {
      const at = `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`;
      return kind === 'incoming' ? {kind, at, text: 'x'} : {kind, at, by: 'ann', text: 'x'};
    };
    const base = {channel: {kind: 'sms'}, contact: 'mia'};
    const conversations: FileConversation[] = [
      {...base, id: 'a', messages: [said(2)]},
      {...base, id: 'b', priority: 'urgent', messages: [said(3), said(4, 'reply')]},
      {...base, id: 'c', priority: 'low', messages: [said(5)]},
      {...base, id: 'd', messages: [said(1), said(6, 'reply'), said(7)]},
    ];
    const {ann} = await openDesk({data: {...smallDesk, conversations}});
    const {items} = await ann.listConversations({view: 'active', sort}, {});
    expect(items.map(({id}) => id)).toEqual(expected);
  });

  it.each([
    [{assignee: 'me'}, ['invoice']],
    [{assignee: 'none'}, ['parcel']],
    [{assignee: 'ann'}, ['invoice']],
    [{tags: ['vip']}, ['invoice']],
    [{tags: ['vip', 'late']}, []],
    [{channel: 'web-chat'}, ['parcel']],
    [{inbox: 'help'}, ['invoice']],
    [{contact: 'ole'}, ['parcel']],
    [{unread: true}, ['invoice']],
    [{unread: false}, ['parcel']],
    [{topic: 'question'} as const, ['invoice']],
    [{escalated: true}, ['invoice']],
    [{priority: 'high'} as const, []],
    [{updatedSince: '2026-03-24T13:00:00Z'}, ['invoice']],
    [{assignee: undefined}, ['invoice', 'parcel']],
  ])('narrows by %o', async (filter, expected) => {
    const {ann} = await openDesk();
    const {items, total} = await ann.listConversations({view: 'active', filter}, {});
    expect([items.map(({id}) => id), total]).toEqual([expected, expected.length]);
  });

  it.each([
    ['an unknown view', {view: 'nowhere'}, 'not-found'],
    ['a cursor it did not make', {view: 'active', cursor: 'page-2'}, 'validation'],
    ['a filter it does not have', {view: 'active', filter: {mood: 'bad'}}, 'unsupported'],
    ['a sort it does not have', {view: 'active', sort: 'mood-desc'}, 'unsupported'],
    ['a limit of nothing', {view: 'active', limit: 0}, 'validation'],
  ])('refuses %s', async (_what, query, code) => {
    const {ann} = await openDesk();
    await expect(ann.listConversations(query as never, {})).rejects.toMatchObject({code});
  });

  it('refuses a cursor of another order', async () => {
    const {ann} = await openDesk();
    const {next} = await ann.listConversations({view: 'active', limit: 1}, {});
    await expect(ann.listConversations({view: 'active', sort: 'created-asc', cursor: next}, {})).rejects.toMatchObject({
      code: 'validation',
    });
  });

  it('puts snoozed conversations below the others', async () => {
    const {ann} = await openDesk();
    await ann.setState('invoice', 'snoozed', {until: 'next-message'});
    const {items} = await ann.listConversations({view: 'active'}, {});
    expect(items.map(({id}) => id)).toEqual(['parcel', 'invoice']);
  });

  it('shows everything once, page by page, while others write', async () => {
    const {ann, backend} = await openDesk();
    const many = await backend.many(40);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ann.listConversations({view: 'active', sort: 'created-asc', limit: 7, cursor}, {});
      seen.push(...page.items.map(({id}) => id));
      cursor = page.next === undefined ? undefined : (JSON.parse(JSON.stringify(page.next)) as string);
      await backend.many(1);
      // The row that the cursor names goes away, too.
      await ann.setState(seen.at(-1) ?? '', 'archived', {});
    } while (cursor !== undefined && seen.length < 200);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['invoice', 'parcel', ...many]));
  });

  it('goes back to the page before', async () => {
    const {ann, backend} = await openDesk();
    await backend.many(9);
    const first = await ann.listConversations({view: 'active', limit: 4}, {});
    const second = await ann.listConversations({view: 'active', limit: 4, cursor: first.next}, {});
    const again = await ann.listConversations({view: 'active', limit: 4, cursor: second.prev}, {});
    expect(again.items.map(({id}) => id)).toEqual(first.items.map(({id}) => id));
    expect([first.prev, again.prev]).toEqual([undefined, undefined]);
  });

  it('gives a row the same as the conversation itself', async () => {
    const {ann} = await openDesk();
    const {items} = await ann.listConversations({view: 'active'}, {});
    expect(items[0]).toEqual(await ann.getConversation('invoice', {}));
  });

  it('shows a preview without tags', async () => {
    const {ann} = await openDesk();
    expect((await ann.getConversation('parcel', {})).preview).toBe('My parcel & I');
  });

  it('shows what files are called as the preview of a message that is nothing but files', async () => {
    const {ann} = await openDesk();
    const attachments = ['seam.png', 'strap.png'].map((name) => ({name, mime: 'image/png', blob: new Blob(['x'])}));
    await ann.sendMessage({conversationId: 'parcel', clientId: 'files', kind: 'reply', body: {format: 'text', value: ''}, attachments}, {});
    expect((await ann.getConversation('parcel', {})).preview).toBe('seam.png, strap.png');
  });

  it('does not sort 100,000 conversations anew after each change', async () => {
    const conversations = Array.from({length: 100_000}, (_, n): FileConversation => {
      const at = new Date(Date.UTC(2026, 1, 1) + ((n * 7919) % 100_000) * 1000).toISOString();
      return {id: `c${n}`, channel: {kind: 'sms'}, contact: 'mia', messages: [{kind: 'incoming', at, text: 'Hi'}]};
    });
    const {ann, backend} = await openDesk({data: {...smallDesk, conversations}});
    await ann.listConversations({view: 'active'}, {});
    const sorts = [vi.spyOn(Array.prototype, 'sort'), vi.spyOn(Array.prototype, 'toSorted')];
    for (let round = 0; round < 20; round++) {
      await backend.incoming(`c${round * 5000}`, 'again');
      const {items} = await ann.listConversations({view: 'active'}, {});
      expect(items[0]?.preview).toBe('again');
    }
    const sorted = sorts.flatMap((sort) => (sort.mock.contexts as readonly unknown[][]).map(({length}) => length));
    for (const sort of sorts) sort.mockRestore();
    expect(Math.max(0, ...sorted)).toBeLessThan(1_000);
  });
});

describe('reading a thread', () => {
  it('walks to both ends without gap or overlap', async () => {
    const {ann, backend} = await openDesk();
    for (let n = 1; n <= 12; n++) await backend.incoming('parcel', `line ${n}`);
    const latest = await ann.listMessages('parcel', {limit: 5}, {});
    const middle = await ann.listMessages('parcel', {limit: 5, before: latest.prev ?? ''}, {});
    const oldest = await ann.listMessages('parcel', {limit: 5, before: middle.prev ?? ''}, {});
    const all = [...oldest.items, ...middle.items, ...latest.items];
    expect(all.map(({body}) => body.value).slice(1)).toEqual(Array.from({length: 12}, (_, n) => `line ${n + 1}`));
    expect(all.map(({order}) => order)).toEqual(all.map(({order}) => order).sort());
    expect([oldest.prev, latest.next]).toEqual([undefined, undefined]);
    const forward = await ann.listMessages('parcel', {limit: 5, after: oldest.next ?? ''}, {});
    expect(forward.items.map(({id}) => id)).toEqual(all.slice(oldest.items.length, oldest.items.length + 5).map(({id}) => id));
  });

  it('opens a thread around a message', async () => {
    const {ann, backend} = await openDesk();
    for (let n = 1; n <= 9; n++) await backend.incoming('parcel', `line ${n}`);
    const {items} = await ann.listMessages('parcel', {}, {});
    const page = await ann.listMessages('parcel', {around: items[4]?.id ?? '', limit: 3}, {});
    expect(page.items.map(({id}) => id)).toEqual(items.slice(3, 6).map(({id}) => id));
    await expect(ann.listMessages('parcel', {around: 'nope'}, {})).rejects.toMatchObject({code: 'not-found'});
  });

  it('keeps a backdated message, after those that were there', async () => {
    const {ann, backend} = await openDesk();
    await backend.setBackdated('invoice', 'sent by post', '2020-01-01T00:00:00Z');
    const {items} = await ann.listMessages('invoice', {}, {});
    expect([items.at(-1)?.body.value, items.at(-1)?.createdAt]).toEqual(['sent by post', '2020-01-01T00:00:00.000Z']);
  });
});

describe('events of the memory adapter', () => {
  it('begin with a batch that names a cursor, even when nothing happened', async () => {
    const {ann} = await openDesk();
    const events = follow(ann);
    await settle();
    expect(events.batches).toEqual([{events: [], cursor: expect.any(String), phase: 'live'}]);
    await events.stop();
  });

  it('tell a reply to its author under the client id and to the colleague', async () => {
    const {ann, ben} = await openDesk();
    const mine = follow(ann);
    const theirs = follow(ben);
    await settle();
    const sent = reply('invoice', 'On its way');
    const {message} = await ann.sendMessage(sent, {});
    await settle();
    for (const seen of [mine, theirs]) {
      expect(seen.of('message.upserted').map((event) => event.message.id)).toEqual([message.id]);
      expect(seen.of('conversation.upserted').at(-1)?.conversation.preview).toBe('On its way');
    }
    expect(mine.of('message.upserted')[0]?.message.clientId).toBe(sent.clientId);
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  it('tell what was missed after a cursor that went through JSON, then go on live', async () => {
    const {ann, backend} = await openDesk();
    const before = follow(ann);
    await settle();
    const cursor = JSON.parse(JSON.stringify(before.cursor)) as string;
    await before.stop();
    for (let n = 0; n < 500; n++) await backend.incoming('parcel', `line ${n}`);
    const after = follow(ann, cursor);
    await settle();
    expect(after.batches[0]?.phase).toBe('catching-up');
    expect(after.batches.at(-1)?.phase).toBe('live');
    const lines = after.of('message.upserted').map(({message}) => message.body.value);
    expect(lines).toEqual(Array.from({length: 500}, (_, n) => `line ${n}`));
    await after.stop();
  });

  it('answer a cursor that is too old with a reset', async () => {
    const {ann, backend} = await openDesk({logLimit: 10});
    const before = follow(ann);
    await settle();
    const {cursor} = before;
    await before.stop();
    for (let n = 0; n < 40; n++) await backend.incoming('parcel', `line ${n}`);
    const after = follow(ann, cursor);
    await settle();
    expect(after.events[0]).toEqual({type: 'reset', reason: 'cursor-expired', scope: 'all'});
    await after.stop();
  });

  it('answer the cursor of another backend with a reset', async () => {
    const {ann} = await openDesk();
    const other = follow(ann, 'e1.elsewhere.7');
    await settle();
    expect(other.events[0]).toEqual({type: 'reset', reason: 'server-restart', scope: 'all'});
    await other.stop();
  });

  it('refuse a cursor nobody made', async () => {
    const {ann} = await openDesk();
    const broken = follow(ann, 'yesterday');
    await settle();
    expect(broken.outcome.error).toMatchObject({code: 'validation'});
  });

  it('reject with the reason of the signal when aborted', async () => {
    const {ann} = await openDesk();
    const events = follow(ann);
    await settle();
    await events.stop();
    expect(events.outcome.error).toEqual(new Error('stopped'));
  });

  it('keep silent about what an agent may not see, and say when it is taken from their sight', async () => {
    const {ann, backend} = await openDesk();
    const events = follow(ann);
    await settle();
    const hidden = await backend.conversation({contact: 'mia', text: 'secret', hiddenFrom: ['ann']});
    await backend.incoming(hidden.id, 'more');
    await settle();
    expect(events.events).toEqual([]);
    await expect(ann.getConversation(hidden.id, {})).rejects.toMatchObject({code: 'not-found'});
    await backend.hide('parcel', ['ann']);
    await settle();
    expect(events.of('conversation.removed')).toEqual([{type: 'conversation.removed', id: 'parcel'}]);
    expect((await ann.listConversations({view: 'active'}, {})).items.map(({id}) => id)).toEqual(['invoice']);
    await events.stop();
  });

  it('tell new counts when they change', async () => {
    const {ann} = await openDesk();
    const events = follow(ann);
    await settle();
    await ann.setState('parcel', 'archived', {});
    await settle();
    expect(events.of('counts.changed').at(-1)?.counts).toMatchObject({views: {active: 1, archived: 1, automated: 1}, mine: 1, unassigned: 0});
    await events.stop();
  });

  it('end when the session closes, and leave no timer behind', async () => {
    const {ann, ben, clock} = await openDesk();
    const events = follow(ann);
    await settle();
    await ann.setState('parcel', 'snoozed', {until: '2026-03-25T09:00:00Z'});
    await settle();
    expect(clock.pending).toBe(1);
    await ann.close();
    await ann.close();
    await ben.close();
    await settle();
    expect([events.outcome.ended, clock.pending]).toEqual([true, 0]);
    await expect(ann.getConversation('invoice', {})).rejects.toMatchObject({code: 'network', applied: 'no'});
  });
});
