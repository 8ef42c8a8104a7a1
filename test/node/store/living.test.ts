import {afterEach, describe, expect, it} from 'vitest';
import {selectCount} from '../../../src/store/selectors.js';
import {Desk, minutesAgo, rows, smallDesk, stored, thread, write} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

async function opened(options: ConstructorParameters<typeof Desk>[0] = {}) {
  desk = new Desk(options);
  const tab = await desk.tab();
  tab.inbox.commands.openList({view: 'active'});
  tab.inbox.commands.openThread('k1');
  await settle();
  return tab;
}

describe('typing and presence of others', () => {
  it('are shown and end by themselves', async () => {
    const {inbox} = await opened();
    await desk.adapter.backend.as('jonas').typing('k1', true, 'note');
    await desk.adapter.backend.as('jonas').presence('k1', 'noting');
    await settle();
    expect(inbox.state.typing.get('k1')).toMatchObject([{author: {name: 'Jonas Weber'}, kind: 'note'}]);
    expect(inbox.state.presence.get('k1')).toMatchObject([{agent: {id: 'jonas'}, doing: 'noting'}]);
    await desk.clock.advance(120_000);
    expect(inbox.state.typing.get('k1')).toBeUndefined();
    expect(inbox.state.presence.get('k1')).toBeUndefined();
  });

  it('typing ends with the message', async () => {
    const {inbox} = await opened();
    await desk.adapter.backend.as('jonas').typing('k1', true, 'reply');
    await settle();
    expect(inbox.state.typing.get('k1')).toHaveLength(1);
    await desk.adapter.backend.as('jonas').reply('k1', 'Here');
    await settle();
    expect(inbox.state.typing.get('k1')).toBeUndefined();
  });

  it('are forgotten when the connection is lost', async () => {
    const {inbox} = await opened();
    await desk.adapter.backend.as('jonas').presence('k1', 'viewing');
    await settle();
    desk.faults.offline(true);
    await settle();
    expect(inbox.state.presence.size).toBe(0);
  });
});

describe('what this agent does', () => {
  it('is told to colleagues while it goes on', async () => {
    const {inbox} = await opened();
    const jonas = await desk.adapter.connect({fetch, clock: desk.clock, locale: 'en', getToken: () => 'jonas'}, {});
    const told: string[] = [];
    void (async () => {
      for await (const {events} of jonas.events({})) {
        for (const event of events) {
          if (event.type === 'presence') told.push(event.people.map(({agent, doing}) => `${agent.id} ${doing}`).join());
          if (event.type === 'typing') told.push(`typing ${event.on}`);
        }
      }
    })();
    await settle();
    const leave = inbox.commands.attend('k1', 'viewing');
    const stop = inbox.commands.attend('k1', 'replying');
    inbox.commands.type('k1', 'note');
    await desk.clock.advance(10_000);
    stop();
    leave();
    await settle();
    await jonas.close();
    expect(told).toEqual(expect.arrayContaining(['lena viewing', 'lena replying', 'typing true', 'typing false', '']));
    expect(told.at(-1)).toBe('');
  });
});

describe('notifications', () => {
  it('arrive live, are counted, and are read one by one or all at once', async () => {
    const {inbox, facts} = await opened();
    await desk.adapter.backend.as('jonas').note('k1', 'Look, @Lena Brandt', ['lena']);
    await desk.adapter.backend.as('jonas').assign('k2', 'lena');
    await settle();
    expect(inbox.state.notifications.unread).toBe(2);
    expect(facts.filter(({type}) => type === 'notification-arrived')).toHaveLength(2);
    const mention = [...inbox.state.notifications.items.values()].find(({kind}) => kind === 'mention');
    expect(mention?.messageId).toBe(thread(inbox, 'k1').at(-1)?.id);
    inbox.commands.markNotificationRead(mention?.id ?? '');
    await settle();
    expect(inbox.state.notifications.unread).toBe(1);
    inbox.commands.markAllNotificationsRead();
    await settle();
    expect(inbox.state.notifications.unread).toBe(0);
    inbox.commands.loadNotifications();
    await settle();
    expect(inbox.state.notifications.unread).toBe(0);
  });

  it.each([true, false])('are let go by the hundred on a long day, the oldest first (the backend keeps them: %s)', async (kept) => {
    desk = new Desk({features: {notifications: kept}});
    const {inbox} = await desk.tab();
    inbox.commands.loadNotifications();
    await settle();
    const told: string[] = [];
    for (let index = 0; index < 350; index++) {
      told.push((await desk.adapter.backend.as('jonas').note('k1', `Line ${index}`, ['lena'])).id);
      await desk.clock.advance(1_000);
    }
    const {items} = inbox.state.notifications;
    const shown = [...items.values()].map(({messageId}) => messageId);
    expect(shown.length).toBeLessThanOrEqual(300);
    expect(shown).toContain(told.at(-1));
    expect(shown).not.toContain(told[0]);
    inbox.commands.loadNotifications();
    await settle();
    expect(inbox.state.notifications.status).toBe('ready');
  });
});

describe('counts', () => {
  it('follow what happens', async () => {
    const {inbox} = await opened();
    expect(inbox.state.counts?.views.active).toBe(3);
    inbox.commands.archive('k1');
    await desk.clock.advance(2_000);
    expect(inbox.state.counts?.views).toMatchObject({active: 2, archived: 1});
  });
});

describe('the count of Active', () => {
  const automated = {data: smallDesk([{}, {state: 'automated', handledBy: 'bot'}, {}])};

  it('includes the automated ones while they are shown among the active', async () => {
    const {inbox} = await opened(automated);
    expect(selectCount(inbox.state, 'active')).toBe(3);
  });

  it('leaves them out once they have a list of their own', async () => {
    const {inbox} = await opened({...automated, features: {automation: true}});
    expect(selectCount(inbox.state, 'active')).toBe(2);
    expect(selectCount(inbox.state, 'automated')).toBe(1);
  });
});

describe('signed out', () => {
  it('keeps what is shown, asks once, and goes on where it was', async () => {
    const {inbox, facts} = await opened({getToken: () => 'lena'});
    desk.faults.expireToken();
    await settle();
    inbox.commands.reloadList({view: 'active'});
    inbox.commands.reloadThread('k1');
    await desk.clock.advance(60_000);
    expect(inbox.state.connection).toMatchObject({status: 'signed-out', reason: 'expired'});
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect(facts.filter(({type}) => type === 'sign-in-needed')).toHaveLength(1);
    desk.faults.restoreToken();
    await desk.adapter.backend.incoming('k1', 'While you were out');
    inbox.retry();
    await desk.clock.advance(1_000);
    expect(inbox.state.connection.status).toBe('live');
    expect(thread(inbox, 'k1').at(-1)?.body.value).toBe('While you were out');
  });

  it('with the right taken away wipes what the browser keeps', async () => {
    desk = new Desk({kept: `desk ${Math.random()}`, getToken: () => 'lena'});
    const {inbox, facts} = await desk.tab();
    inbox.commands.setDraft('k1', 'reply', {text: 'secret'});
    await desk.clock.advance(1_000);
    desk.faults.expireToken('revoked');
    await settle();
    expect(facts.map(({type}) => type)).toContain('signed-out');
    expect(inbox.state.drafts.size).toBe(0);
    desk.faults.restoreToken();
    inbox.retry();
    await desk.clock.advance(1_000);
    expect(inbox.state.connection.status).toBe('live');
    expect(inbox.state.drafts.size).toBe(0);
  });

  for (const who of ['lena', 'jonas']) {
    it(`with the right taken away lets nothing be sent before somebody has signed in again: ${who}`, async () => {
      let token = 'lena';
      desk = new Desk({kept: `desk ${Math.random()}`, getToken: () => token});
      // In a browser that keeps nothing all would live on in the page.
      const {inbox} = await desk.tab({ports: {storage: undefined}});
      inbox.commands.openThread('k1');
      await settle();
      desk.faults.expireToken('revoked');
      await settle();
      expect(write(inbox, 'k1', 'of Lena', 'note')).toBeUndefined();
      desk.faults.restoreToken();
      token = who;
      inbox.retry();
      await desk.clock.advance(30_000);
      expect(inbox.state.session?.me.id).toBe(who);
      expect(await stored(desk, 'k1')).toEqual([]);
      expect(inbox.state.drafts.get('note:k1')?.text).toBe(who === 'lena' ? 'of Lena' : undefined);
    });
  }

  it('with the right taken away is over with a sign-in that comes while it is wiped', async () => {
    desk = new Desk({kept: `desk ${Math.random()}`, getToken: () => 'lena'});
    const {inbox} = await desk.tab();
    inbox.listen(({type}) => {
      if (type !== 'sign-in-needed') return;
      desk.faults.restoreToken();
      void Promise.resolve().then(() => inbox.retry());
    });
    desk.faults.expireToken('revoked');
    await desk.clock.advance(1_000);
    expect(inbox.state.connection.status).toBe('live');
  });

  it('by the host wipes it in every tab', async () => {
    desk = new Desk({kept: `desk ${Math.random()}`});
    const one = await desk.tab();
    const two = await desk.tab();
    one.inbox.commands.setDraft('k1', 'reply', {text: 'secret'});
    await desk.clock.advance(1_000);
    expect(two.inbox.state.drafts.size).toBe(1);
    await one.inbox.forget();
    await settle();
    expect(one.inbox.state.session).toBeUndefined();
    expect(two.inbox.state.drafts.size).toBe(0);
    const three = await desk.tab();
    expect(three.inbox.state.drafts.size).toBe(0);
  });
});

describe('another adapter', () => {
  it('of the same kind, with nothing that names it, leaves no record of the one before', async () => {
    desk = new Desk({data: smallDesk(2)});
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    inbox.commands.openThread('k1');
    await settle();
    await desk.adapter.backend.incoming('k1', 'At the first desk.');
    await settle();
    const other = new Desk({data: smallDesk(1)});
    inbox.setAdapter(other.tabAdapter);
    await settle();
    expect(rows(inbox)).toEqual(['k1']);
    expect(thread(inbox, 'k1').map(({body}) => body.value)).toEqual(['Hello 1']);
    expect([...inbox.state.notices.values()]).toEqual([]);
    inbox.setAdapter(desk.tabAdapter);
    await settle();
    expect(thread(inbox, 'k1').map(({body}) => body.value)).toEqual(['Hello 1', 'At the first desk.']);
    await other.close();
  });

  it('empties the tables, keeps the object, and brings the drafts back with the earlier one', async () => {
    desk = new Desk({kept: `desk ${Math.random()}`});
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    inbox.commands.openThread('k1');
    inbox.commands.setDraft('k1', 'reply', {text: 'Half'});
    await desk.clock.advance(1_000);
    const other = new Desk({data: smallDesk([{id: 'o1', messages: [{kind: 'incoming', text: 'Other', at: minutesAgo(1)}]}]), kept: 'other'});
    const earlier = desk.tabAdapter;
    inbox.setAdapter(other.tabAdapter);
    await settle();
    expect(rows(inbox)).toEqual(['o1']);
    expect(inbox.state.drafts.size).toBe(0);
    inbox.setAdapter(earlier);
    await settle();
    expect(rows(inbox)).toEqual(['k1', 'k2', 'k3']);
    expect(inbox.state.drafts.get('reply:k1')?.text).toBe('Half');
    await other.close();
  });

  it('that is the same one does nothing', async () => {
    const {inbox, facts} = await opened();
    inbox.setAdapter(desk.tabAdapter);
    await settle();
    expect(facts.filter(({type}) => type === 'ready')).toHaveLength(1);
  });
});
