import {afterEach, describe, expect, it} from 'vitest';
import {Desk, smallDesk, stored, thread, write} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

/** A conversation whose last message is this agent's, with that message. */
async function opened(text = 'Wensday it is') {
  desk = new Desk();
  const {inbox} = await desk.tab();
  inbox.commands.openThread('k1');
  await settle();
  write(inbox, 'k1', text);
  await settle();
  const last = () => thread(inbox, 'k1').at(-1);
  return {inbox, last, id: last()?.id ?? ''};
}

const notices = (inbox: Awaited<ReturnType<typeof opened>>['inbox']) =>
  [...inbox.state.notices.values()].map(({about}) => ('action' in about ? [about.type, about.action] : [about.type]));

describe('changing what one has written', () => {
  it('is shown at once and becomes the backend’s record', async () => {
    const {inbox, last, id} = await opened();
    desk.faults.delay(100);
    const done = inbox.commands.editMessage('k1', id, 'Wednesday it is');
    expect(last()).toMatchObject({body: {value: 'Wednesday it is'}, editedAt: expect.any(String) as string});
    await desk.clock.advance(500);
    expect(await done).toBe(true);
    expect(await stored(desk, 'k1')).toEqual(['reply Wednesday it is']);
    expect(notices(inbox)).toEqual([]);
  });

  it('is taken back, and told, when the backend refuses', async () => {
    const {inbox, last, id} = await opened();
    desk.faults.failNext(1, {code: 'forbidden'}, 'editMessage.edit');
    expect(await inbox.commands.editMessage('k1', id, 'Wednesday it is')).toBe(false);
    expect(last()?.body.value).toBe('Wensday it is');
    expect(last()?.editedAt).toBeUndefined();
    expect(notices(inbox)).toEqual([['refused', 'edit-message']]);
  });

  it('does not take back what somebody else changed meanwhile', async () => {
    const {inbox, last, id} = await opened();
    const other = await desk.tab();
    other.inbox.commands.openThread('k1');
    await settle();
    await other.inbox.commands.editMessage('k1', id, 'Thursday it is');
    await settle();
    expect(last()?.body.value).toBe('Thursday it is');
    desk.faults.failNext(1, 'drop-before', 'editMessage.edit');
    const refused = inbox.commands.editMessage('k1', id, 'Friday it is');
    await other.inbox.commands.editMessage('k1', id, 'Saturday it is');
    expect(await refused).toBe(false);
    await settle();
    expect(last()?.body.value).toBe('Saturday it is');
  });

  it('is refused without a connection', async () => {
    const {inbox, last, id} = await opened();
    desk.faults.offline(true);
    await settle();
    expect(await inbox.commands.editMessage('k1', id, 'Never')).toBe(false);
    expect(last()?.body.value).toBe('Wensday it is');
    expect(notices(inbox)).toEqual([['offline-refused', 'edit-message']]);
  });
});

describe('deleting what one has written', () => {
  it('leaves a mark in its place, at once and for good', async () => {
    const {inbox, last, id} = await opened();
    inbox.commands.deleteMessage('k1', id);
    expect(last()).toMatchObject({id, deleted: true, body: {value: ''}});
    await settle();
    expect(last()).toMatchObject({id, deleted: true});
    expect(await stored(desk, 'k1')).toEqual(['reply ']);
  });

  it('is taken back, and told, when the backend refuses', async () => {
    const {inbox, last, id} = await opened();
    desk.faults.failNext(1, {code: 'unavailable', applied: 'no'}, 'deleteMessage.remove');
    inbox.commands.deleteMessage('k1', id);
    await settle();
    expect(last()).toMatchObject({id, body: {value: 'Wensday it is'}});
    expect(last()?.deleted).toBeUndefined();
    expect(notices(inbox)).toEqual([['refused', 'delete-message']]);
  });
});

describe('a draft', () => {
  const named = {jonas: 'Jonas Weber'};

  it('mentions who is named in its text, and nobody else', async () => {
    const {inbox} = await opened();
    const mentions = () => inbox.state.drafts.get('note:k1')?.mentions;
    inbox.commands.setDraft('k1', 'note', {text: 'Ask @Jonas Weber', named});
    expect(mentions()).toEqual(['jonas']);
    inbox.commands.setDraft('k1', 'note', {text: 'Ask @Jonas Web'});
    expect(mentions()).toEqual([]);
    inbox.commands.setDraft('k1', 'note', {text: 'Ask @Jonas Weber, please'});
    expect(mentions()).toEqual(['jonas']);
    inbox.commands.setDraft('k1', 'note', {text: 'Ask @Jonas Webers'});
    expect(mentions()).toEqual([]);
  });

  it('still knows it after it was called back', async () => {
    desk = new Desk();
    const {inbox} = await desk.tab({undoSendMs: 5000});
    inbox.commands.openThread('k1');
    await settle();
    inbox.commands.setDraft('k1', 'note', {text: '@Jonas Weber, look', named});
    const clientId = inbox.commands.send('k1', 'note') ?? '';
    inbox.commands.undoSend(clientId);
    await settle();
    expect(inbox.state.drafts.get('note:k1')?.mentions).toEqual(['jonas']);
    inbox.commands.setDraft('k1', 'note', {text: 'look'});
    inbox.commands.send('k1', 'note');
    await desk.clock.advance(6000);
    expect(thread(inbox, 'k1').at(-1)?.mentions ?? []).toEqual([]);
  });

  it('does not take "Ann Lee" for Ann', async () => {
    const {inbox} = await opened();
    inbox.commands.setDraft('k1', 'note', {text: 'Hello @Ann Lee', named: {ann: 'Ann', lee: 'Ann Lee'}});
    expect(inbox.state.drafts.get('note:k1')?.mentions).toEqual(['lee']);
  });

  it('keeps its recipients and what it answers over a reload, also before its first word', async () => {
    desk = new Desk({kept: `desk ${Math.random()}`, data: smallDesk(2)});
    const {inbox} = await desk.tab();
    inbox.commands.openThread('k1');
    await settle();
    inbox.commands.setDraft('k1', 'reply', {mail: {cc: [{address: 'a@b.example'}]}, replyTo: 'm1'});
    await desk.clock.advance(1000);
    const again = await desk.tab();
    expect(again.inbox.state.drafts.get('reply:k1')).toMatchObject({mail: {cc: [{address: 'a@b.example'}]}, replyTo: 'm1'});
  });
});
