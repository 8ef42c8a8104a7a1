import {describe, expect, it} from 'vitest';
import {AdapterError, type Action, type Session} from '../../../src/contract/index.js';
import {follow, openDesk, reply, settle, text} from './memory-support.js';

const bodies = async (session: Session, id: string) =>
  (await session.listMessages(id, {limit: 200}, {})).items.filter(({kind}) => kind !== 'activity').map(({body}) => body.value);

const activities = async (session: Session, id: string) =>
  (await session.listMessages(id, {limit: 200}, {})).items.flatMap(({activity}) => activity ?? []);

describe('sending the same client id twice', () => {
  it('stores one message where the backend tells them apart, also in parallel', async () => {
    const {ann} = await openDesk();
    const message = reply('invoice', 'Once');
    const [one, two] = await Promise.all([ann.sendMessage(message, {}), ann.sendMessage(message, {})]);
    const three = await ann.sendMessage(message, {});
    expect(new Set([one, two, three].map((result) => result.message.id)).size).toBe(1);
    expect((await bodies(ann, 'invoice')).filter((body) => body === 'Once')).toHaveLength(1);
  });

  it('is a conflict when the message is another one', async () => {
    const {ann} = await openDesk();
    const message = reply('invoice', 'Once');
    await ann.sendMessage(message, {});
    await expect(ann.sendMessage({...message, body: text('Twice')}, {})).rejects.toMatchObject({
      code: 'conflict',
      init: {reason: 'client-id-reused'},
    });
  });

  it('is no matter between two agents', async () => {
    const {ann, ben} = await openDesk();
    const message = reply('invoice', 'Same id');
    await ann.sendMessage(message, {});
    await ben.sendMessage(message, {});
    expect((await bodies(ann, 'invoice')).filter((body) => body === 'Same id')).toHaveLength(2);
  });

  it('can be looked up where the backend offers that', async () => {
    const {ann} = await openDesk({idempotentSend: 'lookup'});
    const message = reply('invoice', 'Once');
    expect(await ann.lookup?.sent('invoice', message.clientId, {})).toBeNull();
    const sent = await ann.sendMessage(message, {});
    expect((await ann.lookup?.sent('invoice', message.clientId, {}))?.id).toBe(sent.message.id);
  });

  it('stores two where nothing tells them apart, and names the client id to its author only, once', async () => {
    const {ann, ben} = await openDesk({idempotentSend: 'none'});
    expect(ann.lookup).toBeUndefined();
    const [mine, theirs] = [follow(ann), follow(ben)];
    await settle();
    const {cursor} = mine;
    const message = reply('invoice', 'Again');
    const first = await ann.sendMessage(message, {});
    await ann.sendMessage(message, {});
    await settle();
    expect((await bodies(ann, 'invoice')).filter((body) => body === 'Again')).toHaveLength(2);
    const reread = await ann.listMessages('invoice', {}, {});
    const replay = follow(ann, cursor);
    await settle();
    expect(first.message.clientId).toBe(message.clientId);
    expect(mine.of('message.upserted').map((event) => event.message.clientId)).toEqual([message.clientId, message.clientId]);
    const others = [...theirs.of('message.upserted'), ...replay.of('message.upserted')].map((event) => event.message);
    expect([...reread.items, ...others].some(({clientId}) => clientId !== undefined)).toBe(false);
    await Promise.all([mine.stop(), theirs.stop(), replay.stop()]);
  });
});

describe('what is refused', () => {
  it.each([
    ['an empty body', {body: text('  \n')}, 'body.value'],
    ['a body of 100,001 characters', {body: text('x'.repeat(100_001))}, 'body.value'],
    ['an unknown kind', {kind: 'shout'}, 'kind'],
    ['an unknown format', {body: {format: 'rtf', value: 'x'}}, 'body.format'],
    ['a mention in a reply', {mentions: ['ben']}, 'mentions'],
    ['a mention of nobody', {kind: 'note', mentions: ['ben', 'eve']}, 'mentions.1'],
    ['an answer to a message that is not there', {replyTo: 'nope'}, 'replyTo'],
    ['an upload that is not there', {attachments: [{ref: 'nope', name: 'a', mime: 'b', bytes: 1}]}, 'attachments.0.ref'],
  ])('%s, by its path, and nothing is stored', async (_what, change, path) => {
    const {ann} = await openDesk();
    const before = await bodies(ann, 'invoice');
    const error: unknown = await ann.sendMessage({...reply('invoice', 'x'), ...change} as never, {}).catch((e: unknown) => e);
    expect(AdapterError.is(error) && error.init.code === 'validation' && error.init.issues.map((issue) => issue.path)).toEqual([path]);
    expect(await bodies(ann, 'invoice')).toEqual(before);
  });

  it('a reply written before the newest message was seen, but not a note, and not after asking', async () => {
    const {ann, backend} = await openDesk();
    const seen = await backend.incoming('invoice', 'Old news');
    const newer = await backend.as('ben').reply('invoice', 'I took it');
    const fresh = reply('invoice', 'Let me see');
    const stale = {...fresh, lastSeen: seen.id};
    await expect(ann.sendMessage(stale, {})).rejects.toMatchObject({
      code: 'conflict',
      applied: 'no',
      init: {reason: 'stale-reply', current: {id: newer.id}},
    });
    await ann.sendMessage({...stale, clientId: 'note', kind: 'note'}, {});
    await ann.sendMessage(fresh, {});
    expect((await bodies(ann, 'invoice')).slice(-2)).toEqual(['Let me see', 'Let me see']);
  });

  it('not a second reply sent right after the first', async () => {
    const {ann, backend} = await openDesk();
    const seen = await backend.incoming('invoice', 'Hm?');
    await ann.sendMessage(reply('invoice', 'One', {lastSeen: seen.id}), {});
    await ann.sendMessage(reply('invoice', 'Two', {lastSeen: seen.id}), {});
    expect((await bodies(ann, 'invoice')).slice(-2)).toEqual(['One', 'Two']);
  });

  it.each<[Action, (session: Session) => Promise<unknown> | undefined]>([
    ['reply', (session) => session.sendMessage(reply('invoice', 'x'), {})],
    ['note', (session) => session.sendMessage({...reply('invoice', 'x'), kind: 'note'}, {})],
    ['archive', (session) => session.setState('invoice', 'archived', {})],
    ['snooze', (session) => session.setState('invoice', 'snoozed', {})],
    ['hand-off', (session) => session.automation?.handOff('invoice', 'bot', {})],
    ['assign', (session) => session.assignment?.assign('invoice', {agentId: null}, {})],
    ['priority', (session) => session.priority?.set('invoice', 'low', {})],
    ['tag', (session) => session.tags?.set('invoice', {add: ['late']}, {})],
    ['escalate', (session) => session.escalations?.raise('invoice', {}, {})],
    ['ticket', (session) => session.tickets?.create({clientId: 't', conversationId: 'invoice', title: 'x', fields: {area: 'web'}}, {})],
    ['macro', (session) => session.macros?.run('urgent', 'invoice', {})],
  ])('%s where the conversation denies it, with its sentence', async (action, call) => {
    const {ann, backend} = await openDesk();
    await backend.deny('invoice', action, 'Not here');
    const before = await ann.listMessages('invoice', {}, {});
    await expect(call(ann)).rejects.toMatchObject({code: 'forbidden', message: 'Not here', init: {action}});
    expect(await ann.listMessages('invoice', {}, {})).toEqual(before);
  });

  it.each<[string, (session: Session, ifVersion: string) => Promise<unknown> | undefined]>([
    ['state', (session, ifVersion) => session.setState('invoice', 'archived', {ifVersion})],
    ['tags', (session, ifVersion) => session.tags?.set('invoice', {add: ['late']}, {ifVersion})],
    ['assignment', (session, ifVersion) => session.assignment?.assign('invoice', {agentId: 'ben'}, {ifVersion})],
    ['priority', (session, ifVersion) => session.priority?.set('invoice', 'high', {ifVersion})],
  ])('a change of %s on an older version, with the conversation as it is now', async (_what, call) => {
    const {ann, backend} = await openDesk();
    const {version = ''} = await ann.getConversation('invoice', {});
    await backend.incoming('invoice', 'Wait');
    const current = await ann.getConversation('invoice', {});
    await expect(call(ann, version)).rejects.toMatchObject({code: 'conflict', init: {reason: 'version', current}});
    await call(ann, current.version ?? '');
  });

  it.each([
    ['a wake time in the past', {until: '2020-01-01T00:00:00Z'}],
    ['a wake time that is none', {until: 'tomorrow'}],
    ['an undo token nobody gave', {undo: 'u1'}],
  ])('%s', async (_what, options) => {
    const {ann} = await openDesk();
    await expect(ann.setState('invoice', 'snoozed', options)).rejects.toMatchObject({code: 'validation'});
    expect((await ann.getConversation('invoice', {})).state).toBe('active');
  });
});

describe('archiving', () => {
  it('takes escalations and notifications away, names them, and its undo brings all of them back', async () => {
    const {ann, ben, backend} = await openDesk();
    await backend.as('ann').note('invoice', 'Ben?', ['ben']);
    const events = follow(ann);
    await settle();
    const escalations = await ann.escalations?.list('invoice', {});
    const told = await ann.notifications?.list({}, {});
    const before = await ann.getConversation('invoice', {});
    expect([escalations?.length, told?.items.length, before.escalated]).toEqual([1, 2, true]);

    const {removed, undo, conversation} = await ann.setState('invoice', 'archived', {});
    expect(conversation).toMatchObject({state: 'archived', escalated: false});
    expect(new Set(removed?.notifications)).toEqual(new Set(told?.items.map(({id}) => id)));
    expect(removed?.escalations).toEqual(escalations?.map(({id}) => id));
    expect((await ann.notifications?.list({}, {}))?.items).toEqual([]);
    expect((await ben.notifications?.list({}, {}))?.items).toEqual([]);
    await settle();
    expect(events.of('notification.removed')).toEqual([{type: 'notification.removed', ids: expect.any(Array), unread: 0}]);
    expect(events.of('escalation.removed')).toHaveLength(1);

    const back = await ann.setState('invoice', 'active', {undo});
    expect(back.conversation).toMatchObject({state: 'active', escalated: true, waitingSince: before.waitingSince});
    expect((await ann.notifications?.list({}, {}))?.unread).toBe(2);
    expect((await ben.notifications?.list({}, {}))?.items.map(({kind}) => kind)).toEqual(['mention']);
    await expect(ann.setState('invoice', 'active', {undo})).rejects.toMatchObject({code: 'validation'});
    await events.stop();
  });

  it('gives no undo where it is held back instead', async () => {
    const {ann} = await openDesk({undo: 'hold'});
    expect(ann.capabilities.archive.undo).toBe('hold');
    expect((await ann.setState('invoice', 'archived', {})).undo).toBeUndefined();
  });

  it('twice is fine and changes nothing the second time', async () => {
    const {ann} = await openDesk();
    const first = await ann.setState('invoice', 'archived', {});
    const second = await ann.setState('invoice', 'archived', {});
    expect(second.conversation.version).toBe(first.conversation.version);
    expect(second.removed).toEqual({notifications: [], escalations: []});
  });

  it('goes with a send, and reports what it took away', async () => {
    const {ann} = await openDesk();
    const {state} = await ann.sendMessage(reply('invoice', 'Done', {thenState: 'archived'}), {});
    expect([state?.conversation.state, state?.removed?.escalations?.length]).toEqual(['archived', 1]);
    expect((await activities(ann, 'invoice')).at(-1)).toEqual({type: 'state', from: 'active', to: 'archived'});
  });

  it('ends when the contact writes, but not when an agent does', async () => {
    const {ann, backend} = await openDesk();
    await ann.setState('invoice', 'archived', {});
    await ann.sendMessage(reply('invoice', 'PS'), {});
    expect((await ann.getConversation('invoice', {})).state).toBe('archived');
    await backend.incoming('invoice', 'One more thing');
    expect((await ann.getConversation('invoice', {})).state).toBe('active');
  });
});

describe('a snoozed conversation', () => {
  it('wakes at its time', async () => {
    const {ann, clock} = await openDesk();
    const until = new Date(clock.now() + 60_000).toISOString();
    const {conversation} = await ann.setState('parcel', 'snoozed', {until});
    expect([conversation.state, conversation.snoozedUntil]).toEqual(['snoozed', until]);
    await clock.advance(59_000);
    expect((await ann.getConversation('parcel', {})).state).toBe('snoozed');
    await clock.advance(2_000);
    expect((await ann.getConversation('parcel', {})).state).toBe('active');
    expect((await activities(ann, 'parcel')).at(-1)).toEqual({type: 'state', from: 'snoozed', to: 'active'});
  });

  it('sleeps on when it was snoozed again', async () => {
    const {ann, clock} = await openDesk();
    const inMs = (ms: number) => ({until: new Date(clock.now() + ms).toISOString()});
    await ann.setState('parcel', 'snoozed', inMs(60_000));
    await ann.setState('parcel', 'snoozed', inMs(120_000));
    await clock.advance(90_000);
    expect((await ann.getConversation('parcel', {})).state).toBe('snoozed');
    await clock.advance(60_000);
    expect((await ann.getConversation('parcel', {})).state).toBe('active');
  });

  it.each([[{until: 'next-message' as const}], [{until: '2030-01-01T00:00:00Z'}], [{}]])(
    'wakes with the next message when snoozed with %o',
    async (options) => {
      const {ann, backend} = await openDesk();
      await ann.setState('parcel', 'snoozed', options);
      await backend.incoming('parcel', 'Hello?');
      expect((await ann.getConversation('parcel', {})).state).toBe('active');
    },
  );
});

describe('every call', () => {
  it('has no effect and rejects with the reason of a signal that is aborted before', async () => {
    const {ann} = await openDesk();
    const reason = new Error('no longer wanted');
    const signal = AbortSignal.abort(reason);
    const before = await bodies(ann, 'invoice');
    await expect(ann.sendMessage(reply('invoice', 'x'), {signal})).rejects.toBe(reason);
    await expect(ann.setState('invoice', 'archived', {signal})).rejects.toBe(reason);
    await expect(ann.tags?.set('invoice', {add: ['late']}, {signal})).rejects.toBe(reason);
    expect(await bodies(ann, 'invoice')).toEqual(before);
  });

  it('can be aborted on its way', async () => {
    const {ann, clock} = await openDesk({latencyMs: 100});
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const sending = ann.sendMessage(reply('invoice', 'x'), {signal: controller.signal});
    const outcome = expect(sending).rejects.toBe(reason);
    await clock.advance(10);
    controller.abort(reason);
    await outcome;
    const reading = bodies(ann, 'invoice');
    await clock.advance(100);
    expect(await reading).not.toContain('x');
  });
});
