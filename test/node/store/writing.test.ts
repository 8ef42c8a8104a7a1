import {afterEach, describe, expect, it, vi} from 'vitest';
import type {MailHeaders, Session} from '../../../src/contract/index.js';
import type {Inbox} from '../../../src/store/inbox.js';
import type {StoragePort, VaultWrite} from '../../../src/store/ports.js';
import {selectKept} from '../../../src/store/selectors.js';
import {Desk, minutesAgo, smallDesk, stored, thread, write, written} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

/** Two customers who wait, in a browser that keeps what is written. */
const keptDesk = (options: ConstructorParameters<typeof Desk>[0] = {}) => new Desk({kept: `desk ${Math.random()}`, ...options});

async function opened(at: Desk, undoSendMs = 0) {
  const tab = await at.tab({undoSendMs});
  tab.inbox.commands.openThread('k1');
  await settle();
  return tab;
}

/** What a session of the desk does otherwise. */
function withSession(change: (session: Session) => Partial<Session>): void {
  const connect = desk.tabAdapter.connect;
  vi.spyOn(desk.tabAdapter, 'connect').mockImplementation(async (...given) => {
    const session = await connect(...given);
    return {...session, ...change(session)} as Session;
  });
}

/** A storage whose writes that `holds` names wait until they are released; `fail`: they are refused. */
function heldBack(storage: StoragePort, holds: (change: VaultWrite) => boolean) {
  let release = () => undefined as void;
  let fail = (_error: Error) => undefined as void;
  const gate = new Promise<void>((resolve, reject) => {
    release = resolve;
    fail = reject;
  });
  const held: StoragePort = {
    async open(identity) {
      const vault = await storage.open(identity);
      return {
        load: () => vault.load(),
        lease: vault.lease.bind(vault),
        update: vault.update.bind(vault),
        takeOut: vault.takeOut.bind(vault),
        wipe: () => vault.wipe(),
        close: () => vault.close(),
        write: async (change) => {
          if (holds(change)) await gate;
          return vault.write(change);
        },
      };
    },
  };
  return {storage: held, release: () => release(), fail: (error: Error) => fail(error)};
}

describe('a draft', () => {
  const kept = ({state}: Inbox) => selectKept(state, 'k1', 'reply');

  it('is said to be saved once its transaction has committed, not before, and not when more was typed since', async () => {
    desk = keptDesk();
    const {storage, release} = heldBack(desk.browser.tab().storage!, ({putDrafts}) => putDrafts?.[0]?.text === 'One');
    const {inbox} = await desk.tab({ports: {storage}});
    inbox.commands.setDraft('k1', 'reply', {text: 'One'});
    await desk.clock.advance(1000);
    expect(kept(inbox)).toBeUndefined();
    release();
    await settle();
    expect(kept(inbox)).toBe('saved');
    inbox.commands.setDraft('k1', 'reply', {text: 'One, two'});
    expect(kept(inbox)).toBeUndefined();
    await desk.clock.advance(1000);
    expect(kept(inbox)).toBe('saved');
    const next = await desk.tab();
    expect(next.inbox.state.drafts.get('reply:k1')?.text).toBe('One, two');
    expect(kept(next.inbox)).toBe('saved');
  });

  it('is said not to be when the browser refuses it, once', async () => {
    desk = keptDesk();
    const {storage, fail} = heldBack(desk.browser.tab().storage!, ({putDrafts}) => putDrafts?.[0]?.text === 'Too much');
    const {inbox, facts} = await desk.tab({ports: {storage}});
    inbox.commands.setDraft('k1', 'reply', {text: 'Too much'});
    await desk.clock.advance(1000);
    expect(kept(inbox)).toBeUndefined();
    fail(new DOMException('Full', 'QuotaExceededError'));
    await settle();
    expect(kept(inbox)).toBe('notKept');
    expect(facts.filter(({type}) => type === 'storage-lost')).toHaveLength(1);
  });

  it('keeps what was typed as a recipient and is none, and what a canned reply left open', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'reply', {typed: {cc: 'ann@lee'}, gaps: ['{day}']});
    await desk.clock.advance(1000);
    const next = await desk.tab();
    expect(next.inbox.state.drafts.get('reply:k1')).toMatchObject({text: '', typed: {cc: 'ann@lee'}, gaps: ['{day}']});
  });
});

describe('a sent message', () => {
  it('is shown in the same moment, leaves, and becomes the backend’s record under the same key', async () => {
    desk = keptDesk();
    const {inbox, facts} = await opened(desk);
    desk.faults.delay(100);
    const clientId = write(inbox, 'k1', 'On its way');
    expect(written(inbox, 'k1')).toEqual(['reply On its way (queued)']);
    expect(inbox.state.drafts.size).toBe(0);
    await settle();
    expect(written(inbox, 'k1')).toEqual(['reply On its way (sending)']);
    await desk.clock.advance(200);
    expect(written(inbox, 'k1')).toEqual(['reply On its way (sent)']);
    expect(thread(inbox, 'k1').at(-1)?.key).toBe(clientId);
    expect(facts.filter(({type}) => type === 'message-sent')).toHaveLength(1);
    expect(await stored(desk, 'k1')).toEqual(['reply On its way']);
  });

  it('of the kind note is a note', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    write(inbox, 'k1', 'Between us', 'note');
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['note Between us']);
  });

  it('of nothing but blanks is not sent', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    expect(write(inbox, 'k1', ' \n ')).toBeUndefined();
    expect(inbox.state.outbox.size).toBe(0);
  });

  it('leaves after those before it, whatever order the network would like', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    desk.faults.failNext(1, 'drop-before', 'sendMessage');
    write(inbox, 'k1', 'One');
    write(inbox, 'k1', 'Two');
    write(inbox, 'k1', 'Three');
    await desk.clock.advance(10_000);
    expect(await stored(desk, 'k1')).toEqual(['reply One', 'reply Two', 'reply Three']);
  });

  it('does not hold up another conversation', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    desk.faults.failNext(1, {code: 'validation', issues: []}, 'sendMessage');
    write(inbox, 'k1', 'Refused');
    await settle();
    write(inbox, 'k2', 'Elsewhere');
    await settle();
    expect(await stored(desk, 'k2')).toEqual(['reply Elsewhere']);
  });

  it('can be called back while it is held, and is a draft again', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk, 5_000);
    const clientId = write(inbox, 'k1', 'Too soon') as string;
    await desk.clock.advance(3_000);
    inbox.commands.setDraft('k1', 'reply', {text: 'And more'});
    inbox.commands.undoSend(clientId);
    await desk.clock.advance(10_000);
    expect(inbox.state.drafts.get('reply:k1')?.text).toBe('Too soon\n\nAnd more');
    expect(await stored(desk, 'k1')).toEqual([]);
  });

  it('leaves when its time to be called back is over', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk, 5_000);
    write(inbox, 'k1', 'Held');
    await desk.clock.advance(4_900);
    expect(await stored(desk, 'k1')).toEqual([]);
    await desk.clock.advance(200);
    expect(await stored(desk, 'k1')).toEqual(['reply Held']);
  });

  it('is in the storage before the backend hears of it', async () => {
    desk = keptDesk();
    const {storage, release} = heldBack(desk.browser.tab().storage!, ({putEntries}) => putEntries !== undefined);
    const {inbox} = await desk.tab({ports: {storage}});
    inbox.commands.openThread('k1');
    await settle();
    write(inbox, 'k1', 'Kept first');
    await desk.clock.advance(5_000);
    expect(await stored(desk, 'k1')).toEqual([]);
    release();
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['reply Kept first']);
  });
});

describe('a message whose answer was lost', () => {
  for (const idempotentSend of ['server', 'lookup', 'none'] as const) {
    it(`arrives once where the backend's way is '${idempotentSend}'`, async () => {
      desk = keptDesk({idempotentSend});
      const {inbox} = await opened(desk);
      desk.faults.failNext(1, 'drop-after', 'sendMessage');
      write(inbox, 'k1', 'Did it arrive?');
      await desk.clock.advance(60_000);
      expect(await stored(desk, 'k1')).toEqual(['reply Did it arrive?']);
      expect(written(inbox, 'k1')).toEqual(['reply Did it arrive? (sent)']);
    });

    it(`is known after a reload where the backend's way is '${idempotentSend}'`, async () => {
      desk = keptDesk({idempotentSend});
      const first = await opened(desk);
      desk.faults.failNext(1, 'drop-after', 'sendMessage');
      write(first.inbox, 'k1', 'Then the page went');
      desk.faults.offline(true);
      await settle();
      await first.inbox.close();
      desk.faults.offline(false);
      const second = await opened(desk);
      await desk.clock.advance(60_000);
      expect(await stored(desk, 'k1')).toEqual(['reply Then the page went']);
      expect(written(second.inbox, 'k1')).toEqual(['reply Then the page went (sent)']);
      expect(second.inbox.state.outbox.size).toBe(0);
    });
  }

  it('and that never arrived is not sent again unasked where nobody can tell', async () => {
    desk = keptDesk({idempotentSend: 'none'});
    const {inbox} = await opened(desk);
    desk.faults.failNext(1, {code: 'unavailable', status: 500}, 'sendMessage');
    const clientId = write(inbox, 'k1', 'Nobody knows') as string;
    await desk.clock.advance(60_000);
    expect(written(inbox, 'k1')).toEqual(['reply Nobody knows (unconfirmed)']);
    expect(await stored(desk, 'k1')).toEqual([]);
    inbox.commands.sendAnyway(clientId);
    await desk.clock.advance(10_000);
    expect(await stored(desk, 'k1')).toEqual(['reply Nobody knows']);
  });

  it('is not taken for an earlier one with the same words', async () => {
    desk = keptDesk({idempotentSend: 'none'});
    const {inbox} = await opened(desk);
    write(inbox, 'k1', 'ok');
    await settle();
    desk.faults.failNext(1, {code: 'unavailable', status: 500}, 'sendMessage');
    write(inbox, 'k1', 'ok');
    await desk.clock.advance(60_000);
    expect(written(inbox, 'k1')).toEqual(['reply ok (sent)', 'reply ok (unconfirmed)']);
  });
});

describe('a message the backend refuses', () => {
  it('says so, keeps the later ones waiting, and can be edited under a new client id', async () => {
    desk = keptDesk();
    const {inbox, facts} = await opened(desk);
    desk.faults.failNext(1, {code: 'validation', issues: [{path: 'body', message: 'too rude'}]}, 'sendMessage');
    const clientId = write(inbox, 'k1', 'Rude') as string;
    write(inbox, 'k1', 'Later');
    await desk.clock.advance(10_000);
    expect(written(inbox, 'k1')).toEqual(['reply Rude (failed)', 'reply Later (queued)']);
    expect(facts.filter(({type}) => type === 'message-failed')).toHaveLength(1);
    inbox.commands.editFailed(clientId);
    await desk.clock.advance(10_000);
    expect(inbox.state.drafts.get('reply:k1')?.text).toBe('Rude');
    expect(await stored(desk, 'k1')).toEqual(['reply Later']);
    const again = inbox.commands.send('k1', 'reply');
    expect(again).not.toBe(clientId);
  });

  it('goes again under the same client id on Retry, and a mashed Retry sends it once', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    desk.faults.failNext(1, {code: 'forbidden'}, 'sendMessage');
    const clientId = write(inbox, 'k1', 'Again') as string;
    await settle();
    for (let press = 0; press < 10; press++) inbox.commands.retry(clientId);
    await desk.clock.advance(10_000);
    expect(await stored(desk, 'k1')).toEqual(['reply Again']);
  });

  it('can be discarded, and lets the later ones go', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    desk.faults.failNext(1, {code: 'forbidden'}, 'sendMessage');
    const clientId = write(inbox, 'k1', 'Never mind') as string;
    write(inbox, 'k1', 'Later');
    await settle();
    inbox.commands.discard(clientId);
    await settle();
    expect(written(inbox, 'k1')).toEqual(['reply Later (sent)']);
  });
});

describe('a message that bounced after the backend had stored it', () => {
  const bounced = (mail?: MailHeaders) =>
    keptDesk({
      data: smallDesk([
        {
          ...(mail && {channel: {kind: 'email'}}),
          messages: [
            {id: 'm1', kind: 'incoming', text: 'Hello', at: minutesAgo(9)},
            {id: 'm2', kind: 'reply', by: 'lena', text: 'Bounced', at: minutesAgo(8), delivery: 'failed', deliveryError: 'Mailbox full', ...(mail && {mail})},
            {id: 'm3', kind: 'reply', by: 'lena', text: 'Arrived', at: minutesAgo(7)},
          ],
        },
      ]),
    });

  it('goes again as a new message', async () => {
    desk = bounced();
    const {inbox} = await opened(desk);
    inbox.commands.resend('k1', 'm2');
    inbox.commands.resend('k1', 'm3');
    await desk.clock.advance(100);
    expect(await stored(desk, 'k1')).toEqual(['reply Bounced', 'reply Arrived', 'reply Bounced']);
  });

  it('goes to those it went to', async () => {
    const mail = {to: [{address: 'accounts@example.org'}], cc: [{address: 'boss@example.org'}], subject: 'Invoice'};
    desk = bounced({from: {address: 'desk@example.org'}, ...mail});
    const {inbox} = await opened(desk);
    inbox.commands.writeAgain('k1', 'm2');
    expect(inbox.state.drafts.get('reply:k1')?.mail).toEqual(mail);
    inbox.commands.resend('k1', 'm2');
    await desk.clock.advance(100);
    expect(thread(inbox, 'k1').at(-1)?.mail).toMatchObject(mail);
  });

  it('can be written anew, before what has been begun', async () => {
    desk = bounced();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'reply', {text: 'More'});
    inbox.commands.writeAgain('k1', 'm2');
    expect(inbox.state.drafts.get('reply:k1')?.text).toBe('Bounced\n\nMore');
  });
});

describe('a backend', () => {
  it('that keeps HTML alone gives back the words that were typed', async () => {
    desk = keptDesk();
    withSession((session) => ({capabilities: {...session.capabilities, bodyFormats: ['html']}}));
    const {inbox} = await opened(desk, 5_000);
    const clientId = write(inbox, 'k1', '1 < 2\n\nand so on', 'note')!;
    expect(inbox.state.outbox.get(clientId)?.body).toEqual({format: 'html', value: '<p>1 &lt; 2</p><p>and so on</p>'});
    inbox.commands.undoSend(clientId);
    await settle();
    expect(inbox.state.drafts.get('note:k1')?.text).toBe('1 < 2\n\nand so on');
  });

  it('that puts a message into another conversation leaves no row of it on its way', async () => {
    desk = keptDesk();
    withSession((session) => ({sendMessage: (message, options) => session.sendMessage({...message, conversationId: 'k2'}, options)}));
    const {inbox} = await opened(desk);
    write(inbox, 'k1', 'To whom it is now', 'note');
    await desk.clock.advance(1_000);
    expect(await stored(desk, 'k2')).toEqual(['note To whom it is now']);
    expect([written(inbox, 'k1'), inbox.state.outbox.size]).toEqual([[], 0]);
  });
});

describe('without a connection', () => {
  it('messages wait, survive a reload, and leave once', async () => {
    desk = keptDesk();
    const first = await opened(desk);
    desk.faults.offline(true);
    write(first.inbox, 'k1', 'Written on a train');
    await settle();
    expect(written(first.inbox, 'k1')).toEqual(['reply Written on a train (queued)']);
    await first.inbox.close();
    desk.faults.offline(false);
    const second = await opened(desk);
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['reply Written on a train']);
    expect(written(second.inbox, 'k1')).toEqual(['reply Written on a train (sent)']);
  });

  it('a message that waited for more than a quarter of an hour asks first', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    desk.faults.offline(true);
    const clientId = write(inbox, 'k1', 'Old news') as string;
    await desk.clock.advance(16 * 60_000);
    desk.faults.offline(false);
    await desk.clock.advance(60_000);
    expect(written(inbox, 'k1')).toEqual(['reply Old news (old)']);
    expect(await stored(desk, 'k1')).toEqual([]);
    inbox.commands.sendAnyway(clientId);
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['reply Old news']);
  });
});

describe('a reply on stale ground', () => {
  it('asks when a colleague has answered since it was begun', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'reply', {text: 'My answer'});
    await desk.adapter.backend.as('jonas').reply('k1', 'Jonas was faster');
    await settle();
    inbox.commands.markRead('k1');
    inbox.commands.send('k1', 'reply');
    await settle();
    expect(written(inbox, 'k1')).toEqual(['reply My answer (stale-reply)']);
    expect(await stored(desk, 'k1')).toEqual(['reply Jonas was faster']);
  });

  it('asks when the customer wrote something that was not on screen', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk, 5_000);
    inbox.commands.markRead('k1');
    write(inbox, 'k1', 'Sorry to hear');
    await desk.adapter.backend.incoming('k1', 'It is solved!');
    await desk.clock.advance(6_000);
    expect(written(inbox, 'k1')).toEqual(['reply Sorry to hear (stale-reply)']);
  });

  it('does not ask for what the agent has seen, nor for their own messages', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'reply', {text: 'One'});
    await desk.adapter.backend.incoming('k1', 'And another thing');
    await settle();
    inbox.commands.markRead('k1');
    inbox.commands.send('k1', 'reply');
    write(inbox, 'k1', 'Two');
    await desk.clock.advance(100);
    expect(written(inbox, 'k1')).toEqual(['reply One (sent)', 'reply Two (sent)']);
  });

  it('asks once for all that wait behind it', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk, 5_000);
    inbox.commands.markRead('k1');
    const first = write(inbox, 'k1', 'One') as string;
    write(inbox, 'k1', 'Two');
    await desk.adapter.backend.incoming('k1', 'Wait');
    await desk.clock.advance(6_000);
    expect(written(inbox, 'k1')).toEqual(['reply One (stale-reply)', 'reply Two (queued)']);
    inbox.commands.sendAnyway(first);
    await desk.clock.advance(1_000);
    expect(written(inbox, 'k1')).toEqual(['reply One (sent)', 'reply Two (sent)']);
  });

  it('never holds up a note', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'note', {text: 'Look at this'});
    await desk.adapter.backend.as('jonas').reply('k1', 'Done');
    await settle();
    inbox.commands.send('k1', 'note');
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['reply Done', 'note Look at this']);
  });
});

describe('a draft', () => {
  it('belongs to its conversation and kind, and survives a reload', async () => {
    desk = keptDesk();
    const first = await opened(desk);
    first.inbox.commands.setDraft('k1', 'reply', {text: 'To the customer'});
    first.inbox.commands.setDraft('k1', 'note', {text: 'To the team'});
    first.inbox.commands.setDraft('k2', 'reply', {text: 'To another'});
    await desk.clock.advance(400);
    await first.inbox.close();
    const {inbox} = await opened(desk);
    const texts = [...inbox.state.drafts.values()].map(({conversationId, kind, text}) => `${kind} ${conversationId} ${text}`);
    expect(texts.sort()).toEqual(['note k1 To the team', 'reply k1 To the customer', 'reply k2 To another']);
  });

  it('is kept within a second of the last key, also when the tab dies', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'reply', {text: 'Half a sen'});
    await desk.clock.advance(1_000);
    // No close: the tab is gone.
    const {inbox: next} = await opened(desk);
    expect(next.state.drafts.get('reply:k1')?.text).toBe('Half a sen');
  });

  it('does not come back once it was sent', async () => {
    desk = keptDesk();
    const {inbox} = await opened(desk);
    inbox.commands.setDraft('k1', 'reply', {text: 'Sent'});
    await desk.clock.advance(400);
    inbox.commands.send('k1', 'reply');
    await desk.clock.advance(400);
    const {inbox: next} = await opened(desk);
    expect(next.state.drafts.size).toBe(0);
    expect(await stored(desk, 'k1')).toEqual(['reply Sent']);
  });

  it('typed in one tab is seen in the other, which is told who writes', async () => {
    desk = keptDesk();
    const one = await opened(desk);
    const two = await opened(desk);
    one.inbox.commands.setDraft('k1', 'reply', {text: 'From tab one'});
    await desk.clock.advance(400);
    expect(two.inbox.state.drafts.get('reply:k1')?.text).toBe('From tab one');
    expect(two.inbox.state.draftsElsewhere.has('reply:k1')).toBe(true);
    two.inbox.commands.claimDraft('k1', 'reply');
    await settle();
    expect(two.inbox.state.draftsElsewhere.has('reply:k1')).toBe(false);
    expect(one.inbox.state.draftsElsewhere.has('reply:k1')).toBe(true);
  });
});

describe('two tabs', () => {
  it('send an outbox once', async () => {
    desk = keptDesk();
    desk.faults.offline(false);
    const one = await opened(desk);
    const two = await opened(desk);
    desk.faults.offline(true);
    for (let index = 0; index < 5; index++) write(one.inbox, 'k1', `Message ${index}`);
    await desk.clock.advance(1_000);
    expect(two.inbox.state.outbox.size).toBe(5);
    desk.faults.offline(false);
    desk.faults.delay(50);
    await desk.clock.advance(60_000);
    expect(await stored(desk, 'k1')).toEqual(Array.from({length: 5}, (_, index) => `reply Message ${index}`));
    expect(one.inbox.state.outbox.size + two.inbox.state.outbox.size).toBe(0);
    expect(written(two.inbox, 'k1')).toHaveLength(5);
  });

  it('send it once on a page without locks too', async () => {
    desk = keptDesk();
    const ports = {locks: undefined};
    const one = await desk.tab({ports});
    const two = await desk.tab({ports});
    desk.faults.offline(true);
    for (let index = 0; index < 5; index++) write(one.inbox, 'k1', `Message ${index}`);
    await desk.clock.advance(1_000);
    desk.faults.offline(false);
    desk.faults.delay(50);
    await desk.clock.advance(120_000);
    expect(await stored(desk, 'k1')).toEqual(Array.from({length: 5}, (_, index) => `reply Message ${index}`));
    expect(one.inbox.state.outbox.size + two.inbox.state.outbox.size).toBe(0);
  });

  it('one takes over what the other left behind', async () => {
    desk = keptDesk();
    const one = await opened(desk);
    const two = await opened(desk);
    write(one.inbox, 'k1', 'Orphan');
    void one.inbox.close();
    await desk.clock.advance(60_000);
    expect(await stored(desk, 'k1')).toEqual(['reply Orphan']);
    expect(two.inbox.state.outbox.size).toBe(0);
  });
});

describe('a browser whose site data is cleared while the page runs', () => {
  it('keeps what was written before and after it, and nobody is told', async () => {
    const identity = `desk ${Math.random()}`;
    desk = keptDesk({kept: identity});
    const {inbox, facts} = await desk.tab();
    inbox.commands.setDraft('k1', 'reply', {text: 'Before'});
    await desk.clock.advance(1000);
    const {name} = (await indexedDB.databases()).find((database) => database.name?.includes(identity))!;
    await new Promise((resolve) => (indexedDB.deleteDatabase(name!).onsuccess = resolve));
    inbox.commands.setDraft('k2', 'note', {text: 'After'});
    await desk.clock.advance(1000);
    await settle();
    const {inbox: later} = await desk.tab();
    expect([...later.state.drafts.values()].map(({text}) => text).sort()).toEqual(['After', 'Before']);
    expect(facts.filter(({type}) => type === 'storage-lost')).toEqual([]);
  });
});

describe('a browser that keeps nothing', () => {
  it('still sends, and says once that nothing is kept', async () => {
    desk = keptDesk();
    const {inbox, facts} = await desk.tab({
      ports: {storage: {open: () => Promise.reject(new DOMException('Denied', 'SecurityError'))}},
    });
    write(inbox, 'k1', 'All the same');
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['reply All the same']);
    expect(facts.filter(({type}) => type === 'storage-lost')).toHaveLength(1);
    expect(inbox.state.keeps).toBe(false);
  });

  it('denies the page its locks and channels too: it sends and hears alone', async () => {
    desk = keptDesk();
    const denied = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
    const channel = {
      open: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    };
    const {inbox, facts, warnings} = await desk.tab({ports: {storage: {open: denied}, locks: {request: denied}, channel}});
    inbox.commands.openThread('k1');
    await settle();
    expect(inbox.state.connection.status).toBe('live');
    write(inbox, 'k1', 'All the same');
    await settle();
    expect(await stored(desk, 'k1')).toEqual(['reply All the same']);
    expect(inbox.state.outbox.size).toBe(0);
    await desk.adapter.backend.incoming('k1', 'Heard');
    await settle();
    expect(thread(inbox, 'k1').at(-1)?.body.value).toBe('Heard');
    expect(facts.filter(({type}) => type === 'storage-lost')).toHaveLength(1);
    expect(warnings).toEqual(['warn: The browser keeps nothing for this page; drafts live as long as the page']);
  });
});

describe('a message written as one agent', () => {
  it('never leaves as another', async () => {
    let who = 'lena';
    desk = keptDesk({data: smallDesk([{deny: {}}, {messages: [{kind: 'incoming', text: 'Hi', at: minutesAgo(3)}]}]), getToken: () => who});
    const {inbox} = await opened(desk);
    desk.faults.expireToken();
    await settle();
    write(inbox, 'k1', 'Written as Lena');
    await settle();
    who = 'jonas';
    desk.faults.restoreToken();
    inbox.retry();
    await desk.clock.advance(60_000);
    expect(inbox.state.session?.me.id).toBe('jonas');
    expect(inbox.state.outbox.size).toBe(0);
    expect(await stored(desk, 'k1')).toEqual([]);
    who = 'lena';
    desk.faults.expireToken();
    await settle();
    desk.faults.restoreToken();
    inbox.retry();
    await desk.clock.advance(60_000);
    expect(inbox.state.session?.me.id).toBe('lena');
    expect(await stored(desk, 'k1')).toEqual(['reply Written as Lena']);
  });
});
