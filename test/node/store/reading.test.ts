import {afterEach, describe, expect, it} from 'vitest';
import {Desk, manyMessages, minutesAgo, rows, smallDesk, thread} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

describe('a list', () => {
  it('is read once the stream of events stands, newest activity first', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect(inbox.state.connection).toEqual({status: 'live'});
  });

  it('opened before there is a connection is read when there is one', async () => {
    desk = new Desk();
    desk.faults.offline(true);
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    desk.faults.offline(false);
    await desk.clock.advance(5_000);
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
  });

  it('says why it is empty while the backend does not answer', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    desk.faults.failNext(1, {code: 'unavailable', status: 503}, 'listConversations');
    inbox.commands.openList({view: 'active'});
    await settle();
    const [list] = [...inbox.state.lists.values()];
    expect(list?.status).toBe('failed');
    expect(list?.error?.code).toBe('unavailable');
    inbox.commands.reloadList({view: 'active'});
    await settle();
    expect(rows(inbox)).toHaveLength(3);
  });

  it('puts snoozed conversations below the others, whatever their activity', async () => {
    desk = new Desk({
      data: smallDesk([{state: 'snoozed', snoozedUntil: minutesAgo(-60)}, {}, {}]),
    });
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    expect(rows(inbox)).toEqual(['k2', 'k3', 'k1']);
  });

  it('is paged on demand, each conversation once', async () => {
    desk = new Desk({data: smallDesk(120)});
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    expect(rows(inbox)).toHaveLength(50);
    inbox.commands.loadMore({view: 'active'});
    await settle();
    inbox.commands.loadMore({view: 'active'});
    await settle();
    inbox.commands.loadMore({view: 'active'});
    await settle();
    expect(rows(inbox)).toEqual(Array.from({length: 120}, (_, index) => `k${index + 1}`));
  });

  it('moves a conversation to the top when its customer writes', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    await desk.clock.advance(1_000);
    await desk.adapter.backend.incoming('k3', 'Still there?');
    await settle();
    expect(rows(inbox)).toEqual(['k3', 'k1', 'k2']);
    expect(inbox.state.conversations.get('k3')?.unread).toBe(1);
  });

  it('does not show a changed conversation that lies behind what is loaded', async () => {
    desk = new Desk({data: smallDesk(120)});
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active', sort: 'waiting-asc'});
    await settle();
    await desk.adapter.backend.as('jonas').assign('k1', 'jonas');
    await settle();
    expect(rows(inbox)).toEqual(Array.from({length: 50}, (_, index) => `k${120 - index}`));
  });

  it('takes up a conversation that came between the read and its answer', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    desk.faults.delay(200);
    inbox.commands.openList({view: 'active'});
    await desk.clock.advance(100);
    const {id: contact} = await desk.adapter.backend.contact({name: 'New', email: 'new@mail.example'});
    const {id} = await desk.adapter.backend.conversation({contact, text: 'First'});
    await desk.clock.advance(300);
    expect(rows(inbox)[0]).toBe(id);
  });

  it('shows automated conversations among the active ones while the feature is off', async () => {
    desk = new Desk({data: smallDesk([{}, {state: 'automated', handledBy: 'bot'}, {}])});
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect(inbox.state.views.some(({role}) => role === 'automated')).toBe(false);
  });

  it('keeps them apart once the host turns it on', async () => {
    desk = new Desk({
      data: smallDesk([{}, {state: 'automated', handledBy: 'bot'}, {}]),
      features: {automation: true},
    });
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    inbox.commands.openList({view: 'automated'});
    await settle();
    expect(rows(inbox)).toEqual(['k1', 'k3']);
    expect(rows(inbox, 'automated')).toEqual(['k2']);
    inbox.commands.takeOver('k2');
    await settle();
    expect(rows(inbox)).toContain('k2');
    expect(rows(inbox, 'automated')).toEqual([]);
  });

  it('is forgotten when its last user lets it go', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    const first = inbox.commands.openList({view: 'active'});
    const second = inbox.commands.openList({view: 'active'});
    await settle();
    first();
    first();
    expect(inbox.state.lists.size).toBe(1);
    second();
    expect(inbox.state.lists.size).toBe(0);
  });
});

/** Messages that this agent may change. */
const mine = (count: number) => manyMessages(count)?.map((message) => ({...message, kind: 'reply' as const, by: 'lena'}));

describe('a thread', () => {
  it('opens at the newest page and goes back page by page without a gap', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(130)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    expect(thread(inbox, 'k1')).toHaveLength(50);
    expect(inbox.state.threads.get('k1')?.after).toBeUndefined();
    for (let page = 0; page < 3; page++) {
      inbox.commands.loadEarlier('k1');
      await settle();
    }
    expect(thread(inbox, 'k1').map(({id}) => id)).toEqual(Array.from({length: 130}, (_, index) => `m${index + 1}`));
    expect(inbox.state.threads.get('k1')?.before).toBeUndefined();
  });

  it('shows the stretch around a message and goes on from there to the end', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(300)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    inbox.commands.showMessage('k1', 'm100');
    await settle();
    const ids = () => thread(inbox, 'k1').map(({id}) => id);
    expect(ids()).toContain('m100');
    expect(ids()).not.toContain('m300');
    while (inbox.state.threads.get('k1')?.after !== undefined) {
      inbox.commands.loadLater('k1');
      await settle();
    }
    expect(ids().at(-1)).toBe('m300');
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it('does not append a new message behind a hole', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(300)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1', 'm100');
    await settle();
    const {id} = await desk.adapter.backend.incoming('k1', 'News');
    await settle();
    expect(thread(inbox, 'k1').map((message) => message.id)).not.toContain(id);
    inbox.commands.showLatest('k1');
    await settle();
    expect(thread(inbox, 'k1').at(-1)?.id).toBe(id);
  });

  it('lets go of what is far from the reader, and loads it again without a hole', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(400)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    const ids = () => thread(inbox, 'k1').map(({id}) => id);
    const all = Array.from({length: 400}, (_, index) => `m${index + 1}`);
    for (let page = 0; page < 5; page++) {
      inbox.commands.loadEarlier('k1');
      await settle();
    }
    expect(ids()).toEqual(all.slice(100));
    inbox.commands.trimThread('k1', 'start');
    expect(ids()).toEqual(all.slice(200));
    inbox.commands.loadEarlier('k1');
    await settle();
    expect(ids()).toEqual(all.slice(200 - (ids().length - 200)));
    expect(ids().length).toBeGreaterThan(200);
    while (inbox.state.threads.get('k1')?.before !== undefined) {
      inbox.commands.loadEarlier('k1');
      await settle();
    }
    expect(ids()).toEqual(all);
    inbox.commands.trimThread('k1', 'end');
    expect(ids()).toEqual(all.slice(0, 200));
    const {id} = await desk.adapter.backend.incoming('k1', 'News');
    await settle();
    expect(ids()).not.toContain(id);
    while (inbox.state.threads.get('k1')?.after !== undefined) {
      inbox.commands.loadLater('k1');
      await settle();
    }
    expect(ids()).toEqual([...all, id]);
  });

  it('keeps what has the focus and what lies beyond it, and what is on its way', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(300)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    while (inbox.state.threads.get('k1')?.before !== undefined) {
      inbox.commands.loadEarlier('k1');
      await settle();
    }
    inbox.commands.choose({undoSendMs: 30_000});
    inbox.commands.setDraft('k1', 'reply', {text: 'On its way'});
    const clientId = inbox.commands.send('k1', 'reply');
    await settle();
    inbox.commands.trimThread('k1', 'start', 'm40');
    expect(thread(inbox, 'k1')[0]?.id).toBe('m40');
    inbox.commands.trimThread('k1', 'end');
    expect(thread(inbox, 'k1').at(-1)?.key).toBe(clientId);
    expect(thread(inbox, 'k1').at(-2)?.id).toBe('m239');
  });

  it('does not grow while nobody looks: what comes takes the place of the oldest', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(60)}])});
    const {inbox} = await desk.tab();
    const leave = inbox.commands.openThread('k1');
    await settle();
    const loaded = thread(inbox, 'k1').length;
    leave();
    for (let index = 0; index < 30; index++) await desk.adapter.backend.incoming('k1', `News ${index}`);
    await settle();
    expect(thread(inbox, 'k1')).toHaveLength(loaded);
    expect(thread(inbox, 'k1').at(-1)?.body.value).toBe('News 29');
    inbox.commands.openThread('k1');
    while (inbox.state.threads.get('k1')?.before !== undefined) {
      inbox.commands.loadEarlier('k1');
      await settle();
    }
    expect(thread(inbox, 'k1')).toHaveLength(90);
  });

  it('goes on from the neighbour when the message it would go on from is deleted', async () => {
    // One that never left is gone without a trace when it is deleted.
    const undelivered = mine(300)?.map((message) => ({...message, delivery: 'failed' as const}));
    desk = new Desk({data: smallDesk([{messages: undelivered}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    for (let page = 0; page < 4; page++) {
      inbox.commands.loadEarlier('k1');
      await settle();
    }
    inbox.commands.trimThread('k1', 'start');
    expect(inbox.state.threads.get('k1')?.before).toEqual({around: 'm101'});
    inbox.commands.deleteMessage('k1', 'm101');
    await settle();
    expect(thread(inbox, 'k1')[0]?.id).toBe('m102');
    expect(inbox.state.threads.get('k1')?.before).toEqual({around: 'm102'});
  });

  it('does not put an old message that changes before a hole', async () => {
    desk = new Desk({data: smallDesk([{messages: mine(120)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    const other = (await desk.tab()).inbox;
    other.commands.openThread('k1');
    await settle();
    while (other.state.threads.get('k1')?.before !== undefined) {
      other.commands.loadEarlier('k1');
      await settle();
    }
    other.commands.editMessage('k1', 'm3', 'Changed');
    await settle();
    expect(thread(other, 'k1').find(({id}) => id === 'm3')?.body.value).toBe('Changed');
    expect(thread(inbox, 'k1').map(({id}) => id)).not.toContain('m3');
  });

  it('marks where the unread ones begin, and keeps the mark while they are read', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(10), unread: 3}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    const divider = inbox.state.threads.get('k1')?.dividerAfter;
    expect(divider).toBeDefined();
    inbox.commands.markRead('k1');
    await desk.clock.advance(1_000);
    expect(inbox.state.conversations.get('k1')?.unread).toBe(0);
    expect(inbox.state.threads.get('k1')?.dividerAfter).toBe(divider);
  });

  it('closes the gap after a reset it can bridge, and keeps what was loaded', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(80)}])});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    inbox.commands.loadEarlier('k1');
    await settle();
    desk.faults.expireCursor();
    await desk.adapter.backend.incoming('k1', 'While away');
    await desk.clock.advance(5_000);
    expect(thread(inbox, 'k1')).toHaveLength(81);
    expect(thread(inbox, 'k1').at(-1)?.body.value).toBe('While away');
  });

  it('starts afresh at the newest page after a gap wider than a page', async () => {
    desk = new Desk({data: smallDesk([{messages: manyMessages(80)}]), logLimit: 20});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    desk.faults.offline(true);
    for (let index = 0; index < 70; index++) await desk.adapter.backend.incoming('k1', `Missed ${index}`);
    desk.faults.offline(false);
    await desk.clock.advance(5_000);
    const texts = thread(inbox, 'k1').map(({body}) => body.value);
    expect(texts).toEqual(Array.from({length: 50}, (_, index) => `Missed ${index + 20}`));
    expect(inbox.state.threads.get('k1')?.before).toBeDefined();
  });

  it('tells of each new message once', async () => {
    desk = new Desk();
    const {inbox, facts} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    desk.faults.duplicateEvents(true);
    await desk.adapter.backend.incoming('k1', 'Once');
    await settle();
    expect(facts.filter(({type}) => type === 'message-arrived')).toHaveLength(1);
    expect(thread(inbox, 'k1').filter(({body}) => body.value === 'Once')).toHaveLength(1);
  });
});

describe('the connection', () => {
  it('comes back by itself and tells what was missed', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    desk.faults.offline(true);
    await desk.clock.advance(100);
    expect(inbox.state.connection.status).toBe('waiting');
    await desk.adapter.backend.incoming('k1', 'Missed');
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect(inbox.state.connection.status).toBe('live');
    expect(thread(inbox, 'k1').at(-1)?.body.value).toBe('Missed');
  });

  it('is tried at once when the browser says that it is online again', async () => {
    desk = new Desk();
    const {inbox, page} = await desk.tab();
    desk.faults.offline(true);
    await desk.clock.advance(120_000);
    desk.faults.offline(false);
    page.send('online');
    await settle();
    expect(inbox.state.connection.status).toBe('live');
  });

  it('leaves no timer and no listener behind when it is closed', async () => {
    desk = new Desk();
    const {inbox, page} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    inbox.commands.openThread('k1');
    inbox.commands.attend('k1', 'viewing');
    inbox.commands.setDraft('k1', 'reply', {text: 'half'});
    await settle();
    await inbox.close();
    await settle();
    expect(desk.clock.pending).toBe(0);
    expect(page.listeners).toBe(0);
  });
});
