import {afterEach, describe, expect, it} from 'vitest';
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
});
