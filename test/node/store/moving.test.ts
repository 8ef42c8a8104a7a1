import {afterEach, describe, expect, it} from 'vitest';
import {Desk, minutesAgo, rows, smallDesk, stored, write} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

const escalated = {escalation: {reason: 'Third mail', at: minutesAgo(9), by: 'jonas'}};
const file = () => ({
  ...smallDesk([escalated, {}, {}]),
  notifications: [
    {id: 'n1', kind: 'escalation' as const, conversation: 'k1', title: 'Escalated', at: minutesAgo(9)},
    {id: 'n2', kind: 'mention' as const, conversation: 'k2', title: 'Mentioned', at: minutesAgo(8)},
  ],
});

async function opened(options: ConstructorParameters<typeof Desk>[0] = {}) {
  desk = new Desk({kept: `desk ${Math.random()}`, data: file(), ...options});
  const tab = await desk.tab();
  tab.inbox.commands.openList({view: 'active'});
  tab.inbox.commands.openList({view: 'archived'});
  await settle();
  return tab;
}

/** The state the backend itself holds. */
async function stateOf(id: string): Promise<string> {
  desk.faults.delay(0);
  const session = await desk.adapter.connect({fetch, clock: desk.clock, locale: 'en', getToken: () => 'jonas'}, {});
  const conversation = await session.getConversation(id, {});
  await session.close();
  return `${conversation.state}${conversation.escalated ? ', escalated' : ''}`;
}

describe('archiving', () => {
  it('moves the conversation at once and takes its escalation and notifications with it', async () => {
    const {inbox} = await opened();
    desk.faults.delay(200);
    inbox.commands.archive('k1');
    expect(rows(inbox)).toEqual(['k2', 'k3']);
    expect(inbox.state.conversations.get('k1')?.escalated).toBe(false);
    expect([...inbox.state.notifications.ids.keys]).toEqual(['n2']);
    expect(inbox.state.notifications.unread).toBe(1);
    expect(inbox.state.undoables.get('k1')?.removed).toEqual({notifications: 1, escalations: 1});
    await desk.clock.advance(500);
    expect(rows(inbox, 'archived')).toEqual(['k1']);
    expect(await stateOf('k1')).toBe('archived');
  });

  it('can be undone for six seconds, and brings back what it removed', async () => {
    const {inbox} = await opened();
    inbox.commands.archive('k1');
    await desk.clock.advance(5_000);
    inbox.commands.undo('k1');
    await desk.clock.advance(1_000);
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect(await stateOf('k1')).toBe('active, escalated');
    expect([...inbox.state.notifications.ids.keys]).toContain('n1');
  });

  it('can be undone before the backend has answered', async () => {
    const {inbox} = await opened();
    desk.faults.delay(2_000);
    inbox.commands.archive('k1');
    await desk.clock.advance(500);
    inbox.commands.undo('k1');
    await desk.clock.advance(10_000);
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect(await stateOf('k1')).toBe('active, escalated');
  });

  it('can no longer be undone afterwards, unless the pointer stays on the toast', async () => {
    const {inbox} = await opened();
    inbox.commands.archive('k1');
    inbox.commands.archive('k2');
    inbox.commands.pauseUndo('k2');
    await desk.clock.advance(60_000);
    expect([...inbox.state.undoables.keys()]).toEqual(['k2']);
    inbox.commands.resumeUndo('k2');
    await desk.clock.advance(6_000);
    expect(inbox.state.undoables.size).toBe(0);
  });

  it('that the backend refuses is taken back with a sentence', async () => {
    const {inbox} = await opened();
    desk.faults.failNext(1, {code: 'forbidden'}, 'setState');
    inbox.commands.archive('k1');
    await settle();
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect([...inbox.state.notifications.ids.keys]).toContain('n1');
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['refused']);
    expect(inbox.state.undoables.size).toBe(0);
  });

  it('without a connection waits in the browser, through a reload, behind the conversation’s messages', async () => {
    const first = await opened();
    desk.faults.offline(true);
    write(first.inbox, 'k1', 'Goodbye');
    first.inbox.commands.archive('k1');
    await desk.clock.advance(10_000);
    expect(rows(first.inbox)).toEqual(['k2', 'k3']);
    await first.inbox.close();
    desk.faults.offline(false);
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await desk.clock.advance(5_000);
    expect(await stored(desk, 'k1')).toEqual(['reply Goodbye']);
    expect(await stateOf('k1')).toBe('archived');
    expect(rows(inbox)).toEqual(['k2', 'k3']);
    expect(inbox.state.changes.size).toBe(0);
  });

  it('without a connection is given up when the customer wrote meanwhile, and says so', async () => {
    const {inbox} = await opened();
    desk.faults.offline(true);
    inbox.commands.archive('k1');
    await desk.clock.advance(30_000);
    await desk.adapter.backend.incoming('k1', 'One more thing');
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect(await stateOf('k1')).toBe('active, escalated');
    expect(rows(inbox)).toContain('k1');
    expect([...inbox.state.notifications.ids.keys]).toContain('n1');
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['archive-cancelled']);
    expect(inbox.state.changes.size).toBe(0);
  });

  it('and reopening at once without a connection come to nothing', async () => {
    const {inbox} = await opened();
    desk.faults.offline(true);
    inbox.commands.archive('k1');
    inbox.commands.undo('k1');
    await settle();
    expect(inbox.state.changes.size).toBe(0);
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect(await stateOf('k1')).toBe('active, escalated');
  });

  it('that was denied beforehand does not reach the backend', async () => {
    const {inbox} = await opened({data: smallDesk([{deny: {archive: 'Legal hold'}}])});
    inbox.commands.archive('k1');
    await settle();
    expect(rows(inbox)).toEqual(['k1']);
    expect(await stateOf('k1')).toBe('active');
  });
});

describe('sending and archiving in one', () => {
  it('moves the conversation when the message is sent, says what went, and can be undone', async () => {
    const {inbox, facts} = await opened();
    inbox.commands.setDraft('k1', 'reply', {text: 'All done'});
    inbox.commands.send('k1', 'reply', {thenState: 'archived'});
    await desk.clock.advance(500);
    expect(await stateOf('k1')).toBe('archived');
    expect(rows(inbox)).toEqual(['k2', 'k3']);
    expect(inbox.state.undoables.get('k1')?.removed).toEqual({notifications: 1, escalations: 1});
    expect(facts).toContainEqual({type: 'conversation-moved', conversationId: 'k1', from: 'active', to: 'archived', mine: true});
    inbox.commands.undo('k1');
    await desk.clock.advance(500);
    expect(await stateOf('k1')).toBe('active, escalated');
    expect(await stored(desk, 'k1')).toEqual(['reply All done']);
  });
});

describe('archiving where the backend can’t restore', () => {
  it('is held for the undo time, then sent', async () => {
    const {inbox} = await opened({undo: 'hold'});
    inbox.commands.archive('k1');
    await desk.clock.advance(5_000);
    expect(rows(inbox)).toEqual(['k2', 'k3']);
    expect(await stateOf('k1')).toBe('active, escalated');
    await desk.clock.advance(1_500);
    expect(await stateOf('k1')).toBe('archived');
  });

  it('is undone without a call', async () => {
    const {inbox} = await opened({undo: 'hold'});
    inbox.commands.archive('k1');
    await desk.clock.advance(5_000);
    inbox.commands.undo('k1');
    await desk.clock.advance(10_000);
    expect(await stateOf('k1')).toBe('active, escalated');
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
  });

  it('is cancelled when the customer writes meanwhile, and says so', async () => {
    const {inbox} = await opened({undo: 'hold'});
    inbox.commands.archive('k1');
    inbox.commands.openThread('k1');
    await desk.clock.advance(1_000);
    await desk.adapter.backend.incoming('k1', 'One more thing');
    await desk.clock.advance(20_000);
    expect(await stateOf('k1')).toBe('active, escalated');
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['archive-cancelled']);
  });

  it('leaves when the page goes, and at the next start when the page was killed', async () => {
    const {inbox, page} = await opened({undo: 'hold'});
    inbox.commands.archive('k1');
    page.send('pagehide');
    await settle();
    expect(await stateOf('k1')).toBe('archived');
    inbox.commands.archive('k2');
    await settle();
    desk.faults.offline(true);
    void inbox.close();
    await settle();
    desk.faults.offline(false);
    await desk.tab();
    await desk.clock.advance(2_000);
    expect(await stateOf('k2')).toBe('archived');
  });
});

describe('snoozing', () => {
  it('puts the conversation below the others with its wake time, and it wakes', async () => {
    const {inbox} = await opened();
    inbox.commands.snooze('k1', new Date(desk.clock.now() + 3_600_000).toISOString());
    await settle();
    expect(rows(inbox)).toEqual(['k2', 'k3', 'k1']);
    expect(inbox.state.conversations.get('k1')?.snoozedUntil).toBeDefined();
    await desk.clock.advance(3_600_000);
    expect(inbox.state.conversations.get('k1')?.state).toBe('active');
  });

  it('until the next message ends with it', async () => {
    const {inbox} = await opened();
    inbox.commands.snooze('k1', 'next-message');
    await settle();
    expect(inbox.state.conversations.get('k1')?.state).toBe('snoozed');
    await desk.adapter.backend.incoming('k1', 'Hello again');
    await settle();
    expect(inbox.state.conversations.get('k1')?.state).toBe('active');
    expect(rows(inbox)[0]).toBe('k1');
  });
});

describe('assignee, priority, tags and escalations', () => {
  it('change at once and stay', async () => {
    const {inbox} = await opened();
    await inbox.commands.assignees('k2');
    inbox.commands.assign('k2', {agentId: 'jonas'});
    inbox.commands.setPriority('k2', 'urgent');
    inbox.commands.changeTags('k2', {add: [{id: 'billing', name: 'billing'}]});
    inbox.commands.escalate('k2', 'Please look');
    expect(inbox.state.conversations.get('k2')).toMatchObject({
      assignee: {id: 'jonas'},
      priority: 'urgent',
      tags: [{id: 'billing'}],
      escalated: true,
    });
    await desk.clock.advance(1_000);
    expect(inbox.state.conversations.get('k2')).toMatchObject({
      assignee: {id: 'jonas'},
      priority: 'urgent',
      tags: [{id: 'billing'}],
      escalated: true,
    });
    inbox.commands.clearEscalation('k2');
    await desk.clock.advance(1_000);
    expect(await stateOf('k2')).toBe('active');
  });

  it('are taken back with a sentence when the backend refuses', async () => {
    const {inbox} = await opened();
    desk.faults.failNext(1, {code: 'forbidden'}, 'priority.set');
    inbox.commands.setPriority('k2', 'urgent');
    await settle();
    expect(inbox.state.conversations.get('k2')?.priority ?? null).toBeNull();
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['refused']);
  });

  it('are refused with a sentence without a connection', async () => {
    const {inbox} = await opened();
    desk.faults.offline(true);
    await settle();
    inbox.commands.setPriority('k2', 'urgent');
    expect(inbox.state.conversations.get('k2')?.priority ?? null).toBeNull();
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['offline-refused']);
  });
});
