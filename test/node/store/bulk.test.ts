import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Session} from '../../../src/contract/index.js';
import type {Inbox} from '../../../src/store/inbox.js';
import type {Notice} from '../../../src/store/state.js';
import {Desk, minutesAgo, rows, smallDesk} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

const ids = ['k1', 'k2', 'k3', 'k4', 'k5'];

async function opened(options: ConstructorParameters<typeof Desk>[0] = {}) {
  desk = new Desk({
    kept: `desk ${Math.random()}`,
    data: smallDesk([{unread: 1, escalation: {reason: 'Third mail', at: minutesAgo(9), by: 'jonas'}}, {unread: 1}, {}, {}, {}]),
    ...options,
  });
  const calls: string[] = [];
  const connect = desk.tabAdapter.connect;
  vi.spyOn(desk.tabAdapter, 'connect').mockImplementation(async (...given) => counted(await connect(...given), calls));
  const {inbox} = await desk.tab();
  inbox.commands.openList({view: 'active'});
  inbox.commands.openList({view: 'archived'});
  await settle();
  return {inbox, calls};
}

/** The session, writing down what moves conversations. */
const counted = (session: Session, calls: string[]): Session => ({
  ...session,
  setState: (id, to, options) => {
    calls.push(`${id} ${to}`);
    return session.setState(id, to, options);
  },
  ...(session.bulk && {
    bulk: {
      setState: (all, to, options) => {
        calls.push(`${all.join(' ')} ${to}`);
        return session.bulk!.setState(all, to, options);
      },
    },
  }),
});

const notices = (inbox: Inbox): Notice['about'][] => [...inbox.state.notices.values()].map(({about}) => about);
const failures = (inbox: Inbox) => notices(inbox).flatMap((about) => (about.type === 'bulk' ? [[about.total, ...about.failed.map(({conversationId, error}) => `${conversationId} ${error.code}`)]] : []));

describe('archiving several conversations', () => {
  it('moves them at once and tells the backend in one call, once it can no longer be undone', async () => {
    const {inbox, calls} = await opened();
    inbox.commands.bulk(ids, {type: 'move', to: 'archived'});
    await settle();
    expect(rows(inbox)).toEqual([]);
    expect(calls).toEqual([]);
    await desk.clock.advance(7_000);
    expect(calls).toEqual(['k1 k2 k3 k4 k5 archived']);
    expect(rows(inbox, 'archived').length).toBe(5);
    expect(inbox.state.changes.size).toBe(0);
    expect(notices(inbox)).toEqual([]);
  });

  it('leaves when the agent dismisses what offers to undo it', async () => {
    const {inbox, calls} = await opened();
    inbox.commands.bulk(['k1', 'k2'], {type: 'move', to: 'archived'});
    for (const id of ['k1', 'k2']) inbox.commands.dismissUndo(id);
    await desk.clock.advance(200);
    expect(calls).toEqual(['k1 k2 archived']);
  });

  it('is seen in a list that is opened before it has left', async () => {
    const {inbox} = await opened();
    inbox.commands.openList({view: 'archived', sort: 'created-desc'});
    inbox.commands.bulk(['k1', 'k2'], {type: 'move', to: 'archived'});
    inbox.commands.openList({view: 'archived', sort: 'activity-asc'});
    await desk.clock.advance(200);
    const [, , , late] = [...inbox.state.lists.values()];
    expect([late?.query.sort, [...(late?.ids.keys ?? [])].sort()]).toEqual(['activity-asc', ['k1', 'k2']]);
  });

  it('is many calls where the backend has no better', async () => {
    const {inbox, calls} = await opened({features: {bulk: false}});
    inbox.commands.bulk(['k1', 'k2'], {type: 'move', to: 'archived'});
    await desk.clock.advance(7_000);
    expect(calls).toEqual(['k1 archived', 'k2 archived']);
    expect(rows(inbox, 'archived').length).toBe(2);
  });

  it('is taken back as one, without a call, with what it removed', async () => {
    const {inbox, calls} = await opened();
    inbox.commands.bulk(['k1', 'k2', 'k3'], {type: 'move', to: 'archived'});
    const made = [...inbox.state.undoables.values()];
    expect(new Set(made.map(({batch}) => batch?.id)).size).toBe(1);
    for (const {conversationId} of made) inbox.commands.undo(conversationId);
    await desk.clock.advance(20_000);
    expect(rows(inbox)).toEqual(ids);
    expect(inbox.state.conversations.get('k1')?.escalated).toBe(true);
    expect(calls).toEqual([]);
  });

  it('brings back those that the backend refuses and names them in one notice', async () => {
    const {inbox} = await opened();
    inbox.commands.bulk(ids, {type: 'move', to: 'archived'});
    await desk.adapter.backend.deny('k2', 'archive', 'Under review');
    await desk.adapter.backend.deny('k4', 'archive', 'Under review');
    await desk.clock.advance(8_000);
    expect(rows(inbox)).toEqual(['k2', 'k4']);
    expect(rows(inbox, 'archived').length).toBe(3);
    expect(failures(inbox)).toEqual([[5, 'k2 forbidden', 'k4 forbidden']]);
  });

  it('does not try those that may not be archived, and says the sentence of the backend', async () => {
    const {inbox, calls} = await opened({data: smallDesk([{}, {deny: {archive: 'Under review'}}, {}])});
    inbox.commands.bulk(['k1', 'k2', 'k3'], {type: 'move', to: 'archived'});
    await settle();
    expect(rows(inbox)).toEqual(['k2']);
    const [about] = notices(inbox);
    expect(about).toMatchObject({type: 'bulk', total: 3, failed: [{conversationId: 'k2', why: 'Under review'}]});
    await desk.clock.advance(8_000);
    expect(calls).toEqual(['k1 k3 archived']);
  });

  it('gives up for a conversation whose customer writes meanwhile', async () => {
    const {inbox, calls} = await opened();
    inbox.commands.bulk(['k1', 'k2'], {type: 'move', to: 'archived'});
    await desk.clock.advance(1_000);
    await desk.adapter.backend.incoming('k2', 'One more thing');
    await desk.clock.advance(8_000);
    expect(calls).toEqual(['k1 archived']);
    expect(rows(inbox)).toContain('k2');
    expect(notices(inbox)).toEqual([{type: 'archive-cancelled', conversationId: 'k2'}]);
  });

  it('is tried again as a whole when the connection fails, without a notice', async () => {
    const {inbox} = await opened();
    inbox.commands.bulk(['k1', 'k2'], {type: 'move', to: 'archived'});
    desk.faults.failNext(1, 'drop-after', 'bulk.setState');
    await desk.clock.advance(60_000);
    expect(rows(inbox, 'archived').length).toBe(2);
    expect(inbox.state.changes.size).toBe(0);
    expect(notices(inbox)).toEqual([]);
  });

  it('leaves out what is archived already', async () => {
    const {inbox, calls} = await opened({data: smallDesk([{state: 'archived'}, {}])});
    inbox.commands.bulk(['k1', 'k2', 'gone'], {type: 'move', to: 'archived'});
    await desk.clock.advance(8_000);
    expect(calls).toEqual(['k2 archived']);
  });
});

describe('several conversations', () => {
  it('are tagged and assigned, each at once, and seen so by the backend', async () => {
    const {inbox} = await opened();
    inbox.commands.bulk(ids, {type: 'tag', add: [{id: 'repair', name: 'repair'}]});
    inbox.commands.bulk(ids, {type: 'assign', agentId: 'lena'});
    await desk.clock.advance(2_000);
    for (const id of ids) {
      const {tags, assignee} = inbox.state.conversations.get(id)!;
      expect([tags.map((tag) => tag.id), assignee?.id]).toEqual([['repair'], 'lena']);
    }
    expect(notices(inbox)).toEqual([]);
  });

  it('are told of in one notice where some were refused, and those stand as before', async () => {
    const {inbox} = await opened();
    desk.faults.failNext(2, {code: 'forbidden'}, 'tags.set');
    inbox.commands.bulk(ids, {type: 'tag', add: [{id: 'repair', name: 'repair'}]});
    await desk.clock.advance(2_000);
    expect(failures(inbox).length).toBe(1);
    expect(failures(inbox)[0]).toHaveLength(3);
    expect(ids.filter((id) => inbox.state.conversations.get(id)?.tags.length === 0)).toHaveLength(2);
  });

  it('are not tagged without a connection, and say so once', async () => {
    const {inbox} = await opened();
    desk.faults.offline(true);
    await desk.clock.advance(1_000);
    inbox.commands.bulk(ids, {type: 'tag', add: [{id: 'repair', name: 'repair'}]});
    await settle();
    expect(notices(inbox)).toEqual([{type: 'offline-refused', action: 'tag'}]);
  });

  it('wait for no call that is not made: an inbox that is closed in that moment archives them when it is there again', async () => {
    const {inbox, calls} = await opened();
    inbox.commands.bulk(['k1', 'k2'], {type: 'move', to: 'archived'});
    await desk.clock.advance(6_030);
    await inbox.close();
    await desk.clock.advance(1_000);
    expect(calls).toEqual([]);
    inbox.connect();
    await desk.clock.advance(2_000);
    expect(calls).toEqual(['k1 k2 archived']);
    expect(inbox.state.changes.size).toBe(0);
  });

  it('are marked read, also those never opened, and unread again', async () => {
    const {inbox} = await opened();
    inbox.commands.bulk(['k1', 'k2'], {type: 'read'});
    await desk.clock.advance(2_000);
    expect(['k1', 'k2'].map((id) => inbox.state.conversations.get(id)?.unread)).toEqual([0, 0]);
    inbox.commands.bulk(['k1', 'k2'], {type: 'unread'});
    await desk.clock.advance(2_000);
    expect(['k1', 'k2'].map((id) => inbox.state.conversations.get(id)?.unread)).toEqual([1, 1]);
  });
});
