import {afterEach, describe, expect, it} from 'vitest';
import type {Adapter, Feature} from '../../../src/contract/index.js';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import {Desk, rows, smallDesk} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

/** The same backend, which counts how often it is connected, and in which language. */
function counted(adapter: Adapter) {
  const locales: string[] = [];
  const counting: Adapter = {
    ...adapter,
    name: adapter.name,
    contract: 1,
    connect: (context, options) => {
      locales.push(context.locale);
      return adapter.connect(context, options);
    },
  };
  return {adapter: counting, locales};
}

describe('an adapter', () => {
  it('that is set again does nothing; another one empties the tables, and the first finds its drafts again', async () => {
    desk = new Desk({kept: 'first'});
    const {inbox} = await desk.tab();
    const {adapter: second, locales} = counted(createMemoryAdapter({data: smallDesk([{}]), clock: desk.clock}));
    inbox.commands.openList({view: 'active'});
    inbox.commands.setDraft('k1', 'reply', {text: 'For the first'});
    await desk.clock.advance(1000);
    const {session} = inbox.state;
    inbox.setAdapter(desk.tabAdapter);
    await settle();
    expect(inbox.state.session).toBe(session);

    inbox.setAdapter(second);
    await settle();
    expect(locales).toHaveLength(1);
    expect(inbox.state.drafts.size).toBe(0);
    expect(rows(inbox)).toEqual(['k1']);

    inbox.setAdapter(desk.tabAdapter);
    await settle();
    expect(inbox.state.drafts.get('reply:k1')?.text).toBe('For the first');
  });

  it('is asked again in another language, for it says views, denials and labels in that', async () => {
    desk = new Desk();
    const {adapter, locales} = counted(desk.adapter);
    const {inbox} = await desk.tab();
    inbox.setAdapter(adapter);
    inbox.configure({locale: 'ar'});
    await settle();
    inbox.configure({locale: 'ar'});
    await settle();
    expect(locales.at(-1)).toBe('ar');
    expect(locales.filter((each) => each === 'ar')).toHaveLength(1);
    expect(inbox.state.connection.status).toBe('live');
  });
});

describe('what is offered', () => {
  const offered = async (features: Partial<Record<Feature, boolean>>) => {
    desk = new Desk({features});
    const {inbox} = await desk.tab();
    return inbox.state.session?.features;
  };

  it('is what the backend has and the host has not switched off', async () => {
    const features = await offered({tickets: false, canned: true});
    expect(features?.has('tickets')).toBe(false);
    expect(features?.has('canned')).toBe(true);
    expect(features?.has('tags')).toBe(true);
  });

  it('is the automated list only where the host says so', async () => {
    expect((await offered({}))?.has('automation')).toBe(false);
    await desk.close();
    expect((await offered({automation: true}))?.has('automation')).toBe(true);
  });
});

describe('what the backend forbids when it is tried', () => {
  it.each(['tags.set', 'setState'] as const)('is denied there from then on, with its sentence, and only until its next record (%s)', async (call) => {
    desk = new Desk();
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    desk.faults.failNext(1, {code: 'forbidden', message: 'Leads do that.'}, call);
    if (call === 'tags.set') inbox.commands.changeTags('k1', {add: [{id: 'billing', name: 'billing'}]});
    else inbox.commands.archive('k1');
    await settle();
    const action = call === 'tags.set' ? 'tag' : 'archive';
    expect(inbox.state.conversations.get('k1')?.deny?.[action]).toBe('Leads do that.');
    expect(inbox.state.conversations.get('k2')?.deny?.[action]).toBeUndefined();
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['refused']);
    await desk.adapter.backend.incoming('k1', 'Anybody there?');
    await settle();
    expect(inbox.state.conversations.get('k1')?.deny?.[action]).toBeUndefined();
  });
});

describe('where a backend lacks a group', () => {
  it('notifications are made from what happens, counts are none, the read position and the settings are kept here', async () => {
    desk = new Desk({features: {notifications: false, counts: false, readState: false, profile: false}});
    const {inbox} = await desk.tab();
    inbox.commands.openList({view: 'active'});
    await settle();
    expect(inbox.state.counts).toBeUndefined();
    await desk.adapter.backend.as('jonas').assign('k1', 'lena');
    await settle();
    expect(inbox.state.notifications.derived).toBe(true);
    expect([...inbox.state.notifications.items.values()].map(({kind}) => kind)).toEqual(['assigned']);
    const {id} = await desk.adapter.backend.incoming('k1', 'Read here');
    await settle();
    inbox.commands.markRead('k1', id);
    await settle();
    expect(inbox.state.choices.readUpTo['k1']).toBe(id);
    inbox.commands.prefer({enterSends: false});
    await settle();
    expect(inbox.state.choices.enterSends).toBe(false);
    expect(inbox.state.profile?.keeps.size ?? 0).toBe(0);
  });
});
