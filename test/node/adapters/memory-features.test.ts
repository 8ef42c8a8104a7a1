import {describe, expect, it} from 'vitest';
import type {NotificationKind, Session} from '../../../src/contract/index.js';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import {FakeClock} from '../../support/fake-clock.js';
import {context, follow, openDesk, reply, settle, smallDesk} from './memory-support.js';

const lastActivity = async (session: Session, id: string) =>
  (await session.listMessages(id, {}, {})).items.findLast(({activity}) => activity)?.activity;

const file = (size: number, mime = 'text/plain', name = 'a.txt') => ({name, mime, blob: new Blob(['x'.repeat(size)], {type: mime})});

describe('what an agent does to a conversation', () => {
  it.each<[string, (session: Session) => Promise<unknown> | undefined, object]>([
    ['tags', (session) => session.tags?.set('invoice', {add: ['late'], remove: ['vip']}, {}), {
      type: 'tagged',
      added: [{id: 'late', name: 'Late'}],
      removed: [{id: 'vip', name: 'VIP', color: '#a0f'}],
    }],
    ['priority', (session) => session.priority?.set('invoice', 'high', {}), {type: 'priority', to: 'high'}],
    ['assignment', (session) => session.assignment?.assign('invoice', {agentId: null}, {}), {type: 'assigned', to: null}],
    ['a team', (session) => session.assignment?.assign('invoice', {teamId: 'billing'}, {}), {
      type: 'assigned',
      to: {type: 'team', id: 'billing', name: 'Billing'},
    }],
    ['an escalation', (session) => session.escalations?.raise('invoice', {reason: 'Press'}, {}), {type: 'escalated', reason: 'Press'}],
    ['its end', (session) => session.escalations?.clear('invoice-escalation', {}), {type: 'escalation-cleared', reason: 'Legal threat'}],
    ['a hand-off', (session) => session.automation?.handOff('invoice', 'bot', {}), {type: 'handed', to: 'bot'}],
    ['a snooze', (session) => session.setState('invoice', 'snoozed', {}), {type: 'state', from: 'active', to: 'snoozed'}],
  ])('writes %s into the thread, raises the version and is told to all', async (_what, act, activity) => {
    const {ann, ben} = await openDesk();
    const events = follow(ben);
    await settle();
    const before = await ann.getConversation('invoice', {});
    await act(ann);
    await settle();
    const after = await ann.getConversation('invoice', {});
    expect(await lastActivity(ann, 'invoice')).toEqual(activity);
    expect(after.rev).toBeGreaterThan(before.rev ?? 0);
    expect(after.version).not.toBe(before.version);
    expect(events.of('conversation.upserted').at(-1)?.conversation.rev).toBe(after.rev);
    expect(after.activityAt).toBe(before.activityAt);
    await events.stop();
  });

  it('that changes nothing writes nothing', async () => {
    const {ann} = await openDesk();
    const before = await ann.listMessages('invoice', {}, {});
    await ann.tags?.set('invoice', {add: ['vip'], remove: ['late']}, {});
    await ann.priority?.set('invoice', null, {});
    await ann.assignment?.assign('invoice', {agentId: 'ann'}, {});
    await ann.automation?.handOff('invoice', 'agent', {});
    expect(await ann.listMessages('invoice', {}, {})).toEqual(before);
  });

  it('keeps both tags that two agents add at once', async () => {
    const {ann, ben} = await openDesk();
    await Promise.all([ann.tags?.set('parcel', {add: ['vip']}, {}), ben.tags?.set('parcel', {add: ['late']}, {})]);
    expect((await ann.getConversation('parcel', {})).tags.map(({id}) => id)).toEqual(['vip', 'late']);
  });

  it('may be a macro of several things', async () => {
    const {ann} = await openDesk();
    await ann.macros?.run('urgent', 'parcel', {});
    expect(await ann.getConversation('parcel', {})).toMatchObject({priority: 'urgent', tags: [{id: 'late'}]});
  });

  it('may be done to many at once, with an answer for each', async () => {
    const {ann, backend} = await openDesk();
    await backend.deny('parcel', 'archive', 'Not this one');
    const results = await ann.bulk?.setState(['invoice', 'parcel', 'nowhere'], 'archived', {});
    expect(results?.map(({id, ok, error}) => [id, ok, error?.code])).toEqual([
      ['invoice', true, undefined],
      ['parcel', false, 'forbidden'],
      ['nowhere', false, 'not-found'],
    ]);
  });
});

describe('notifications', () => {
  it.each<[NotificationKind, (desk: Awaited<ReturnType<typeof openDesk>>) => Promise<unknown> | undefined]>([
    ['assigned', ({ann}) => ann.assignment?.assign('parcel', {agentId: 'ben'}, {})],
    ['mention', ({ann}) => ann.sendMessage({...reply('parcel', '@Ben'), kind: 'note', mentions: ['ben']}, {})],
    ['escalation', ({ann}) => ann.escalations?.raise('parcel', {toTeamId: 'billing'}, {})],
    ['new-conversation', ({backend}) => backend.conversation({contact: 'mia', text: 'Hello'})],
  ])('tell Ben of %s, live, and not Ann of what she did', async (kind, act) => {
    const desk = await openDesk();
    const before = await desk.ann.notifications?.list({}, {});
    const events = follow(desk.ben);
    await settle();
    await act(desk);
    await settle();
    expect(events.of('notification.upserted').map(({notification, unread}) => [notification.kind, unread])).toEqual([[kind, 1]]);
    const mine = await desk.ann.notifications?.list({}, {});
    expect((mine?.items.length ?? 0) - (before?.items.length ?? 0)).toBe(kind === 'new-conversation' ? 1 : 0);
    await events.stop();
  });

  it('tell the assignee of a new message, once for several, with the newest', async () => {
    const {ann, ben, backend} = await openDesk();
    await backend.as('ann').assign('parcel', 'ben');
    await ben.notifications?.markRead('all', {});
    await backend.incoming('parcel', 'One');
    const newest = await backend.incoming('parcel', 'Two');
    const {items} = (await ben.notifications?.list({unread: true}, {})) ?? {items: []};
    expect(items.map(({kind, messageId, body}) => [kind, messageId, body])).toEqual([['new-message', newest.id, 'Two']]);
    expect((await ann.listMessages('parcel', {around: newest.id}, {})).items.map(({id}) => id)).toContain(newest.id);
  });

  it('tell the assignee of a ticket somebody else raises', async () => {
    const {ann, ben} = await openDesk();
    await ben.tickets?.create({clientId: 't1', conversationId: 'invoice', title: 'Broken', fields: {area: 'web'}}, {});
    expect((await ann.notifications?.list({}, {}))?.items[0]).toMatchObject({kind: 'ticket', body: 'Broken'});
  });

  it('are read and unread one by one or all, in pages', async () => {
    const {ann, backend, clock} = await openDesk();
    for (let n = 0; n < 3; n++) {
      await clock.advance(1000);
      await backend.conversation({contact: 'mia', text: `Hello ${n}`});
    }
    const first = await ann.notifications?.list({limit: 2}, {});
    const second = await ann.notifications?.list({limit: 9, cursor: first?.next}, {});
    const ids = [...(first?.items ?? []), ...(second?.items ?? [])].map(({id}) => id);
    expect([new Set(ids).size, first?.unread]).toEqual([5, 5]);
    await ann.notifications?.markRead(ids.slice(0, 2), {});
    expect((await ann.notifications?.list({unread: true}, {}))?.items).toHaveLength(3);
    await ann.notifications?.markRead('all', {});
    await ann.notifications?.markUnread?.(ids[0] ?? '', {});
    expect((await ann.notifications?.list({}, {}))?.unread).toBe(1);
    await ann.notifications?.remove?.(ids, {});
    expect((await ann.notifications?.list({}, {}))?.items).toEqual([]);
  });
});

describe('what has been read', () => {
  it('is each agent’s own, moves on with a mark and back with another', async () => {
    const {ann, ben, backend} = await openDesk();
    const unread = async (session: Session) => (await session.getConversation('invoice', {})).unread;
    expect([await unread(ann), await unread(ben)]).toEqual([1, 0]);
    const first = await backend.incoming('invoice', 'One');
    await backend.incoming('invoice', 'Two');
    expect([await unread(ann), await unread(ben)]).toEqual([3, 2]);
    await ann.readState?.markRead('invoice', first.id, {});
    expect(await ann.getConversation('invoice', {})).toMatchObject({unread: 1, readUpTo: first.id});
    await ann.readState?.markRead('invoice', undefined, {});
    expect([await unread(ann), await unread(ben)]).toEqual([0, 2]);
    await ann.readState?.markUnread?.('invoice', first.id, {});
    expect(await unread(ann)).toBe(2);
    expect((await ann.counts?.get({}))?.unread).toBe(1);
  });

  it('is told to this agent’s other tabs only, and makes no version of anybody old', async () => {
    const {ann, ben} = await openDesk();
    const [mine, theirs] = [follow(ann), follow(ben)];
    await settle();
    const {version} = await ben.getConversation('invoice', {});
    await ann.readState?.markRead('invoice', undefined, {});
    await settle();
    expect(mine.of('conversation.upserted').map((event) => event.conversation.unread)).toEqual([0]);
    expect(theirs.events).toEqual([]);
    await ben.setState('invoice', 'archived', {ifVersion: version});
    await Promise.all([mine.stop(), theirs.stop()]);
  });
});

describe('search', () => {
  it('finds words in messages, conversations and contacts, with a piece of the text around', async () => {
    const {ann, backend} = await openDesk();
    await backend.incoming('parcel', `${'before '.repeat(30)}the ZIP is broken${' after'.repeat(30)}`);
    const {items = []} = (await ann.search?.query('zip broken', {}, {})) ?? {};
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({scope: 'message', conversationId: 'parcel', title: 'Ole Berg'});
    expect(items[0]?.excerpt).toMatch(/^….*ZIP is broken.*…$/);
    const scopes = (await ann.search?.query('mia', {}, {}))?.items.map(({scope}) => scope);
    expect(new Set(scopes)).toEqual(new Set(['conversation', 'contact']));
    expect((await ann.search?.query('mia', {scope: ['contact']}, {}))?.items).toMatchObject([{contactId: 'mia'}]);
  });

  it('finds text through marks and entities', async () => {
    const {ann} = await openDesk();
    expect((await ann.search?.query('parcel & i', {scope: ['message']}, {}))?.items).toHaveLength(1);
    expect((await ann.search?.query('style', {scope: ['message']}, {}))?.items).toHaveLength(0);
  });

  it.each(['*', 'in*', 'invoice OR parcel', '"invoice"', 'subject:invoice', '-nothing', '.*', '%', ''])(
    'takes %o for text, not for an order',
    async (text) => {
      const {ann} = await openDesk();
      expect((await ann.search?.query(text, {}, {}))?.items).toEqual([]);
    },
  );

  it('comes in pages', async () => {
    const {ann, backend} = await openDesk();
    for (let n = 0; n < 5; n++) await backend.incoming('parcel', `needle ${n}`);
    const seen: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await ann.search?.query('needle', {limit: 2, cursor}, {});
      seen.push(...(page?.items ?? []).map(({messageId}) => messageId));
      cursor = page?.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(5);
  });
});

describe('tickets', () => {
  it('have the form of the file', async () => {
    const {ann} = await openDesk();
    expect((await ann.tickets?.form('invoice', {}))?.fields.map(({key}) => key)).toEqual(['area', 'steps']);
  });

  it('are made once per client id, numbered, linked and told', async () => {
    const {ann, ben} = await openDesk();
    const events = follow(ben);
    await settle();
    const wanted = {clientId: 't1', conversationId: 'invoice', title: ' Broken ', fields: {area: 'web'}};
    const [one, two] = await Promise.all([ann.tickets?.create(wanted, {}), ann.tickets?.create(wanted, {})]);
    await settle();
    expect(one).toMatchObject({number: 'T-1001', title: 'Broken', open: true, conversationId: 'invoice'});
    expect(two?.id).toBe(one?.id);
    expect((await ann.tickets?.list('invoice', {}))?.map(({id}) => id)).toEqual([one?.id]);
    expect(events.of('ticket.upserted')).toHaveLength(1);
    expect(await lastActivity(ann, 'invoice')).toEqual({type: 'ticket', ticketId: one?.id, number: 'T-1001'});
    await events.stop();
  });

  it.each([
    [{title: ' '}, ['title', 'fields.area']],
    [{title: 'x', fields: {area: 'moon'}}, ['fields.area']],
    [{title: 'x', fields: {area: 'web', steps: 'x'.repeat(21)}}, ['fields.steps']],
    [{title: 'x', fields: {area: 'web', colour: 'red'}}, ['fields.colour']],
  ])('of %o are refused by the paths of their fields', async (ticket, paths) => {
    const {ann} = await openDesk();
    const error = await ann.tickets?.create({clientId: 't', ...ticket}, {}).catch((e: unknown) => e);
    expect(error).toMatchObject({code: 'validation', init: {issues: paths.map((path) => ({path}))}});
  });

  it('for a mail address that is not known yet make its contact', async () => {
    const {ann} = await openDesk();
    await ann.tickets?.create({clientId: 't', title: 'x', contact: {email: 'new@x.example', name: 'New'}, fields: {area: 'web'}}, {});
    expect((await ann.contacts?.search?.('new@x', {}))?.map(({name}) => name)).toEqual(['New']);
  });
});

describe('contacts', () => {
  it('are changed for everybody, in their conversations too', async () => {
    const {ann, ben} = await openDesk();
    const events = follow(ben);
    await settle();
    const contact = await ann.contacts?.update?.('mia', {name: 'Mia North'}, {});
    await settle();
    expect(contact?.name).toBe('Mia North');
    expect((await ben.getConversation('invoice', {})).contact.name).toBe('Mia North');
    expect(events.types).toEqual(expect.arrayContaining(['contact.upserted', 'conversation.upserted']));
    await events.stop();
  });

  it('are refused on an older version, and with what is no mail address', async () => {
    const {ann} = await openDesk();
    const before = await ann.contacts?.get('mia', {});
    await ann.contacts?.update?.('mia', {phone: '1'}, {ifVersion: before?.version});
    await expect(ann.contacts?.update?.('mia', {phone: '2'}, {ifVersion: before?.version})).rejects.toMatchObject({code: 'conflict'});
    await expect(ann.contacts?.update?.('mia', {email: 'nope'}, {})).rejects.toMatchObject({code: 'validation'});
    await expect(ann.contacts?.get('nobody', {})).rejects.toMatchObject({code: 'not-found'});
  });

  it('have all their conversations, newest first, archived or not', async () => {
    const {ann} = await openDesk();
    await ann.setState('invoice', 'archived', {});
    const first = await ann.contacts?.conversations('mia', {limit: 1}, {});
    const second = await ann.contacts?.conversations('mia', {limit: 1, cursor: first?.next}, {});
    expect([first?.items[0]?.id, second?.items[0]?.id, second?.next]).toEqual(['invoice', 'robot', undefined]);
  });
});

describe('files', () => {
  it('go up with progress, travel with a message and come down the same', async () => {
    const {ann} = await openDesk();
    const loaded: number[] = [];
    const ref = await ann.upload?.put(file(1000), {onProgress: (progress) => loaded.push(progress.loaded)});
    expect([loaded, loaded.at(-1)]).toEqual([[...loaded].sort((a, b) => a - b), 1000]);
    const {message} = await ann.sendMessage(reply('invoice', '', {attachments: ref ? [ref] : []}), {});
    const [attachment] = message.attachments;
    expect(attachment).toMatchObject({name: 'a.txt', mime: 'text/plain', bytes: 1000});
    const link = attachment && (await ann.download?.url(attachment, {}));
    expect(await (await fetch(link?.href ?? '')).text()).toBe('x'.repeat(1000));
    link?.revoke?.();
  });

  it('that are small pictures show at once', async () => {
    const {ann} = await openDesk();
    const {message} = await ann.sendMessage(reply('invoice', '', {attachments: [file(10, 'image/png', 'a.png')]}), {});
    expect(message.attachments[0]?.url).toMatch(/^data:image\/png;base64,/);
  });

  it('that are too large are refused', async () => {
    const {ann} = await openDesk({maxFileBytes: 1000});
    await expect(ann.upload?.put(file(1001), {})).rejects.toMatchObject({code: 'validation', init: {issues: [{path: 'file'}]}});
  });

  it('leave nothing behind when aborted', async () => {
    const {ann, backend} = await openDesk();
    const controller = new AbortController();
    const reason = new Error('stop');
    const putting = ann.upload?.put(file(1000), {
      signal: controller.signal,
      onProgress: ({loaded}) => loaded > 0 && controller.abort(reason),
    });
    await expect(putting).rejects.toBe(reason);
    expect(await backend.snapshot()).toMatchObject({files: []});
  });
});

describe('who is there', () => {
  it('is told on change to the others, with what they do, and forgotten when they go', async () => {
    const {ann, ben} = await openDesk();
    const [mine, theirs] = [follow(ann), follow(ben)];
    await settle();
    await ann.presence?.set('invoice', 'noting', {});
    await ann.typing?.set('invoice', true, 'note', {});
    await settle();
    expect(mine.of('presence').flatMap(({people}) => people)).toEqual([]);
    expect(theirs.of('presence')[0]?.people).toMatchObject([{agent: {id: 'ann'}, doing: 'noting'}]);
    expect(theirs.of('typing')[0]).toMatchObject({author: {kind: 'agent', id: 'ann'}, kind: 'note', on: true});
    expect(theirs.of('typing')[0]?.ttlMs).toBeGreaterThan(0);
    expect(mine.of('typing')).toEqual([]);
    await ann.close();
    await settle();
    expect(theirs.of('presence').at(-1)?.people).toEqual([]);
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  it('is told to somebody who has only just come, until it is old', async () => {
    const {ann, ben, clock} = await openDesk();
    await ann.presence?.set('invoice', 'viewing', {});
    const soon = follow(ben);
    await settle();
    expect(soon.of('presence')[0]?.people).toHaveLength(1);
    await clock.advance(60_000);
    const late = follow(ben);
    await settle();
    expect(late.of('presence')).toEqual([]);
    await Promise.all([soon.stop(), late.stop()]);
  });

  it('and how available they are, is told', async () => {
    const {ann, ben} = await openDesk();
    const events = follow(ben);
    await settle();
    await ann.availability?.set('busy', {});
    await settle();
    expect(events.of('availability')).toEqual([{type: 'availability', agentId: 'ann', availability: 'busy'}]);
    expect((await ben.getConversation('invoice', {})).assignee?.availability).toBe('busy');
    expect((await ben.directory?.agents({text: 'low'}, {}))?.map(({id}) => id)).toEqual(['ann']);
    await events.stop();
  });
});

describe('small things', () => {
  it('of an agent’s own are in the profile', async () => {
    const {ann} = await openDesk();
    await ann.profile?.update?.({signature: 'Ann', preferences: {enterSends: true}}, {});
    await ann.profile?.update?.({preferences: {theme: 'dark'}}, {});
    await ann.profile?.setAvatar?.({name: 'a.png', mime: 'image/png', blob: new Blob(['x'])}, {});
    expect(await ann.profile?.get({})).toMatchObject({
      name: 'Ann Low',
      signature: 'Ann',
      avatarUrl: 'data:image/png;base64,eA==',
      preferences: {enterSends: true, theme: 'dark'},
    });
  });

  it('canned are found by the start of their shortcut or their text', async () => {
    const {ann} = await openDesk();
    const find = async (text: string) => (await ann.canned?.find(text, {kind: 'reply'}, {}))?.map(({shortcut}) => shortcut);
    expect([await find('hel'), await find('can i'), await find('nope')]).toEqual([['hello'], ['hello'], []]);
  });

  it('saved as a view are listed, counted, told and taken away', async () => {
    const {ann, ben} = await openDesk();
    const events = follow(ben);
    await settle();
    const view = await ann.views?.save?.({label: 'Important', filter: {tags: ['vip']}}, {});
    await settle();
    expect((await ben.listConversations({view: view?.id ?? ''}, {})).items.map(({id}) => id)).toEqual(['invoice']);
    expect((await ben.counts?.get({}))?.views).toMatchObject({unowned: 2, [view?.id ?? '']: 1});
    expect(events.types).toContain('views.changed');
    await ann.views?.remove?.(view?.id ?? '', {});
    expect((await ann.views?.list({}))?.map(({id}) => id)).toEqual(['unowned']);
    await events.stop();
  });

  it('of one’s own can be edited and deleted, those of others not', async () => {
    const {ann, ben, backend} = await openDesk();
    const {message} = await ann.sendMessage({...reply('invoice', 'Tpyo'), kind: 'note'}, {});
    const edited = await ann.editMessage?.edit('invoice', message.id, {format: 'text', value: 'Typo'}, {ifVersion: message.version});
    expect(edited).toMatchObject({body: {value: 'Typo'}, editedAt: expect.any(String)});
    const again = ann.editMessage?.edit('invoice', message.id, {format: 'text', value: 'x'}, {ifVersion: message.version});
    await expect(again).rejects.toMatchObject({code: 'conflict', init: {reason: 'version'}});
    await expect(ben.editMessage?.edit('invoice', message.id, {format: 'text', value: 'x'}, {})).rejects.toMatchObject({code: 'forbidden'});
    await ann.deleteMessage?.remove('invoice', message.id, {});
    const {items} = await ben.listMessages('invoice', {}, {});
    expect(items.find(({id}) => id === message.id)).toMatchObject({deleted: true, body: {value: ''}});
    expect(await backend.contactSees('invoice')).toEqual(['I look.']);
  });

  it('like an address of mail and a quoted message come back as they went', async () => {
    const {ann} = await openDesk();
    const [first] = (await ann.listMessages('invoice', {}, {})).items;
    const mail = {to: [{address: 'mia@shop.example'}], cc: [{address: 'boss@shop.example', name: 'Boss'}], subject: 'Re: 7'};
    const {message} = await ann.sendMessage(reply('invoice', 'Here', {mail, replyTo: first?.id}), {});
    expect(message).toMatchObject({replyTo: first?.id, mail: {...mail, from: {address: 'ann@desk.example', name: 'Ann Low'}}});
  });
});

describe('a feature', () => {
  it('is there unless the adapter says no', async () => {
    const {ann} = await openDesk();
    const absent = Object.entries(ann).filter(([, group]) => group === undefined).map(([name]) => name);
    expect(absent).toEqual(['lookup', 'identity']);
    const bare = await createMemoryAdapter({data: smallDesk, automated: false, idempotentSend: 'lookup'}).connect(context(new FakeClock()), {});
    expect([bare.automation, typeof bare.lookup?.sent]).toEqual([undefined, 'function']);
  });
});
