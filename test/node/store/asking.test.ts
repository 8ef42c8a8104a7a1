import {afterEach, describe, expect, it} from 'vitest';
import {listKey} from '../../../src/store/selectors.js';
import {Desk, smallDesk} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

const file = () => ({
  ...smallDesk(2),
  canned: [{id: 'r1', shortcut: 'refund', body: {format: 'text' as const, value: 'The refund is on its way.'}}],
  macros: [{id: 'close', name: 'Close as billing', actions: [{do: 'tag' as const, tag: 'billing'}]}],
});

async function opened(options: ConstructorParameters<typeof Desk>[0] = {}) {
  desk = new Desk({data: file(), ...options});
  const tab = await desk.tab();
  tab.inbox.commands.openList({view: 'active'});
  tab.inbox.commands.openThread('k1');
  await settle();
  return tab;
}

describe('what an agent asks for', () => {
  it('is found: messages, canned replies, colleagues', async () => {
    const {inbox} = await opened();
    expect((await inbox.commands.search('Hello 2')).items.map(({conversationId}) => conversationId)).toContain('k2');
    expect((await inbox.commands.canned('ref', 'k1', 'reply')).map(({shortcut}) => shortcut)).toEqual(['refund']);
    expect((await inbox.commands.agents('jon', 'k1')).map(({id}) => id)).toEqual(['jonas']);
  });

  it('is refused to whoever asked when the backend does not answer', async () => {
    const {inbox} = await opened();
    desk.faults.failNext(1, {code: 'unavailable'}, 'search.query');
    await expect(inbox.commands.search('x')).rejects.toMatchObject({code: 'unavailable'});
  });

  it('takes effect: a macro tags the conversation', async () => {
    const {inbox} = await opened();
    const [macro] = await inbox.commands.macros();
    inbox.commands.runMacro(macro?.id ?? '', 'k1');
    await settle();
    expect(inbox.state.conversations.get('k1')?.tags.map(({id}) => id)).toEqual(['billing']);
  });

  it('a macro that is refused, or has no connection, is told about', async () => {
    const {inbox} = await opened();
    desk.faults.failNext(1, {code: 'forbidden'}, 'macros.run');
    inbox.commands.runMacro('close', 'k1');
    await settle();
    desk.faults.offline(true);
    await settle();
    inbox.commands.runMacro('close', 'k1');
    await settle();
    expect([...inbox.state.notices.values()].map(({about}) => about.type)).toEqual(['refused', 'offline-refused']);
  });

  it('a saved view is in the menu at once, and goes', async () => {
    const {inbox} = await opened();
    await inbox.commands.saveView({label: 'Billing', filter: {tags: ['billing']}});
    await settle();
    const saved = inbox.state.views.filter(({role}) => role === 'saved');
    expect(saved.map(({label}) => label)).toEqual(['Billing']);
    await inbox.commands.removeView(saved[0]?.id ?? '');
    await settle();
    expect(inbox.state.views.some(({role}) => role === 'saved')).toBe(false);
  });

  it('a saved view is renamed and overwritten where it stands, and its open list shows what it holds now', async () => {
    const {inbox} = await opened();
    const {id} = await inbox.commands.saveView({label: 'Billing', filter: {tags: ['billing']}});
    await inbox.commands.saveView({label: 'Later', filter: {assignee: 'me'}});
    inbox.commands.openList({view: id});
    await settle();
    const rows = () => inbox.state.lists.get(listKey({view: id}))?.ids.keys;
    expect(rows()).toEqual([]);
    await inbox.commands.saveView({id, label: 'Everything', filter: {}, sort: 'created-asc'});
    await settle();
    expect(inbox.state.views.filter(({role}) => role === 'saved').map(({label}) => label)).toEqual(['Everything', 'Later']);
    expect(rows()).toEqual(['k2', 'k1']);
  });

  it('a view that a colleague narrows is read again where it is open', async () => {
    const {inbox} = await opened();
    const {id} = await inbox.commands.saveView({label: 'Everything', filter: {}});
    inbox.commands.openList({view: id});
    await settle();
    const rows = () => inbox.state.lists.get(listKey({view: id}))?.ids.keys.length;
    expect(rows()).toBe(2);
    const other = await desk.tab();
    await other.inbox.commands.saveView({id, label: 'Billing', filter: {tags: ['billing']}});
    await settle();
    expect(rows()).toBe(0);
  });

  it('the first page of a view is the first of its own order, unless the agent chose another', async () => {
    const {inbox} = await opened({data: smallDesk(60)});
    const {id} = await inbox.commands.saveView({label: 'First ones', filter: {}, sort: 'created-asc'});
    inbox.commands.openList({view: id});
    inbox.commands.openList({view: id, sort: 'activity-desc'});
    await settle();
    const first = (sort?: 'activity-desc') => inbox.state.lists.get(listKey({view: id, ...(sort && {sort})}))?.ids.keys[0];
    expect([first(), first('activity-desc')]).toEqual(['k60', 'k1']);
  });

  it('what is not saved or removed is told to whoever asked, and stays as it was', async () => {
    const {inbox} = await opened();
    const {id} = await inbox.commands.saveView({label: 'Billing', filter: {tags: ['billing']}});
    desk.faults.failNext(1, {code: 'forbidden'}, 'views.save');
    await expect(inbox.commands.saveView({id, label: 'Mine', filter: {}})).rejects.toMatchObject({code: 'forbidden'});
    desk.faults.failNext(1, {code: 'unavailable'}, 'views.remove');
    await expect(inbox.commands.removeView(id)).rejects.toMatchObject({code: 'unavailable'});
    expect(inbox.state.views.filter(({role}) => role === 'saved').map(({label}) => label)).toEqual(['Billing']);
  });

  it('removing a view that a colleague has removed already is no failure', async () => {
    const {inbox} = await opened();
    const {id} = await inbox.commands.saveView({label: 'Billing', filter: {}});
    desk.faults.failNext(1, {code: 'not-found'}, 'views.remove');
    await inbox.commands.removeView(id);
    expect(inbox.state.views.some((view) => view.id === id)).toBe(false);
  });
});

describe('the profile', () => {
  it('is read, changed at once, and stays', async () => {
    const {inbox} = await opened();
    inbox.commands.loadProfile();
    await settle();
    expect(inbox.state.profile?.name).toBe('Lena Brandt');
    const updated = inbox.commands.updateProfile({signature: 'Lena, Nordlicht'});
    expect(inbox.state.profile?.signature).toBe('Lena, Nordlicht');
    await updated;
    inbox.commands.loadProfile();
    await settle();
    expect(inbox.state.profile?.signature).toBe('Lena, Nordlicht');
  });

  it('is given back when the backend refuses, and whoever asked is told', async () => {
    const {inbox} = await opened();
    inbox.commands.loadProfile();
    await settle();
    const before = inbox.state.profile;
    desk.faults.failNext(1, {code: 'validation', issues: [{path: 'signature', message: 'too long'}]}, 'profile.update');
    await expect(inbox.commands.updateProfile({signature: 'x'})).rejects.toMatchObject({code: 'validation'});
    expect(inbox.state.profile).toEqual(before);
  });

  it('takes a picture, which others see of this agent from then on, and takes it away', async () => {
    const {inbox} = await opened();
    await inbox.commands.setAvatar({name: 'me.png', mime: 'image/png', blob: new Blob(['x'], {type: 'image/png'})});
    expect(inbox.state.session?.me.avatarUrl).toMatch(/^data:image\/png/);
    await inbox.commands.setAvatar(null);
    expect(inbox.state.session?.me.avatarUrl).toBeUndefined();
    await inbox.commands.updateProfile({name: 'Lena B.'});
    expect(inbox.state.session?.me.name).toBe('Lena B.');
  });
});

describe('what is known of a contact', () => {
  const attributes = [{key: 'batch', label: 'Batch', value: 'FJ3', editable: true}];
  const withAttributes = () => ({...file(), contacts: file().contacts.map((contact) => ({...contact, attributes}))});

  it('is changed at once, and by the backend’s word in the end', async () => {
    const {inbox} = await opened({data: withAttributes()});
    expect(inbox.state.can.has('contacts.update')).toBe(true);
    const saved = inbox.commands.updateContact('c1', {attributes: [{...attributes[0]!, value: 'FJ4'}]});
    expect(inbox.state.contacts.get('c1')?.attributes?.[0]?.value).toBe('FJ4');
    await saved;
    expect(inbox.state.contacts.get('c1')).toMatchObject({attributes: [{value: 'FJ4'}], version: expect.any(String)});
  });

  it('is as before when the backend refuses, and whoever asked is told', async () => {
    const {inbox} = await opened({data: withAttributes()});
    desk.faults.failNext(1, {code: 'forbidden', message: 'no'}, 'contacts.update');
    await expect(inbox.commands.updateContact('c1', {attributes: [{...attributes[0]!, value: 'FJ4'}]})).rejects.toMatchObject({code: 'forbidden'});
    expect(inbox.state.contacts.get('c1')?.attributes?.[0]?.value).toBe('FJ3');
  });

  it('why a conversation needs attention is read when somebody asks', async () => {
    const {inbox} = await opened();
    await desk.adapter.backend.as('jonas').escalate('k1', 'travels');
    inbox.commands.loadEscalations('k1');
    await settle();
    expect(inbox.state.escalations.get('k1')?.map(({reason}) => reason)).toEqual(['travels']);
  });
});

describe('preferences', () => {
  it('hold at once, are kept by the backend, and are the agent’s wherever they open the inbox next', async () => {
    const {inbox} = await opened();
    const saved = inbox.commands.prefer({enterSends: false, language: 'ar', quietKinds: ['new-message']});
    expect(inbox.state.choices).toMatchObject({enterSends: false, language: 'ar'});
    await saved;
    const elsewhere = await desk.tab();
    expect(elsewhere.inbox.state.choices).toMatchObject({enterSends: false, language: 'ar', quietKinds: ['new-message'], inApp: true});
  });

  it('are taken back when the backend refuses, and whoever asked is told', async () => {
    const {inbox} = await opened();
    desk.faults.failNext(1, {code: 'unavailable', message: 'busy'}, 'profile.update');
    await expect(inbox.commands.prefer({theme: 'dark', density: 'compact'})).rejects.toMatchObject({code: 'unavailable'});
    expect(inbox.state.choices).toMatchObject({theme: 'auto', density: 'normal'});
  });

  it('stay in this browser where the backend keeps none', async () => {
    const {inbox} = await opened({kept: 'here', features: {profile: false}});
    await inbox.commands.prefer({theme: 'dark'});
    await inbox.commands.updateProfile({signature: 'Lena'});
    await settle();
    const next = await desk.tab();
    expect(next.inbox.state.choices).toMatchObject({theme: 'dark', signature: 'Lena'});
    expect(next.inbox.state.profile?.keeps.size).toBe(0);
  });
});

describe('what arrives for the agent while they look elsewhere', () => {
  const told = ({state}: Awaited<ReturnType<typeof opened>>['inbox']) =>
    [...state.notices.values()].flatMap(({about}) => (about.type === 'told' ? [about.notification.kind] : []));
  const mention = async (conversation: string) => {
    await desk.adapter.backend.as('jonas').note(conversation, 'See @Lena Brandt', ['lena']);
    await settle();
  };

  it('is shown for a while, and never of the conversation they look at', async () => {
    const {inbox} = await opened();
    await mention('k1');
    expect(told(inbox)).toEqual([]);
    await mention('k2');
    expect(told(inbox)).toEqual(['mention']);
    await desk.clock.advance(10_000);
    expect(told(inbox)).toEqual([]);
  });

  it('is not shown where they want no such thing: none at all, or not of this kind', async () => {
    const {inbox} = await opened();
    await inbox.commands.prefer({quietKinds: ['mention']});
    await mention('k2');
    await inbox.commands.prefer({quietKinds: [], inApp: false});
    await mention('k2');
    expect(told(inbox)).toEqual([]);
    expect(inbox.state.notifications.unread).toBe(2);
  });

  it('goes with its conversation', async () => {
    const {inbox} = await opened();
    await mention('k2');
    inbox.commands.archive('k2');
    await settle();
    expect(told(inbox)).toEqual([]);
  });
});
