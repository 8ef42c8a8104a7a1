import {withItems, withMessages, type Sin} from './sin.js';

/** Sins of threads. */
export const messageSins: readonly Sin[] = [
  {
    that: 'tells a thread newest first',
    caughtBy: 'messages/oldest-first',
    saying: /oldest first/,
    session: (session) => ({
      ...session,
      listMessages: async (...given) => {
        const page = await session.listMessages(...given);
        return withItems(page, page.items.toReversed());
      },
    }),
  },
  {
    that: 'makes order keys of numbers that are not padded',
    caughtBy: 'messages/order-key-unique-and-stable',
    saying: /the newest of \d+ messages has the last `order`/,
    session: (session) => withMessages(session, (message) => ({...message, order: message.order.replace(/^\D*0+/, '')})),
  },
  {
    that: 'gives messages of one minute the same order key',
    caughtBy: 'messages/order-key-unique-and-stable',
    saying: /no two messages of a conversation have the same `order`/,
    session: (session) => withMessages(session, (message) => ({...message, order: message.createdAt.slice(0, 16)})),
  },
  {
    that: 'begins with the first page of a thread',
    caughtBy: 'messages/latest-page-default',
    saying: /ends with the newest message/,
    session: (session) => ({
      ...session,
      listMessages: async (id, query, options) => {
        const page = await session.listMessages(id, {...query, limit: 100}, options);
        return {items: page.items.slice(0, query.limit), prev: 'x'};
      },
    }),
  },
  {
    that: 'never says that there is something before',
    caughtBy: 'messages/before-walks-to-start',
    saying: /begins with the first message/,
    session: (session) => ({
      ...session,
      listMessages: async (...given) => ({...(await session.listMessages(...given)), prev: undefined}),
    }),
  },
  {
    that: 'never says that there is something after',
    caughtBy: 'messages/after-walks-to-end',
    saying: /names `next`/,
    session: (session) => ({
      ...session,
      listMessages: async (...given) => ({...(await session.listMessages(...given)), next: undefined}),
    }),
  },
  {
    that: 'ignores the message to show a page around',
    caughtBy: 'messages/around-contains-target',
    saying: /holds that message/,
    session: (session) => ({
      ...session,
      listMessages: (id, {limit}, options) => session.listMessages(id, {limit}, options),
    }),
  },
  {
    that: 'overlaps its pages',
    caughtBy: 'messages/no-gap-no-overlap-between-pages',
    saying: /no message comes twice over pages of 1/,
    session: (session) => ({
      ...session,
      listMessages: async (id, query, options) => {
        const page = await session.listMessages(id, query, options);
        return 'before' in query && query.before ? withItems(page, [...page.items, ...page.items.slice(-1)]) : page;
      },
    }),
  },
  {
    that: 'loses a message between two pages',
    caughtBy: 'messages/no-gap-no-overlap-between-pages',
    saying: /pages of 2 hold the whole thread/,
    session: (session) => ({
      ...session,
      listMessages: async (id, query, options) => {
        const page = await session.listMessages(id, query, options);
        return 'before' in query && query.before && query.limit === 2 ? withItems(page, page.items.slice(0, 1)) : page;
      },
    }),
  },
  {
    that: 'hides what is older than the newest message it knows',
    caughtBy: 'messages/backdated-not-lost',
    saying: /earlier time is in the thread/,
    session: (session) => ({
      ...session,
      listMessages: async (...given) => {
        const page = await session.listMessages(...given);
        return withItems(page, page.items.filter((one, index, all) => all.slice(0, index).every((before) => before.createdAt <= one.createdAt)));
      },
    }),
  },
  {
    that: 'takes everybody for the contact',
    caughtBy: 'messages/kinds-and-authors-mapped',
    saying: /author has kind 'agent'/,
    session: (session) => withMessages(session, (message) => ({...message, author: {...message.author, kind: 'contact'}})),
  },
  {
    that: 'marks plain text as html',
    caughtBy: 'messages/html-marked-html',
    saying: /signs of plain text read as they were written/,
    session: (session) => withMessages(session, (message) => ({...message, body: {...message.body, format: 'html'}})),
  },
  {
    that: 'marks html as plain text',
    caughtBy: 'messages/html-marked-html',
    saying: /a body with markup has format 'html'/,
    session: (session) => withMessages(session, (message) => ({...message, body: {...message.body, format: 'text'}})),
  },
  {
    that: 'keeps Latin letters only',
    caughtBy: 'messages/unicode-rtl-emoji-roundtrip',
    saying: /the letters it was sent with/,
    session: (session) =>
      withMessages(session, (message) => ({
        ...message,
        body: {...message.body, value: message.body.value.replace(/[^\u0020-\u00ff]/g, '?')},
      })),
  },
  {
    that: 'cuts long messages',
    caughtBy: 'messages/long-body-roundtrip',
    saying: /keeps its length/,
    session: (session) =>
      withMessages(session, (message) => ({...message, body: {...message.body, value: message.body.value.slice(0, 500)}})),
  },
  {
    that: 'tells activities without a type',
    caughtBy: 'activity/typed',
    saying: /`activity.type` is one of/,
    session: (session) => withMessages(session, ({activity: _activity, ...message}) => message),
  },
];
