import type {Id, Message} from '../../contract/index.js';
import {readable} from '../bodies.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual} from '../claims.js';
import type {CheckContext} from '../context.js';
import {hook} from '../needs.js';
import {pagesBack, pagesOn, repeated} from '../walks.js';

export const messageChecks = defineChecks([
  {
    id: 'messages/oldest-first',
    level: 'core',
    title: 'answers each page of a thread oldest first',
    run: async (t) => {
      const {id} = await longThread(t, 6);
      for (const page of await pagesBack(t.session, id, 4)) {
        claimEqual(page.items.map(({order}) => order), sorted(page.items), 'a page is ordered by `order`, oldest first');
      }
      const written = (await t.thread(id)).map(({createdAt}) => Date.parse(createdAt));
      claimEqual(written, written.toSorted((a, b) => a - b), 'what was written one after the other is told in this order');
    },
  },
  {
    id: 'messages/order-key-unique-and-stable',
    level: 'core',
    title: 'gives each message an order key of its own that sorts by code unit, also from the 9th to the 10th, and stays',
    run: async (t) => {
      const {id} = await longThread(t, 8);
      const before = await t.thread(id);
      for (let index = 0; index < 3; index++) {
        const {message} = await t.reply(id, t.words('One more'));
        const all = await t.thread(id);
        const keys = all.map(({order}) => order);
        claim(keys.every((key) => typeof key === 'string'), '`order` is a string');
        claimEqual(repeated(keys), [], 'no two messages of a conversation have the same `order`');
        claimEqual(keys.toSorted(byCodeUnit).at(-1), message.order, `the newest of ${all.length} messages has the last \`order\`, compared by code unit`);
      }
      const after = new Map((await t.thread(id, await t.connect())).map((message) => [message.id, message.order]));
      for (const message of before) claimEqual(after.get(message.id), message.order, `the \`order\` of message ${message.id} stays`);
    },
  },
  {
    id: 'messages/latest-page-default',
    level: 'core',
    title: 'answers the latest page when no position is asked for, and at most `limit` messages',
    run: async (t) => {
      const {id, all} = await longThread(t, 7);
      const page = await t.session.listMessages(id, {limit: 3}, {});
      claim(page.items.length <= 3, `a page with limit 3 holds at most 3 messages, not ${page.items.length}`);
      claimEqual(idsOf(page.items), all.slice(-page.items.length), 'the page without a position ends with the newest message');
      claim(page.prev !== undefined, 'the latest page of a longer thread names `prev`');
    },
  },
  {
    id: 'messages/before-walks-to-start',
    level: 'core',
    title: 'leads back by `prev` to the first message and ends there',
    run: async (t) => {
      const {id, all} = await longThread(t, 7);
      const pages = await pagesBack(t.session, id, 3);
      claim(pages.every((page) => page.items.length <= 3), 'no page before another holds more than `limit` messages');
      claimEqual(pages.at(-1)?.items[0]?.id, all[0], 'the last page back begins with the first message');
      claimEqual(pages.at(-1)?.prev, undefined, 'the first page of a thread has no `prev`');
    },
  },
  {
    id: 'messages/after-walks-to-end',
    level: 'core',
    title: 'leads forward by `next` to the newest message',
    run: async (t) => {
      const {id, all} = await longThread(t, 7);
      const start = (await pagesBack(t.session, id, 3)).at(-1);
      claim(start?.next !== undefined, 'the first page of a longer thread names `next`');
      const pages = await pagesOn(t.session, id, start, 3);
      claim(pages.every((page) => page.items.length <= 3), 'no page after another holds more than `limit` messages');
      claimEqual([...idsOf(start.items), ...pages.flatMap((page) => idsOf(page.items))], [...all], 'pages forward hold the whole thread once');
    },
  },
  {
    id: 'messages/around-contains-target',
    level: 'core',
    title: 'answers a page around a message that holds it, with a way in both directions',
    run: async (t) => {
      const {id, all} = await longThread(t, 9);
      const target = all[4] ?? '';
      const page = await t.session.listMessages(id, {around: target, limit: 3}, {});
      claim(page.items.length <= 3, `a page around a message holds at most \`limit\`, not ${page.items.length}`);
      claim(idsOf(page.items).includes(target), 'a page around a message holds that message');
      claim(page.prev !== undefined && page.next !== undefined, 'a page in the middle names `prev` and `next`');
      const on = await pagesOn(t.session, id, page, 3);
      claimEqual(on.at(-1)?.items.at(-1)?.id, all.at(-1), 'from a page in the middle `next` leads to the newest message');
    },
  },
  {
    id: 'messages/no-gap-no-overlap-between-pages',
    level: 'core',
    title: 'cuts a thread into pages without a gap and without an overlap, whatever the limit',
    run: async (t) => {
      const {id, all} = await longThread(t, 8);
      for (const limit of [1, 2, 5]) {
        const pages = await pagesBack(t.session, id, limit);
        const walked = pages.toReversed().flatMap((page) => idsOf(page.items));
        claimEqual(repeated(walked), [], `no message comes twice over pages of ${limit}`);
        claimEqual(walked, [...all], `pages of ${limit} hold the whole thread`);
      }
    },
  },
  {
    id: 'messages/backdated-not-lost',
    level: 'core',
    title: 'lists a message that is stored now with an earlier time',
    run: async (t) => {
      const setBackdated = hook(t.seed, 'setBackdated');
      const {id} = await longThread(t, 5);
      const words = t.words('Sent from the plane');
      await setBackdated(id, words, new Date(t.now() - 3_600_000).toISOString());
      await t.eventually('a message with an earlier time is in the thread', async () => (await t.count(id, words)) === 1);
      const small = (await pagesBack(t.session, id, 2)).flatMap((page) => page.items);
      claimEqual(small.filter(({body}) => body.value.includes(words)).length, 1, 'it is on exactly one of the small pages');
    },
  },
  {
    id: 'messages/kinds-and-authors-mapped',
    level: 'core',
    title: 'tells what the contact wrote from what an agent wrote, and by whom',
    run: async (t) => {
      const id = await t.conversation();
      const {message} = await t.reply(id, t.words('On its way.'));
      const [first, ...others] = (await t.thread(id)).filter(({kind}) => kind !== 'activity');
      claimEqual(first?.kind, 'incoming', "what the contact wrote has kind 'incoming'");
      claimEqual(first?.author.kind, 'contact', "its author has kind 'contact'");
      const reply = others.find((one) => one.id === message.id);
      claimEqual(reply?.kind, 'reply', "what an agent wrote to the contact has kind 'reply'");
      claimEqual(reply?.author.kind, 'agent', "its author has kind 'agent'");
      claimEqual(reply?.author.id, t.session.me.id, "its author's id is that of `me`");
    },
  },
  {
    id: 'messages/html-marked-html',
    level: 'core',
    title: 'marks HTML as html and never marks plain text so',
    run: async (t) => {
      const signs = `1 < 2 & <b>not bold</b> ${t.key()}`;
      const id = await t.conversation({text: signs});
      const [plain] = await t.thread(id);
      claimEqual(plain && readable(plain.body), signs, 'signs of plain text read as they were written, in the format that is told');
      if (plain?.body.format === 'html') claim(!plain.body.value.includes('<b>'), 'plain text that is told as html is escaped');
      const words = t.words('Bold');
      await hook(t.seed, 'incomingHtml')(id, `<p><b>${words}</b></p>`);
      const html = await t.eventually('the HTML message arrives', async () =>
        (await t.thread(id)).find(({body}) => body.value.includes(words)),
      );
      if (html.body.value.includes('<b>')) claimEqual(html.body.format, 'html', "a body with markup has format 'html'");
    },
  },
  {
    id: 'messages/unicode-rtl-emoji-roundtrip',
    level: 'core',
    title: 'keeps every letter of every script, in both directions',
    run: async (t) => {
      const words = `${t.key()} مرحبا שלום 你好 Ünïcödé 👩🏽‍🚀 🇨🇭 𝒳 e\u0301`;
      const id = await t.conversation({text: words});
      const {message} = await t.reply(id, words);
      claimEqual(readable(message.body), words, 'a reply is answered with the letters it was sent with');
      for (const one of (await t.thread(id)).filter(({kind}) => kind !== 'activity')) {
        claimEqual(readable(one.body), words, `a message of kind '${one.kind}' is told with the letters it was written with`);
      }
    },
  },
  {
    id: 'messages/long-body-roundtrip',
    level: 'core',
    title: 'keeps a long message whole, up to the declared limit',
    run: async (t) => {
      const id = await t.conversation();
      const length = Math.min(t.session.capabilities.maxBodyChars ?? 20_000, 20_000);
      const words = `${t.key()} `.padEnd(length - 1, 'lorem ipsum ') + '.';
      const {message} = await t.reply(id, words);
      claimEqual(readable(message.body).length, length, `a reply of ${length} characters keeps its length`);
      const listed = (await t.thread(id)).find((one) => one.id === message.id);
      claim(listed && readable(listed.body) === words, `a reply of ${length} characters is listed as it was written`);
    },
  },
]);

const idsOf = (messages: readonly Message[]): Id[] => messages.map(({id}) => id);
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (messages: readonly Message[]): string[] => messages.map(({order}) => order).sort(byCodeUnit);

/** A thread of at least `length` messages, in turns from the contact and from the agent, and its ids as one large page tells them. */
async function longThread(t: CheckContext, length: number): Promise<{readonly id: Id; readonly all: readonly Id[]}> {
  const id = await t.conversation();
  const last = t.words('last');
  for (let index = 1; index < length; index++) {
    const text = index === length - 1 ? last : t.words(`message ${index}`);
    if (index % 2) await t.reply(id, text);
    else await t.seed.incoming(id, text);
  }
  const all = await t.eventually('all messages of a thread can be read', async () => {
    const {items} = await t.session.listMessages(id, {limit: 100}, {});
    return items.some(({body}) => body.value.includes(last)) && items;
  });
  return {id, all: idsOf(all)};
}
