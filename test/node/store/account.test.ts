import {afterEach, describe, expect, it} from 'vitest';
import {draftKey} from '../../../src/store/draft.js';
import type {Inbox} from '../../../src/store/inbox.js';
import {Desk, stored, write} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
let who = 'lena';
afterEach(() => desk.close());

const draftIn = (inbox: Inbox) => inbox.state.drafts.get(draftKey('k1', 'reply'))?.text;

/** A browser in which Lena left a draft in k1 and an unsent reply in k2, and a backend that cannot be reached. */
async function left(account: string | undefined) {
  who = 'lena';
  desk = new Desk({kept: 'desk', account, getToken: () => who});
  const before = await desk.tab();
  before.inbox.commands.openThread('k2');
  await settle();
  desk.faults.offline(true);
  await settle();
  write(before.inbox, 'k2', 'Written offline');
  before.inbox.commands.setDraft('k1', 'reply', {text: 'Half a thought'});
  await desk.clock.advance(1_000);
  await before.inbox.close();
  return (await desk.tab()).inbox;
}

describe('an agent who is named beforehand', () => {
  it('sees the draft of yesterday before the backend has answered', async () => {
    const inbox = await left('desk lena');
    expect(inbox.state.session).toBeUndefined();
    expect(draftIn(inbox)).toBe('Half a thought');
  });

  it('sends what was left once, when the backend has said the same', async () => {
    await left('desk lena');
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect((await stored(desk, 'k2')).filter((text) => text.includes('Written offline'))).toHaveLength(1);
  });

  it('keeps what was shown when the backend says the same', async () => {
    const inbox = await left('desk lena');
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect(inbox.state.session?.me.id).toBe('lena');
    expect(draftIn(inbox)).toBe('Half a thought');
  });

  it('who turns out to be somebody else sees nothing of the one that was named, and sends nothing of theirs', async () => {
    const inbox = await left('desk lena');
    who = 'jonas';
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect(inbox.state.session?.me.id).toBe('jonas');
    expect(draftIn(inbox)).toBeUndefined();
    expect((await stored(desk, 'k2')).some((text) => text.includes('Written offline'))).toBe(false);
  });
});

describe('an agent who is not named', () => {
  it('sees nothing that is kept before the backend has answered', async () => {
    expect(draftIn(await left(undefined))).toBeUndefined();
  });
});

describe('tokens that come later than the connection', () => {
  it('let an agent in who was refused without one', async () => {
    desk = new Desk({getToken: undefined, agent: 'nobody'});
    const {inbox} = await desk.tab();
    expect(inbox.state.connection.status).toBe('signed-out');
    inbox.configure({getToken: () => 'lena'});
    await settle();
    expect(inbox.state.connection.status).toBe('live');
  });
});
