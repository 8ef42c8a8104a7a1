import {Breach} from './breach.js';
import type {Tally} from './series.js';
import {World, type SimulatedTab, type WorldOptions} from './world.js';

const minute = 60_000;

async function desk(options: Partial<WorldOptions> = {}): Promise<{world: World; tab: SimulatedTab}> {
  const world = new World({seed: 1, ...options});
  const tab = world.open('ann');
  tab.inbox.commands.openList({view: 'active'});
  for (const id of ['k1', 'k2', 'k3']) tab.inbox.commands.openThread(id);
  await world.timeline.advance(500);
  return {world, tab};
}

function write({inbox}: SimulatedTab, text: string, conversationId = 'k1', kind: 'reply' | 'note' = 'reply'): string {
  inbox.commands.setDraft(conversationId, kind, {text});
  return inbox.commands.send(conversationId, kind) ?? '';
}

const stored = (world: World, id = 'k1'): string[] => (world.backend.rows.get(id)?.messages ?? []).filter(({author}) => author.id === 'ann').map(({body}) => body.value);

function expect(isSo: boolean, rule: string): void {
  if (!isSo) throw new Breach(rule, 'not so');
}

/** What schedules of chance can't judge: each shows one promise in the situation it is made for. */
const scenarios: Readonly<Record<string, () => Promise<void>>> = {
  'a reply asks before it leaves when a colleague has answered meanwhile': async () => {
    const {world, tab} = await desk();
    world.setOffline(true);
    const clientId = write(tab, 'mine');
    world.backend.colleague('k1', 'theirs');
    await world.timeline.advance(1_000);
    world.setOffline(false);
    await world.timeline.advance(5_000);
    expect(stored(world).length === 0, 'nothing is sent unasked');
    expect(tab.inbox.state.outbox.get(clientId)?.question === 'stale-reply', 'it asks');
    tab.inbox.commands.sendAnyway(clientId);
    await world.timeline.advance(5_000);
    expect(stored(world).join() === 'mine', 'it is sent once the agent says so');
  },
  'a reply that was begun before a colleague answered asks, also when the answer was on screen': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'mine'});
    const theirs = world.backend.colleague('k1', 'theirs');
    await world.timeline.advance(500);
    tab.inbox.commands.markRead('k1', theirs.id);
    const clientId = tab.inbox.commands.send('k1', 'reply') ?? '';
    await world.timeline.advance(2_000);
    expect(tab.inbox.state.outbox.get(clientId)?.question === 'stale-reply', 'it asks');
  },
  'a backend that compares by itself makes it ask too': async () => {
    const {world, tab} = await desk({profile: {staleGuard: 'server', transport: 'in-page'}});
    world.network.slowMs = 400;
    const clientId = write(tab, 'mine');
    world.backend.colleague('k1', 'theirs');
    await world.timeline.advance(5_000);
    const entry = tab.inbox.state.outbox.get(clientId);
    expect(stored(world).length === 1 || entry?.question === 'stale-reply', 'it is sent, or asks');
  },
  'a message that waits for an agent who has gone on to another conversation says so there': async () => {
    const {world, tab} = await desk();
    const {inbox} = tab;
    const told = () => [...inbox.state.notices.values()].flatMap(({about}) => (about.type === 'message-waits' ? about.conversationId : [])).join();
    world.backend.newConversation();
    await world.timeline.advance(500);
    world.plan('sendMessage', {fate: {code: 'validation', issues: []}});
    write(tab, 'refused where one looks');
    await world.timeline.advance(1_000);
    expect(told() === '', 'who looks at it sees it in its row');
    const leave = inbox.commands.openThread('k4');
    await world.timeline.advance(500);
    world.setOffline(true);
    write(tab, 'one', 'k4');
    write(tab, 'two', 'k4');
    leave();
    world.backend.colleague('k4', 'theirs');
    await world.timeline.advance(1_000);
    world.setOffline(false);
    await world.timeline.advance(5_000);
    expect(told() === 'k4', 'it is told once');
  },
  'a note never asks: it reaches no customer': async () => {
    const {world, tab} = await desk();
    world.setOffline(true);
    write(tab, 'a note', 'k1', 'note');
    world.backend.incoming('k1', 'news');
    await world.timeline.advance(1_000);
    world.setOffline(false);
    await world.timeline.advance(5_000);
    expect(stored(world).join() === 'a note', 'it is sent');
  },
  'a message that waited more than a quarter of an hour asks': async () => {
    const {world, tab} = await desk();
    world.setOffline(true);
    const clientId = write(tab, 'late', 'k1', 'note');
    await world.timeline.advance(16 * minute);
    world.setOffline(false);
    await world.timeline.advance(40_000);
    expect(stored(world).length === 0, 'nothing is sent unasked');
    expect(tab.inbox.state.outbox.get(clientId)?.question === 'old', 'it asks');
  },
  'a held message can be called back and leaves when its time is over': async () => {
    const {world, tab} = await desk({undoSendMs: 5_000});
    const first = write(tab, 'called back');
    await world.timeline.advance(4_000);
    tab.inbox.commands.undoSend(first);
    write(tab, 'left', 'k2');
    await world.timeline.advance(4_000);
    expect(stored(world).length === 0 && stored(world, 'k2').length === 0, 'nothing leaves before its time');
    await world.timeline.advance(4_000);
    expect(stored(world).length === 0 && stored(world, 'k2').length === 1, 'only what was not called back leaves');
  },
  'the time to call back is no longer for a clock that is set back': async () => {
    const {world, tab} = await desk({undoSendMs: 5_000});
    write(tab, 'mine');
    world.browsers.ann!.skewMs = -3_600_000;
    await world.timeline.advance(60_000);
    expect(stored(world).length === 1, 'it has left');
  },
  'a wait for the next try is no longer for a clock that is set back before it begins': async () => {
    const {world, tab} = await desk({locks: false});
    world.browsers.ann!.skewMs = 3_600_000;
    world.plan('sendMessage', {fate: {code: 'unavailable', status: 503, applied: 'no'}});
    const clientId = write(tab, 'mine', 'k1', 'note');
    const isTried = () => tab.inbox.state.outbox.get(clientId)?.attempts === 1 && tab.inbox.state.outbox.get(clientId)?.delivery === 'queued';
    for (let ms = 0; ms < 1_000 && !isTried(); ms++) await world.timeline.advance(1);
    world.browsers.ann!.skewMs = 0;
    await world.timeline.advance(10_000);
    expect(stored(world).length === 1, 'it has left');
  },
  'two pages without locks do not ask the backend at the same time': async () => {
    const {world, tab} = await desk({locks: false});
    world.open('ann');
    await world.timeline.advance(1_500);
    world.setOffline(true);
    const clientId = write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(1_000);
    world.network.slowMs = 400;
    world.setOffline(false);
    await world.timeline.advance(60_000);
    expect(stored(world).join() === 'mine' && world.backend.asked.get(clientId) === 1, 'it is asked once');
  },
  'two pages without locks send a message once, though the clock is set while they look for it': async () => {
    const {world, tab} = await desk({locks: false, profile: {idempotentSend: 'lookup'}});
    world.setOffline(true);
    write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(500);
    world.kill(tab);
    for (let look = 0; look < 2; look++) world.plan('lookup.sent', {fate: 'answered', outMs: 20_000});
    world.plan('sendMessage', {fate: 'answered', outMs: 60_000});
    world.setOffline(false);
    world.open('ann');
    world.open('ann');
    await world.timeline.advance(3_000);
    // The lease of the one has run out by the clock, and the other takes it.
    world.browsers.ann!.skewMs = 3_600_000 / 6;
    await world.timeline.advance(10 * minute);
    expect(stored(world).length === 1, 'it is sent once');
  },
  'the same words sent twice are two messages, also where the backend has no client ids': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'none'}});
    write(tab, 'ok');
    await world.timeline.advance(2_000);
    write(tab, 'ok');
    await world.timeline.advance(2_000);
    expect(stored(world).join() === 'ok,ok', 'both are there');
  },
  'a message that got lost is not taken for the same words sent before it': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'none'}});
    world.plan('sendMessage', {fate: 'answered'});
    world.plan('sendMessage', {fate: 'lost-before'});
    write(tab, 'ok');
    const second = write(tab, 'ok');
    await world.timeline.advance(5_000);
    expect(stored(world).join() === 'ok' && tab.inbox.state.outbox.get(second)?.delivery === 'unconfirmed', 'the agent is asked');
  },
  'what a tab that froze had just stored goes first, also when the clock was set back': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    const browser = world.browsers.ann!;
    browser.skewMs = 60 * minute;
    await world.timeline.advance(1_000);
    write(tab, 'first', 'k1', 'note');
    await world.timeline.advance(1_000);
    browser.skewMs = 0;
    const second = write(other, 'second', 'k1', 'note');
    while (!browser.tables('oracle ann').entries.has(second)) await world.timeline.advance(0.1);
    other.gate.freeze();
    await world.timeline.advance(60);
    write(tab, 'third', 'k1', 'note');
    await world.timeline.advance(minute);
    expect(stored(world).join() === 'first,second,third', 'they stand in the order in which they were sent');
  },
  'what another tab has sent is not brought back by an agent who answers for it in a tab that slept': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'none'}});
    const other = world.open('ann');
    other.inbox.commands.openThread('k1');
    await world.timeline.advance(1_500);
    world.setOffline(true);
    const first = write(tab, 'first');
    const second = write(tab, 'second');
    world.backend.colleague('k1', 'theirs');
    await world.timeline.advance(500);
    world.setOffline(false);
    await world.timeline.advance(5_000);
    expect(other.inbox.state.outbox.get(first)?.question === 'stale-reply' && other.inbox.state.outbox.has(second), 'the other tab shows that it asks');
    other.gate.freeze();
    tab.inbox.commands.sendAnyway(first);
    await world.timeline.advance(5_000);
    expect(stored(world).join() === 'first,second', 'both have left');
    other.gate.thaw();
    other.inbox.commands.sendAnyway(first);
    await world.timeline.advance(15);
    expect(other.inbox.state.outbox.size === 0, 'the tab that slept knows');
    // Where they were written nobody would look for them first.
    world.kill(other);
    await world.timeline.advance(minute);
    expect(stored(world).join() === 'first,second', 'neither is sent again');
  },
  'what another tab began is left to it when the storage can tell nothing': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'none'}});
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    world.setOffline(true);
    await world.timeline.advance(100);
    const clientId = write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(500);
    expect(other.inbox.state.outbox.has(clientId), 'the other tab shows it too');
    world.browsers.ann!.mood = 'denied';
    // It arrives long after nobody waits for its answer any more.
    world.plan('sendMessage', {fate: 'answered', outMs: 100_000});
    world.setOffline(false);
    await world.timeline.advance(5 * minute);
    expect(stored(world).length === 1, 'it is sent once');
  },
  'what another tab has sent is not sent again when the storage can tell nothing': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'lookup'}});
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    world.plan('sendMessage', {fate: {code: 'unavailable', applied: 'no', retryAfterMs: 60_000}});
    const clientId = write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(1_000);
    world.browsers.ann!.mood = 'full';
    // The other tab finds out by what it has to write there.
    other.inbox.commands.setDraft('k2', 'reply', {text: 'begun'});
    await world.timeline.advance(1_000);
    other.inbox.commands.discard(clientId);
    world.backend.expireSessions();
    await world.timeline.advance(100);
    other.inbox.retry();
    await world.timeline.advance(1_000);
    other.inbox.commands.sendAnyway(clientId);
    tab.inbox.retry();
    await world.timeline.advance(5 * minute);
    expect(stored(world).length <= 1, 'it is sent once');
  },
  'what leaves is taken out of a storage that takes nothing more': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'none'}});
    world.setOffline(true);
    write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(500);
    world.browsers.ann!.mood = 'full';
    world.plan('sendMessage', {fate: 'answered', outMs: 100_000});
    world.setOffline(false);
    await world.timeline.advance(50_000);
    world.browsers.ann!.mood = 'ok';
    world.open('ann');
    await world.timeline.advance(5 * minute);
    expect(stored(world).length === 1, 'it is sent once');
  },
  'a text that was sent is no draft again where the storage takes nothing more': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'mine'});
    await world.timeline.advance(1_000);
    world.browsers.ann!.mood = 'full';
    tab.inbox.commands.send('k1', 'reply');
    await world.timeline.advance(1_000);
    world.kill(tab);
    const again = world.open('ann');
    await world.timeline.advance(1_000);
    expect(stored(world).length === 1 && again.inbox.state.drafts.get('reply:k1') === undefined, 'it is a message, and no draft');
  },
  'what was signed out is wiped though the storage takes nothing more': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'secret'});
    await world.timeline.advance(1_000);
    world.browsers.ann!.mood = 'full';
    tab.inbox.commands.setDraft('k2', 'reply', {text: 'more'});
    await world.timeline.advance(1_000);
    await Promise.all([tab.inbox.forget(), world.timeline.advance(500)]);
    expect(world.browsers.ann!.tables('oracle ann').drafts.size === 0, 'it is kept no more');
  },
  'what was signed out is wiped though the inbox was closed before, or its storage was only being opened': async () => {
    for (const when of ['closed', 'opening'] as const) {
      const {world, tab} = await desk();
      const browser = world.browsers.ann!;
      const other = world.open('ann');
      await world.timeline.advance(1_000);
      tab.inbox.commands.setDraft('k1', 'reply', {text: 'secret'});
      await world.timeline.advance(1_000);
      let {inbox} = tab;
      if (when === 'closed') await Promise.all([inbox.close(), world.timeline.advance(1_000)]);
      else {
        world.kill(tab);
        browser.loadMs = 500;
        ({inbox} = world.open('ann'));
        await world.timeline.advance(250);
      }
      await Promise.all([inbox.forget(), world.timeline.advance(2_000)]);
      expect(browser.tables('oracle ann').drafts.size === 0, `it is kept no more: ${when}`);
      expect(other.inbox.state.drafts.size === 0, `and gone in the other tab: ${when}`);
    }
  },
  'however many tabs look, a message is looked for as long as it may arrive': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'lookup', transport: 'in-page'}});
    world.plan('sendMessage', {fate: 'lost-after', outMs: 120_000});
    write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(1_000);
    world.kill(tab);
    world.open('ann');
    world.open('ann');
    for (let cut = 0; cut < 40; cut++) {
      world.cutStreams();
      await world.timeline.advance(5_000);
    }
    await world.timeline.advance(5 * minute);
    expect(stored(world).length === 1, 'it is sent once');
  },
  'what is entered while the storage is read is not taken for done': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    world.setOffline(true);
    world.browsers.ann!.loadMs = 300;
    write(other, 'theirs', 'k2', 'note');
    await world.timeline.advance(100);
    const clientId = write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(250);
    expect(tab.inbox.state.outbox.has(clientId), 'it is still there');
  },
  'what a storage said before it was lost is not believed': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    world.plan('sendMessage', {fate: {code: 'validation', issues: []}});
    const clientId = write(tab, 'refused', 'k1', 'note');
    await world.timeline.advance(1_000);
    world.setOffline(true);
    world.browsers.ann!.loadMs = 300;
    write(other, 'theirs', 'k2', 'note');
    await world.timeline.advance(100);
    world.browsers.ann!.mood = 'full';
    tab.inbox.commands.retry(clientId);
    await world.timeline.advance(500);
    expect(tab.inbox.state.outbox.get(clientId)?.delivery === 'queued', 'what the agent said stands');
  },
  'what the browser kept leaves before what is written while it is read': async () => {
    const {world, tab} = await desk({profile: {transport: 'in-page'}});
    world.setOffline(true);
    write(tab, 'first', 'k1', 'note');
    await world.timeline.advance(500);
    world.kill(tab);
    world.setOffline(false);
    world.browsers.ann!.loadMs = 400;
    const again = world.open('ann');
    await world.timeline.advance(150);
    write(again, 'second', 'k1', 'note');
    await world.timeline.advance(5_000);
    expect(stored(world).join() === 'first,second', 'in their order');
  },
  'a record of somebody else is not taken for one’s own, whatever it is called': async () => {
    const {world, tab} = await desk();
    world.plan('sendMessage', {fate: 'refused'});
    const clientId = write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(50);
    world.backend.colleague('k1', 'theirs', clientId);
    await world.timeline.advance(60_000);
    expect(stored(world).join() === 'mine', 'it is sent');
  },
  'a page of earlier messages is not put beside a hole': async () => {
    const {world, tab} = await desk({profile: {resume: 'none'}, incoming: 120});
    world.setOffline(true);
    for (let count = 0; count < 60; count++) world.backend.incoming('k1', `news ${count}`);
    await world.timeline.advance(1_000);
    // Its answer comes when the thread has begun anew.
    for (let read = 0; read < 3; read++) world.plan('getConversation', {fate: 'answered', outMs: 100});
    world.setOffline(false);
    while (tab.inbox.state.connection.status !== 'live') await world.timeline.advance(10);
    world.plan('listMessages', {fate: 'answered', backMs: 5_000});
    tab.inbox.commands.loadEarlier('k1');
    await world.timeline.advance(10_000);
    const thread = tab.inbox.state.threads.get('k1')!;
    const first = world.backend.rows.get('k1')!.messages.findIndex(({id}) => id === thread.messages.get(thread.keys.keys[0]!)?.id);
    expect(thread.keys.size === 180 - first, 'nothing is missing between');
    tab.inbox.commands.loadEarlier('k1');
    await world.timeline.advance(1_000);
    expect(tab.inbox.state.threads.get('k1')!.keys.size > 50, 'and what is earlier can be read');
  },
  'earlier messages can be read again after a gap came between': async () => {
    const {world, tab} = await desk({profile: {resume: 'none'}, incoming: 120});
    world.plan('listMessages', {fate: 'answered', backMs: 5_000});
    tab.inbox.commands.loadEarlier('k1');
    await world.timeline.advance(100);
    tab.inbox.commands.reloadThread('k1');
    await world.timeline.advance(10_000);
    tab.inbox.commands.loadEarlier('k1');
    await world.timeline.advance(1_000);
    expect(tab.inbox.state.threads.get('k1')!.keys.size === 100, 'a page more is there');
  },
  'the newest message is gone when it was deleted in a gap': async () => {
    const {world, tab} = await desk({profile: {resume: 'none'}, incoming: 60});
    const {messages} = world.backend.rows.get('k1')!;
    world.setOffline(true);
    world.backend.remove('k1', messages.at(-1)!.id);
    await world.timeline.advance(1_000);
    world.setOffline(false);
    await world.timeline.advance(10_000);
    const thread = tab.inbox.state.threads.get('k1')!;
    expect(thread.messages.get(thread.keys.keys.at(-1)!)?.id === messages.at(-1)!.id, 'it is not shown');
  },
  'a reply asks when more came than a page holds': async () => {
    const {world, tab} = await desk({profile: {resume: 'none'}});
    world.setOffline(true);
    const clientId = write(tab, 'mine');
    for (let count = 0; count < 60; count++) world.backend.incoming('k1', `news ${count}`);
    await world.timeline.advance(1_000);
    world.setOffline(false);
    await world.timeline.advance(5_000);
    expect(stored(world).length === 0 && tab.inbox.state.outbox.get(clientId)?.question === 'stale-reply', 'it asks');
  },
  'the browser that keeps nothing is told of once, and all goes on': async () => {
    const {world, tab} = await desk();
    world.browsers.ann!.mood = 'full';
    write(tab, 'one');
    await world.timeline.advance(2_000);
    write(tab, 'two', 'k2');
    await world.timeline.advance(2_000);
    expect(stored(world).length === 1 && stored(world, 'k2').length === 1, 'both are sent');
    expect(tab.facts.filter(({type}) => type === 'storage-lost').length === 1, 'it is told once');
    expect(!tab.inbox.state.keeps, 'nobody claims that drafts are kept');
    tab.signInAs('ben');
    world.backend.expireSessions();
    await world.timeline.advance(100);
    tab.inbox.retry();
    await world.timeline.advance(1_000);
    write(tab, 'three');
    await world.timeline.advance(2_000);
    expect(tab.facts.filter(({type}) => type === 'storage-lost').length === 2, 'another agent is told too');
  },
  'a storage that is there again gets what was in hand': async () => {
    const {world, tab} = await desk();
    world.browsers.ann!.wipe();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'begun'});
    await world.timeline.advance(1_000);
    world.backend.expireSessions();
    await world.timeline.advance(100);
    tab.inbox.retry();
    await world.timeline.advance(1_000);
    const kept = world.browsers.ann!.tables('oracle ann').drafts.get('reply:k1');
    expect(kept?.text === 'begun', 'the draft is kept');
  },
  'a storage that was taken away while the page runs is opened again at once': async () => {
    const {world, tab} = await desk();
    world.setOffline(true);
    const clientId = write(tab, 'waits', 'k2');
    await world.timeline.advance(1_000);
    world.browsers.ann!.wipe();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'begun'});
    await world.timeline.advance(1_000);
    const {drafts, entries} = world.browsers.ann!.tables('oracle ann');
    expect(drafts.get('reply:k1')?.text === 'begun', 'the draft is kept');
    expect(entries.has(clientId), 'the message is kept');
    expect(tab.facts.every(({type}) => type !== 'storage-lost'), 'nobody is bothered with it');
  },
  'a storage that is taken away again and again is left alone for a minute': async () => {
    const {world, tab} = await desk();
    for (let times = 0; times < 2; times++) {
      world.browsers.ann!.wipe();
      await world.timeline.advance(1_000);
    }
    expect(!tab.inbox.state.keeps, 'it is not opened at once the second time');
    await world.timeline.advance(70_000);
    expect(tab.inbox.state.keeps, 'it is opened later');
  },
  'a storage that has room again gets what was in hand, in the same session': async () => {
    const {world, tab} = await desk();
    const browser = world.browsers.ann!;
    browser.mood = 'full';
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'begun'});
    world.setOffline(true);
    const clientId = write(tab, 'waits', 'k2');
    await world.timeline.advance(200_000);
    expect(!tab.inbox.state.keeps, 'nothing is kept while there is no room');
    browser.mood = 'ok';
    await world.timeline.advance(70_000);
    const {drafts, entries} = browser.tables('oracle ann');
    expect(drafts.get('reply:k1')?.text === 'begun', 'the draft is kept');
    expect(entries.has(clientId), 'the message is kept');
    expect(tab.inbox.state.keeps, 'it says so');
    expect(tab.facts.filter(({type}) => type === 'storage-lost').length === 1, 'it was told once');
  },
  'an archive that is held is given up when the customer writes': async () => {
    const {world, tab} = await desk({profile: {undo: 'hold'}});
    tab.inbox.commands.archive('k1');
    await world.timeline.advance(2_000);
    world.backend.incoming('k1', 'one more thing');
    await world.timeline.advance(20_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'active', 'it is not archived');
    expect([...tab.inbox.state.notices.values()].some(({about}) => about.type === 'archive-cancelled'), 'it says so');
  },
  'an archive that nobody answered looks whether the customer wrote before it is tried again': async () => {
    const {world, tab} = await desk();
    world.plan('setState', {fate: 'lost-before'});
    tab.inbox.commands.archive('k1');
    await world.timeline.advance(200);
    world.backend.incoming('k1', 'one more thing');
    await world.timeline.advance(20_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'active', 'it is not archived');
    expect([...tab.inbox.state.notices.values()].some(({about}) => about.type === 'archive-cancelled'), 'it says so');
  },
  'an archive in hand when the connection is lost looks first, also when the end of a message before it is what sets it off': async () => {
    const {world, tab} = await desk({profile: {undo: 'hold', transport: 'in-page'}});
    world.plan('sendMessage', {fate: {code: 'unavailable', status: 500, committed: true}});
    write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(100);
    world.setOffline(true);
    tab.inbox.commands.archive('k1');
    world.backend.incoming('k1', 'one more thing');
    await world.timeline.advance(30_000);
    world.setOffline(false);
    await world.timeline.advance(20_000);
    expect(stored(world).length === 1 && world.backend.rows.get('k1')?.conversation.state === 'active', 'it is not archived');
  },
  'an archive that is held leaves after its time, and with a page that goes': async () => {
    const {world, tab} = await desk({profile: {undo: 'hold'}});
    tab.inbox.commands.archive('k1');
    await world.timeline.advance(4_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'active', 'it waits');
    await world.timeline.advance(4_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'archived', 'it leaves');
    tab.inbox.commands.archive('k2');
    await world.timeline.advance(1_000);
    world.kill(tab);
    world.open('ann');
    await world.timeline.advance(5_000);
    expect(world.backend.rows.get('k2')?.conversation.state === 'archived', 'it leaves at the next start');
  },
  'an archive that is held in one page is not sent by another that is opened meanwhile': async () => {
    const {world, tab} = await desk({profile: {undo: 'hold'}});
    tab.inbox.commands.archive('k1');
    tab.inbox.commands.archive('k2');
    tab.inbox.commands.pauseUndo('k2');
    await world.timeline.advance(1_000);
    const other = world.open('ann');
    other.inbox.commands.openList({view: 'active'});
    await world.timeline.advance(3_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'active', 'it waits');
    tab.inbox.commands.undo('k1');
    await world.timeline.advance(30_000);
    for (const {inbox} of [tab, other]) expect(inbox.state.conversations.get('k1')?.state === 'active', 'what was taken back stays so in both');
    expect(world.backend.rows.get('k1')?.conversation.state === 'active', 'and at the backend');
    expect(world.backend.rows.get('k2')?.conversation.state === 'active', 'a pointer on the toast holds it as long as it likes');
    world.kill(tab);
    await world.timeline.advance(1_000);
    expect(world.backend.rows.get('k2')?.conversation.state === 'archived', 'the other page sends it when the first is gone');
  },
  'an archive that is held when the inbox is closed leaves when it is there again': async () => {
    const {world, tab} = await desk({profile: {undo: 'hold'}});
    tab.inbox.commands.archive('k1');
    await world.timeline.advance(1_000);
    await Promise.all([tab.inbox.close(), world.timeline.advance(1_000)]);
    expect(tab.inbox.state.undoables.size === 0, 'nobody can take it back any more');
    tab.inbox.connect();
    await world.timeline.advance(1_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'archived', 'it has left');
  },
  'an archive behind a message that is called back leaves': async () => {
    const {world, tab} = await desk({undoSendMs: 30_000});
    const clientId = write(tab, 'called back');
    tab.inbox.commands.archive('k1');
    await world.timeline.advance(10_000);
    tab.inbox.commands.undoSend(clientId);
    await world.timeline.advance(1_000);
    expect(world.backend.rows.get('k1')?.conversation.state === 'archived', 'it does not wait for what never leaves');
  },
  'an archive waits behind the messages of its conversation': async () => {
    const {world, tab} = await desk();
    world.plan('sendMessage', {fate: 'refused'});
    write(tab, 'last word');
    tab.inbox.commands.archive('k1');
    await world.timeline.advance(200);
    expect(world.backend.rows.get('k1')?.conversation.state === 'active', 'it waits');
    await world.timeline.advance(10_000);
    expect(stored(world).length === 1 && world.backend.rows.get('k1')?.conversation.state === 'archived', 'both are done');
  },
  'what is typed before anybody has signed in is kept once somebody has, behind what was kept before': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'yesterday'});
    await world.timeline.advance(1_000);
    world.setOffline(true);
    world.kill(tab);
    const again = world.open('ann');
    again.inbox.commands.setDraft('k1', 'reply', {text: 'today'});
    await world.timeline.advance(5_000);
    world.setOffline(false);
    await world.timeline.advance(60_000);
    const text = 'yesterday\n\ntoday';
    expect(again.inbox.state.drafts.get('reply:k1')?.text === text, 'both are shown');
    world.kill(again);
    const last = world.open('ann');
    await world.timeline.advance(1_000);
    expect(last.inbox.state.drafts.get('reply:k1')?.text === text, 'both are kept');
  },
  'what another page has sent is no draft again in one that was closed meanwhile, and what it has written on is shown': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'first'});
    tab.inbox.commands.setDraft('k2', 'reply', {text: 'second'});
    await world.timeline.advance(1_000);
    await Promise.all([tab.inbox.close(), world.timeline.advance(1_000)]);
    const other = world.open('ann');
    await world.timeline.advance(1_000);
    other.inbox.commands.send('k1', 'reply');
    other.inbox.commands.setDraft('k2', 'reply', {text: 'second and more'});
    await world.timeline.advance(1_000);
    tab.inbox.connect();
    await world.timeline.advance(1_000);
    expect(stored(world).join() === 'first' && tab.inbox.state.drafts.get('reply:k1') === undefined, 'what was sent is a message, and no draft');
    expect(tab.inbox.state.drafts.get('reply:k2')?.text === 'second and more', 'the other is as it is kept');
  },
  'a draft that was kept is not overwritten by a page whose storage opens late': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'yesterday'});
    await world.timeline.advance(1_000);
    world.kill(tab);
    world.browsers.ann!.mood = 'denied';
    const again = world.open('ann');
    await world.timeline.advance(1_000);
    again.inbox.commands.setDraft('k1', 'reply', {text: 'today'});
    await world.timeline.advance(1_000);
    world.browsers.ann!.mood = 'ok';
    await world.timeline.advance(70_000);
    expect(world.browsers.ann!.tables('oracle ann').drafts.get('reply:k1')?.text === 'yesterday\n\ntoday', 'both are kept');
  },
  'what another tab is sending cannot be called back in one that waits for its turn': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_000);
    world.setOffline(true);
    const clientId = write(tab, 'mine', 'k1', 'note');
    await world.timeline.advance(1_000);
    world.plan('sendMessage', {fate: 'answered', outMs: 3_000, backMs: 3_000});
    world.setOffline(false);
    await world.timeline.advance(2_500);
    const [sending, waiting] = tab.inbox.state.outbox.get(clientId)?.delivery === 'sending' ? [tab, other] : [other, tab];
    expect(sending.inbox.state.outbox.get(clientId)?.delivery === 'sending', 'one of them sends it');
    waiting.inbox.commands.undoSend(clientId);
    expect(waiting.inbox.state.outbox.get(clientId)?.delivery === 'sending', 'the other shows so');
    await world.timeline.advance(minute);
    expect(stored(world).join() === 'mine' && waiting.inbox.state.drafts.get('note:k1') === undefined, 'it is a message, and no draft');
  },
  'what is chosen while the storage is read, or is lost, takes the place of nothing else that is kept there': async () => {
    const {world, tab} = await desk();
    const browser = world.browsers.ann!;
    const kept = () => browser.tables('oracle ann').choices;
    tab.inbox.commands.choose({signature: 'Ann', readUpTo: {k2: 'm2'}});
    await world.timeline.advance(500);
    world.kill(tab);
    browser.loadMs = 500;
    const again = world.open('ann');
    again.inbox.commands.openThread('k1');
    await world.timeline.advance(250);
    expect(!again.inbox.state.keeps, 'it is being read');
    again.inbox.commands.markRead('k1');
    await world.timeline.advance(2_000);
    for (const choices of [again.inbox.state.choices, kept()]) {
      expect(choices?.signature === 'Ann' && choices.readUpTo['k2'] === 'm2' && choices.readUpTo['k1'] === 'm1', 'both are there');
    }
    browser.mood = 'full';
    again.inbox.commands.setDraft('k1', 'reply', {text: 'begun'});
    await world.timeline.advance(1_000);
    again.inbox.commands.choose({signature: 'Ann K.'});
    browser.mood = 'ok';
    await world.timeline.advance(70_000);
    expect(again.inbox.state.choices.signature === 'Ann K.' && kept()?.signature === 'Ann K.', 'the newer one is kept when there is room again');
  },
  'what is called back in one tab is a draft in all of them': async () => {
    const {world, tab} = await desk({undoSendMs: 5_000});
    const other = world.open('ann');
    await world.timeline.advance(1_000);
    const clientId = write(tab, 'called back');
    await world.timeline.advance(1_000);
    other.inbox.commands.undoSend(clientId);
    await world.timeline.advance(1_000);
    expect(tab.inbox.state.drafts.get('reply:k1')?.text === 'called back', 'where it was written too, or what is begun there would take its place');
  },
  'what one tab types another shows, and never over what is being typed there': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(500);
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'from the first'});
    await world.timeline.advance(500);
    expect(other.inbox.state.drafts.get('reply:k1')?.text === 'from the first', 'it is shown');
    expect(other.inbox.state.draftsElsewhere.has('reply:k1'), 'and said to be written elsewhere');
    tab.inbox.commands.setDraft('k2', 'reply', {text: 'first'});
    await world.timeline.advance(250);
    other.inbox.commands.setDraft('k2', 'reply', {text: 'second'});
    await world.timeline.advance(100);
    expect(other.inbox.state.drafts.get('reply:k2')?.text === 'second', 'it is not overwritten');
  },
  'what is signed out in one tab is gone in all of them': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(500);
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'secret'});
    await world.timeline.advance(500);
    await Promise.all([tab.inbox.forget(), world.timeline.advance(500)]);
    expect(other.inbox.state.drafts.get('reply:k1') === undefined, 'the other tab shows it no more');
    expect(world.browsers.ann!.tables('oracle ann').drafts.size === 0, 'it is kept no more');
  },
  'another agent sees nothing of the first': async () => {
    const {world, tab} = await desk();
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'of ann'});
    world.setOffline(true);
    write(tab, 'waits', 'k2', 'note');
    await world.timeline.advance(1_000);
    world.setOffline(false);
    tab.signInAs('ben');
    world.backend.expireSessions();
    await world.timeline.advance(100);
    tab.inbox.retry();
    await world.timeline.advance(60_000);
    expect(tab.inbox.state.session?.me.id === 'ben', 'somebody else is signed in');
    expect(tab.inbox.state.drafts.get('reply:k1') === undefined && tab.inbox.state.outbox.size === 0, 'nothing of the first is shown');
    expect(stored(world, 'k2').length === 0, 'nothing of the first is sent');
    tab.signInAs('ann');
    world.backend.expireSessions();
    await world.timeline.advance(100);
    tab.inbox.retry();
    await world.timeline.advance(20_000);
    expect(tab.inbox.state.drafts.get('reply:k1')?.text === 'of ann', 'it comes back with its agent');
    expect(stored(world, 'k2').length === 1, 'and what waited is sent');
  },
  'tabs of another version are not listened to': async () => {
    const {world, tab} = await desk();
    const stranger = world.browsers.ann!.channel({alive: true, frozen: false, enter: (run: () => void) => run()} as SimulatedTab['gate']).open('loop-inbox oracle ann', () => undefined);
    stranger.post({protocol: 999, type: 'draft-gone', value: 'reply:k1'});
    tab.inbox.commands.setDraft('k1', 'reply', {text: 'mine'});
    await world.timeline.advance(500);
    stranger.post({protocol: 999, type: 'draft-gone', value: 'reply:k1'});
    await world.timeline.advance(500);
    expect(tab.inbox.state.drafts.get('reply:k1')?.text === 'mine', 'the draft stands');
  },
  'an inbox that is taken out of the page and put back at once keeps what is written': async () => {
    const {world, tab} = await desk();
    world.network.slowMs = 0;
    for (let time = 0; time < 40; time++) {
      world.backend.closingMs = time < 20 ? 0 : 500;
      tab.inbox.commands.setDraft('k1', 'reply', {text: `before ${time}`});
      const closing = tab.inbox.close();
      await world.timeline.advance(time % 4);
      tab.inbox.connect();
      await Promise.all([closing, world.timeline.advance(1_000)]);
      tab.inbox.commands.setDraft('k1', 'reply', {text: `after ${time}`});
      await world.timeline.advance(1_000);
      expect(world.browsers.ann!.tables('oracle ann').drafts.get('reply:k1')?.text === `after ${time}`, 'it is kept');
    }
  },
  'a leader that is hidden hands over to a tab that is looked at': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    expect(world.readers().join() === [tab.gate].join() && world.readers()[0] === tab.gate, 'the first leads');
    tab.page.isVisible = false;
    tab.page.tell('hidden');
    await world.timeline.advance(3_000);
    expect(world.readers().length === 1 && world.readers()[0] === other.gate, 'the other leads, alone');
  },
  'a frozen leader is replaced within 10 s, also where all tabs are hidden, and when the clock is set back': async () => {
    for (const circumstance of ['hidden', 'clock'] as const) {
      const {world, tab} = await desk();
      const other = world.open('ann');
      await world.timeline.advance(1_500);
      if (circumstance === 'clock') world.browsers.ann!.skewMs = -60 * minute;
      else {
        for (const {page} of [tab, other]) {
          page.isVisible = false;
          page.tell('hidden');
        }
      }
      await world.timeline.advance(5_000);
      tab.gate.freeze();
      await world.timeline.advance(10_000);
      expect(world.readers().includes(other.gate), `another leads: ${circumstance}`);
    }
  },
  'a frozen leader is replaced within 10 s where several hidden tabs, whose timers come together, take its place at once, and one that is frozen waits for it': async () => {
    const {world, tab} = await desk();
    const frozen = world.open('ann');
    await world.timeline.advance(500);
    const others = Array.from({length: 3}, () => world.open('ann'));
    await world.timeline.advance(1_500);
    for (const {page} of others) {
      page.isVisible = false;
      page.tell('hidden');
    }
    frozen.gate.freeze();
    await world.timeline.advance(5_000);
    tab.gate.freeze();
    await world.timeline.advance(10_000);
    expect(others.some(({gate}) => world.readers().includes(gate)), 'one of them leads');
    await world.timeline.advance(5_000);
    expect(others.filter(({gate}) => world.readers().includes(gate)).length === 1, 'one alone');
  },
  'a tab that comes into view has a leader within 3 s, whatever the hidden one does': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    for (const {page} of [tab, other]) {
      page.isVisible = false;
      page.tell('hidden');
    }
    await world.timeline.advance(5_000);
    tab.gate.freeze();
    other.page.isVisible = true;
    other.page.tell('visible');
    await world.timeline.advance(3_000);
    expect(world.readers().includes(other.gate), 'it leads itself');
  },
  'an alert is told in one tab, also where tabs share nothing': async () => {
    for (const options of [{}, {locks: false}, {channel: false}]) {
      const {world, tab} = await desk(options);
      const other = world.open('ann');
      await world.timeline.advance(1_500);
      world.backend.incoming('k1', 'news');
      await world.timeline.advance(1_000);
      const told = [tab, other].flatMap(({facts}) => facts).filter(({type}) => type === 'alert-due').length;
      expect(told === 1, 'exactly one');
      await world.closeAll();
    }
  },
  'what came while no tab had a connection is listed, and told once': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    world.setOffline(true);
    for (let count = 0; count < 5; count++) world.backend.incoming('k2', `news ${count}`);
    await world.timeline.advance(60_000);
    world.setOffline(false);
    await world.timeline.advance(60_000);
    const told = [tab, other].flatMap(({facts}) => facts).filter(({type}) => type === 'alert-due').length;
    expect(told === 1, 'one sound for all of it');
    expect([tab, other].some(({inbox}) => inbox.state.notifications.unread === 5), 'all of it is listed');
  },
  'what a page wrote that froze at once goes before what is written later': async () => {
    const {world, tab} = await desk();
    const other = world.open('ann');
    await world.timeline.advance(1_500);
    world.setOffline(true);
    write(other, 'first', 'k1', 'note');
    // Kept, but nobody has been told.
    for (let ms = 0; world.browsers.ann!.tables('oracle ann').entries.size === 0 && ms < 20; ms++) await world.timeline.advance(1);
    other.gate.freeze();
    await world.timeline.advance(100);
    write(tab, 'second', 'k1', 'note');
    world.setOffline(false);
    await world.timeline.advance(60_000);
    expect(stored(world).join() === 'first,second', 'in their order');
  },
  'a call that nobody answers is given up': async () => {
    const {world, tab} = await desk({profile: {idempotentSend: 'none', transport: 'in-page'}});
    world.network.slowMs = 1;
    world.plan('sendMessage', {fate: 'silent-before'});
    const clientId = write(tab, 'unheard', 'k1', 'note');
    await world.timeline.advance(50_000);
    expect(tab.inbox.state.outbox.get(clientId)?.delivery === 'unconfirmed', 'the agent is asked');
  },
  'a connection that breaks at once is not tried without a pause': async () => {
    const {world} = await desk({profile: {transport: 'in-page'}});
    const before = world.backend.opened;
    const until = world.timeline.now() + 120_000;
    while (world.timeline.now() < until) {
      world.cutStreams();
      await world.timeline.advance(100);
    }
    expect(world.backend.opened - before < 250, 'half a second at least lies between');
  },
};

/** @throws {Breach} naming the scenario */
export async function playScenarios(): Promise<Tally> {
  for (const [name, play] of Object.entries(scenarios)) {
    try {
      await play();
    } catch (error) {
      if (error instanceof Breach) throw new Breach(name, error.rule);
      throw error;
    }
  }
  return {schedules: 1, scenarios: Object.keys(scenarios).length};
}
