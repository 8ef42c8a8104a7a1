import {setTimeout as sleep} from 'node:timers/promises';
import {expect, it} from 'vitest';
import {until} from '../journeys/support/visit.js';
import {openEngine, type Tab} from './support/engine.js';
import {brief, chance, figure, long} from './support/measure.js';
import {slowServer} from './support/slow-server.js';

const kills = long ? 1000 : brief ? 7 : 50;
const lossMs = 1000;
/** A sending that is younger than this may not have reached the storage when its page dies. */
const youngMs = 100;
const conversations = ['marta', 'oliver', 'ingrid'] as const;
const kinds = ['reply', 'note'] as const;
type Kind = (typeof kinds)[number];

interface Sent {
  readonly conversationId: string;
  readonly kind: Kind;
  readonly text: string;
}

it(`${kills} pages killed while an agent writes lose at most ${lossMs} ms of it, mix up nothing, and send each message once`, async () => {
  const seed = Number(process.env.SEED ?? 1);
  const random = chance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const server = await slowServer(chance(seed + 1), 300);
  const engine = await openEngine(server.origin);
  const open = () => engine.open(`${server.origin}/soak/kills.html`);
  const before = await Promise.all(conversations.map((id) => messagesAt(server.origin, id)));
  /** Drafts, by kind and conversation. */
  const written = new Map<string, string>();
  const sent: Sent[] = [];
  let worstMs = 0;
  let tooYoung = 0;
  let whole = 0;
  let cutShort = 0;

  let tab = await open();
  for (let round = 0; round < kills; round++) {
    const [conversationId, kind] = [pick(conversations), pick(kinds)];
    const key = `${kind}:${conversationId}`;
    await write(tab, conversationId, kind);
    await until(() => field(tab)).toBe(written.get(key) ?? '');
    /** Each text that the field held, and when. */
    const stages = [{text: written.get(key) ?? '', at: -Infinity}];
    let text = stages[0]!.text;
    for (let letters = Math.floor(5 + random() * 60); letters > 0; letters--) {
      const next = String.fromCharCode(97 + Math.floor(random() * 26));
      await tab.type(next);
      text += next;
      stages.push({text, at: performance.now()});
      if (random() < 0.05) await sleep(random() * 700);
    }
    const sends = random() < 0.4;
    const dwellMs = random() < 0.5 ? 0 : random() * 1000;
    if (sends) {
      await tab.ask(`agent.hold(${pick([0, 0, 5000])})`);
      await tab.press('Enter');
      if (dwellMs > 0) await until(() => field(tab)).toBe('');
      await sleep(dwellMs);
    }
    const isWhole = random() < 0.2 && engine.killWhole !== undefined;
    const dyingAt = performance.now();
    if (isWhole) whole++;
    await (isWhole ? engine.killWhole!() : tab.kill());
    const hadArrived = (await messagesAt(server.origin, conversationId)).some(({body}) => body.value === text);

    tab = await open();
    await write(tab, conversationId, kind);
    const kept = await settled(() => field(tab), sends ? '' : text);
    const isSent = async () => (await leaving(tab)).includes(text) || (await messagesAt(server.origin, conversationId)).some(({body}) => body.value === text);
    if (sends && kept === '' && (await settled(isSent, true))) {
      sent.push({conversationId, kind, text});
      written.delete(key);
      if (!hadArrived) cutShort++;
    } else {
      const stage = stages.findIndex((each) => each.text === kept);
      expect(stage, `'${kept}' was never typed there`).toBeGreaterThanOrEqual(0);
      if (sends) {
        expect(dwellMs, `'${text}' was sent and is neither on its way nor a draft`).toBeLessThan(youngMs);
        tooYoung++;
      }
      const firstLost = stages[stage + 1];
      if (firstLost) worstMs = Math.max(worstMs, dyingAt - firstLost.at);
      if (kept === '') written.delete(key);
      else written.set(key, kept);
    }
    // Nothing that was sent is a draft again, and no draft stands elsewhere.
    await until(() => tab.ask('agent.drafts()')).toEqual(Object.fromEntries(written));
  }
  await until(() => leaving(tab)).toEqual([]);
  const found = await Promise.all(
    conversations.map(async (conversationId, index) =>
      (await messagesAt(server.origin, conversationId)).slice(before[index]!.length).map(({kind, body}) => ({conversationId, kind, text: body.value})),
    ),
  );
  const wanted = conversations.map((id) => sent.filter(({conversationId}) => conversationId === id));

  const texts = found.flat().map(({text}) => text);
  figure(`${engine.name}: typing lost in ${kills} kills${whole > 0 ? `, ${whole} of the whole browser` : ''}, worst`, `${Math.round(worstMs)} ms`, `${lossMs} ms`);
  figure('messages sent, not yet at the server when their page died', `${sent.length}, ${cutShort}`, 'any');
  figure('sendings so young that they were drafts again', String(tooYoung), 'any');
  figure('messages at the server', `${texts.length}, ${new Set(texts).size} different`, `${sent.length} of each`);
  expect(found).toEqual(wanted);
  expect(worstMs).toBeLessThanOrEqual(lossMs);
  expect(sent.length).toBeGreaterThan(0);
});

const write = (tab: Tab, conversationId: string, kind: Kind): Promise<void> => tab.ask(`agent.write('${conversationId}', '${kind}')`);
const field = (tab: Tab): Promise<string> => tab.ask('agent.field()');
const leaving = (tab: Tab): Promise<readonly string[]> => tab.ask('agent.leaving()');

interface Stored {
  readonly kind: string;
  readonly body: {readonly value: string};
}

/** What the server has of a conversation, oldest first. */
async function messagesAt(origin: string, conversationId: string): Promise<readonly Stored[]> {
  const all: Stored[] = [];
  let before: string | undefined;
  do {
    const query = new URLSearchParams({limit: '100', ...(before !== undefined && {before})});
    const answer = await fetch(`${origin}/v1/conversations/${conversationId}/messages?${query}`, {headers: {authorization: 'Bearer lena'}});
    const page = (await answer.json()) as {readonly items: readonly Stored[]; readonly prev?: string};
    all.unshift(...page.items);
    before = page.prev;
  } while (before !== undefined);
  return all;
}

/** What the page says once it has had the time to say it: drafts come out of the storage a moment after the page. */
async function settled<T>(read: () => Promise<T>, hoped: T): Promise<T> {
  let seen = await read();
  for (let time = 0; time < 20 && seen !== hoped; time++) {
    await sleep(25);
    seen = await read();
  }
  return seen;
}
